#include "funding/outlook.h"

#include "domain/defaults.h"
#include "domain/identifiers.h"
#include "funding/words.h"

#include <algorithm>

namespace funding {

using catalogue::Programme;
using catalogue::Programmes;
using domain::InputError;
using domain::Month;
using domain::PoolRequest;
using domain::Result;
using domain::Stage;
using domain::Worksheet;
using projection::Projection;
using namespace Qt::StringLiterals;

namespace {

bool has(const std::vector<Stage> &stages, const std::optional<Stage> &stage)
{
    return stage ? std::find(stages.begin(), stages.end(), *stage) != stages.end() : stages.empty();
}

/// The month of the projection from whose first day on an application of today has its credits at the latest; 1 when that
/// is before it.
int issueMonth(const Programme &programme, const Projection &projection, QDate asOf)
{
    if (!programme.speedDays)
        return 1;
    const QDate arrival = asOf.addDays(programme.speedDays->most);
    const Month first = Month::of(arrival).plus(arrival.day() > 1 ? 1 : 0);
    return std::max(1, first.since(projection.startMonth) + 1);
}

PoolRequest requestOf(const Programme &programme, const QStringList &useCases, const Projection &projection, QDate asOf,
                      const Worksheet &worksheet)
{
    QSet<QString> taken;
    for (const PoolRequest &pool : worksheet.funding.pools)
        taken.insert(pool.id);
    PoolRequest request;
    request.id = domain::freeName(programme.id, taken);
    request.programme = programme.id;
    request.useCases = useCases;
    const int month = issueMonth(programme, projection, asOf);
    if (month > 1 && month <= projection.months)
        request.fromMonth = month;
    return request;
}

void append(QStringList &list, const QStringList &more)
{
    for (const QString &one : more) {
        if (!list.contains(one))
            list.append(one);
    }
}

void append(std::vector<Change> &list, const std::vector<Change> &more)
{
    for (const Change &one : more) {
        if (std::find(list.begin(), list.end(), one) == list.end())
            list.push_back(one);
    }
}

void addPool(const Pool &pool, ProgrammeOutlook &card)
{
    append(card.reasons, pool.reasons + pool.gaps);
    append(card.changes, pool.changes);
    card.rawAsk += pool.rawAsk;
    card.ask += pool.ask;
}

/// A programme that is in the stack: what its pools say together, as open as the most open of them.
ProgrammeOutlook stackedOutlook(const QString &programme, const FundingPlan &plan)
{
    ProgrammeOutlook card{programme, Verdict::No, false, {}, {}, {}, {}, {}, false};
    for (const Pool &pool : plan.pools) {
        if (pool.programme != programme)
            continue;
        card.poolIds.append(pool.id);
        card.verdict = std::min(card.verdict, pool.verdict);
        card.eligible = card.eligible || pool.eligible;
        addPool(pool, card);
    }
    return card;
}

/// Builds the outlook and the suggested stack, planning each pool that is not there yet.
class Builder {
public:
    Builder(const Worksheet &worksheet, const Projection &projection, const Programmes &programmes, QDate asOf)
        : m_worksheet(worksheet), m_projection(projection), m_programmes(programmes), m_asOf(asOf)
    {
    }

    /// The last pool of the plan of `worksheet` with a pool of `programme` added at its end.
    std::optional<Pool> added(Worksheet worksheet, const Programme &programme, const QStringList &useCases) const
    {
        worksheet.funding.pools.push_back(requestOf(programme, useCases, m_projection, m_asOf, worksheet));
        auto made = plan(worksheet, m_projection, m_programmes, m_asOf);
        if (!made)
            return std::nullopt;
        return made->pools.back();
    }

    ProgrammeOutlook unstacked(const Programme &programme) const
    {
        ProgrammeOutlook card;
        card.programme = programme.id;
        if (const auto pool = added(m_worksheet, programme, {})) {
            card.verdict = pool->verdict;
            card.eligible = pool->eligible;
            addPool(*pool, card);
        }
        return card;
    }

    std::vector<PoolRequest> suggestion() const
    {
        const auto &stage = m_worksheet.company.stage;
        const auto rule =
            std::find_if(m_programmes.stacks.begin(), m_programmes.stacks.end(),
                         [&stage](const catalogue::StackRule &stack) { return has(stack.stages, stage); });
        Worksheet empty = m_worksheet;
        empty.funding.pools.clear();
        if (rule == m_programmes.stacks.end())
            return {};
        for (const QStringList &want : rule->wants) {
            for (const QString &programme : want) {
                if (suggest(*m_programmes.find(programme), rule->perUseCase, empty))
                    break;
            }
        }
        return empty.funding.pools;
    }

private:
    /// Adds the programme's pools to the stack that is being built; false when none of them is open.
    bool suggest(const Programme &programme, bool perUseCase, Worksheet &stack) const
    {
        const auto before = stack.funding.pools.size();
        for (const QStringList &earmark : earmarksOf(programme, perUseCase)) {
            const auto pool = added(stack, programme, earmark);
            const bool pays = pool && (!pool->rawAsk.isZero() || m_projection.total.total.isZero());
            if (pool && pool->eligible && pays)
                stack.funding.pools.push_back(requestOf(programme, earmark, m_projection, m_asOf, stack));
        }
        return stack.funding.pools.size() > before;
    }

    std::vector<QStringList> earmarksOf(const Programme &programme, bool perUseCase) const
    {
        if (!perUseCase || !programme.proofOfConcept)
            return {{}};
        std::vector<QStringList> earmarks;
        for (const domain::UseCase &useCase : m_worksheet.useCases) {
            if (domain::isProofOfConcept(useCase) && !useCase.workloads.empty())
                earmarks.push_back({useCase.id});
        }
        return earmarks;
    }

    const Worksheet &m_worksheet;
    const Projection &m_projection;
    const Programmes &m_programmes;
    QDate m_asOf;
};

void addPaths(const Worksheet &worksheet, const Programmes &programmes, Outlook &outlook)
{
    for (const Path &path : programmes.paths) {
        if (!worksheet.company.stage || !has(path.stages, worksheet.company.stage))
            continue;
        const ProgrammeOutlook *card = path.programme.isEmpty() ? nullptr : outlook.find(path.programme);
        if (path.programme.isEmpty() ? !worksheet.company.competesWithAws.value_or(false) : card && card->eligible)
            outlook.paths.push_back(path);
    }
}

} // namespace

const ProgrammeOutlook *Outlook::find(const QString &programme) const
{
    const auto found = std::find_if(programmes.begin(), programmes.end(),
                                    [&programme](const auto &card) { return card.programme == programme; });
    return found == programmes.end() ? nullptr : &*found;
}

Result<Outlook, InputError> outlook(const Worksheet &worksheet, const Projection &projection,
                                    const Programmes &programmes, QDate asOf)
{
    const auto current = plan(worksheet, projection, programmes, asOf);
    if (!current)
        return domain::Unexpected(current.error());
    const Builder builder(worksheet, projection, programmes, asOf);
    Outlook outlook;
    outlook.suggested = builder.suggestion();
    for (const Programme &programme : programmes.list) {
        ProgrammeOutlook card = stackedOutlook(programme.id, *current);
        if (card.poolIds.isEmpty())
            card = builder.unstacked(programme);
        card.suggested =
            std::any_of(outlook.suggested.begin(), outlook.suggested.end(),
                        [&programme](const PoolRequest &request) { return request.programme == programme.id; });
        outlook.programmes.push_back(std::move(card));
    }
    addPaths(worksheet, programmes, outlook);
    return outlook;
}

PoolRequest poolRequest(const Programme &programme, const Worksheet &worksheet, const Projection &projection,
                        QDate asOf)
{
    return requestOf(programme, {}, projection, asOf, worksheet);
}

QString amountRange(const Programme &programme)
{
    if (programme.floor && programme.ceiling)
        return dollars(*programme.floor) + u" to "_s + dollars(*programme.ceiling);
    if (programme.ceiling)
        return u"up to "_s + dollars(*programme.ceiling);
    if (programme.floor)
        return u"from "_s + dollars(*programme.floor);
    return u"set with the AWS account team"_s;
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Yes: return u"Eligible"_s;
    case Verdict::NotYet: return u"Not yet"_s;
    case Verdict::No: break;
    }
    return u"Not eligible"_s;
}

} // namespace funding
