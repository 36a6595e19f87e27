#include "db/searchquery.h"

#include "db/searchtext.h"

#include <algorithm>

namespace db {

using namespace Qt::StringLiterals;

namespace {

// A pasted page is not a search.
constexpr std::size_t kMostTerms = 16;
constexpr std::size_t kMostWords = 32; // of one term: a sentence without spaces

/// One or two letters of an alphabet. A syllable of Korean, or a sign of a script without spaces, says more than that.
bool isShort(const QString &beginning)
{
    constexpr char32_t kFirstEastAsian = 0x2E80;
    const auto signs = beginning.toUcs4();
    return signs.size() <= 2 && signs.first() < kFirstEastAsian && !writesNoSpaces(signs.first());
}

/// Words hold letters, digits and marks only: nothing in them ends the quotes.
QString beginning(const QStringList &words)
{
    return u'"' + words.join(u' ') + u"\" *"_s;
}

QString whole(const QString &word)
{
    return u'"' + word + u'"';
}

/// The longest beginning that the index answers at once (migration 0009).
QString firstSigns(const QString &word)
{
    constexpr qsizetype kLongestPrefix = 7;
    qsizetype end = 0;
    for (qsizetype signs = 0; signs < kLongestPrefix && end < word.size(); ++signs)
        end += word[end].isHighSurrogate() ? 2 : 1;
    return word.first(end);
}

bool startsAt(const TextWords &text, std::size_t at, const QStringList &words)
{
    const std::size_t count = static_cast<std::size_t>(words.size());
    if (at + count > text.words().size())
        return false;
    for (std::size_t i = 0; i < count; ++i) {
        const QStringView letters = text.letters(text.words()[at + i]);
        const QString &wanted = words[static_cast<qsizetype>(i)];
        if (i + 1 < count ? letters != wanted : !letters.startsWith(wanted))
            return false;
    }
    return true;
}

/// Sorted, and none within or touching another.
std::vector<ports::TextRange> united(std::vector<ports::TextRange> ranges)
{
    std::ranges::sort(ranges, {}, &ports::TextRange::start);
    std::vector<ports::TextRange> apart;
    for (const ports::TextRange &range : ranges) {
        if (!apart.empty() && range.start <= apart.back().start + apart.back().length)
            apart.back().length = std::max(apart.back().length, range.start + range.length - apart.back().start);
        else
            apart.push_back(range);
    }
    return apart;
}

} // namespace

SearchQuery::SearchQuery(QStringView typed)
{
    const QString plain = typed.toString().simplified();
    m_blank = plain.isEmpty();
    for (const QStringView word : QStringView(plain).split(u' ', Qt::SkipEmptyParts)) {
        if (m_terms.size() < kMostTerms)
            add(word);
    }
}

void SearchQuery::add(QStringView typed)
{
    const TextWords words(bareWebsite(typed));
    Term term;
    for (const TextWords::Word &word : words.words()) {
        if (static_cast<std::size_t>(term.words.size()) == kMostWords)
            break;
        term.words += words.letters(word).toString();
        term.alone.push_back(word.alone);
    }
    if (term.words.isEmpty())
        return;
    term.endsShort = isShort(term.words.last());
    m_terms.push_back(std::move(term));
}

QString SearchQuery::everywhere() const
{
    QStringList wanted;
    for (const Term &term : m_terms)
        wanted += beginning(term.words);
    return wanted.join(u" AND "_s);
}

QString SearchQuery::inColumn(const QString &column) const
{
    return u'{' + column + u"} : ("_s + everywhere() + u')';
}

/// What the index knows of words that follow one another.
QStringList SearchQuery::termsOf(const Term &term, Asked asked)
{
    QStringList terms;
    const qsizetype last = term.words.size() - 1;
    for (qsizetype at = 0; at <= last; ++at) {
        const auto isAlone = [&](qsizetype of) {
            return of >= 0 && of <= last && term.alone[static_cast<std::size_t>(of)];
        };
        const QString &word = term.words[at];
        if (isAlone(at) && isAlone(at + 1))
            terms += at + 1 == last ? beginning({db::termOf(word, term.words[at + 1])})
                                    : whole(db::termOf(word, term.words[at + 1]));
        else if (isAlone(at) && !isAlone(at - 1))
            terms += whole(db::termOf(word));
        else if (!isAlone(at) && at < last)
            terms += whole(word);
        else if (!isAlone(at) && asked == Asked::Exactly)
            terms += beginning({word});
        else if (!isAlone(at) && !term.endsShort)
            terms += beginning({firstSigns(word)});
    }
    return terms;
}

QString SearchQuery::inLongTexts(Asked asked) const
{
    QStringList wanted;
    const bool isLong =
        std::ranges::any_of(m_terms, [](const Term &term) { return !termsOf(term, Asked::Lightly).isEmpty(); });
    for (const Term &term : m_terms)
        wanted += isLong ? termsOf(term, asked) : QStringList();
    wanted.removeDuplicates();
    return wanted.join(u" AND "_s);
}

std::vector<ports::TextRange> SearchQuery::rangesIn(QStringView text, std::vector<bool> &found) const
{
    const TextWords words(text);
    std::vector<ports::TextRange> ranges;
    for (std::size_t at = 0; at < words.words().size(); ++at) {
        for (std::size_t number = 0; number < m_terms.size(); ++number) {
            const Term &term = m_terms[number];
            if (!startsAt(words, at, term.words))
                continue;
            found[number] = true;
            const TextWords::Word &last = words.words()[at + static_cast<std::size_t>(term.words.size()) - 1];
            const qsizetype start = words.words()[at].start;
            ranges.push_back({start, words.endOf(last, term.words.last().size()) - start});
        }
    }
    return united(std::move(ranges));
}

} // namespace db
