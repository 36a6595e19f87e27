#include "db/searchtext.h"

#include "db/letters.h"

#include <QSet>
#include <QStringList>

#include <deque>

namespace db {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kWhite = u' ';
constexpr qsizetype kUsualTerms = 1024; // of a case whose worksheet is filled in
/// A word that nobody types (private use), between two texts.
constexpr auto kBetweenTexts = u" \uE000 ";
constexpr char16_t kLastAscii = 0x7F;

bool isMark(char32_t sign)
{
    const QChar::Category category = QChar::category(sign);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining;
}

/// Letters, numbers, private use and marks; the index's own tokenizer parts at spaces only (migration 0009).
bool isInWord(char32_t sign)
{
    const bool isPrivate = QChar::category(sign) == QChar::Other_PrivateUse && sign != kBetweenTexts[1];
    return QChar::isLetterOrNumber(sign) || isMark(sign) || isPrivate;
}

/// Signs that normalization may join with the one before them.
bool continuesSign(char32_t before, char32_t sign)
{
    const auto isJamo = [](char32_t one) { return one >= 0x1100 && one <= 0x11FF; };
    const bool isHalfWidthVoice = sign == 0xFF9E || sign == 0xFF9F;
    return isHalfWidthVoice || (isJamo(before) && isJamo(sign)) || QChar::category(sign) == QChar::Mark_NonSpacing
        || QChar::category(sign) == QChar::Mark_SpacingCombining || QChar::category(sign) == QChar::Mark_Enclosing;
}

/// Signs that are their own folded form: most of what Chinese, Japanese and Korean text consists of.
bool isPlain(char32_t sign)
{
    return (sign >= 0x4E00 && sign <= 0x9FFF) || (sign >= 0x3041 && sign <= 0x3096)
        || (sign >= 0x30A1 && sign <= 0x30FA) || (sign >= 0xAC00 && sign <= 0xD7A3);
}

char32_t signAt(QStringView text, qsizetype at)
{
    const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : char32_t{text[at].unicode()};
}

qsizetype lengthOf(char32_t sign)
{
    return QChar::requiresSurrogates(sign) ? 2 : 1;
}

/// A sign without its marks.
QStringView bare(QStringView sign)
{
    return sign.first(lengthOf(signAt(sign, 0)));
}

bool isAsciiWord(char16_t sign)
{
    return (sign >= u'a' && sign <= u'z') || (sign >= u'A' && sign <= u'Z') || (sign >= u'0' && sign <= u'9');
}

/// A word as it is looked up among those seen. Words are short: mixing sign by sign takes less than calling qHash() for text.
struct Term {
    QStringView letters;
    friend bool operator==(const Term &, const Term &) = default;
    friend std::size_t qHash(const Term &term, std::size_t seed)
    {
        std::size_t mixed = seed;
        for (const QChar letter : term.letters)
            mixed = (mixed ^ letter.unicode()) * kMixer;
        return mixed ^ (mixed >> 32); // a table takes the lowest bits
    }

private:
    static constexpr std::size_t kMixer = 0x9E37'79B9'7F4A'7C15; // 2^64 by the golden ratio
};

/// How many signs from `at` on takeAscii() takes; 0 when marks may follow the first.
qsizetype plainRun(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && isAsciiWord(text[end].unicode()))
        ++end;
    if (end == at && text[at].unicode() <= kLastAscii)
        ++end;
    return end < text.size() && text[end].unicode() > kLastAscii && end > at ? end - at - 1 : end - at;
}

} // namespace

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

TextWords::TextWords(QStringView text)
{
    m_letters.reserve(text.size());
    m_words.reserve(static_cast<std::size_t>(text.size() / 6));
    for (qsizetype at = 0; at < text.size();) {
        if (const qsizetype plain = plainRun(text, at); plain > 0) {
            takeAscii(text.sliced(at, plain), at);
            at += plain;
            continue;
        }
        char32_t sign = signAt(text, at);
        qsizetype end = at + lengthOf(sign);
        while (end < text.size()) {
            const char32_t next = signAt(text, end);
            if (next <= kLastAscii || !continuesSign(sign, next))
                break;
            end += lengthOf(next);
            sign = next;
        }
        readSign(text.sliced(at, end - at), at);
        at = end;
    }
}

/// Letters and digits that nothing follows which might belong to the last, or one sign that parts words: nearly all of most
/// texts.
void TextWords::takeAscii(QStringView run, qsizetype at)
{
    if (!isAsciiWord(run[0].unicode())) {
        m_inWord = false;
        return;
    }
    if (!m_inWord || m_standsAlone)
        begin(at);
    Word &word = m_words.back();
    const qsizetype count = qMin(run.size(), kLongestWord - word.length);
    const qsizetype first = m_letters.size();
    m_letters.resize(first + count);
    QChar *const letters = m_letters.data() + first;
    for (qsizetype i = 0; i < count; ++i) {
        const char16_t sign = run[i].unicode();
        letters[i] = QChar(sign >= u'A' && sign <= u'Z' ? static_cast<char16_t>(sign + (u'a' - u'A')) : sign);
        if (word.ends >= 0)
            m_ends.push_back(at + i + 1);
    }
    word.length += count;
}

/// One sign with its marks, which may fold into several or none.
void TextWords::readSign(QStringView sign, qsizetype start)
{
    const qsizetype end = start + sign.size();
    const char32_t first = signAt(sign, 0);
    if (isPlain(first) && sign.size() == 1) {
        take(first, start, end);
    } else if (sign[0].isSurrogate() && sign.size() == 1) {
        m_inWord = false; // half of a sign
    } else {
        const QString signs = foldedSign(sign);
        for (qsizetype at = 0; at < signs.size(); at += lengthOf(signAt(signs, at)))
            take(signAt(signs, at), start, end);
    }
}

void TextWords::take(char32_t sign, qsizetype start, qsizetype end)
{
    if (!isInWord(sign)) {
        m_inWord = false;
        return;
    }
    const bool alone = writesNoSpaces(sign);
    if (!m_inWord || alone || (m_standsAlone && !isMark(sign)))
        begin(start);
    m_standsAlone = alone || (m_standsAlone && isMark(sign));
    m_words.back().alone = m_standsAlone;
    append(sign, end);
}

void TextWords::begin(qsizetype start)
{
    m_words.push_back({m_letters.size(), 0, start});
    m_inWord = true;
    m_standsAlone = false;
}

void TextWords::append(char32_t sign, qsizetype end)
{
    Word &word = m_words.back();
    const qsizetype length = lengthOf(sign);
    if (word.length + length > kLongestWord)
        return;
    m_letters += QChar::fromUcs4(sign);
    if (word.ends < 0) {
        word.ends = static_cast<qsizetype>(m_ends.size());
        for (qsizetype plain = 0; plain < word.length; ++plain)
            m_ends.push_back(word.start + plain + 1);
    }
    m_ends.insert(m_ends.end(), static_cast<std::size_t>(length), end);
    word.length += length;
}

QString searchable(QStringView text)
{
    const TextWords words(text);
    QString joined;
    joined.reserve(text.size() + text.size() / 4);
    for (const TextWords::Word &word : words.words()) {
        if (!joined.isEmpty())
            joined += kWhite;
        joined += words.letters(word);
    }
    return joined;
}

QString searchable(const QStringList &texts)
{
    QString joined;
    for (const QString &text : texts) {
        if (!joined.isEmpty())
            joined += kBetweenTexts;
        joined += searchable(text);
    }
    return joined;
}

QString termOf(QStringView sign)
{
    return bare(sign).toString();
}

QString termOf(QStringView sign, QStringView next)
{
    return sign % next;
}

QString termsOf(const QStringList &texts)
{
    std::vector<TextWords> read; // what was seen lies in their letters
    read.reserve(static_cast<std::size_t>(texts.size()));
    std::deque<QString> pairs;
    QSet<Term> seen;
    seen.reserve(kUsualTerms);
    QString joined;
    const auto add = [&](QStringView term) {
        const qsizetype before = seen.size();
        seen.insert({term});
        if (seen.size() == before)
            return;
        if (!joined.isEmpty())
            joined += kWhite;
        joined += term;
    };
    for (const QString &text : texts) {
        const TextWords &words = read.emplace_back(text);
        const TextWords::Word *before = nullptr;
        for (const TextWords::Word &word : words.words()) {
            const QStringView letters = words.letters(word);
            add(word.alone ? bare(letters) : letters);
            if (word.alone && before && before->alone)
                add(pairs.emplace_back(termOf(words.letters(*before), letters)));
            before = &word;
        }
    }
    return joined;
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

QString companyKey(QStringView company, QStringView website)
{
    return foldedCase(company).simplified() + u'\n' + foldedCase(bareWebsite(website)).simplified();
}

} // namespace db
