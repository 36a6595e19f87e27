#include "cli/draftjob.h"

#include "domain/vocabulary.h"
#include "drafting/casedraft.h"
#include "drafting/casefindings.h"

#include <QThread>
#include <QUuid>

#include <atomic>
#include <optional>
#include <thread>

namespace cli {

using domain::Unexpected;
using drafting::CaseDocuments;
using drafting::DocumentFormat;
using namespace Qt::StringLiterals;

namespace {

ports::CaseDraft draftOf(const DraftJob &job, const drafting::ComputedCase &computed)
{
    ports::CaseDraft draft = drafting::caseDraft(computed, job.shipped, job.asOf);
    draft.id = job.updateCase.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : job.updateCase;
    return draft;
}

/// Renders what `draft` writes per record: its PDF and, for ACE, its request.
Outcome<std::vector<StagedDocument>> stageDocuments(const DraftJob &job, std::size_t index, const QString &file,
                                                    const CaseDocuments &documents)
{
    std::vector<StagedDocument> all;
    const auto files = documents.files({DocumentFormat::Pdf, DocumentFormat::Request});
    if (!files)
        return Unexpected(Failure{file, {}, u"the brief could not be made: "_s + files.error().detail});
    for (const drafting::DocumentFile &document : *files) {
        // The case file decides on the slug; until then the files stand under the worksheet's number.
        StagedDocument staged{QString::number(index) + document.name, document.name.sliced(1)};
        if (const Step written = job.staged->write(staged.stagedName, document.bytes); !written)
            return Unexpected(written.error());
        all.push_back(std::move(staged));
    }
    return all;
}

Outcome<PreparedCase> prepareOne(const DraftJob &job, std::size_t index, documents::Typesetter &typesetter)
{
    PreparedCase prepared;
    prepared.file = job.worksheets.at(static_cast<qsizetype>(index));
    const auto worksheet = readWorksheet(prepared.file);
    if (!worksheet)
        return Unexpected(worksheet.error());
    const auto computed = drafting::compute(*worksheet, job.shipped.rates, job.shipped.programmes, job.asOf);
    if (!computed)
        return Unexpected(fromInput(prepared.file, computed.error()));
    prepared.company = worksheet->company.name;
    prepared.website = worksheet->company.website;
    prepared.draft = draftOf(job, *computed);
    const CaseDocuments documents(*computed, job.shipped, {prepared.draft.id, job.revision, u"-"_s, job.profile},
                                  job.asOf, typesetter);
    review::ReviewInput input = drafting::reviewInput(*computed, job.shipped, job.asOf);
    input.filed = drafting::earlierRecords(job.filed, job.updateCase, prepared.company, prepared.draft.records);
    prepared.findings = drafting::caseFindings(input, *computed, job.shipped, documents);
    if (!job.staged)
        return prepared;
    auto staged = stageDocuments(job, index, prepared.file, documents);
    if (!staged)
        return Unexpected(staged.error());
    prepared.documents = *std::move(staged);
    return prepared;
}

/// Takes worksheets until none is left or one failed.
void work(const DraftJob &job, std::atomic<std::size_t> &next, std::atomic<bool> &failed,
          std::vector<std::optional<Outcome<PreparedCase>>> &results)
{
    documents::Typesetter typesetter;
    for (std::size_t index = next++; index < results.size() && !failed; index = next++) {
        results[index] = prepareOne(job, index, typesetter);
        if (!*results[index])
            failed = true;
    }
}

} // namespace

Outcome<std::vector<PreparedCase>> prepare(const DraftJob &job)
{
    std::vector<std::optional<Outcome<PreparedCase>>> results(static_cast<std::size_t>(job.worksheets.size()));
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> failed = false;
    const auto workers =
        std::min<std::size_t>(static_cast<std::size_t>(std::max(QThread::idealThreadCount(), 1)), results.size());
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < workers; ++i)
        threads.emplace_back([&] { work(job, next, failed, results); });
    work(job, next, failed, results);
    threads.clear(); // joins

    std::vector<PreparedCase> prepared;
    for (auto &result : results) {
        if (result && !*result)
            return Unexpected(result->error());
    }
    for (auto &result : results)
        prepared.push_back(**std::move(result));
    return prepared;
}

} // namespace cli
