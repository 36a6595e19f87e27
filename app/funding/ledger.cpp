#include "funding/ledger.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace funding {

using domain::Money;
using projection::Line;
using projection::Projection;

namespace {

/// A run in progress: pays single cells and keeps the books.
class Walk {
public:
    Walk(const Projection &projection, const std::vector<Credit> &credits) : m_credits(credits)
    {
        for (const Line &line : projection.lines) {
            m_run.left.push_back(line.creditEligible
                                     ? line.monthly
                                     : projection::Monthly(static_cast<std::size_t>(projection.months), Money()));
        }
        for (const Credit &credit : credits)
            m_run.balances.push_back(credit.balance);
        m_run.exhaustedIn.resize(credits.size());
    }

    /// Lets one credit pay as much of one line's month as it can.
    void pay(std::size_t creditIndex, std::size_t line, int month)
    {
        Money &left = m_run.left[line][static_cast<std::size_t>(month - 1)];
        Money &balance = m_run.balances[creditIndex];
        const Money amount = std::min(left, balance);
        if (amount <= Money() || !m_credits[creditIndex].inScope[line])
            return;
        left -= amount;
        balance -= amount;
        if (balance.isZero())
            m_run.exhaustedIn[creditIndex] = month;
        m_run.entries.push_back({static_cast<int>(line), month, m_credits[creditIndex].payer, amount});
    }

    LedgerRun take() { return std::move(m_run); }

private:
    const std::vector<Credit> &m_credits;
    LedgerRun m_run;
};

LedgerRun runPlanned(const Projection &projection, const std::vector<Credit> &credits)
{
    Walk walk(projection, credits);
    for (int month = 1; month <= projection.months; ++month) {
        for (std::size_t line = 0; line < projection.lines.size(); ++line) {
            for (std::size_t credit = 0; credit < credits.size(); ++credit) {
                if (credits[credit].isValidIn(month))
                    walk.pay(credit, line, month);
            }
        }
    }
    return walk.take();
}

int servicesInScope(const Projection &projection, const Credit &credit)
{
    QSet<QString> services;
    for (std::size_t line = 0; line < projection.lines.size(); ++line) {
        if (credit.inScope[line] && projection.lines[line].creditEligible)
            services.insert(projection.lines[line].service);
    }
    return static_cast<int>(services.size());
}

/// Rule 15: soonest expiry, fewest services in scope, earliest issue, given order.
std::vector<std::size_t> awsCreditOrder(const Projection &projection, const std::vector<Credit> &credits)
{
    std::vector<std::size_t> order(credits.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<int> breadth;
    breadth.reserve(credits.size());
    for (const Credit &credit : credits)
        breadth.push_back(servicesInScope(projection, credit));
    const QDate never(9999, 12, 31);
    const QDate always(1, 1, 1);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const QDate expiryA = credits[a].expiresOn.value_or(never);
        const QDate expiryB = credits[b].expiresOn.value_or(never);
        if (expiryA != expiryB)
            return expiryA < expiryB;
        if (breadth[a] != breadth[b])
            return breadth[a] < breadth[b];
        return credits[a].issuedOn.value_or(always) < credits[b].issuedOn.value_or(always);
    });
    return order;
}

/// Lines grouped by service, the service with the largest total of the month first.
std::vector<std::size_t> awsLineOrder(const Projection &projection, int month)
{
    QHash<QString, int> rank;
    std::vector<std::size_t> services(projection.services.size());
    std::iota(services.begin(), services.end(), std::size_t{0});
    const auto totalOf = [&](std::size_t service) {
        return projection.services[service].totals.monthly[static_cast<std::size_t>(month - 1)];
    };
    std::stable_sort(services.begin(), services.end(),
                     [&](std::size_t a, std::size_t b) { return totalOf(a) > totalOf(b); });
    for (std::size_t i = 0; i < services.size(); ++i)
        rank.insert(projection.services[services[i]].service, static_cast<int>(i));
    std::vector<std::size_t> lines(projection.lines.size());
    std::iota(lines.begin(), lines.end(), std::size_t{0});
    std::stable_sort(lines.begin(), lines.end(), [&](std::size_t a, std::size_t b) {
        return rank.value(projection.lines[a].service) < rank.value(projection.lines[b].service);
    });
    return lines;
}

LedgerRun runAws(const Projection &projection, const std::vector<Credit> &credits)
{
    Walk walk(projection, credits);
    const std::vector<std::size_t> creditOrder = awsCreditOrder(projection, credits);
    for (int month = 1; month <= projection.months; ++month) {
        const std::vector<std::size_t> lines = awsLineOrder(projection, month);
        for (const std::size_t credit : creditOrder) {
            if (!credits[credit].isValidIn(month))
                continue;
            for (const std::size_t line : lines)
                walk.pay(credit, line, month);
        }
    }
    return walk.take();
}

} // namespace

LedgerRun runLedger(const Projection &projection, const std::vector<Credit> &credits, Order order)
{
    return order == Order::Aws ? runAws(projection, credits) : runPlanned(projection, credits);
}

} // namespace funding
