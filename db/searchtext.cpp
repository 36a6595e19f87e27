#include "db/searchtext.h"

#include <QStringList>

#include <algorithm>

namespace db {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostWords = 16; // a pasted page is not a search
constexpr auto kWhite = u' ';
constexpr auto kFirstAccent = u'\u0300'; // the block of combining diacritical marks
constexpr auto kLastAccent = u'\u036F';

QString folded(QStringView text)
{
    // Through capitals, because Qt's case folding leaves some letters apart that are one there (sharp s and ss, the two
    // small sigmas). Changing case can undo the composed form, so it stands between two normalizations.
    return text.toString()
        .normalized(QString::NormalizationForm_KC)
        .toUpper()
        .toLower()
        .normalized(QString::NormalizationForm_KC);
}

/// Latin, Greek and Cyrillic letters without their accents: the index does this for Latin only.
QString withoutAccents(const QString &text)
{
    QString bare = text.normalized(QString::NormalizationForm_D);
    bare.removeIf([](QChar sign) { return sign >= kFirstAccent && sign <= kLastAccent; });
    return bare.normalized(QString::NormalizationForm_C);
}

bool writesNoSpaces(char32_t sign)
{
    switch (QChar::script(sign)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar: return QChar::isLetterOrNumber(sign);
    default: return false;
    }
}

bool hasWord(const QString &text)
{
    const auto signs = text.toUcs4();
    return std::ranges::any_of(signs, [](uint sign) { return QChar::isLetterOrNumber(sign); });
}

} // namespace

QString searchable(QStringView text)
{
    const QString plain = withoutAccents(folded(text));
    QString words;
    words.reserve(plain.size());
    const auto signs = plain.toUcs4();
    for (const uint sign : signs) {
        if (sign == 0) // ends a text in SQLite's own functions
            continue;
        const bool alone = writesNoSpaces(sign);
        if (alone)
            words += kWhite;
        words += QChar::fromUcs4(sign);
        if (alone)
            words += kWhite;
    }
    return words.simplified();
}

QString bareWebsite(QStringView website)
{
    QString bare = website.toString().simplified();
    for (const auto &scheme : {"https://"_L1, "http://"_L1}) {
        if (bare.startsWith(scheme, Qt::CaseInsensitive))
            bare = bare.mid(scheme.size());
    }
    if (bare.startsWith("www."_L1, Qt::CaseInsensitive))
        bare = bare.mid(4);
    while (bare.endsWith(u'/'))
        bare.chop(1);
    return bare;
}

QString prefixQuery(QStringView typed)
{
    QStringList terms;
    const QStringList words = typed.toString().simplified().split(kWhite, Qt::SkipEmptyParts);
    for (const QString &word : words.first(qMin(words.size(), kMostWords))) {
        QString text = searchable(bareWebsite(word));
        if (!hasWord(text))
            continue;
        text.replace(u'"', u"\"\""_s);
        terms += u'"' + text + u"\" *"_s;
    }
    return terms.join(u" AND "_s);
}

QString companyKey(QStringView company, QStringView website)
{
    return folded(company).simplified() + u'\n' + folded(bareWebsite(website)).simplified();
}

} // namespace db
