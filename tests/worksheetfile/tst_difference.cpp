// Two worksheets field by field: every field of the one list, entries that come, go and move.
#include "domain/fieldpath.h"
#include "worksheetfile/difference.h"
#include "worksheetfile/everyvalue.h"
#include "worksheetfile/fullworksheet.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = worksheetfile::FieldChange::Kind;

class TestDifference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySingleFieldIsFoundUnderItsPathWithBothTexts()
    {
        const domain::Worksheet before = support::fullWorksheet();
        QVERIFY(worksheetfile::difference(before, before).empty());
        int position = 0;
        while (const auto after = support::withOneChange(before, position, 1)) {
            const auto changes = worksheetfile::difference(before, *after);
            const QByteArray about = "value " + QByteArray::number(position);
            QVERIFY2(changes.size() == 1, about.constData());
            // What is noted about a field stands under `facts` and the path of that field.
            QString named = changes[0].path;
            if (named.startsWith(u"facts/"_s))
                named = named.section(u'/', 1, -2);
            QVERIFY2(domain::namesSomething(before, named), qPrintable(named));
            QCOMPARE(changes[0].kind, Kind::Changed);
            QVERIFY2(changes[0].before != changes[0].after, qPrintable(changes[0].path));
            QVERIFY2(!changes[0].label.isEmpty(), qPrintable(changes[0].path));
            ++position;
        }
        QVERIFY2(position > 100, qPrintable(QString::number(position))); // the list of fields is longer than that
    }

    void aFieldSaysWhereItStandsAndWhatItWas()
    {
        domain::Worksheet before = support::fullWorksheet();
        before.useCases[0].id = u"support"_s;
        before.useCases[0].title = u"Support assistant"_s;
        before.useCases[0].workloads[0].id = u"answers"_s;
        before.useCases[0].workloads[0].name = u"Answers"_s;
        before.useCases[0].workloads[0].inputTokens = 4000;
        domain::Worksheet after = before;
        after.useCases[0].workloads[0].inputTokens.reset();
        const std::vector<worksheetfile::FieldChange> expected{
            {Kind::Changed,
             u"useCases/support/workloads/answers/inputTokens"_s,
             {u"Use cases"_s, u"Support assistant"_s, u"Workloads"_s, u"Answers"_s},
             u"Input tokens"_s,
             u"tokens per call"_s,
             u"4000"_s,
             QString()}};
        QCOMPARE(worksheetfile::difference(before, after), expected);
    }

    void anEntryThatComesIsListedWithEverythingInIt()
    {
        domain::Worksheet before;
        before.company.name = u"Sample"_s;
        domain::Worksheet after = before;
        domain::UseCase added;
        added.id = u"search"_s;
        added.title = u"Search"_s;
        added.proofOfConcept = true;
        after.useCases.push_back(added);
        const auto changes = worksheetfile::difference(before, after);
        QStringList seen;
        for (const auto &change : changes)
            seen += change.path + u'=' + change.after;
        QCOMPARE(seen, QStringList({u"useCases/search=Search"_s, u"useCases/search/id=search"_s,
                                    u"useCases/search/title=Search"_s, u"useCases/search/proofOfConcept=yes"_s}));
        QCOMPARE(changes[0].kind, Kind::Added);
        const auto back = worksheetfile::difference(after, before);
        QCOMPARE(back.size(), changes.size());
        QCOMPARE(back[0].kind, Kind::Removed);
        QCOMPARE(back[0].before, u"Search"_s);
    }

    void entriesThatMoveAreOneLine()
    {
        domain::Worksheet before;
        for (const QString &id : {u"poc"_s, u"activate"_s}) {
            domain::PoolRequest pool;
            pool.id = id;
            pool.programme = id;
            before.funding.pools.push_back(pool);
        }
        domain::Worksheet after = before;
        std::swap(after.funding.pools[0], after.funding.pools[1]);
        const auto changes = worksheetfile::difference(before, after);
        QCOMPARE(changes.size(), std::size_t(1));
        QCOMPARE(changes[0].kind, Kind::Reordered);
        QCOMPARE(changes[0].path, u"funding/pools"_s);
        QCOMPARE(changes[0].before, u"poc, activate"_s);
        QCOMPARE(changes[0].after, u"activate, poc"_s);
    }

    void whatWasSetAgainstWhatWasNotGivenIsAChange()
    {
        domain::Worksheet before;
        domain::Worksheet after;
        after.company.incorporated = true; // the default, but stated
        const auto changes = worksheetfile::difference(before, after);
        QCOMPARE(changes.size(), std::size_t(1));
        QVERIFY(changes[0].before.isNull());
        QCOMPARE(changes[0].after, u"yes"_s);
    }
};

QTEST_GUILESS_MAIN(TestDifference)
#include "tst_difference.moc"
