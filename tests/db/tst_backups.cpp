// The backups a case file gets by itself, which of them are kept, and the way back.
#include "db/backup.h"
#include "db/backups.h"
#include "db/casefixture.h"
#include "db/check.h"
#include "db/leftovers.h"
#include "db/restore.h"
#include "db/retention.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using Kind = ports::StoreError::Kind;

namespace {

QDateTime at(const QString &text)
{
    return QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
}

std::vector<QDateTime> without(const std::vector<QDateTime> &all, const std::vector<std::size_t> &deleted)
{
    std::vector<QDateTime> left;
    for (std::size_t place = 0; place < all.size(); ++place) {
        if (std::ranges::find(deleted, place) == deleted.end())
            left.push_back(all[place]);
    }
    return left;
}

} // namespace

class TestBackups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(u"cases.briefstack"_s);
        QVERIFY(fixture::makeCases(m_path, 3));
    }

    void whatAPowerCutLeftUnderTemporaryNamesIsDeletedAfterADay()
    {
        const QString folder = db::backupFolderOf(m_path);
        QVERIFY(QDir().mkpath(folder));
        const QByteArray whole = fixture::bytesOf(m_path);
        const QStringList gone{m_folder->filePath(u".cases.briefstack.a1B2c3"_s),
                               m_folder->filePath(u".cases.briefstack.empty0"_s),
                               m_folder->filePath(u".cases.briefstack.a1B2c3-journal"_s),
                               folder + u"/.cases-20261121-080000.briefstack.Zz9Zz9"_s};
        const QStringList kept{m_folder->filePath(u".other.briefstack.a1B2c3"_s), // another file's
                               m_folder->filePath(u".cases.briefstack.swp"_s),
                               m_folder->filePath(u".cases.briefstack.notes1"_s),
                               m_folder->filePath(u"cases.briefstack.a1B2c3"_s)};
        for (const QString &one : gone + kept)
            fixture::writeBytes(one, one.contains(u"empty0"_s) ? QByteArray() : whole);
        fixture::writeBytes(kept[2], "somebody's own notes, not a database"); // of that form by chance
        const QDateTime now = QDateTime::currentDateTime();
        QVERIFY(db::leftovers(m_path, now).isEmpty()); // somebody may be writing them
        QStringList found = db::leftovers(m_path, now.addDays(2));
        found.sort();
        QStringList expected = gone;
        expected.sort();
        QCOMPARE(found, expected);
        VERIFY_OK(db::backUpIfDue(m_path, now.addDays(2)));
        for (const QString &one : gone)
            QVERIFY2(!QFile::exists(one), qPrintable(one));
        for (const QString &one : kept)
            QVERIFY2(QFile::exists(one), qPrintable(one));
        QCOMPARE(fixture::caseCount(m_path), 3);
    }

    void aYearOfDailyBackupsIsThinned()
    {
        // One each noon, thinned each time: what is there after a year.
        std::vector<QDateTime> backups;
        const QDateTime first = at(u"2026-01-01 12:00"_s);
        for (int day = 0; day < 365; ++day) {
            const QDateTime now = first.addDays(day);
            backups.push_back(now);
            backups = without(backups, db::backupsToDelete(backups, now));
        }
        QStringList kept;
        for (const QDateTime &one : backups)
            kept += one.toString(u"MM-dd"_s);
        // The last of July to November, the last Sundays, the last week.
        QCOMPARE(kept,
                 (QStringList{u"07-31"_s, u"08-31"_s, u"09-30"_s, u"10-31"_s, u"11-30"_s, u"12-13"_s, u"12-20"_s,
                              u"12-25"_s, u"12-26"_s, u"12-27"_s, u"12-28"_s, u"12-29"_s, u"12-30"_s, u"12-31"_s}));
    }

    void twoDaysAreKeptWhole()
    {
        std::vector<QDateTime> backups;
        const QDateTime now = at(u"2026-11-22 12:00"_s);
        for (int hour = 0; hour <= 96; ++hour)
            backups.push_back(now.addSecs(-3600 * hour));
        const auto left = without(backups, db::backupsToDelete(backups, now));
        const auto recent =
            std::ranges::count_if(left, [&](const QDateTime &one) { return one.secsTo(now) <= 48 * 3600; });
        QCOMPARE(recent, 49);
        QCOMPARE(left.size(), std::size_t{51}); // and the last of the 19th and of the 18th
    }

    void afterALongPauseNothingIsLost()
    {
        const std::vector<QDateTime> backups{at(u"2020-01-01 08:00"_s), at(u"2020-01-02 08:00"_s)};
        QVERIFY(db::backupsToDelete(backups, at(u"2026-11-22 12:00"_s)).empty());
        QVERIFY(db::backupsToDelete({}, at(u"2026-11-22 12:00"_s)).empty());
    }

    void backupsOfAWrongClockPushNothingOut()
    {
        std::vector<QDateTime> backups;
        for (int day = 0; day < 30; ++day)
            backups.push_back(at(u"2099-01-01 12:00"_s).addDays(day));
        backups.push_back(at(u"2026-11-01 12:00"_s));
        QVERIFY(db::backupsToDelete(backups, at(u"2026-11-22 12:00"_s)).empty());
    }

    void theNewestIsNeverDeleted()
    {
        std::mt19937 random(20261122);
        for (int round = 0; round < 200; ++round) {
            std::vector<QDateTime> backups;
            const QDateTime now = at(u"2026-11-22 12:00"_s);
            for (auto count = 1 + random() % 60; count > 0; --count)
                backups.push_back(now.addSecs(-static_cast<qint64>(random() % (400 * 86'400))));
            const auto left = without(backups, db::backupsToDelete(backups, now));
            QVERIFY(std::ranges::find(left, *std::ranges::max_element(backups)) != left.end());
            QVERIFY(!db::backupsToDelete(left, now).size()); // thinned once is thinned
        }
    }

    void aChangedFileIsBackedUpOnceADay()
    {
        const auto first = db::backUpIfDue(m_path, at(u"2026-11-22 08:00"_s));
        VERIFY_OK(first);
        QVERIFY(first->has_value());
        QCOMPARE(**first, m_folder->filePath(u"cases.backups/cases-20261122-080000.briefstack"_s));
        QCOMPARE(fixture::caseCount(**first), 3);
        QVERIFY(!db::backUpIfDue(m_path, at(u"2026-11-22 23:00"_s))->has_value());
        QVERIFY(!db::backUpIfDue(m_path, at(u"2026-11-23 08:00"_s))->has_value()); // not changed
        addCase();
        const auto second = db::backUpIfDue(m_path, at(u"2026-11-23 09:00"_s));
        VERIFY_OK(second);
        QVERIFY(second->has_value());
        QCOMPARE(fixture::caseCount(**second), 4);
        QCOMPARE(QFileInfo(**second).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aClockThatWentBackStillGetsItsBackup()
    {
        QVERIFY(db::backUpIfDue(m_path, at(u"2031-01-01 08:00"_s))->has_value());
        addCase();
        QVERIFY(db::backUpIfDue(m_path, at(u"2026-11-22 08:00"_s))->has_value());
        QCOMPARE(db::listBackups(m_path)->size(), std::size_t{2});
    }

    void olderBackupsAreThinnedAndOthersFilesAreLeftAlone()
    {
        QVERIFY(QDir().mkdir(db::backupFolderOf(m_path)));
        const auto put = [&](const QString &name) {
            QVERIFY(QFile::copy(m_path, db::backupFolderOf(m_path) + u'/' + name));
        };
        for (const char *name :
             {"cases-20261101-080000.briefstack", "cases-20261101-090000.briefstack",
              "others-20261101-080000.briefstack", "cases-version-1.briefstack", "cases-20261101-080000.txt"})
            put(QString::fromLatin1(name));
        addCase();
        QVERIFY(db::backUpIfDue(m_path, at(u"2026-11-22 08:00"_s))->has_value());
        QCOMPARE(QDir(db::backupFolderOf(m_path)).entryList(QDir::Files),
                 (QStringList{u"cases-20261101-080000.txt"_s, u"cases-20261101-090000.briefstack"_s,
                              u"cases-20261122-080000.briefstack"_s, u"cases-version-1.briefstack"_s,
                              u"others-20261101-080000.briefstack"_s}));
    }

    void aDamagedFileGetsNoBackupAndPushesNoneOut()
    {
        QVERIFY(db::backUpIfDue(m_path, at(u"2026-11-01 08:00"_s))->has_value());
        QByteArray bytes = fixture::bytesOf(m_path);
        bytes.replace(8192, 4096, QByteArray(4096, '\x55'));
        fixture::writeBytes(m_path, bytes);
        const auto refused = db::backUpIfDue(m_path, at(u"2026-11-22 08:00"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Corrupt);
        QCOMPARE(QDir(db::backupFolderOf(m_path)).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"cases-20261101-080000.briefstack"_s});
    }

    void aFileWithAStaleSearchIndexIsBackedUpAllTheSame()
    {
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"DELETE FROM case_words WHERE rowid = 1"_s));
        }
        QVERIFY(!db::check(m_path)->isSound());
        const auto backup = db::backUpIfDue(m_path, at(u"2026-11-22 08:00"_s));
        VERIFY_OK(backup);
        QVERIFY(backup->has_value());
        VERIFY_OK(db::restore(**backup, m_path, at(u"2026-11-22 09:00"_s)));
        QCOMPARE(fixture::caseCount(m_path), 3);
    }

    void aBackupFolderThatIsNoneIsRefused_data()
    {
        QTest::addColumn<bool>("link");
        QTest::newRow("a file") << false;
        QTest::newRow("a link to another folder") << true;
    }
    void aBackupFolderThatIsNoneIsRefused()
    {
        QFETCH(bool, link);
        QVERIFY(QDir(m_folder->path()).mkdir(u"elsewhere"_s));
        if (link)
            QVERIFY(QFile::link(m_folder->filePath(u"elsewhere"_s), db::backupFolderOf(m_path)));
        else
            fixture::writeBytes(db::backupFolderOf(m_path), "x");
        const auto refused = db::backUpIfDue(m_path, at(u"2026-11-22 08:00"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::ReadOnly);
        QVERIFY(QDir(m_folder->filePath(u"elsewhere"_s)).isEmpty());
    }

    void theBackupsOfALinkAreWhereTheFileIs()
    {
        const QString link = m_folder->filePath(u"link.briefstack"_s);
        QVERIFY(QFile::link(m_path, link));
        QCOMPARE(db::backupFolderOf(link), m_folder->filePath(u"cases.backups"_s));
    }

    void aBackupIsPutBackAndWhatItReplacesIsKept()
    {
        const auto backup = db::backUpIfDue(m_path, at(u"2026-11-22 08:00"_s));
        QVERIFY(backup && backup->has_value());
        addCase();
        const auto replaced = db::restore(**backup, m_path, at(u"2026-11-23 10:00"_s));
        VERIFY_OK(replaced);
        QCOMPARE(*replaced, m_folder->filePath(u"cases.backups/cases-replaced-20261123-100000.briefstack"_s));
        QCOMPARE(fixture::caseCount(m_path), 3);
        QCOMPARE(fixture::caseCount(*replaced), 4);
        QVERIFY(QFile::exists(**backup));
        QCOMPARE(QFileInfo(m_path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        addCase(); // and it goes on
        QCOMPARE(fixture::caseCount(m_path), 4);
    }

    void aMissingOrDamagedFileIsReplacedToo()
    {
        const auto backup = db::backUpIfDue(m_path, at(u"2026-11-22 08:00"_s));
        QVERIFY(backup && backup->has_value());
        fixture::writeBytes(m_path, "rubbish");
        fixture::writeBytes(m_path + u"-journal"_s, "a journal of another file");
        const auto replaced = db::restore(**backup, m_path, at(u"2026-11-23 10:00"_s));
        VERIFY_OK(replaced);
        QCOMPARE(fixture::bytesOf(*replaced), QByteArray("rubbish"));
        QVERIFY(!QFile::exists(m_path + u"-journal"_s));
        QCOMPARE(fixture::bytesOf(*replaced + u"-journal"_s), QByteArray("a journal of another file"));
        QCOMPARE(fixture::caseCount(m_path), 3);
        QVERIFY(QFile::remove(m_path));
        const auto anew = db::restore(**backup, m_path, at(u"2026-11-23 10:00"_s));
        VERIFY_OK(anew);
        QVERIFY(anew->isEmpty());
        QCOMPARE(fixture::caseCount(m_path), 3);
    }

    void whatIsNoFileIsNotReplaced()
    {
        const auto backup = db::backUpIfDue(m_path, at(u"2026-11-22 08:00"_s));
        QVERIFY(backup && backup->has_value());
        const QString folder = m_folder->filePath(u"folder.briefstack"_s);
        const QString link = m_folder->filePath(u"link.briefstack"_s);
        QVERIFY(QDir().mkdir(folder));
        QVERIFY(QFile::link(m_folder->filePath(u"nothing"_s), link));
        for (const QString &path : {folder, link}) {
            const auto refused = db::restore(**backup, path, at(u"2026-11-23 10:00"_s));
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Kind::NotACase);
        }
        QVERIFY(QFileInfo(folder).isDir() && QFileInfo(link).isSymLink());
        const auto missing = db::restore(**backup, m_folder->filePath(u"no/x.briefstack"_s), at(u"2026-11-23 10:00"_s));
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, Kind::NotFound);
    }

    void aDamagedBackupIsNotPutBack()
    {
        const QByteArray before = fixture::bytesOf(m_path);
        const QString backup = m_folder->filePath(u"b.briefstack"_s);
        fixture::writeBytes(backup, QByteArray(before).replace(8192, 4096, QByteArray(4096, '\x55')));
        const auto refused = db::restore(backup, m_path, at(u"2026-11-23 10:00"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Corrupt);
        QCOMPARE(fixture::bytesOf(m_path), before);
        QVERIFY(!db::restore(m_path, m_path, at(u"2026-11-23 10:00"_s)));
    }

    void aFileThatIsBeingWrittenIsNotReplaced()
    {
        const auto backup = db::backUpIfDue(m_path, at(u"2026-11-22 08:00"_s));
        QVERIFY(backup && backup->has_value());
        const auto writer = fixture::open(m_path);
        QVERIFY(writer);
        VERIFY_OK(writer->begin());
        VERIFY_OK(writer->add(fixture::draft(u"Meanwhile"_s), fixture::noon()));
        const auto refused = db::restore(**backup, m_path, at(u"2026-11-23 10:00"_s), 100);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Busy);
        VERIFY_OK(writer->commit());
        QCOMPARE(fixture::caseCount(m_path), 4);
    }

    void aStoreThatHasTheReplacedFileOpenSavesNothingMore()
    {
        const auto backup = db::backUpIfDue(m_path, at(u"2026-11-22 08:00"_s));
        QVERIFY(backup && backup->has_value());
        const auto writer = fixture::open(m_path);
        QVERIFY(writer);
        VERIFY_OK(db::restore(**backup, m_path, at(u"2026-11-23 10:00"_s)));
        const auto lost = writer->add(fixture::draft(u"Into the old file"_s), fixture::noon());
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, Kind::Moved);
        QCOMPARE(fixture::caseCount(m_path), 3);
    }

private:
    void addCase()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        VERIFY_OK(store->add(fixture::draft(u"One more"_s), fixture::noon()));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
