// The shipped samples are read, hold what stands in them, and come back byte for byte once they are in canonical form.
#include "domain/fieldpath.h"
#include "support/sourcefolder.h"
#include "worksheetfile/reader.h"
#include "worksheetfile/writer.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Worksheet;

namespace {

QByteArray sample(const QString &name)
{
    QFile file(support::sourcePath(u"resources/samples/"_s) + name + u".worksheet.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Worksheet read(const QByteArray &bytes)
{
    auto worksheet = worksheetfile::read(bytes);
    return worksheet ? *worksheet : Worksheet();
}

} // namespace

class TestSamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSampleIsReadAndComesBack_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"series-a-rag-assistant"_s, u"pre-seed-agent"_s, u"enterprise-two-use-cases"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void aSampleIsReadAndComesBack()
    {
        QFETCH(QString, name);
        const auto first = worksheetfile::read(sample(name));
        QVERIFY2(first, first ? "" : qPrintable(QString(first.error().path + u": "_s + first.error().value)));
        const QByteArray written = worksheetfile::write(*first);
        const auto second = worksheetfile::read(written);
        QVERIFY(second);
        QVERIFY(*second == *first);
        QCOMPARE(worksheetfile::write(*second), written);
        QVERIFY(written.endsWith("}\n"));
        QVERIFY(!written.contains('\r') && !written.contains('\t') && !written.contains(" \n"));
        for (const auto &[path, fact] : first->facts)
            QVERIFY2(domain::namesSomething(*first, path), qPrintable(path));
    }

    void theSeriesACompanyHoldsWhatItsFileSays()
    {
        const Worksheet sheet = read(sample(u"series-a-rag-assistant"_s));
        QCOMPARE(sheet.company.name, u"Northwind Support Software"_s);
        QVERIFY(sheet.company.stage == domain::Stage::SeriesA);
        QVERIFY(sheet.company.headcount == 24);
        QVERIFY(sheet.company.lastRound->closedOn == QDate(2026, 3, 18));
        QVERIFY(!sheet.company.incorporated); // not said, which is not "no"
        QVERIFY(sheet.contacts[0].role == domain::ContactRole::Founder);
        QVERIFY(sheet.aws.monthlySpendUsd == domain::Money::fromDollars(7000));
        QVERIFY(sheet.aws.priorCredits[0].remainingUsd == domain::Money());
        const domain::UseCase &useCase = sheet.useCases[0];
        QCOMPARE(useCase.workloads.size(), std::size_t(3));
        const domain::Workload &answers = useCase.workloads[0];
        QVERIFY(answers.scope == domain::Scope::Regional);
        QVERIFY(answers.growthPerMonth == domain::Decimal::parse(u"0.04"));
        QVERIFY(answers.steps == (std::vector<domain::Step>{{3, domain::Decimal::fromInteger(3)}}));
        QVERIFY(answers.range.inputTokens == (domain::CountRange{3000, 5500}));
        QVERIFY(!answers.batchShare);
        QVERIFY(!answers.provisioned);
        QVERIFY(useCase.workloads[2].outputTokens == 0); // said, which is not "not asked"
        QStringList ids;
        for (const domain::ServiceUse &service : useCase.services)
            ids.append(service.id);
        for (const domain::ServiceUse &service : sheet.footprint)
            ids.append(service.id);
        QCOMPARE(ids, (QStringList{u"amazon-opensearch-serverless"_s, u"amazon-s3"_s, u"aws-lambda"_s,
                                   u"amazon-cloudwatch"_s, u"amazon-ec2"_s, u"amazon-rds"_s, u"amazon-cloudfront"_s,
                                   u"amazon-s3-2"_s, u"aws-marketplace-subscription"_s}));
        QVERIFY(sheet.footprint[4].creditEligible == false);
        QVERIFY(sheet.funding.startMonth == domain::Month(2027, 1));
        QCOMPARE(sheet.funding.pools[0].id, u"bedrock-poc"_s);
        QCOMPARE(sheet.funding.pools[1].id, u"activate-portfolio"_s);
        QCOMPARE(sheet.partner.solutionIds, QStringList{u"S-0000001"_s});
        QVERIFY(sheet.facts.at(u"company/headcount"_s).status == domain::FactStatus::Stated);
    }

    void theCanonicalFormIsThis()
    {
        const QByteArray bytes =
            R"(  {"version": 1, "partner": {"solutionId": "S-1"}, "footprint": [{"monthlyUsd": "250",
            "service": "Amazon S3", "growthPerMonth": "0.030"}], "aws": {}, "contacts": [], "facts": {},
            "useCases": [{"workloads": [{"range": {"inputTokens": [1, 2]}, "id": "w", "steps": [{"multiplier": "3.0",
            "month": 3}], "batchShare": "-0"}], "id": "u", "problem": "", "proofOfConcept": false}],
            "company": {"headcount": 24, "name": "A \u00e9 \ud83d\ude80"}, "format": "briefstack-worksheet"})";
        const auto sheet = worksheetfile::read(bytes);
        QVERIFY2(sheet, sheet ? "" : qPrintable(sheet.error().path));
        QCOMPARE(worksheetfile::write(*sheet), QByteArray("{\n"
                                                          "  \"format\": \"briefstack-worksheet\",\n"
                                                          "  \"version\": 1,\n"
                                                          "  \"company\": {\n"
                                                          "    \"name\": \"A \u00e9 \U0001F680\",\n"
                                                          "    \"headcount\": 24\n"
                                                          "  },\n"
                                                          "  \"useCases\": [\n"
                                                          "    {\n"
                                                          "      \"id\": \"u\",\n"
                                                          "      \"proofOfConcept\": false,\n"
                                                          "      \"workloads\": [\n"
                                                          "        {\n"
                                                          "          \"id\": \"w\",\n"
                                                          "          \"batchShare\": \"0\",\n"
                                                          "          \"steps\": [\n"
                                                          "            {\n"
                                                          "              \"month\": 3,\n"
                                                          "              \"multiplier\": \"3\"\n"
                                                          "            }\n"
                                                          "          ],\n"
                                                          "          \"range\": {\n"
                                                          "            \"inputTokens\": [1, 2]\n"
                                                          "          }\n"
                                                          "        }\n"
                                                          "      ]\n"
                                                          "    }\n"
                                                          "  ],\n"
                                                          "  \"footprint\": [\n"
                                                          "    {\n"
                                                          "      \"id\": \"amazon-s3\",\n"
                                                          "      \"service\": \"Amazon S3\",\n"
                                                          "      \"monthlyUsd\": \"250.00\",\n"
                                                          "      \"growthPerMonth\": \"0.03\"\n"
                                                          "    }\n"
                                                          "  ],\n"
                                                          "  \"partner\": {\n"
                                                          "    \"solutionIds\": [\"S-1\"]\n"
                                                          "  }\n"
                                                          "}\n"));
    }

    void aByteOrderMarkIsSkipped()
    {
        const QByteArray plain = sample(u"pre-seed-agent"_s);
        QVERIFY(read("\xef\xbb\xbf" + plain) == read(plain));
    }

    void lineEndsOfOtherSystemsAreRead()
    {
        QByteArray crlf = sample(u"pre-seed-agent"_s);
        const Worksheet plain = read(crlf);
        crlf.replace("\n", "\r\n");
        QVERIFY(read(crlf) == plain);
    }
};

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
