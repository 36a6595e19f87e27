#include "review/wordlists.h"

#include <QSet>

#include <algorithm>

namespace review {

using namespace Qt::StringLiterals;

namespace {

bool overlaps(const TextRange &a, const TextRange &b)
{
    return a.start < b.end() && b.start < a.end();
}

bool overlapsAny(const std::vector<TextRange> &ranges, const TextRange &range)
{
    return std::any_of(ranges.begin(), ranges.end(), [&](const TextRange &other) { return overlaps(other, range); });
}

TextRange rangeOf(const std::vector<Word> &words, std::size_t first, std::size_t count)
{
    const TextRange begin = words[first].range;
    return {begin.start, words[first + count - 1].range.end() - begin.start};
}

/// "not guaranteed", "we cannot guarantee", "without any guarantee": one of the three words before says no.
bool isNegated(const std::vector<Word> &words, std::size_t at)
{
    static const QSet<QString> kNo{u"not"_s,  u"no"_s,      u"never"_s, u"without"_s, u"cannot"_s,
                                   u"nor"_s,  u"neither"_s, u"nicht"_s, u"kein"_s,    u"keine"_s,
                                   u"ohne"_s, u"pas"_s,     u"sans"_s,  u"sin"_s};
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
        const QString &key = words[at - back].key;
        if (kNo.contains(key) || key.endsWith("n't"_L1))
            return true;
    }
    return false;
}

/// Inside something that is no prose: a web or mail address, a path.
bool isInAddress(const QString &text, const TextRange &range)
{
    qsizetype start = range.start;
    while (start > 0 && !text[start - 1].isSpace())
        --start;
    qsizetype end = range.end();
    while (end < text.size() && !text[end].isSpace())
        ++end;
    const QStringView token = QStringView(text).mid(start, end - start);
    return token.contains("://"_L1) || token.contains(u'@') || token.startsWith("www."_L1);
}

} // namespace

WordLists::Phrases WordLists::phrasesOf(const QStringList &texts)
{
    Phrases phrases;
    for (const QString &text : texts) {
        const bool inCapitals = text.size() > 1 && text == text.toUpper() && text != text.toLower();
        std::vector<Word> words = wordsOf(text);
        if (words.empty())
            continue;
        const QString first = words.front().key;
        phrases.insert(first, {std::move(words), inCapitals});
    }
    return phrases;
}

std::vector<std::pair<std::size_t, WordLists::Phrase>> WordLists::found(const Phrases &phrases,
                                                                        const std::vector<Word> &words)
{
    std::vector<std::pair<std::size_t, Phrase>> all;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto [from, to] = phrases.equal_range(words[at].key);
        for (auto phrase = from; phrase != to; ++phrase) {
            if (standsAt(phrase->words, words, at))
                all.emplace_back(at, *phrase);
        }
    }
    // Where two begin at one word the longer one says more.
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : a.second.words.size() > b.second.words.size();
    });
    return all;
}

WordLists::WordLists(const catalogue::ReviewRules &rules, const domain::Worksheet &worksheet)
    : m_rules(rules), m_generic(rules.generic.words.begin(), rules.generic.words.end())
{
    for (const catalogue::WordGroup &group : rules.wording)
        m_groups.push_back({phrasesOf(group.words), phrasesOf(group.except)});
    m_names = {worksheet.company.name, worksheet.partner.name};
    if (worksheet.company.lastRound)
        m_names.append(worksheet.company.lastRound->leadInvestor);
    for (const domain::Contact &contact : worksheet.contacts)
        m_names << contact.firstName << contact.lastName;
    // "Seamless Payments GmbH" is called "Seamless" in a text.
    m_names.append(worksheet.company.name.section(u' ', 0, 0));
    m_names.removeAll(QString());
}

bool WordLists::isName(const QString &text, const TextRange &range) const
{
    for (const QString &name : m_names) {
        for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            if (at <= range.start && range.end() <= at + name.size())
                return true;
        }
    }
    return false;
}

std::vector<TextRange> WordLists::places(std::size_t group, const QString &text, const std::vector<Word> &words) const
{
    std::vector<TextRange> excepted;
    for (const auto &[at, phrase] : found(m_groups[group].except, words))
        excepted.push_back(rangeOf(words, at, phrase.words.size()));
    std::vector<TextRange> places;
    for (const auto &[at, phrase] : found(m_groups[group].phrases, words)) {
        const TextRange range = rangeOf(words, at, phrase.words.size());
        const QString written = text.mid(range.start, range.length);
        if ((phrase.inCapitals && written != written.toUpper()) || overlapsAny(excepted, range)
            || overlapsAny(places, range) || isNegated(words, at) || isInAddress(text, range) || isName(text, range))
            continue;
        places.push_back(range);
    }
    return places;
}

bool namesNumber(const std::vector<Word> &words, const catalogue::UnitWords &units)
{
    return std::any_of(words.begin(), words.end(), [&units](const Word &word) {
        return std::any_of(word.key.begin(), word.key.end(), [](QChar sign) { return sign.isDigit(); })
            || units.numberWords.contains(word.key);
    });
}

bool WordLists::fitsAnyCompany(const QString &text, const std::vector<Word> &words) const
{
    if (words.size() < 3 || namesNumber(words, m_rules.units))
        return false;
    QSet<QString> own;
    for (const Word &word : words) {
        const QChar first = text[word.range.start];
        if (first.isLetter() && first.script() != QChar::Script_Latin)
            return false; // the list is English: another script is left alone
        if (m_generic.contains(word.key) || word.key.size() < 3)
            continue;
        own.insert(word.key);
        const bool opens = word.range.start < 2 || text[word.range.start - 2] == u'.';
        if (first.isUpper() && !opens)
            return false; // a name
    }
    return own.size() < m_rules.generic.leastOwnWords;
}

} // namespace review
