#include "domain/defaults.h"
#include "funding/conditions.h"
#include "funding/words.h"

#include <algorithm>

namespace funding {

using catalogue::Programme;
using domain::Decimal;
using domain::Money;
using domain::Severity;
using namespace Qt::StringLiterals;

namespace {

const auto kFounders = u"activate-founders"_s;
const auto kPortfolio = u"activate-portfolio"_s;
const auto kBedrockPoc = u"bedrock-poc"_s;

class MissedFunding {
public:
    MissedFunding(const PlanContext &context, FundingPlan &plan) : m_context(context), m_plan(plan) {}

    void check()
    {
        const bool onlyFounders =
            !m_plan.pools.empty() && std::all_of(m_plan.pools.begin(), m_plan.pools.end(), isFounders);
        if (onlyFounders)
            onlySmallTier();
        else
            notStacked();
        alreadySpending();
        rampBeforeCredits();
    }

private:
    static bool isFounders(const Pool &pool) { return pool.programme == kFounders; }

    void add(const QString &rule, Severity severity, const QString &field, const QString &message, const QString &fix)
    {
        m_plan.findings.push_back({rule, severity, field, message, fix});
    }

    bool isStacked(const QString &programme) const
    {
        return std::any_of(m_plan.pools.begin(), m_plan.pools.end(),
                           [&programme](const Pool &pool) { return pool.programme == programme && pool.eligible; });
    }

    /// Open to this company, and not asked for.
    const Programme *openAndMissing(const QString &id) const
    {
        const Programme *programme = m_context.programmes.find(id);
        if (!programme || isStacked(id))
            return nullptr;
        QStringList useCases;
        QStringList taken;
        for (const domain::UseCase &useCase : m_context.worksheet.useCases) {
            if (programme->proofOfConcept && domain::isProofOfConcept(useCase))
                useCases.append(useCase.id);
        }
        for (const Pool &pool : m_plan.pools) {
            const Programme *other = m_context.programmes.find(pool.programme);
            if (pool.eligible && other && other->proofOfConcept)
                taken += pool.useCases;
        }
        const Eligibility answer =
            decide({m_context.worksheet, *programme, id, useCases, taken, programme->filedThroughAce, m_context.asOf},
                   m_context.programmes.rules);
        return answer.eligible && !hasWarning(answer) ? programme : nullptr;
    }

    /// Something of the table stands against it: not a pool to press for.
    static bool hasWarning(const Eligibility &answer) { return !answer.reasons.isEmpty(); }

    /// What the customer would pay of the programme's scope.
    Money payable(const Programme &programme) const
    {
        Money amount;
        for (const LedgerEntry &entry : m_plan.ledger) {
            const auto &useCase = m_context.projection.lines[static_cast<std::size_t>(entry.line)].useCase;
            if (entry.payer.kind == PayerKind::Customer && (!programme.proofOfConcept || (useCase && isPoc(*useCase))))
                amount += entry.amount;
        }
        return amount;
    }

    bool isPoc(const QString &id) const
    {
        const auto &all = m_context.worksheet.useCases;
        return std::any_of(all.begin(), all.end(), [&id](const domain::UseCase &useCase) {
            return useCase.id == id && domain::isProofOfConcept(useCase);
        });
    }

    /// POC without Portfolio, or the reverse, while both are open.
    void notStacked()
    {
        for (const QString &id : {kBedrockPoc, kPortfolio}) {
            const Programme *programme = m_plan.pools.empty() ? nullptr : openAndMissing(id);
            const Money amount = programme ? payable(*programme) : Money();
            if (amount.isZero())
                continue;
            add(u"funding-not-stacked"_s, Severity::Warning, u"funding/pools"_s,
                programme->name + u" is open to this company and not in the stack: the customer would pay "_s
                    + dollars(amount) + u" that lie in its scope."_s,
                u"Add the pool, with a use case of its own: POC and Activate stack when each record is distinct."_s);
        }
        foundersMissing();
    }

    /// The small tier beside a proof of concept, where the large one is not open.
    void foundersMissing()
    {
        const bool hasActivate = isStacked(kPortfolio) || openAndMissing(kPortfolio);
        const Programme *programme = hasActivate || m_plan.pools.empty() ? nullptr : openAndMissing(kFounders);
        if (!programme || payable(*programme).isZero())
            return;
        add(u"funding-not-stacked"_s, Severity::Advice, u"funding/pools"_s,
            programme->name + u" is open to this company and not in the stack; it needs no record."_s,
            u"Let the founder apply on the public form, and add the pool."_s);
    }

    void onlySmallTier()
    {
        QStringList open;
        for (const QString &id : {kBedrockPoc, kPortfolio}) {
            const Programme *programme = openAndMissing(id);
            if (programme && !payable(*programme).isZero())
                open.append(programme->name);
        }
        if (!open.isEmpty())
            add(u"funding-small-tier-only"_s, Severity::Warning, u"funding/pools"_s,
                u"Only the small self-serve tier is claimed, although "_s + open.join(u" and "_s)
                    + u" would be open."_s,
                u"Add them: a partner files them, so they stand on no public form."_s);
    }

    /// Whether anything may be filed for this company at all: nobody is told to hurry with what is closed to them.
    bool mayFile() const
    {
        const domain::Company &company = m_context.worksheet.company;
        return !company.competesWithAws.value_or(false) && company.stage != domain::Stage::Individual;
    }

    void alreadySpending()
    {
        if (!mayFile())
            return;
        const auto &today = m_context.worksheet.aws.bedrockMonthlySpendUsd;
        if (!today || today->isZero())
            return;
        add(u"funding-already-spending"_s, Severity::Advice, u"aws/bedrockMonthlySpendUsd"_s,
            dollars(*today)
                + u" a month go to Bedrock today, and what is billed before the credits arrive cannot be"
                  u" claimed back."_s,
            u"File now: every month of waiting costs as much."_s);
    }

    static bool covers(const Pool &pool, const QString &useCase)
    {
        return pool.eligible && !pool.ask.isZero() && (!pool.earmarked || pool.useCases.contains(useCase));
    }

    /// The volume multiplies before any credits for it are there.
    void rampBeforeCredits()
    {
        if (!mayFile())
            return;
        for (const domain::UseCase &useCase : m_context.worksheet.useCases) {
            int first = m_context.projection.months + 1;
            for (const Pool &pool : m_plan.pools) {
                if (covers(pool, useCase.id))
                    first = std::min(first, pool.issuedMonth);
            }
            for (const domain::Workload &workload : useCase.workloads) {
                for (const domain::Step &step : workload.steps) {
                    const bool grows = step.multiplier > Decimal::fromInteger(1);
                    if (grows && step.month <= m_context.projection.months && step.month < first)
                        noteRamp(useCase, workload, step);
                }
            }
        }
    }

    bool isPaidByCustomer(const QString &workload, int month) const
    {
        return std::any_of(m_plan.ledger.begin(), m_plan.ledger.end(), [&](const LedgerEntry &entry) {
            return entry.month == month && entry.payer.kind == PayerKind::Customer
                && m_context.projection.lines[static_cast<std::size_t>(entry.line)].id == workload;
        });
    }

    void noteRamp(const domain::UseCase &useCase, const domain::Workload &workload, const domain::Step &step)
    {
        if (!isPaidByCustomer(workload.id, step.month)) // nothing runs yet, or credits already held pay for it
            return;
        add(u"ramp-before-credits"_s, Severity::Warning,
            u"useCases/"_s + useCase.id + u"/workloads/"_s + workload.id + u"/steps/"_s + QString::number(step.month),
            (workload.name.isEmpty() ? workload.id : workload.name) + u" grows "_s + step.multiplier.toString()
                + u"-fold in "_s + m_context.projection.monthAt(step.month).toString()
                + u", before any credits for it are there."_s,
            u"File before the ramp, and let it start when the credits have arrived."_s);
    }

    const PlanContext &m_context;
    FundingPlan &m_plan;
};

} // namespace

void addMissedFundingFindings(const PlanContext &context, FundingPlan &plan)
{
    MissedFunding(context, plan).check();
}

} // namespace funding
