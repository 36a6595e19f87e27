// A damaged file is put right where that is possible, never without being kept as it was, and never made worse.
#include "db/backups.h"
#include "db/casefixture.h"
#include "db/check.h"
#include "db/migrator.h"
#include "db/repair.h"
#include "ports/notes.h"
#include "support/sourcefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using Kind = ports::StoreError::Kind;
using db::Damage;
using ports::Repair;

namespace {

constexpr int kCases = 12;
constexpr qsizetype kPage = 4096;

bool did(const ports::RepairReport &report, Repair what, qint64 count)
{
    return std::ranges::find(report.done, ports::Repaired{what, count}) != report.done.end();
}

QByteArray inWords(const ports::RepairReport &report)
{
    QString text;
    for (const db::Problem &problem : report.before.problems)
        text += u"before %1: %2\n"_s.arg(static_cast<int>(problem.damage)).arg(problem.detail);
    for (const ports::Repaired &one : report.done)
        text += u"done %1: %2\n"_s.arg(static_cast<int>(one.what)).arg(one.count);
    for (const db::Problem &problem : report.after.problems)
        text += u"after %1: %2\n"_s.arg(static_cast<int>(problem.damage)).arg(problem.detail);
    return text.toUtf8();
}

} // namespace

class TestRepair : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(u"a.briefstack"_s);
        QVERIFY(fixture::makeCases(m_path, kCases));
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        const auto cases = store->list({});
        VERIFY_OK(cases);
        VERIFY_OK(store->update(cases->back().id, fixture::draft(u"Renamed"_s), 1, fixture::noon(100)));
    }

    void aSoundFileIsLeftAlone()
    {
        const QByteArray before = fixture::bytesOf(m_path);
        const auto report = repair();
        VERIFY_OK(report);
        QVERIFY(report->before.isSound() && report->after.isSound() && report->done.empty());
        QCOMPARE(fixture::bytesOf(m_path), before);
        QVERIFY(!QFile::exists(db::backupFolderOf(m_path)));
    }

    void whatTheTablesSayIsPutRight_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("cases");
        const auto row = [](const char *name, const QString &sql, Repair what, int count, int cases) {
            QTest::newRow(name) << sql << static_cast<int>(what) << count << cases;
        };
        const QString owner = u"(SELECT id FROM \"case\" WHERE revision = 2)"_s;
        row("a spoiled worksheet, the one before is whole",
            u"UPDATE case_revision SET worksheet = replace(worksheet, 'Renamed', 'Rexamed') WHERE revision = 2"_s,
            Repair::DroppedRevisions, 1, kCases);
        row("a spoiled worksheet of the past",
            u"UPDATE case_revision SET worksheet = replace(worksheet, 'seed', 'sEed') WHERE revision = 1 AND case_id = "_s
                + owner,
            Repair::DroppedRevisions, 1, kCases);
        row("a case whose revision is gone", u"DELETE FROM case_revision WHERE revision = 2"_s,
            Repair::EarlierRevisions, 1, kCases);
        row("a case without a worksheet", u"DELETE FROM case_revision WHERE case_id = "_s + owner, Repair::DroppedCases,
            1, kCases - 1);
        row("worksheets without their case", u"DELETE FROM \"case\" WHERE revision = 2"_s, Repair::RestoredCases, 1,
            kCases);
        row("records of nothing", u"INSERT INTO record VALUES (999, 0, 'p', 'p', 't', 1, 'drafting', '', '', '', '')"_s,
            Repair::DroppedOrphans, 1, kCases);
        row("notes and pending input of nothing",
            u"INSERT INTO note (id, case_id, written_at, body) VALUES (1, 999, 'then', 'b');"
            " INSERT INTO pending_input VALUES (999, 'f', 't', 'now')"_s,
            Repair::DroppedOrphans, 2, kCases);
        row("a status that does not exist", u"UPDATE \"case\" SET status = 'lost' WHERE revision = 2"_s,
            Repair::Statuses, 1, kCases);
        row("a company that is not recognized", u"UPDATE \"case\" SET company_key = 'x' WHERE revision = 2"_s,
            Repair::CompanyKeys, 1, kCases);
        row("search words that are missing",
            u"DELETE FROM case_words WHERE rowid = (SELECT max(changed) FROM \"case\")"_s, Repair::SearchIndex, kCases,
            kCases);
        row("an index of nothing", u"DELETE FROM case_text_data WHERE id > 1"_s, Repair::SearchIndex, kCases, kCases);
    }
    void whatTheTablesSayIsPutRight()
    {
        QFETCH(QString, damage);
        QFETCH(int, what);
        QFETCH(int, count);
        QFETCH(int, cases);
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(damage));
        }
        const QByteArray damaged = fixture::bytesOf(m_path);
        const auto report = repair();
        VERIFY_OK(report);
        QVERIFY2(!report->before.isSound() && report->after.isSound(), inWords(*report).constData());
        QVERIFY2(did(*report, static_cast<Repair>(what), count), inWords(*report).constData());
        QCOMPARE(fixture::caseCount(m_path), cases);
        QCOMPARE(fixture::bytesOf(report->backup), damaged);
        QCOMPARE(fixture::RawDatabase(m_path).text(u"SELECT backup FROM repair_journal"_s),
                 QFileInfo(report->backup).fileName());
        verifyInUse();
    }

    void aWorksheetThatHasNoOtherIsKept()
    {
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(
                u"UPDATE case_revision SET worksheet = replace(worksheet, 'briefstack-work', 'briefstack-wOrk')"_s));
        }
        const QByteArray before = fixture::bytesOf(m_path);
        const auto report = repair();
        VERIFY_OK(report);
        QVERIFY(report->done.empty() && report->backup.isEmpty());
        QVERIFY(!report->after.isSound());
        QCOMPARE(fixture::bytesOf(m_path), before);
    }

    void anIndexIsMadeAnew()
    {
        const qint64 page = fixture::RawDatabase(m_path)
                                .text(u"SELECT rootpage FROM sqlite_schema WHERE name ="
                                      " 'case_by_company'"_s)
                                .toLongLong();
        overwritePage(page);
        const auto report = repair();
        VERIFY_OK(report);
        QVERIFY2(report->after.isSound(), inWords(*report).constData());
        QCOMPARE(fixture::caseCount(m_path), kCases);
        verifyInUse();
    }

    void whatCanBeReadOfADamagedTableIsSaved()
    {
        // Larger worksheets, so that the table has many pages; the one in the middle is lost.
        {
            const auto store = fixture::open(m_path);
            QVERIFY(store);
            for (int number = 0; number < 40; ++number)
                VERIFY_OK(store->add(fixture::draft(u"Large %1"_s.arg(number), {}, QString(6000, u'l')),
                                     fixture::noon(200 + number)));
        }
        const QString leaf =
            u"SELECT pageno FROM dbstat WHERE name = 'case_revision' AND pagetype = 'leaf' ORDER BY path"
            " LIMIT 1 OFFSET 5"_s;
        qint64 page = fixture::RawDatabase(m_path).text(leaf).toLongLong();
        if (page == 0) // this SQLite has no dbstat: the page that a company's name stands on
            page = fixture::bytesOf(m_path).indexOf("Large 20") / kPage + 1;
        overwritePage(page);
        const QByteArray damaged = fixture::bytesOf(m_path);
        const auto report = repair();
        VERIFY_OK(report);
        QVERIFY2(report->after.isSound(), inWords(*report).constData());
        QVERIFY2(std::ranges::any_of(report->done, [](const auto &one) { return one.what == Repair::Rebuilt; }),
                 inWords(*report).constData());
        const int left = fixture::caseCount(m_path);
        QVERIFY2(left >= kCases + 40 - 5 && left < kCases + 40, qPrintable(QString::number(left)));
        QCOMPARE(fixture::bytesOf(report->backup), damaged);
        QCOMPARE(QDir(db::backupFolderOf(m_path)).entryList(QDir::Files | QDir::Hidden).size(), 1);
        verifyInUse();
    }

    void whatIsNotOursToRepairIsLeftAsItIs_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("at");
        QTest::newRow("a trigger") << u"CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM record; END"_s << -1;
        QTest::newRow("a table less") << u"DROP TABLE attachment"_s << -1;
        QTest::newRow("the signature") << QString() << 3;
        QTest::newRow("the application id") << QString() << 70;
        QTest::newRow("the schema's page") << QString() << 2000;
    }
    void whatIsNotOursToRepairIsLeftAsItIs()
    {
        QFETCH(QString, sql);
        QFETCH(int, at);
        if (at < 0) {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(sql));
        } else {
            QByteArray bytes = fixture::bytesOf(m_path);
            bytes.replace(at, 1, QByteArray(1, static_cast<char>(bytes.at(at) ^ 0x01)));
            if (at > 100)
                bytes.replace(100, kPage - 100, QByteArray(kPage - 100, '\x33'));
            fixture::writeBytes(m_path, bytes);
        }
        const QByteArray before = fixture::bytesOf(m_path);
        const auto report = repair();
        VERIFY_OK(report);
        QVERIFY(!report->before.isSound() && report->done.empty() && !report->after.isSound());
        QCOMPARE(fixture::bytesOf(m_path), before);
    }

    void aDamagedFileOfAnOlderVersionIsRepaired()
    {
        const QString old = m_folder->filePath(u"old.briefstack"_s);
        QVERIFY(QFile::copy(support::sourcePath(u"tests/data/casefiles/version-1.briefstack"_s), old));
        QVERIFY(QFile::setPermissions(old, QFile::ReadOwner | QFile::WriteOwner));
        {
            fixture::RawDatabase raw(old);
            QVERIFY(raw.run(u"DELETE FROM \"case\" WHERE revision = 2"_s));
        }
        const auto report = db::repair(old, fixture::noon());
        VERIFY_OK(report);
        QVERIFY2(report->after.isSound(), inWords(*report).constData());
        QVERIFY(did(*report, Repair::RestoredCases, 1));
        QCOMPARE(fixture::caseCount(old), 3);
        QVERIFY(fixture::open(old, db::OpenMode::Write));
    }

    /// Such notes are in no call, so nobody would see them again.
    void notesThatAnotherProgramLeftWithoutACallAreGivenOne()
    {
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(
                raw.run(u"INSERT INTO note (case_id, written_at, body) VALUES (1, '2026-11-27T00:00:00.000Z', 'One'),"
                        " (1, '2026-11-27T00:00:01.000Z', 'Another')"_s));
        }
        const auto report = repair();
        VERIFY_OK(report);
        QVERIFY(!report->before.isSound() && report->after.isSound());
        QVERIFY2(did(*report, Repair::AdoptedNotes, 2), inWords(*report).constData());
        QVERIFY(std::ranges::none_of(report->done, [](const auto &one) { return one.what == Repair::DroppedOrphans; }));
        fixture::RawDatabase raw(m_path);
        const QString id = raw.text(u"SELECT uuid FROM \"case\" WHERE id = 1"_s);
        const auto notes = fixture::open(m_path, db::OpenMode::Read)->notes()->loadNotes(id);
        VERIFY_OK(notes);
        QCOMPARE(notes->calls.size(), std::size_t{1});
        QCOMPARE(notes->calls.front().lines.size(), std::size_t{2});
    }

    void withoutABackupNothingIsRepaired()
    {
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"DELETE FROM \"case\" WHERE revision = 2"_s));
        }
        const QByteArray before = fixture::bytesOf(m_path);
        fixture::writeBytes(db::backupFolderOf(m_path), "in the way");
        const auto report = repair();
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Kind::ReadOnly);
        QCOMPARE(fixture::bytesOf(m_path), before);
    }

    void aFileThatIsBeingWrittenIsNotRepaired()
    {
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"DELETE FROM \"case\" WHERE revision = 2"_s));
        }
        const QByteArray before = fixture::bytesOf(m_path);
        const auto writer = fixture::open(m_path, db::OpenMode::Write);
        QVERIFY(writer);
        VERIFY_OK(writer->begin());
        VERIFY_OK(writer->savePending(writer->list({})->front().id, {{u"a"_s, u"b"_s, fixture::noon()}}));
        const auto report = db::repair(m_path, fixture::noon(), {}, 100);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Kind::Busy);
        writer->rollback();
        QCOMPARE(fixture::bytesOf(m_path), before);
    }

    void spoiledBytesAreNeverMadeWorse_data()
    {
        QTest::addColumn<uint>("seed");
        const uint rows = qEnvironmentVariableIsSet("BRIEFSTACK_SLOW_TESTS") ? 40 : 4;
        for (uint seed = 1; seed <= rows; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void spoiledBytesAreNeverMadeWorse()
    {
        QFETCH(uint, seed);
        std::mt19937 random(seed);
        const QByteArray good = fixture::bytesOf(m_path);
        const int casesBefore = fixture::caseCount(m_path);
        int repaired = 0;
        int harmless = 0;
        for (int round = 0; round < 15; ++round) {
            QByteArray bytes = good;
            const auto length = static_cast<qsizetype>(1 + random() % 300);
            const auto at =
                static_cast<qsizetype>(kPage + random() % static_cast<quint32>(good.size() - kPage - length));
            for (qsizetype offset = 0; offset < length; ++offset)
                bytes[at + offset] = static_cast<char>(random());
            fixture::writeBytes(m_path, bytes);
            const auto report = repair();
            if (!report) {
                QVERIFY2(report.error().kind == Kind::Corrupt || report.error().kind == Kind::Io,
                         fixture::words(report).constData());
                continue;
            }
            harmless += report->before.isSound() ? 1 : 0;
            if (report->done.empty()) {
                QCOMPARE(fixture::bytesOf(m_path), bytes);
                continue;
            }
            ++repaired;
            QCOMPARE(fixture::bytesOf(report->backup), bytes);
            if (report->after.isSound()) {
                const int left = fixture::caseCount(m_path);
                QVERIFY2(left >= 0 && left <= casesBefore + 1, inWords(*report).constData());
            }
        }
        qInfo("of 15 spoiled files %d were sound all the same, %d were repaired", harmless, repaired);
    }

private:
    domain::Result<ports::RepairReport, ports::StoreError> repair() const
    {
        return db::repair(m_path, fixture::noon());
    }

    void overwritePage(qint64 page)
    {
        QVERIFY(page > 1);
        QByteArray bytes = fixture::bytesOf(m_path);
        bytes.replace((page - 1) * kPage, kPage, QByteArray(kPage, '\x5a'));
        fixture::writeBytes(m_path, bytes);
    }

    /// The file goes on being one: it is saved to and searched.
    void verifyInUse()
    {
        const auto store = fixture::open(m_path, db::OpenMode::Write);
        QVERIFY(store);
        VERIFY_OK(store->add(fixture::draft(u"Afterwards"_s), fixture::noon(1000)));
        const auto found = store->list({u"afterw"_s, {}, -1});
        VERIFY_OK(found);
        QCOMPARE(found->size(), std::size_t{1});
        const auto cases = store->list({});
        VERIFY_OK(cases);
        for (const ports::CaseSummary &one : *cases)
            VERIFY_OK(store->load(one.id));
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY(report->isSound());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestRepair)
#include "tst_repair.moc"
