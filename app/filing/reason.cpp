#include "filing/reason.h"

#include <QRegularExpression>

#include <algorithm>

namespace filing {

using catalogue::FilingReason;
using catalogue::FilingRules;
using catalogue::FreezeField;
using namespace Qt::StringLiterals;

namespace {

/// The words of `phrase` in a row, whatever white space or dash stands between them.
QString inARow(const QString &phrase)
{
    QStringList words;
    for (const QString &word : phrase.split(u' ', Qt::SkipEmptyParts)) {
        if (word != "-"_L1)
            words.append(QRegularExpression::escape(word));
    }
    return words.join(u"[\\s_\\-\u2013]+"_s);
}

bool says(const QString &text, const QString &pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption
                                                     | QRegularExpression::UseUnicodePropertiesOption
                                                     | QRegularExpression::MultilineOption);
    return expression.match(text).hasMatch();
}

/// "Other" is a reason where it stands for itself, not in "the other services".
bool hasReason(const QString &text, const QString &name)
{
    if (name.contains(u' '))
        return says(text, u"\\b"_s + inARow(name) + u"\\b"_s);
    return says(text, u"^\\s*(?:(?:status\\s+)?reason(?:\\s+code)?\\s*[:=]\\s*)?"_s + inARow(name)
                          + u"\\s*(?:$|[:;.,|\u2013])"_s);
}

bool mentions(const QString &text, const FreezeField &field)
{
    return std::ranges::any_of(field.mentions,
                               [&](const QString &word) { return says(text, u"\\b"_s + inARow(word) + u"s?\\b"_s); });
}

} // namespace

ParsedReason parseReason(const FilingRules &rules, const QString &text)
{
    ParsedReason parsed;
    parsed.text = text.trimmed();
    QStringList paths;
    QString rest = parsed.text; // without the reasons' names: "Clarify Revenue" does not name the field of the revenue
    for (const FilingReason &reason : rules.reasons) {
        if (!hasReason(rest, reason.name))
            continue;
        parsed.reasons.append(reason.name);
        parsed.todo.append(reason.todo);
        paths += reason.fields;
        if (reason.name.contains(u' '))
            rest.replace(QRegularExpression(inARow(reason.name), QRegularExpression::CaseInsensitiveOption), u" "_s);
    }
    for (const FreezeField &field : rules.fields) {
        const bool named = mentions(rest, field);
        if (named || paths.contains(field.path))
            parsed.fields.push_back({field.path, named});
    }
    return parsed;
}

} // namespace filing
