// check() tells a sound file from a damaged one and says what is damaged; backup() gives a copy only when that is sound.
#include "db/backup.h"
#include "db/casefixture.h"
#include "db/check.h"
#include "db/migrator.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using Kind = ports::StoreError::Kind;
using db::Damage;

namespace {

constexpr int kFlips = 500;

} // namespace

class TestCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(u"a.briefstack"_s);
        QVERIFY(fixture::makeCases(m_path, 12));
    }

    void aSoundFileIsCountedAndLeftAsItIs()
    {
        {
            const auto store = fixture::open(m_path);
            QVERIFY(store);
            VERIFY_OK(store->update(store->list({})->front().id, fixture::draft(u"Renamed"_s), 1, fixture::noon()));
        }
        const QByteArray before = fixture::bytesOf(m_path);
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY2(report->isSound(), problems(*report).constData());
        QCOMPARE(report->version, db::newestVersion());
        QCOMPARE(report->cases, qint64{12});
        QCOMPARE(report->revisions, qint64{13});
        QCOMPARE(report->records, qint64{26});
        QCOMPARE(fixture::bytesOf(m_path), before);
    }

    void whatIsNoCaseFileIsAnErrorAndNotADamage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::newRow("empty") << QByteArray() << static_cast<int>(Kind::TooShort);
        QTest::newRow("text") << QByteArray(500, 'x') << static_cast<int>(Kind::NotACase);
    }
    void whatIsNoCaseFileIsAnErrorAndNotADamage()
    {
        QFETCH(QByteArray, bytes);
        fixture::writeBytes(m_path, bytes);
        const auto report = db::check(m_path);
        QVERIFY(!report);
        QTEST(static_cast<int>(report.error().kind), "kind");
    }

    void aNewerFileIsNeitherSoundNorDamaged()
    {
        QByteArray bytes = fixture::bytesOf(m_path);
        bytes[63] = static_cast<char>(db::newestVersion() + 1);
        fixture::writeBytes(m_path, bytes);
        const auto report = db::check(m_path);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Kind::TooNew);
        QCOMPARE(fixture::bytesOf(m_path), bytes);
    }

    void damageIsNamed_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<int>("damage");
        const auto row = [](const char *name, const QString &change, Damage damage) {
            QTest::newRow(name) << change << static_cast<int>(damage);
        };
        row("a changed worksheet",
            u"UPDATE case_revision SET worksheet = replace(worksheet, '\"seed\"', '\"sead\"') WHERE id = 3"_s,
            Damage::WorksheetBytes);
        row("a record of no revision", u"UPDATE record SET case_revision_id = 99 WHERE case_revision_id = 2"_s,
            Damage::References);
        row("a revision of no case", u"UPDATE case_revision SET case_id = 99 WHERE id = 2"_s, Damage::References);
        row("a current revision that is not there", u"UPDATE \"case\" SET revision = 5 WHERE id = 1"_s,
            Damage::References);
        row("a status outside the vocabulary", u"UPDATE \"case\" SET status = 'done' WHERE id = 1"_s,
            Damage::References);
        row("a company key that no longer fits", u"UPDATE \"case\" SET company_key = 'x' WHERE id = 1"_s,
            Damage::CompanyKeys);
        row("a missing search row", u"DELETE FROM case_words WHERE rowid = 4"_s, Damage::SearchText);
        row("a stale search row", u"UPDATE case_words SET company = 'someone else' WHERE rowid = 4"_s,
            Damage::SearchText);
        row("a search row without a case", u"INSERT INTO case_words (rowid, company) VALUES (99, 'ghost')"_s,
            Damage::SearchText);
        row("a title that is not searched by", u"UPDATE record SET title = 'Other' WHERE case_revision_id = 1"_s,
            Damage::SearchText);
        row("an emptied search index",
            u"DELETE FROM case_words_idx; UPDATE case_words_data SET block = zeroblob(4) WHERE id > 10"_s,
            Damage::SearchIndex);
        row("a changed attachment",
            u"INSERT INTO attachment (case_id, name, media_type, added_at, sha256, content) VALUES (1, 'a.pdf',"
            " 'application/pdf', '2026-11-22T12:00:00.000Z', '%1', x'00')"_s.arg(QString(64, u'0')),
            Damage::Attachments);
        row("a table of someone else's", u"CREATE TABLE extra (a)"_s, Damage::Schema);
        row("an index that lost a row",
            u"PRAGMA writable_schema = ON; CREATE TABLE t (a); UPDATE sqlite_schema SET rootpage ="
            " (SELECT rootpage FROM sqlite_schema WHERE name = 't') WHERE name = 'note_by_case';"
            " DELETE FROM sqlite_schema WHERE name = 't'"_s,
            Damage::Structure);
    }
    void damageIsNamed()
    {
        {
            fixture::RawDatabase raw(m_path);
            QFETCH(QString, change);
            QVERIFY(raw.run(change));
        }
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY(!report->isSound());
        QFETCH(int, damage);
        QVERIFY2(static_cast<int>(report->problems.front().damage) == damage, problems(*report).constData());
        QVERIFY(report->problems.front().count >= 1);
    }

    void eachCaseWithoutSearchWordsCountsOnce()
    {
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"DELETE FROM case_text"_s));
        }
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QCOMPARE(report->problems.front().damage, Damage::SearchText);
        QCOMPARE(report->problems.front().count, report->cases);
    }

    void aWorksheetThatIsNotJsonIsNamed()
    {
        // Generated columns refuse such a text, so it can only come from the disk: written into the page itself.
        QByteArray bytes = fixture::bytesOf(m_path);
        const qsizetype at = bytes.indexOf("\"format\"");
        QVERIFY(at > 0);
        bytes[at] = ',';
        fixture::writeBytes(m_path, bytes);
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY2(contains(*report, Damage::WorksheetText), problems(*report).constData());
        QVERIFY2(contains(*report, Damage::WorksheetBytes), problems(*report).constData());
        const auto store = fixture::open(m_path, db::OpenMode::Read);
        QVERIFY(store);
        int corrupt = 0;
        const auto cases = store->list({});
        VERIFY_OK(cases);
        for (const ports::CaseSummary &one : *cases) {
            const auto loaded = store->load(one.id);
            corrupt += !loaded && loaded.error().kind == Kind::Corrupt ? 1 : 0;
        }
        QCOMPARE(corrupt, 1);
    }

    void aListedNameThatIsNotTheWorksheetsIsNamed()
    {
        // The name stands in the row and in the index, each a text of its own on the disk.
        QByteArray bytes = fixture::bytesOf(m_path);
        int changed = 0;
        for (qsizetype at = bytes.indexOf("Company 7"); at >= 0; at = bytes.indexOf("Company 7", at + 1)) {
            const bool inWorksheet = bytes.at(at - 1) == '"';
            const bool inTitle = bytes.mid(at + 9, 1) == ":";
            if (!inWorksheet && !inTitle) {
                bytes[at + 8] = '9';
                ++changed;
            }
        }
        QVERIFY(changed >= 2);
        fixture::writeBytes(m_path, bytes);
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY2(contains(*report, Damage::ListedFacts), problems(*report).constData());
    }

    void theJudgeOfWorksheetsIsAsked()
    {
        const auto plain = [](QByteArrayView worksheet) -> std::optional<QString> {
            return worksheet.contains("Company 3") ? std::optional(u"company.name: too plain"_s) : std::nullopt;
        };
        const auto report = db::check(m_path, {plain, {}});
        VERIFY_OK(report);
        QCOMPARE(report->problems.size(), std::size_t{1});
        QCOMPARE(report->problems.front().damage, Damage::WorksheetForm);
        QVERIFY(report->problems.front().detail.endsWith(u": company.name: too plain"_s));
    }

    void theJudgeOfLedgersIsAskedAboutWhatIsNow()
    {
        {
            const auto store = fixture::open(m_path);
            QVERIFY(store);
            VERIFY_OK(store->update(store->list({})->front().id, fixture::draft(u"Now"_s), 1, fixture::noon()));
        }
        QStringList asked;
        const auto judge = [&](QByteArrayView worksheet, const QString &evaluatedOn) -> std::optional<QString> {
            asked += evaluatedOn;
            return worksheet.contains("Now") ? std::optional(u"a cent is nowhere"_s) : std::nullopt;
        };
        const auto report = db::check(m_path, {{}, judge});
        VERIFY_OK(report);
        QCOMPARE(asked, QStringList(12, u"2026-11-22"_s));
        QCOMPARE(report->problems.size(), std::size_t{1});
        QCOMPARE(report->problems.front().damage, Damage::Ledger);
        QVERIFY(report->problems.front().detail.endsWith(u": a cent is nowhere"_s));
    }

    void aFlippedBitNeverCrashesAndWhatAReaderRefusesIsReported_data()
    {
        QTest::addColumn<uint>("seed");
        const uint rows = qEnvironmentVariableIsSet("BRIEFSTACK_SLOW_TESTS") ? 6 : 1;
        for (uint seed = 1; seed <= rows; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void aFlippedBitNeverCrashesAndWhatAReaderRefusesIsReported()
    {
        QFETCH(uint, seed);
        const QByteArray good = fixture::bytesOf(m_path);
        std::mt19937 random(seed); // the same bits in every run
        int reported = 0;
        for (int round = 0; round < kFlips; ++round) {
            QByteArray bytes = good;
            const auto at = static_cast<qsizetype>(random() % static_cast<std::uint32_t>(bytes.size()));
            bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << (random() % 8)));
            fixture::writeBytes(m_path, bytes);
            const auto report = db::check(m_path);
            const auto store = db::openCaseStore(m_path, db::OpenMode::Read);
            // What a reader refuses as damaged is never called sound.
            if (!store && store.error().kind == Kind::Corrupt)
                QVERIFY2(report && !report->isSound(), qPrintable(u"byte %1"_s.arg(at)));
            reported += report && report->isSound() ? 0 : 1;
        }
        // Most of a small file is unused room in its pages, where a flipped bit changes nothing.
        qInfo("%d of %d flipped bits were reported", reported, kFlips);
        QVERIFY(reported > 0);
    }

    void truncationIsDamageAtEveryLength()
    {
        const QByteArray good = fixture::bytesOf(m_path);
        for (qsizetype length = 100; length < good.size(); length += 1531) {
            fixture::writeBytes(m_path, good.left(length));
            const auto report = db::check(m_path);
            VERIFY_OK(report);
            QVERIFY2(!report->isSound(), qPrintable(QString::number(length)));
        }
    }

    void aBackupIsASoundCopyForItsOwnerOnly()
    {
        const QString folder = m_folder->filePath(u"backups"_s);
        QVERIFY(QDir().mkpath(folder));
        const auto copy = db::backup(m_path, folder, fixture::noon());
        VERIFY_OK(copy);
        QCOMPARE(*copy, folder + u"/a-20261122-120000.briefstack"_s);
        QCOMPARE(fixture::caseCount(*copy), 12);
        QVERIFY(!(QFileInfo(*copy).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        const auto second = db::backup(m_path, folder, fixture::noon());
        VERIFY_OK(second);
        QCOMPARE(*second, folder + u"/a-20261122-120000-2.briefstack"_s);
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void aBackupIsOfWhatWasCommitted()
    {
        const auto writer = fixture::open(m_path);
        QVERIFY(writer);
        VERIFY_OK(writer->begin());
        VERIFY_OK(writer->add(fixture::draft(u"Not yet"_s), fixture::noon()));
        const auto copy = db::backup(m_path, m_folder->path(), fixture::noon());
        VERIFY_OK(copy);
        QCOMPARE(fixture::caseCount(*copy), 12);
        VERIFY_OK(writer->commit());
    }

    void aDamagedFileLeavesNoBackup()
    {
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"UPDATE case_revision SET worksheet = worksheet || ' ' WHERE id = 3"_s));
        }
        const QString folder = m_folder->filePath(u"backups"_s);
        QVERIFY(QDir().mkpath(folder));
        const auto copy = db::backup(m_path, folder, fixture::noon());
        QVERIFY(!copy);
        QCOMPARE(copy.error().kind, Kind::Corrupt);
        QVERIFY(QDir(folder).isEmpty(QDir::Files | QDir::Hidden));
    }

    void aBackupNeedsItsFolder()
    {
        const auto copy = db::backup(m_path, m_folder->filePath(u"none"_s), fixture::noon());
        QVERIFY(!copy);
        QCOMPARE(copy.error().kind, Kind::NotFound);
    }

    void aPageOfTheIndexThatNamesAPlaceOutsideOfItIsReported()
    {
        // FTS5's own check would read wherever it says: the first place of a word moved two thousand million bytes on.
        const QString page = u"(SELECT id FROM case_text_data WHERE id >= 1 << 37 LIMIT 1)"_s;
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(
                raw.run(u"UPDATE case_text_data SET block = CAST(substr(block, 1, length(block) - 5) || x'8FFFFFFF07'"
                        " AS BLOB) WHERE id = "_s
                        + page));
        }
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY2(contains(*report, Damage::SearchIndex), problems(*report).constData());
    }

    void aCheckSaysHowFarItIsAndCanBeStopped()
    {
        std::vector<int> percents;
        const auto whole = db::check(m_path, {}, [&](int percent) {
            percents.push_back(percent);
            return true;
        });
        VERIFY_OK(whole);
        QVERIFY(whole->isSound());
        QVERIFY(!percents.empty());
        QVERIFY(std::ranges::is_sorted(percents));
        QCOMPARE(percents.back(), 95);
        const auto stopped = db::check(m_path, {}, [](int percent) { return percent < 40; });
        VERIFY_OK(stopped);
        QVERIFY(stopped->stopped);
        QVERIFY(!stopped->isSound()); // not known
        QVERIFY(stopped->problems.empty());
    }

private:
    static bool contains(const db::CheckReport &report, Damage damage)
    {
        return std::ranges::any_of(report.problems, [&](const db::Problem &one) { return one.damage == damage; });
    }

    static QByteArray problems(const db::CheckReport &report)
    {
        QString text = u"problems:"_s;
        for (const db::Problem &one : report.problems)
            text += u" [%1 %2 x%3]"_s.arg(static_cast<int>(one.damage)).arg(one.detail).arg(one.count);
        return text.toUtf8();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
