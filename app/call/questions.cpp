#include "call/questions.h"

#include "call/openquestions.h"

#include <algorithm>
#include <optional>

namespace call {

using domain::Money;
using domain::Workload;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

constexpr int kTriedWhole = 8; ///< workloads up to which the whole case is computed for each question
constexpr qint64 kUsualRequests = 1'000;
constexpr qint64 kUsualInput = 3'000;
constexpr qint64 kUsualOutput = 500;
constexpr int kMuch = 10; ///< one so-manieth of all that is asked for

/// What an answer makes of the sum of the asks and of the projection's total.
struct Move {
    Money asks;
    Money spend;
};

Money apart(Money a, Money b)
{
    return a < b ? b - a : a - b;
}

/// Tries answers of one workload.
class Trial {
public:
    Trial(const Worksheet &worksheet, std::size_t useCase, std::size_t workload, const whatif::Basis &basis)
        : m_sheet(worksheet), m_useCase(useCase), m_workload(workload), m_basis(basis)
    {
        std::size_t count = 0;
        for (const domain::UseCase &one : worksheet.useCases)
            count += one.workloads.size();
        if (count > kTriedWhole)
            cutDown();
        fill(subject());
    }

    Move moves(const QString &key)
    {
        if (key == "model"_L1)
            return difference([](Workload &one) { one.model = u"amazon.nova-lite-v1:0"_s; },
                              [](Workload &one) { one.model = u"anthropic.claude-opus-4-6-v1"_s; });
        const auto as = [](Workload &) {};
        if (key == "requestsPerDay"_L1 || key == "users"_L1 || key == "actionsPerUserPerDay"_L1)
            return difference(as, [](Workload &one) {
                one.users.reset();
                one.actionsPerUserPerDay.reset();
                one.requestsPerDay = 0;
            });
        if (key == "inputTokens"_L1)
            return difference(as, [](Workload &one) { one.inputTokens = one.cachedPrefixTokens.value_or(0); });
        if (key == "outputTokens"_L1)
            return difference(as, [](Workload &one) { one.outputTokens = 0; });
        if (key == "steps"_L1)
            return difference(as, [](Workload &one) { one.steps = {{4, domain::Decimal::fromInteger(3)}}; });
        if (key == "growthPerMonth"_L1)
            return difference(as, [](Workload &one) { one.growthPerMonth = domain::Decimal::fromMillionths(100'000); });
        if (key == "batchShare"_L1)
            return difference(as, [](Workload &one) { one.batchShare = domain::Decimal::fromMillionths(500'000); });
        if (key == "cachedPrefixTokens"_L1)
            return difference(as, [](Workload &one) {
                one.cachedPrefixTokens = one.inputTokens.value_or(0) / 2;
                one.cacheHitRate = domain::Decimal::fromMillionths(800'000);
            });
        return {};
    }

private:
    Workload &subject() { return m_sheet.useCases[m_useCase].workloads[m_workload]; }

    /// Of a large case only this workload is looked at, by its spend.
    void cutDown()
    {
        domain::UseCase only = m_sheet.useCases[m_useCase];
        only.workloads = {only.workloads[m_workload]};
        only.services.clear();
        m_sheet.useCases = {only};
        m_sheet.footprint.clear();
        m_sheet.funding.pools.clear();
        m_sheet.records.clear();
        m_useCase = 0;
        m_workload = 0;
    }

    void fill(Workload &one)
    {
        if (one.model.isEmpty() && m_basis.book.model(u"anthropic.claude-sonnet-4-6"_s))
            one.model = u"anthropic.claude-sonnet-4-6"_s;
        if (!hasVolume(one)) {
            one.users.reset();
            one.actionsPerUserPerDay.reset();
            one.requestsPerDay = kUsualRequests;
        } else if (one.users && !one.actionsPerUserPerDay) {
            one.actionsPerUserPerDay = domain::Decimal::fromInteger(5);
        }
        one.inputTokens = one.inputTokens.value_or(kUsualInput);
        one.outputTokens = one.outputTokens.value_or(kUsualOutput);
    }

    std::optional<Move> with(const auto &change)
    {
        const Workload before = subject();
        change(subject());
        const auto figures = whatif::figuresOf(m_sheet, m_basis);
        subject() = before;
        if (!figures)
            return std::nullopt;
        Money sum;
        for (const funding::Pool &pool : figures->plan.pools)
            sum += pool.ask;
        const Money total = figures->projection.total.total;
        return Move{figures->plan.pools.empty() ? total : sum, total};
    }

    Move difference(const auto &one, const auto &other)
    {
        const auto first = with(one);
        const auto second = first ? with(other) : std::nullopt;
        if (!second)
            return {};
        return {apart(first->asks, second->asks), apart(first->spend, second->spend)};
    }

    Worksheet m_sheet;
    std::size_t m_useCase;
    std::size_t m_workload;
    const whatif::Basis &m_basis;
};

int tierOf(const Question &question, Money most)
{
    if (question.moves > Money() && question.moves.cents() >= most.cents() / kMuch)
        return 0;
    if (question.blocks)
        return 1;
    return question.moves > Money() || question.spend > Money() ? 2 : 3;
}

} // namespace

std::vector<Question> ranked(std::vector<Question> questions, const QSet<QString> &blocking, const Worksheet &worksheet,
                             const whatif::Basis &basis)
{
    for (Question &question : questions)
        question.blocks = question.blocks || blocking.contains(question.path);
    for (const WorkloadPlace &place : workloadPlaces(worksheet)) {
        std::optional<Trial> trial; // made for those that are asked about
        for (Question &question : questions) {
            if (!question.path.startsWith(place.prefix))
                continue;
            if (!trial)
                trial.emplace(worksheet, place.useCase, place.workload, basis);
            const Move move = trial->moves(question.path.sliced(place.prefix.size()));
            question.moves = move.asks;
            question.spend = move.spend;
        }
    }
    Money most;
    for (const Question &question : questions)
        most = std::max(most, question.moves);
    std::ranges::stable_sort(questions, [most](const Question &a, const Question &b) {
        const int tierA = tierOf(a, most);
        const int tierB = tierOf(b, most);
        if (tierA != tierB)
            return tierA < tierB;
        // What blocks, and what moves nothing, keeps the order of the fields.
        const bool byMoney = tierA == 0 || tierA == 2;
        return byMoney && (a.moves != b.moves ? b.moves < a.moves : b.spend < a.spend);
    });
    return questions;
}

} // namespace call
