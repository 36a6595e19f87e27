// Editing an open case in the window: everything follows, undo brings back, saving and what is in its way.

#include "ui/windowfixture.h"

#include "ui/figurebutton.h"
#include "ui/messagebar.h"

#include <QDeadlineTimer>
#include <QPushButton>
#include <QSaveFile>
#include <QSignalSpy>
#include <QThread>

using namespace tests;

class TestEditing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyFigureFollowsAnEditAndUndoBringsItBack();
    void whatAnotherProgramSavedIsShownAndSaid();
    void anImportIntoTheShownCaseIsNotAnotherProgramsChange();
    void aConflictLeavesTheChoice();
    void aFailedSaveOffersACopy();

private:
    session::Desk &desk() const { return m_fixture->window->desk(); }
    QString ask() const { return m_fixture->find<ui::FigureButton>(u"askFigure1"_s)->value(); }
    /// As another program: types into a field of the case and saves.
    void editElsewhere(const QString &path, const QString &text);

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestEditing::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->show();
    m_fixture->window->resize(1440, 900);
    m_fixture->prompter.newFile = m_fixture->path(u"a.briefstack"_s);
    desk().importWorksheets({samplePath(u"series-a-rag-assistant"_s)});
    QTRY_VERIFY(desk().shown());
    QTRY_VERIFY(!desk().isBusy());
}

void TestEditing::cleanup()
{
    m_fixture.reset();
}

void TestEditing::editElsewhere(const QString &path, const QString &text)
{
    db::CaseFilesOnDisk files;
    session::Desk other({files, m_fixture->prompter, m_fixture->clock});
    other.open(desk().path());
    other.show(desk().openCase()->caseId());
    QTRY_VERIFY(other.openCase());
    other.openCase()->edit(path, text);
    QVERIFY(other.flush());
}

void TestEditing::everyFigureFollowsAnEditAndUndoBringsItBack()
{
    QCOMPARE(ask(), u"$29,500"_s);
    const QString step = u"useCases/support-assistant/workloads/answers/requestsPerDay"_s;
    QVERIFY(!m_fixture->find<QAction>(u"undoAction"_s)->isEnabled());
    desk().openCase()->edit(step, u"2500"_s);
    QVERIFY2(ask() != u"$29,500"_s, qPrintable(ask()));
    QVERIFY(m_fixture->find<QAction>(u"undoAction"_s)->text().startsWith(u"&Undo Change"_s));
    m_fixture->trigger(u"undoAction"_s);
    QCOMPARE(ask(), u"$29,500"_s);
    m_fixture->trigger(u"redoAction"_s);
    QVERIFY(ask() != u"$29,500"_s);
    QTRY_VERIFY(desk().openCase()->isSaved());
    QCOMPARE(m_fixture->text(u"savedLabel"_s), u"Saved "_s + m_fixture->clock.now().toLocalTime().toString(u"HH:mm"_s));
}

void TestEditing::whatAnotherProgramSavedIsShownAndSaid()
{
    editElsewhere(u"company/name"_s, u"Northwind Renamed"_s);
    desk().lookForChanges();
    QCOMPARE(m_fixture->text(u"companyLabel"_s), u"Northwind Renamed"_s);
    QVERIFY(m_fixture->find<ui::MessageBar>(u"messageBar"_s)->text().startsWith(u"Changed by another program"_s));
}

void TestEditing::anImportIntoTheShownCaseIsNotAnotherProgramsChange()
{
    const QString id = desk().openCase()->caseId();
    desk().openCase()->edit(u"useCases/support-assistant/workloads/answers/requestsPerDay"_s, u"2500"_s);
    QVERIFY(desk().flush());
    const int edited = desk().openCase()->summary().revision;
    const QSignalSpy changed(&desk(), &session::Desk::changedByOthers);
    const auto saved = [&] {
        const auto store = m_fixture->files.open(desk().path(), ports::CaseFiles::Access::Read, 1000);
        const auto stored = store ? (*store)->load(id) : domain::Unexpected(store.error());
        return stored && stored->summary.revision > edited;
    };
    // Drafting, saving up to the question about the duplicate, saving. The watch looks between this save and its word.
    int jobs = 0;
    bool looked = false;
    const auto look = connect(&desk(), &session::Desk::jobChanged, this, [&](bool running) {
        if (!running || ++jobs != 3)
            return;
        for (const QDeadlineTimer deadline(5000); !saved() && !deadline.hasExpired();)
            QThread::yieldCurrentThread();
        looked = saved();
        desk().lookForChanges();
    });
    desk().importWorksheets({samplePath(u"series-a-rag-assistant"_s)});
    QTRY_VERIFY(desk().undecidedImports() == 1 && !desk().isBusy());
    desk().decideImport(session::IfDuplicate::Update);
    QTRY_VERIFY(looked);
    QTRY_VERIFY(!desk().isBusy());
    disconnect(look);
    desk().lookForChanges();
    QCOMPARE(changed.count(), 0);
    QCOMPARE(desk().openCase()->caseId(), id);
    QCOMPARE(ask(), u"$29,500"_s);
}

void TestEditing::aConflictLeavesTheChoice()
{
    editElsewhere(u"company/name"_s, u"Theirs"_s);
    desk().openCase()->edit(u"company/name"_s, u"Mine"_s);
    QVERIFY(!desk().flush());
    const auto *bar = m_fixture->find<ui::MessageBar>(u"messageBar"_s);
    QVERIFY2(bar->text().contains(u"Nothing is lost"_s), qPrintable(bar->text()));
    QCOMPARE(m_fixture->text(u"savedLabel"_s), u"Not saved: changed by another program"_s);
    QTest::mouseClick(m_fixture->find<QPushButton>(u"messageAction3"_s), Qt::LeftButton);
    QCOMPARE(desk().openCase()->worksheet().company.name, u"Theirs"_s);
    QVERIFY(bar->isHidden());
    m_fixture->trigger(u"undoAction"_s);
    QCOMPARE(desk().openCase()->worksheet().company.name, u"Mine"_s);
    QVERIFY(desk().flush());
}

void TestEditing::aFailedSaveOffersACopy()
{
    // Another file in the place of the open one: nothing may be written to it any more.
    QVERIFY(QFile::remove(m_fixture->path(u"a.briefstack"_s)));
    QSaveFile other(m_fixture->path(u"a.briefstack"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("somebody else's");
    QVERIFY(other.commit());
    desk().openCase()->edit(u"company/name"_s, u"Kept"_s);
    QVERIFY(!desk().flush());
    const auto *bar = m_fixture->find<ui::MessageBar>(u"messageBar"_s);
    QVERIFY2(bar->text().contains(u"What you typed is kept here"_s), qPrintable(bar->text()));
    m_fixture->prompter.newFile = m_fixture->path(u"copy.briefstack"_s);
    QTest::mouseClick(m_fixture->find<QPushButton>(u"messageAction2"_s), Qt::LeftButton);
    QCOMPARE(contentOf(m_fixture->path(u"a.briefstack"_s)), QByteArray("somebody else's"));
    db::CaseFilesOnDisk files;
    const auto copy = files.open(m_fixture->path(u"copy.briefstack"_s), ports::CaseFiles::Access::Read, 1000);
    QVERIFY(copy);
    QCOMPARE((*copy)->list({})->front().company, u"Kept"_s);
}

QTEST_MAIN(TestEditing)
#include "tst_editing.moc"
