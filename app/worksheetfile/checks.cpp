#include "worksheetfile/checks.h"

#include "domain/defaults.h"

#include <QSet>

namespace worksheetfile {

using domain::InputProblem;
using domain::ServiceUse;
using domain::UseCase;
using domain::Workload;
using domain::Worksheet;
using json::Problem;
using namespace Qt::StringLiterals;

namespace {

QString at(const QString &list, std::size_t index)
{
    return json::elementPath(list, static_cast<qsizetype>(index));
}

/// Remembers ids and raises the second of a pair.
class UniqueIds {
public:
    explicit UniqueIds(Problem &problem) : m_problem(problem) {}
    void claim(const QString &id, const QString &path)
    {
        if (id.isEmpty())
            return;
        if (m_seen.contains(id))
            m_problem.raise(InputProblem::DuplicateId, path, id, {});
        m_seen.insert(id);
    }

private:
    Problem &m_problem;
    QSet<QString> m_seen;
};

void claimServices(const std::vector<ServiceUse> &services, const QString &list, UniqueIds &ids)
{
    for (std::size_t i = 0; i < services.size(); ++i)
        ids.claim(services[i].id, at(list, i) + u".id"_s);
}

void checkMonths(std::optional<int> from, std::optional<int> to, const QString &path, Problem &problem)
{
    if (from && to && *from > *to)
        problem.raise(InputProblem::Contradiction, path + u".fromMonth"_s,
                      u"fromMonth "_s + QString::number(*from) + u" is after toMonth "_s + QString::number(*to),
                      u"give the earlier month first"_s);
}

void checkWorkload(const Workload &workload, const QString &path, Problem &problem)
{
    checkMonths(workload.fromMonth, workload.toMonth, path, problem);
    if (workload.requestsPerDay && workload.users)
        problem.raise(InputProblem::Contradiction, path + u".users"_s, u"requestsPerDay and users are both given"_s,
                      u"keep one of them"_s);
    if (workload.cachedPrefixTokens && workload.inputTokens && *workload.cachedPrefixTokens > *workload.inputTokens)
        problem.raise(InputProblem::OutOfRange, path + u".cachedPrefixTokens"_s,
                      QString::number(*workload.cachedPrefixTokens),
                      u"0 to inputTokens ("_s + QString::number(*workload.inputTokens) + u')');
    UniqueIds months(problem);
    for (std::size_t i = 0; i < workload.steps.size(); ++i)
        months.claim(QString::number(workload.steps[i].month), at(path + u".steps"_s, i) + u".month"_s);
}

void checkServices(const std::vector<ServiceUse> &services, const QString &list, Problem &problem)
{
    for (std::size_t i = 0; i < services.size(); ++i) {
        const QString path = at(list, i);
        checkMonths(services[i].fromMonth, services[i].toMonth, path, problem);
        if (!services[i].item.isEmpty() && services[i].monthlyUsd)
            problem.raise(InputProblem::Contradiction, path + u".monthlyUsd"_s, u"item and monthlyUsd are both given"_s,
                          u"keep one of them"_s);
    }
}

void checkFunding(const Worksheet &worksheet, Problem &problem)
{
    static const QStringList kNoPools{u"held"_s, u"customer"_s, u"notEligible"_s};
    const domain::Funding &funding = worksheet.funding;
    const int months = domain::monthsOf(funding);
    const auto beyond = [&problem, months](std::optional<int> month, const QString &path) {
        if (month && *month > months)
            problem.raise(InputProblem::OutOfRange, path, QString::number(*month),
                          u"a month of the projection, 1 to "_s + QString::number(months));
    };
    beyond(funding.fullVolumeMonth, u"funding.fullVolumeMonth"_s);
    QStringList useCases;
    for (const UseCase &useCase : worksheet.useCases)
        useCases.append(useCase.id);
    for (std::size_t i = 0; i < funding.pools.size(); ++i) {
        const domain::PoolRequest &pool = funding.pools[i];
        const QString path = at(u"funding.pools"_s, i);
        beyond(pool.fromMonth, path + u".fromMonth"_s);
        if (kNoPools.contains(pool.id))
            problem.raise(InputProblem::WrongForm, path + u".id"_s, pool.id,
                          u"any id but "_s + kNoPools.join(u", "_s) + u", which the ledger uses"_s);
        for (qsizetype j = 0; j < pool.useCases.size(); ++j) {
            if (!useCases.contains(pool.useCases[j]))
                problem.raise(InputProblem::UnknownReference, json::elementPath(path + u".useCases"_s, j),
                              pool.useCases[j], useCases.join(u", "_s));
        }
    }
}

void checkRecords(const Worksheet &worksheet, Problem &problem)
{
    QStringList pools;
    for (const domain::PoolRequest &pool : worksheet.funding.pools)
        pools.append(pool.id);
    UniqueIds described(problem);
    for (std::size_t i = 0; i < worksheet.records.size(); ++i) {
        const QString path = at(u"records"_s, i) + u".pool"_s;
        described.claim(worksheet.records[i].pool, path);
        if (!pools.contains(worksheet.records[i].pool))
            problem.raise(InputProblem::UnknownReference, path, worksheet.records[i].pool, pools.join(u", "_s));
    }
}

} // namespace

void checkStatedIds(const Worksheet &worksheet, Problem &problem)
{
    UniqueIds useCases(problem);
    UniqueIds lines(problem);
    for (std::size_t i = 0; i < worksheet.useCases.size(); ++i) {
        const UseCase &useCase = worksheet.useCases[i];
        const QString path = at(u"useCases"_s, i);
        useCases.claim(useCase.id, path + u".id"_s);
        for (std::size_t j = 0; j < useCase.workloads.size(); ++j)
            lines.claim(useCase.workloads[j].id, at(path + u".workloads"_s, j) + u".id"_s);
        claimServices(useCase.services, path + u".services"_s, lines);
    }
    claimServices(worksheet.footprint, u"footprint"_s, lines);
    UniqueIds pools(problem);
    for (std::size_t i = 0; i < worksheet.funding.pools.size(); ++i)
        pools.claim(worksheet.funding.pools[i].id, at(u"funding.pools"_s, i) + u".id"_s);
}

void checkWhole(const Worksheet &worksheet, Problem &problem)
{
    for (std::size_t i = 0; i < worksheet.useCases.size(); ++i) {
        const UseCase &useCase = worksheet.useCases[i];
        const QString path = at(u"useCases"_s, i);
        for (std::size_t j = 0; j < useCase.workloads.size(); ++j)
            checkWorkload(useCase.workloads[j], at(path + u".workloads"_s, j), problem);
        checkServices(useCase.services, path + u".services"_s, problem);
    }
    checkServices(worksheet.footprint, u"footprint"_s, problem);
    checkFunding(worksheet, problem);
    checkRecords(worksheet, problem);
}

} // namespace worksheetfile
