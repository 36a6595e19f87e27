#include "review/fixes/textfixes.h"

#include "review/checkedtexts.h"
#include "review/wording.h"

#include <algorithm>

namespace review {

using domain::Finding;
using domain::RecordFacts;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

/// The text of a path, in a worksheet that may be changed.
QString *textAt(Worksheet &worksheet, const QString &field)
{
    for (const CheckedText &checked : checkedTexts(worksheet)) {
        if (checked.field == field)
            return const_cast<QString *>(checked.text); // points into `worksheet`, which is ours
    }
    return nullptr;
}

} // namespace

/// The whole proposal of the comparison, so that text, scope and metric move to the new phase together.
std::optional<Fix> takeGeneratedWording(const Finding &finding, const ReviewInput &input)
{
    for (const Comparison &comparison : distinctnessOf(input).comparisons) {
        const bool concerned =
            std::any_of(comparison.proposal.begin(), comparison.proposal.end(),
                        [&finding](const ProposedText &proposed) { return proposed.field == finding.field; });
        if (concerned)
            return Fix{u"Reword "_s + comparison.secondName + u" for its own phase"_s,
                       withProposal(input.worksheet, comparison.proposal)};
    }
    return std::nullopt;
}

/// The later of two sentences goes, of all that are said twice.
std::optional<Fix> cutRepeatedSentence(const Finding &finding, const ReviewInput &input)
{
    Fix fix{u"Remove the repeated sentence"_s, input.worksheet};
    QString *text = textAt(fix.after, finding.field);
    if (!text)
        return std::nullopt;
    std::vector<records::TextRange> ranges;
    for (const WordingHit &hit : wordingHits(input.worksheet, input.rules)) {
        if (hit.rule == finding.rule && hit.field == finding.field)
            ranges.push_back(hit.range);
    }
    std::sort(ranges.begin(), ranges.end(),
              [](const records::TextRange &a, const records::TextRange &b) { return a.start > b.start; });
    for (const records::TextRange &range : ranges) {
        qsizetype end = std::min(range.end(), text->size());
        while (end < text->size() && text->at(end).isSpace())
            ++end;
        text->remove(range.start, end - range.start);
    }
    *text = text->trimmed();
    // A text that was nothing else is somebody's to write.
    return ranges.empty() || text->isEmpty() ? std::nullopt : std::optional(fix);
}

/// The partner's own date goes: the record then follows go-live and window.
std::optional<Fix> clearRecordDate(const Finding &finding, const ReviewInput &input)
{
    Fix fix{u"Let the target close date follow the facts"_s, input.worksheet};
    for (RecordFacts &own : fix.after.records) {
        if (own.targetCloseDate && finding.field == u"records/"_s + own.pool + u"/targetCloseDate"_s) {
            own.targetCloseDate.reset();
            return fix;
        }
    }
    return std::nullopt;
}

std::optional<Fix> removeFactNote(const Finding &finding, const ReviewInput &input)
{
    Fix fix{u"Remove the note"_s, input.worksheet};
    const bool removed = finding.field.startsWith("facts/"_L1) && fix.after.facts.erase(finding.field.mid(6)) > 0;
    return removed ? std::optional(fix) : std::nullopt;
}

} // namespace review
