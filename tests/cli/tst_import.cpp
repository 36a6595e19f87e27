// A case as a file of its own, and back: the whole way with the real program.
#include "cli/clifixture.h"
#include "db/casefixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clitest;
using fixture::RawDatabase;

class TestImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anExportedCaseComesBackWhole();
    void anArchiveCopyBringsTheWholeCaseBack();
    void anExportNeverReplacesACaseFile();
    void theSameStateIsNothingToDo();
    void aFileThatWentOnIsFollowed();
    void aFileThatStayedBehindChangesNothing();
    void changesOfDifferentFieldsCombine();
    void aFieldThatBothChangedWaitsForADecision();
    void everyFieldIsDecidedForItself();
    void aMergeIsKnownToBothSidesAfterwards();
    void notesAndFilingsComeAlongAndNoneTwice();
    void anotherCaseOfTheCompanyIsRefused();
    void aDecisionThatDecidesNothingIsRefused();
    void aFileIsNotImportedIntoItself();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void aSlugThatIsAPathStaysOutside();
    void twoImportsAtOnceAreOneAfterTheOther();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString ours() const { return path(u"ours.briefstack"_s); }
    QString theirs() const { return path(u"out/northwind-support-software.briefstack"_s); }
    Ran import(const QStringList &more = {}) const
    {
        return runAsOf(QStringList{u"import"_s, theirs(), u"--case"_s, ours()} + more);
    }
    QJsonObject imported(const QStringList &more = {}) const
    {
        return object(import(QStringList{u"--format"_s, u"json"_s} + more).out)
            .value(u"cases"_s)
            .toArray()[0]
            .toObject();
    }
    /// Saves the sample with one change as the next revision of the case in that file.
    bool change(const QString &file, const std::vector<std::pair<QString, QJsonValue>> &values) const
    {
        QJsonObject sheet = sampleObject(kSeriesA);
        for (const auto &[field, value] : values)
            sheet = changed(sheet, field, value);
        return runAsOf({u"draft"_s, u"-"_s, u"--case"_s, file, u"--update"_s, m_id}, jsonOf(sheet)).status == 0;
    }
    QJsonObject worksheet(const QString &file) const
    {
        const QTemporaryDir out;
        runAsOf(
            {u"export"_s, u"--case"_s, file, u"--id"_s, m_id, u"--format"_s, u"worksheet"_s, u"--out"_s, out.path()});
        return object(bytesOf(out.filePath(u"northwind-support-software.worksheet.json"_s)));
    }
    QJsonValue headcount(const QString &file) const
    {
        return worksheet(file).value(u"company"_s).toObject().value(u"headcount"_s);
    }
    bool isSound(const QString &file) const { return runAsOf({u"check"_s, u"--case"_s, file}).status == 0; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_id;
};

void TestImport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    VERIFY_ENDED(runAsOf({u"draft"_s, samplePath(kPreSeed), samplePath(kSeriesA), u"--case"_s, ours()}), 0);
    const QJsonArray cases =
        object(runAsOf({u"list"_s, u"--case"_s, ours(), u"--format"_s, u"json"_s}).out).value(u"cases"_s).toArray();
    m_id = element(cases, u"company"_s, u"Northwind Support Software"_s).value(u"id"_s).toString();
    const Ran exported = runAsOf(
        {u"export"_s, u"--case"_s, ours(), u"--id"_s, m_id, u"--format"_s, u"case"_s, u"--out"_s, path(u"out"_s)});
    VERIFY_ENDED(exported, 0);
    QCOMPARE(exported.out.trimmed(), theirs().toUtf8());
}

void TestImport::anExportedCaseComesBackWhole()
{
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(theirs()) & others));
    const QString fresh = path(u"fresh.briefstack"_s);
    const Ran ran = runAsOf({u"import"_s, theirs(), u"--case"_s, fresh});
    VERIFY_ENDED(ran, 0);
    QVERIFY2(ran.out.contains("added, revision 1"), ran.out.constData());
    QCOMPARE(worksheet(fresh), worksheet(ours()));
    QVERIFY(isSound(fresh) && isSound(theirs()));
    RawDatabase raw(fresh);
    QCOMPARE(raw.text(u"SELECT uuid FROM \"case\""_s), m_id);
    // It is found by its words, too.
    QVERIFY(runAsOf({u"list"_s, u"--case"_s, fresh, u"--search"_s, u"northwind"_s}).out.contains(m_id.toUtf8()));
}

void TestImport::anArchiveCopyBringsTheWholeCaseBack()
{
    QVERIFY(change(ours(), {{u"company.headcount"_s, 25}}));
    VERIFY_ENDED(runAsOf({u"file"_s, u"--case"_s, ours(), u"--id"_s, m_id, u"--pool"_s, u"bedrock-poc"_s,
                          u"--opportunity"_s, u"O1234567"_s}),
                 0);
    VERIFY_ENDED(runAsOf({u"export"_s, u"--case"_s, ours(), u"--id"_s, m_id, u"--document"_s, u"records,stack"_s,
                          u"--archive"_s, u"--format"_s, u"pdf"_s, u"--out"_s, path(u"archive"_s)}),
                 0);
    QCOMPARE(QDir(path(u"archive"_s)).entryList({u"*.briefstack"_s}, QDir::Files | QDir::Hidden), QStringList());
    for (const QString &name : {u"northwind-support-software-stack"_s, u"northwind-support-software-bedrock-poc"_s}) {
        const QString fresh = path(name + u".briefstack");
        const QString archive = path(u"archive/"_s + name + u".archive.pdf");
        const Ran ran = runAsOf({u"import"_s, archive, u"--case"_s, fresh});
        VERIFY_ENDED(ran, 0);
        QVERIFY2(ran.out.contains("added, revision 2"), ran.out.constData());
        QCOMPARE(worksheet(fresh), worksheet(ours()));
        QVERIFY(isSound(fresh));
        QCOMPARE(RawDatabase(fresh).text(u"SELECT uuid FROM \"case\""_s), m_id);
        const Ran status = runAsOf({u"status"_s, u"--case"_s, fresh, u"--pool"_s, u"bedrock-poc"_s});
        QVERIFY2(status.out.contains("O1234567"), status.words().constData());
        // Once more is nothing to do, and a plain brief is refused under its own name.
        QVERIFY(runAsOf({u"import"_s, archive, u"--case"_s, fresh}).out.contains("the same in both files"));
        const QString plain = path(u"archive/"_s + name + u".pdf");
        VERIFY_REFUSED(runAsOf({u"import"_s, plain, u"--case"_s, fresh}), plain, u"holds no case"_s);
    }
}

void TestImport::anExportNeverReplacesACaseFile()
{
    const QByteArray before = bytesOf(theirs());
    const QStringList filesBefore = everythingIn(m_folder->path());
    VERIFY_REFUSED(
        runAsOf({u"export"_s, u"--case"_s, ours(), u"--format"_s, u"pdf,case"_s, u"--out"_s, path(u"out"_s)}), theirs(),
        u"never replaced"_s);
    QCOMPARE(bytesOf(theirs()), before);
    QCOMPARE(everythingIn(m_folder->path()), filesBefore);
}

void TestImport::theSameStateIsNothingToDo()
{
    const QByteArray before = bytesOf(ours());
    const Ran ran = import();
    VERIFY_ENDED(ran, 0);
    QVERIFY2(ran.out.contains("the same in both files"), ran.out.constData());
    QCOMPARE(bytesOf(ours()), before);
}

void TestImport::aFileThatWentOnIsFollowed()
{
    QVERIFY(change(theirs(), {{u"company.headcount"_s, 30}}));
    QVERIFY(change(theirs(), {{u"company.headcount"_s, 31}}));
    const QJsonObject result = imported();
    QCOMPARE(result.value(u"result"_s).toString(), u"theirs-ahead"_s);
    QCOMPARE(result.value(u"revision"_s).toInt(), 3);
    QCOMPARE(headcount(ours()), QJsonValue(31));
    QVERIFY(isSound(ours()));
    QCOMPARE(imported().value(u"result"_s).toString(), u"same"_s);
}

void TestImport::aFileThatStayedBehindChangesNothing()
{
    QVERIFY(change(ours(), {{u"company.headcount"_s, 25}}));
    QCOMPARE(imported().value(u"result"_s).toString(), u"ours-ahead"_s);
    QCOMPARE(headcount(ours()), QJsonValue(25));
}

void TestImport::changesOfDifferentFieldsCombine()
{
    QVERIFY(change(ours(), {{u"company.headcount"_s, 25}}));
    QVERIFY(change(theirs(), {{u"company.city"_s, u"Berlin"_s}}));
    const QJsonObject result = imported();
    QCOMPARE(result.value(u"result"_s).toString(), u"merged"_s);
    QCOMPARE(element(result.value(u"changes"_s), u"field"_s, u"company/city"_s).value(u"after"_s).toString(),
             u"Berlin"_s);
    QCOMPARE(headcount(ours()), QJsonValue(25));
    QCOMPARE(worksheet(ours()).value(u"company"_s).toObject().value(u"city"_s).toString(), u"Berlin"_s);
    QVERIFY(isSound(ours()));
}

void TestImport::aFieldThatBothChangedWaitsForADecision()
{
    QVERIFY(change(ours(), {{u"company.headcount"_s, 25}}));
    QVERIFY(change(theirs(), {{u"company.headcount"_s, 30}}));
    const QByteArray before = bytesOf(ours());
    const Ran table = import();
    VERIFY_ENDED(table, 1);
    for (const char *part :
         {"company/headcount", "theirs: \"30\"", "ours:   \"25\"", "before: \"24\"", "Nothing was imported"})
        QVERIFY2(table.out.contains(part), table.out.constData());
    const QJsonObject result = imported();
    QCOMPARE(result.value(u"result"_s).toString(), u"conflict"_s);
    const QJsonObject conflict = result.value(u"conflicts"_s).toArray()[0].toObject();
    QCOMPARE(conflict.value(u"base"_s).toString() + conflict.value(u"ours"_s).toString()
                 + conflict.value(u"theirs"_s).toString(),
             u"242530"_s);
    QVERIFY(conflict.value(u"taken"_s).isNull());
    QCOMPARE(bytesOf(ours()), before);
    VERIFY_ENDED(import({u"--take"_s, u"theirs"_s}), 0);
    QCOMPARE(headcount(ours()), QJsonValue(30));
}

void TestImport::everyFieldIsDecidedForItself()
{
    QVERIFY(change(ours(), {{u"company.headcount"_s, 25}, {u"company.city"_s, u"Bonn"_s}}));
    QVERIFY(change(theirs(), {{u"company.headcount"_s, 30}, {u"company.city"_s, u"Berlin"_s}}));
    const QByteArray before = bytesOf(ours());
    VERIFY_ENDED(import({u"--take"_s, u"company/city=ours"_s}), 1); // the other one still waits
    QCOMPARE(bytesOf(ours()), before);
    VERIFY_ENDED(import({u"--take"_s, u"company/city=ours"_s, u"--take"_s, u"company/headcount=theirs"_s}), 0);
    QCOMPARE(headcount(ours()), QJsonValue(30));
    QCOMPARE(worksheet(ours()).value(u"company"_s).toObject().value(u"city"_s).toString(), u"Bonn"_s);
}

void TestImport::aMergeIsKnownToBothSidesAfterwards()
{
    QVERIFY(change(ours(), {{u"company.headcount"_s, 25}}));
    QVERIFY(change(theirs(), {{u"company.headcount"_s, 30}}));
    VERIFY_ENDED(import({u"--take"_s, u"ours"_s}), 0);
    QCOMPARE(imported().value(u"result"_s).toString(), u"ours-ahead"_s); // what was decided is not asked again
    const Ran back = runAsOf({u"import"_s, ours(), u"--case"_s, theirs(), u"--id"_s, m_id});
    VERIFY_ENDED(back, 0);
    QVERIFY2(back.out.contains("brought to revision"), back.out.constData());
    QCOMPARE(headcount(theirs()), QJsonValue(25));
    QVERIFY(isSound(ours()) && isSound(theirs()));
    // The next change of theirs is one change, not a conflict with what was merged.
    QVERIFY(change(theirs(), {{u"company.headcount"_s, 25}, {u"company.city"_s, u"Berlin"_s}}));
    QCOMPARE(imported().value(u"result"_s).toString(), u"theirs-ahead"_s);
    // Neither side's state is lost from our history.
    RawDatabase raw(ours());
    QCOMPARE(raw.text(u"SELECT count(*) FROM case_revision r JOIN \"case\" c ON c.id = r.case_id WHERE"
                      " json_extract(worksheet, '$.company.headcount') IN (24, 25, 30) AND c.uuid = '%1'"_s.arg(m_id)),
             u"5"_s);
}

void TestImport::notesAndFilingsComeAlongAndNoneTwice()
{
    {
        RawDatabase raw(theirs());
        QVERIFY(raw.run(
            u"INSERT INTO filing (case_revision_id, pool_id, channel, filed_at, opportunity_id) VALUES"
            " (1, 'bedrock-poc', 'api', '2026-11-23T09:00:00.000Z', 'O1234567');"
            "INSERT INTO status_change (case_id, pool_id, status, changed_at, reason) VALUES"
            " (1, 'bedrock-poc', 'action-required', '2026-11-24T09:00:00.000Z', 'Clarify');"
            "INSERT INTO attachment (case_id, filing_id, name, media_type, added_at, sha256, content) VALUES (1, 1,"
            " 'brief.pdf', 'application/pdf', '2026-11-23T09:00:00.000Z',"
            " 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', x'616263')"_s));
    }
    // The program keeps the words of such rows right; another program does not, and such a file is not imported.
    VERIFY_REFUSED(import(), theirs(), u"damaged"_s);
    {
        RawDatabase raw(theirs());
        QVERIFY(raw.run(u"UPDATE case_text SET words = words || ' o1234567 clarify brief pdf'"_s));
    }
    QCOMPARE(imported().value(u"added"_s).toInt(), 3);
    QCOMPARE(imported().value(u"added"_s).toInt(), 0);
    QVERIFY(isSound(ours()));
    const Ran found = runAsOf({u"list"_s, u"--case"_s, ours(), u"--search"_s, u"o123"_s});
    QVERIFY2(found.out.contains("Opportunity ID: [O123]4567"), found.out.constData());
    RawDatabase raw(ours());
    QCOMPARE(raw.text(u"SELECT name FROM attachment a JOIN filing f ON f.id = a.filing_id JOIN case_revision r"
                      " ON r.id = f.case_revision_id WHERE r.company LIKE 'Northwind%'"_s),
             u"brief.pdf"_s);
}

void TestImport::anotherCaseOfTheCompanyIsRefused()
{
    const QString other = path(u"other.briefstack"_s);
    VERIFY_ENDED(runAsOf({u"draft"_s, samplePath(kSeriesA), u"--case"_s, other}), 0);
    const QByteArray before = bytesOf(other);
    VERIFY_REFUSED(runAsOf({u"import"_s, theirs(), u"--case"_s, other}), theirs(), u"Northwind"_s);
    QCOMPARE(bytesOf(other), before);
    VERIFY_ENDED(runAsOf({u"import"_s, theirs(), u"--case"_s, other, u"--new"_s}), 0);
    QVERIFY(isSound(other));
    QCOMPARE(fixture::caseCount(other), 2);
}

void TestImport::aDecisionThatDecidesNothingIsRefused()
{
    VERIFY_REFUSED(import({u"--take"_s, u"company/city=theirs"_s}), u"--take"_s, u"company/city"_s);
    VERIFY_REFUSED(import({u"--take"_s, u"both"_s}), u"--take"_s, u"both"_s);
    VERIFY_REFUSED(import({u"--take"_s, u"=ours"_s}), u"--take"_s, u"=ours"_s);
    VERIFY_REFUSED(import({u"--id"_s, u"nobody"_s}), theirs(), u"nobody"_s);
}

void TestImport::aFileIsNotImportedIntoItself()
{
    const QByteArray before = bytesOf(ours());
    VERIFY_REFUSED(runAsOf({u"import"_s, ours(), u"--case"_s, ours()}), ours(), u"itself"_s);
    const QString link = path(u"link.briefstack"_s);
    QVERIFY(QFile::link(ours(), link));
    VERIFY_REFUSED(runAsOf({u"import"_s, link, u"--case"_s, ours()}), link, u"itself"_s);
    QCOMPARE(bytesOf(ours()), before);
}

void TestImport::hostileFilesAreRefused_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("says");
    QTest::newRow("a newer version") << u"PRAGMA user_version = 99"_s << u"newer"_s;
    QTest::newRow("a trigger") << u"CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM \"case\"; END"_s
                               << u"damaged"_s;
    QTest::newRow("a changed worksheet")
        << u"UPDATE case_revision SET worksheet = replace(worksheet, 'Seattle', 'Elsewhere')"_s << u"damaged"_s;
    QTest::newRow("a worksheet that is none, with its digest")
        << u"UPDATE case_revision SET worksheet = '{\"company\": {\"name\": \"x\"}}', worksheet_sha256 ="
           " '0acd6e8d37ab8fd5dd4a5fa1e3f7a1a7fa0b3b1c0a7f1d9a2e0f3c4b5a697887'"_s
        << u"damaged"_s;
    QTest::newRow("another program's") << u"PRAGMA application_id = 7"_s << QString();
}
void TestImport::hostileFilesAreRefused()
{
    QFETCH(QString, sql);
    QFETCH(QString, says);
    {
        RawDatabase raw(theirs());
        QVERIFY(raw.run(sql));
    }
    const QByteArray before = bytesOf(ours());
    const QByteArray hostile = bytesOf(theirs());
    VERIFY_REFUSED(import(), theirs(), says);
    QCOMPARE(bytesOf(ours()), before);
    QCOMPARE(bytesOf(theirs()), hostile);
    const QString fresh = path(u"fresh.briefstack"_s);
    VERIFY_REFUSED(runAsOf({u"import"_s, theirs(), u"--case"_s, fresh}), theirs(), says);
    QVERIFY(!QFile::exists(fresh));
}

void TestImport::aSlugThatIsAPathStaysOutside()
{
    {
        RawDatabase raw(theirs());
        QVERIFY(raw.run(u"UPDATE \"case\" SET slug = '../../escaped'"_s));
    }
    const QString fresh = path(u"fresh.briefstack"_s);
    VERIFY_ENDED(runAsOf({u"import"_s, theirs(), u"--case"_s, fresh}), 0);
    RawDatabase raw(fresh);
    QCOMPARE(raw.text(u"SELECT slug FROM \"case\""_s), u"northwind-support-software"_s);
    // Nor does a document of that file leave the folder it is for.
    VERIFY_ENDED(runAsOf({u"export"_s, u"--case"_s, theirs(), u"--format"_s, u"txt,worksheet,case"_s, u"--out"_s,
                          path(u"deep/er/out"_s)}),
                 0);
    for (const QString &file : everythingIn(m_folder->path()))
        QVERIFY2(!file.contains(u"escaped"_s), qPrintable(file));
    QVERIFY(QFile::exists(path(u"deep/er/out/northwind-support-software.briefstack"_s)));
}

void TestImport::twoImportsAtOnceAreOneAfterTheOther()
{
    const QString fresh = path(u"fresh.briefstack"_s);
    VERIFY_ENDED(runAsOf({u"draft"_s, samplePath(kEnterprise), u"--case"_s, fresh, u"--new"_s}), 0);
    std::vector<std::unique_ptr<QProcess>> running;
    for (int i = 0; i < 4; ++i) {
        running.push_back(std::make_unique<QProcess>());
        running.back()->start(program(), {u"import"_s, theirs(), u"--case"_s, fresh});
    }
    int added = 0;
    for (const auto &process : running) {
        QVERIFY(process->waitForFinished(60'000));
        QCOMPARE(process->exitCode(), 0);
        added += process->readAllStandardOutput().contains("added, revision 1") ? 1 : 0;
    }
    QCOMPARE(added, 1);
    QCOMPARE(fixture::caseCount(fresh), 2);
    QVERIFY(isSound(fresh));
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
