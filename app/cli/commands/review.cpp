#include "review/review.h"
#include "cli/commands.h"
#include "cli/findingsoutput.h"
#include "cli/openedcase.h"
#include "drafting/casedocuments.h"

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
        .withRates();
    withChannel(arguments);
}

/// Everything there is to say about a case, its pages included.
domain::Findings allFindings(const drafting::ComputedCase &computed, const drafting::Shipped &shipped, QDate asOf,
                             documents::Typesetter &typesetter)
{
    domain::Findings findings = review::review(drafting::reviewInput(computed, shipped, asOf));
    const drafting::CaseDocuments documents(computed, shipped, {}, asOf, typesetter);
    const domain::Findings layout = documents.layoutFindings();
    findings.insert(findings.end(), layout.begin(), layout.end());
    return review::sorted(std::move(findings));
}

/// The findings of one worksheet or of a case file's cases.
Outcome<std::vector<CaseFindings>> collect(const Arguments &arguments, const drafting::Shipped &shipped)
{
    documents::Typesetter typesetter;
    std::vector<CaseFindings> all;
    const QString caseFile = arguments.value(u"case"_s);
    if (!caseFile.isEmpty()) {
        const Step visited =
            visitCases(caseFile, arguments.value(u"id"_s), shipped, arguments.asOf(),
                       [&](const ports::CaseSummary &summary, const drafting::ComputedCase &computed) -> Step {
                           all.push_back({summary.id, summary.company,
                                          allFindings(computed, shipped, arguments.asOf(), typesetter)});
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
    all.push_back({{}, worksheet->company.name, allFindings(*computed, shipped, arguments.asOf(), typesetter)});
    return all;
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
    const auto data = shippedForChannel(arguments);
    if (!data)
        return Unexpected(data.error());
    const auto cases = collect(arguments, *data);
    if (!cases)
        return Unexpected(cases.error());
    const Step printed = print(*format == u"json" ? findingsJson(*cases, arguments.asOf()) : findingsTable(*cases));
    if (!printed)
        return Unexpected(printed.error());
    ExitStatus status = Done;
    for (const CaseFindings &one : *cases)
        status = std::max(status, statusOf(one.findings));
    return status;
}

} // namespace

Command reviewCommand()
{
    return {u"review"_s, u"all findings about a worksheet or the cases of a case file"_s, describe, run, true};
}

} // namespace cli
