#include "founderform/csvtext.h"

#include "domain/digits.h"
#include "founderform/choicewords.h"
#include "founderform/fieldvalue.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace founderform {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPercent = 2; ///< decimals between a share and its percent

/// Windows-1252, which differs from Latin 1 in these.
QString fromWindows1252(QByteArrayView bytes)
{
    static constexpr std::array<char16_t, 32> kSigns{0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                                     0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0x8d,   0x17d,  0x8f,
                                                     0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                     0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};
    QString text = QString::fromLatin1(bytes);
    for (QChar &sign : text) {
        if (sign.unicode() >= 0x80 && sign.unicode() < 0xa0)
            sign = QChar(kSigns.at(sign.unicode() - 0x80U));
    }
    return text;
}

bool isUtf8(const QString &decodedText)
{
    return !decodedText.contains(QChar::ReplacementCharacter);
}

QChar separatorOf(const QString &text)
{
    const QString line = text.section(u'\n', 0, 0);
    const std::array<qsizetype, 3> counts{line.count(u','), line.count(u';'), line.count(u'\t')};
    const auto most = std::ranges::max_element(counts) - counts.begin();
    return QChar(u",;\t"[most]);
}

/// The plain notation of a number as a spreadsheet writes it; an empty text when it is none.
QString plainNumber(QString cell, QChar separator)
{
    static const QRegularExpression kSigns(u"[\\s$\\x{20ac}%'\\x{a0}\\x{2009}\\x{202f}\\x{2019}]"_s);
    static const QRegularExpression kGrouped(u"\\A-?[0-9]{1,3}([.,][0-9]{3})+\\z"_s);
    cell.remove(kSigns);
    const qsizetype point = cell.lastIndexOf(u'.');
    const qsizetype comma = cell.lastIndexOf(u',');
    QChar decimal = point > comma ? u'.' : u',';
    if ((point < 0) != (comma < 0)) { // one of the two: with three digits behind it the file's other habits tell
        const QChar usual = separator == u';' ? u',' : u'.';
        if (kGrouped.match(cell).hasMatch())
            decimal = cell.count(decimal) > 1 || decimal != usual ? (decimal == u'.' ? u',' : u'.') : usual;
    }
    cell.remove(decimal == u'.' ? u',' : u'.');
    cell.replace(u',', u'.');
    static const QRegularExpression kNumber(u"\\A(-?)0*([0-9]+)(?:\\.([0-9]*?)0*)?\\z"_s);
    const QRegularExpressionMatch match = kNumber.match(cell);
    if (!match.hasMatch())
        return {};
    const QString decimals = match.captured(3);
    return match.captured(1) + match.captured(2) + (decimals.isEmpty() ? QString() : u'.' + decimals);
}

json::Value numberValue(const QString &cell, Kind kind, QChar separator)
{
    const QString plain = plainNumber(cell, separator);
    if (plain.isEmpty())
        return textValue(cell);
    if (kind == Kind::Number) {
        bool isWhole = false;
        const qint64 number = plain.toLongLong(&isWhole);
        return isWhole ? valueOf(number) : textValue(cell);
    }
    if (kind != Kind::Percent)
        return textValue(plain);
    const auto scaled = domain::parseScaled(plain, 12, domain::powerOfTen(30));
    return textValue(scaled ? domain::formatScaled(*scaled, 12 + kPercent, 0) : cell);
}

json::Value rangeValue(const QString &cell, QChar separator)
{
    static const QRegularExpression kBetween(u"\\s*(?:\\bto\\b|\\bbis\\b|[-\\x{2012}-\\x{2015}])\\s*"_s);
    const QStringList ends = cell.trimmed().split(kBetween);
    if (ends.size() != 2)
        return textValue(cell);
    json::Value range;
    range.kind = json::Kind::Array;
    range.elements = {numberValue(ends[0], Kind::Number, separator), numberValue(ends[1], Kind::Number, separator)};
    return range;
}

QString isoDay(const QString &cell)
{
    static const QRegularExpression kGerman(u"\\A([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})\\z"_s);
    static const QRegularExpression kUs(u"\\A([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})\\z"_s);
    const auto written = [](const QString &year, const QString &month, const QString &day) -> QString {
        return year + u'-' + month.rightJustified(2, u'0') + u'-' + day.rightJustified(2, u'0');
    };
    if (const auto match = kGerman.match(cell); match.hasMatch())
        return written(match.captured(3), match.captured(2), match.captured(1));
    if (const auto match = kUs.match(cell); match.hasMatch())
        return written(match.captured(3), match.captured(1), match.captured(2));
    return cell;
}

json::Value wordValue(const QString &cell)
{
    static const std::vector<Choice> kLabels = labelledWords();
    for (const Choice &choice : kLabels) {
        if (choice.label.compare(cell, Qt::CaseInsensitive) == 0)
            return textValue(choice.value);
    }
    return textValue(cell.toLower());
}

json::Value flagValue(const QString &cell)
{
    static const QStringList kYes{u"yes"_s, u"true"_s, u"wahr"_s, u"ja"_s, u"1"_s, u"y"_s, u"vrai"_s, u"oui"_s};
    static const QStringList kNo{u"no"_s, u"false"_s, u"falsch"_s, u"nein"_s, u"0"_s, u"n"_s, u"faux"_s, u"non"_s};
    if (kYes.contains(cell.toLower()))
        return valueOf(true);
    return kNo.contains(cell.toLower()) ? valueOf(false) : textValue(cell);
}

json::Value textsValue(const QString &cell)
{
    static const QRegularExpression kBetween(u"[\\n;|]"_s);
    QStringList texts;
    for (const QString &part : cell.split(kBetween)) {
        if (!part.trimmed().isEmpty())
            texts.append(part.trimmed());
    }
    return valueOf(texts);
}

} // namespace

QString decoded(QByteArrayView bytes)
{
    QString text;
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff")) {
        const bool isLittle = bytes.startsWith("\xff\xfe");
        for (qsizetype at = 2; at + 1 < bytes.size(); at += 2) {
            const auto first = static_cast<unsigned char>(bytes[at]);
            const auto second = static_cast<unsigned char>(bytes[at + 1]);
            text += QChar(static_cast<char16_t>(isLittle ? first + second * 256 : first * 256 + second));
        }
    } else {
        text = QString::fromUtf8(bytes);
        if (!isUtf8(text))
            text = fromWindows1252(bytes);
    }
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    text.replace(u"\r\n"_s, u"\n"_s);
    return text.replace(u'\r', u'\n');
}

CsvText parseCsv(const QString &text)
{
    return parseCsv(text, separatorOf(text));
}

CsvText parseCsv(const QString &text, QChar separator)
{
    CsvText csv;
    csv.separator = separator;
    QStringList row;
    QString cell;
    bool isQuoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar sign = text[at];
        if (isQuoted && sign == u'"' && at + 1 < text.size() && text[at + 1] == u'"') {
            cell += sign;
            ++at;
        } else if (sign == u'"' && (isQuoted || cell.isEmpty())) {
            isQuoted = !isQuoted;
        } else if (!isQuoted && (sign == csv.separator || sign == u'\n')) {
            row.append(cell);
            cell.clear();
            if (sign == u'\n') {
                csv.rows.push_back(row);
                row.clear();
            }
        } else {
            cell += sign;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
        row.append(cell);
        csv.rows.push_back(row);
    }
    return csv;
}

QString csvCell(const QString &text)
{
    QString cell = text;
    const QString start = cell.trimmed().left(1);
    if (!start.isEmpty() && u"=+-@"_s.contains(start))
        cell.prepend(u'\'');
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

QString cellText(const QString &cell)
{
    static const QRegularExpression kGuarded(u"\\A'\\s*[=+\\-@]"_s);
    return (kGuarded.match(cell).hasMatch() ? cell.mid(1) : cell).trimmed();
}

json::Value formedValue(const QString &cell, const QString &form)
{
    static const QRegularExpression kBetween(u"[\\s().\\x{2010}-\\x{2015}/-]"_s);
    QString text = cellText(cell);
    if (form == u"region"_s)
        text = text.toLower();
    else if (form == u"country"_s)
        text = text.toUpper();
    else
        text.remove(kBetween);
    return valueOf(text);
}

json::Value cellValue(const QString &cell, Kind kind, QChar separator)
{
    const QString text = cellText(cell);
    if (text.isEmpty())
        return {};
    switch (kind) {
    case Kind::Number:
    case Kind::Decimal:
    case Kind::Percent:
    case Kind::Money: return numberValue(text, kind, separator);
    case Kind::Range: return rangeValue(text, separator);
    case Kind::Flag: return flagValue(text);
    case Kind::Date: return textValue(isoDay(text));
    case Kind::Month: return textValue(isoDay(text).left(7));
    case Kind::Word: return wordValue(text);
    case Kind::Texts: return textsValue(text);
    case Kind::Line:
    case Kind::Lines: break;
    }
    return textValue(text);
}

} // namespace founderform
