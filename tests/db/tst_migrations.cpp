// Files of every released version are opened for ever: read as they are, brought up to date only after a backup.
#include "db/backups.h"
#include "db/casefixture.h"
#include "db/check.h"
#include "db/digest.h"
#include "db/header.h"
#include "db/migrator.h"
#include "db/profile.h"
#include "ports/filings.h"
#include "ports/notes.h"
#include "support/sourcefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using Kind = ports::StoreError::Kind;

namespace {

/// The SHA-256 of every script in order. A script that has run on somebody's file is never edited: what is missing is the
/// next script. Each version here has its file in tests/data/casefiles, whose README says what made it.
const QStringList kFrozen{
    u"1144c830a910a9032ce9a8d2e92429e53d7c89da95cdd14d830f76ef420eaf49"_s,
    u"1b2d053259aca9dd63240d1306aa9cf7f570818a1867873ee94ce1bfb3380618"_s,
    u"7d170575fa3320bc6a9d0e87b78971fe940d749df85443c4fd114c738f178469"_s,
    u"4641e228d2805f210c857419f2eab75fb84deb182f9b3bf0763355b69be3542b"_s,
    u"3d8b45a12057a68246fef65b46664d4990bf70ef4d7da94232481f35892d9c71"_s,
    u"1098fb5626479d8e46fb99b4f728aaea2aecfef7421580d1d3f40f0de4cbd0c7"_s,
    u"58a35f3483f175484e7e42070bc8434f6ae6ef6fc92d119d88d0c1664d2a736b"_s,
    u"5016588ed6b2ad2c472cdac0efcc40f3814bbc020cb5dfbc0b7f21919a37414a"_s,
    u"07cf6f8e96501a678f1a6243040caed63aa51607aa24244c47468736aa4d7bfb"_s,
};

constexpr char kUserVersion = 60; // of a file's header, four bytes
constexpr int kNorthwindRevisions = 2;

// The versions that brought them.
constexpr int kCalls = 5;
constexpr int kFilings = 6;
constexpr int kProfile = 7;

QString fixtureOf(int version)
{
    return support::sourcePath(u"tests/data/casefiles/version-%1.briefstack"_s.arg(version));
}

} // namespace

class TestMigrations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(u"old.briefstack"_s);
    }

    void aReleasedScriptIsNeverEdited()
    {
        QVERIFY(kFrozen.size() <= db::newestVersion());
        for (int version = 1; version <= kFrozen.size(); ++version)
            QCOMPARE(db::digestOf(db::migrationScript(version)), kFrozen.at(version - 1));
    }

    void aFileOfEveryVersionIsRead_data() { versions(); }
    void aFileOfEveryVersionIsRead()
    {
        QFETCH(int, version);
        take(version);
        const QByteArray before = fixture::bytesOf(m_path);
        {
            const auto store = fixture::open(m_path, db::OpenMode::Read);
            QVERIFY(store);
            verifyContents(*store);
            const auto found = store->list({u"northw supp"_s, {}, -1});
            VERIFY_OK(found);
            QCOMPARE(found->size(), std::size_t{1});
            const auto refused = store->add(fixture::draft(u"New"_s), fixture::noon());
            QVERIFY(!refused);
        }
        QCOMPARE(fixture::bytesOf(m_path), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"old.briefstack"_s});
    }

    void aFileOfEveryVersionIsBroughtUpToDateAfterABackup_data() { versions(); }
    void aFileOfEveryVersionIsBroughtUpToDateAfterABackup()
    {
        QFETCH(int, version);
        take(version);
        {
            const auto store = fixture::open(m_path, db::OpenMode::Write);
            QVERIFY(store);
            verifyContents(*store);
            VERIFY_OK(store->add(fixture::draft(u"After the update"_s), fixture::noon()));
        }
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY(report->isSound());
        QCOMPARE(report->version, db::newestVersion());
        QCOMPARE(report->cases, qint64{4});
        QCOMPARE(fixture::RawDatabase(m_path).text(u"SELECT body FROM note"_s),
                 u"They replay 4,000 prompts a night."_s);
        if (version == db::newestVersion())
            return;
        const auto backups = db::listBackups(m_path);
        VERIFY_OK(backups);
        QCOMPARE(backups->size(), std::size_t{1});
        QCOMPARE(QFileInfo(backups->front().path).fileName(), u"old-version-%1.briefstack"_s.arg(version));
        const auto kept = db::check(backups->front().path);
        VERIFY_OK(kept);
        QVERIFY(kept->isSound());
        QCOMPARE(kept->version, version);
        QCOMPARE(kept->cases, qint64{3});
        QCOMPARE(QFileInfo(backups->front().path).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(QFileInfo(db::backupFolderOf(m_path)).permissions() & (QFile::ExeGroup | QFile::ExeOther),
                 QFile::Permissions());
    }

    /// What a version brought is there in files of it.
    void notesFilingsAndTheProfileOfAFileAreThere_data()
    {
        QTest::addColumn<int>("version");
        for (int version = kCalls; version <= kFrozen.size(); ++version)
            QTest::addRow("version %d", version) << version;
    }
    void notesFilingsAndTheProfileOfAFileAreThere()
    {
        QFETCH(int, version);
        take(version);
        const auto store = fixture::open(m_path, db::OpenMode::Read);
        QVERIFY(store);
        const QString id = store->list({}).value().front().id;
        const auto notes = store->notes()->loadNotes(id);
        VERIFY_OK(notes);
        QCOMPARE(notes->calls.size(), std::size_t{2});
        QCOMPARE(notes->calls.back().lines.at(0).text, u"Latency has to stay under 900 ms, the CTO says."_s);
        QCOMPARE(notes->evidence.at(0).text, u"Latency has to stay under 800 ms, the CTO says."_s);
        QCOMPARE(notes->questions.size(), std::size_t{2});
        QCOMPARE(store->loadPending(id).value().at(0).text, u"about 30"_s);
        for (const QString &words : {u"東京"_s, u"latency 900"_s})
            QCOMPARE(store->list({words, {}, -1}).value().size(), std::size_t{1});
        if (version >= kFilings)
            verifyFilings(*store, id);
        db::ProfilesOnDisk profiles;
        QCOMPARE(profiles.paragraphs(m_path).value().size(), std::size_t(version >= kProfile ? 2 : 0));
        if (version >= kProfile)
            QCOMPARE(profiles.load(m_path).value().paragraph(domain::ParagraphPlace::Brief)->text,
                     u"We build for {company}."_s);
    }

    /// An index of the eighth version holds the letter with its stroke: without being filled anew it finds neither form.
    void wordsOfAnOlderFileAreFoundByPlainLetters()
    {
        take(8);
        QVERIFY(
            fixture::RawDatabase(m_path).run(u"UPDATE note SET body = 'Biuro: Łódź' WHERE id = 1;"
                                             " UPDATE case_text SET words = words || ' biuro łodz' WHERE rowid = 6"_s));
        for (const auto mode : {db::OpenMode::Read, db::OpenMode::Write}) {
            const auto store = fixture::open(m_path, mode);
            QVERIFY(store);
            for (const QString &words : {u"lodz"_s, u"ŁÓDŹ"_s})
                QCOMPARE(store->list({words, {}, -1}).value().size(), std::size_t{1});
        }
        QVERIFY(db::check(m_path)->isSound());
    }

    void withoutABackupAFileIsNotTouched()
    {
        take(1);
        const QByteArray before = fixture::bytesOf(m_path);
        fixture::writeBytes(db::backupFolderOf(m_path), "in the way");
        const auto store = db::openCaseStore(m_path, db::OpenMode::Write);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Kind::ReadOnly);
        QVERIFY2(store.error().detail.contains(u"old.backups"), qPrintable(store.error().detail));
        QCOMPARE(fixture::bytesOf(m_path), before);
        QCOMPARE(fixture::caseCount(m_path), 3); // and is read all the same
    }

    void aBackupThatCannotBeVerifiedStopsTheUpdate()
    {
        take(1);
        {
            // Sound in its structure, and not what was saved.
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"UPDATE case_revision SET worksheet_sha256 = '%1' WHERE id = 1"_s.arg(QString(64, u'0'))));
        }
        const QByteArray before = fixture::bytesOf(m_path);
        const auto store = db::openCaseStore(m_path, db::OpenMode::Write);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Kind::Corrupt);
        QCOMPARE(fixture::bytesOf(m_path), before);
        QVERIFY(!QFile::exists(db::backupFolderOf(m_path)));
    }

    void twoProgramsMayBringOneFileUpToDate()
    {
        take(1);
        std::vector<std::unique_ptr<QProcess>> children;
        for (int number = 0; number < 3; ++number) {
            children.push_back(std::make_unique<QProcess>());
            children.back()->start(QStringLiteral(CASEFILE_CHILD), {u"save"_s, m_path, u"2"_s});
        }
        for (const auto &child : children) {
            QVERIFY(child->waitForFinished(60'000));
            QVERIFY2(child->exitCode() == 0, child->readAllStandardError().constData());
        }
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY(report->isSound());
        QCOMPARE(report->cases, qint64{3 + 3 * 2});
    }

    void aNewerFileIsRefusedUntouched()
    {
        QVERIFY(fixture::makeCases(m_path, 1));
        QByteArray bytes = fixture::bytesOf(m_path);
        bytes[kUserVersion + 3] = static_cast<char>(db::newestVersion() + 1);
        fixture::writeBytes(m_path, bytes);
        for (const auto mode : {db::OpenMode::Read, db::OpenMode::Write, db::OpenMode::WriteOrMake}) {
            const auto store = db::openCaseStore(m_path, mode);
            QVERIFY(!store);
            QCOMPARE(store.error().kind, Kind::TooNew);
        }
        QCOMPARE(fixture::bytesOf(m_path), bytes);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"old.briefstack"_s});
    }

private:
    static void versions()
    {
        QTest::addColumn<int>("version");
        // One whose file is not there fails.
        for (int version = 1; version <= kFrozen.size(); ++version)
            QTest::addRow("version %d", version) << version;
    }

    void take(int version)
    {
        QVERIFY(QFile::copy(fixtureOf(version), m_path));
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
    }

    /// What stands in each fixture: three companies, one of them with a second revision.
    static void verifyContents(ports::CaseStore &store)
    {
        const auto cases = store.list({});
        VERIFY_OK(cases);
        QCOMPARE(cases->size(), std::size_t{3});
        QCOMPARE(cases->front().company, u"Northwind Support Software"_s);
        QCOMPARE(cases->front().revision, kNorthwindRevisions);
        QCOMPARE(cases->front().records.size(), std::size_t{2});
        QCOMPARE(cases->front().records.front().ask, domain::Money::fromDollars(29'500));
        for (const ports::CaseSummary &one : *cases)
            VERIFY_OK(store.load(one.id));
        const auto history = store.revisions(cases->front().id);
        VERIFY_OK(history);
        QCOMPARE(history->size(), std::size_t{kNorthwindRevisions});
        QVERIFY(history->back().filed);
        VERIFY_OK(store.loadRevision(cases->front().id, 1));
    }

    static void verifyFilings(ports::CaseStore &store, const QString &id)
    {
        const auto filings = store.filings()->loadFilings(id);
        VERIFY_OK(filings);
        QCOMPARE(filings->filings.back().opportunityId, u"O7654321"_s);
        QCOMPARE(store.filings()->filedFile(id, filings->filings.back().id, ports::kFiledBrief).value(),
                 QByteArray("%PDF-1.7 the brief as filed"));
        QCOMPARE(filings->awards.at(0).amount, domain::Money::fromDollars(29'500));
        for (const QString &words : {u"o7654"_s, u"granted asked"_s})
            QCOMPARE(store.list({words, {}, -1}).value().size(), std::size_t{1});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
