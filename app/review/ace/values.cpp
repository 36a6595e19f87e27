#include "review/ace/values.h"

namespace review {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestMatched = 4096;
constexpr qsizetype kLongestShown = 80;

} // namespace

bool isPresent(const json::Value *value)
{
    if (!value || value->kind == json::Kind::Null)
        return false;
    if (value->kind == json::Kind::String)
        return !QStringView(value->text).trimmed().isEmpty();
    return value->kind != json::Kind::Array || !value->elements.empty();
}

qsizetype codePoints(QStringView text)
{
    qsizetype count = text.size();
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i].isLowSurrogate() && text[i - 1].isHighSurrogate())
            --count;
    }
    return count;
}

bool matches(const QRegularExpression &pattern, const QString &text)
{
    return text.size() <= kLongestMatched && pattern.match(text).hasMatch();
}

std::optional<QDate> calendarDate(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return std::nullopt;
    for (const qsizetype i : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (text[i] < u'0' || text[i] > u'9')
            return std::nullopt;
    }
    const QDate date(text.first(4).toInt(), text.sliced(5, 2).toInt(), text.last(2).toInt());
    if (!date.isValid() || date.year() < 1000)
        return std::nullopt;
    return date;
}

bool isTimestamp(const QString &text)
{
    static const QRegularExpression kForm(u"\\A([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
                                          "(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:?[0-9]{2})\\z"_s);
    if (text.size() > kLongestShown)
        return false;
    const QRegularExpressionMatch match = kForm.match(text);
    return match.hasMatch() && calendarDate(match.capturedView(1));
}

bool isAmount(const QString &text, const QString &limit)
{
    static const QRegularExpression kForm(u"\\A(0|[1-9][0-9]{0,30})(?:\\.([0-9]{1,2}))?\\z"_s);
    if (text.size() > kLongestShown)
        return false;
    const QRegularExpressionMatch match = kForm.match(text);
    if (!match.hasMatch())
        return false;
    const QString whole = match.captured(1);
    const bool fraction = match.captured(2).contains(QRegularExpression(u"[1-9]"_s));
    if (whole == "0"_L1)
        return fraction;
    if (whole.size() != limit.size())
        return whole.size() < limit.size();
    return whole == limit ? !fraction : whole < limit;
}

std::optional<qint64> wholeNumber(const QString &text)
{
    static const QRegularExpression kForm(u"\\A(0|[1-9][0-9]{0,17})\\z"_s);
    if (text.size() > kLongestShown || !kForm.match(text).hasMatch())
        return std::nullopt;
    return text.toLongLong();
}

QString shown(const QString &text)
{
    QString clean = text.size() > kLongestShown ? text.left(kLongestShown - 1) + u'\u2026' : text;
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const QChar sign = clean[i];
        if (sign.isHighSurrogate() && i + 1 < clean.size() && clean[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        const QChar::Category category = sign.category();
        const bool moves = category == QChar::Other_Control || category == QChar::Other_Format
                        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph
                        || sign.isSurrogate();
        if (moves)
            clean[i] = QChar::ReplacementCharacter;
    }
    return clean;
}

QString shown(const json::Value &value)
{
    return shown(value.excerpt());
}

} // namespace review
