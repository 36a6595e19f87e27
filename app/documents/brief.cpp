#include "documents/brief.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace documents {

QString Text::plain() const
{
    QString text;
    for (const Span &span : spans)
        text += span.text;
    return text;
}

bool Text::isEmpty() const
{
    return std::all_of(spans.begin(), spans.end(), [](const Span &span) { return span.text.isEmpty(); });
}

const Section *Brief::section(SectionKind kind) const
{
    const auto found =
        std::find_if(sections.begin(), sections.end(), [kind](const Section &section) { return section.kind == kind; });
    return found == sections.end() ? nullptr : &*found;
}

QString statusWord(ItemStatus status)
{
    switch (status) {
    case ItemStatus::None: break;
    case ItemStatus::Implied: return u"Implied"_s;
    case ItemStatus::Assumed: return u"Assumed"_s;
    case ItemStatus::ToConfirm: return u"To confirm"_s;
    case ItemStatus::Derived: return u"Derived"_s;
    case ItemStatus::Unknown: return u"Unknown"_s;
    case ItemStatus::Stated: return u"Stated"_s;
    case ItemStatus::Confirmed: return u"Confirmed"_s;
    }
    return {};
}

QString letterhead(const Hand &hand)
{
    QStringList words{hand.name, hand.address};
    words.removeAll(QString());
    return words.join(QStringLiteral(" \u00b7 "));
}

} // namespace documents
