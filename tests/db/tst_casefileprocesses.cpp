// The case file between programs: killed while writing, held by another, read while written, where it may not be written.
#include "db/casefixture.h"
#include "db/check.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <random>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using Kind = ports::StoreError::Kind;

namespace {

constexpr int kKills = 50;
constexpr qint64 kLongestWait = 1000; // milliseconds

std::unique_ptr<QProcess> start(const QStringList &arguments)
{
    auto child = std::make_unique<QProcess>();
    child->setProcessChannelMode(QProcess::SeparateChannels);
    child->start(QStringLiteral(CASEFILE_CHILD), arguments);
    return child->waitForStarted() ? std::move(child) : nullptr;
}

/// Runs a child to its end and returns what it printed.
QString outputOf(const QStringList &arguments)
{
    const auto child = start(arguments);
    if (!child || !child->waitForFinished(60'000))
        return u"did not end"_s;
    return QString::fromUtf8(child->readAllStandardOutput()).trimmed();
}

QString errorOf(Kind kind)
{
    return u"error %1"_s.arg(static_cast<int>(kind));
}

} // namespace

class TestCaseFileProcesses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(u"a.briefstack"_s);
        QVERIFY(fixture::makeCases(m_path, 3));
    }

    void whatWasAcknowledgedSurvivesKills_data()
    {
        // Fifty kills a row: Qt Test allows each row its own time, and each works on its own file.
        QTest::addColumn<uint>("seed");
        const uint rows = qEnvironmentVariableIsSet("BRIEFSTACK_SLOW_TESTS") ? 20 : 1;
        for (uint seed = 1; seed <= rows; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void whatWasAcknowledgedSurvivesKills()
    {
        QFETCH(uint, seed);
        std::mt19937 random(seed); // the same kills in every run, as far as the clock allows
        QStringList acknowledged;
        int interrupted = 0;
        for (int round = 0; round < kKills; ++round) {
            acknowledged += killAtRandom(round, random);
            interrupted += QFile::exists(m_path + u"-journal"_s) ? 1 : 0;
            verifyWhole(acknowledged, round);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d kills, %d of which left a journal; %lld cases acknowledged", kKills, interrupted,
              static_cast<long long>(acknowledged.size()));
        QVERIFY(interrupted > 0);
    }

    void aFileHeldByAnotherProgramIsBusyAndReadable()
    {
        const auto holder = start({u"hold"_s, m_path});
        QVERIFY(holder && holder->waitForReadyRead(10'000));
        QCOMPARE(fixture::caseCount(m_path), 3);
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        const auto begun = store->begin();
        QVERIFY(!begun);
        QCOMPARE(begun.error().kind, Kind::Busy);
        holder->closeWriteChannel();
        QVERIFY(holder->waitForFinished(10'000));
        VERIFY_OK(store->begin());
        store->rollback();
    }

    void aWriterWaitsForAnotherToFinish()
    {
        const auto holder = start({u"hold"_s, m_path});
        QVERIFY(holder && holder->waitForReadyRead(10'000));
        const auto waiting = start({u"save"_s, m_path, u"1"_s});
        QVERIFY(waiting);
        QVERIFY(!waiting->waitForFinished(300));
        holder->closeWriteChannel();
        QVERIFY(waiting->waitForFinished(10'000));
        QCOMPARE(waiting->exitCode(), 0);
        QCOMPARE(fixture::caseCount(m_path), 4);
        QVERIFY(holder->waitForFinished(10'000));
    }

    void openingAgainKeepsTheLocksOfThisProgram()
    {
        // Closing any descriptor of a file drops all of a process's POSIX locks on it: the header must not be read by one.
        const auto writer = fixture::open(m_path);
        QVERIFY(writer);
        VERIFY_OK(writer->begin());
        VERIFY_OK(writer->add(fixture::draft(u"Held"_s), fixture::noon()));
        QVERIFY(QFileInfo(m_path + u"-journal"_s).size() > 0);
        QVERIFY(!fixture::open(m_path)->foundUncleanEnd()); // it is the journal of a program that lives
        QCOMPARE(fixture::caseCount(m_path), 3);
        QCOMPARE(outputOf({u"add"_s, m_path}), errorOf(Kind::Busy));
        VERIFY_OK(writer->commit());
        QCOMPARE(outputOf({u"add"_s, m_path}), u"added"_s);
        QCOMPARE(fixture::caseCount(m_path), 5);
    }

    void twoWritersAndThreeReadersLoseNothing()
    {
        const bool slow = qEnvironmentVariableIsSet("BRIEFSTACK_SLOW_TESTS");
        const QString seconds = slow ? u"60"_s : u"3"_s;
        std::vector<std::unique_ptr<QProcess>> children;
        for (const QString &command : {u"save-for"_s, u"save-for"_s, u"read"_s, u"read"_s, u"read"_s})
            children.push_back(start({command, m_path, seconds}));
        int added = 0;
        int edited = 0;
        qint64 longest = 0;
        for (std::size_t number = 0; number < children.size(); ++number) {
            QProcess *child = children[number].get();
            QVERIFY(child && child->waitForFinished(300'000));
            QVERIFY2(child->exitCode() == 0, child->readAllStandardError().constData());
            const QString printed = QString::fromUtf8(child->readAllStandardOutput()).trimmed();
            const QStringList figures = printed.split(u' ');
            QCOMPARE(figures.size(), 3);
            longest = qMax(longest, figures[0].toLongLong());
            if (number < 2) {
                added += figures[1].toInt();
                edited += figures[2].toInt();
            }
            qInfo("%s: longest wait %s ms, %s", number < 2 ? "writer" : "reader", qPrintable(figures[0]),
                  qPrintable(number < 2 ? figures[2] + u" saves"_s : figures[1] + u" lists"_s));
        }
        QVERIFY(added > 0);
        QCOMPARE(fixture::caseCount(m_path), 3 + added);
        QCOMPARE(fixture::RawDatabase(m_path).text(u"SELECT count(*) FROM case_revision"_s).toInt(), 3 + edited);
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY(report->isSound());
        QVERIFY2(longest < kLongestWait, qPrintable(u"somebody waited %1 ms"_s.arg(longest)));
    }

    void aFolderThatTurnsReadOnlyIsSaidAndLosesNothing_data()
    {
        QTest::addColumn<bool>("folder");
        QTest::newRow("the folder") << true;
        QTest::newRow("the file, which stays open for writing") << false;
    }
    void aFolderThatTurnsReadOnlyIsSaidAndLosesNothing()
    {
        QFETCH(bool, folder);
        QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), 0666), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0777), 0);
        const auto child = start({::geteuid() == 0 ? u"add-twice-as-nobody"_s : u"add-twice"_s, m_path});
        QVERIFY(child && child->waitForReadyRead(10'000));
        QCOMPARE(child->readLine().trimmed(), QByteArray("added"));
        const QString place = folder ? m_folder->path() : m_path;
        QCOMPARE(::chmod(QFile::encodeName(place).constData(), folder ? 0555 : 0444), 0);
        child->write("go on\n");
        QVERIFY(child->waitForFinished(10'000));
        const QString second = QString::fromUtf8(child->readAllStandardOutput()).trimmed();
        QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0700), 0);
        QCOMPARE(second, folder ? errorOf(Kind::ReadOnly) : u"added"_s);
        QCOMPARE(fixture::caseCount(m_path), folder ? 4 : 5);
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY(report->isSound());
    }

    void aFileThatMayNotGrowIsFullAndUnchanged()
    {
        const QByteArray before = fixture::bytesOf(m_path);
        QCOMPARE(outputOf({u"add-limited"_s, m_path, QString::number(before.size() + 8192)}), errorOf(Kind::Full));
        QCOMPARE(fixture::bytesOf(m_path), before);
        QCOMPARE(fixture::caseCount(m_path), 3);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.briefstack"_s});
    }

    void aNewFileThatMayNotGrowLeavesNothing()
    {
        QCOMPARE(outputOf({u"add-limited"_s, m_folder->filePath(u"new.briefstack"_s), u"20000"_s}),
                 errorOf(Kind::Full));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.briefstack"_s});
    }

    void placesThatMayNotBeWrittenAreReadOnly_data()
    {
        QTest::addColumn<uint>("folderMode");
        QTest::addColumn<uint>("fileMode");
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, uint folder, uint file, const QString &which, Kind kind) {
            QTest::newRow(name) << folder << file << which << static_cast<int>(kind);
        };
        row("a read-only file", 0777, 0444, u"a.briefstack"_s, Kind::ReadOnly);
        row("a read-only folder", 0555, 0666, u"a.briefstack"_s, Kind::ReadOnly);
        row("a new file in a read-only folder", 0555, 0666, u"new.briefstack"_s, Kind::ReadOnly);
        row("a file that may not be read", 0777, 0000, u"a.briefstack"_s, Kind::Unreadable);
        row("a folder that may not be entered", 0000, 0666, u"a.briefstack"_s, Kind::Unreadable);
    }
    void placesThatMayNotBeWrittenAreReadOnly()
    {
        QFETCH(uint, folderMode);
        QFETCH(uint, fileMode);
        QFETCH(QString, file);
        const QByteArray before = fixture::bytesOf(m_path);
        QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), fileMode), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), folderMode), 0);
        const QString output = outputAsAnotherUser(u"add"_s, m_folder->filePath(file));
        QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0700), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), 0600), 0);
        QFETCH(int, kind);
        QCOMPARE(output, u"error %1"_s.arg(kind));
        QCOMPARE(fixture::bytesOf(m_path), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.briefstack"_s});
    }

    void aFileThatMayOnlyBeReadIsListedAndChecked_data()
    {
        QTest::addColumn<uint>("folderMode");
        QTest::addColumn<uint>("fileMode");
        QTest::newRow("a read-only file") << 0777U << 0444U;
        QTest::newRow("a read-only folder") << 0555U << 0666U;
        QTest::newRow("both") << 0555U << 0444U;
    }
    void aFileThatMayOnlyBeReadIsListedAndChecked()
    {
        QFETCH(uint, folderMode);
        QFETCH(uint, fileMode);
        QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), fileMode), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), folderMode), 0);
        const QString output = outputAsAnotherUser(u"look"_s, m_path);
        QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0700), 0);
        QCOMPARE(output, u"3 sound"_s);
    }

private:
    /// Root may write anywhere: the child becomes another user first. Anyone else is that user already.
    static QString outputAsAnotherUser(const QString &command, const QString &path)
    {
        return outputOf({::geteuid() == 0 ? command + u"-as-nobody"_s : command, path});
    }

    /// Lets a child write, kills it after some commits and a moment, and returns the ids it acknowledged.
    QStringList killAtRandom(int round, std::mt19937 &random)
    {
        const auto child = start({u"write"_s, m_path, QString::number(round)});
        if (!child)
            return {};
        const auto commits = static_cast<qsizetype>(random() % 4);
        QByteArray printed;
        while (printed.count('\n') < commits && child->waitForReadyRead(10'000))
            printed += child->readAllStandardOutput();
        child->waitForFinished(static_cast<int>(random() % 5)); // it never ends by itself
        child->kill();
        child->waitForFinished(10'000);
        printed += child->readAllStandardOutput();
        // A line cut short was not acknowledged.
        return QString::fromUtf8(printed.left(printed.lastIndexOf('\n') + 1))
            .split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
    }

    void verifyWhole(const QStringList &acknowledged, int round)
    {
        const bool unclean = QFileInfo(m_path + u"-journal"_s).size() > 0;
        const auto store = db::openCaseStore(m_path, db::OpenMode::Write, {10'000, 0});
        VERIFY_OK(store);
        QCOMPARE((*store)->foundUncleanEnd(), unclean);
        const auto cases = (*store)->list({});
        VERIFY_OK(cases);
        QCOMPARE(cases->size() % 3, std::size_t{0});
        QStringList present;
        for (const ports::CaseSummary &one : *cases)
            present += one.id;
        for (const QString &id : acknowledged)
            QVERIFY2(present.contains(id), qPrintable(u"round %1 lost %2"_s.arg(round).arg(id)));
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY2(report->isSound(), qPrintable(u"round %1"_s.arg(round)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestCaseFileProcesses)
#include "tst_casefileprocesses.moc"
