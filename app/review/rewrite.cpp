#include "review/rewrite.h"

#include "records/english.h"

#include <algorithm>

namespace review {

using domain::RecordFacts;
using domain::Worksheet;
using records::Record;
using namespace Qt::StringLiterals;

namespace {

struct OwnText {
    TextField field;
    QLatin1StringView key;
    QString RecordFacts::*text;
};
constexpr OwnText kOwnTexts[]{
    {TextField::Problem, "problem"_L1, &RecordFacts::problem},
    {TextField::Scope, "scope"_L1, &RecordFacts::scope},
    {TextField::Metric, "successMetric"_L1, &RecordFacts::successMetric},
};

template <class Records>
auto *recordFacts(Records &records, const QString &poolId)
{
    const auto found =
        std::find_if(records.begin(), records.end(), [&poolId](const RecordFacts &own) { return own.pool == poolId; });
    return found == records.end() ? nullptr : &*found;
}

QString pathOf(const QString &poolId, QLatin1StringView key)
{
    return u"records/"_s + poolId + u'/' + key;
}

bool isClosing(QStringView sentence)
{
    return sentence.startsWith("Requested: "_L1) || sentence.startsWith("Expected outcome"_L1);
}

/// The partner's sentences that the other record does not have, behind those that the facts give; nothing of them left:
/// empty, so that the text follows the facts again.
QString keptWording(const QString &own, const QString &generated, const QString &sibling)
{
    QStringList kept;
    for (const records::TextRange &range : records::sentenceRanges(own)) {
        const QString sentence = own.mid(range.start, range.length);
        if (!isClosing(sentence) && sharedSentences(sibling, sentence, {}).empty() && wordsOf(sentence).size() > 1)
            kept.append(records::withStop(records::plain(sentence)));
    }
    if (kept.isEmpty())
        return {};
    QStringList sentences;
    for (const records::TextRange &range : records::sentenceRanges(generated)) {
        const QString sentence = generated.mid(range.start, range.length);
        if (!isClosing(sentence) && sentences.size() < 2)
            sentences.append(sentence);
    }
    return (sentences + kept).join(u' ');
}

/// How the two records compare with this worksheet's wording.
struct Rewritten {
    records::Stack stack;
    Comparison comparison;
};
Rewritten rewritten(const DistinctnessInput &input, const Worksheet &worksheet, const Comparison &comparison)
{
    Rewritten result;
    result.stack = records::compose(worksheet, input.projection, input.plan, input.programmes, input.asOf);
    result.comparison = compared({worksheet, input.projection, input.plan, result.stack, input.programmes, input.asOf},
                                 comparison.first, comparison.second);
    return result;
}

bool shares(const Comparison &comparison, TextField field)
{
    return std::any_of(comparison.shared.begin(), comparison.shared.end(),
                       [field](const SharedText &shared) { return shared.field == field; });
}

const Record &secondOf(const records::Stack &stack, const Comparison &comparison)
{
    return stack.records[static_cast<std::size_t>(comparison.second)];
}

/// What the fields would hold, without those that no wording of ours could tell apart.
std::vector<ProposedText> proposalFor(const DistinctnessInput &input, const Comparison &comparison)
{
    const Record &first = input.stack.records[static_cast<std::size_t>(comparison.first)];
    const QString poolId = secondOf(input.stack, comparison).poolId;
    Worksheet changed = input.worksheet;
    RecordFacts *own = recordFacts(changed.records, poolId);
    if (!own)
        return {};
    const RecordFacts before = *own;
    std::vector<ProposedText> proposal;
    for (const OwnText &entry : kOwnTexts) {
        if (shares(comparison, entry.field) && !(before.*entry.text).isEmpty()) {
            own->*entry.text = QString();
            proposal.push_back({pathOf(poolId, entry.key), {}, {}});
        }
    }
    if (!before.phase.isEmpty() && before.phase.compare(first.phase, Qt::CaseInsensitive) == 0) {
        own->phase.clear();
        proposal.push_back({pathOf(poolId, "phase"_L1), {}, {}});
    }
    if (own->problem.isEmpty() && !before.problem.isEmpty()) {
        const Rewritten generated = rewritten(input, changed, comparison);
        own->problem =
            keptWording(before.problem, secondOf(generated.stack, comparison).businessProblem, first.businessProblem);
        for (ProposedText &text : proposal) {
            if (text.field == pathOf(poolId, "problem"_L1))
                text.text = own->problem;
        }
    }
    return proposal;
}

} // namespace

std::vector<ProposedText> rewriteOf(const DistinctnessInput &input, const Comparison &comparison)
{
    std::vector<ProposedText> proposal = proposalFor(input, comparison);
    if (proposal.empty())
        return proposal;
    const Rewritten after = rewritten(input, withProposal(input.worksheet, proposal), comparison);
    const Record &record = secondOf(after.stack, comparison);
    std::vector<ProposedText> helpful;
    for (ProposedText &text : proposal) {
        bool helps = true;
        text.reads = record.phase;
        for (const OwnText &entry : kOwnTexts) {
            if (!text.field.endsWith(u'/' + entry.key))
                continue;
            helps = !shares(after.comparison, entry.field);
            text.reads = textOf(record, entry.field);
        }
        if (helps)
            helpful.push_back(std::move(text));
    }
    return helpful;
}

Worksheet withProposal(Worksheet worksheet, const std::vector<ProposedText> &proposal)
{
    for (const ProposedText &proposed : proposal) {
        RecordFacts *own = recordFacts(worksheet.records, proposed.field.section(u'/', 1, 1));
        if (!own)
            continue;
        const QString key = proposed.field.section(u'/', 2);
        if (key == "phase"_L1)
            own->phase = proposed.text;
        for (const OwnText &entry : kOwnTexts) {
            if (key == entry.key)
                own->*entry.text = proposed.text;
        }
    }
    return worksheet;
}

} // namespace review
