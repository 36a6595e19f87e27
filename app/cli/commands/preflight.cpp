#include "review/ace/preflight.h"
#include "cli/commands.h"
#include "cli/findingsoutput.h"
#include "cli/openedcase.h"
#include "db/casestore.h"
#include "drafting/updatecheck.h"
#include "filing/requestchanges.h"
#include "review/review.h"
#include "json/json.h"

#include <optional>

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

void describe(Arguments &arguments)
{
    arguments
        .positional(
            u"REQUEST"_s,
            u"A CreateOpportunity, UpdateOpportunity or StartEngagementFromOpportunityTask request as JSON, or - "
            u"for standard input."_s)
        .option(
            u"operation"_s,
            u"create, update or submit; without it by the request's keys: AwsSubmission makes it submit, Identifier "
            u"or LastModifiedDate without a ClientToken update."_s,
            u"operation"_s)
        .option(
            u"submission"_s,
            u"The StartEngagementFromOpportunityTask request with which REQUEST is submitted to AWS: both are checked, "
            u"and what is needed only at submission is needed."_s,
            u"file"_s)
        .option(u"filed"_s,
                u"The opportunity as AWS has it (the request that was filed, or GetOpportunity's answer): an update "
                u"may change "
                u"only what its review status leaves open."_s,
                u"file"_s)
        .option(
            u"case"_s,
            u"A case file: its channel counts, and an update of an opportunity that it filed may change only what the "
            u"record's status leaves open."_s,
            u"file"_s)
        .option(u"format"_s, u"table or json."_s, u"format"_s, u"table"_s);
    withChannel(arguments);
}

/// A request as it was read, once: standard input cannot be read again.
struct Request {
    QByteArray bytes;
    json::Value value;
};

Outcome<Request> readRequest(const QString &file)
{
    auto bytes = readFile(file, kWorksheetLimit);
    if (!bytes)
        return Unexpected(bytes.error());
    auto request = json::parse(*bytes);
    if (!request)
        return Unexpected(fromInput(file, request.error()));
    return Request{*std::move(bytes), *std::move(request)};
}

/// As the person says it; nothing when the request's keys are to say it.
Outcome<std::optional<review::Operation>> statedOperation(const Arguments &arguments)
{
    if (!arguments.isSet(u"operation"_s))
        return std::optional<review::Operation>();
    if (arguments.isSet(u"submission"_s))
        return Unexpected(usage(u"--operation: a request that is submitted is told by its keys"_s));
    const auto operation = arguments.oneOf(u"operation"_s, {u"create"_s, u"update"_s, u"submit"_s});
    if (!operation)
        return Unexpected(operation.error());
    return std::optional(*operation == u"create"   ? review::Operation::Create
                         : *operation == u"update" ? review::Operation::Update
                                                   : review::Operation::Submit);
}

Outcome<domain::Findings> check(const Arguments &arguments, const json::Value &request, review::Operation operation,
                                const catalogue::AcePack &pack)
{
    if (!arguments.isSet(u"submission"_s))
        return review::preflight(request, pack, operation, arguments.asOf());
    const auto submission = readRequest(arguments.value(u"submission"_s));
    if (!submission)
        return Unexpected(submission.error());
    return review::preflightSubmission(submission->value, request, pack, arguments.asOf());
}

/// Against the opportunity that the case file filed under the request's number.
Outcome<domain::Findings> lockedInCase(const QString &file, const QByteArray &request,
                                       const catalogue::FilingRules &rules)
{
    const auto store = db::openCaseStore(file, db::OpenMode::Read);
    if (!store)
        return Unexpected(fromStore(file, store.error()));
    const auto filed = drafting::filedOpportunity(**store, request);
    if (!filed)
        return Unexpected(fromStore(file, filed.error()));
    return *filed ? drafting::updateFindings(rules, **filed, request) : domain::Findings();
}

/// What an update changes although it is locked; none without --filed and --case, and of other requests.
Outcome<domain::Findings> lockedFields(const Arguments &arguments, const Request &request, review::Operation operation,
                                       const catalogue::FilingRules &rules)
{
    const bool inCase = arguments.isSet(u"case"_s);
    if (!arguments.isSet(u"filed"_s) && !inCase)
        return domain::Findings();
    if (arguments.isSet(u"filed"_s) && inCase)
        return Unexpected(usage(u"--filed and --case exclude each other"_s));
    if (operation != review::Operation::Update)
        return domain::Findings();
    if (inCase)
        return lockedInCase(arguments.value(u"case"_s), request.bytes, rules);
    const QString filed = arguments.value(u"filed"_s);
    const auto stored = readRequest(filed);
    if (!stored)
        return Unexpected(stored.error());
    return filing::lockedUpdate(rules, stored->bytes, request.bytes);
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(1, 1, u"the request"_s); !counted)
        return Unexpected(counted.error());
    const auto format = arguments.oneOf(u"format"_s, {u"table"_s, u"json"_s});
    if (!format)
        return Unexpected(format.error());
    const auto data = shippedFor(arguments, arguments.value(u"case"_s));
    if (!data)
        return Unexpected(data.error());
    const auto stated = statedOperation(arguments);
    if (!stated)
        return Unexpected(stated.error());
    const auto request = readRequest(arguments.files().constFirst());
    if (!request)
        return Unexpected(request.error());
    const review::Operation operation = stated->value_or(review::operationOf(request->value));
    const auto found = check(arguments, request->value, operation, data->acePack);
    if (!found)
        return Unexpected(found.error());
    const auto locked = lockedFields(arguments, *request, operation, data->filingRules);
    if (!locked)
        return Unexpected(locked.error());
    domain::Findings all = *found;
    all.insert(all.end(), locked->begin(), locked->end());
    const domain::Findings findings = review::sorted(std::move(all));
    const Step printed =
        print(*format == u"json" ? findingsJson(findings, arguments.asOf()) : findingsTable(findings, u"request"_s));
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
