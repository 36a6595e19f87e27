// Three-way merges: nothing that anybody typed is lost without somebody deciding so.
#include "worksheetfile/difference.h"
#include "worksheetfile/everyvalue.h"
#include "worksheetfile/fullworksheet.h"
#include "worksheetfile/merge.h"

#include <QTest>

using domain::Worksheet;
using worksheetfile::Conflict;
using worksheetfile::Decisions;
using worksheetfile::Side;
using namespace Qt::StringLiterals;

namespace {

domain::PoolRequest pool(const QString &id)
{
    domain::PoolRequest made;
    made.id = id;
    made.programme = id;
    return made;
}

Worksheet withPools(const QStringList &ids)
{
    Worksheet sheet;
    sheet.company.name = u"Sample"_s;
    for (const QString &id : ids)
        sheet.funding.pools.push_back(pool(id));
    return sheet;
}

QStringList poolsOf(const Worksheet &sheet)
{
    QStringList ids;
    for (const auto &one : sheet.funding.pools)
        ids += one.id;
    return ids;
}

Decisions all(Side side)
{
    return {side, {}};
}

} // namespace

class TestMerge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatOneSideChangedIsTakenWhicheverFieldItIs()
    {
        const Worksheet base = support::fullWorksheet();
        int position = 0;
        for (; const auto changed = support::withOneChange(base, position, 1); ++position) {
            const QByteArray about = "value " + QByteArray::number(position);
            const auto theirs = worksheetfile::merge(&base, base, *changed, {});
            QVERIFY2(theirs.conflicts.empty() && theirs.merged == *changed, about.constData());
            const auto ours = worksheetfile::merge(&base, *changed, base, {});
            QVERIFY2(ours.conflicts.empty() && ours.merged == *changed, about.constData());
            const auto same = worksheetfile::merge(&base, *changed, *changed, {});
            QVERIFY2(same.conflicts.empty() && same.merged == *changed, about.constData());
        }
        QVERIFY(position > 100);
    }

    void whatOnlyOneSideChangedCanBeRefused()
    {
        Worksheet base = withPools({u"a"_s});
        Worksheet theirs = withPools({u"a"_s, u"b"_s});
        theirs.company.city = u"Berlin"_s;
        Decisions decisions;
        decisions.undisputed[u"company/city"_s] = Side::Ours;
        auto merged = worksheetfile::merge(&base, base, theirs, decisions);
        QVERIFY(merged.isDecided());
        QVERIFY(merged.merged.company.city.isEmpty());
        QCOMPARE(poolsOf(merged.merged), (QStringList{u"a"_s, u"b"_s}));
        decisions.undisputed[u"funding/pools/b"_s] = Side::Ours;
        merged = worksheetfile::merge(&base, base, theirs, decisions);
        QCOMPARE(merged.merged, base);
        // A removal too.
        Worksheet without = base;
        without.funding.pools.clear();
        decisions.undisputed = {{u"funding/pools/a"_s, Side::Ours}};
        QCOMPARE(worksheetfile::merge(&base, base, without, decisions).merged, base);
    }

    void changesOfDifferentFieldsCombine()
    {
        const Worksheet base = support::fullWorksheet();
        auto previous = support::withOneChange(base, 0, 1);
        for (int position = 1; const auto changed = support::withOneChange(base, position, 1); ++position) {
            const auto merged = worksheetfile::merge(&base, *previous, *changed, {});
            QVERIFY2(merged.conflicts.empty(), qPrintable(QString::number(position)));
            QCOMPARE(worksheetfile::difference(base, merged.merged).size(), std::size_t(2));
            previous = changed;
        }
    }

    void whatBothChangedDifferentlyWaitsForADecision()
    {
        Worksheet base;
        base.company.name = u"Sample"_s;
        base.company.headcount = 24;
        Worksheet ours = base;
        ours.company.headcount = 25;
        Worksheet theirs = base;
        theirs.company.headcount = 30;
        theirs.company.city = u"Berlin"_s;

        const auto open = worksheetfile::merge(&base, ours, theirs, {});
        const std::vector<Conflict> expected{{u"company/headcount"_s,
                                              {u"Company"_s},
                                              u"Headcount"_s,
                                              false,
                                              u"24"_s,
                                              u"25"_s,
                                              u"30"_s,
                                              std::nullopt,
                                              1}}; // after the city
        QCOMPARE(open.conflicts, expected);
        QVERIFY(!open.isDecided());
        QCOMPARE(open.oneSided.size(), std::size_t{1});
        QCOMPARE(open.oneSided[0].what.path, u"company/city"_s);
        QCOMPARE(open.oneSided[0].changedBy, Side::Theirs);

        const auto mine = worksheetfile::merge(&base, ours, theirs, all(Side::Ours));
        QVERIFY(mine.isDecided());
        QCOMPARE(mine.merged.company.headcount, qint64(25));
        QCOMPARE(mine.merged.company.city, u"Berlin"_s); // no conflict: taken in any case
        const auto other = worksheetfile::merge(&base, ours, theirs, all(Side::Theirs));
        QCOMPARE(other.merged.company.headcount, qint64(30));
    }

    void aDecisionOnASectionCoversItsFieldsAndTheNearestOneCounts()
    {
        Worksheet base;
        base.company.name = u"Sample"_s;
        Worksheet ours = base;
        ours.company.headcount = 25;
        ours.company.city = u"Bonn"_s;
        Worksheet theirs = base;
        theirs.company.headcount = 30;
        theirs.company.city = u"Berlin"_s;
        const Decisions decisions{std::nullopt, {{u"company"_s, Side::Theirs}, {u"company/city"_s, Side::Ours}}};
        const auto merged = worksheetfile::merge(&base, ours, theirs, decisions);
        QVERIFY(merged.isDecided());
        QCOMPARE(merged.merged.company.headcount, qint64(30));
        QCOMPARE(merged.merged.company.city, u"Bonn"_s);
        QVERIFY(!Decisions({std::nullopt, {{u"comp"_s, Side::Ours}}}).on(u"company/city"_s));
    }

    void withoutAKnownBaseEveryDifferenceIsAConflict()
    {
        Worksheet ours;
        ours.company.name = u"Sample"_s;
        ours.company.headcount = 25;
        Worksheet theirs = ours;
        theirs.company.headcount.reset();
        theirs.funding.pools.push_back(pool(u"bedrock-poc"_s));
        const auto open = worksheetfile::merge(nullptr, ours, theirs, {});
        QStringList paths;
        for (const Conflict &conflict : open.conflicts) {
            paths += conflict.path;
            QVERIFY(!conflict.base);
        }
        QCOMPARE(paths, QStringList({u"company/headcount"_s, u"funding/pools/bedrock-poc"_s}));
    }

    void entriesAddedOnBothSidesAreBothKeptWhereTheyStood()
    {
        const Worksheet base = withPools({u"a"_s, u"b"_s});
        const auto merged = worksheetfile::merge(&base, withPools({u"a"_s, u"b"_s, u"ours"_s}),
                                                 withPools({u"a"_s, u"theirs"_s, u"b"_s}), {});
        QVERIFY(merged.isDecided());
        QCOMPARE(poolsOf(merged.merged), QStringList({u"a"_s, u"theirs"_s, u"b"_s, u"ours"_s}));
    }

    void anEntryRemovedOnOneSideAndChangedOnTheOtherIsAConflict()
    {
        const Worksheet base = withPools({u"a"_s, u"b"_s});
        const Worksheet removed = withPools({u"a"_s});
        Worksheet changed = base;
        changed.funding.pools[1].months = 6;

        QCOMPARE(poolsOf(worksheetfile::merge(&base, removed, base, {}).merged), QStringList({u"a"_s}));
        const auto open = worksheetfile::merge(&base, removed, changed, {});
        QCOMPARE(open.conflicts.size(), std::size_t(1));
        QVERIFY(open.conflicts[0].isEntry);
        QCOMPARE(open.conflicts[0].path, u"funding/pools/b"_s);
        QVERIFY(open.conflicts[0].ours.isNull());
        QCOMPARE(open.conflicts[0].theirs, u"b"_s);
        QCOMPARE(poolsOf(worksheetfile::merge(&base, removed, changed, all(Side::Ours)).merged), QStringList({u"a"_s}));
        QCOMPARE(worksheetfile::merge(&base, removed, changed, all(Side::Theirs)).merged, changed);
    }

    void theOrderOfPoolsIsNobodysAccident()
    {
        const Worksheet base = withPools({u"a"_s, u"b"_s, u"c"_s});
        const Worksheet moved = withPools({u"c"_s, u"a"_s, u"b"_s});
        const Worksheet otherwise = withPools({u"b"_s, u"a"_s, u"c"_s});
        QCOMPARE(worksheetfile::merge(&base, base, moved, {}).merged, moved);
        QCOMPARE(worksheetfile::merge(&base, moved, base, {}).merged, moved);
        const auto open = worksheetfile::merge(&base, moved, otherwise, {});
        QCOMPARE(open.conflicts.size(), std::size_t(1));
        QCOMPARE(open.conflicts[0].path, u"funding/pools"_s);
        QCOMPARE(open.conflicts[0].theirs, u"b, a, c"_s);
        QCOMPARE(worksheetfile::merge(&base, moved, otherwise, all(Side::Theirs)).merged, otherwise);
    }

    void changesThatContradictEachOtherAreNamed()
    {
        Worksheet base;
        base.company.name = u"Sample"_s;
        domain::UseCase useCase;
        useCase.id = u"one"_s;
        domain::Workload workload;
        workload.id = u"calls"_s;
        useCase.workloads.push_back(workload);
        base.useCases.push_back(useCase);
        Worksheet ours = base;
        ours.useCases[0].workloads[0].requestsPerDay = 5000;
        Worksheet theirs = base;
        theirs.useCases[0].workloads[0].users = 100;
        const auto merged = worksheetfile::merge(&base, ours, theirs, {});
        QVERIFY(merged.conflicts.empty());
        QVERIFY(merged.contradiction);
        QVERIFY(!merged.isDecided());
        QCOMPARE(merged.contradiction->path, u"useCases[0].workloads[0].users"_s);
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
