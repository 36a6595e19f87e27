// What a record needs from the worksheet: the facts ACE requires on create or submission (CreateOpportunity reference of
// the Partner Central Selling API), dates that lie in the past, and fact notes that name nothing.
#include "domain/defaults.h"
#include "domain/fieldpath.h"
#include "review/ownfacts.h"
#include "review/review.h"

namespace review {

using domain::Company;
using domain::Findings;
using domain::Severity;
using domain::UseCase;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

/// White space states nothing.
bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

class FactList {
public:
    void missing(bool isMissing, Severity severity, const QString &field, const QString &message, const QString &fix)
    {
        if (isMissing)
            findings.push_back({severity == Severity::Error ? u"ace-fact-missing"_s : u"missing-fact"_s, severity,
                                field, message, fix});
    }
    void past(std::optional<QDate> date, QDate asOf, const QString &field, const QString &what)
    {
        if (date && *date < asOf)
            findings.push_back(
                {u"date-in-the-past"_s, Severity::Error, field,
                 what + u" ("_s + date->toString(Qt::ISODate) + u") lies before "_s + asOf.toString(Qt::ISODate) + u'.',
                 u"Move the date: ACE takes future dates only, and credits do not reach back."_s});
    }
    Findings findings;
};

void reviewCompany(const Company &company, FactList &facts)
{
    facts.missing(isBlank(company.website), Severity::Error, u"company/website"_s,
                  u"The company's website is missing."_s,
                  u"Ask for the website: ACE requires it and the reviewer opens it first."_s);
    facts.missing(isBlank(company.country), Severity::Error, u"company/country"_s,
                  u"The company's country is missing."_s, u"Ask for the country of the billing address."_s);
    facts.missing(isBlank(company.postalCode), Severity::Error, u"company/postalCode"_s,
                  u"The company's postal code is missing."_s, u"Ask for the postal code of the billing address."_s);
    facts.missing(company.country == u"US" && isBlank(company.state), Severity::Error, u"company/state"_s,
                  u"The state is missing; ACE requires it for companies in the United States."_s,
                  u"Ask for the state."_s);
    facts.missing(isBlank(company.industry), Severity::Error, u"company/industry"_s,
                  u"The company's industry is missing."_s, u"Choose one of ACE's industries."_s);
    facts.missing(company.industry == u"Other" && isBlank(company.otherIndustry), Severity::Error,
                  u"company/otherIndustry"_s, u"The industry is Other, but not which."_s, u"Name the industry."_s);
    facts.missing(isBlank(company.city), Severity::Warning, u"company/city"_s, u"The company's city is missing."_s,
                  u"Ask for the city: it stands in the brief."_s);
    facts.missing(!company.headcount, Severity::Warning, u"company/headcount"_s,
                  u"The company's headcount is missing."_s,
                  u"Ask how many people work there: the reviewer weighs the spend against it."_s);
    facts.missing(!company.consentToShare.value_or(false), Severity::Warning, u"company/consentToShare"_s,
                  u"The customer's consent to share this with AWS is not recorded."_s,
                  u"Ask for the consent before filing, and record it."_s);
}

void reviewAccount(const domain::AwsAccount &aws, FactList &facts)
{
    facts.missing(isBlank(aws.accountId), Severity::Warning, u"aws/accountId"_s, u"The AWS account ID is missing."_s,
                  u"Ask for the 12-digit account ID: credits are granted on it."_s);
    facts.missing(!aws.monthlySpendUsd, Severity::Warning, u"aws/monthlySpendUsd"_s, u"Today's AWS bill is missing."_s,
                  u"Ask for last month's bill; zero is an answer."_s);
}

/// The question, and what the case already knows to answer it with.
QString askWhyNow(const Worksheet &worksheet, const UseCase &useCase)
{
    const QStringList known = ownFacts(worksheet, useCase, "whyNow"_L1);
    return u"Ask what happens if nothing is done this quarter"_s
         + (known.isEmpty() ? u"."_s : QString(u"; the case knows: "_s + known.mid(0, 2).join(u", "_s) + u'.'));
}

void reviewUseCase(const Worksheet &worksheet, const UseCase &useCase, QDate asOf, FactList &facts)
{
    const QString field = u"useCases/"_s + useCase.id;
    facts.missing(isBlank(useCase.title), Severity::Warning, field + u"/title"_s,
                  u"The use case "_s + useCase.id + u" has no title."_s, u"Name it in three to five words."_s);
    facts.missing(isBlank(useCase.problem), Severity::Error, field + u"/problem"_s,
                  u"The use case "_s + useCase.id + u" states no problem; ACE requires the business problem."_s,
                  u"Ask what hurts today, with a number."_s);
    facts.missing(isBlank(useCase.solution), Severity::Warning, field + u"/solution"_s,
                  u"The use case "_s + useCase.id + u" states no solution."_s,
                  u"Say in a sentence what will be built."_s);
    facts.missing(isBlank(useCase.whyNow), Severity::Advice, field + u"/whyNow"_s,
                  u"The use case "_s + useCase.id + u" does not say why now."_s, askWhyNow(worksheet, useCase));
    facts.missing(useCase.workloads.empty(), Severity::Warning, field + u"/workloads"_s,
                  u"The use case "_s + useCase.id + u" has no workload, so nothing of it runs on Bedrock."_s,
                  u"Add the workload with its model and volume."_s);
    facts.past(useCase.startsOn, asOf, field + u"/startsOn"_s, u"The start of "_s + useCase.id);
    facts.past(useCase.endsOn, asOf, field + u"/endsOn"_s, u"The end of "_s + useCase.id);
    facts.past(useCase.goLiveOn, asOf, field + u"/goLiveOn"_s, u"The go-live of "_s + useCase.id);
}

} // namespace

Findings reviewFacts(const Worksheet &worksheet, QDate asOf)
{
    FactList facts;
    reviewCompany(worksheet.company, facts);
    reviewAccount(worksheet.aws, facts);
    facts.missing(worksheet.useCases.empty(), Severity::Error, u"useCases"_s, u"There is no use case."_s,
                  u"Define at least one: problem, solution, scope, success metric."_s);
    for (const UseCase &useCase : worksheet.useCases)
        reviewUseCase(worksheet, useCase, asOf, facts);
    facts.missing(worksheet.contacts.empty(), Severity::Warning, u"contacts"_s, u"No customer contact is named."_s,
                  u"Name the founder or the technical contact: AWS may call."_s);
    facts.missing(worksheet.partner.solutionIds.isEmpty(), Severity::Warning, u"partner/solutionIds"_s,
                  u"No partner solution is named; a record needs one before it is submitted."_s,
                  u"Give the solution's ID (S- and digits) in the partner profile."_s);
    for (const domain::RecordFacts &record : worksheet.records)
        facts.past(record.targetCloseDate, asOf, u"records/"_s + record.pool + u"/targetCloseDate"_s,
                   u"The target close date of "_s + record.pool);
    for (const auto &[path, fact] : worksheet.facts) {
        if (!domain::namesSomething(worksheet, path))
            facts.findings.push_back({u"fact-names-nothing"_s, Severity::Advice, u"facts/"_s + path,
                                      u"The note on \""_s + path + u"\" names no field of this worksheet."_s,
                                      u"Correct the path or remove the note."_s});
    }
    return std::move(facts.findings);
}

} // namespace review
