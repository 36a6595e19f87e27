// What the command line does with what it cannot use: exit status 2, one line with file and path, and nothing written.
#include "cli/clifixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace clitest;

class TestBadInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aWrongFactIsNamedWithItsPath_data();
    void aWrongFactIsNamedWithItsPath();
    void wrongBytesAreNamed_data();
    void wrongBytesAreNamed();
    void everyCommandThatReadsAWorksheetRefusesIt_data();
    void everyCommandThatReadsAWorksheetRefusesIt();
    void aFolderIsNoWorksheet();
    void aMissingFileIsNamed();
    void anUnreadableFileIsNamed();
    void standardInputIsNamedByItsHyphen();
    void anotherFileIsNoCaseFile_data();
    void anotherFileIsNoCaseFile();
    void aFolderIsNoCaseFile();
    void aCaseFileNeedsItsFolder();
    void aReadOnlyFolderTakesNothing();
    void aFileInPlaceOfTheFolderTakesNothing();
    void aTakenNameOfABriefTakesNothing();
    void aFullDiskTakesNothing_data();
    void aFullDiskTakesNothing();
    void aFullStandardOutputIsAnError();
    void oneBadWorksheetOfSeveralStopsAll();
    void aMessageStaysOneLineWithoutControlCharacters();
    void aBrokenRateBookIsNamed();
    void aWrongDateIsNamed_data();
    void aWrongDateIsNamed();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QStringList draft(const QString &worksheet) const;
    /// Runs as a user whom permissions bind: this one, or nobody when this is root.
    static Ran runUnprivileged(const QStringList &arguments);
    static bool permissionsBind();

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBadInput::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QStringList TestBadInput::draft(const QString &worksheet) const
{
    return {u"draft"_s, worksheet, u"--case"_s, path(u"x.briefstack"_s), u"--out"_s, path(u"new/out"_s)};
}

Ran TestBadInput::runUnprivileged(const QStringList &arguments)
{
    if (::geteuid() != 0)
        return runAsOf(arguments);
    return runProgram(u"setpriv"_s,
                      QStringList{u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s, program()} << arguments);
}

bool TestBadInput::permissionsBind()
{
    return ::geteuid() != 0 || runUnprivileged({u"--version"_s}).status == 0;
}

void TestBadInput::aWrongFactIsNamedWithItsPath_data()
{
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("part");
    const QString workload = u"useCases[0].workloads[1]."_s;
    const auto row = [](const char *name, const QString &fact, const QJsonValue &value, const QString &part) {
        QTest::newRow(name) << fact << value << part;
    };
    row("unknown key", workload + u"inputTokns"_s, 5, u"\"inputTokns\" is not known; known here: inputTokens"_s);
    row("text for a number", workload + u"inputTokens"_s, u"5"_s, u"expected a whole number"_s);
    row("number for a text", u"company.website"_s, 5, u"expected"_s);
    row("number for money", u"aws.monthlySpendUsd"_s, 7000, u"expected"_s);
    row("list for an object", u"funding"_s, QJsonArray(), u"expected"_s);
    row("duplicate workload", workload + u"id"_s, u"answers"_s, u"\"answers\" is there twice"_s);
    row("negative count", workload + u"requestsPerDay"_s, -1, u"-1 is out of range"_s);
    row("share over one", workload + u"batchShare"_s, u"1.1"_s, u"\"1.1\" is out of range: allowed is 0 to 1"_s);
    row("unknown model", workload + u"model"_s, u"anthropic.claude-sonet-4-6"_s,
        u"did you mean anthropic.claude-sonnet-4-6"_s);
    row("unknown region", u"useCases[0].region"_s, u"eu-west-99"_s, u"no price in the region \"eu-west-99\""_s);
    row("short account", u"aws.accountId"_s, u"12345678901"_s, u"expected 12 digits"_s);
    row("unknown stage", u"company.stage"_s, u"series-c"_s, u"is not one of: individual"_s);
    row("no name", u"company.name"_s, QString(), u"wrong length"_s);
    row("too precise", u"aws.monthlySpendUsd"_s, u"7000.005"_s, u"7000.005"_s);
    row("unknown use case of a pool", u"funding.pools[0].useCases[0]"_s, u"nothing"_s, u"names nothing that exists"_s);
    row("unknown programme", u"funding.pools[1].programme"_s, u"free-money"_s, u"free-money"_s);
    row("another format", u"format"_s, u"briefstack-cases"_s, u"briefstack-worksheet"_s);
    row("a later version", u"version"_s, 2, u"version"_s);
    row("reversed range", workload + u"range"_s, QJsonObject{{u"inputTokens"_s, QJsonArray{9, 3}}}, u"exceed"_s);
}

void TestBadInput::aWrongFactIsNamedWithItsPath()
{
    QFETCH(const QString, fact);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, part);
    const QString file = path(u"in.worksheet.json"_s);
    QVERIFY(writeBytes(file, jsonOf(changed(sampleObject(kSeriesA), fact, value))));
    const Ran ran = runAsOf(draft(file));
    VERIFY_REFUSED(ran, file + u": "_s + fact, part);
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"in.worksheet.json"_s});
}

void TestBadInput::wrongBytesAreNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("part");
    const QByteArray sample = bytesOf(samplePath(kSeriesA));
    const QByteArray name = "Northwind Support Software";
    QTest::newRow("cut off") << sample.left(sample.indexOf("\"requestsPerDay\": 5000")) << u"useCases[0].workloads[0]"_s
                             << u"the file ends too early"_s;
    QTest::newRow("Latin-1") << QByteArray(sample).replace(name, "Nordstr\xf6m") << u"company.name: "_s
                             << u"is not valid UTF-8 text at line 5"_s;
    QTest::newRow("NUL") << QByteArray(sample).replace(name, "North\\u0000wind") << u"company.name: "_s << u"NUL"_s;
    QTest::newRow("lone surrogate") << QByteArray(sample).replace(name, "North\\ud800wind") << u"company.name: "_s
                                    << u"UTF-8"_s;
    QTest::newRow("key twice") << QByteArray(sample).replace("\"version\": 1,", "\"version\": 1, \"version\": 1,")
                               << u"version: "_s << u"is there twice"_s;
    QTest::newRow("empty") << QByteArray() << QString() << u"is not valid JSON"_s;
    QTest::newRow("space only") << QByteArray(" \n ") << QString() << u"is not valid JSON"_s;
    QTest::newRow("a list") << QByteArray("[]") << QString() << u"expected"_s;
    QTest::newRow("text after the end") << QByteArray(sample + "{}") << QString() << u"is not valid JSON"_s;
    QTest::newRow("5 MiB") << QByteArray(sample).insert(1, QByteArray(5 * 1024 * 1024, ' ')) << QString()
                           << u"is larger than the 4 MiB that are read"_s;
    QTest::newRow("10,000 brackets") << QByteArray(10'000, '[') << QString() << u"nested too deeply"_s;
    QTest::newRow("a PDF") << QByteArray("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") << QString() << QString();
}

void TestBadInput::wrongBytesAreNamed()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, where);
    QFETCH(const QString, part);
    const QString file = path(u"in.worksheet.json"_s);
    QVERIFY(writeBytes(file, bytes));
    const Ran ran = runAsOf(draft(file));
    VERIFY_REFUSED(ran, file + u": "_s + where, part);
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"in.worksheet.json"_s});
}

void TestBadInput::everyCommandThatReadsAWorksheetRefusesIt_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("project") << u"project"_s;
    QTest::newRow("review") << u"review"_s;
}

void TestBadInput::everyCommandThatReadsAWorksheetRefusesIt()
{
    QFETCH(const QString, command);
    const QString file = path(u"in.worksheet.json"_s);
    const QString fact = u"useCases[0].workloads[2].model"_s;
    QVERIFY(writeBytes(file, jsonOf(changed(sampleObject(kSeriesA), fact, u"amazon.titan-embed-text-v3:0"_s))));
    VERIFY_REFUSED(runAsOf({command, file}), file + u": "_s + fact + u": "_s, u"amazon.titan-embed-text-v2:0"_s);
    VERIFY_REFUSED(runAsOf({command, file, u"--format"_s, u"json"_s}), file + u": "_s + fact, u"v3:0"_s);
    VERIFY_REFUSED(runAsOf({command, m_folder->path()}), m_folder->path() + u": "_s, u"is a folder"_s);
}

void TestBadInput::aFolderIsNoWorksheet()
{
    QVERIFY(QDir().mkdir(path(u"folder"_s)));
    VERIFY_REFUSED(runAsOf(draft(path(u"folder"_s))), path(u"folder"_s) + u": "_s, u"is a folder, not a file"_s);
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"folder"_s});
}

void TestBadInput::aMissingFileIsNamed()
{
    VERIFY_REFUSED(runAsOf(draft(path(u"none.json"_s))), path(u"none.json"_s) + u": "_s, u"No such file"_s);
    VERIFY_REFUSED(runAsOf({u"preflight"_s, path(u"none.json"_s)}), path(u"none.json"_s) + u": "_s, u"No such file"_s);
    for (const QString &command : {u"list"_s, u"check"_s, u"review"_s})
        VERIFY_REFUSED(runAsOf({command, u"--case"_s, path(u"none.briefstack"_s)}),
                       path(u"none.briefstack"_s) + u": "_s, u"there is no such file"_s);
    QVERIFY(everythingIn(m_folder->path()).isEmpty());
}

void TestBadInput::anUnreadableFileIsNamed()
{
    if (!permissionsBind())
        QSKIP("root reads everything, and setpriv cannot run the program as nobody here");
    const QString file = path(u"in.worksheet.json"_s);
    QVERIFY(writeBytes(file, bytesOf(samplePath(kSeriesA))));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
    QVERIFY(QFile::setPermissions(file, {}));
    VERIFY_REFUSED(runUnprivileged(draft(file)), file + u": "_s, u"Permission denied"_s);
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"in.worksheet.json"_s});
}

void TestBadInput::standardInputIsNamedByItsHyphen()
{
    const QByteArray wrong = jsonOf(changed(sampleObject(kSeriesA), u"company.headcount"_s, 0));
    VERIFY_REFUSED(runAsOf(draft(u"-"_s), wrong), u"-: company.headcount: "_s, u"out of range"_s);
    QVERIFY(everythingIn(m_folder->path()).isEmpty());
}

void TestBadInput::anotherFileIsNoCaseFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("Dear founder,\n").repeated(100);
    QTest::newRow("a worksheet") << bytesOf(samplePath(kSeriesA));
    QTest::newRow("zeros") << QByteArray(8192, '\0');
}

void TestBadInput::anotherFileIsNoCaseFile()
{
    QFETCH(const QByteArray, bytes);
    const QString file = path(u"x.briefstack"_s);
    QVERIFY(writeBytes(file, bytes));
    const QString part = u"is not a Briefstack case file; it was left as it is"_s;
    VERIFY_REFUSED(runAsOf(draft(samplePath(kSeriesA))), file + u": "_s, part);
    VERIFY_REFUSED(runAsOf({u"list"_s, u"--case"_s, file}), file + u": "_s, part);
    VERIFY_REFUSED(runAsOf({u"check"_s, u"--case"_s, file}), file + u": "_s, part);
    VERIFY_REFUSED(runAsOf({u"review"_s, u"--case"_s, file}), file + u": "_s, part);
    VERIFY_REFUSED(runAsOf({u"export"_s, u"--case"_s, file, u"--format"_s, u"txt"_s, u"--out"_s, path(u"o/p"_s)}),
                   file + u": "_s, part);
    VERIFY_REFUSED(runAsOf({u"backup"_s, u"--case"_s, file, u"--to"_s, path(u"b/c"_s)}), file + u": "_s, part);
    QCOMPARE(bytesOf(file), bytes);
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"x.briefstack"_s});
}

void TestBadInput::aFolderIsNoCaseFile()
{
    QVERIFY(QDir().mkdir(path(u"x.briefstack"_s)));
    VERIFY_REFUSED(runAsOf(draft(samplePath(kSeriesA))), path(u"x.briefstack"_s) + u": "_s, QString());
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"x.briefstack"_s});
}

void TestBadInput::aCaseFileNeedsItsFolder()
{
    const QString file = path(u"none/x.briefstack"_s);
    VERIFY_REFUSED(runAsOf({u"draft"_s, samplePath(kSeriesA), u"--case"_s, file, u"--out"_s, path(u"o"_s)}),
                   file + u": "_s, u"its folder does not exist"_s);
    QVERIFY(everythingIn(m_folder->path()).isEmpty());
}

void TestBadInput::aReadOnlyFolderTakesNothing()
{
    if (!permissionsBind())
        QSKIP("root writes everywhere, and setpriv cannot run the program as nobody here");
    const QString worksheet = path(u"in.worksheet.json"_s);
    QVERIFY(writeBytes(worksheet, bytesOf(samplePath(kSeriesA))));
    QVERIFY(QFile::setPermissions(worksheet, QFile::Permissions(0x4444)));
    QVERIFY(QDir().mkdir(path(u"free"_s)));
    QVERIFY(QFile::setPermissions(path(u"free"_s), QFile::Permissions(0x7777)));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x5555)));
    const QStringList before = everythingIn(m_folder->path());

    const Ran noFolder =
        runUnprivileged({u"draft"_s, worksheet, u"--case"_s, path(u"free/x.briefstack"_s), u"--out"_s, path(u"out"_s)});
    VERIFY_REFUSED(noFolder, path(u"out"_s) + u": "_s, u"permissions"_s);
    const Ran intoFolder = runUnprivileged(
        {u"draft"_s, worksheet, u"--case"_s, path(u"free/x.briefstack"_s), u"--out"_s, m_folder->path()});
    VERIFY_REFUSED(intoFolder, m_folder->path() + u": "_s, u"cannot be written into"_s);
    const Ran noCase =
        runUnprivileged({u"draft"_s, worksheet, u"--case"_s, path(u"x.briefstack"_s), u"--out"_s, path(u"free/o"_s)});
    VERIFY_REFUSED(noCase, path(u"x.briefstack"_s) + u": "_s, u"cannot be written"_s);
    QCOMPARE(everythingIn(m_folder->path()), before);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
}

void TestBadInput::aFileInPlaceOfTheFolderTakesNothing()
{
    QVERIFY(writeBytes(path(u"out"_s), "a file"));
    for (const QString &folder : {path(u"out"_s), path(u"out/deep"_s), u"/proc/briefs"_s})
        VERIFY_REFUSED(
            runAsOf({u"draft"_s, samplePath(kSeriesA), u"--case"_s, path(u"x.briefstack"_s), u"--out"_s, folder}),
            folder + u": "_s, u"the folder could not be made"_s);
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"out"_s});
    QCOMPARE(bytesOf(path(u"out"_s)), QByteArray("a file"));
}

void TestBadInput::aTakenNameOfABriefTakesNothing()
{
    const QString taken = path(u"out/northwind-support-software-activate-portfolio.pdf"_s);
    QVERIFY(QDir().mkpath(taken));
    const QStringList before = everythingIn(m_folder->path());
    VERIFY_REFUSED(
        runAsOf({u"draft"_s, samplePath(kSeriesA), u"--case"_s, path(u"x.briefstack"_s), u"--out"_s, path(u"out"_s)}),
        taken + u": "_s, u"is a folder"_s);
    QCOMPARE(everythingIn(m_folder->path()), before);
}

void TestBadInput::aFullDiskTakesNothing_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("size");
    QTest::newRow("no room for the briefs") << u"--out"_s << u"48k"_s;
    QTest::newRow("no room for the case file") << u"--case"_s << u"48k"_s;
}

void TestBadInput::aFullDiskTakesNothing()
{
    QFETCH(const QString, what);
    QFETCH(const QString, size);
    QVERIFY(QDir().mkdir(path(u"small"_s)));
    // A disk of its own, seen by this run only.
    const QString onSmallDisk = u"mount -t tmpfs -o size=$1 none \"$2\" || exit 77; shift; small=$1; shift; "
                                "\"$@\"; status=$?; ls -A \"$small\"; exit $status"_s;
    QStringList arguments{u"--map-root-user"_s,
                          u"--mount"_s,
                          u"sh"_s,
                          u"-c"_s,
                          onSmallDisk,
                          u"sh"_s,
                          size,
                          path(u"small"_s),
                          program(),
                          u"draft"_s,
                          samplePath(kSeriesA)};
    const bool caseIsThere = what == u"--case";
    arguments << u"--case"_s << path(caseIsThere ? u"small/x.briefstack"_s : u"x.briefstack"_s) << u"--out"_s
              << path(caseIsThere ? u"out"_s : u"small/out"_s) << u"--as-of"_s << u"2026-11-22"_s;
    const Ran ran = runProgram(u"unshare"_s, arguments);
    if (ran.status == 77 || ran.err.startsWith("unshare: "))
        QSKIP("a small disk cannot be mounted here");
    VERIFY_REFUSED(ran, path(u"small/"_s), u"space left"_s);
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"small"_s});
}

void TestBadInput::aFullStandardOutputIsAnError()
{
    const QString full = u"/dev/full"_s;
    if (!QFile::exists(full))
        QSKIP("there is no /dev/full here");
    const QString part = u"could not be written: no space left"_s;
    for (const QStringList &arguments :
         {QStringList{u"project"_s, samplePath(kSeriesA)}, QStringList{u"review"_s, samplePath(kSeriesA)},
          QStringList{u"rates"_s, u"list"_s}, QStringList{u"--help"_s}, QStringList{u"list"_s, u"--help"_s}})
        VERIFY_REFUSED(run(arguments, {}, full), u"standard output: "_s, part);
}

void TestBadInput::oneBadWorksheetOfSeveralStopsAll()
{
    const QString file = path(u"in.worksheet.json"_s);
    QVERIFY(writeBytes(file, jsonOf(changed(sampleObject(kPreSeed), u"aws.accountId"_s, u"1"_s))));
    VERIFY_REFUSED(runAsOf(QStringList{u"draft"_s} << allSamples() << file << u"--case"_s << path(u"x.briefstack"_s)
                                                   << u"--out"_s << path(u"out"_s)),
                   file + u": aws.accountId: "_s, u"12 digits"_s);
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"in.worksheet.json"_s});
}

void TestBadInput::aMessageStaysOneLineWithoutControlCharacters()
{
    const QString file = path(u"in\n\x1b[31m.worksheet.json"_s);
    QVERIFY(writeBytes(file, jsonOf(changed(sampleObject(kSeriesA), u"company.stage"_s, u"a\n\x1b[2Jb\u202ec"_s))));
    const Ran ran = runAsOf(draft(file));
    VERIFY_REFUSED(ran, m_folder->path(), u"company.stage"_s);
    QVERIFY2(!ran.err.contains('\x1b') && !ran.err.contains("\u202e"), ran.err.constData());
}

void TestBadInput::aBrokenRateBookIsNamed()
{
    QVERIFY(writeBytes(path(u"rates.json"_s), "{\"format\": \"prices\"}"));
    for (const QString &command : {u"project"_s, u"review"_s})
        VERIFY_REFUSED(runAsOf({command, samplePath(kSeriesA), u"--rates"_s, path(u"rates.json"_s)}),
                       path(u"rates.json"_s) + u": "_s, QString());
    VERIFY_REFUSED(runAsOf(draft(samplePath(kSeriesA)) << u"--rates"_s << path(u"rates.json"_s)),
                   path(u"rates.json"_s) + u": "_s, QString());
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"rates.json"_s});
}

void TestBadInput::aWrongDateIsNamed_data()
{
    QTest::addColumn<QString>("date");
    for (const char *date : {"2026-02-29", "2026-13-01", "2026-1-1", "22.11.2026", "today", "", "2026-11-22T00:00"})
        QTest::newRow(date) << QString::fromLatin1(date);
}

void TestBadInput::aWrongDateIsNamed()
{
    QFETCH(const QString, date);
    VERIFY_REFUSED(run({u"project"_s, samplePath(kSeriesA), u"--as-of"_s, date}), u"--as-of: \""_s + date,
                   u"YYYY-MM-DD"_s);
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
