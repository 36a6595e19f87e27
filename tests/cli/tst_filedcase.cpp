// A record's way into AWS and back on the command line: filed, sent back, answered; what was filed stays.
#include "cli/filedfolder.h"

#include <QCryptographicHash>
#include <QSet>

using namespace clitest;
using namespace Qt::StringLiterals;

class TestFiledCase : public QObject, private FiledFolder {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void aRecordGoesToAwsAndBack();
    void whatIsLockedIsRefused_data();
    void whatIsLockedIsRefused();
    void anUpdateOfALockedFieldIsNeitherExportedNorSent();
    void aRecordIsFiledThroughTheChannelOfTheFile();
    void aPastCloseDateIsRefusedWithTheNextOneAllowed();
    void whatCannotBeTrueIsRefused_data();
    void whatCannotBeTrueIsRefused();
    void filedAgainOnlyWhenItIsMeant();
    void anOpportunityBelongsToOneCase();
    void whatWasSavedAfterTheFilingIsDoubted();
    void draftingCountsWhatTheReviewFinds();
    void theHandedInBriefIsTheOneThatIsKept();
    void theBriefThatIsFiledIsTheExportedOneWithThePartnersHand();
};

void TestFiledCase::aRecordGoesToAwsAndBack()
{
    sendBack(u"Clarify Revenue"_s);
    // What is filed next names the opportunity that was filed, whatever the worksheet says.
    VERIFY_ENDED(run(asOf({u"export"_s, u"--case"_s, path(u"c.briefstack"_s), u"--pool"_s, kPoc, u"--format"_s,
                           u"update"_s, u"--out"_s, path(u"kit"_s)},
                          u"2026-11-24"_s)),
                 0);
    const auto update = QJsonDocument::fromJson(bytesOf(path(u"kit/"_s + kSlug + u"-bedrock-poc.update.json"_s)));
    QCOMPARE(update[u"Identifier"_s].toString(), u"O1234567"_s);
    QCOMPARE(update[u"LifeCycle"_s][u"ReviewStatus"_s].toString(), u"Action Required"_s);
    // Exactly the documented fields are open.
    const QStringList open = record()[u"openFields"_s].toVariant().toStringList();
    QCOMPARE(QSet<QString>(open.begin(), open.end()),
             (QSet<QString>{
                 u"Customer.Account.Address.City"_s, u"Customer.Account.Address.CountryCode"_s,
                 u"Customer.Account.Address.PostalCode"_s, u"Customer.Account.Address.StateOrRegion"_s,
                 u"Customer.Account.Address.StreetAddress"_s, u"Customer.Account.WebsiteUrl"_s,
                 u"LifeCycle.TargetCloseDate"_s, u"PartnerOpportunityIdentifier"_s,
                 u"Project.CustomerBusinessProblem"_s, u"Project.ExpectedCustomerSpend[].Amount"_s,
                 u"Project.ExpectedCustomerSpend[].CurrencyCode"_s, u"Project.ExpectedCustomerSpend[].EstimationUrl"_s,
                 u"Project.ExpectedCustomerSpend[].Frequency"_s, u"Project.ExpectedCustomerSpend[].TargetCompany"_s}));
    QCOMPARE(record()[u"reasons"_s].toVariant().toStringList(), QStringList{u"Clarify Revenue"_s});
    change("\"requestsPerDay\": 5000", "\"requestsPerDay\": 4000");
    const QJsonArray changes = record()[u"changedSinceFiled"_s].toArray();
    QVERIFY(!changes.isEmpty());
    for (const QJsonValue &one : changes)
        QVERIFY2(one[u"open"_s].toBool(), qPrintable(one[u"path"_s].toString()));

    const Ran second = file({}, u"2026-11-24"_s);
    VERIFY_ENDED(second, 0);
    QVERIFY2(second.out.contains("revision 2") && second.out.contains("Monthly spend: "), second.words().constData());
    const QJsonArray filings = record()[u"filings"_s].toArray();
    QCOMPARE(filings.size(), 2);
    QCOMPARE(filings[0][u"revision"_s].toInt(), 1);
    QCOMPARE(filings[1][u"revision"_s].toInt(), 2);
    QVERIFY(filings[1][u"changes"_s].toString().contains(u"was 13237.83"_s));
    QVERIFY(record()[u"changedSinceFiled"_s].toArray().isEmpty());
    QCOMPARE(record()[u"status"_s].toString(), u"filed"_s);

    // The first PDF is byte for byte the one that was handed in.
    const Ran first = status({u"--pool"_s, kPoc, u"--filing"_s, u"1"_s, u"--out"_s, path(u"first"_s)});
    VERIFY_ENDED(first, 0);
    const QByteArray kept = bytesOf(path(u"first/"_s + kSlug + u"-bedrock-poc-filed-1-brief.pdf"_s));
    QVERIFY(!kept.isEmpty());
    QVERIFY(kept == m_brief);
    QVERIFY(first.out.startsWith(QCryptographicHash::hash(m_brief, QCryptographicHash::Sha256).toHex()));
    VERIFY_ENDED(run({u"check"_s, u"--case"_s, path(u"c.briefstack"_s)}), 0);
}

void TestFiledCase::whatIsLockedIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("label");
    QTest::newRow("the title") << QByteArray("\"title\": \"In-product support assistant\"")
                               << QByteArray("\"title\": \"Another assistant\"") << u"Project title"_s;
    QTest::newRow("the company") << QByteArray("\"name\": \"Northwind Support Software\"")
                                 << QByteArray("\"name\": \"Northwind Software\"") << u"Company name"_s;
}

void TestFiledCase::whatIsLockedIsRefused()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, label);
    sendBack(u"Clarify Revenue"_s);
    change(from, to);
    const Ran refused = file({}, u"2026-11-24"_s);
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.out.isEmpty() && refused.err.contains(QString(label + u" was filed as"_s).toUtf8())
                 && refused.err.contains("Locked from the submission on"),
             refused.words().constData());
    QCOMPARE(record()[u"filings"_s].toArray().size(), 1);
    QCOMPARE(record()[u"status"_s].toString(), u"action-required"_s);
    // What was typed wrong is put right, and the answer goes out.
    change(to, from);
    VERIFY_ENDED(file({}, u"2026-11-24"_s), 0);
}

void TestFiledCase::anUpdateOfALockedFieldIsNeitherExportedNorSent()
{
    const auto exported = [this](const QString &folder) {
        return run(asOf({u"export"_s, u"--case"_s, path(u"c.briefstack"_s), u"--pool"_s, kPoc, u"--format"_s, u"kit"_s,
                         u"--out"_s, path(folder)},
                        u"2026-11-24"_s));
    };
    const QString update = u"/"_s + kSlug + u"-bedrock-poc.update.json"_s;
    sendBack(u"Clarify Revenue"_s);
    VERIFY_ENDED(exported(u"open"_s), 0);
    const QStringList check{u"preflight"_s, u"--case"_s, path(u"c.briefstack"_s)};
    const Ran sound = run(asOf(QStringList(check) << path(u"open"_s + update), u"2026-11-24"_s));
    QVERIFY2(!sound.out.contains("ACTION_NOT_PERMITTED"), sound.out.constData());
    // The same update with another industry, which AWS locked.
    QByteArray theirs = bytesOf(path(u"open"_s + update));
    QVERIFY(theirs.contains("Software and Internet"));
    theirs.replace("Software and Internet", "Financial Services");
    QVERIFY(writeBytes(path(u"theirs.json"_s), theirs));
    const Ran refused = run(asOf(QStringList(check) << path(u"theirs.json"_s), u"2026-11-24"_s));
    VERIFY_ENDED(refused, 1);
    QVERIFY2(refused.out.contains("ace/ACTION_NOT_PERMITTED/locked-field")
                 && refused.out.contains("Customer.Account.Industry"),
             refused.out.constData());
    VERIFY_REFUSED(run({u"preflight"_s, path(u"theirs.json"_s), u"--case"_s, path(u"none.briefstack"_s)}),
                   path(u"none.briefstack"_s), u"no such file"_s);
    const Ran piped = run(asOf(QStringList(check) << u"-"_s, u"2026-11-24"_s), theirs);
    QCOMPARE(piped.out, refused.out);
    // Its submission names the opportunity too, and changes nothing of it.
    const QString engagement = path(u"open/"_s + kSlug + u"-bedrock-poc.engagement.json"_s);
    QVERIFY(!run(asOf(QStringList(check) << engagement, u"2026-11-24"_s)).out.contains("ACTION_NOT_PERMITTED"));
    // Of an opportunity that the file never filed, nothing is known.
    theirs.replace("O1234567", "O7654321");
    QVERIFY(writeBytes(path(u"theirs.json"_s), theirs));
    QVERIFY(
        !run(asOf(QStringList(check) << path(u"theirs.json"_s), u"2026-11-24"_s)).out.contains("ACTION_NOT_PERMITTED"));
    // The case's own update, once its facts changed what is locked.
    change("Software and Internet", "Financial Services");
    const Ran held = exported(u"locked"_s);
    QCOMPARE(held.status, 1);
    QVERIFY2(held.err.contains("no update: ") && held.err.contains("Industry"), held.err.constData());
    QVERIFY(!QFile::exists(path(u"locked"_s + update)));
    // Nor does an older one stay beside the new kit.
    QVERIFY(QFile::exists(path(u"open"_s + update)));
    QCOMPARE(exported(u"open"_s).status, 1);
    QVERIFY(!QFile::exists(path(u"open"_s + update)));
    const QString script = path(u"locked/"_s + kSlug + u"-bedrock-poc.commands.sh"_s);
    const Ran sent = runProgram(u"sh"_s, {script, u"update"_s, u"O1234567"_s});
    QCOMPARE(sent.status, 1);
    QVERIFY2(sent.err.contains("Industry") && !sent.err.contains("not found"), sent.err.constData());
}

void TestFiledCase::aRecordIsFiledThroughTheChannelOfTheFile()
{
    const auto channel = [this] { return record()[u"filings"_s].toArray().last()[u"channel"_s].toString(); };
    VERIFY_ENDED(run({u"profile"_s, u"set"_s, u"--case"_s, path(u"c.briefstack"_s), u"--channel"_s, u"console"_s}), 0);
    QVERIFY(file().status < 2);
    QCOMPARE(channel(), u"console"_s);
    // The answer goes the way the record went.
    VERIFY_ENDED(run({u"profile"_s, u"set"_s, u"--case"_s, path(u"c.briefstack"_s), u"--channel"_s, u"bulk"_s}), 0);
    VERIFY_ENDED(status({u"--pool"_s, kPoc, u"--to"_s, u"Action Required"_s, u"--reason"_s, u"Clarify Revenue"_s}), 0);
    QVERIFY(file({u"--on"_s, u"2026-11-24"_s}, u"2026-11-24"_s).status < 2);
    QCOMPARE(channel(), u"console"_s);
}

void TestFiledCase::aPastCloseDateIsRefusedWithTheNextOneAllowed()
{
    sendBack(u"Forecast Conflict: the close date is not plausible."_s);
    change("\"format\"", "\"records\": [{\"pool\": \"bedrock-poc\", \"targetCloseDate\": \"2026-11-20\"}], \"format\"");
    const Ran refused = file({}, u"2026-11-24"_s);
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.err.contains("records/bedrock-poc/targetCloseDate") && refused.err.contains("2026-11-25 or later"),
             refused.words().constData());
    change("2026-11-20", "2026-11-25");
    const Ran filed = file({}, u"2026-11-24"_s);
    VERIFY_ENDED(filed, 0);
    QVERIFY2(filed.out.contains("Target close date: 2026-11-25, was "), filed.words().constData());
}

void TestFiledCase::whatCannotBeTrueIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("no number of AWS's") << QStringList{u"--opportunity"_s, u"1234567"_s} << u"O1234567"_s;
    QTest::newRow("a day ahead") << QStringList{u"--on"_s, u"2026-11-23"_s} << u"lies ahead"_s;
    QTest::newRow("a day before there was anything to file")
        << QStringList{u"--on"_s, u"1900-01-01"_s} << u"The day it was filed, 1900-01-01, cannot be."_s;
    QTest::newRow("no day") << QStringList{u"--on"_s, u"tomorrow"_s} << u"YYYY-MM-DD"_s;
    QTest::newRow("no channel") << QStringList{u"--channel"_s, u"fax"_s} << u"is not one of"_s;
    QTest::newRow("no such pool") << QStringList{u"--pool"_s, u"activate-founders"_s} << u"no record of"_s;
    QTest::newRow("no PDF") << QStringList{u"--pdf"_s, samplePath(kSeriesA)} << u"is no PDF"_s;
    QTest::newRow("no such case") << QStringList{u"--id"_s, u"nobody"_s} << u"nobody"_s;
}

void TestFiledCase::whatCannotBeTrueIsRefused()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, says);
    VERIFY_REFUSED(file(arguments), QString(), says);
    QVERIFY(record()[u"filings"_s].toArray().isEmpty());
}

void TestFiledCase::filedAgainOnlyWhenItIsMeant()
{
    VERIFY_ENDED(file(), 0);
    VERIFY_REFUSED(file(), QString(), u"filed already, as O1234567"_s);
    // One opportunity is one record's.
    VERIFY_REFUSED(file({u"--pool"_s, u"activate-portfolio"_s}), QString(), u"is the opportunity of bedrock-poc"_s);
    VERIFY_ENDED(file({u"--opportunity"_s, u"O7654321"_s, u"--again"_s}), 0);
    QCOMPARE(record()[u"filings"_s].toArray().size(), 2);
}

void TestFiledCase::anOpportunityBelongsToOneCase()
{
    VERIFY_ENDED(file(), 0);
    VERIFY_ENDED(runAsOf({u"draft"_s, samplePath(kSeriesA), u"--case"_s, path(u"c.briefstack"_s), u"--new"_s}), 0);
    const Ran listed = run({u"list"_s, u"--case"_s, path(u"c.briefstack"_s), u"--format"_s, u"json"_s});
    QString other;
    for (const QJsonValue &one : QJsonDocument::fromJson(listed.out)[u"cases"_s].toArray()) {
        if (one[u"id"_s].toString() != m_case)
            other = one[u"id"_s].toString();
    }
    VERIFY_REFUSED(file({u"--id"_s, other}), QString(),
                   u"O1234567 is the opportunity of another case, of Northwind Support Software."_s);
    VERIFY_ENDED(file({u"--id"_s, other, u"--opportunity"_s, u"O7654321"_s}), 0);
}

void TestFiledCase::whatWasSavedAfterTheFilingIsDoubted()
{
    // Saved when the test runs, which counts as of the day that is given at the latest.
    VERIFY_ENDED(file(), 0);
    const Ran before = file({u"--on"_s, u"2026-11-20"_s, u"--opportunity"_s, u"O7654321"_s, u"--again"_s});
    QCOMPARE(before.status, 0);
    QVERIFY2(before.err.contains("saved on 2026-11-22, after the day it was filed, 2026-11-20"),
             before.words().constData());
}

void TestFiledCase::draftingCountsWhatTheReviewFinds()
{
    const auto agree = [this](const Ran &drafted, const QString &rule) {
        const QByteArray id = drafted.out.left(drafted.out.indexOf(' '));
        const Ran review = runAsOf({u"review"_s, u"--case"_s, path(u"c.briefstack"_s), u"--id"_s, QString::fromUtf8(id),
                                    u"--format"_s, u"json"_s});
        QCOMPARE(drafted.status, review.status);
        QByteArray all = "nothing";
        qsizetype errors = 0;
        const QJsonArray findings = QJsonDocument::fromJson(review.out)[u"findings"_s].toArray();
        for (const QJsonValue &one : findings)
            errors += one[u"severity"_s].toString() == u"error" ? 1 : 0;
        all = "  " + QByteArray::number(errors) + " to fix, " + QByteArray::number(findings.size() - errors)
            + " weak points and advice";
        QVERIFY2(drafted.out.contains(all), QByteArray(drafted.words() + all).constData());
        QVERIFY2(review.out.contains(rule.toUtf8()), review.out.constData());
    };
    // What an earlier case of the company filed.
    VERIFY_ENDED(file(), 0);
    agree(runAsOf({u"draft"_s, samplePath(kSeriesA), u"--case"_s, path(u"c.briefstack"_s), u"--new"_s}),
          u"repeats-filed-text"_s);
    // A brief that does not fit its pages.
    QByteArray longer = bytesOf(samplePath(kSeriesA));
    for (const QByteArray key : {"\"problem\": \"", "\"solution\": \"", "\"whyNow\": \""}) {
        QVERIFY(longer.contains(key));
        longer.insert(longer.indexOf(key) + key.size(), QByteArray("Nobody has time for this. ").repeated(60));
    }
    longer.replace("Northwind Support Software", "Southwind Support Software");
    QVERIFY(writeBytes(path(u"long.json"_s), longer));
    agree(
        runAsOf({u"draft"_s, path(u"long.json"_s), u"--case"_s, path(u"c.briefstack"_s), u"--out"_s, path(u"long"_s)}),
        u"brief-too-long"_s);
}

void TestFiledCase::theHandedInBriefIsTheOneThatIsKept()
{
    QVERIFY(writeBytes(path(u"mine.pdf"_s), "%PDF-1.7 as handed in"));
    VERIFY_ENDED(file({u"--pdf"_s, path(u"mine.pdf"_s)}), 0);
    VERIFY_ENDED(status({u"--pool"_s, kPoc, u"--filing"_s, u"1"_s, u"--out"_s, path(u"kept"_s)}), 0);
    QCOMPARE(bytesOf(path(u"kept/"_s + kSlug + u"-bedrock-poc-filed-1-brief.pdf"_s)),
             QByteArray("%PDF-1.7 as handed in"));
    VERIFY_REFUSED(status({u"--pool"_s, kPoc, u"--filing"_s, u"2"_s, u"--out"_s, path(u"kept"_s)}), QString(),
                   u"has no filing 2"_s);
}

void TestFiledCase::theBriefThatIsFiledIsTheExportedOneWithThePartnersHand()
{
    const QString out = path(u"out"_s);
    VERIFY_ENDED(run({u"profile"_s, u"set"_s, u"--case"_s, path(u"c.briefstack"_s), u"--name"_s, u"Cloud Nord GmbH"_s}),
                 0);
    VERIFY_ENDED(run(asOf({u"export"_s, u"--case"_s, path(u"c.briefstack"_s), u"--format"_s, u"pdf"_s, u"--pool"_s,
                           kPoc, u"--out"_s, out},
                          u"2026-11-22"_s)),
                 0);
    VERIFY_ENDED(file(), 0);
    VERIFY_ENDED(status({u"--pool"_s, kPoc, u"--filing"_s, u"1"_s, u"--out"_s, out}), 0);
    const QByteArray exported = bytesOf(out + u'/' + kSlug + u"-bedrock-poc.pdf"_s);
    QVERIFY(exported.startsWith("%PDF"));
    QVERIFY(exported == bytesOf(out + u'/' + kSlug + u"-bedrock-poc-filed-1-brief.pdf"_s));
}

QTEST_GUILESS_MAIN(TestFiledCase)
#include "tst_filedcase.moc"
