// Ids: slugs, generated ids, and paths of ids that name a field.
#include "domain/fieldpath.h"
#include "domain/identifiers.h"

#include "support/books.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

class IdentifiersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void slugsKeepLettersAndDigits_data();
    void slugsKeepLettersAndDigits();
    void takenNamesAreNumbered();
    void statedServiceIdsComeFirst();
    void aServiceIdNeverClashesWithAWorkload();
    void statedPoolIdsComeFirst();
    void fillingTwiceChangesNothing();
    void pathsNameWhatIsThere_data();
    void pathsNameWhatIsThere();
    void peopleAndCreditsHaveGeneratedIds();
};

void IdentifiersTest::slugsKeepLettersAndDigits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("slug");
    QTest::newRow("plain") << u"Amazon OpenSearch Serverless"_s << u"amazon-opensearch-serverless"_s;
    QTest::newRow("runs of signs are one hyphen") << u"A & B -- (C), Inc."_s << u"a-b-c-inc"_s;
    QTest::newRow("none at the ends") << u"...x..."_s << u"x"_s;
    QTest::newRow("umlauts are signs") << u"Zürich AG"_s << u"z-rich-ag"_s;
    QTest::newRow("nothing left") << u"日本語"_s << u"case"_s;
    QTest::newRow("empty") << QString() << u"case"_s;
    QTest::newRow("cut at 60") << QString(70, u'a') << QString(60, u'a');
    QTest::newRow("cut before a hyphen") << QString(QString(59, u'a') + u" bc") << QString(59, u'a');
    QTest::newRow("path signs are gone") << u"../../etc/passwd"_s << u"etc-passwd"_s;
}

void IdentifiersTest::slugsKeepLettersAndDigits()
{
    QFETCH(QString, text);
    QFETCH(QString, slug);
    QCOMPARE(slugOf(text), slug);
}

void IdentifiersTest::takenNamesAreNumbered()
{
    QSet<QString> taken{u"x"_s, u"x-3"_s};
    QCOMPARE(freeName(u"x"_s, taken), u"x-2"_s);
    QCOMPARE(freeName(u"x"_s, taken), u"x-4"_s);
    QCOMPARE(freeName(u"y"_s, taken), u"y"_s);
    QCOMPARE(freeName(u"y"_s, taken), u"y-2"_s);
}

namespace {

ServiceUse service(const QString &id, const QString &name)
{
    ServiceUse use;
    use.id = id;
    use.service = name;
    return use;
}

} // namespace

void IdentifiersTest::statedServiceIdsComeFirst()
{
    Worksheet worksheet = support::worksheet();
    worksheet.useCases[0].services = {service({}, u"Amazon S3"_s), service({}, u"Amazon S3"_s)};
    worksheet.footprint = {service(u"amazon-s3"_s, u"Storage"_s), service({}, u"Amazon S3"_s)};
    fillIds(worksheet);
    QCOMPARE(worksheet.useCases[0].services[0].id, u"amazon-s3-2"_s);
    QCOMPARE(worksheet.useCases[0].services[1].id, u"amazon-s3-3"_s);
    QCOMPARE(worksheet.footprint[0].id, u"amazon-s3"_s);
    QCOMPARE(worksheet.footprint[1].id, u"amazon-s3-4"_s);
}

void IdentifiersTest::aServiceIdNeverClashesWithAWorkload()
{
    Worksheet worksheet = support::worksheet();
    worksheet.footprint = {service({}, u"Answers"_s)};
    fillIds(worksheet);
    QCOMPARE(worksheet.useCases[0].workloads[0].id, u"answers"_s);
    QCOMPARE(worksheet.footprint[0].id, u"answers-2"_s);
}

void IdentifiersTest::statedPoolIdsComeFirst()
{
    Worksheet worksheet;
    worksheet.funding.pools.resize(3);
    for (PoolRequest &pool : worksheet.funding.pools)
        pool.programme = u"bedrock-poc"_s;
    worksheet.funding.pools[1].id = u"bedrock-poc"_s;
    fillIds(worksheet);
    QCOMPARE(worksheet.funding.pools[0].id, u"bedrock-poc-2"_s);
    QCOMPARE(worksheet.funding.pools[1].id, u"bedrock-poc"_s);
    QCOMPARE(worksheet.funding.pools[2].id, u"bedrock-poc-3"_s);
}

void IdentifiersTest::fillingTwiceChangesNothing()
{
    Worksheet worksheet = support::worksheet();
    worksheet.footprint = {service({}, u"Amazon S3"_s), service({}, u"Amazon S3"_s)};
    fillIds(worksheet);
    const Worksheet once = worksheet;
    fillIds(worksheet);
    QCOMPARE(worksheet, once);
}

void IdentifiersTest::pathsNameWhatIsThere_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("exists");
    for (const auto *path : {"company", "company/headcount", "company/lastRound/amountUsd", "useCases",
                             "useCases/assistant", "useCases/assistant/workloads/answers/requestsPerDay",
                             "useCases/assistant/workloads/answers/steps/3/multiplier",
                             "useCases/assistant/workloads/answers/range/inputTokens",
                             "useCases/assistant/workloads/answers/provisioned/modelUnits",
                             "useCases/assistant/services/amazon-s3/monthlyUsd", "footprint/amazon-ec2/monthlyUsd",
                             "funding/startMonth", "funding/pools/bedrock-poc/months", "records/bedrock-poc/title",
                             "contacts/ada-byron/email", "contacts/ada-byron-2/email",
                             "aws/priorCredits/activate-founders/remainingUsd", "partner/owner/email", "facts"})
        QTest::newRow(path) << QString::fromLatin1(path) << true;
    for (const auto *path :
         {"", "/", "company/", "/company", "company/turnover", "company/headcount/more", "useCases/other",
          "useCases/assistant/workloads/other/model", "useCases/0/title",
          "useCases/assistant/workloads/answers/steps/4/multiplier", "funding/pools/other", "footprint/amazon-s3",
          "contacts/ada-byron-3", "records/activate-founders", "facts/company/headcount", "useCases//title"})
        QTest::newRow(path) << QString::fromLatin1(path) << false;
}

void IdentifiersTest::pathsNameWhatIsThere()
{
    Worksheet worksheet = support::worksheet();
    worksheet.useCases[0].workloads[0].steps = {{3, Decimal::fromInteger(2)}};
    worksheet.useCases[0].services = {service({}, u"Amazon S3"_s)};
    worksheet.footprint = {service({}, u"Amazon EC2"_s)};
    worksheet.funding.pools.resize(1);
    worksheet.funding.pools[0].programme = u"bedrock-poc"_s;
    worksheet.records.resize(1);
    worksheet.records[0].pool = u"bedrock-poc"_s;
    worksheet.contacts.resize(2);
    for (Contact &contact : worksheet.contacts) {
        contact.firstName = u"Ada"_s;
        contact.lastName = u"Byron"_s;
    }
    worksheet.aws.priorCredits.resize(1);
    worksheet.aws.priorCredits[0].programme = u"activate-founders"_s;
    fillIds(worksheet);

    QFETCH(QString, path);
    QFETCH(bool, exists);
    QCOMPARE(namesSomething(worksheet, path), exists);
}

void IdentifiersTest::peopleAndCreditsHaveGeneratedIds()
{
    std::vector<Contact> contacts(3);
    contacts[0].firstName = u"Ada"_s;
    contacts[1].lastName = u"Byron"_s;
    QCOMPARE(contactIds(contacts), (QStringList{u"ada"_s, u"byron"_s, u"case"_s}));
    std::vector<PriorCredit> credits(2);
    credits[0].programme = credits[1].programme = u"activate-founders"_s;
    QCOMPARE(priorCreditIds(credits), (QStringList{u"activate-founders"_s, u"activate-founders-2"_s}));
}

QTEST_GUILESS_MAIN(IdentifiersTest)
#include "tst_identifiers.moc"
