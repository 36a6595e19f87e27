#include "review/ace/preflight.h"

#include "review/ace/findinglist.h"
#include "review/ace/rulecheck.h"
#include "review/ace/shape.h"

namespace review {

using namespace Qt::StringLiterals;

namespace {

void check(const json::Value &request, const catalogue::AcePack &pack, Operation operation, QDate asOf,
           FindingList &list)
{
    checkShape(request, pack, operation, list);
    // What is no object meets no rule: one finding says it all.
    if (request.kind == json::Kind::Object)
        checkRules(request, pack, operation, asOf, list);
}

/// The submission's keys with those of the opportunity beside them, for rules that look at both.
json::Value together(const json::Value &submission, const json::Value &opportunity)
{
    json::Value both = submission;
    for (const json::Member &member : opportunity.members) {
        if (!both.find(member.key))
            both.members.push_back(member);
    }
    return both;
}

/// The opportunity without what no request has: its associations, which are made one by one.
json::Value withoutAssociations(json::Value opportunity)
{
    std::erase_if(opportunity.members,
                  [](const json::Member &member) { return member.key == "RelatedEntityIdentifiers"_L1; });
    return opportunity;
}

} // namespace

Operation operationOf(const json::Value &request)
{
    if (request.kind != json::Kind::Object)
        return Operation::Create;
    if (request.find(u"AwsSubmission"_s))
        return Operation::Submit;
    const bool ofStored = request.find(u"Identifier"_s) || request.find(u"LastModifiedDate"_s);
    return ofStored && !request.find(u"ClientToken"_s) ? Operation::Update : Operation::Create;
}

domain::Findings preflight(const json::Value &request, const catalogue::AcePack &pack, Operation operation, QDate asOf)
{
    FindingList list(kMostAceFindings);
    check(request, pack, operation, asOf, list);
    return list.take();
}

domain::Findings preflightSubmission(const json::Value &submission, const json::Value &opportunity,
                                     const catalogue::AcePack &pack, QDate asOf)
{
    FindingList list(kMostAceFindings, true);
    const Operation operation = operationOf(opportunity) == Operation::Update ? Operation::Update : Operation::Create;
    check(withoutAssociations(opportunity), pack, operation, asOf, list);
    checkShape(submission, pack, Operation::Submit, list);
    if (submission.kind == json::Kind::Object && opportunity.kind == json::Kind::Object)
        checkRules(together(submission, opportunity), pack, Operation::Submit, asOf, list);
    return list.take();
}

} // namespace review
