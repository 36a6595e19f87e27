#include "funding/eligibility.h"

#include "domain/defaults.h"

#include <algorithm>

namespace funding {

using domain::PartnerTier;
using domain::Severity;
using domain::Stage;
using namespace Qt::StringLiterals;

namespace {

const auto kFounders = u"activate-founders"_s;
const auto kPortfolio = u"activate-portfolio"_s;
const auto kAccelerator = u"genai-accelerator"_s;
const auto kBedrockPoc = u"bedrock-poc"_s;
const auto kEnterprisePoc = u"enterprise-poc"_s;

/// Collects the answer: each rule calls no() or weak().
class Decision {
public:
    explicit Decision(const EligibilityQuestion &question) : m_question(question) {}

    void no(const QString &rule, const QString &reason, const QString &fix)
    {
        m_result.eligible = false;
        m_result.reasons.insert(m_no++, reason);
        add(rule, Severity::Error, poolField(m_question.poolId), reason, fix);
    }

    void weak(const QString &rule, const QString &reason, const QString &fix)
    {
        m_result.reasons.append(reason);
        add(rule, Severity::Warning, poolField(m_question.poolId), reason, fix);
    }

    void add(const QString &rule, Severity severity, const QString &field, const QString &reason, const QString &fix)
    {
        m_result.findings.push_back({rule, severity, field, m_question.programme.name + u": "_s + reason, fix});
    }

    bool is(const QString &programme) const { return m_question.programme.id == programme; }
    Eligibility take() { return std::move(m_result); }

private:
    const EligibilityQuestion &m_question;
    Eligibility m_result;
    qsizetype m_no = 0; // reasons why not stand before the weak ones
};

void decideStage(Decision &decision, const domain::Company &company)
{
    if (!company.stage)
        return;
    switch (*company.stage) {
    case Stage::Individual:
        if (!decision.is(kFounders))
            decision.no(u"eligibility-individual"_s, u"individuals qualify for Activate Founders only."_s,
                        u"Incorporate and define a business use case; until then use Activate Founders."_s);
        break;
    case Stage::Established:
        if (decision.is(kFounders) || decision.is(kPortfolio) || decision.is(kAccelerator))
            decision.no(u"eligibility-established"_s, u"established companies do not qualify for startup programs."_s,
                        u"File an enterprise proof of concept through the AWS account team."_s);
        else if (decision.is(kBedrockPoc))
            decision.weak(u"eligibility-established-poc"_s,
                          u"an established company's proof of concept usually goes through the account team."_s,
                          u"Ask the AWS account team, and consider the enterprise proof of concept."_s);
        break;
    case Stage::SeriesBPlus:
        if (decision.is(kFounders))
            decision.no(u"eligibility-series-b"_s, u"companies from Series B on do not qualify."_s,
                        u"Remove the pool; a proof of concept remains open."_s);
        else if (decision.is(kPortfolio))
            decision.weak(u"eligibility-series-b-portfolio"_s,
                          u"AWS states that Activate is for companies up to Series A."_s,
                          u"Confirm with the AWS contact before filing."_s);
        break;
    case Stage::PreSeed:
    case Stage::Seed:
    case Stage::SeriesA:
        if (decision.is(kEnterprisePoc))
            decision.no(u"eligibility-startup-enterprise"_s, u"it is for established companies."_s,
                        u"Use the Bedrock proof of concept instead."_s);
        break;
    }
}

void decideCompany(Decision &decision, const domain::Company &company)
{
    if (company.competesWithAws.value_or(false))
        decision.no(u"eligibility-competitor"_s, u"the company competes with AWS directly."_s,
                    u"No AWS funding program is open to a direct competitor; do not file."_s);
    decideStage(decision, company);
    if (decision.is(kPortfolio) && !company.institutionallyFunded.value_or(false))
        decision.no(u"eligibility-not-funded"_s, u"the company is not institutionally funded."_s,
                    u"Use Activate Founders now, and file Portfolio when a round has closed."_s);
    if (decision.is(kAccelerator) && !company.aiFirst.value_or(false))
        decision.no(u"eligibility-not-ai-first"_s, u"the company is not AI-first."_s,
                    u"Remove the pool, or record that the product is AI at its core."_s);
}

const domain::UseCase *useCaseOf(const domain::Worksheet &worksheet, const QString &id)
{
    const auto found = std::find_if(worksheet.useCases.begin(), worksheet.useCases.end(),
                                    [&id](const domain::UseCase &useCase) { return useCase.id == id; });
    return found == worksheet.useCases.end() ? nullptr : &*found;
}

void decideProofOfConcept(Decision &decision, const EligibilityQuestion &question)
{
    bool defined = false;
    for (const QString &id : question.useCases) {
        const domain::UseCase *useCase = useCaseOf(question.worksheet, id);
        if (!useCase || !domain::isProofOfConcept(*useCase))
            continue;
        defined = defined || !useCase->workloads.empty();
        const QString field = u"useCases/"_s + id;
        if (useCase->scope.isEmpty())
            decision.add(u"poc-scope-missing"_s, Severity::Error, field + u"/scope"_s,
                         u"the use case has no scope, which AWS asks of a proof of concept."_s,
                         u"State what is in the proof of concept, and for how long."_s);
        if (useCase->successMetric.isEmpty())
            decision.add(u"poc-metric-missing"_s, Severity::Error, field + u"/successMetric"_s,
                         u"the use case has no success metric, which AWS asks of a proof of concept."_s,
                         u"State the number that decides whether it worked."_s);
    }
    if (!defined)
        decision.no(u"eligibility-no-poc"_s, u"no use case in scope is a defined proof of concept with a workload."_s,
                    u"Mark the use case as a proof of concept and add its workload."_s);
    for (const QString &id : question.useCases) {
        if (!question.alreadyEarmarked.contains(id))
            continue;
        decision.no(u"eligibility-same-use-case"_s,
                    u"the use case "_s + id + u" already has a proof-of-concept pool."_s,
                    u"Ask for it once: remove this pool, or earmark it to another use case."_s);
        break;
    }
}

void decidePriorCredits(Decision &decision, const EligibilityQuestion &question)
{
    const auto &prior = question.worksheet.aws.priorCredits;
    const bool had = std::any_of(prior.begin(), prior.end(), [&question](const domain::PriorCredit &credit) {
        return credit.programme == question.programme.id;
    });
    if (!had)
        return;
    if (decision.is(kFounders))
        decision.no(u"eligibility-prior-credits"_s, u"the company has had these credits already."_s,
                    u"Remove the pool."_s);
    else
        decision.weak(u"eligibility-prior-credits-same-program"_s,
                      u"the company has had credits of this program before."_s,
                      u"Say in the record what is new, and confirm with the AWS contact."_s);
}

void decidePartner(Decision &decision, const EligibilityQuestion &question)
{
    if (!question.filedThroughAce)
        return;
    const domain::Partner &partner = question.worksheet.partner;
    const bool tier = partner.tier && *partner.tier >= PartnerTier::Advanced;
    if (tier && partner.aceAccess.value_or(false))
        return;
    decision.add(u"partner-cannot-file"_s, Severity::Error, tier ? u"partner/aceAccess"_s : u"partner/tier"_s,
                 tier ? u"the partner has no ACE access, so it cannot file this record."_s
                      : u"the partner's tier is below Advanced or not stated, so it may not file this record."_s,
                 u"File through a partner of Advanced or Premier tier with ACE access."_s);
}

} // namespace

QString poolField(const QString &poolId)
{
    return u"funding/pools/"_s + poolId;
}

Eligibility decide(const EligibilityQuestion &question)
{
    Decision decision(question);
    decideCompany(decision, question.worksheet.company);
    if (question.programme.proofOfConcept)
        decideProofOfConcept(decision, question);
    decidePriorCredits(decision, question);
    decidePartner(decision, question);
    return decision.take();
}

} // namespace funding
