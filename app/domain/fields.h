// THE list of worksheet fields: the only place that enumerates them.
//
// visitFields(struct, visit) calls visit(FieldMeta, member, limits) for every field, in the order of the file. The member
// is const or not as the struct is. Nested structs and lists of structs are fields too: their visitor recurses.
// A new field is added to worksheet.h and here; completeness tests name every other place that has to know it.
// Limits are those of the published worksheet format; lengths of facts that go to ACE are ACE's (CreateOpportunity).
#pragma once

#include "domain/fieldmeta.h"
#include "domain/worksheet.h"

#include <concepts>
#include <type_traits>

namespace domain {

template <class S, class Struct>
concept Is = std::same_as<std::remove_cv_t<S>, Struct>;

inline constexpr IntegerLimits kMonthLimits{1, 36};
inline constexpr IntegerLimits kTokenLimits{0, 10'000'000};
inline constexpr IntegerLimits kRequestLimits{0, 1'000'000'000};
inline constexpr DecimalLimits kShareLimits{Decimal(), Decimal::fromInteger(1), false, false};
inline constexpr DecimalLimits kGrowthLimits{Decimal::fromMillionths(-900'000), Decimal::fromInteger(5), false, false};
inline constexpr TextLimits kLongText{0, 2000, TextForm::Any};

template <Is<Round> S, class V>
void visitFields(S &round, V &&visit)
{
    visit(FieldMeta{"name", "Last round", "", "What was your last round?", ""}, round.name, TextLimits{});
    visit(FieldMeta{"amountUsd", "Amount raised", "US dollars", "How much did you raise?", ""}, round.amountUsd,
          MoneyLimits{});
    visit(FieldMeta{"closedOn", "Closed on", "", "When did the round close?", ""}, round.closedOn, NoLimits{});
    visit(FieldMeta{"leadInvestor", "Lead investor", "", "Who led it?", ""}, round.leadInvestor, TextLimits{});
}

template <Is<Company> S, class V>
void visitFields(S &company, V &&visit)
{
    visit(FieldMeta{"name", "Company name", "", "What is the company called?", "Customer.Account.CompanyName", true},
          company.name, TextLimits{1, 120});
    visit(FieldMeta{"website", "Website", "", "What is your website?", "Customer.Account.WebsiteUrl"}, company.website,
          TextLimits{4, 255});
    visit(FieldMeta{"description", "What the company does", "", "What do you do, in one sentence?", ""},
          company.description, TextLimits{});
    visit(FieldMeta{"industry", "Industry", "", "Which industry are you in?", "Customer.Account.Industry"},
          company.industry, TextLimits{1, 255, TextForm::Industry});
    visit(FieldMeta{"otherIndustry", "Other industry", "", "", "Customer.Account.OtherIndustry"}, company.otherIndustry,
          TextLimits{});
    visit(
        FieldMeta{"country", "Country", "", "In which country are you billed?", "Customer.Account.Address.CountryCode"},
        company.country, TextLimits{2, 2, TextForm::Country});
    visit(FieldMeta{"state", "State", "", "In which state?", "Customer.Account.Address.StateOrRegion"}, company.state,
          TextLimits{});
    visit(FieldMeta{"city", "City", "", "In which city?", "Customer.Account.Address.City"}, company.city, TextLimits{});
    visit(FieldMeta{"street", "Street", "", "", "Customer.Account.Address.StreetAddress"}, company.street,
          TextLimits{});
    visit(FieldMeta{"postalCode", "Postal code", "", "What is your billing postal code?",
                    "Customer.Account.Address.PostalCode"},
          company.postalCode, TextLimits{0, 20});
    visit(FieldMeta{"duns", "D-U-N-S number", "", "", "Customer.Account.Duns"}, company.duns,
          TextLimits{9, 9, TextForm::Duns});
    visit(FieldMeta{"headcount", "Headcount", "people", "How many people work there?", ""}, company.headcount,
          IntegerLimits{1, 10'000'000});
    visit(FieldMeta{"foundedYear", "Founded", "year", "When was the company founded?", ""}, company.foundedYear,
          IntegerLimits{1800, 2100});
    visit(FieldMeta{"stage", "Stage", "", "What stage is the company at?", ""}, company.stage, NoLimits{});
    visit(FieldMeta{"institutionallyFunded", "Institutionally funded", "", "Have you raised from institutions?", ""},
          company.institutionallyFunded, NoLimits{});
    visit(FieldMeta{"competesWithAws", "Competes with AWS", "", "Do you sell what AWS sells?", ""},
          company.competesWithAws, NoLimits{});
    visit(FieldMeta{"aiFirst", "AI-first", "", "Is AI the core of the product?", ""}, company.aiFirst, NoLimits{});
    visit(FieldMeta{"incorporated", "Incorporated", "", "Is the company incorporated?", ""}, company.incorporated,
          NoLimits{});
    visit(FieldMeta{"lastRound", "Last round", "", "", ""}, company.lastRound, NoLimits{});
    visit(FieldMeta{"activateOrgId", "Activate organization ID", "", "", ""}, company.activateOrgId, TextLimits{0, 32});
    visit(FieldMeta{"consentToShare", "Consent to share with AWS", "", "May we share this with AWS?", ""},
          company.consentToShare, NoLimits{});
}

template <Is<Contact> S, class V>
void visitFields(S &contact, V &&visit)
{
    constexpr TextLimits kName{0, 80};
    visit(FieldMeta{"firstName", "First name", "", "", "Customer.Contacts[].FirstName"}, contact.firstName, kName);
    visit(FieldMeta{"lastName", "Last name", "", "", "Customer.Contacts[].LastName"}, contact.lastName, kName);
    visit(FieldMeta{"title", "Title", "", "", "Customer.Contacts[].BusinessTitle"}, contact.title, kName);
    visit(FieldMeta{"email", "E-mail", "", "", "Customer.Contacts[].Email"}, contact.email, kName);
    visit(FieldMeta{"phone", "Phone", "", "", "Customer.Contacts[].Phone"}, contact.phone,
          TextLimits{0, 80, TextForm::Phone});
    visit(FieldMeta{"role", "Role", "", "Who decides, who builds, who pays?", ""}, contact.role, NoLimits{});
}

template <Is<PriorCredit> S, class V>
void visitFields(S &credit, V &&visit)
{
    visit(FieldMeta{"programme", "Program", "", "", "", true}, credit.programme, TextLimits{1, 255});
    visit(FieldMeta{"amountUsd", "Granted", "US dollars", "", "", true}, credit.amountUsd, MoneyLimits{});
    visit(FieldMeta{"grantedOn", "Granted on", "", "", ""}, credit.grantedOn, NoLimits{});
    visit(FieldMeta{"expiresOn", "Expires on", "", "When do they expire?", ""}, credit.expiresOn, NoLimits{});
    visit(FieldMeta{"remainingUsd", "Remaining", "US dollars", "How much of the credits is left?", ""},
          credit.remainingUsd, MoneyLimits{});
}

template <Is<AwsAccount> S, class V>
void visitFields(S &aws, V &&visit)
{
    visit(FieldMeta{"accountId", "Account ID", "", "What is the 12-digit AWS account ID?",
                    "Customer.Account.AwsAccountId"},
          aws.accountId, TextLimits{0, 12, TextForm::AccountId});
    visit(FieldMeta{"payerAccountId", "Payer account ID", "", "Who pays the bill: this account or another?", ""},
          aws.payerAccountId, TextLimits{0, 12, TextForm::AccountId});
    visit(FieldMeta{"region", "Region", "", "In which Region do you run?", ""}, aws.region,
          TextLimits{1, 255, TextForm::Region});
    visit(FieldMeta{"monthlySpendUsd", "AWS bill today", "US dollars per month", "What do you pay AWS a month?", ""},
          aws.monthlySpendUsd, MoneyLimits{});
    visit(FieldMeta{"bedrockMonthlySpendUsd", "of it Bedrock", "US dollars per month",
                    "How much of your AWS bill is Bedrock?", ""},
          aws.bedrockMonthlySpendUsd, MoneyLimits{});
    visit(FieldMeta{"spendChangeReason", "Why month 1 differs", "",
                    "Why will the first month differ from today's bill?", ""},
          aws.spendChangeReason, TextLimits{0, 500});
    visit(FieldMeta{"priorCredits", "Credits so far", "", "Which credits have you had?", ""}, aws.priorCredits,
          ListLimits{});
}

template <Is<Step> S, class V>
void visitFields(S &step, V &&visit)
{
    visit(FieldMeta{"month", "Month", "month of the projection", "When do you launch?", "", true}, step.month,
          kMonthLimits);
    visit(FieldMeta{"multiplier", "Multiplier", "x volume", "By how much does volume grow then?", "", true},
          step.multiplier, DecimalLimits{Decimal(), Decimal::fromInteger(1000)});
}

template <Is<Provisioned> S, class V>
void visitFields(S &provisioned, V &&visit)
{
    visit(FieldMeta{"modelUnits", "Model units", "units", "", ""}, provisioned.modelUnits, IntegerLimits{1, 1000});
    visit(FieldMeta{"commitment", "Commitment", "", "", ""}, provisioned.commitment, NoLimits{});
}

template <Is<VolumeRange> S, class V>
void visitFields(S &range, V &&visit)
{
    visit(FieldMeta{"requestsPerDay", "Requests a day, low and high", "requests per day", "At least and at most?", ""},
          range.requestsPerDay, kRequestLimits);
    visit(FieldMeta{"inputTokens", "Input tokens, low and high", "tokens per call", "", ""}, range.inputTokens,
          kTokenLimits);
    visit(FieldMeta{"outputTokens", "Output tokens, low and high", "tokens per call", "", ""}, range.outputTokens,
          kTokenLimits);
}

template <Is<Workload> S, class V>
void visitFields(S &workload, V &&visit)
{
    visit(FieldMeta{"id", "ID", "", "", "", true}, workload.id, TextLimits{1, 40, TextForm::Identifier});
    visit(FieldMeta{"name", "Workload", "", "What calls the model?", ""}, workload.name, TextLimits{1, 120});
    visit(FieldMeta{"model", "Model", "", "Which model?", ""}, workload.model, TextLimits{});
    visit(FieldMeta{"alternatives", "Also tried", "", "Which other models will you try?", ""}, workload.alternatives,
          ListOfTextLimits{});
    visit(FieldMeta{"scope", "Inference profile", "", "Must inference stay in the Region?", ""}, workload.scope,
          NoLimits{});
    visit(FieldMeta{"tier", "Service tier", "", "", ""}, workload.tier, NoLimits{});
    visit(FieldMeta{"requestsPerDay", "Requests a day", "requests per day", "How many requests a day?", ""},
          workload.requestsPerDay, kRequestLimits);
    visit(FieldMeta{"users", "Users", "users", "How many users?", ""}, workload.users, kRequestLimits);
    visit(
        FieldMeta{"actionsPerUserPerDay", "Actions a user and day", "actions", "How often does each use it a day?", ""},
        workload.actionsPerUserPerDay, DecimalLimits{Decimal(), Decimal::fromInteger(1'000'000), false, true});
    visit(FieldMeta{"callsPerRequest", "Model calls a request", "calls", "How many model calls does one request make?",
                    ""},
          workload.callsPerRequest, IntegerLimits{1, 1000});
    visit(FieldMeta{"daysPerMonth", "Days a month", "days", "Every day, or on working days?", ""},
          workload.daysPerMonth, DecimalLimits{Decimal(), Decimal::fromInteger(31), true});
    visit(FieldMeta{"inputTokens", "Input tokens", "tokens per call", "How long is a prompt?", ""},
          workload.inputTokens, kTokenLimits);
    visit(FieldMeta{"outputTokens", "Output tokens", "tokens per call", "How long is an answer?", ""},
          workload.outputTokens, kTokenLimits);
    visit(FieldMeta{"cachedPrefixTokens", "Repeated prefix", "tokens per call", "How much of the prompt repeats?", ""},
          workload.cachedPrefixTokens, kTokenLimits);
    visit(FieldMeta{"cacheHitRate", "Cache hit rate", "share", "", ""}, workload.cacheHitRate, kShareLimits);
    visit(FieldMeta{"cacheTtl", "Cache lifetime", "", "", ""}, workload.cacheTtl, NoLimits{});
    visit(FieldMeta{"batchShare", "Share in batch", "share", "How much of it can wait for a batch?", ""},
          workload.batchShare, kShareLimits);
    visit(FieldMeta{"growthPerMonth", "Growth a month", "share", "How fast does it grow?", ""}, workload.growthPerMonth,
          kGrowthLimits);
    visit(FieldMeta{"fromMonth", "From month", "month of the projection", "", ""}, workload.fromMonth, kMonthLimits);
    visit(FieldMeta{"toMonth", "To month", "month of the projection", "", ""}, workload.toMonth, kMonthLimits);
    visit(FieldMeta{"steps", "Launch steps", "", "", ""}, workload.steps, ListLimits{});
    visit(FieldMeta{"provisioned", "Provisioned throughput", "", "", ""}, workload.provisioned, NoLimits{});
    visit(FieldMeta{"range", "Low and high", "", "", ""}, workload.range, NoLimits{});
}

template <Is<ServiceUse> S, class V>
void visitFields(S &service, V &&visit)
{
    visit(FieldMeta{"id", "ID", "", "", ""}, service.id, TextLimits{});
    visit(FieldMeta{"service", "AWS service", "", "Which other AWS services run beside it?", "", true}, service.service,
          TextLimits{1, 255});
    visit(FieldMeta{"item", "Priced unit", "", "", ""}, service.item, TextLimits{});
    visit(FieldMeta{"quantity", "Quantity", "units per month", "", ""}, service.quantity,
          DecimalLimits{Decimal(), Decimal::fromInteger(1'000'000'000'000'000)});
    visit(FieldMeta{"monthlyUsd", "Monthly amount", "US dollars per month", "What does it cost a month?", ""},
          service.monthlyUsd, MoneyLimits{});
    visit(FieldMeta{"growthPerMonth", "Growth a month", "share", "", ""}, service.growthPerMonth, kGrowthLimits);
    visit(FieldMeta{"fromMonth", "From month", "month of the projection", "", ""}, service.fromMonth, kMonthLimits);
    visit(FieldMeta{"toMonth", "To month", "month of the projection", "", ""}, service.toMonth, kMonthLimits);
    visit(FieldMeta{"creditEligible", "Credit eligible", "", "", ""}, service.creditEligible, NoLimits{});
}

template <Is<UseCase> S, class V>
void visitFields(S &useCase, V &&visit)
{
    visit(FieldMeta{"id", "ID", "", "", "", true}, useCase.id, TextLimits{1, 40, TextForm::Identifier});
    visit(FieldMeta{"title", "Title", "", "What would you call it?", "Project.Title"}, useCase.title,
          TextLimits{1, 120});
    visit(FieldMeta{"problem", "Problem", "", "What hurts today, with a number?", "Project.CustomerBusinessProblem"},
          useCase.problem, kLongText);
    visit(FieldMeta{"whyNow", "Why now", "", "What forces you to act now?", "Project.CustomerBusinessProblem"},
          useCase.whyNow, kLongText);
    visit(FieldMeta{"solution", "Solution", "", "What will you build?", "Project.CustomerBusinessProblem"},
          useCase.solution, kLongText);
    visit(FieldMeta{"whyBedrock", "Why Bedrock", "", "Why on Bedrock?", ""}, useCase.whyBedrock, kLongText);
    visit(FieldMeta{"users", "Users", "", "Who uses it, now and after launch?", ""}, useCase.users, kLongText);
    visit(FieldMeta{"scope", "In scope", "", "What is in the proof of concept?", ""}, useCase.scope, kLongText);
    visit(FieldMeta{"outOfScope", "Out of scope", "", "What is out of scope?", ""}, useCase.outOfScope, kLongText);
    visit(FieldMeta{"successMetric", "Success metric", "", "Which number decides that it worked?",
                    "Project.CustomerBusinessProblem"},
          useCase.successMetric, kLongText);
    visit(FieldMeta{"baseline", "Baseline", "", "Where does the success metric stand today?", ""}, useCase.baseline,
          kLongText);
    visit(FieldMeta{"evaluation", "Evaluation and decision", "", "How is it measured, who decides, and when?", ""},
          useCase.evaluation, kLongText);
    visit(FieldMeta{"proofOfConcept", "Proof of concept", "", "Is it a defined proof of concept?", ""},
          useCase.proofOfConcept, NoLimits{});
    visit(FieldMeta{"startsOn", "Starts on", "", "When do you start?", ""}, useCase.startsOn, NoLimits{});
    visit(FieldMeta{"endsOn", "Ends on", "", "When does the proof of concept end?", ""}, useCase.endsOn, NoLimits{});
    visit(FieldMeta{"goLiveOn", "Goes live on", "", "When do you go live?", "LifeCycle.TargetCloseDate"},
          useCase.goLiveOn, NoLimits{});
    visit(FieldMeta{"accountId", "Account ID", "", "", "Customer.Account.AwsAccountId"}, useCase.accountId,
          TextLimits{0, 12, TextForm::AccountId});
    visit(FieldMeta{"region", "Region", "", "", ""}, useCase.region, TextLimits{1, 255, TextForm::Region});
    visit(FieldMeta{"workloads", "Workloads", "", "", ""}, useCase.workloads, ListLimits{});
    visit(FieldMeta{"services", "Supporting services", "", "", ""}, useCase.services, ListLimits{});
}

template <Is<PoolRequest> S, class V>
void visitFields(S &pool, V &&visit)
{
    visit(FieldMeta{"id", "ID", "", "", ""}, pool.id, TextLimits{1, 40, TextForm::Identifier});
    visit(FieldMeta{"programme", "Program", "", "", "", true}, pool.programme, TextLimits{1, 255});
    visit(FieldMeta{"useCases", "Earmarked to", "", "", ""}, pool.useCases, ListOfTextLimits{});
    visit(FieldMeta{"route", "Route", "", "Do you have an Activate organization ID?", ""}, pool.route, NoLimits{});
    visit(FieldMeta{"fromMonth", "Window from", "month of the projection", "", ""}, pool.fromMonth, kMonthLimits);
    visit(FieldMeta{"months", "Window", "months", "", ""}, pool.months, kMonthLimits);
    visit(FieldMeta{"issuedMonth", "Credits arrive in", "month of the projection", "", ""}, pool.issuedMonth,
          kMonthLimits);
    visit(FieldMeta{"validMonths", "Valid for", "months", "", ""}, pool.validMonths, IntegerLimits{1, 60});
    visit(FieldMeta{"amountUsd", "Ask set by hand", "US dollars", "", ""}, pool.amountUsd, MoneyLimits{});
}

template <Is<Funding> S, class V>
void visitFields(S &funding, V &&visit)
{
    visit(FieldMeta{"startMonth", "First month", "", "When does the work start?", ""}, funding.startMonth, NoLimits{});
    visit(FieldMeta{"months", "Projection", "months", "", ""}, funding.months, kMonthLimits);
    visit(FieldMeta{"headroom", "Headroom", "share", "", ""}, funding.headroom,
          DecimalLimits{Decimal(), Decimal::fromInteger(2)});
    visit(FieldMeta{"fullVolumeMonth", "Full month", "month of the projection", "",
                    "Project.ExpectedCustomerSpend[].Amount"},
          funding.fullVolumeMonth, kMonthLimits);
    visit(FieldMeta{"pools", "Pools", "", "", ""}, funding.pools, ListLimits{0, 10});
}

template <Is<RecordFacts> S, class V>
void visitFields(S &record, V &&visit)
{
    visit(FieldMeta{"pool", "Pool", "", "", "", true}, record.pool, TextLimits{1, 40, TextForm::Identifier});
    visit(FieldMeta{"title", "Title", "", "", "Project.Title"}, record.title, TextLimits{});
    visit(FieldMeta{"phase", "Phase", "", "", "Project.Title"}, record.phase, TextLimits{});
    visit(FieldMeta{"problem", "Business problem", "", "", "Project.CustomerBusinessProblem"}, record.problem,
          kLongText);
    visit(FieldMeta{"scope", "Scope", "", "", ""}, record.scope, kLongText);
    visit(FieldMeta{"successMetric", "Success metric", "", "", ""}, record.successMetric, kLongText);
    visit(FieldMeta{"stage", "Stage", "", "", "LifeCycle.Stage"}, record.stage, TextLimits{});
    visit(FieldMeta{"targetCloseDate", "Target close date", "", "", "LifeCycle.TargetCloseDate"},
          record.targetCloseDate, NoLimits{});
    visit(FieldMeta{"nextSteps", "Next steps", "", "", "LifeCycle.NextSteps"}, record.nextSteps, TextLimits{});
    visit(FieldMeta{"primaryNeeds", "Primary needs from AWS", "", "", "PrimaryNeedsFromAws"}, record.primaryNeeds,
          ListOfTextLimits{});
    visit(FieldMeta{"salesActivities", "Sales activities", "", "", "Project.SalesActivities"}, record.salesActivities,
          ListOfTextLimits{});
    visit(FieldMeta{"deliveryModels", "Delivery models", "", "", "Project.DeliveryModels"}, record.deliveryModels,
          ListOfTextLimits{});
    visit(FieldMeta{"opportunityType", "Opportunity type", "", "", "OpportunityType"}, record.opportunityType,
          TextLimits{});
    visit(FieldMeta{"engagementType", "Engagement", "", "", ""}, record.engagementType, TextLimits{});
    visit(FieldMeta{"estimationUrl", "Calculator link", "", "", "Project.ExpectedCustomerSpend[].EstimationUrl"},
          record.estimationUrl, TextLimits{});
    visit(FieldMeta{"comments", "Comments", "", "", "Project.AdditionalComments"}, record.comments, TextLimits{});
    visit(FieldMeta{"opportunityId", "Opportunity ID", "", "", "Identifier"}, record.opportunityId, TextLimits{});
    visit(FieldMeta{"status", "Status", "", "", ""}, record.status, TextLimits{});
}

template <Is<Person> S, class V>
void visitFields(S &person, V &&visit)
{
    constexpr TextLimits kName{0, 80};
    visit(FieldMeta{"firstName", "First name", "", "", "OpportunityTeam[].FirstName"}, person.firstName, kName);
    visit(FieldMeta{"lastName", "Last name", "", "", "OpportunityTeam[].LastName"}, person.lastName, kName);
    visit(FieldMeta{"title", "Title", "", "", ""}, person.title, kName);
    visit(FieldMeta{"email", "E-mail", "", "", "OpportunityTeam[].Email"}, person.email, kName);
    visit(FieldMeta{"phone", "Phone", "", "", "OpportunityTeam[].Phone"}, person.phone,
          TextLimits{0, 80, TextForm::Phone});
}

template <Is<Partner> S, class V>
void visitFields(S &partner, V &&visit)
{
    visit(FieldMeta{"name", "Partner", "", "", ""}, partner.name, TextLimits{});
    visit(FieldMeta{"tier", "Tier", "", "", ""}, partner.tier, NoLimits{});
    visit(FieldMeta{"aceAccess", "ACE access", "", "", ""}, partner.aceAccess, NoLimits{});
    visit(FieldMeta{"solutionIds", "Solution IDs", "", "", "AssociateOpportunity"}, partner.solutionIds,
          ListOfTextLimits{});
    visit(FieldMeta{"owner", "Opportunity owner", "", "", "OpportunityTeam[]"}, partner.owner, NoLimits{});
}

template <Is<Fact> S, class V>
void visitFields(S &fact, V &&visit)
{
    visit(FieldMeta{"status", "Status", "", "", "", true}, fact.status, NoLimits{});
    visit(FieldMeta{"note", "Note", "", "", ""}, fact.note, kLongText);
}

template <Is<Worksheet> S, class V>
void visitFields(S &worksheet, V &&visit)
{
    visit(FieldMeta{"company", "Company", "", "", "", true}, worksheet.company, NoLimits{});
    visit(FieldMeta{"contacts", "Contacts", "", "", "Customer.Contacts[]"}, worksheet.contacts, ListLimits{});
    visit(FieldMeta{"aws", "AWS account", "", "", ""}, worksheet.aws, NoLimits{});
    visit(FieldMeta{"useCases", "Use cases", "", "", ""}, worksheet.useCases, ListLimits{0, 20});
    visit(FieldMeta{"footprint", "Other AWS spend", "", "", ""}, worksheet.footprint, ListLimits{});
    visit(FieldMeta{"funding", "Funding", "", "", ""}, worksheet.funding, NoLimits{});
    visit(FieldMeta{"records", "Records", "", "", ""}, worksheet.records, ListLimits{});
    visit(FieldMeta{"partner", "Partner", "", "", ""}, worksheet.partner, NoLimits{});
    visit(FieldMeta{"facts", "Fact notes", "", "", ""}, worksheet.facts, NoLimits{});
}

} // namespace domain
