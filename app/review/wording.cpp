#include "review/wording.h"

#include "records/english.h"
#include "review/checkedtexts.h"
#include "review/ownfacts.h"
#include "review/sharedtext.h"
#include "review/wordlists.h"

#include <algorithm>

namespace review {

using catalogue::ReviewRules;
using domain::Findings;
using domain::Severity;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kExcerpt = 80;
constexpr qsizetype kMostQuoted = 3; // words in one finding

const auto kBareNumber = u"number-without-unit"_s;
const auto kAnyCompany = u"text-fits-any-company"_s;
const auto kNoNumber = u"metric-without-number"_s;
const auto kRepeated = u"sentence-repeated"_s;

QString excerpt(const QString &text, const TextRange &range)
{
    const QString words = records::withoutStop(records::plain(text.mid(range.start, range.length)));
    const QString start = records::leftCodePoints(words, kExcerpt);
    return u'"' + (start.size() < words.size() ? QString(start.trimmed() + u'\u2026') : words) + u'"';
}

/// The passages, each once, at most three of them.
QString quotedAll(const QString &text, const std::vector<TextRange> &ranges)
{
    QStringList words;
    for (const TextRange &range : ranges) {
        const QString word = excerpt(text, range);
        if (!words.contains(word, Qt::CaseInsensitive))
            words.append(word);
    }
    const qsizetype more = words.size() - kMostQuoted;
    if (more > 0)
        words = words.mid(0, kMostQuoted) << QString::number(more) + u" more"_s;
    return records::listed(words);
}

/// What one text of the worksheet is checked against, and where the results go.
class TextCheck {
public:
    TextCheck(const Worksheet &worksheet, const ReviewRules &rules)
        : m_worksheet(worksheet), m_rules(rules), m_lists(rules, worksheet)
    {
    }

    void check(const CheckedText &checked)
    {
        const std::vector<Word> words = wordsOf(*checked.text);
        for (std::size_t group = 0; group < m_rules.wording.size(); ++group)
            checkGroup(checked, words, group);
        if (checked.key != "title"_L1 && checked.key != "nextSteps"_L1)
            checkNumbers(checked, words);
        if (checked.key == "problem"_L1 || checked.key == "solution"_L1)
            checkGeneric(checked, words);
        if (checked.key == "successMetric"_L1 && !namesNumber(words, m_rules.units))
            add(kNoNumber, Severity::Warning, checked, {wholeOf(checked)},
                checked.label + u" names no number, so nobody can tell when it is reached."_s, askForNumber(checked));
        checkRepeats(checked);
    }

    std::vector<WordingHit> hits;
    Findings findings;

private:
    static TextRange wholeOf(const CheckedText &checked) { return {0, checked.text->size()}; }

    void add(const QString &rule, Severity severity, const CheckedText &checked, const std::vector<TextRange> &ranges,
             const QString &message, const QString &fix)
    {
        for (const TextRange &range : ranges)
            hits.push_back({rule, checked.field, range});
        QString instead = fix;
        if (instead.isEmpty())
            instead = checked.useCase ? insteadFor(m_worksheet, *checked.useCase, checked.key)
                                      : u"Write what the case knows instead, with a number."_s;
        findings.push_back({rule, severity, checked.field, message, instead});
    }

    QString askForNumber(const CheckedText &checked) const
    {
        const QStringList known =
            checked.useCase ? ownFacts(m_worksheet, *checked.useCase, checked.key) : QStringList();
        return u"Ask which number decides that it worked"_s
             + (known.isEmpty() ? u"."_s : QString(u"; the case knows: "_s + known.constFirst() + u'.'));
    }

    void checkGroup(const CheckedText &checked, const std::vector<Word> &words, std::size_t group)
    {
        const catalogue::WordGroup &rule = m_rules.wording[group];
        const std::vector<TextRange> places = m_lists.places(group, *checked.text, words);
        if (places.empty())
            return;
        add(rule.rule, rule.severity, checked, places,
            checked.label + u" holds "_s + rule.kind + u", "_s + quotedAll(*checked.text, places) + u": "_s + rule.why
                + u'.',
            {});
    }

    void checkNumbers(const CheckedText &checked, const std::vector<Word> &words)
    {
        const std::vector<TextRange> bare = bareNumbers(*checked.text, words, m_rules.units);
        if (bare.empty())
            return;
        const bool measured = checked.key == "successMetric"_L1 || checked.key == "baseline"_L1;
        add(kBareNumber, measured ? Severity::Warning : Severity::Advice, checked, bare,
            checked.label + u" gives a number without its unit: "_s + quotedAll(*checked.text, bare) + u'.',
            u"Say of what: percent, minutes, tickets a day, dollars a month."_s);
    }

    void checkGeneric(const CheckedText &checked, const std::vector<Word> &words)
    {
        if (m_lists.fitsAnyCompany(*checked.text, words))
            add(kAnyCompany, Severity::Warning, checked, {wholeOf(checked)},
                checked.label + u" would fit any company: it has no number, no name and hardly a word of its own."_s,
                {});
    }

    /// One finding a text, however much of it is repeated: inside this text, and against the texts of the same use case or record that came before it.
    void checkRepeats(const CheckedText &checked)
    {
        // A baseline may repeat the problem's figure: the brief prints them apart.
        if (checked.key == "baseline"_L1 || checked.key == "evaluation"_L1 || checked.key == "outOfScope"_L1)
            return;
        const QString owner = checked.field.section(u'/', 0, 1);
        if (owner != m_owner) {
            m_owner = owner;
            m_earlier.clear();
        }
        const ComparedText text(*checked.text);
        std::vector<TextRange> ranges;
        const auto take = [&ranges](const TextRange &range) {
            if (std::find(ranges.begin(), ranges.end(), range) == ranges.end())
                ranges.push_back(range);
        };
        for (const SharedSentence &shared : repeatedSentences(text))
            take(shared.inSecond);
        const bool inItself = !ranges.empty();
        QLatin1StringView elsewhere;
        for (const auto &[key, earlier] : m_earlier) {
            for (const SharedSentence &shared : sharedSentences(earlier, text)) {
                take(shared.inSecond);
                if (elsewhere.isEmpty())
                    elsewhere = key;
            }
        }
        if (inItself)
            add(kRepeated, Severity::Warning, checked, ranges,
                checked.label + u" says the same twice: "_s + excerpt(*checked.text, ranges.front()) + u'.',
                u"Keep one of the two sentences."_s);
        else if (!ranges.empty())
            add(kRepeated, Severity::Warning, checked, ranges,
                checked.label + u" repeats a sentence of \""_s + QString(elsewhere) + u"\": "_s
                    + excerpt(*checked.text, ranges.front()) + u'.',
                u"Keep it in one place: a record prints both texts, one after the other."_s);
        m_earlier.emplace_back(checked.key, text);
    }

    const Worksheet &m_worksheet;
    const ReviewRules &m_rules;
    WordLists m_lists;
    QString m_owner;
    std::vector<std::pair<QLatin1StringView, ComparedText>> m_earlier;
};

} // namespace

std::vector<WordingHit> wordingHits(const Worksheet &worksheet, const ReviewRules &rules)
{
    TextCheck check(worksheet, rules);
    for (const CheckedText &text : checkedTexts(worksheet))
        check.check(text);
    return std::move(check.hits);
}

Findings wordingFindings(const Worksheet &worksheet, const ReviewRules &rules)
{
    TextCheck check(worksheet, rules);
    for (const CheckedText &text : checkedTexts(worksheet))
        check.check(text);
    return std::move(check.findings);
}

} // namespace review
