#include "funding/conditions.h"

#include "domain/defaults.h"
#include "funding/words.h"

#include <algorithm>

namespace funding {

using catalogue::Programme;
using domain::Money;
using domain::Severity;
using projection::Line;
using namespace Qt::StringLiterals;

namespace {

/// Adds the findings of one plan.
class Conditions {
public:
    Conditions(const PlanContext &context, FundingPlan &plan) : m_context(context), m_plan(plan) {}

    void company()
    {
        heldCreditsLapse();
        sharedOrganization();
        uncoveredPurchases();
        founderPath();
    }

    void pool(const Pool &pool, const Programme &programme)
    {
        overridden(pool, programme);
        if (!pool.eligible)
            return;
        spendBeforeIssuance(pool);
        issueTooSoon(pool, programme);
        otherAccounts(pool);
        otherProviders(pool, programme);
        alternatives(pool, programme);
        interim(pool, programme);
    }

private:
    void add(const QString &rule, Severity severity, const QString &field, const QString &message, const QString &fix)
    {
        m_plan.findings.push_back({rule, severity, field, message, fix});
    }

    QString month(int number) const { return m_context.projection.monthAt(number).toString(); }

    void heldCreditsLapse()
    {
        for (const HeldCredit &held : m_plan.heldCredits) {
            if (held.forfeited.isZero() || !held.expiresOn)
                continue;
            const bool isOver = *held.expiresOn < m_context.asOf;
            QString message = dollars(held.forfeited) + u" of the "_s + held.programme + u" credits already held "_s;
            message += isOver ? u"expired on "_s : u"expire unused on "_s;
            add(u"held-credits-lapse"_s, Severity::Warning, u"aws/priorCredits"_s,
                message + held.expiresOn->toString(Qt::ISODate) + u'.',
                isOver ? u"Correct the date, or state that nothing remains."_s
                       : u"Move spend that is planned anyway before that day."_s);
        }
    }

    void sharedOrganization()
    {
        const domain::AwsAccount &aws = m_context.worksheet.aws;
        const bool isMember =
            !aws.accountId.isEmpty() && !aws.payerAccountId.isEmpty() && aws.payerAccountId != aws.accountId;
        if (!isMember || m_plan.pools.empty())
            return;
        add(u"organization-shares-credits"_s, Severity::Advice, u"aws/payerAccountId"_s,
            u"The account is a member of the organization of "_s + aws.payerAccountId
                + u", which shares credits between its accounts by default: other accounts may use them up first."_s,
            u"Decide with the owner of the payer account whether sharing is to be turned off before the credits arrive."_s);
    }

    void uncoveredPurchases()
    {
        const auto check = [this](const domain::ServiceUse &use, const QString &field) {
            const bool isPurchase = use.service.contains(u"marketplace"_s, Qt::CaseInsensitive)
                                 || use.service.contains(u"support plan"_s, Qt::CaseInsensitive);
            if (isPurchase && domain::isCreditEligible(use))
                add(u"marketplace-counted-eligible"_s, Severity::Warning, field + use.id + u"/creditEligible"_s,
                    use.service + u" counts as paid by credits, but "_s + says(u"marketplace-counted-eligible"_s)
                        + u'.',
                    u"Mark it as not credit eligible."_s);
        };
        for (const domain::UseCase &useCase : m_context.worksheet.useCases) {
            for (const domain::ServiceUse &use : useCase.services)
                check(use, u"useCases/"_s + useCase.id + u"/services/"_s);
        }
        for (const domain::ServiceUse &use : m_context.worksheet.footprint)
            check(use, u"footprint/"_s);
    }

    /// Individuals need no record: what they do instead.
    void founderPath()
    {
        if (m_context.worksheet.company.stage != domain::Stage::Individual)
            return;
        for (const catalogue::FounderPath &path : m_context.programmes.paths) {
            if (path.id == u"free-tier")
                add(u"free-tier-path"_s, Severity::Advice, u"company/stage"_s,
                    u"No record is needed yet: the free tier and Activate Founders cover learning."_s,
                    path.steps.join(u' '));
        }
    }

    void overridden(const Pool &pool, const Programme &programme)
    {
        for (const catalogue::Override &change : programme.overrides) {
            add(u"program-figure-overridden"_s, Severity::Advice, poolField(pool.id),
                programme.name + u": "_s + change.key + u" is "_s + change.to + u" instead of "_s + change.from
                    + u", set by "_s + change.by + u" on "_s + change.on.toString(Qt::ISODate) + u" ("_s + change.why
                    + u")."_s,
                u"Check that the award's own terms say so."_s);
        }
    }

    /// In scope, in the months of the window before the credits arrive: nobody can claim it back.
    void spendBeforeIssuance(const Pool &pool)
    {
        const int last = std::min(pool.issuedMonth - 1, m_context.projection.months);
        Money lost;
        for (const LedgerEntry &entry : m_plan.ledger) {
            const Line &line = m_context.projection.lines[static_cast<std::size_t>(entry.line)];
            if (entry.month <= last && entry.payer.kind == PayerKind::Customer && pool.hasInScope(line))
                lost += entry.amount;
        }
        if (lost.isZero())
            return;
        add(u"spend-before-issuance"_s, Severity::Warning, poolField(pool.id) + u"/issuedMonth"_s,
            dollars(lost) + u" in the scope of "_s + pool.id
                + u" are billed to the customer before its credits arrive in "_s + month(pool.issuedMonth)
                + u", and cannot be claimed back."_s,
            u"File earlier, or let the volume start when the credits are there."_s);
    }

    void issueTooSoon(const Pool &pool, const Programme &programme)
    {
        if (!programme.speedDays)
            return;
        const QDate arrival = m_context.asOf.addDays(programme.speedDays->most);
        const QDate needed = m_context.projection.monthAt(pool.issuedMonth).firstDay();
        if (arrival <= needed)
            return;
        add(u"credits-may-be-late"_s, Severity::Warning, poolField(pool.id) + u"/issuedMonth"_s,
            programme.name + u" takes up to "_s + QString::number(programme.speedDays->most)
                + u" days, so credits filed for today may arrive on "_s + arrival.toString(Qt::ISODate)
                + u" only, after "_s + needed.toString(Qt::ISODate) + u", on which the plan counts on them."_s,
            u"Move the issue month, or file at once and expect to pay until they are there."_s);
    }

    void otherAccounts(const Pool &pool)
    {
        const domain::AwsAccount &aws = m_context.worksheet.aws;
        for (const domain::UseCase &useCase : m_context.worksheet.useCases) {
            const bool inScope = !pool.earmarked || pool.useCases.contains(useCase.id);
            if (!inScope || useCase.accountId.isEmpty() || useCase.accountId == aws.accountId)
                continue;
            const QString field = u"useCases/"_s + useCase.id + u"/accountId"_s;
            const auto same = std::find_if(m_plan.findings.begin(), m_plan.findings.end(), [&](const auto &finding) {
                return finding.rule == u"account-differs" && finding.field == field;
            });
            if (same != m_plan.findings.end())
                continue; // said for an earlier pool
            QString message = u"The use case "_s + useCase.id + u" runs on account "_s + useCase.accountId;
            if (aws.accountId.isEmpty())
                message += u", but the account of the award is not stated."_s;
            else
                message += u", but the award is granted on "_s + aws.accountId + u'.';
            if (aws.payerAccountId.isEmpty())
                message += u" Credits reach it only under the same payer."_s;
            else
                message += u" Both must be under payer "_s + aws.payerAccountId + u'.';
            add(u"account-differs"_s, Severity::Warning, field, message,
                u"Ask for the award on the account that runs the workload, or confirm that the credits are visible there."_s);
        }
    }

    void otherProviders(const Pool &pool, const Programme &programme)
    {
        Money paid;
        QStringList providers;
        for (const LedgerEntry &entry : m_plan.ledger) {
            const Line &line = m_context.projection.lines[static_cast<std::size_t>(entry.line)];
            const bool isPool = entry.payer.kind == PayerKind::Pool
                             && &m_plan.pools[static_cast<std::size_t>(entry.payer.index)] == &pool;
            if (!isPool || line.provider.isEmpty() || line.provider == u"Amazon")
                continue;
            paid += entry.amount;
            if (!providers.contains(line.provider))
                providers.append(line.provider);
        }
        if (paid.isZero())
            return;
        QStringList sources;
        for (const catalogue::Term &term : m_context.programmes.termsOf(u"third-party-models", programme.id))
            sources.append(term.says + u" ("_s + term.source + u", "_s + term.asOf + u')');
        add(u"third-party-models"_s, Severity::Advice, poolField(pool.id),
            dollars(paid) + u" that "_s + programme.name + u" pays are for models of "_s + providers.join(u", "_s)
                + u", which AWS bills through Marketplace. Sources disagree on them: "_s + sources.join(u"; "_s) + u'.',
            u"Confirm with the award's own terms that they cover these models."_s);
    }

    void alternatives(const Pool &pool, const Programme &programme)
    {
        if (!programme.proofOfConcept)
            return;
        for (const domain::UseCase &useCase : m_context.worksheet.useCases) {
            const bool hasSome =
                std::any_of(useCase.workloads.begin(), useCase.workloads.end(),
                            [](const domain::Workload &workload) { return !workload.alternatives.isEmpty(); });
            if (hasSome && pool.useCases.contains(useCase.id))
                add(u"poc-alternatives-in-scope"_s, Severity::Advice, u"useCases/"_s + useCase.id,
                    u"The models named as alternatives stay inside the award: "_s + says(u"poc-alternatives-in-scope"_s)
                        + u'.',
                    u"Name them in the scope, so that trying them is no change of it."_s);
        }
    }

    /// A cohort decides late: something else has to pay until then.
    void interim(const Pool &pool, const Programme &programme)
    {
        const bool waits = programme.speedDays && programme.speedDays->most > 31;
        const bool bridged = std::any_of(m_plan.pools.begin(), m_plan.pools.end(), [&pool](const Pool &other) {
            return &other != &pool && other.eligible && !other.ask.isZero() && other.issuedMonth <= pool.issuedMonth;
        });
        if (!waits || bridged)
            return;
        add(u"accelerator-interim"_s, Severity::Warning, poolField(pool.id),
            u"Nothing pays while the application is pending: "_s + says(u"accelerator-interim"_s) + u'.',
            u"File the proof of concept and Activate now, beside the application."_s);
    }

    /// What the terms behind a rule say, in one half sentence.
    QString says(QStringView rule) const
    {
        const auto terms = m_context.programmes.termsOf(rule);
        return terms.empty() ? QString() : terms.front().says;
    }

    const PlanContext &m_context;
    FundingPlan &m_plan;
};

} // namespace

void addConditionFindings(const PlanContext &context, FundingPlan &plan)
{
    Conditions conditions(context, plan);
    conditions.company();
    for (std::size_t i = 0; i < plan.pools.size(); ++i)
        conditions.pool(plan.pools[i], *context.resolved[i].programme);
}

} // namespace funding
