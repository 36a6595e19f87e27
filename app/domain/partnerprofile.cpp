#include "domain/partnerprofile.h"

#include <algorithm>
#include <functional>

namespace domain {

using namespace Qt::StringLiterals;

namespace {

/// Walks a text; `placeholder` gives what stands for one, from its name.
QString walked(const QString &text, const std::function<QString(const QString &)> &placeholder)
{
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar sign = text[at];
        const bool doubled = at + 1 < text.size() && text[at + 1] == sign;
        if ((sign == u'{' || sign == u'}') && doubled) {
            result += sign;
            ++at;
            continue;
        }
        const qsizetype end = sign == u'{' ? text.indexOf(u'}', at) : -1;
        if (end < 0) {
            result += sign;
            continue;
        }
        result += placeholder(text.mid(at + 1, end - at - 1));
        at = end;
    }
    return result;
}

} // namespace

const StandardParagraph *PartnerProfile::paragraph(ParagraphPlace place) const
{
    const auto found = std::ranges::find(paragraphs, place, &StandardParagraph::place);
    return found == paragraphs.end() ? nullptr : &*found;
}

void PartnerProfile::setParagraph(ParagraphPlace place, const QString &text)
{
    const auto found = std::ranges::find(paragraphs, place, &StandardParagraph::place);
    if (found == paragraphs.end()) {
        if (!text.isEmpty())
            paragraphs.append({place, text, 1});
        std::ranges::sort(paragraphs, {}, &StandardParagraph::place);
    } else if (found->text != text) {
        found->text = text;
        ++found->version;
    }
}

QString paragraphPlaceWord(ParagraphPlace place)
{
    switch (place) {
    case ParagraphPlace::Brief: break;
    case ParagraphPlace::Founder: return u"founder"_s;
    case ParagraphPlace::Plan: return u"plan"_s;
    }
    return u"brief"_s;
}

bool readParagraphPlace(const QString &word, ParagraphPlace &place)
{
    const auto found = std::ranges::find(kParagraphPlaces, word, paragraphPlaceWord);
    if (found == std::end(kParagraphPlaces))
        return false;
    place = *found;
    return true;
}

QString profilePaperWord(ProfilePaper paper)
{
    switch (paper) {
    case ProfilePaper::ByCountry: break;
    case ProfilePaper::Letter: return u"letter"_s;
    case ProfilePaper::A4: return u"a4"_s;
    }
    return u"by-country"_s;
}

bool readProfilePaper(const QString &word, ProfilePaper &paper)
{
    for (const ProfilePaper one : {ProfilePaper::ByCountry, ProfilePaper::Letter, ProfilePaper::A4}) {
        if (profilePaperWord(one) == word) {
            paper = one;
            return true;
        }
    }
    return false;
}

QStringList placeholdersIn(const QString &text)
{
    QStringList names;
    walked(text, [&names](const QString &name) {
        names.append(name);
        return QString();
    });
    return names;
}

QString withPlaceholders(const QString &text, const QList<PlaceholderValue> &values)
{
    return walked(text, [&values](const QString &name) {
        const auto found = std::ranges::find(values, name, &PlaceholderValue::name);
        return found == values.end() ? QString(u'{' + name + u'}') : found->value;
    });
}

} // namespace domain
