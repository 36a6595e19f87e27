// Disks that fail, fill up, or lose their power while a case file is written: what was acknowledged is there, what was not
// is there whole or not at all, and the file is sound.
#include "db/backup.h"
#include "db/casefixture.h"
#include "db/check.h"
#include "db/faultyvfs.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <sqlite3.h>

#include <memory>

using namespace Qt::StringLiterals;
using Kind = ports::StoreError::Kind;

namespace {

constexpr int kCases = 3;
constexpr int kMostOperations = 2000;

bool isSlow()
{
    return qEnvironmentVariableIsSet("BRIEFSTACK_SLOW_TESTS");
}

} // namespace

class TestFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(u"a.briefstack"_s);
        QVERIFY(fixture::makeCases(m_path, kCases));
        m_good = fixture::bytesOf(m_path);
    }

    void anOperationThatFailsLosesNothing_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("forGood");
        QTest::newRow("one I/O error") << SQLITE_IOERR << false;
        QTest::newRow("I/O errors from then on") << SQLITE_IOERR << true;
        QTest::newRow("the disk is full once") << SQLITE_FULL << false;
        QTest::newRow("the disk stays full") << SQLITE_FULL << true;
    }
    void anOperationThatFailsLosesNothing()
    {
        QFETCH(int, code);
        QFETCH(bool, forGood);
        fixture::FaultyVfs disk;
        int failed = 0;
        int at = 1;
        for (; at < kMostOperations; at += isSlow() ? 1 : 3) {
            putBack();
            disk.failAt(0, 0, false);
            const Outcome outcome = work(disk, at, code, forGood);
            const bool reached = disk.operations() >= at;
            disk.failAt(0, 0, false);
            if (QTest::currentTestFailed())
                return;
            failed += outcome.failed ? 1 : 0;
            verify(m_path, outcome, at);
            if (QTest::currentTestFailed())
                return;
            if (!reached)
                break;
        }
        qInfo("%d operations, %d failures reported", at - 1, failed);
        QVERIFY(at < kMostOperations && failed > 10);
    }

    void aPowerCutLosesNothing_data()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= (isSlow() ? 20U : 2U); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void aPowerCutLosesNothing()
    {
        QFETCH(uint, seed);
        std::mt19937 random(seed);
        fixture::FaultyVfs disk;
        int recovered = 0;
        int at = 1;
        for (; at < kMostOperations; ++at) {
            putBack();
            disk.failAt(0, 0, false);
            Outcome outcome;
            {
                const auto store = fixture::open(m_path, db::OpenMode::Write);
                QVERIFY(store);
                disk.cutPowerAt(at);
                // What is there when the remembering begins is on the disk.
                disk.wrote(m_path, 0, m_good);
                disk.synced(m_path);
                outcome = save(*store);
            }
            const bool reached = disk.operations() >= at;
            const auto left = disk.afterPowerCut(random);
            disk.failAt(0, 0, false);
            const QString folder = m_folder->filePath(u"after"_s);
            QDir(folder).removeRecursively();
            QVERIFY(QDir().mkdir(folder));
            for (auto file = left.cbegin(); file != left.cend(); ++file)
                fixture::writeBytes(folder + u'/' + QFileInfo(file.key()).fileName(), file.value());
            const QString path = folder + u"/a.briefstack"_s;
            recovered += QFile::exists(path + u"-journal"_s) ? 1 : 0;
            verify(path, outcome, at);
            if (QTest::currentTestFailed())
                return;
            if (!reached)
                break;
        }
        qInfo("%d power cuts, %d of which left a journal", at - 1, recovered);
        QVERIFY(at < kMostOperations && recovered > 5);
    }

    void aBackupOntoAFailingDiskIsNone()
    {
        const QString folder = m_folder->filePath(u"backups"_s);
        QVERIFY(QDir().mkdir(folder));
        fixture::FaultyVfs disk;
        int at = 1;
        int failed = 0;
        for (; at < kMostOperations; at += isSlow() ? 1 : 3) {
            disk.failAt(at, SQLITE_FULL, false);
            const auto copy = db::backup(m_path, folder, fixture::noon(at));
            const bool reached = disk.operations() >= at;
            disk.failAt(0, 0, false);
            failed += copy ? 0 : 1;
            const QStringList there = QDir(folder).entryList(QDir::Files | QDir::Hidden);
            QCOMPARE(there.size(), copy ? 1 : 0);
            if (copy) {
                const auto report = db::check(*copy);
                VERIFY_OK(report);
                QVERIFY(report->isSound());
                QVERIFY(QFile::remove(*copy));
            }
            if (!reached)
                break;
        }
        QCOMPARE(fixture::bytesOf(m_path), m_good);
        qInfo("%d operations, %d backups refused", at - 1, failed);
        QVERIFY(failed > 5);
    }

    void aSmallFileSystemFillsUp()
    {
        const QString mount = m_folder->filePath(u"small"_s);
        QVERIFY(QDir().mkdir(mount));
        QProcess mounting;
        mounting.start(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=600k,mode=700"_s, u"tmpfs"_s, mount});
        if (!mounting.waitForFinished(10'000) || mounting.exitCode() != 0)
            QSKIP(qPrintable(u"no small file system can be mounted here: "_s
                             + QString::fromLocal8Bit(mounting.readAllStandardError()).trimmed()));
        fillUp(mount + u"/a.briefstack"_s);
        QProcess::execute(u"umount"_s, {mount});
    }

    void aFileThatMayNotGrowFillsUp()
    {
        QVERIFY(QFile::remove(m_path));
        fillUp(m_path, 120);
    }

private:
    struct Outcome {
        int revision = 1; ///< of "Company 0", as acknowledged
        bool added = false;
        bool failed = false;
    };

    void putBack()
    {
        for (const char *companion : {"-journal", ""})
            QFile::remove(m_path + QLatin1String(companion));
        fixture::writeBytes(m_path, m_good);
    }

    /// Two saves, and input that is pending.
    static Outcome save(ports::CaseStore &store)
    {
        Outcome outcome;
        const auto cases = store.list({});
        if (!cases) {
            outcome.failed = true;
            return outcome;
        }
        const QString id = cases->back().id;
        const auto updated =
            store.update(id, fixture::draft(u"Changed"_s, {}, QString(9000, u'c')), 1, fixture::noon());
        outcome.revision = updated.value_or(1);
        const auto pending = store.savePending(id, {{u"company/headcount"_s, u"2x"_s, fixture::noon()}});
        const auto added = store.add(fixture::draft(u"Added"_s, {}, QString(30'000, u'a')), fixture::noon());
        outcome.added = added.has_value();
        outcome.failed = !updated || !pending || !added;
        for (const auto &error : {updated ? std::nullopt : std::optional(updated.error()),
                                  added ? std::nullopt : std::optional(added.error())}) {
            // Never a wrong reason: nobody else is there, and the file is what it was.
            if (error)
                [&] {
                    QVERIFY2(error->kind == Kind::Io || error->kind == Kind::Full || error->kind == Kind::Unreadable
                                 || error->kind == Kind::ReadOnly,
                             fixture::words(*error).constData());
                }();
        }
        return outcome;
    }

    Outcome work(fixture::FaultyVfs &disk, int at, int code, bool forGood)
    {
        const auto store = fixture::open(m_path, db::OpenMode::Write);
        disk.failAt(at, code, forGood);
        return store ? save(*store) : Outcome();
    }

    /// What was acknowledged is there, and nothing is there by half.
    static void verify(const QString &path, const Outcome &outcome, int at)
    {
        const QString where = u"failing at operation %1: "_s.arg(at);
        const auto store = db::openCaseStore(path, db::OpenMode::Write, {100, 0});
        QVERIFY2(store, qPrintable(where + QString::fromUtf8(fixture::words(store))));
        const auto cases = (*store)->list({});
        QVERIFY2(cases, qPrintable(where + QString::fromUtf8(fixture::words(cases))));
        const auto count = static_cast<int>(cases->size());
        QVERIFY2(outcome.added ? count == kCases + 1 : count == kCases || count == kCases + 1, qPrintable(where));
        int changed = 0;
        for (const ports::CaseSummary &one : *cases) {
            changed += one.revision == 2 ? 1 : 0;
            const auto stored = (*store)->load(one.id);
            QVERIFY2(stored, qPrintable(where + QString::fromUtf8(fixture::words(stored))));
        }
        QVERIFY2(outcome.revision == 2 ? changed == 1 : changed <= 1, qPrintable(where));
        const auto report = db::check(path);
        QVERIFY2(report && report->isSound(), qPrintable(where));
    }

    /// Adds cases until there is no room; what was added is there, and the file goes on once something was deleted.
    static void fillUp(const QString &path, qint64 largestPageCount = 0)
    {
        int added = 0;
        ports::StoreError last;
        {
            const auto store = fixture::open(path, db::OpenMode::WriteOrMake, largestPageCount);
            QVERIFY(store);
            for (; added < 1000; ++added) {
                const auto one = store->add(fixture::draft(u"Fill %1"_s.arg(added), {}, QString(20'000, u'f')),
                                            fixture::noon(added));
                if (!one) {
                    last = one.error();
                    break;
                }
            }
            QVERIFY2(last.kind == Kind::Full, fixture::words(last).constData());
            QCOMPARE(static_cast<int>(store->list({})->size()), added);
        }
        QVERIFY(added > 3);
        QCOMPARE(fixture::caseCount(path), added);
        const auto report = db::check(path);
        VERIFY_OK(report);
        QVERIFY(report->isSound());
        qInfo("%d cases until the disk was full", added);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QByteArray m_good;
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
