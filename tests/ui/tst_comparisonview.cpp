// The comparison of two versions of a case, as a person goes through it with the keyboard or the mouse.
#include "ui/comparisonmodel.h"
#include "ui/comparisonview.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using session::Comparison;
using session::Difference;
using Choice = Difference::Choice;
using Kind = Difference::Kind;
using ui::ComparisonModel;
using namespace Qt::StringLiterals;

namespace {

Difference difference(Kind kind, const QStringList &above, const QString &label, const QString &ours,
                      const QString &theirs)
{
    Difference made;
    made.kind = kind;
    made.above = above;
    made.path = label;
    made.label = label;
    made.base = kind == Kind::Ours ? theirs : kind == Kind::Theirs ? ours : u"24"_s;
    made.ours = ours;
    made.theirs = theirs;
    return made;
}

Comparison sample()
{
    const QStringList company{u"Company"_s};
    const QStringList useCase{u"Use cases"_s, u"Support assistant"_s};
    Difference city = difference(Kind::Theirs, company, u"City"_s, QString(), u"Berlin"_s);
    city.source = u"Founder's answer of 2026-11-20"_s;
    return {u"This case"_s,
            u"R&D's answer"_s,
            {city, difference(Kind::Conflict, company, u"Headcount"_s, u"25"_s, u"30"_s),
             difference(Kind::Ours, useCase, u"Problem"_s, u"First line\n<b>second</b> line"_s, u"Old"_s),
             difference(Kind::Conflict, useCase, u"Title"_s, u"Assistant"_s, u"Helper"_s)}};
}

} // namespace

class TestComparisonView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_view = std::make_unique<ui::ComparisonView>();
        m_view->resize(900, 500);
        m_view->setComparison(sample());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        list()->setFocus();
    }

    void theModelIsOneThatViewsCanRelyOn()
    {
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setComparison(sample());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1, 0).data().toString(), u"Use cases \u203a Support assistant"_s);
        QVERIFY(model.choose(model.index(0, 0, model.index(0, 0)), Choice::Theirs));
        QCOMPARE(model.chooseUndisputed(), std::size_t{1});
        model.setComparison({});
        QCOMPARE(model.rowCount(), 0);
    }

    void itBeginsAtTheFirstConflictAndSaysWhatIsOpen()
    {
        QCOMPARE(currentLabel(), u"Headcount"_s);
        QCOMPARE(summary(), u"4 differences, 0 taken. 2 conflicts to decide."_s);
        QCOMPARE(state(), u"Conflict: changed in both, choose one"_s);
    }

    void arrowsAndSpaceChoose()
    {
        QSignalSpy chosen(m_view.get(), &ui::ComparisonView::chosen);
        QTest::keyClick(list(), Qt::Key_Right);
        QCOMPARE(choiceOf(u"Headcount"_s), std::optional(Choice::Theirs));
        QCOMPARE(state(), u"Taken"_s);
        QTest::keyClick(list(), Qt::Key_Left);
        QCOMPARE(choiceOf(u"Headcount"_s), std::optional(Choice::Ours));
        QCOMPARE(state(), u"Stays as it is here"_s);
        QTest::keyClick(list(), Qt::Key_Space);
        QCOMPARE(choiceOf(u"Headcount"_s), std::optional(Choice::Theirs));
        QTest::keyClick(list(), Qt::Key_Delete);
        QVERIFY(!choiceOf(u"Headcount"_s));
        QCOMPARE(chosen.count(), 4);
        QTest::keyClick(list(), Qt::Key_Up);
        QCOMPARE(currentLabel(), u"City"_s);
    }

    void controlEnterAcceptsWhatDoesNotConflictAndNothingElse()
    {
        QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(choiceOf(u"City"_s), std::optional(Choice::Theirs));
        QCOMPARE(choiceOf(u"Problem"_s), std::optional(Choice::Ours));
        QVERIFY(!choiceOf(u"Headcount"_s));
        QVERIFY(!choiceOf(u"Title"_s));
        QVERIFY(!m_view->comparison().canApply());
        QVERIFY(!button(u"acceptUndisputedButton"_s)->isEnabled());
    }

    void theKeyForTheNextConflictGoesRound()
    {
        QTest::keyClick(list(), Qt::Key_F8);
        QCOMPARE(currentLabel(), u"Title"_s);
        QTest::keyClick(list(), Qt::Key_F8);
        QCOMPARE(currentLabel(), u"Headcount"_s);
        QTest::keyClick(list(), Qt::Key_Right);
        QTest::keyClick(list(), Qt::Key_F8);
        QCOMPARE(currentLabel(), u"Title"_s);
        QTest::keyClick(list(), Qt::Key_Left);
        QCOMPARE(summary(), u"4 differences, 1 taken. No conflict is open."_s);
        QVERIFY(!button(u"nextConflictButton"_s)->isEnabled());
        QVERIFY(m_view->comparison().canApply());
    }

    void aClickOnAValueChoosesIt()
    {
        const QModelIndex city = list()->model()->index(0, ComparisonModel::Theirs, list()->model()->index(0, 0));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(city).center());
        QCOMPARE(choiceOf(u"City"_s), std::optional(Choice::Theirs));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(city.siblingAtColumn(ComparisonModel::Field)).center());
        QCOMPARE(choiceOf(u"City"_s), std::optional(Choice::Theirs));
    }

    void theWholeTextsAreThereAsTheyStand()
    {
        QTest::keyClick(list(), Qt::Key_Down); // over the topic's own row
        QCOMPARE(currentLabel(), u"Problem"_s);
        QCOMPARE(text(u"oursText"_s), u"First line\n<b>second</b> line"_s);
        QCOMPARE(text(u"baseText"_s), u"Old"_s);
        list()->setCurrentIndex(list()->model()->index(0, 0, list()->model()->index(0, 0)));
        QCOMPARE(text(u"oursText"_s), u"not given"_s);
        QCOMPARE(m_view->findChild<QLabel *>(u"theirsLabel"_s)->text(),
                 u"R&&D's answer, Founder's answer of 2026-11-20"_s);
    }

    void whatCannotBeTakenSaysWhy()
    {
        Difference bad = difference(Kind::Theirs, {u"Company"_s}, u"Headcount"_s, u"24"_s, u"many"_s);
        bad.obstacle = u"not a whole number"_s;
        m_view->setComparison({u"This case"_s, u"Answer"_s, {bad}});
        QTest::keyClick(list(), Qt::Key_Right);
        QVERIFY(!choiceOf(u"Headcount"_s));
        QCOMPARE(state(), u"Cannot be taken: not a whole number"_s);
    }

    void equalVersionsSaySo()
    {
        m_view->setComparison({u"This case"_s, u"Other"_s, {}});
        QCOMPARE(summary(), u"Nothing differs."_s);
        QTest::keyClick(list(), Qt::Key_Right);
        QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_view->comparison().isEmpty());
    }

    void whatIsChosenIsToldToThoseWhoCannotSeeIt()
    {
        QTest::keyClick(list(), Qt::Key_Right);
        const QModelIndex theirs = list()->currentIndex().siblingAtColumn(ComparisonModel::Theirs);
        QCOMPARE(theirs.data(Qt::AccessibleTextRole).toString(), u"30, chosen"_s);
    }

private:
    QTreeView *list() const { return m_view->findChild<QTreeView *>(u"differencesView"_s); }
    QPushButton *button(const QString &name) const { return m_view->findChild<QPushButton *>(name); }
    QString text(const QString &name) const { return m_view->findChild<QPlainTextEdit *>(name)->toPlainText(); }
    QString summary() const { return m_view->findChild<QLabel *>(u"differencesLabel"_s)->text(); }
    QString currentLabel() const
    {
        return list()->currentIndex().siblingAtColumn(ComparisonModel::Field).data().toString();
    }
    QString state() const { return list()->currentIndex().siblingAtColumn(ComparisonModel::State).data().toString(); }

    std::optional<Choice> choiceOf(const QString &label) const
    {
        for (const Difference &one : m_view->comparison().differences()) {
            if (one.label == label)
                return one.choice;
        }
        return {};
    }

    std::unique_ptr<ui::ComparisonView> m_view;
};

QTEST_MAIN(TestComparisonView)
#include "tst_comparisonview.moc"
