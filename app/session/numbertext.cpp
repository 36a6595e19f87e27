#include "session/numbertext.h"

#include <QRegularExpression>

namespace session {

using namespace Qt::StringLiterals;

namespace {

/// Moves the decimal point of unsigned digits: to the right for a positive shift.
QString shifted(QString whole, QString decimals, int shift)
{
    for (; shift > 0; --shift) {
        whole += decimals.isEmpty() ? u'0' : decimals.front();
        decimals.remove(0, 1);
    }
    for (; shift < 0; ++shift) {
        decimals.prepend(whole.isEmpty() ? u'0' : whole.back());
        whole.chop(1);
    }
    while (whole.startsWith(u'0'))
        whole.remove(0, 1);
    while (decimals.endsWith(u'0'))
        decimals.chop(1);
    if (whole.isEmpty())
        whole = u"0"_s;
    return decimals.isEmpty() ? whole : QString(whole + u'.' + decimals);
}

int exponentOf(const QString &suffix)
{
    if (suffix.isEmpty())
        return 0;
    return suffix == u"k" ? 3 : suffix == u"m" ? 6 : 9;
}

} // namespace

std::optional<QString> plainNumber(const QString &typed, int shift)
{
    static const QRegularExpression kNumber(
        u"\\A([-\\x{2212}])?\\$?((?:[0-9]{1,3}(?:[, \\x{a0}\\x{2009}\\x{202f}][0-9]{3})+)|[0-9]*)"
        "(?:\\.([0-9]*))?\\s*([kmb])?\\s*(%)?\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = kNumber.match(typed.trimmed());
    if (!match.hasMatch() || (match.captured(5).size() > 0 && shift == 0))
        return std::nullopt;
    static const QRegularExpression kGrouping(u"[^0-9]"_s);
    const QString whole = match.captured(2).remove(kGrouping);
    const QString decimals = match.captured(3);
    if (whole.isEmpty() && decimals.isEmpty())
        return std::nullopt;
    const QString number = shifted(whole, decimals, exponentOf(match.captured(4).toLower()) + shift);
    return match.captured(1).isEmpty() || number == u"0" ? number : QString(u'-' + number);
}

QString groupedNumber(const QString &plain, int shift)
{
    const bool negative = plain.startsWith(u'-');
    const QString digits = negative ? plain.mid(1) : plain;
    const QString moved = shifted(digits.section(u'.', 0, 0), digits.section(u'.', 1, 1), shift);
    QString whole = moved.section(u'.', 0, 0);
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, u',');
    const QString decimals = moved.section(u'.', 1, 1);
    return (negative ? u"-"_s : QString()) + whole + (decimals.isEmpty() ? QString() : u'.' + decimals);
}

} // namespace session
