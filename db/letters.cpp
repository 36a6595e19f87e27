#include "db/letters.h"

#include <QHash>

#include <algorithm>

namespace db {

using namespace Qt::StringLiterals;

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Marks that readers do without: accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs and the stroke
/// that lengthens a word, selectors of a glyph.
constexpr Range kAccents[] = {{0x0300, 0x036F}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2}, {0x05C4, 0x05C5},
                              {0x05C7, 0x05C7}, {0x0610, 0x061A}, {0x0640, 0x0640}, {0x064B, 0x065F}, {0x0670, 0x0670},
                              {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0xFE00, 0xFE0F}};

bool isAccent(char32_t sign)
{
    for (const Range &range : kAccents) {
        if (sign >= range.first && sign <= range.last)
            return true;
    }
    return false;
}

/// Small letters that Unicode does not take apart, and how they are written in plain ones. The sharp s and the dotless i are
/// not here: their capitals are plain.
struct Plain {
    char16_t letter;
    QLatin1StringView written;
};
constexpr Plain kPlain[] = {
    {0x00E6, "ae"_L1}, {0x00F0, "d"_L1}, {0x00F8, "o"_L1},  {0x00FE, "th"_L1}, {0x0111, "d"_L1}, {0x0127, "h"_L1},
    {0x0142, "l"_L1},  {0x014B, "n"_L1}, {0x0153, "oe"_L1}, {0x0167, "t"_L1},  {0x0180, "b"_L1}, {0x019A, "l"_L1},
    {0x01B6, "z"_L1},  {0x01E5, "g"_L1}, {0x023C, "c"_L1},  {0x0247, "e"_L1},  {0x0249, "j"_L1}, {0x024D, "r"_L1},
    {0x024F, "y"_L1},  {0x0253, "b"_L1}, {0x0256, "d"_L1},  {0x0257, "d"_L1},  {0x0268, "i"_L1}, {0x0289, "u"_L1},
};

QString plain(const QString &text)
{
    QString written;
    for (const QChar sign : text) {
        const auto *const found = std::ranges::find(kPlain, sign.unicode(), &Plain::letter);
        if (found == std::end(kPlain))
            written += sign;
        else
            written += found->written;
    }
    return written;
}

QString withoutAccents(const QString &text)
{
    QString bare = text.normalized(QString::NormalizationForm_D);
    bare.removeIf([](QChar sign) { return isAccent(sign.unicode()) || sign.category() == QChar::Other_Format; });
    return plain(bare).normalized(QString::NormalizationForm_C);
}

} // namespace

QString foldedCase(QStringView text)
{
    // Through capitals, because Qt's case folding leaves some letters apart that are one there (sharp s and ss, the two
    // small sigmas); small ones first, because the capital sharp s is one of its own only as a capital. Changing case can
    // undo the composed form, so it stands between two normalizations.
    return text.toString()
        .normalized(QString::NormalizationForm_KC)
        .toLower()
        .toUpper()
        .toLower()
        .normalized(QString::NormalizationForm_KC);
}

/// One sign with its marks. Single signs come again and again: each is folded once per thread.
QString foldedSign(QStringView sign)
{
    if (sign.size() > 1)
        return withoutAccents(foldedCase(sign));
    static thread_local QHash<char16_t, QString> known;
    const auto found = known.constFind(sign[0].unicode());
    if (found != known.constEnd())
        return *found;
    return *known.insert(sign[0].unicode(), withoutAccents(foldedCase(sign)));
}

} // namespace db
