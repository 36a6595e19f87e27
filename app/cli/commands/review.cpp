#include "review/review.h"
#include "cli/commands.h"
#include "cli/findingsoutput.h"
#include "cli/openedcase.h"
#include "cli/reviewoutput.h"
#include "db/casestore.h"
#include "drafting/casefindings.h"
#include "drafting/earlierrecords.h"
#include "drafting/filedcase.h"

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

void describe(Arguments &arguments)
{
    arguments
        .positional(u"WORKSHEET"_s, u"A worksheet file, or - for standard input; or instead --case."_s,
                    u"[WORKSHEET]"_s)
        .option(u"case"_s, u"Review the cases of this case file."_s, u"file"_s)
        .option(u"id"_s, u"Only this case of the case file."_s, u"case-id"_s)
        .option(u"format"_s, u"table or json."_s, u"format"_s, u"table"_s)
        .withRates()
        .withProgrammes();
    withChannel(arguments);
}

/// What is said about the cases, in their order.
struct Reviewed {
    std::vector<CaseFindings> findings;
    std::vector<CaseReview> reviews;
};

/// What a case file knows beside the case.
struct Known {
    std::vector<review::FiledRecord> records; ///< earlier ones of the same company
    std::shared_ptr<const domain::PartnerProfile> profile = nullptr;
    std::optional<review::PartnerOutcomes> outcomes;
};

/// Everything there is to say about a case, its pages included.
void review(const QString &caseId, const drafting::ComputedCase &computed, const drafting::Shipped &shipped, QDate asOf,
            documents::Typesetter &typesetter, const Known &known, Reviewed &into)
{
    review::ReviewInput input = drafting::reviewInput(computed, shipped, asOf);
    input.filed = known.records;
    const drafting::CaseIdentity identity{caseId, 1, {}, known.profile};
    const drafting::CaseDocuments documents(computed, shipped, identity, asOf, typesetter);
    domain::Findings findings = drafting::caseFindings(input, computed, shipped, documents);
    CaseReview reviewed{caseId, review::reviewersView(input, findings, known.outcomes), {}};
    for (const review::Comparison &comparison : review::distinctnessOf(input).comparisons) {
        if (!comparison.difference.isEmpty())
            reviewed.differences.append(comparison.difference);
    }
    into.reviews.push_back(std::move(reviewed));
    into.findings.push_back({caseId, computed.worksheet.company.name, std::move(findings)});
}

/// One worksheet, or a case file's cases.
Outcome<Reviewed> collect(const Arguments &arguments, const drafting::Shipped &shipped)
{
    documents::Typesetter typesetter;
    Reviewed all;
    const QString caseFile = arguments.value(u"case"_s);
    if (!caseFile.isEmpty()) {
        const auto store = db::openCaseStore(caseFile, db::OpenMode::Read);
        if (!store)
            return Unexpected(fromStore(caseFile, store.error()));
        const auto filings = (*store)->filings()->allFilings();
        if (!filings)
            return Unexpected(fromStore(caseFile, filings.error()));
        const auto outcomes = drafting::outcomesOf(*filings);
        const auto filed = drafting::filedWordings(**store, shipped);
        if (!filed)
            return Unexpected(fromStore(caseFile, filed.error()));
        const auto profile = profileOf(caseFile);
        if (!profile)
            return Unexpected(profile.error());
        const Step visited =
            visitCases(caseFile, arguments.value(u"id"_s), shipped, arguments.asOf(),
                       [&](const ports::CaseSummary &summary, const drafting::ComputedCase &computed) -> Step {
                           review(summary.id, computed, shipped, arguments.asOf(), typesetter,
                                  {drafting::earlierRecords(*filed, summary.id, summary.company, summary.records),
                                   *profile, outcomes},
                                  all);
                           return {};
                       });
        if (!visited)
            return Unexpected(visited.error());
        return all;
    }
    const QString file = arguments.files().constFirst();
    const auto worksheet = readWorksheet(file);
    if (!worksheet)
        return Unexpected(worksheet.error());
    const auto computed = drafting::compute(*worksheet, shipped.rates, shipped.programmes, arguments.asOf());
    if (!computed)
        return Unexpected(fromInput(file, computed.error()));
    review({}, *computed, shipped, arguments.asOf(), typesetter, {}, all);
    return all;
}

QByteArray asJson(const Reviewed &reviewed, QDate evaluatedOn)
{
    json::Writer out;
    beginFindings(out, evaluatedOn);
    writeFindings(out, reviewed.findings);
    writeReviews(out, reviewed.reviews);
    out.endObject();
    return out.take();
}

/// Case by case: what is to fix, then the reviewer's view.
QByteArray asTable(const Reviewed &reviewed)
{
    QByteArray text;
    for (std::size_t i = 0; i < reviewed.findings.size(); ++i) {
        text += (text.isEmpty() ? QByteArray() : QByteArray("\n")) + findingsTable(reviewed.findings[i]);
        text += '\n' + reviewTable(reviewed.reviews[i]);
    }
    return text.isEmpty() ? QByteArray("There is no case.\n") : text;
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    const bool fromCase = arguments.isSet(u"case"_s);
    if (const Step counted = arguments.expect(fromCase ? 0 : 1, fromCase ? 0 : 1, u"the worksheet, or --case"_s);
        !counted)
        return Unexpected(counted.error());
    if (fromCase && arguments.value(u"case"_s).isEmpty())
        return Unexpected(usage(u"--case needs a file"_s));
    if (!fromCase && arguments.isSet(u"id"_s))
        return Unexpected(usage(u"--id needs --case"_s));
    const auto format = arguments.oneOf(u"format"_s, {u"table"_s, u"json"_s});
    if (!format)
        return Unexpected(format.error());
    const auto data = shippedFor(arguments, arguments.value(u"case"_s));
    if (!data)
        return Unexpected(data.error());
    const auto cases = collect(arguments, *data);
    if (!cases)
        return Unexpected(cases.error());
    const Step printed = print(*format == u"json" ? asJson(*cases, arguments.asOf()) : asTable(*cases));
    if (!printed)
        return Unexpected(printed.error());
    ExitStatus status = Done;
    for (const CaseFindings &one : cases->findings)
        status = std::max(status, statusOf(one.findings));
    return status;
}

} // namespace

Command reviewCommand()
{
    return {u"review"_s, u"findings and the reviewer's four checks, of a worksheet or a case file"_s, describe, run,
            true};
}

} // namespace cli
