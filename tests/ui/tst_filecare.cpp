// The window looks after the open case file: a backup a day, and after an unclean end the offer to check, then to repair.
#include "ui/windowfixture.h"

#include "db/backups.h"
#include "db/casecareondisk.h"
#include "db/casefixture.h"
#include "session/filecare.h"
#include "ui/backupswindow.h"
#include "ui/messagebar.h"
#include "ui/workspace.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTreeWidget>

#include <algorithm>
#include <atomic>

using namespace tests;

namespace {

/// Counts the day's backups that were tried.
struct CountedCare final : db::CaseCareOnDisk {
    CountedCare() : db::CaseCareOnDisk({}) {}
    ports::StoreResult<std::optional<QString>> backUpIfDue(const QString &path, const QDateTime &now) override
    {
        auto made = db::CaseCareOnDisk::backUpIfDue(path, now);
        ++tried;
        return made;
    }
    std::atomic_int tried = 0;
};

} // namespace

class TestFileCare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_fixture = std::make_unique<WindowFixture>();
        m_path = m_fixture->path(u"cases.briefstack"_s);
        // Three cases as a person has them.
        QVERIFY(QFile::copy(support::sourcePath(u"tests/data/casefiles/version-4.briefstack"_s), m_path));
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
        // Of today's version, without the backup that bringing it there makes.
        QVERIFY(m_fixture->files.open(m_path, ports::CaseFiles::Access::Write, 0));
        QVERIFY(QDir(db::backupFolderOf(m_path)).removeRecursively());
        m_fixture->window.reset();
        m_fixture->window = std::make_unique<ui::MainWindow>(
            session::Services{m_fixture->files, m_fixture->prompter, m_fixture->clock, &m_care}, *m_fixture->settings);
    }

    void openingAFileMakesTheDaysBackup()
    {
        m_fixture->window->desk().open(m_path);
        QTRY_COMPARE(db::listBackups(m_path)->size(), std::size_t{1});
        QCOMPARE(fixture::caseCount(db::listBackups(m_path)->front().path), 3);
    }

    void aBackupThatCannotBeMadeIsSaid()
    {
        fixture::writeBytes(db::backupFolderOf(m_path), "in the way");
        m_fixture->window->desk().open(m_path);
        QTRY_VERIFY(
            banner().startsWith(u"No backup of cases.briefstack was made today, and it is saved without one: "_s));
        QVERIFY2(!banner().contains(u"nothing was changed"_s), qPrintable(banner()));
    }

    void afterAnUncleanEndACheckIsOffered()
    {
        leaveJournal();
        m_fixture->window->desk().open(m_path);
        QVERIFY2(banner().startsWith(u"A program stopped while it was saving to cases.briefstack."_s),
                 qPrintable(banner()));
        QTRY_COMPARE(db::listBackups(m_path)->size(), std::size_t{1}); // one after the other
        press(u"Check the file"_s, [this] { return banner() == u"cases.briefstack is sound."_s; });
    }

    void aCaseThatCannotBeReadIsSaidBesideTheOfferToCheck()
    {
        QString id;
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(
                u"UPDATE case_revision SET worksheet_sha256 = '%1' WHERE case_id = 2"_s.arg(QString(64, u'0'))));
            id = raw.text(u"SELECT uuid FROM \"case\" WHERE id = 2"_s);
        }
        leaveJournal();
        desk().open(m_path);
        desk().show(id);
        QTRY_VERIFY2(banner().contains(u"is damaged: run `briefstack-cli check` on it"_s), qPrintable(banner()));
        QVERIFY2(banner().contains(u"A program stopped while it was saving to cases.briefstack."_s),
                 qPrintable(banner()));
        const auto *title = m_fixture->find<ui::Workspace>(u"workspace"_s)->findChild<QLabel *>(u"noteTitle"_s);
        QVERIFY(title && !m_fixture->find<ui::Workspace>(u"workspace"_s)->hasCase());
        QCOMPARE(title->text(), u"This case cannot be read"_s);
        press(u"Check the file"_s, [this] { return banner().startsWith(u"cases.briefstack is damaged: "_s); });
    }

    void whatARepairCannotPutRightIsNotOfferedOne()
    {
        desk().open(m_path);
        QTRY_COMPARE(db::listBackups(m_path)->size(), std::size_t{1});
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"CREATE TRIGGER extra AFTER DELETE ON note BEGIN SELECT 1; END"_s));
        }
        m_fixture->trigger(u"backupsAction"_s);
        QTRY_VERIFY(button(u"checkButton"_s)->isEnabled());
        button(u"checkButton"_s)->click();
        QTRY_VERIFY2(banner().endsWith(u"A repair cannot put this right; restore a backup."_s), qPrintable(banner()));
        QVERIFY(std::ranges::none_of(m_fixture->find<ui::MessageBar>(u"messageBar"_s)->findChildren<QPushButton *>(),
                                     [](const QPushButton *one) { return one->text() == u"Repair"_s; }));
    }

    void whatIsDamagedIsRepairedAndOpenedAgain()
    {
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"DELETE FROM \"case\" WHERE id = 1"_s));
        }
        leaveJournal();
        m_fixture->window->desk().open(m_path);
        press(u"Check the file"_s, [this] { return banner().startsWith(u"cases.briefstack is damaged: "_s); });
        press(u"Repair"_s, [this] { return banner().startsWith(u"cases.briefstack was repaired: "_s); });
        QVERIFY(banner().contains(u"The file as it was is kept: "_s));
        QVERIFY(m_fixture->window->desk().isOpen());
        QCOMPARE(m_fixture->window->desk().cases().size(), std::size_t{3});
    }

    /// The day's backup is tried again on the file that was opened again, and fails again.
    void whatARepairSaysIsNotReplacedByTheBackupThatFails()
    {
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(
                u"UPDATE case_revision SET worksheet_sha256 = '%1' WHERE case_id = 2"_s.arg(QString(64, u'0'))));
        }
        desk().open(m_path);
        QTRY_COMPARE(banner(), u"No backup of cases.briefstack was made today: the file is damaged."_s);
        press(u"Check the file"_s, [this] { return banner().startsWith(u"cases.briefstack is damaged: "_s); });
        const int tried = m_care.tried;
        press(u"Repair"_s, [this] { return banner().startsWith(u"cases.briefstack cannot be repaired, "_s); });
        QTRY_VERIFY(m_care.tried > tried);
        // The next check begins only once the backup is over and has said so, if it does.
        m_fixture->trigger(u"backupsAction"_s);
        QTRY_VERIFY(button(u"checkButton"_s)->isEnabled());
        QVERIFY2(banner().startsWith(u"cases.briefstack cannot be repaired, "_s), qPrintable(banner()));
    }

    void aBackupTakesThePlaceOfTheFileWhichIsKept()
    {
        desk().open(m_path);
        QTRY_COMPARE(db::listBackups(m_path)->size(), std::size_t{1});
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"UPDATE status_change SET reason = 'x'"_s));
        }
        m_fixture->trigger(u"backupsAction"_s);
        auto *list = backups()->findChild<QTreeWidget *>(u"backupsList"_s);
        QCOMPARE(list->topLevelItemCount(), 1);
        QTRY_COMPARE(list->topLevelItem(0)->text(2), u"Sound, 3 cases"_s);
        QTRY_VERIFY(button(u"restoreButton"_s)->isEnabled());
        button(u"restoreButton"_s)->click();
        QTRY_VERIFY2(banner().contains(u"What it replaced is kept: "_s), qPrintable(banner()));
        QVERIFY(banner().startsWith(u"cases.briefstack is the backup cases-"_s));
        QVERIFY(desk().isOpen());
        QCOMPARE(desk().cases().size(), std::size_t{3});
        QTRY_VERIFY(!backups());
    }

    /// The file is closed meanwhile: whoever closed the window would be left without it.
    void theWindowOfBackupsStaysUntilTheBackupIsInPlace()
    {
        desk().open(m_path);
        QTRY_COMPARE(db::listBackups(m_path)->size(), std::size_t{1});
        m_fixture->trigger(u"backupsAction"_s);
        QTRY_VERIFY(button(u"restoreButton"_s)->isEnabled());
        button(u"restoreButton"_s)->click();
        QVERIFY(button(u"stopButton"_s)->isHidden());
        QTest::keyClick(backups(), Qt::Key_Escape);
        QVERIFY(backups() && backups()->isVisible());
        QTRY_VERIFY(desk().isOpen());
        QTRY_VERIFY(!backups());
    }

    void aBackupIsMadeInAnyFolder()
    {
        desk().open(m_path);
        m_fixture->prompter.folder = m_fixture->path(u"usb"_s);
        QVERIFY(QDir().mkpath(m_fixture->prompter.folder));
        m_fixture->trigger(u"backupsAction"_s);
        QTRY_VERIFY(button(u"backUpButton"_s)->isEnabled());
        button(u"backUpButton"_s)->click();
        QTRY_VERIFY2(stateText().startsWith(u"Made and verified: "_s), qPrintable(stateText()));
        QCOMPARE(QDir(m_fixture->prompter.folder).entryList(QDir::Files).size(), 1);
        QCOMPARE(fixture::caseCount(QDir(m_fixture->prompter.folder).entryInfoList(QDir::Files).first().filePath()), 3);
    }

    void theFileIsCheckedFromTheWindowOfBackups()
    {
        desk().open(m_path);
        QTRY_COMPARE(db::listBackups(m_path)->size(), std::size_t{1});
        m_fixture->trigger(u"backupsAction"_s);
        QTRY_VERIFY(button(u"checkButton"_s)->isEnabled());
        button(u"checkButton"_s)->click();
        QTRY_VERIFY2(banner() == u"cases.briefstack is sound."_s, qPrintable(banner()));
    }

    void aDamagedFileOfAnOlderVersionIsRepairedFromTheWindow()
    {
        const QString old = m_fixture->path(u"old.briefstack"_s);
        QVERIFY(QFile::copy(support::sourcePath(u"tests/data/casefiles/version-1.briefstack"_s), old));
        QVERIFY(QFile::setPermissions(old, QFile::ReadOwner | QFile::WriteOwner));
        {
            fixture::RawDatabase raw(old);
            QVERIFY(raw.run(u"DELETE FROM \"case\" WHERE id = 1"_s));
        }
        desk().open(old);
        QVERIFY(!desk().isOpen());
        press(u"Repair"_s, [this] { return banner().startsWith(u"old.briefstack was repaired"_s); });
        QVERIFY2(desk().isOpen(), qPrintable(banner()));
        QVERIFY(!desk().cases().empty());
    }

    void casesThatCouldNotBeSavedAreNoSuccess()
    {
        desk().open(m_path);
        QTRY_COMPARE(db::listBackups(m_path)->size(), std::size_t{1});
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"DELETE FROM record"_s));
            QVERIFY(raw.run(u"DELETE FROM case_revision"_s));
        }
        m_fixture->trigger(u"backupsAction"_s);
        QTRY_VERIFY(button(u"repairButton"_s)->isEnabled());
        button(u"repairButton"_s)->click();
        QTRY_VERIFY2(banner().contains(u"3 cases could not be saved; a backup may have them."_s), qPrintable(banner()));
        pressNow(u"Backups…"_s);
        QTRY_VERIFY(backups());
        QVERIFY(backups()->findChild<QTreeWidget *>(u"backupsList"_s)->topLevelItemCount() >= 1);
    }

    void aCaseAskedForBeforeTheFileWasClosedIsNotLookedForAfterwards()
    {
        const QString emptied = m_path + u".emptied"_s;
        QVERIFY(QFile::copy(m_path, emptied));
        {
            fixture::RawDatabase raw(emptied);
            QVERIFY(raw.run(u"DELETE FROM record"_s));
            QVERIFY(raw.run(u"DELETE FROM case_revision"_s));
        }
        const QSignalSpy failed(&desk(), &session::Desk::failed);
        desk().open(m_path); // its first case is shown as soon as the rates are read
        desk().close();
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::rename(emptied, m_path));
        desk().open(m_path);
        desk().showNewCase();
        QTRY_VERIFY(desk().openCase());
        QCOMPARE(failed.count(), 0);
    }

private:
    session::Desk &desk() const { return m_fixture->window->desk(); }
    ui::BackupsWindow *backups() const { return m_fixture->window->findChild<ui::BackupsWindow *>(); }
    QPushButton *button(const QString &name) const { return backups()->findChild<QPushButton *>(name); }
    QString stateText() const { return backups()->findChild<QLabel *>(u"stateLabel"_s)->text(); }
    QString banner() const { return m_fixture->find<ui::MessageBar>(u"messageBar"_s)->text(); }

    /// Until what is expected is there: while another work runs (the day's backup), a press does nothing.
    template <class Expected>
    void press(const QString &button, Expected expected)
    {
        QTRY_VERIFY2((pressNow(button), QTest::qWait(20), expected()), qPrintable(banner()));
    }

    void pressNow(const QString &text)
    {
        for (auto *button : m_fixture->find<ui::MessageBar>(u"messageBar"_s)->findChildren<QPushButton *>()) {
            if (button->text() == text)
                button->click();
        }
    }

    /// As a program leaves it that dies before its first page is written: the file itself is whole.
    void leaveJournal() { fixture::writeBytes(m_path + u"-journal"_s, QByteArray(512, '\0')); }

    std::unique_ptr<WindowFixture> m_fixture;
    CountedCare m_care;
    QString m_path;
};

QTEST_MAIN(TestFileCare)
#include "tst_filecare.moc"
