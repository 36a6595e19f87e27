#include "whatif/outlook.h"

#include "domain/exact.h"
#include "projection/volume.h"

#include <algorithm>

namespace whatif {

using domain::Money;
using domain::Workload;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

Outlook outlookOf(const Figures &figures)
{
    Outlook outlook;
    outlook.total = figures.projection.total.total;
    outlook.full = figures.projection.total.full;
    outlook.customer = figures.plan.customer.total;
    outlook.lastPaidMonth = lastPaidMonth(figures.plan);
    for (const funding::HeldCredit &held : figures.plan.heldCredits)
        outlook.forfeited += held.forfeited;
    for (const funding::Pool &pool : figures.plan.pools) {
        outlook.forfeited += pool.forfeited;
        outlook.pools.push_back({pool.id, pool.ask, pool.pays.total, pool.forfeited, pool.unspent,
                                 pool.exhaustedInMonth, lastingOf(figures, pool)});
    }
    return outlook;
}

std::optional<Outlook> outlookAt(Demand demand, const Worksheet &worksheet, const Figures &stated, const Basis &basis)
{
    const auto figures = figuresOf(worksheetAt(demand, worksheet, stated.plan), basis);
    return figures ? std::optional(outlookOf(*figures)) : std::nullopt;
}

struct Candidate {
    std::size_t useCase = 0;
    std::size_t workload = 0;
    Input input = Input::Requests;
    QString key;
    QString words;
    qint64 stated = 0;
    domain::CountRange range{};
};

qint64 statedRequests(const Workload &workload)
{
    if (!workload.users)
        return workload.requestsPerDay.value_or(0);
    const domain::Int128 requests =
        projection::requestsOfUsers(*workload.users, workload.actionsPerUserPerDay.value_or(domain::Decimal()));
    return static_cast<qint64>(std::min<domain::Int128>(requests, projection::kMaximumMonthlyRequests));
}

/// 10 % less and more, whole numbers.
domain::CountRange around(qint64 value)
{
    const auto share = [value](int percent) {
        return static_cast<qint64>(domain::divideHalfEven(domain::Int128(value) * percent, 100));
    };
    return {share(90), share(110)};
}

std::vector<Candidate> candidates(const Worksheet &worksheet)
{
    const bool ranged = hasRange(worksheet);
    std::vector<Candidate> all;
    for (std::size_t i = 0; i < worksheet.useCases.size(); ++i) {
        for (std::size_t j = 0; j < worksheet.useCases[i].workloads.size(); ++j) {
            const Workload &workload = worksheet.useCases[i].workloads[j];
            if (workload.provisioned)
                continue;
            const auto add = [&](Input input, const QString &key, const QString &words, qint64 stated,
                                 const std::optional<domain::CountRange> &range) {
                if (range || (!ranged && stated > 0))
                    all.push_back({i, j, input, key, words, stated, range.value_or(around(stated))});
            };
            add(Input::Requests, u"requestsPerDay"_s, u"requests a day"_s, statedRequests(workload),
                workload.range.requestsPerDay);
            add(Input::InputTokens, u"inputTokens"_s, u"input tokens a call"_s, workload.inputTokens.value_or(0),
                workload.range.inputTokens);
            add(Input::OutputTokens, u"outputTokens"_s, u"output tokens a call"_s, workload.outputTokens.value_or(0),
                workload.range.outputTokens);
        }
    }
    return all;
}

std::optional<Money> totalWith(Worksheet worksheet, const Candidate &candidate, qint64 value, const Basis &basis)
{
    setInput(worksheet.useCases[candidate.useCase].workloads[candidate.workload], candidate.input, value);
    const auto projection = projection::project(worksheet, basis.book, basis.asOf);
    return projection ? std::optional(projection->total.total) : std::nullopt;
}

} // namespace

Envelope envelopeOf(const Worksheet &worksheet, const Figures &stated, const Basis &basis)
{
    Envelope envelope;
    envelope.stated = outlookOf(stated);
    if (hasRange(worksheet)) {
        envelope.low = outlookAt(Demand::Low, worksheet, stated, basis);
        envelope.high = outlookAt(Demand::High, worksheet, stated, basis);
    }
    return envelope;
}

std::vector<Influence> influencesOf(const Worksheet &worksheet, const Basis &basis)
{
    std::vector<Influence> influences;
    for (const Candidate &candidate : candidates(worksheet)) {
        const domain::UseCase &useCase = worksheet.useCases[candidate.useCase];
        const Workload &workload = useCase.workloads[candidate.workload];
        const auto atLow = totalWith(worksheet, candidate, candidate.range[0], basis);
        const auto atHigh = totalWith(worksheet, candidate, candidate.range[1], basis);
        if (!atLow || !atHigh)
            continue;
        influences.push_back({u"useCases/"_s + useCase.id + u"/workloads/"_s + workload.id + u'/' + candidate.key,
                              (workload.name.isEmpty() ? workload.id : workload.name) + u": "_s + candidate.words,
                              candidate.range[0], candidate.stated, candidate.range[1], *atLow, *atHigh});
    }
    std::stable_sort(influences.begin(), influences.end(),
                     [](const Influence &a, const Influence &b) { return a.spread() > b.spread(); });
    return influences;
}

} // namespace whatif
