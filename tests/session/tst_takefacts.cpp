// Facts out of the notes: each into its field with its status and its line; entries that it needs are made, one undo step.
#include "session/casesession.h"
#include "session/fieldtext.h"
#include "session/takefacts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using call::Of;
using call::Proposal;
using domain::FactStatus;

namespace {

const QString kLine = u"about 5k calls a day, 4k in"_s;

Proposal of(Of of, const QString &key, const QString &value, const QString &entry = {},
            FactStatus status = FactStatus::Stated)
{
    return {of, key, value, entry, status, 0, 1};
}

} // namespace

class TestTakeFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAFactNeedsIsMadeOnce()
    {
        const auto taken = session::takeFacts(
            {},
            {of(Of::Workload, u"requestsPerDay"_s, u"5000"_s, {}, FactStatus::Implied),
             of(Of::Workload, u"inputTokens"_s, u"4000"_s), of(Of::Step, u"multiplier"_s, u"3"_s, u"4"_s),
             of(Of::Workload, u"requestsPerDay"_s, u"3000"_s, u"Nightly evaluation"_s),
             of(Of::Pool, {}, {}, u"bedrock-poc"_s)},
            {}, kLine);
        QCOMPARE(taken.after.useCases.size(), std::size_t{1});
        const auto &workloads = taken.after.useCases.front().workloads;
        QCOMPARE(workloads.size(), std::size_t{2});
        QCOMPARE(workloads.at(0).requestsPerDay, std::optional<qint64>(5000));
        QCOMPARE(workloads.at(0).steps.size(), std::size_t{1});
        QCOMPARE(workloads.at(0).steps.front().month, 4);
        QCOMPARE(workloads.at(1).name, u"Nightly evaluation"_s);
        QCOMPARE(taken.after.funding.pools.size(), std::size_t{1});
        QCOMPARE(taken.place.workload, workloads.at(0).id);
        const domain::Fact &fact = taken.after.facts.at(taken.facts.at(0).path);
        QCOMPARE(fact.status, FactStatus::Implied);
        QCOMPARE(fact.note, kLine);
        for (const session::TakenFact &one : taken.facts)
            QVERIFY(!one.error);
    }

    void aSecondLineGoesToTheSameWorkloadAndSaysWhatItReplaces()
    {
        const auto first = session::takeFacts({}, {of(Of::Workload, u"requestsPerDay"_s, u"5000"_s)}, {}, kLine);
        const auto second = session::takeFacts(first.after, {of(Of::Workload, u"requestsPerDay"_s, u"6000"_s)},
                                               first.place, u"no, 6k"_s);
        QCOMPARE(second.after.useCases.front().workloads.size(), std::size_t{1});
        QCOMPARE(second.facts.front().before, u"5,000"_s);
        QCOMPARE(second.facts.front().shown, u"6,000"_s);
    }

    void requestsAndUsersAreNeverBothStated()
    {
        const auto requests = session::takeFacts({}, {of(Of::Workload, u"requestsPerDay"_s, u"5000"_s)}, {}, kLine);
        const auto users = session::takeFacts(
            requests.after,
            {of(Of::Workload, u"users"_s, u"200"_s), of(Of::Workload, u"actionsPerUserPerDay"_s, u"12"_s)},
            requests.place, u"200 users, 12 each"_s);
        const domain::Workload &workload = users.after.useCases.front().workloads.front();
        QVERIFY(!workload.requestsPerDay);
        QCOMPARE(workload.users, std::optional<qint64>(200));
        QVERIFY(session::takeFacts({}, {}, {}, {}).after.useCases.empty());
    }

    void aUseCaseThatIsMadeByItsTitleHadNoneBefore()
    {
        const auto taken =
            session::takeFacts({}, {of(Of::UseCase, u"title"_s, u"Assistant in the product"_s)}, {}, kLine);
        QCOMPARE(taken.facts.front().before, QString());
        QCOMPARE(taken.facts.front().shown, u"Assistant in the product"_s);
        QCOMPARE(taken.after.useCases.front().id, u"assistant-in-the-product"_s);
    }

    void whatAFieldCannotTakeIsSaidAndLeavesItAsItWas()
    {
        const auto taken = session::takeFacts({}, {of(Of::Company, u"headcount"_s, u"99999999999"_s)}, {}, kLine);
        QVERIFY(taken.facts.front().error);
        QVERIFY(!taken.after.company.headcount);
        QVERIFY(taken.after.facts.empty());
    }
};

QTEST_GUILESS_MAIN(TestTakeFacts)
#include "tst_takefacts.moc"
