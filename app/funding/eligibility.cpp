#include "funding/eligibility.h"

#include "domain/defaults.h"

#include <algorithm>

namespace funding {

using catalogue::Effect;
using catalogue::EligibilityRule;
using catalogue::Situation;
using domain::PartnerTier;
using domain::UseCase;
using namespace Qt::StringLiterals;

namespace {

/// Where a rule holds: once for the company, or for use cases in scope.
struct Hit {
    QString useCase; ///< empty: the company
    QString field;   ///< of the use case's fact; empty: the rule's
};

const UseCase *useCaseOf(const domain::Worksheet &worksheet, const QString &id)
{
    const auto found = std::find_if(worksheet.useCases.begin(), worksheet.useCases.end(),
                                    [&id](const UseCase &useCase) { return useCase.id == id; });
    return found == worksheet.useCases.end() ? nullptr : &*found;
}

/// The defined proofs of concept in scope.
std::vector<const UseCase *> proofsOfConcept(const EligibilityQuestion &question)
{
    std::vector<const UseCase *> all;
    for (const QString &id : question.useCases) {
        const UseCase *useCase = useCaseOf(question.worksheet, id);
        if (useCase && domain::isProofOfConcept(*useCase))
            all.push_back(useCase);
    }
    return all;
}

std::vector<Hit> useCasesWithout(const EligibilityQuestion &question, QString UseCase::*text, const QString &key)
{
    std::vector<Hit> hits;
    for (const UseCase *useCase : proofsOfConcept(question)) {
        if ((useCase->*text).isEmpty())
            hits.push_back({useCase->id, u"useCases/"_s + useCase->id + u'/' + key});
    }
    return hits;
}

std::vector<Hit> useCasesTaken(const EligibilityQuestion &question)
{
    for (const QString &id : question.useCases) {
        if (question.alreadyEarmarked.contains(id))
            return {{id, {}}}; // one is enough to say
    }
    return {};
}

bool hasDefinedPoc(const EligibilityQuestion &question)
{
    const auto all = proofsOfConcept(question);
    return std::any_of(all.begin(), all.end(), [](const UseCase *useCase) { return !useCase->workloads.empty(); });
}

bool hadProgramme(const EligibilityQuestion &question)
{
    const auto &prior = question.worksheet.aws.priorCredits;
    return std::any_of(prior.begin(), prior.end(), [&question](const domain::PriorCredit &credit) {
        return credit.programme == question.programme.id;
    });
}

bool isOlderThan(const EligibilityQuestion &question, int years)
{
    const auto &founded = question.worksheet.company.foundedYear;
    return founded && question.asOf.year() - *founded > years;
}

bool hasTier(const domain::Partner &partner)
{
    return partner.tier && *partner.tier >= PartnerTier::Advanced;
}

bool stageIsOneOf(const domain::Company &company, const std::vector<domain::Stage> &stages)
{
    return company.stage && std::find(stages.begin(), stages.end(), *company.stage) != stages.end();
}

bool holdsForCompany(const EligibilityQuestion &question, const EligibilityRule &rule)
{
    const domain::Company &company = question.worksheet.company;
    const domain::Partner &partner = question.worksheet.partner;
    switch (rule.when) {
    case Situation::Stage: return stageIsOneOf(company, rule.stages);
    case Situation::CompetesWithAws: return company.competesWithAws.value_or(false);
    case Situation::NotFunded: return !company.institutionallyFunded.value_or(false);
    case Situation::NotAiFirst: return !company.aiFirst.value_or(false);
    case Situation::NotIncorporated: return !company.incorporated.value_or(true);
    case Situation::OlderThan: return isOlderThan(question, rule.years);
    case Situation::NoAccount: return question.worksheet.aws.accountId.isEmpty();
    case Situation::NoDefinedPoc: return !hasDefinedPoc(question);
    case Situation::HadProgramme: return hadProgramme(question);
    case Situation::PartnerTier: return question.filedThroughAce && !hasTier(partner);
    case Situation::NoAceAccess:
        return question.filedThroughAce && hasTier(partner) && !partner.aceAccess.value_or(false);
    case Situation::PocScopeMissing:
    case Situation::PocMetricMissing:
    case Situation::SameUseCase: break;
    }
    return false;
}

std::vector<Hit> hitsOf(const EligibilityQuestion &question, const EligibilityRule &rule)
{
    switch (rule.when) {
    case Situation::PocScopeMissing: return useCasesWithout(question, &UseCase::scope, u"scope"_s);
    case Situation::PocMetricMissing: return useCasesWithout(question, &UseCase::successMetric, u"successMetric"_s);
    case Situation::SameUseCase: return useCasesTaken(question);
    default: break;
    }
    return holdsForCompany(question, rule) ? std::vector<Hit>{{}} : std::vector<Hit>();
}

/// Collects the answer, rule by rule.
class Decision {
public:
    explicit Decision(const EligibilityQuestion &question) : m_question(question) {}

    void add(const EligibilityRule &rule, const Hit &hit)
    {
        const QString reason = withUseCase(rule.reason, hit);
        const QString field = hit.field.isEmpty() ? rule.field : hit.field;
        const bool closes = rule.effect == Effect::No || rule.effect == Effect::NotYet;
        if (closes) {
            m_result.eligible = false;
            m_result.reasons.insert(m_closing++, reason);
        } else if (rule.effect == Effect::Warning) {
            m_result.reasons.append(reason);
        } else {
            m_result.gaps.append(reason);
        }
        if (rule.effect != Effect::Warning)
            m_result.verdict = std::max(m_result.verdict, rule.effect == Effect::No ? Verdict::No : Verdict::NotYet);
        if (rule.effect != Effect::No && !rule.change.isEmpty())
            m_result.changes.push_back({rule.change, field});
        if (rule.severity)
            m_result.findings.push_back(
                {rule.rule, *rule.severity,
                 closes || rule.effect == Effect::Warning ? poolField(m_question.poolId) : field,
                 m_question.programme.name + u": "_s + reason, rule.fix});
    }

    Eligibility take()
    {
        if (m_result.verdict == Verdict::No)
            m_result.changes.clear(); // whatever else were done, it would stay closed
        return std::move(m_result);
    }

private:
    static QString withUseCase(QString reason, const Hit &hit) { return reason.replace(u"%1"_s, hit.useCase); }

    const EligibilityQuestion &m_question;
    Eligibility m_result;
    qsizetype m_closing = 0; // reasons why not stand before the weak ones
};

} // namespace

QString poolField(const QString &poolId)
{
    return u"funding/pools/"_s + poolId;
}

Eligibility decide(const EligibilityQuestion &question, const std::vector<EligibilityRule> &rules)
{
    Decision decision(question);
    for (const EligibilityRule &rule : rules) {
        if (!rule.programmes.contains(question.programme.id))
            continue;
        for (const Hit &hit : hitsOf(question, rule))
            decision.add(rule, hit);
    }
    return decision.take();
}

} // namespace funding
