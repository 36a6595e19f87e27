// What is not a whole case file of ours is refused with a kind that says why, and stays byte for byte as it was.
#include "db/casefile.h"
#include "db/casefixture.h"
#include "db/check.h"
#include "db/migrator.h"
#include "db/repair.h"
#include "db/schema.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QtEndian>

#include <sqlite3.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using Kind = ports::StoreError::Kind;

namespace {

constexpr qsizetype kTextEncoding = 56;
constexpr qsizetype kUserVersion = 60;
constexpr qsizetype kApplicationId = 68;

QByteArray withByte(QByteArray bytes, qsizetype at, char value)
{
    bytes[at] = value;
    return bytes;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// What SQLite takes for one that an interrupted write to several files left: nothing to take back, and the common file.
QByteArray journalNaming(const QString &other, qint64 size)
{
    constexpr quint32 kPage = 4096;
    const QByteArray magic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7");
    const QByteArray header = magic + bigEndian(0) + bigEndian(12345) + bigEndian(static_cast<quint32>(size / kPage))
                            + bigEndian(512) + bigEndian(kPage);
    const QByteArray name = QFile::encodeName(other);
    quint32 sum = 0;
    for (const char sign : name)
        sum += static_cast<quint32>(sign);
    return header.leftJustified(512, '\0') + bigEndian(0x40000000 / kPage + 1) + name
         + bigEndian(static_cast<quint32>(name.size())) + bigEndian(sum) + magic;
}

} // namespace

class TestCaseFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(u"a.briefstack"_s);
    }

    void bytesThatAreNoCaseFileAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const QByteArray good = goodFile();
        QVERIFY(good.size() > 8192);
        const auto row = [](const char *name, const QByteArray &bytes, Kind kind) {
            QTest::newRow(name) << bytes << static_cast<int>(kind);
        };
        row("an empty file", {}, Kind::TooShort);
        row("the first 16 bytes", good.left(16), Kind::TooShort);
        row("the first 99 bytes", good.left(99), Kind::TooShort);
        row("two bytes of text", "xy", Kind::NotACase); // SQLite itself takes a file of one byte for an empty one
        row("plain text", QByteArray("Dear partner,\n").repeated(100), Kind::NotACase);
        row("zeros", QByteArray(8192, '\0'), Kind::NotACase);
        row("a worksheet", R"({"format": "briefstack-worksheet", "version": 1})", Kind::NotACase);
        row("another application", withByte(withByte(good, kApplicationId, 'X'), kApplicationId + 1, 'Y'),
            Kind::NotACase);
        row("no application", QByteArray(good).replace(kApplicationId, 4, QByteArray(4, '\0')), Kind::NotACase);
        row("a newer version", withByte(good, kUserVersion + 3, static_cast<char>(db::newestVersion() + 1)),
            Kind::TooNew);
        row("a much newer version", withByte(good, kUserVersion, 0x7f), Kind::TooNew);
        row("version 0", withByte(good, kUserVersion + 3, 0), Kind::Corrupt);
        row("texts in UTF-16", withByte(good, kTextEncoding + 3, 2), Kind::Corrupt);
        row("a flipped bit in the signature", withByte(good, 3, 'h'), Kind::Corrupt);
        row("a flipped bit in the application id", withByte(good, kApplicationId + 3, 'U'), Kind::Corrupt);
        row("the header alone", good.left(100), Kind::Corrupt);
        row("the first page alone", good.left(4096), Kind::Corrupt);
        row("half of it", good.left(good.size() / 8192 * 4096), Kind::Corrupt);
        row("all but the last page", good.left(good.size() - 4096), Kind::Corrupt);
        row("a page of zeros", QByteArray(good).replace(4096, 4096, QByteArray(4096, '\0')), Kind::Corrupt);
        row("noise after the header", QByteArray(good).replace(100, 3996, QByteArray(3996, '\xa5')), Kind::Corrupt);
    }
    void bytesThatAreNoCaseFileAreRefused()
    {
        QFETCH(QByteArray, bytes);
        fixture::writeBytes(m_path, bytes);
        for (const db::OpenMode mode : {db::OpenMode::Read, db::OpenMode::Write, db::OpenMode::WriteOrMake}) {
            const auto store = db::openCaseStore(m_path, mode, {100, 0});
            QVERIFY(!store);
            QFETCH(int, kind);
            QVERIFY2(static_cast<int>(store.error().kind) == kind, fixture::words(store.error()).constData());
            QCOMPARE(fixture::bytesOf(m_path), bytes);
        }
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.briefstack"_s});
    }

    void aMissingFileIsNotMadeForReading()
    {
        for (const db::OpenMode mode : {db::OpenMode::Read, db::OpenMode::Write}) {
            const auto store = db::openCaseStore(m_path, mode);
            QVERIFY(!store);
            QCOMPARE(store.error().kind, Kind::NotFound);
        }
        QVERIFY(QDir(m_folder->path()).isEmpty(QDir::Files | QDir::Hidden));
    }

    void aFileIsNotMadeInAMissingFolder()
    {
        const auto store = db::openCaseStore(m_folder->filePath(u"none/a.briefstack"_s), db::OpenMode::WriteOrMake);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Kind::NotFound);
        QVERIFY(!QFile::exists(m_folder->filePath(u"none"_s)));
    }

    void aFolderIsNoCaseFile()
    {
        const auto store = db::openCaseStore(m_folder->path(), db::OpenMode::WriteOrMake);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Kind::NotACase);
    }

    void aPipeIsNotWaitedFor()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(m_path).constData(), 0600), 0);
        const auto store = db::openCaseStore(m_path, db::OpenMode::Write);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Kind::NotACase);
    }

    void anotherProgramsDatabaseIsLeftAlone()
    {
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, url TEXT); PRAGMA user_version = 1;"_s));
        }
        const QByteArray before = fixture::bytesOf(m_path);
        const auto store = db::openCaseStore(m_path, db::OpenMode::WriteOrMake);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Kind::NotACase);
        QCOMPARE(fixture::bytesOf(m_path), before);
    }

    void aSchemaThatIsNotOursIsRefused_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("named");
        QTest::newRow("a trigger") << u"CREATE TRIGGER steal AFTER INSERT ON record BEGIN DELETE FROM note; END"_s
                                   << u"trigger steal"_s;
        QTest::newRow("a view") << u"CREATE VIEW v AS SELECT load_extension('x')"_s << u"view v"_s;
        QTest::newRow("a table") << u"CREATE TABLE extra (a)"_s << u"table extra"_s;
        QTest::newRow("an index") << u"CREATE INDEX extra ON note (body)"_s << u"index extra"_s;
        QTest::newRow("a virtual table") << u"CREATE VIRTUAL TABLE r USING rtree (id, a, b)"_s << u"table r"_s;
        QTest::newRow("a column more") << u"ALTER TABLE note ADD COLUMN author TEXT"_s << u"table note"_s;
        QTest::newRow("a table less") << u"DROP TABLE attachment"_s << u"index attachment_by_case"_s;
        QTest::newRow("an index less") << u"DROP INDEX note_by_case"_s << u"index note_by_case"_s;
        QTest::newRow("a rewritten definition") << u"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = "
                                                   u"replace(sql, 'body TEXT', 'body TEXT DEFAULT "
                                                   "(randomblob(9))') WHERE name = 'note'"_s
                                                << u"table note"_s;
    }
    void aSchemaThatIsNotOursIsRefused()
    {
        QVERIFY(fixture::makeCases(m_path, 1));
        {
            fixture::RawDatabase raw(m_path);
            QFETCH(QString, change);
            QVERIFY(raw.run(change));
        }
        const auto store = db::openCaseStore(m_path, db::OpenMode::Write);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Kind::Altered);
        QTEST(store.error().detail, "named");
    }

    void aDefinitionThatIsNoSqlIsDamage()
    {
        QVERIFY(fixture::makeCases(m_path, 1));
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(
                u"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE nonsense' WHERE name = 'note'"_s));
        }
        const auto store = db::openCaseStore(m_path, db::OpenMode::Write);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Kind::Corrupt);
    }

    void aSymbolicLinkLeadsToItsFile()
    {
        const QString target = m_folder->filePath(u"target.briefstack"_s);
        QVERIFY(fixture::makeCases(target, 1));
        QVERIFY(QFile::link(target, m_path));
        const auto store = fixture::open(m_path, db::OpenMode::Write);
        QVERIFY(store);
        VERIFY_OK(store->add(fixture::draft(u"Through the link"_s), fixture::noon()));
        QCOMPARE(fixture::caseCount(target), 2);
    }

    void aLinkToNothingIsNotReplaced()
    {
        QVERIFY(QFile::link(m_folder->filePath(u"nothing"_s), m_path));
        const auto store = db::openCaseStore(m_path, db::OpenMode::WriteOrMake);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Kind::NotFound);
        QVERIFY(QFileInfo(m_path).isSymLink());
    }

    /// SQLite deletes the file that such a journal names: listing a case file that somebody sent deleted one of one's own.
    void aJournalThatNamesAnotherFileDeletesNothing()
    {
        QVERIFY(fixture::makeCases(m_path, 1));
        const QString other = m_folder->filePath(u"thesis.txt"_s);
        fixture::writeBytes(other, "years of work\n");
        const QByteArray journal = journalNaming(other, QFileInfo(m_path).size());
        fixture::writeBytes(m_path + u"-journal"_s, journal);
        const QByteArray before = fixture::bytesOf(m_path);
        for (const auto mode : {db::OpenMode::Read, db::OpenMode::Write, db::OpenMode::WriteOrMake}) {
            const auto store = db::openCaseStore(m_path, mode);
            QVERIFY(!store);
            QCOMPARE(store.error().kind, Kind::Unreadable);
            QVERIFY2(store.error().detail.contains(u"a.briefstack-journal"_s), qPrintable(store.error().detail));
        }
        QVERIFY(!db::check(m_path));
        QVERIFY(!db::repair(m_path, fixture::noon(), {}));
        QCOMPARE(fixture::bytesOf(other), QByteArray("years of work\n"));
        QCOMPARE(fixture::bytesOf(m_path), before);
        QCOMPARE(fixture::bytesOf(m_path + u"-journal"_s), journal);
        QVERIFY(QFile::remove(m_path + u"-journal"_s));
        QCOMPARE(fixture::caseCount(m_path), 1);
    }

    void whatIsNoFileInTheJournalsPlaceIsNotFollowed_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::newRow("journal") << u"-journal"_s;
        QTest::newRow("write-ahead log") << u"-wal"_s;
        QTest::newRow("its index") << u"-shm"_s;
    }
    void whatIsNoFileInTheJournalsPlaceIsNotFollowed()
    {
        QFETCH(QString, ending);
        QVERIFY(fixture::makeCases(m_path, 1));
        const QString other = m_folder->filePath(u"thesis.txt"_s);
        fixture::writeBytes(other, "years of work\n");
        QVERIFY(QFile::link(other, m_path + ending));
        QCOMPARE(db::openCaseStore(m_path, db::OpenMode::Write).error().kind, Kind::Unreadable);
        QVERIFY(QFile::remove(m_path + ending));
        QCOMPARE(::mkfifo(QFile::encodeName(m_path + ending).constData(), 0600), 0);
        QCOMPARE(db::openCaseStore(m_path, db::OpenMode::Read).error().kind,
                 Kind::Unreadable); // and does not wait for it
        QCOMPARE(fixture::bytesOf(other), QByteArray("years of work\n"));
    }

    void aFileSwitchedToAWriteAheadLogIsTakenBack()
    {
        QVERIFY(fixture::makeCases(m_path, 2));
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"PRAGMA journal_mode = WAL; UPDATE save_journal SET program = 'other'"_s));
        }
        QCOMPARE(fixture::caseCount(m_path), 2);
        const auto store = fixture::open(m_path, db::OpenMode::Write);
        QVERIFY(store);
        QCOMPARE(fixture::bytesOf(m_path).at(18), char(1));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.briefstack"_s});
    }

    /// A file that somebody sent had a name of twenty million letters: listing it took seconds.
    void aNameLongerThanAnyIsCutInLists()
    {
        {
            const auto store = fixture::open(m_path);
            QVERIFY(store);
            VERIFY_OK(store->add(fixture::draft(QString(100'000, u'n')), fixture::noon()));
        }
        const auto store = fixture::open(m_path, db::OpenMode::Read);
        QVERIFY(store);
        for (const QString &search : {QString(), u"nnn"_s}) {
            const auto cases = store->list({search, {}, -1});
            VERIFY_OK(cases);
            QCOMPARE(cases->size(), std::size_t{1});
            QVERIFY(cases->front().company.size() <= 1000);
            QVERIFY(cases->front().slug.size() <= 1000);
        }
    }

    void aConnectionDistrustsItsFile()
    {
        QVERIFY(fixture::makeCases(m_path, 1));
        const auto opened = db::openCaseFile(m_path, {});
        VERIFY_OK(opened);
        db::Connection &connection = **opened;
        const std::pair<QString, qint64> settings[] = {
            {u"PRAGMA trusted_schema"_s, 0},  {u"PRAGMA foreign_keys"_s, 1}, {u"PRAGMA cell_size_check"_s, 1},
            {u"PRAGMA synchronous"_s, 3},     {u"PRAGMA mmap_size"_s, 0},    {u"PRAGMA temp_store"_s, 2},
            {u"PRAGMA writable_schema"_s, 0},
        };
        for (const auto &[pragma, value] : settings) {
            const auto found = connection.number(pragma);
            VERIFY_OK(found);
            QVERIFY2(*found == value, qPrintable(pragma));
        }
        // None of these is possible, whatever a file brings.
        const char *const forbidden[] = {
            "UPDATE sqlite_schema SET sql = '' WHERE name = 'note'",
            "DELETE FROM case_words_data",
            "ATTACH ':memory:' AS other",
            "SELECT load_extension('nothing')",
            "SELECT \"no such column\" FROM note",
        };
        for (const char *statement : forbidden)
            QVERIFY2(!connection.execute(statement), statement);
    }

    void aHeaderWhoseEncodingSqliteReadsAsUtf8IsOurs_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<char>("byte");
        QTest::newRow("none") << int(kTextEncoding + 3) << '\0';
        QTest::newRow("a flipped bit that SQLite does not read") << int(kTextEncoding + 3) << '\5';
        QTest::newRow("another") << int(kTextEncoding) << '\x80';
    }
    void aHeaderWhoseEncodingSqliteReadsAsUtf8IsOurs()
    {
        QFETCH(int, at);
        QFETCH(char, byte);
        QVERIFY(fixture::makeCases(m_path, 2));
        fixture::writeBytes(m_path, withByte(fixture::bytesOf(m_path), at, byte));
        const auto store = db::openCaseStore(m_path, db::OpenMode::Read);
        VERIFY_OK(store);
        QCOMPARE((*store)->list({})->size(), std::size_t{2});
    }

    void migrationsLeadFromNothingToTheNewestVersion()
    {
        const auto memory = db::Connection::openInMemory();
        VERIFY_OK(memory);
        VERIFY_OK(db::migrate(**memory, 0, db::newestVersion()));
        QCOMPARE(*(*memory)->number(u"PRAGMA user_version"_s), db::newestVersion());
        QCOMPARE(*(*memory)->number(u"PRAGMA application_id"_s), qint64{db::kApplicationId});
        VERIFY_OK(db::verifySchema(**memory, db::newestVersion()));
        VERIFY_OK(db::migrate(**memory, db::newestVersion(), db::newestVersion()));
    }

    void aMigrationThatFailsLeavesNothing()
    {
        const auto memory = db::Connection::openInMemory();
        VERIFY_OK(memory);
        VERIFY_OK((*memory)->execute("CREATE TABLE filing (in_the_way TEXT)"));
        QVERIFY(!db::migrate(**memory, 0, 1));
        QCOMPARE(*(*memory)->number(u"PRAGMA user_version"_s), qint64{0});
        QCOMPARE(*(*memory)->number(u"SELECT count(*) FROM sqlite_schema"_s), qint64{1});
    }

    void everyTableIsStrict()
    {
        const auto memory = db::Connection::openInMemory();
        VERIFY_OK(memory);
        VERIFY_OK(db::migrate(**memory, 0, db::newestVersion()));
        const auto loose = (*memory)->number(
            u"SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'"_s);
        VERIFY_OK(loose);
        QCOMPARE(*loose, qint64{0});
    }

private:
    QByteArray goodFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"good.briefstack"_s);
        return fixture::makeCases(path, 20) ? fixture::bytesOf(path) : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestCaseFile)
#include "tst_casefile.moc"
