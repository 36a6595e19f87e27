// The commands that work on a case file: draft into it again, list, review, export, check, backup.
#include "cli/clifixture.h"
#include "db/casefixture.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clitest;
using fixture::RawDatabase;

class TestCaseFileCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aCompanyIsNotAddedTwice();
    void aCompanyTwiceInOneCallAddsNothing();
    void newAddsTheCompanyAgainUnderItsOwnFileNames();
    void updateMakesTheNextRevision();
    void updateOfAnUnknownCaseChangesNothing();
    void companiesOfOneSlugNeverOverwriteEachOther();
    void aWorksheetComesFromStandardInput();
    void aCaseWithErrorsIsDraftedWithStatusOne();
    void theListHasItsKeysAndOrder();
    void theListIsSearchedAndFiltered();
    void aSearchSaysWhereItFoundItsWords();
    void reviewOfACaseFileNamesTheCases();
    void exportWritesEveryFormat();
    void exportOfOneCaseAndPool();
    void exportOfNothingLeavesNothing();
    void aSoundFileIsSound();
    void flippedBytesAreDamage();
    void aChangedWorksheetIsDamage();
    void whatCanBeRepairedIsAndTheRestIsSaid();
    void aRepairThatSavesNoCaseNamesTheNewestBackup();
    void aCutOffFileIsRefused();
    void aNewerFileIsRefusedAndLeft();
    void anotherDatabaseIsRefusedAndLeft();
    void aBackupIsASoundCopy();
    void aBackupReplacesNothing();
    void aDayStartsWithABackupThatCanBePutBack();
    void aSaveWithoutABackupSaysSo();
    void aFileThatAnotherProgramWritesIsRefusedAfterAWhile();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString caseFile() const { return path(u"x.briefstack"_s); }
    Ran draft(const QStringList &more, const QByteArray &input = {}) const
    {
        return runAsOf(QStringList{u"draft"_s, u"--case"_s, caseFile()} + more, input);
    }
    QJsonArray cases(const QStringList &more = {}) const
    {
        return object(runAsOf(QStringList{u"list"_s, u"--case"_s, caseFile(), u"--format"_s, u"json"_s} + more).out)
            .value(u"cases"_s)
            .toArray();
    }
    QString idOf(const QString &company) const
    {
        return element(cases(), u"company"_s, company).value(u"id"_s).toString();
    }
    Ran check() const { return runAsOf({u"check"_s, u"--case"_s, caseFile()}); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCaseFileCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    VERIFY_ENDED(draft(allSamples()), 0);
}

void TestCaseFileCommands::aCompanyIsNotAddedTwice()
{
    const QByteArray before = bytesOf(caseFile());
    const Ran ran = draft({samplePath(kPreSeed), u"--out"_s, path(u"out"_s)});
    VERIFY_REFUSED(ran, samplePath(kPreSeed) + u": Ledgerline: "_s, idOf(u"Ledgerline"_s));
    QVERIFY(ran.err.contains("--update") && ran.err.contains("--new"));
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"x.briefstack"_s});
    QCOMPARE(bytesOf(caseFile()), before);
}

void TestCaseFileCommands::aCompanyTwiceInOneCallAddsNothing()
{
    const QString file = path(u"new.json"_s);
    QVERIFY(writeBytes(file, jsonOf(changed(sampleObject(kPreSeed), u"company.name"_s, u"Twice"_s))));
    VERIFY_REFUSED(draft({file, file}), file + u": Twice: "_s, u"--new"_s);
    QCOMPARE(cases().size(), 3);
}

void TestCaseFileCommands::newAddsTheCompanyAgainUnderItsOwnFileNames()
{
    VERIFY_ENDED(draft({samplePath(kPreSeed), u"--new"_s, u"--out"_s, path(u"out"_s)}), 0);
    QCOMPARE(cases().size(), 4);
    QCOMPARE(everythingIn(path(u"out"_s)),
             (QStringList{u"ledgerline-2-activate-founders.pdf"_s, u"ledgerline-2-bedrock-poc.pdf"_s,
                          u"ledgerline-2-bedrock-poc.request.json"_s}));
}

void TestCaseFileCommands::updateMakesTheNextRevision()
{
    const QString id = idOf(u"Northwind Support Software"_s);
    const QByteArray more = jsonOf(changed(sampleObject(kSeriesA), u"useCases[0].workloads[0].requestsPerDay"_s, 6000));
    const Ran ran = draft({u"-"_s, u"--update"_s, id, u"--out"_s, path(u"out"_s)}, more);
    VERIFY_ENDED(ran, 0);
    QVERIFY2(ran.out.startsWith(QByteArray(id.toUtf8() + "  Northwind Support Software, revision 2\n")),
             ran.out.constData());
    QCOMPARE(cases().size(), 3);
    const QJsonObject first = cases().first().toObject();
    QCOMPARE(first.value(u"id"_s).toString(), id);
    const QJsonObject ask = element(first.value(u"asks"_s), u"pool"_s, u"bedrock-poc"_s);
    QVERIFY(cents(ask.value(u"amount"_s)) > 29'500'00);
    QVERIFY(pdfText(path(u"out/northwind-support-software-bedrock-poc.pdf"_s)).contains(u"Revision 2"_s));
}

void TestCaseFileCommands::updateOfAnUnknownCaseChangesNothing()
{
    const QString unknown = u"00000000-0000-4000-8000-000000000000"_s;
    const QByteArray before = bytesOf(caseFile());
    VERIFY_REFUSED(draft({samplePath(kPreSeed), u"--update"_s, unknown, u"--out"_s, path(u"out"_s)}),
                   caseFile() + u": "_s, unknown);
    VERIFY_REFUSED(
        runAsOf({u"draft"_s, samplePath(kPreSeed), u"--case"_s, path(u"none.briefstack"_s), u"--update"_s, unknown}),
        path(u"none.briefstack"_s), u"no such file"_s);
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"x.briefstack"_s});
    QCOMPARE(bytesOf(caseFile()), before);
}

void TestCaseFileCommands::companiesOfOneSlugNeverOverwriteEachOther()
{
    QStringList files;
    for (const QString &name : {u"Acme, Inc."_s, u"ACME (Inc)"_s}) {
        files.append(path(QString::number(files.size()) + u".json"_s));
        QVERIFY(writeBytes(files.last(), jsonOf(changed(sampleObject(kPreSeed), u"company.name"_s, name))));
    }
    VERIFY_ENDED(draft(files + QStringList{u"--out"_s, path(u"out"_s)}), 0);
    QCOMPARE(everythingIn(path(u"out"_s)),
             (QStringList{u"acme-inc-2-activate-founders.pdf"_s, u"acme-inc-2-bedrock-poc.pdf"_s,
                          u"acme-inc-2-bedrock-poc.request.json"_s, u"acme-inc-activate-founders.pdf"_s,
                          u"acme-inc-bedrock-poc.pdf"_s, u"acme-inc-bedrock-poc.request.json"_s}));
    QVERIFY(pdfText(path(u"out/acme-inc-bedrock-poc.pdf"_s)).contains(u"Acme, Inc."_s));
    QVERIFY(pdfText(path(u"out/acme-inc-2-bedrock-poc.pdf"_s)).contains(u"ACME (Inc)"_s));
}

void TestCaseFileCommands::aWorksheetComesFromStandardInput()
{
    const QByteArray input = jsonOf(changed(sampleObject(kPreSeed), u"company.name"_s, u"Piped"_s));
    VERIFY_ENDED(draft({u"-"_s}, input), 0);
    QVERIFY(!idOf(u"Piped"_s).isEmpty());
    const Ran piped = runAsOf({u"project"_s, u"-"_s, u"--format"_s, u"json"_s}, bytesOf(samplePath(kSeriesA)));
    VERIFY_ENDED(piped, 0);
    QCOMPARE(piped.out, runAsOf({u"project"_s, samplePath(kSeriesA), u"--format"_s, u"json"_s}).out);
    // More than a pipe holds at a time.
    const Ran large = runAsOf({u"project"_s, u"-"_s, u"--format"_s, u"json"_s},
                              QByteArray(300'000, ' ') + bytesOf(samplePath(kSeriesA)));
    QVERIFY2(large.err.isEmpty(), large.words().constData());
    QCOMPARE(large.out, piped.out);
}

void TestCaseFileCommands::aCaseWithErrorsIsDraftedWithStatusOne()
{
    QJsonObject registered = changed(sampleObject(kPreSeed), u"partner.tier"_s, u"registered"_s);
    registered = changed(registered, u"company.name"_s, u"Registered"_s);
    const Ran ran = draft({u"-"_s, u"--out"_s, path(u"out"_s)}, jsonOf(registered));
    VERIFY_ENDED(ran, 1);
    QVERIFY(!idOf(u"Registered"_s).isEmpty());
    QVERIFY(QFile::exists(path(u"out/registered-bedrock-poc.pdf"_s)));
}

void TestCaseFileCommands::theListHasItsKeysAndOrder()
{
    const Ran ran = runAsOf({u"list"_s, u"--case"_s, caseFile(), u"--format"_s, u"json"_s});
    VERIFY_ENDED(ran, 0);
    const QJsonObject list = object(ran.out);
    QCOMPARE(keys(list), u"cases format version"_s);
    QCOMPARE(list.value(u"format"_s).toString(), u"briefstack-cases"_s);
    QCOMPARE(list.value(u"version"_s).toInt(), 1);
    // Last changed first, and the samples were saved in the order in which they were named.
    const QJsonArray all = list.value(u"cases"_s).toArray();
    QCOMPARE(all.size(), 3);
    const QJsonObject seriesA = all.first().toObject();
    QCOMPARE(keys(seriesA), u"asks company id stage status updatedAt website"_s);
    QCOMPARE(seriesA.value(u"company"_s).toString(), u"Northwind Support Software"_s);
    QCOMPARE(seriesA.value(u"website"_s).toString(), u"https://northwind-support.example"_s);
    QCOMPARE(seriesA.value(u"stage"_s).toString(), u"series-a"_s);
    QCOMPARE(seriesA.value(u"status"_s).toString(), u"drafting"_s);
    QVERIFY(QDateTime::fromString(seriesA.value(u"updatedAt"_s).toString(), Qt::ISODate).isValid());
    QCOMPARE(seriesA.value(u"asks"_s).toArray(),
             (QJsonArray{QJsonObject{{u"pool"_s, u"bedrock-poc"_s}, {u"amount"_s, u"29500.00"_s}},
                         QJsonObject{{u"pool"_s, u"activate-portfolio"_s}, {u"amount"_s, u"100000.00"_s}}}));
    QCOMPARE(all.last().toObject().value(u"company"_s).toString(), u"Harbour & Keel Marine Insurance plc"_s);
}

void TestCaseFileCommands::theListIsSearchedAndFiltered()
{
    QCOMPARE(cases({u"--search"_s, u"northw"_s}).size(), 1);
    QCOMPARE(cases({u"--search"_s, u"LEDGERLINE"_s}).size(), 1);
    QCOMPARE(cases({u"--search"_s, u"\" OR 1=1 --"_s}).size(), 0);
    QCOMPARE(cases({u"--status"_s, u"drafting"_s}).size(), 3);
    QCOMPARE(cases({u"--status"_s, u"approved"_s}).size(), 0);
    VERIFY_REFUSED(runAsOf({u"list"_s, u"--case"_s, caseFile(), u"--status"_s, u"done"_s}), u"--status: \"done\""_s,
                   u"action-required"_s);
    const Ran table = runAsOf({u"list"_s, u"--case"_s, caseFile(), u"--search"_s, u"nobody"_s});
    VERIFY_ENDED(table, 0);
    QCOMPARE(table.out, QByteArray("No case matches.\n"));
}

void TestCaseFileCommands::aSearchSaysWhereItFoundItsWords()
{
    // A word of the insurer's problem only.
    const QJsonArray found = cases({u"--search"_s, u"hand"_s});
    QVERIFY(!found.isEmpty());
    const QJsonObject hit = found.first().toObject().value(u"found"_s).toArray().first().toObject();
    QCOMPARE(keys(hit), u"field label ranges text"_s);
    QVERIFY2(hit.value(u"field"_s).toString().contains(u'/'), qPrintable(hit.value(u"field"_s).toString()));
    const QJsonArray range = hit.value(u"ranges"_s).toArray().first().toArray();
    const auto text = hit.value(u"text"_s).toString().toUcs4();
    const auto marked = text.mid(range[0].toInt(), range[1].toInt());
    QCOMPARE(QString::fromUcs4(reinterpret_cast<const char32_t *>(marked.constData()), marked.size()).toLower(),
             u"hand"_s);
    QVERIFY(!cases({}).first().toObject().contains(u"found"_s));
    const Ran table = runAsOf({u"list"_s, u"--case"_s, caseFile(), u"--search"_s, u"northw"_s});
    VERIFY_ENDED(table, 0);
    QVERIFY2(table.out.contains("Company: [Northw]ind Support Software"), table.out.constData());
}

void TestCaseFileCommands::reviewOfACaseFileNamesTheCases()
{
    const Ran all = runAsOf({u"review"_s, u"--case"_s, caseFile(), u"--format"_s, u"json"_s});
    VERIFY_ENDED(all, 0);
    const QJsonArray findings = object(all.out).value(u"findings"_s).toArray();
    const QString id = idOf(u"Ledgerline"_s);
    QCOMPARE(keys(findings.first()), u"case field fix message rule severity"_s);
    QCOMPARE(element(findings, u"case"_s, id).value(u"case"_s).toString(), id);
    const Ran one = runAsOf({u"review"_s, u"--case"_s, caseFile(), u"--id"_s, id, u"--format"_s, u"json"_s});
    for (const QJsonValue &finding : object(one.out).value(u"findings"_s).toArray())
        QCOMPARE(finding.toObject().value(u"case"_s).toString(), id);
    const Ran table = runAsOf({u"review"_s, u"--case"_s, caseFile(), u"--id"_s, id});
    QVERIFY2(table.out.startsWith(QByteArray("Ledgerline (" + id.toUtf8() + ")\n")), table.words().constData());
}

void TestCaseFileCommands::exportWritesEveryFormat()
{
    const Ran ran = runAsOf({u"export"_s, u"--case"_s, caseFile(), u"--format"_s,
                             u"pdf,html,md,txt,odt,request,csv,worksheet"_s, u"--out"_s, path(u"a/b"_s)});
    VERIFY_ENDED(ran, 0);
    const QStringList names = everythingIn(path(u"a/b"_s));
    QCOMPARE(names.filter(u".pdf"_s).size(), 6);
    for (const QString &ending : {u".html"_s, u".md"_s, u".txt"_s, u".odt"_s})
        QCOMPARE(names.filter(ending).size(), 6);
    QCOMPARE(names.filter(u".request.json"_s).size(), 5);
    QCOMPARE(names.filter(u".worksheet.json"_s).size(), 3);
    QCOMPARE(names.filter(u".csv"_s).size(), 3);
    QCOMPARE(QString::fromUtf8(ran.out).split(u'\n', Qt::SkipEmptyParts).size(), names.size());
    // Everything that a record is filed with, for those that are filed through ACE.
    VERIFY_ENDED(runAsOf({u"export"_s, u"--case"_s, caseFile(), u"--format"_s, u"kit"_s, u"--out"_s, path(u"k"_s)}), 0);
    const QStringList kit = everythingIn(path(u"k"_s));
    QCOMPARE(kit.size(), 5 * 9);
    for (const QString &ending :
         {u".request.json"_s, u".update.json"_s, u".associations.json"_s, u".engagement.json"_s, u".commands.sh"_s,
          u".notes.txt"_s, u".funding.txt"_s, u".funding.json"_s, u".calculator.txt"_s})
        QVERIFY2(kit.filter(ending).size() == 5, qPrintable(ending));
    // What comes out of a case goes in again with the same figures.
    const Ran again =
        runAsOf({u"project"_s, path(u"a/b/northwind-support-software.worksheet.json"_s), u"--format"_s, u"json"_s});
    QCOMPARE(again.out, runAsOf({u"project"_s, samplePath(kSeriesA), u"--format"_s, u"json"_s}).out);
    const QByteArray text = bytesOf(path(u"a/b/northwind-support-software-bedrock-poc.txt"_s));
    QVERIFY2(text.contains("29,500") && text.contains("24,296"), text.constData());
}

void TestCaseFileCommands::exportOfOneCaseAndPool()
{
    const QStringList base{u"export"_s,  u"--case"_s, caseFile(),    u"--format"_s,
                           u"request"_s, u"--out"_s,  path(u"out"_s)};
    VERIFY_ENDED(
        runAsOf(base + QStringList{u"--id"_s, idOf(u"Northwind Support Software"_s), u"--pool"_s, u"bedrock-poc"_s}),
        0);
    QCOMPARE(everythingIn(path(u"out"_s)), QStringList{u"northwind-support-software-bedrock-poc.request.json"_s});
}

void TestCaseFileCommands::exportOfNothingLeavesNothing()
{
    const QStringList base{u"export"_s, u"--case"_s, caseFile(), u"--out"_s, path(u"a/b"_s), u"--format"_s};
    VERIFY_REFUSED(runAsOf(base + QStringList{u"pdf"_s, u"--pool"_s, u"nothing"_s}), caseFile() + u": "_s,
                   u"\"nothing\""_s);
    VERIFY_REFUSED(runAsOf(base + QStringList{u"pdf"_s, u"--id"_s, u"nobody"_s}), caseFile() + u": "_s,
                   u"\"nobody\""_s);
    VERIFY_REFUSED(runAsOf(base + QStringList{u"pdf,docx"_s}), u"--format: \"docx\""_s, u"request"_s);
    VERIFY_REFUSED(runAsOf(base + QStringList{QString()}), u"missing --format"_s, QString());
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"x.briefstack"_s});
}

void TestCaseFileCommands::aSoundFileIsSound()
{
    const Ran ran = check();
    VERIFY_ENDED(ran, 0);
    QCOMPARE(QString::fromUtf8(ran.out), caseFile() + u": 3 cases, 3 revisions, 6 records, sound\n"_s);
}

void TestCaseFileCommands::flippedBytesAreDamage()
{
    QByteArray bytes = bytesOf(caseFile());
    const qsizetype at = bytes.indexOf("Bookkeeping for sole traders");
    QVERIFY(at > 0);
    for (qsizetype i = 0; i < 12; ++i)
        bytes[at + i] = static_cast<char>(bytes[at + i] ^ 0x01);
    QVERIFY(writeBytes(caseFile(), bytes));
    const Ran ran = check();
    VERIFY_ENDED(ran, 1);
    QVERIFY2(ran.out.contains("damaged\n") && ran.out.contains("Restore a backup"), ran.words().constData());
}

void TestCaseFileCommands::aChangedWorksheetIsDamage()
{
    {
        RawDatabase database(caseFile());
        QVERIFY(database.run(u"UPDATE case_revision SET worksheet = replace(worksheet, '5000', '9000')"_s));
    }
    const Ran ran = check();
    VERIFY_ENDED(ran, 1);
    QVERIFY2(ran.out.contains("a stored worksheet is not the one that was saved"), ran.words().constData());
}

void TestCaseFileCommands::whatCanBeRepairedIsAndTheRestIsSaid()
{
    const QStringList repair{u"check"_s, u"--case"_s, caseFile(), u"--repair"_s};
    const Ran nothing = runAsOf(repair);
    VERIFY_ENDED(nothing, 0);
    QVERIFY2(nothing.out.endsWith("sound\n") && !nothing.out.contains("Repaired"), nothing.words().constData());
    {
        RawDatabase database(caseFile());
        QVERIFY(database.run(u"DELETE FROM \"case\" WHERE id = 1"_s));
    }
    const Ran found = check();
    VERIFY_ENDED(found, 1);
    QVERIFY2(found.out.contains("check --repair"), found.words().constData());
    const Ran ran = runAsOf(repair);
    VERIFY_ENDED(ran, 0);
    const QString kept = u"Repaired; the file as it was is kept: "_s + path(u"x.backups/x-damaged-"_s);
    QVERIFY2(ran.out.contains(kept.toUtf8()), ran.words().constData());
    QVERIFY2(ran.out.contains("1 case was made again from worksheets that had lost theirs"), ran.words().constData());
    VERIFY_ENDED(check(), 0);
    QCOMPARE(cases().size(), 3);
    {
        RawDatabase database(caseFile());
        QVERIFY(database.run(u"CREATE TRIGGER extra AFTER DELETE ON note BEGIN SELECT 1; END"_s));
    }
    const Ran foreign = check();
    VERIFY_ENDED(foreign, 1);
    QVERIFY2(foreign.out.contains("extra\nA repair cannot put this right. Nothing is read from such a file: restore")
                 && !foreign.out.contains("--repair"),
             foreign.words().constData());
    const Ran left = runAsOf(repair);
    VERIFY_ENDED(left, 1);
    QVERIFY2(left.out.contains("None of this can be repaired, and nothing was changed"), left.words().constData());
}

void TestCaseFileCommands::aRepairThatSavesNoCaseNamesTheNewestBackup()
{
    {
        RawDatabase database(caseFile());
        QVERIFY(database.run(u"DELETE FROM record"_s));
        QVERIFY(database.run(u"DELETE FROM revision_rates"_s));
        QVERIFY(database.run(u"DELETE FROM case_revision"_s));
    }
    const QStringList repair{u"check"_s, u"--case"_s, caseFile(), u"--repair"_s};
    const QString folder = path(u"x.backups"_s);
    QVERIFY(QDir().mkpath(folder));
    const QString backup = folder + u"/x-20261121-080000.briefstack"_s;
    QVERIFY(QFile::copy(caseFile(), backup));
    const Ran ran = runAsOf(repair);
    VERIFY_ENDED(ran, 1);
    QVERIFY2(ran.out.contains("3 cases could not be saved; a backup may have them."), ran.words().constData());
    const QString way = u"briefstack-cli restore --case "_s + caseFile() + u" --from "_s + backup;
    QVERIFY2(ran.out.contains(way.toUtf8()), ran.words().constData());
}

void TestCaseFileCommands::aCutOffFileIsRefused()
{
    QVERIFY(writeBytes(caseFile(), bytesOf(caseFile()).left(60)));
    VERIFY_REFUSED(check(), caseFile() + u": "_s, u"too short"_s);
    VERIFY_REFUSED(runAsOf({u"list"_s, u"--case"_s, caseFile()}), caseFile() + u": "_s, u"too short"_s);
    VERIFY_REFUSED(draft({samplePath(kPreSeed), u"--out"_s, path(u"out"_s)}), caseFile() + u": "_s, u"too short"_s);
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"x.briefstack"_s});
}

void TestCaseFileCommands::aNewerFileIsRefusedAndLeft()
{
    {
        RawDatabase database(caseFile());
        QVERIFY(database.run(u"PRAGMA user_version = 999"_s));
    }
    const QByteArray before = bytesOf(caseFile());
    const QString part = u"written by a newer version of Briefstack"_s;
    VERIFY_REFUSED(draft({samplePath(kPreSeed), u"--new"_s, u"--out"_s, path(u"out"_s)}), caseFile() + u": "_s, part);
    VERIFY_REFUSED(check(), caseFile() + u": "_s, part);
    for (const QString &command : {u"list"_s, u"review"_s})
        VERIFY_REFUSED(runAsOf({command, u"--case"_s, caseFile()}), caseFile() + u": "_s, part);
    VERIFY_REFUSED(runAsOf({u"backup"_s, u"--case"_s, caseFile(), u"--to"_s, path(u"b"_s)}), caseFile() + u": "_s,
                   part);
    QCOMPARE(bytesOf(caseFile()), before);
    QCOMPARE(everythingIn(m_folder->path()), QStringList{u"x.briefstack"_s});
}

void TestCaseFileCommands::anotherDatabaseIsRefusedAndLeft()
{
    const QString file = path(u"other.db"_s);
    {
        RawDatabase database(file);
        QVERIFY(database.run(u"CREATE TABLE songs (title TEXT)"_s));
    }
    const QByteArray before = bytesOf(file);
    const QString part = u"is not a Briefstack case file; it was left as it is"_s;
    VERIFY_REFUSED(runAsOf({u"draft"_s, samplePath(kPreSeed), u"--case"_s, file, u"--out"_s, path(u"out"_s)}),
                   file + u": "_s, part);
    VERIFY_REFUSED(runAsOf({u"list"_s, u"--case"_s, file}), file + u": "_s, part);
    VERIFY_REFUSED(runAsOf({u"check"_s, u"--case"_s, file}), file + u": "_s, part);
    QCOMPARE(bytesOf(file), before);
    QCOMPARE(everythingIn(m_folder->path()), (QStringList{u"other.db"_s, u"x.briefstack"_s}));
}

void TestCaseFileCommands::aBackupIsASoundCopy()
{
    const Ran ran = runAsOf({u"backup"_s, u"--case"_s, caseFile(), u"--to"_s, path(u"deep/backups"_s)});
    VERIFY_ENDED(ran, 0);
    const QString copy = QString::fromUtf8(ran.out).trimmed();
    QCOMPARE(everythingIn(path(u"deep/backups"_s)), QStringList{QFileInfo(copy).fileName()});
    VERIFY_ENDED(runAsOf({u"check"_s, u"--case"_s, copy}), 0);
    QCOMPARE(object(runAsOf({u"list"_s, u"--case"_s, copy, u"--format"_s, u"json"_s}).out).value(u"cases"_s).toArray(),
             cases());
    QVERIFY(!(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestCaseFileCommands::aDayStartsWithABackupThatCanBePutBack()
{
    const auto list = [&] { return runAsOf({u"restore"_s, u"--case"_s, caseFile()}); };
    VERIFY_ENDED(list(), 0);
    QCOMPARE(list().out, "no backups in " + path(u"x.backups"_s).toUtf8() + '\n');
    const QJsonArray before = cases();
    VERIFY_ENDED(draft({samplePath(kPreSeed), u"--new"_s}), 0);
    VERIFY_ENDED(draft({samplePath(kPreSeed), u"--new"_s}), 0);
    const QStringList backups = everythingIn(path(u"x.backups"_s));
    QCOMPARE(backups.size(), 1);
    const QString backup = path(u"x.backups/"_s + backups.first());
    QVERIFY2(list().out.startsWith(backup.toUtf8()), list().words().constData());
    const Ran restored = runAsOf({u"restore"_s, u"--case"_s, caseFile(), u"--from"_s, backup});
    VERIFY_ENDED(restored, 0);
    QVERIFY2(restored.out.contains("What it replaced is kept: "), restored.words().constData());
    QCOMPARE(cases(), before);
    VERIFY_REFUSED(runAsOf({u"restore"_s, u"--case"_s, caseFile(), u"--from"_s, path(u"nothing"_s)}),
                   path(u"nothing"_s) + u": "_s, u"there is no such file"_s);
    QCOMPARE(cases(), before);
}

void TestCaseFileCommands::aSaveWithoutABackupSaysSo()
{
    QFile inTheWay(path(u"x.backups"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Ran ran = draft({samplePath(kPreSeed), u"--new"_s});
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.err.contains("saved without one: the folder of its backups "), ran.words().constData());
    QCOMPARE(cases().size(), 4);
}

void TestCaseFileCommands::aBackupReplacesNothing()
{
    const QStringList arguments{u"backup"_s, u"--case"_s, caseFile(), u"--to"_s, m_folder->path()};
    const QByteArray before = bytesOf(caseFile());
    const Ran first = runAsOf(arguments);
    VERIFY_ENDED(first, 0);
    const Ran second = runAsOf(arguments);
    QVERIFY2(second.status == 2 || second.out != first.out, second.words().constData());
    QCOMPARE(bytesOf(caseFile()), before);
}

void TestCaseFileCommands::aFileThatAnotherProgramWritesIsRefusedAfterAWhile()
{
    RawDatabase other(caseFile());
    QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
    VERIFY_REFUSED(draft({samplePath(kPreSeed), u"--new"_s, u"--out"_s, path(u"out"_s)}), caseFile() + u": "_s,
                   u"another program is writing to it"_s);
    VERIFY_ENDED(runAsOf({u"list"_s, u"--case"_s, caseFile()}), 0);
    QVERIFY(!QFile::exists(path(u"out"_s)));
    QVERIFY(other.run(u"ROLLBACK"_s));
    QCOMPARE(cases().size(), 3);
}

QTEST_GUILESS_MAIN(TestCaseFileCommands)
#include "tst_casefilecommands.moc"
