// What differs between two versions of a case, and whose value stays: nothing is taken that nobody chose.
#include "session/comparison.h"

#include <QTest>

using session::Comparison;
using session::Difference;
using Choice = Difference::Choice;
using Kind = Difference::Kind;
using namespace Qt::StringLiterals;

namespace {

Difference difference(Kind kind, const QString &path, const QStringList &above = {u"Company"_s})
{
    Difference made;
    made.kind = kind;
    made.above = above;
    made.path = path;
    made.label = path;
    made.ours = u"ours"_s;
    made.theirs = u"theirs"_s;
    return made;
}

Comparison ofEachKind()
{
    return {u"This case"_s,
            u"Other"_s,
            {difference(Kind::Theirs, u"a"_s), difference(Kind::Ours, u"b"_s), difference(Kind::Conflict, u"c"_s)}};
}

} // namespace

class TestComparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptingWhatDoesNotConflictLeavesConflictsOpen()
    {
        Comparison comparison = ofEachKind();
        QVERIFY(!comparison.canApply());
        QCOMPARE(comparison.chooseUndisputed(), std::size_t{2});
        QCOMPARE(comparison.differences()[0].choice, std::optional(Choice::Theirs));
        QCOMPARE(comparison.differences()[1].choice, std::optional(Choice::Ours));
        QVERIFY(!comparison.differences()[2].choice);
        QCOMPARE(comparison.openConflicts(), std::size_t{1});
        QVERIFY(!comparison.canApply());
        QVERIFY(comparison.choose(2, Choice::Theirs));
        QVERIFY(comparison.canApply());
        QCOMPARE(comparison.taken(), std::size_t{2});
        QCOMPARE(comparison.chooseUndisputed(), std::size_t{0});
    }

    void whatSomebodyChoseIsNotChosenOver()
    {
        Comparison comparison = ofEachKind();
        QVERIFY(comparison.choose(0, Choice::Ours));
        QVERIFY(comparison.choose(1, Choice::Theirs));
        QCOMPARE(comparison.chooseUndisputed(), std::size_t{0});
        QCOMPARE(comparison.differences()[0].choice, std::optional(Choice::Ours));
        QVERIFY(comparison.choose(0, std::nullopt));
        QVERIFY(!comparison.differences()[0].choice);
    }

    void whatCannotBeTakenIsNotTaken()
    {
        Difference bad = difference(Kind::Theirs, u"company/headcount"_s);
        bad.obstacle = u"not a whole number"_s;
        Comparison comparison(u"This case"_s, u"Answer"_s, {bad});
        QVERIFY(!comparison.choose(0, Choice::Theirs));
        QCOMPARE(comparison.chooseUndisputed(), std::size_t{0});
        QVERIFY(!comparison.differences()[0].choice);
        QVERIFY(comparison.choose(0, Choice::Ours));
    }

    void aTopicsDifferencesStandTogether()
    {
        const QStringList uses{u"Use cases"_s};
        const Comparison comparison(u"This case"_s, u"Other"_s,
                                    {difference(Kind::Theirs, u"a"_s), difference(Kind::Theirs, u"b"_s, uses),
                                     difference(Kind::Theirs, u"c"_s)});
        QStringList order;
        for (const Difference &one : comparison.differences())
            order += one.path;
        QCOMPARE(order, (QStringList{u"a"_s, u"c"_s, u"b"_s}));
    }

    void nothingDiffersNothingToChoose()
    {
        Comparison comparison;
        QVERIFY(comparison.isEmpty());
        QVERIFY(comparison.canApply());
        QCOMPARE(comparison.chooseUndisputed(), std::size_t{0});
    }
};

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
