// A record's way into AWS and back in the window: marked filed, locked, sent back, answered; the pipeline; the reviewer's view.
#include "db/casestore.h"
#include "ports/filings.h"
#include "support/sourcefolder.h"
#include "ui/messagebar.h"
#include "ui/pipelinemodel.h"
#include "ui/pipelinewindow.h"
#include "ui/requestcheck.h"
#include "ui/requesttools.h"
#include "ui/reviewview.h"
#include "ui/windowfixture.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDateEdit>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>

using namespace tests;

namespace {

const QString kPoc = u"bedrock-poc"_s;

QStringList textsOf(const QListWidget &list)
{
    QStringList texts;
    for (int row = 0; row < list.count(); ++row)
        texts.append(list.item(row)->text());
    return texts;
}

} // namespace

class TestFilingDock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void aRecordIsFiledAndLocked();
    void whatCameBackIsAnsweredInOnePlace();
    void anUpdateIsHeldAgainstWhatWasFiled();
    void anEarlierFilingOfTheCompanyIsComparedWith();
    void theReviewersViewShowsThePartnersOutcomes();
    void theDockTakesThePreviewsPlaceInANarrowWindow();
    void aFiledRecordIsOverwrittenOnlyWhenAsked();
    void refusalsStandAtTheForm();
    void whatAnotherWindowFiledIsNotFiledOnceMore();
    void statusesMoveAndCreditsAreKept();
    void thePipelineLeadsToTheRecord();
    void thePipelineOfAnOlderFileHasItsDays();
    void showingChangesNothing();

private:
    template <class T>
    T *find(const QString &name) const
    {
        return m_fixture->find<T>(name);
    }
    void file(const QString &opportunity)
    {
        find<QLineEdit>(u"filingOpportunity"_s)->setText(opportunity);
        find<QPushButton>(u"markFiledNowButton"_s)->click();
    }
    void setStatus(const QString &word, const QString &reason = {})
    {
        find<QPlainTextEdit>(u"filingReason"_s)->setPlainText(reason);
        auto *status = find<QComboBox>(u"filingStatus"_s);
        QVERIFY2(status->findData(word) >= 0, qPrintable(word));
        status->setCurrentIndex(status->findData(word));
        find<QPushButton>(u"setStatusButton"_s)->click();
    }
    session::Desk &desk() const { return m_fixture->window->desk(); }
    ports::CaseFilings filings() const
    {
        return desk().store()->filings()->loadFilings(desk().openCase()->caseId()).value();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestFilingDock::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window->resize(1700, 1000);
    m_fixture->show();
    m_fixture->importSamples({u"series-a-rag-assistant"_s});
    m_fixture->trigger(u"recordsTabAction"_s);
    m_fixture->trigger(u"markFiledAction"_s);
    QTRY_VERIFY(find<QDockWidget>(u"filingDock"_s)->isVisible());
    QVERIFY(find<QLineEdit>(u"filingOpportunity"_s)->hasFocus());
}

void TestFilingDock::aRecordIsFiledAndLocked()
{
    auto *title = find<QLineEdit>(u"fieldProjectTitle"_s);
    QVERIFY(!title->isReadOnly());
    m_fixture->prompter.pdf = m_fixture->path(u"exported.pdf"_s);
    m_fixture->trigger(u"exportRecordAction"_s);
    const QByteArray exported = contentOf(m_fixture->prompter.pdf);
    QVERIFY(exported.startsWith("%PDF-"));
    // The list of cases says what is due next of any of its records.
    const auto due = [this] {
        return find<QAbstractItemView>(u"casesView"_s)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY2(due().endsWith(u", File by, Dec 18, 2026"_s), qPrintable(due()));

    file(u"O1234567"_s);
    QVERIFY2(due().endsWith(u", AWS answers, Nov 27, 2026"_s), qPrintable(due()));
    QCOMPARE(m_fixture->text(u"filingProblem"_s), QString());
    QVERIFY(m_fixture->text(u"filingHead"_s).contains(u"Filed, opportunity O1234567, revision 1"_s));
    QVERIFY(title->isReadOnly());
    QVERIFY(title->toolTip().contains(u"nothing can be changed"_s));
    QVERIFY(title->accessibleDescription().contains(u"Locked now"_s));
    // What is filed with next names the number that was filed.
    m_fixture->prompter.folder = m_fixture->path(u"kit"_s);
    QVERIFY(QDir().mkpath(m_fixture->prompter.folder));
    m_fixture->trigger(u"exportKitAction"_s);
    QVERIFY(contentOf(m_fixture->path(u"kit/northwind-support-software-bedrock-poc.update.json"_s))
                .contains("\"Identifier\": \"O1234567\""));
    // The stack and the list of cases say so, and an edit elsewhere keeps it.
    QVERIFY(find<QAbstractItemView>(u"recordsView"_s)
                ->model()
                ->index(0, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .endsWith(u"Filed"_s));
    QCOMPARE(desk().cases().front().status, u"filed"_s);
    desk().openCase()->edit(u"company/headcount"_s, u"25"_s);
    QVERIFY(desk().flush());
    QCOMPARE(desk().cases().front().status, u"filed"_s);
    // What was exported is what was filed, byte for byte.
    QCOMPARE(filings().filings.size(), std::size_t{1});
    const auto kept = desk().store()->filings()->filedFile(desk().openCase()->caseId(), filings().filings.front().id,
                                                           ports::kFiledBrief);
    QVERIFY(kept && *kept == exported);
    m_fixture->prompter.pdf = m_fixture->path(u"kept.pdf"_s);
    find<QPushButton>(u"saveFiledButton"_s)->click();
    QVERIFY(contentOf(m_fixture->prompter.pdf) == exported);
    QVERIFY(m_fixture->prompter.suggested.endsWith(u"northwind-support-software-bedrock-poc-filed.pdf"_s));
}

void TestFilingDock::whatCameBackIsAnsweredInOnePlace()
{
    file(u"O1234567"_s);
    setStatus(u"action-required"_s, u"Clarify Revenue. The title is unclear."_s);
    QCOMPARE(m_fixture->text(u"filingStatusProblem"_s), QString());
    QVERIFY(m_fixture->text(u"filingTodo"_s).contains(u"Clarify Revenue. The title is unclear."_s));
    const QStringList fields = textsOf(*find<QListWidget>(u"filingFields"_s));
    QVERIFY(fields.contains(u"Monthly spend: open"_s));
    QVERIFY(fields.filter(u"Project title: Locked from the submission on"_s).size() == 1);
    // A field of the list leads to its place; what is open can be typed into, what is locked cannot.
    for (int row = 0; row < find<QListWidget>(u"filingFields"_s)->count(); ++row) {
        if (QListWidgetItem *item = find<QListWidget>(u"filingFields"_s)->item(row);
            item->text().startsWith(u"Project"_s))
            Q_EMIT find<QListWidget>(u"filingFields"_s)->itemActivated(item);
    }
    QVERIFY(find<QLineEdit>(u"fieldProjectTitle"_s)->hasFocus());
    QVERIFY(find<QLineEdit>(u"fieldProjectTitle"_s)->isReadOnly());
    QVERIFY(!find<QLineEdit>(u"fieldLifeCycleTargetCloseDate"_s)->isReadOnly());
    QVERIFY(!find<QPlainTextEdit>(u"fieldProjectCustomerBusinessProblem"_s)->isReadOnly());
    QVERIFY(!find<QLineEdit>(u"fieldCustomerAccountWebsiteUrl"_s)->isReadOnly());
    QVERIFY(find<QLineEdit>(u"fieldCustomerAccountCompanyName"_s)->isReadOnly());

    // A past close date is refused, with the next day allowed one click away.
    auto *closeDate = find<QLineEdit>(u"fieldLifeCycleTargetCloseDate"_s);
    closeDate->setFocus();
    closeDate->selectAll();
    QTest::keyClicks(closeDate, u"2026-11-01"_s);
    file(u"O1234567"_s);
    QVERIFY2(m_fixture->text(u"filingProblem"_s).contains(u"2026-11-23 or later"_s),
             qPrintable(m_fixture->text(u"filingProblem"_s)));
    QCOMPARE(filings().filings.size(), std::size_t{1});
    QVERIFY(find<QPushButton>(u"moveCloseDateButton"_s)->isVisible());
    // Nothing is cut off beside the dock in a window of a notebook's width.
    m_fixture->window->resize(1500, 900);
    for (const QScrollArea *area : {find<QScrollArea>(u"filingScroll"_s), find<QScrollArea>(u"recordFields"_s)}) {
        QTRY_VERIFY2(area->widget()->width() <= area->viewport()->width(), qPrintable(area->objectName()));
    }
    m_fixture->window->resize(1700, 1000);
    find<QPushButton>(u"moveCloseDateButton"_s)->click();
    QVERIFY(!find<QPushButton>(u"moveCloseDateButton"_s)->isVisible());
    const QString note = find<QPlainTextEdit>(u"filingNote"_s)->toPlainText();
    QVERIFY2(note.contains(u"Target close date: 2026-11-23, was"_s), qPrintable(note));
    file(u"O1234567"_s);
    QCOMPARE(m_fixture->text(u"filingProblem"_s), QString());
    QCOMPARE(filings().filings.size(), std::size_t{2});
    QCOMPARE(filings().filings.back().number, 2);
    QCOMPARE(filings().filings.back().changes, note);
    QVERIFY(filings().filings.back().revision > filings().filings.front().revision);
    QVERIFY(m_fixture->prompter.askedAgain.isEmpty()); // an answer overwrites nothing
    QCOMPARE(find<QListWidget>(u"filedList"_s)->count(), 2);
}

void TestFilingDock::anUpdateIsHeldAgainstWhatWasFiled()
{
    file(u"O1234567"_s);
    setStatus(u"action-required"_s, u"Clarify Revenue"_s);
    m_fixture->prompter.folder = m_fixture->path(u"kit"_s);
    QVERIFY(QDir().mkpath(m_fixture->prompter.folder));
    m_fixture->trigger(u"exportKitAction"_s);
    const QString update = m_fixture->path(u"kit/northwind-support-software-bedrock-poc.update.json"_s);
    m_fixture->window->requests().setChooser([&update](QWidget *) { return update; });
    const auto lockedFields = [this] {
        m_fixture->trigger(u"checkFileAction"_s);
        auto *check = find<ui::RequestCheck>(u"requestCheck"_s);
        const QString summary = check->findChild<QLabel *>(u"requestSummary"_s)->text();
        QStringList fields;
        for (const domain::Finding &finding : check->findings()) {
            if (finding.rule == u"ace/ACTION_NOT_PERMITTED/locked-field")
                fields.append(finding.field);
        }
        delete check;
        return std::pair(summary, fields);
    };
    const auto [summary, none] = lockedFields();
    QVERIFY2(summary.contains(u"against what was filed of Northwind Support Software (Action required)"_s),
             qPrintable(summary));
    QCOMPARE(none, QStringList());
    QByteArray theirs = contentOf(update);
    QVERIFY(theirs.contains("Software and Internet") && theirs.contains("\"City\": \"Seattle\""));
    theirs.replace("Software and Internet", "Financial Services")
        .replace("\"City\": \"Seattle\"", "\"City\": \"Tacoma\"");
    QFile changed(update);
    QVERIFY(changed.open(QIODevice::WriteOnly) && changed.write(theirs) == theirs.size());
    changed.close();
    QCOMPARE(lockedFields().second, QStringList{u"Customer.Account.Industry"_s}); // the city is open
    // The case's own facts change what is locked: its kit has no update, the older one goes, and it says why.
    desk().openCase()->edit(u"company/industry"_s, u"Financial Services"_s);
    m_fixture->prompter.mayReplace = true;
    m_fixture->trigger(u"exportKitAction"_s);
    QVERIFY(!QFile::exists(update));
    const QString said = find<ui::MessageBar>(u"messageBar"_s)->text();
    QVERIFY2(said.startsWith(u"The kit has no update: AWS would refuse it. Industry was filed as "_s),
             qPrintable(said));
}

void TestFilingDock::anEarlierFilingOfTheCompanyIsComparedWith()
{
    const auto about = [this] {
        const auto &findings = desk().shown()->findings;
        return std::ranges::count_if(findings, [](const domain::Finding &finding) {
            return finding.message.contains(u"filed November 22, 2026"_s);
        });
    };
    file(u"O1234567"_s);
    QCOMPARE(about(), 0); // a record is not compared with itself
    // The same company comes back as a case of its own, with the same texts.
    m_fixture->importSamples({u"series-a-rag-assistant"_s});
    QTRY_VERIFY(desk().undecidedImports() == 1 && !desk().isBusy());
    desk().decideImport(session::IfDuplicate::AddAsNew);
    QTRY_COMPARE(desk().cases().size(), std::size_t{2});
    QTRY_VERIFY(filings().filings.empty());
    QVERIFY(about() > 0);
    const auto *sibling = find<QComboBox>(u"distinctnessSibling"_s);
    QCOMPARE(sibling->currentText(), u"Bedrock POC, filed November 22, 2026"_s);
    QVERIFY(m_fixture->text(u"distinctnessState"_s).contains(u"shared with Bedrock POC, filed"_s));
    QVERIFY(!find<QPlainTextEdit>(u"distinctnessSecond"_s)->toPlainText().isEmpty());
    QVERIFY(!find<QPlainTextEdit>(u"distinctnessSecond"_s)->extraSelections().isEmpty());
    // Under another name it is another company.
    desk().openCase()->edit(u"company/name"_s, u"Southwind"_s);
    QVERIFY(desk().flush());
    QCOMPARE(about(), 0);
}

void TestFilingDock::theReviewersViewShowsThePartnersOutcomes()
{
    file(u"O1234567"_s);
    setStatus(u"approved"_s);
    m_fixture->trigger(u"reviewAction"_s);
    // The wizard has a view of its own.
    const auto views = m_fixture->window->findChildren<ui::ReviewView *>();
    const auto shown = std::ranges::find_if(views, [](const QWidget *view) { return view->isVisible(); });
    QVERIFY(shown != views.end());
    QStringList said;
    const auto *tree = (*shown)->findChild<QAbstractItemView *>(u"reviewTree"_s);
    const std::function<void(const QModelIndex &)> collect = [&](const QModelIndex &parent) {
        for (int row = 0; row < tree->model()->rowCount(parent); ++row) {
            const QModelIndex index = tree->model()->index(row, 0, parent);
            said.append(index.data(Qt::AccessibleTextRole).toString() + index.data().toString());
            collect(index);
        }
    };
    collect({});
    QVERIFY2(said.join(u'\n').contains(u"Filed so far: 1; approved 1, sent back for action 0, rejected 0."_s),
             qPrintable(said.join(u'\n')));
}

void TestFilingDock::theDockTakesThePreviewsPlaceInANarrowWindow()
{
    const auto *preview = find<QWidget>(u"preview"_s);
    QVERIFY(preview->isVisible());
    m_fixture->window->resize(1120, 700); // 1680 pixels at 150 %
    QTRY_VERIFY(!preview->isVisible());
    QVERIFY(find<QDockWidget>(u"filingDock"_s)->isVisible());
    find<QDockWidget>(u"filingDock"_s)->hide();
    QTRY_VERIFY(preview->isVisible());
}

void TestFilingDock::aFiledRecordIsOverwrittenOnlyWhenAsked()
{
    file(u"O1234567"_s);
    file(u"O7654321"_s);
    QCOMPARE(m_fixture->prompter.askedAgain, u"Bedrock POC"_s);
    QCOMPARE(filings().filings.size(), std::size_t{1});
    m_fixture->prompter.mayReplace = true;
    file(u"O7654321"_s);
    QCOMPARE(filings().filings.size(), std::size_t{2});
    // An answer in another opportunity than the one that AWS sent back is one of these.
    setStatus(u"action-required"_s, u"Clarify Revenue"_s);
    m_fixture->prompter.mayReplace = false;
    m_fixture->prompter.askedAgain.clear();
    file(u"O7654322"_s);
    QCOMPARE(m_fixture->prompter.askedAgain, u"Bedrock POC"_s);
    QCOMPARE(filings().filings.size(), std::size_t{2});
    m_fixture->prompter.mayReplace = true;
    file(u"O7654322"_s);
    QCOMPARE(filings().filings.size(), std::size_t{3});
}

void TestFilingDock::refusalsStandAtTheForm()
{
    file(u"1234567"_s);
    QVERIFY(m_fixture->text(u"filingProblem"_s).contains(u"O1234567"_s));
    QVERIFY(filings().filings.empty());
    QVERIFY(find<QDateEdit>(u"filingFiledOn"_s)->maximumDate() == QDate(2026, 11, 22));
    auto *day = find<QDateEdit>(u"filingFiledOn"_s);
    day->setDate(QDate(1900, 1, 1));
    file(u"O1234567"_s);
    QVERIFY(m_fixture->text(u"filingProblem"_s).startsWith(u"The day it was filed, 1900-01-01, cannot be."_s));
    QVERIFY(filings().filings.empty());
    // What is kept is the record of today, which may not be the one that was filed then.
    day->setDate(QDate(2026, 11, 20));
    file(u"O1234567"_s);
    QVERIFY(m_fixture->text(u"filingProblem"_s).contains(u"after the day it was filed, 2026-11-20"_s));
    QCOMPARE(filings().filings.size(), std::size_t{1});
    setStatus(u"rejected"_s);
    QVERIFY(m_fixture->text(u"filingStatusProblem"_s).contains(u"reason"_s));
    setStatus(u"rejected"_s, QString(100'000, u'x'));
    QVERIFY(m_fixture->text(u"filingStatusProblem"_s).startsWith(u"The reason is longer than the 64 KiB"_s));
}

void TestFilingDock::whatAnotherWindowFiledIsNotFiledOnceMore()
{
    const auto other = db::openCaseStore(desk().path(), db::OpenMode::Write);
    QVERIFY(other);
    const QString id = desk().openCase()->caseId();
    const ports::FilingDraft draft{
        u"bedrock-poc"_s,
        u"api"_s,
        QDate(2026, 11, 21),
        u"O7654321"_s,
        {},
        {{ports::kFiledBrief, u"application/pdf"_s, "%PDF-1.7"}, {ports::kFiledRequest, u"application/json"_s, "{}"}}};
    const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    QVERIFY((*other)->filings()->addFiling(id, desk().openCase()->summary().revision, draft, now));
    file(u"O1234567"_s);
    QVERIFY2(m_fixture->text(u"filingProblem"_s).startsWith(u"The record is filed already, as O7654321"_s),
             qPrintable(m_fixture->text(u"filingProblem"_s)));
    QCOMPARE(filings().filings.size(), std::size_t{1});
    QVERIFY(m_fixture->text(u"filingHead"_s).contains(u"opportunity O7654321"_s));
    // Nor does a status come before the one that the other window set.
    QVERIFY((*other)->filings()->addStatus(id, {u"bedrock-poc"_s, u"rejected"_s, u"Other"_s, QDate(2026, 11, 22), {}},
                                           {}, now));
    setStatus(u"approved"_s);
    QVERIFY(m_fixture->text(u"filingStatusProblem"_s).startsWith(u"Nothing follows \"rejected\""_s));
}

void TestFilingDock::statusesMoveAndCreditsAreKept()
{
    file(u"O1234567"_s);
    // No status is proposed: one click too many would set it.
    QCOMPARE(find<QComboBox>(u"filingStatus"_s)->currentIndex(), -1);
    QVERIFY(!find<QPushButton>(u"setStatusButton"_s)->isEnabled());
    setStatus(u"approved"_s);
    QCOMPARE(find<QComboBox>(u"filingStatus"_s)->currentIndex(), -1);
    find<QComboBox>(u"filingStatus"_s)
        ->setCurrentIndex(find<QComboBox>(u"filingStatus"_s)->findData(u"credits-issued"_s));
    find<QLineEdit>(u"filingCode"_s)->setText(u"PC123"_s);
    find<QLineEdit>(u"filingAmount"_s)->setText(u"a lot"_s);
    find<QPushButton>(u"setStatusButton"_s)->click();
    QVERIFY(m_fixture->text(u"filingStatusProblem"_s).contains(u"dollars"_s));
    find<QLineEdit>(u"filingCode"_s)->clear();
    find<QLineEdit>(u"filingAmount"_s)->setText(u"$25,000"_s);
    find<QPushButton>(u"setStatusButton"_s)->click();
    QVERIFY(m_fixture->text(u"filingStatusProblem"_s).contains(u"code of the credits"_s)); // never dropped in silence
    QVERIFY(filings().awards.empty());
    find<QLineEdit>(u"filingCode"_s)->setText(u"PC123"_s);
    find<QLineEdit>(u"filingExpires"_s)->setText(u"2027-10-31"_s);
    find<QPushButton>(u"setStatusButton"_s)->click();
    QCOMPARE(m_fixture->text(u"filingStatusProblem"_s), QString());
    QCOMPARE(filings().awards.size(), std::size_t{1});
    QCOMPARE(filings().awards.front().expiresOn, QDate(2027, 10, 31));
    auto *filed = find<QListWidget>(u"filedList"_s);
    QVERIFY(filed->item(1)->text().startsWith(u"Credits PC123: $25,000"_s));
    // The brief that was filed can be saved; of credits there is none.
    QVERIFY(find<QPushButton>(u"saveFiledButton"_s)->isEnabled());
    filed->setCurrentRow(1);
    QVERIFY(!find<QPushButton>(u"saveFiledButton"_s)->isEnabled());
    // All of the list is seen, however narrow it is: what it stands in scrolls.
    int height = 0;
    for (int row = 0; row < filed->count(); ++row)
        height += filed->visualItemRect(filed->item(row)).height();
    QCOMPARE(filed->viewport()->height(), height);
    // After the approval the website is locked, the account is not.
    QVERIFY(find<QLineEdit>(u"fieldCustomerAccountWebsiteUrl"_s)->isReadOnly());
    QVERIFY(!find<QLineEdit>(u"fieldCustomerAccountAwsAccountId"_s)->isReadOnly());
}

void TestFilingDock::thePipelineLeadsToTheRecord()
{
    file(u"O1234567"_s);
    m_fixture->trigger(u"spendTabAction"_s);
    m_fixture->trigger(u"pipelineAction"_s);
    auto *table = find<QTableView>(u"pipelineTable"_s);
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"AWS answers"_s);
    QCOMPARE(table->model()->index(0, 5).data().toString(), u"Filed"_s);
    QCOMPARE(table->model()->index(1, 2).data().toString(), u"File by"_s);
    QCOMPARE(table->model()->index(0, 9).data().toString(), u"O1234567"_s);
    QCOMPARE(table->model()->headerData(8, Qt::Horizontal).toString(), u"Codes"_s);
    m_fixture->prompter.pdf = m_fixture->path(u"pipeline.ics"_s);
    find<QPushButton>(u"pipelineCalendarButton"_s)->click();
    QVERIFY(contentOf(m_fixture->prompter.pdf).startsWith("BEGIN:VCALENDAR\r\n"));
    // Nothing of the table is cut off, unless the screen is too small.
    QVERIFY(table->horizontalHeader()->length() <= table->viewport()->width()
            || table->window()->width() == table->screen()->availableGeometry().width());
    table->setCurrentIndex(table->model()->index(1, 0));
    table->setFocus();
    QSignalSpy requested(find<ui::PipelineWindow>(u"pipelineWindow"_s), &ui::PipelineWindow::recordRequested);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    auto *records = find<QAbstractItemView>(u"recordsView"_s);
    QTRY_VERIFY(records->isVisible());
    QCOMPARE(records->currentIndex().row(), 1);

    // A status moves the rows; the record that was looked at stays the current one.
    table->setCurrentIndex(table->model()->index(0, 0));
    const auto program = [&](int row) {
        return table->model()->index(row, ui::PipelineModel::Program).data().toString();
    };
    const QString looked = program(0);
    records->setCurrentIndex(records->model()->index(0, 0));
    setStatus(u"approved"_s);
    QCOMPARE(program(table->currentIndex().row()), looked);
}

void TestFilingDock::thePipelineOfAnOlderFileHasItsDays()
{
    const QString path = m_fixture->path(u"older.briefstack"_s);
    QVERIFY(QFile::copy(support::sourcePath(u"tests/data/casefiles/version-4.briefstack"_s), path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    desk().open(path);
    QTRY_COMPARE(desk().path(), path);
    m_fixture->trigger(u"pipelineAction"_s);
    auto *table = find<QTableView>(u"pipelineTable"_s);
    QTRY_VERIFY(table->isVisible());
    QVERIFY(table->model()->rowCount() > 1);
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"AWS answers"_s);
    QCOMPARE(table->model()->index(1, 2).data().toString(), u"File by"_s);
    QVERIFY(find<QPushButton>(u"pipelineCalendarButton"_s)->isEnabled());
}

void TestFilingDock::showingChangesNothing()
{
    file(u"O1234567"_s);
    const auto before = filings();
    const int revision = desk().openCase()->summary().revision;
    m_fixture->trigger(u"spendTabAction"_s);
    m_fixture->trigger(u"recordsTabAction"_s);
    desk().reload();
    QVERIFY(desk().flush());
    QVERIFY(filings() == before);
    QCOMPARE(desk().openCase()->summary().revision, revision);
    QVERIFY(!desk().openCase()->undoStack().canUndo());
}

QTEST_MAIN(TestFilingDock)
#include "tst_filingdock.moc"
