// The day goes on, or is put right, while the window is open: what is shown is of today, and nothing is edited by it.
#include "ui/casespane.h"
#include "ui/pipelinemodel.h"
#include "windowfixture.h"

#include <QAction>
#include <QListView>
#include <QSignalSpy>
#include <QTableView>
#include <QUndoStack>

namespace {

using namespace Qt::StringLiterals;
using tests::WindowFixture;

class SetClock final : public tests::FixedClock {
public:
    QDate day = FixedClock::today();
    QDate today() const override { return day; }
    QDateTime now() const override { return QDateTime(day, QTime(10, 42), Qt::UTC); }
};

class TestDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsShownIsOfToday();
    void aClockThatIsPutBackLosesNothing();
};

/// What a person reads of the day.
QStringList readings(const ui::MainWindow &window)
{
    const auto *list = window.findChild<QListView *>(u"casesView"_s);
    return {window.findChild<QLabel *>(u"rateBookLabel"_s)->text(), window.findChild<QLabel *>(u"savedLabel"_s)->text(),
            list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString()};
}

struct RunningWindow {
    RunningWindow()
    {
        base.prompter.newFile = base.path(u"cases.briefstack"_s);
        window.show();
        window.desk().importWorksheets({tests::samplePath(u"series-a-rag-assistant"_s)});
        [this] { QTRY_VERIFY_WITH_TIMEOUT(window.desk().shown() && !window.desk().isBusy(), 30'000); }();
    }

    WindowFixture base;
    SetClock clock;
    ui::MainWindow window{session::Services{base.files, base.prompter, clock, nullptr, nullptr, &base.profiles},
                          *base.settings};
};

void TestDay::whatIsShownIsOfToday()
{
    RunningWindow running;
    const QStringList before = readings(running.window);
    QVERIFY2(!before[0].contains(u"old"_s) && !before[2].contains(u"overdue"_s), qPrintable(before.join(u'\n')));
    const std::size_t findings = running.window.desk().shown()->findings.size();
    running.window.findChild<QAction *>(u"pipelineAction"_s)->trigger();
    const QAbstractItemModel *pipeline = running.window.findChild<QTableView *>(u"pipelineTable"_s)->model();
    const auto daysLeft = [pipeline] { return pipeline->index(0, ui::PipelineModel::Days).data().toString(); };
    const QString daysBefore = daysLeft();
    QVERIFY2(!daysBefore.isEmpty() && !daysBefore.contains(u"overdue"_s), qPrintable(daysBefore));

    running.clock.day = running.clock.day.addYears(1);
    QTRY_VERIFY2(readings(running.window)[0].contains(u"old"_s), qPrintable(readings(running.window)[0]));
    const QStringList after = readings(running.window);
    QVERIFY2(after[2].contains(u"overdue"_s), qPrintable(after[2]));
    QVERIFY2(daysLeft().contains(u"overdue"_s), qPrintable(daysLeft()));
    QVERIFY2(after[1].contains(u"Nov 22, 2026"_s), qPrintable(after[1]));
    QCOMPARE(running.window.desk().shown()->asOf, running.clock.day);
    QVERIFY(running.window.desk().shown()->findings.size() > findings); // its window is over

    running.clock.day = running.clock.day.addYears(-1);
    QTRY_COMPARE(readings(running.window), before);
    QCOMPARE(daysLeft(), daysBefore);
    QCOMPARE(running.window.desk().shown()->findings.size(), findings);
}

void TestDay::aClockThatIsPutBackLosesNothing()
{
    RunningWindow running;
    session::CaseSession &open = *running.window.desk().openCase();
    const domain::Worksheet worksheet = open.worksheet();
    const int revision = open.summary().revision;
    QSignalSpy edits(&open, &session::CaseSession::changed);
    running.clock.day = running.clock.day.addYears(-1);
    QTRY_COMPARE(running.window.desk().shown()->asOf, running.clock.day);
    QCOMPARE(edits.size(), 0);
    QVERIFY(open.worksheet() == worksheet);
    QVERIFY(!open.undoStack().canUndo());

    open.edit(u"company/headcount"_s, u"31"_s); // saved after what the file has from the future
    QVERIFY(running.window.desk().flush());
    QCOMPARE(open.summary().revision, revision + 1);
    open.undoStack().undo();
    QVERIFY(running.window.desk().flush());
    QVERIFY(open.worksheet() == worksheet);
    const auto revisions = running.window.desk().revisions();
    QVERIFY(revisions);
    QCOMPARE(revisions->front().revision, revision + 2); // newest first, whatever the clock said
}

} // namespace

QTEST_MAIN(TestDay)
#include "tst_day.moc"
