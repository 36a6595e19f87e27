#include "drafting/founderanswer.h"

#include "drafting/founderworksheet.h"
#include "founderform/csvform.h"
#include "worksheetfile/reader.h"

namespace drafting {

using domain::Result;
using domain::Unexpected;
using domain::Worksheet;
using founderform::Answer;
using founderform::ComparedAnswer;
using Kind = ports::StoreError::Kind;

namespace {

/// The worksheet that the form was made from; nothing when the history has it no longer, or has another under its number.
Result<std::optional<Worksheet>, ports::StoreError> baseOf(const Answer &answer, ports::CaseStore &store)
{
    const auto stored = store.loadRevision(answer.caseId, answer.revision);
    if (!stored && stored.error().kind == Kind::NoSuchRevision)
        return std::optional<Worksheet>();
    if (!stored)
        return Unexpected(stored.error());
    auto worksheet = worksheetfile::read(stored->worksheet);
    if (!worksheet || worksheetDigest(*worksheet) != answer.worksheetSha256)
        return std::optional<Worksheet>();
    return std::optional(*std::move(worksheet));
}

} // namespace

Result<ComparedCase, AnswerProblem> compareAnswer(const Answer &answer, const ports::CaseSummary &summary,
                                                  const Worksheet &ours, ports::CaseStore &store)
{
    const auto base = baseOf(answer, store);
    if (!base)
        return Unexpected(AnswerProblem(base.error()));
    const Worksheet *known = *base ? &**base : nullptr;
    auto rows = founderform::compare({ours, known}, answer);
    if (!rows)
        return Unexpected(AnswerProblem(rows.error()));
    return ComparedCase{answer, summary, ours, known != nullptr, *std::move(rows)};
}

Result<Answer, domain::InputError> readFounderAnswer(QByteArrayView bytes, QDate today)
{
    auto answer =
        founderform::isCsvForm(bytes) ? founderform::readCsvAnswer(bytes, today) : founderform::readAnswer(bytes);
    if (answer)
        answer->isDatedAhead = answer->filledInOn > today.addDays(1); // it may be tomorrow already where the founder is
    return answer;
}

Result<ComparedCase, AnswerProblem> compareAnswer(const Answer &answer, ports::CaseStore &store)
{
    const auto stored = store.load(answer.caseId);
    if (!stored)
        return Unexpected(AnswerProblem(stored.error()));
    const auto ours = worksheetfile::read(stored->worksheet);
    if (!ours)
        return Unexpected(AnswerProblem(ours.error()));
    return compareAnswer(answer, stored->summary, *ours, store);
}

QSet<QString> undisputed(const std::vector<ComparedAnswer> &rows)
{
    QSet<QString> paths;
    for (const ComparedAnswer &row : rows) {
        if (row.standing == ComparedAnswer::Standing::Changed)
            paths.insert(row.path);
    }
    return paths;
}

} // namespace drafting
