// What can happen to the open case file underneath a window: the disk fills up, it can no longer be written, it is moved,
// replaced or deleted, another program changes another case or the same one. Each is said in the banner with a way out, and
// no word that was typed is lost.
#include "db/casefixture.h"
#include "support/asnobody.h"
#include "ui/windowfixture.h"

#include "ui/comparisonview.h"
#include "ui/messagebar.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStatusBar>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace tests;
using support::setMode;

namespace {

/// No file of this process grows beyond what the named one has now: what a full disk does to it.
class FullDisk {
public:
    explicit FullDisk(const QString &path)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit full = m_before;
        full.rlim_cur = static_cast<rlim_t>(QFileInfo(path).size());
        ::setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk() { makeRoom(); }
    void makeRoom() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

class TestFileTrouble : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void aFullDiskIsSaidAndTriedAgain();
    void aFullDiskLeavesACopyElsewhere();
    void aFolderThatTurnsReadOnlyIsSaid();
    void aFileThatGoesIsSaidAndACopyKeepsWhatWasTyped_data();
    void aFileThatGoesIsSaidAndACopyKeepsWhatWasTyped();
    void notesTypedAfterACopyWasSavedAreNotInIt();
    void whatIsNotSavedDoesNotLeaveWithTheWindow();
    void whatIsNotSavedStaysWhenAnotherCaseIsChosen();
    void aReadOnlyFileSaysThatItIsAndKeepsWhatIsTyped();
    void anotherCaseThatChangedIsListedAndTold();
    void aCaseThatIsSpoiledInTheFileIsNotSaidToBeGone();
    void aCaseThatIsDeletedInTheFileIsToldOf();
    void otherFieldsOfTheSameCaseGoTogether();
    void theSameFieldIsChosenAboutSideBySide();
    void whatDoesNotFitTogetherIsSaidInsteadOfSaved();

private:
    session::Desk &desk() const { return m_fixture->window->desk(); }
    ui::MessageBar *bar() const { return m_fixture->find<ui::MessageBar>(u"messageBar"_s); }
    void press(const QString &text) const
    {
        for (auto *button : bar()->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible()) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QTest::qFail(qPrintable(u"no such way out: "_s + text + u" of "_s + bar()->text()), __FILE__, __LINE__);
    }
    /// As a person: into the field of the page.
    void typeCity(const QString &text) const
    {
        m_fixture->trigger(u"worksheetTabAction"_s);
        auto *city = m_fixture->find<QLineEdit>(u"cityEdit"_s);
        city->setFocus();
        city->selectAll();
        QTest::keyClicks(city, text);
    }
    QString cityInFile(const QString &path, const QString &company) const
    {
        session::Desk other({m_fixture->files, m_fixture->prompter, m_fixture->clock});
        other.open(path);
        for (const ports::CaseSummary &summary : other.cases()) {
            if (summary.company == company)
                other.show(summary.id);
        }
        if (!QTest::qWaitFor([&] { return other.openCase() != nullptr; }))
            return u"no such case"_s;
        return other.openCase()->text(u"company/city"_s);
    }
    /// As another program: types into fields of the shown case and saves.
    void editElsewhere(const QList<std::pair<QString, QString>> &edits) const
    {
        session::Desk other({m_fixture->files, m_fixture->prompter, m_fixture->clock});
        other.open(m_path);
        other.show(desk().openCase()->caseId());
        QVERIFY(QTest::qWaitFor([&] { return other.openCase() != nullptr; }));
        for (const auto &[path, text] : edits)
            other.openCase()->edit(path, text);
        QVERIFY(other.flush());
    }
    QString company() const { return desk().openCase()->worksheet().company.name; }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_path;
};

void TestFileTrouble::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_path = m_fixture->path(u"cases.briefstack"_s);
    m_fixture->show();
    m_fixture->prompter.newFile = m_path;
    desk().importWorksheets({samplePath(u"pre-seed-agent"_s), samplePath(u"series-a-rag-assistant"_s)});
    QTRY_VERIFY(desk().shown());
    QTRY_VERIFY(!desk().isBusy());
    bar()->dismiss();
}

void TestFileTrouble::aFullDiskIsSaidAndTriedAgain()
{
    FullDisk disk(m_path);
    // More than the file's pages have room for.
    desk().openCase()->edit(u"useCases/support-assistant/problem"_s, QString(40'000, u'x'));
    typeCity(u"Aarhus"_s);
    QVERIFY(!desk().flush());
    QVERIFY2(bar()->text().contains(u"there is no space left on the disk"_s), qPrintable(bar()->text()));
    QVERIFY2(bar()->text().contains(u"What you typed is kept here"_s), qPrintable(bar()->text()));
    QCOMPARE(m_fixture->text(u"savedLabel"_s), u"Not saved"_s);
    press(u"Try again"_s);
    QCOMPARE(m_fixture->text(u"savedLabel"_s), u"Not saved"_s);
    disk.makeRoom();
    press(u"Try again"_s);
    QVERIFY(desk().openCase()->isSaved());
    QVERIFY(bar()->isHidden());
    QCOMPARE(cityInFile(m_path, company()), u"Aarhus"_s);
}

void TestFileTrouble::aFullDiskLeavesACopyElsewhere()
{
    FullDisk disk(m_path);
    desk().openCase()->edit(u"useCases/support-assistant/problem"_s, QString(40'000, u'x'));
    typeCity(u"Aarhus"_s);
    QVERIFY(!desk().flush());
    disk.makeRoom(); // of the other disk
    m_fixture->prompter.newFile = m_fixture->path(u"elsewhere.briefstack"_s);
    press(u"Save a copy…"_s);
    QVERIFY2(bar()->text().startsWith(u"elsewhere.briefstack was written to "_s), qPrintable(bar()->text()));
    QCOMPARE(cityInFile(m_fixture->path(u"elsewhere.briefstack"_s), company()), u"Aarhus"_s);
}

void TestFileTrouble::aFolderThatTurnsReadOnlyIsSaid()
{
    const QString folder = m_fixture->path({});
    setMode(m_path, 0666);
    setMode(folder, 0555);
    {
        const support::AsNobody nobody;
        typeCity(u"Aarhus"_s);
        QVERIFY(!desk().flush());
        QVERIFY2(bar()->text().contains(u"cannot be written"_s), qPrintable(bar()->text()));
        QCOMPARE(desk().openCase()->text(u"company/city"_s), u"Aarhus"_s);
    }
    setMode(folder, 0700);
    press(u"Try again"_s);
    QVERIFY(bar()->isHidden());
    QCOMPARE(cityInFile(m_path, company()), u"Aarhus"_s);
}

void TestFileTrouble::aFileThatGoesIsSaidAndACopyKeepsWhatWasTyped_data()
{
    QTest::addColumn<QString>("what");
    for (const QString &what : {u"moved"_s, u"deleted"_s, u"replaced"_s})
        QTest::addRow("%s", qPrintable(what)) << what;
}

void TestFileTrouble::aFileThatGoesIsSaidAndACopyKeepsWhatWasTyped()
{
    QFETCH(const QString, what);
    domain::PartnerProfile hand;
    hand.name = u"Cloud Nord GmbH"_s;
    QVERIFY(desk().setProfile(hand));
    const ports::Call call{u"6f2c1a5e-0b1d-4e55-9a43-7f0f6d0a9c11"_s,
                           m_fixture->clock.now(),
                           60,
                           ports::Consent::Given,
                           m_fixture->clock.now(),
                           {{1, 1, m_fixture->clock.now(), u"They are in Aarhus"_s}}};
    if (what == u"moved"_s)
        QVERIFY(QFile::rename(m_path, m_fixture->path(u"moved.briefstack"_s)));
    else
        QVERIFY(QFile::remove(m_path));
    if (what == u"replaced"_s)
        QVERIFY(QFile::copy(support::sourcePath(u"tests/data/casefiles/version-4.briefstack"_s), m_path));
    const QByteArray there = contentOf(m_path);
    typeCity(u"Aarhus"_s);
    desk().openCase()->edit(u"company/duns"_s, u"12"_s); // not valid yet: goes along
    desk().openCase()->editCall(call);
    QVERIFY(!desk().flush());
    QVERIFY2(bar()->text().contains(u"moved, replaced or deleted"_s), qPrintable(bar()->text()));
    QCOMPARE(contentOf(m_path), there);
    m_fixture->prompter.newFile = m_fixture->path(u"kept.briefstack"_s);
    press(u"Save a copy…"_s);
    const QString kept = company();
    QCOMPARE(cityInFile(m_fixture->path(u"kept.briefstack"_s), kept), u"Aarhus"_s);
    QVERIFY(!desk().openCase()->hasUnsavedInput());
    // Its words are safe: the window goes on with the copy.
    desk().open(m_fixture->path(u"kept.briefstack"_s));
    QTRY_VERIFY(desk().openCase());
    QCOMPARE(desk().path(), m_fixture->path(u"kept.briefstack"_s));
    QCOMPARE(desk().openCase()->text(u"company/duns"_s), u"12"_s);
    QVERIFY(desk().openCase()->notes().calls == std::vector{call});
    QCOMPARE(desk().profile()->name, hand.name);
}

void TestFileTrouble::notesTypedAfterACopyWasSavedAreNotInIt()
{
    QVERIFY(QFile::remove(m_path));
    typeCity(u"Aarhus"_s);
    m_fixture->prompter.newFile = m_fixture->path(u"kept.briefstack"_s);
    QVERIFY(!desk().flush());
    press(u"Save a copy…"_s);
    QVERIFY(!desk().openCase()->hasUnsavedInput());
    desk().openCase()->editQuestions({{u"own/1"_s, u"Who signs?"_s, {}, {}}});
    QVERIFY(!desk().mayLeave());
}

void TestFileTrouble::whatIsNotSavedDoesNotLeaveWithTheWindow()
{
    QVERIFY(QFile::remove(m_path));
    typeCity(u"Aarhus"_s);
    QVERIFY(!m_fixture->window->close());
    QVERIFY(m_fixture->window->isVisible());
    QVERIFY2(bar()->text().contains(u"stays open until it is saved"_s), qPrintable(bar()->text()));
    desk().close();
    QVERIFY(desk().isOpen());
    QCOMPARE(desk().openCase()->text(u"company/city"_s), u"Aarhus"_s);
    press(u"Give up what is not saved"_s);
    QVERIFY(m_fixture->window->close());
}

void TestFileTrouble::whatIsNotSavedStaysWhenAnotherCaseIsChosen()
{
    const QString shown = desk().openCase()->caseId();
    QVERIFY(QFile::remove(m_path));
    typeCity(u"Aarhus"_s);
    auto *cases = m_fixture->find<QAbstractItemView>(u"casesView"_s);
    cases->setFocus();
    QTest::keyClick(cases, cases->currentIndex().row() == 0 ? Qt::Key_Down : Qt::Key_Up);
    QCOMPARE(desk().openCase()->caseId(), shown);
    QCOMPARE(desk().openCase()->text(u"company/city"_s), u"Aarhus"_s);
    QCOMPARE(cases->currentIndex().data().toString(), company());
    QVERIFY2(bar()->text().contains(u"stays open until it is saved"_s), qPrintable(bar()->text()));
}

void TestFileTrouble::aReadOnlyFileSaysThatItIsAndKeepsWhatIsTyped()
{
    const QString folder = m_fixture->path({});
    desk().close();
    setMode(m_path, 0444);
    setMode(folder, 0555);
    {
        const support::AsNobody nobody;
        desk().open(m_path);
    }
    setMode(folder, 0700);
    QTRY_VERIFY(desk().openCase());
    QCOMPARE(m_fixture->text(u"fileLabel"_s), u"cases.briefstack (read-only)"_s);
    typeCity(u"Aarhus"_s);
    QVERIFY2(bar()->text().startsWith(u"cases.briefstack is open for reading only: what you typed is kept here"_s),
             qPrintable(bar()->text()));
    m_fixture->prompter.newFile = m_fixture->path(u"kept.briefstack"_s);
    press(u"Save a copy…"_s);
    QCOMPARE(cityInFile(m_fixture->path(u"kept.briefstack"_s), company()), u"Aarhus"_s);
}

void TestFileTrouble::anotherCaseThatChangedIsListedAndTold()
{
    const QString shown = desk().openCase()->caseId();
    typeCity(u"Aarhus"_s);
    session::Desk other({m_fixture->files, m_fixture->prompter, m_fixture->clock});
    other.open(m_path);
    for (const ports::CaseSummary &summary : other.cases()) {
        if (summary.id != shown)
            other.show(summary.id);
    }
    QTRY_VERIFY(other.openCase());
    other.openCase()->edit(u"company/name"_s, u"Changed Elsewhere"_s);
    QVERIFY(desk().flush());
    QVERIFY(other.flush());
    desk().lookForChanges();
    QCOMPARE(desk().openCase()->caseId(), shown);
    QCOMPARE(desk().openCase()->text(u"company/city"_s), u"Aarhus"_s);
    QCOMPARE(m_fixture->find<QStatusBar>(u"statusBar"_s)->currentMessage(),
             u"Changed by another program: Changed Elsewhere"_s);
    const auto *cases = m_fixture->find<QAbstractItemView>(u"casesView"_s);
    QStringList names;
    for (int row = 0; row < cases->model()->rowCount(); ++row)
        names.append(cases->model()->index(row, 0).data().toString());
    QVERIFY(names.contains(u"Changed Elsewhere"_s));
}

void TestFileTrouble::aCaseThatIsSpoiledInTheFileIsNotSaidToBeGone()
{
    const ports::CaseSummary shown = desk().openCase()->summary();
    const QString sql =
        u"INSERT INTO case_revision (case_id, revision, saved_at, evaluated_on, rate_book_id, rate_book_sha256,"
        " worksheet_sha256, worksheet) SELECT case_id, revision + 1, saved_at, evaluated_on, rate_book_id,"
        " rate_book_sha256, worksheet_sha256, worksheet || ' ' FROM case_revision WHERE case_id ="
        " (SELECT id FROM \"case\" WHERE slug = '%1') ORDER BY revision DESC LIMIT 1;"
        " UPDATE \"case\" SET revision = revision + 1, changed = changed + 10 WHERE slug = '%1'"_s;
    QVERIFY(fixture::RawDatabase(m_path).run(sql.arg(shown.slug)));
    desk().lookForChanges();
    QTRY_VERIFY(bar()->isVisible());
    QVERIFY2(bar()->text().contains(u"damaged"_s), qPrintable(bar()->text()));
}

void TestFileTrouble::aCaseThatIsDeletedInTheFileIsToldOf()
{
    const ports::CaseSummary shown = desk().openCase()->summary();
    QVERIFY(fixture::RawDatabase(m_path).run(u"DELETE FROM \"case\" WHERE slug = '%1'"_s.arg(shown.slug)));
    QTRY_COMPARE(desk().cases().size(), std::size_t(1));
    QTRY_VERIFY(desk().openCase() && desk().openCase()->caseId() != shown.id);
    QVERIFY2(bar()->isVisible() && m_fixture->text(u"messageText"_s).contains(shown.company),
             qPrintable(m_fixture->text(u"messageText"_s)));
}

void TestFileTrouble::otherFieldsOfTheSameCaseGoTogether()
{
    editElsewhere({{u"company/street"_s, u"Quay 4"_s}, {u"company/duns"_s, u"12"_s}});
    typeCity(u"Aarhus"_s);
    QVERIFY(desk().flush());
    QCOMPARE(bar()->text(),
             u"Another program changed this case too: Street. Both are saved; Ctrl+Z takes theirs back."_s);
    QCOMPARE(cityInFile(m_path, company()), u"Aarhus"_s);
    QCOMPARE(m_fixture->find<QLineEdit>(u"streetEdit"_s)->text(), u"Quay 4"_s);
    QCOMPARE(m_fixture->find<QLineEdit>(u"dunsEdit"_s)->text(), u"12"_s); // what they had begun to type stays too
    m_fixture->trigger(u"undoAction"_s);
    QVERIFY(m_fixture->find<QLineEdit>(u"streetEdit"_s)->text() != u"Quay 4"_s);
    QCOMPARE(m_fixture->find<QLineEdit>(u"cityEdit"_s)->text(), u"Aarhus"_s);
}

void TestFileTrouble::theSameFieldIsChosenAboutSideBySide()
{
    editElsewhere({{u"company/city"_s, u"Berlin"_s}, {u"company/street"_s, u"Quay 4"_s}});
    typeCity(u"Aarhus"_s);
    QVERIFY(!desk().flush());
    QVERIFY2(bar()->text().contains(u"Nothing is lost"_s), qPrintable(bar()->text()));
    press(u"Compare…"_s);
    auto *dialog = m_fixture->window->findChild<QDialog *>(u"conflictDialog"_s);
    QVERIFY(dialog);
    auto *view = dialog->findChild<ui::ComparisonView *>();
    QCOMPARE(view->comparison().differences().size(), std::size_t{1});
    QCOMPARE(view->comparison().differences().front().ours, u"Aarhus"_s);
    QCOMPARE(view->comparison().differences().front().theirs, u"Berlin"_s);
    auto *apply = dialog->findChild<QPushButton *>(u"conflictApply"_s);
    QVERIFY(!apply->isEnabled());
    QTest::keyClick(view->list(), Qt::Key_Left); // what stands here stays
    QVERIFY(apply->isEnabled());
    QTest::mouseClick(apply, Qt::LeftButton);
    QVERIFY(desk().openCase()->isSaved());
    QVERIFY(bar()->isHidden());
    QCOMPARE(cityInFile(m_path, company()), u"Aarhus"_s);
    QCOMPARE(desk().openCase()->text(u"company/street"_s), u"Quay 4"_s);
}

/// No field was changed on both sides, and yet the format refuses both together: a volume is given in one way.
void TestFileTrouble::whatDoesNotFitTogetherIsSaidInsteadOfSaved()
{
    const QString workload = u"useCases/support-assistant/workloads/answers/"_s;
    desk().openCase()->edit(workload + u"requestsPerDay"_s, {});
    QVERIFY(desk().flush());
    editElsewhere({{workload + u"users"_s, u"400"_s}});
    desk().openCase()->edit(workload + u"requestsPerDay"_s, u"6000"_s);
    QVERIFY(!desk().flush());
    press(u"Compare…"_s);
    auto *dialog = m_fixture->window->findChild<QDialog *>(u"conflictDialog"_s);
    QVERIFY(dialog);
    const auto *refusal = dialog->findChild<QLabel *>(u"conflictRefusal"_s);
    QVERIFY(refusal->isVisible());
    QVERIFY2(refusal->text().contains(u"does not fit together"_s), qPrintable(refusal->text()));
    QVERIFY(!dialog->findChild<QPushButton *>(u"conflictApply"_s)->isEnabled());
}

QTEST_MAIN(TestFileTrouble)
#include "tst_filetrouble.moc"
