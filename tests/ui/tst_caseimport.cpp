// Cases of another case file taken into the open one, in the real window: compared, chosen about field by field, saved
// whole or not at all.
#include "ui/windowfixture.h"

#include "db/casecareondisk.h"
#include "db/caseexchangeondisk.h"
#include "db/casefixture.h"
#include "db/exchange.h"
#include "session/fieldlists.h"
#include "ui/caseimporter.h"
#include "ui/comparisonview.h"
#include "ui/importwindow.h"
#include "ui/messagebar.h"
#include "worksheetfile/reader.h"

#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QTreeView>
#include <QTreeWidget>

using namespace tests;

class TestCaseImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->window.reset();
        m_fixture->window =
            std::make_unique<ui::MainWindow>(session::Services{m_fixture->files, m_fixture->prompter, m_fixture->clock,
                                                               &m_care, nullptr, nullptr, &m_exchange},
                                             *m_fixture->settings);
        m_fixture->show();
        m_ours = m_fixture->path(u"ours.briefstack"_s);
        m_theirs = m_fixture->path(u"theirs.briefstack"_s);
        m_fixture->prompter.newFile = m_ours;
        desk().importSample();
        QTRY_COMPARE(desk().cases().size(), std::size_t{1});
        QTRY_VERIFY(desk().openCase());
        m_id = desk().openCase()->caseId();
        QVERIFY(db::exportCase(m_ours, m_id, m_theirs));
    }

    void cleanup() { m_fixture.reset(); }

    void whatBothChangedWaitsForAChoiceAndNothingIsWrittenBefore()
    {
        edit(u"company/headcount"_s, u"25"_s);
        editTheirs({{u"company/headcount"_s, u"30"_s}, {u"company/city"_s, u"Berlin"_s}});
        openImport();
        QVERIFY(!button(u"takeInButton"_s)->isEnabled());
        QVERIFY(rowText().startsWith(u"Changed in both: 1 conflict to decide"_s));
        QCOMPARE(value(u"company/headcount"_s), u"25"_s);

        auto *list = import()->findChild<QTreeView *>(u"differencesView"_s);
        QTest::keyClick(list, Qt::Key_Right);
        QVERIFY(button(u"takeInButton"_s)->isEnabled());
        button(u"takeInButton"_s)->click();
        QTRY_VERIFY2(banner().startsWith(u"1 case taken in: 0 new, 1 changed."_s), qPrintable(banner()));
        QTRY_VERIFY(!import());
        QCOMPARE(value(u"company/headcount"_s), u"30"_s);
        QCOMPARE(value(u"company/city"_s), u"Berlin"_s);
        // What it was before is one step away.
        m_fixture->trigger(u"undoAction"_s);
        QCOMPARE(value(u"company/headcount"_s), u"25"_s);
    }

    void whatOnlyTheyChangedMayBeLeftOut()
    {
        edit(u"company/headcount"_s, u"25"_s);
        editTheirs({{u"company/city"_s, u"Berlin"_s}});
        openImport();
        QVERIFY(button(u"takeInButton"_s)->isEnabled());
        auto *view = import()->findChild<ui::ComparisonView *>(u"comparisonView"_s);
        QCOMPARE(view->comparison().differences().size(), std::size_t{2});
        auto *list = import()->findChild<QTreeView *>(u"differencesView"_s);
        const auto *model = list->model();
        for (int row = 0; row < model->rowCount(model->index(0, 0)); ++row) {
            list->setCurrentIndex(model->index(row, 0, model->index(0, 0)));
            QTest::keyClick(list, Qt::Key_Left);
        }
        button(u"takeInButton"_s)->click();
        QTRY_VERIFY(banner().startsWith(u"1 case taken in"_s));
        QCOMPARE(value(u"company/headcount"_s), u"25"_s);
        QVERIFY(value(u"company/city"_s) != u"Berlin"_s);
    }

    void aFurtherCaseOfACompanyIsLeftOutUnlessItIsMarked()
    {
        const QString other = m_fixture->path(u"other.briefstack"_s);
        {
            const auto store = *m_fixture->files.open(m_theirs, ports::CaseFiles::Access::Write, 0);
            const auto stored = *store->load(m_id);
            const auto made = *m_fixture->files.open(other, ports::CaseFiles::Access::WriteOrMake, 0);
            QVERIFY(made->add(draftOf(stored), m_fixture->clock.now()));
        }
        openImport(other);
        QCOMPARE(rowText(), u"A further case of a company that is here already"_s);
        QVERIFY(!button(u"takeInButton"_s)->isEnabled());
        import()->findChild<QTreeWidget *>(u"importCases"_s)->topLevelItem(0)->setCheckState(0, Qt::Checked);
        QVERIFY(button(u"takeInButton"_s)->isEnabled());
        button(u"takeInButton"_s)->click();
        QTRY_VERIFY2(banner().startsWith(u"1 case taken in: 1 new, 0 changed."_s), qPrintable(banner()));
        QCOMPARE(desk().cases().size(), std::size_t{2});
    }

    void aFileThatWentOnMeanwhileIsComparedAgain()
    {
        editTheirs({{u"company/headcount"_s, u"30"_s}});
        openImport();
        QCOMPARE(rowText(), u"Gone on there: brought from revision 1 to 2"_s);
        editTheirs({{u"company/headcount"_s, u"31"_s}});
        button(u"takeInButton"_s)->click();
        QTRY_VERIFY2(banner().contains(u"was saved by somebody meanwhile"_s), qPrintable(banner()));
        QTRY_COMPARE(rowText(), u"Gone on there: brought from revision 1 to 3"_s);
        QVERIFY(value(u"company/headcount"_s) != u"31"_s);
        button(u"takeInButton"_s)->click();
        QTRY_VERIFY(banner().startsWith(u"1 case taken in"_s));
        QCOMPARE(value(u"company/headcount"_s), u"31"_s);
    }

    void nothingIsTakenFromADamagedFile()
    {
        fixture::RawDatabase(m_theirs).run(u"DELETE FROM record"_s);
        QVERIFY(fixture::RawDatabase(m_theirs).run(u"UPDATE case_revision SET worksheet_sha256 = "
                                                   "substr(hex(zeroblob(32)), 1, 64)"_s));
        begin(m_theirs);
        QTRY_VERIFY2(banner().startsWith(u"theirs.briefstack is damaged, and nothing is taken from it: "_s),
                     qPrintable(banner()));
        QTRY_VERIFY(!import());
    }

    void theOpenFileIsNotTakenIntoItself()
    {
        begin(m_ours);
        QTRY_COMPARE(banner(), u"This file is the one that is open."_s);
    }

    void anArchiveCopyRestoresTheWholeCase()
    {
        edit(u"company/headcount"_s, u"25"_s);
        m_fixture->prompter.pdf = m_fixture->path(u"stack.archive.pdf"_s);
        m_fixture->trigger(u"documentsAction"_s);
        auto *format = m_fixture->find<QComboBox>(u"formatBox"_s);
        format->setCurrentText(u"PDF with the case in it (archive copy)"_s);
        QTest::mouseClick(m_fixture->find<QPushButton>(u"saveDocumentButton"_s), Qt::LeftButton);
        QTest::keyClick(format, Qt::Key_Escape);
        const int revisions = int(desk().revisions()->size());
        QVERIFY(revisions > 1);

        // Opened where no file is: a new one is asked for, and the case in it is the same case with its history.
        desk().close();
        m_fixture->prompter.newFile = m_fixture->path(u"restored.briefstack"_s);
        desk().open(m_fixture->prompter.pdf);
        QTRY_VERIFY(import());
        QTRY_VERIFY2(!rowText().isEmpty(), qPrintable(banner()));
        button(u"takeInButton"_s)->click();
        QTRY_VERIFY2(banner().startsWith(u"1 case taken in: 1 new, 0 changed."_s), qPrintable(banner()));
        QTRY_VERIFY(desk().openCase());
        QCOMPARE(desk().openCase()->caseId(), m_id);
        QCOMPARE(value(u"company/headcount"_s), u"25"_s);
        QCOMPARE(int(desk().revisions()->size()), revisions);

        // Dropped on the file that has the case: the same in both.
        desk().open(m_ours);
        drop(m_fixture->prompter.pdf);
        QTRY_VERIFY(import());
        QTRY_COMPARE(rowText(), u"The same in both; notes and filings that are missing here are added"_s);
    }

    void aFolderIsNoCaseFileWhateverItIsCalled()
    {
        const QString folder = m_fixture->path(u"cases of 2026.briefstack"_s);
        QVERIFY(QDir().mkpath(folder));
        drop(folder);
        QTRY_COMPARE(banner(), u"cases of 2026.briefstack is a folder; choose a file."_s);
        QCOMPARE(desk().path(), m_ours);
        desk().open(folder);
        QTRY_VERIFY2(banner().startsWith(u"cases of 2026.briefstack is not a Briefstack case file"_s),
                     qPrintable(banner()));
        QCOMPARE(desk().path(), m_ours);
    }

    void aCaseFileDroppedOnAnOpenOneIsOffered()
    {
        drop(m_theirs);
        QVERIFY2(banner().startsWith(u"theirs.briefstack is a case file. Open it instead of ours.briefstack"_s),
                 qPrintable(banner()));
        QCOMPARE(desk().path(), m_ours);
        press(u"Take its cases in"_s);
        QTRY_VERIFY(import());
        QTRY_COMPARE(rowText(), u"The same in both; notes and filings that are missing here are added"_s);
        button(u"cancelButton"_s)->click();
        QTRY_VERIFY(!import());
        drop(m_theirs);
        press(u"Open it"_s);
        QCOMPARE(desk().path(), m_theirs);
    }

private:
    session::Desk &desk() const { return m_fixture->window->desk(); }
    QString banner() const { return m_fixture->find<ui::MessageBar>(u"messageBar"_s)->text(); }
    ui::ImportWindow *import() const { return m_fixture->window->findChild<ui::ImportWindow *>(); }
    QPushButton *button(const QString &name) const { return import()->findChild<QPushButton *>(name); }
    QString value(const QString &path) const { return desk().openCase()->text(path); }
    QString rowText() const
    {
        const auto *list = import() ? import()->findChild<QTreeWidget *>(u"importCases"_s) : nullptr;
        return list && list->topLevelItemCount() > 0 ? list->topLevelItem(0)->text(1) : QString();
    }

    void edit(const QString &path, const QString &text)
    {
        desk().openCase()->edit(path, text);
        QVERIFY(desk().flush());
    }

    static ports::CaseDraft draftOf(const ports::StoredCase &stored)
    {
        ports::CaseDraft draft;
        draft.worksheet = stored.worksheet;
        draft.status = stored.summary.status;
        draft.rateBookId = stored.rateBookId;
        draft.rateBookSha256 = stored.rateBookSha256;
        draft.evaluatedOn = stored.evaluatedOn;
        draft.rateRows = stored.rateRows;
        draft.records = stored.summary.records;
        return draft;
    }

    /// As somebody else goes on with the case in their file.
    void editTheirs(const std::vector<std::pair<QString, QString>> &edits)
    {
        const auto store = *m_fixture->files.open(m_theirs, ports::CaseFiles::Access::Write, 0);
        const auto stored = *store->load(m_id);
        session::OpenedCase opened{stored.summary, {*worksheetfile::read(stored.worksheet), {}}, {}};
        session::CaseSession session(desk().shipped(), m_fixture->clock, store.get(), opened);
        for (const auto &[path, text] : edits)
            session.edit(path, text);
        QVERIFY(session.flush());
    }

    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_fixture->window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_fixture->window.get(), &event);
    }

    void begin(const QString &path)
    {
        m_fixture->prompter.caseFile = path;
        m_fixture->trigger(u"importCasesAction"_s);
    }
    void openImport() { openImport(m_theirs); }
    void openImport(const QString &path)
    {
        begin(path);
        QTRY_VERIFY(import());
        QTRY_VERIFY2(!rowText().isEmpty(), qPrintable(banner()));
    }
    void press(const QString &text)
    {
        for (auto *one : m_fixture->find<ui::MessageBar>(u"messageBar"_s)->findChildren<QPushButton *>()) {
            if (one->text() == text) {
                one->click();
                return;
            }
        }
        QFAIL(qPrintable(u"no such button: "_s + text));
    }

    std::unique_ptr<WindowFixture> m_fixture;
    db::CaseCareOnDisk m_care{{}};
    db::CaseExchangeOnDisk m_exchange;
    QString m_ours;
    QString m_theirs;
    QString m_id;
};

QTEST_MAIN(TestCaseImport)
#include "tst_caseimport.moc"
