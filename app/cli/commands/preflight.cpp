#include "review/ace/preflight.h"
#include "cli/commands.h"
#include "cli/findingsoutput.h"
#include "review/review.h"
#include "json/json.h"

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

void describe(Arguments &arguments)
{
    arguments
        .positional(u"REQUEST"_s,
                    u"A CreateOpportunity or UpdateOpportunity request as JSON, or - for standard input."_s)
        .option(u"operation"_s, u"create or update."_s, u"operation"_s, u"create"_s)
        .option(u"format"_s, u"table or json."_s, u"format"_s, u"table"_s);
    withChannel(arguments);
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(1, 1, u"the request"_s); !counted)
        return Unexpected(counted.error());
    const auto operation = arguments.oneOf(u"operation"_s, {u"create"_s, u"update"_s});
    if (!operation)
        return Unexpected(operation.error());
    const auto format = arguments.oneOf(u"format"_s, {u"table"_s, u"json"_s});
    if (!format)
        return Unexpected(format.error());
    const auto data = shippedForChannel(arguments);
    if (!data)
        return Unexpected(data.error());
    const QString file = arguments.files().constFirst();
    const auto bytes = readFile(file, kWorksheetLimit);
    if (!bytes)
        return Unexpected(bytes.error());
    const auto request = json::parse(*bytes);
    if (!request)
        return Unexpected(fromInput(file, request.error()));
    const domain::Findings findings = review::sorted(review::preflight(
        *request, data->acePack, *operation == u"update" ? review::Operation::Update : review::Operation::Create,
        arguments.asOf()));
    const Step printed = print(*format == u"json" ? findingsJson(findings, arguments.asOf()) : findingsTable(findings));
    if (!printed)
        return Unexpected(printed.error());
    return statusOf(findings);
}

} // namespace

Command preflightCommand()
{
    return {u"preflight"_s, u"check an ACE request against the rules of its channel"_s, describe, run};
}

} // namespace cli
