// Paths of ids: every kind of fact has one, nothing else has; and the ids that generated ones must step around.
#include "domain/fieldpath.h"
#include "domain/identifiers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::ServiceUse;
using domain::Worksheet;

namespace {

ServiceUse service(const QString &name, const QString &id = {})
{
    ServiceUse use;
    use.id = id;
    use.service = name;
    return use;
}

domain::PoolRequest pool(const QString &programme, const QString &id = {})
{
    domain::PoolRequest request;
    request.id = id;
    request.programme = programme;
    return request;
}

domain::Contact contact(const QString &first, const QString &last)
{
    domain::Contact someone;
    someone.firstName = first;
    someone.lastName = last;
    return someone;
}

/// One of everything that a path can lead through.
Worksheet worksheet()
{
    Worksheet sheet;
    sheet.company.name = u"Northwind"_s;
    sheet.contacts = {contact(u"Sample"_s, u"Founder"_s), contact(u"Sample"_s, u"Founder"_s), contact({}, {})};
    sheet.aws.priorCredits.resize(2);
    sheet.aws.priorCredits[0].programme = u"activate-founders"_s;
    sheet.aws.priorCredits[1].programme = u"activate-founders"_s;
    domain::UseCase useCase;
    useCase.id = u"support-assistant"_s;
    domain::Workload workload;
    workload.id = u"answers"_s;
    workload.steps = {{3, domain::Decimal::fromInteger(3)}, {12, domain::Decimal::fromInteger(2)}};
    useCase.workloads = {workload};
    useCase.services = {service(u"Amazon S3"_s)};
    sheet.useCases = {useCase};
    sheet.footprint = {service(u"Amazon S3"_s)};
    sheet.funding.pools = {pool(u"bedrock-poc"_s)};
    sheet.records.resize(1);
    sheet.records[0].pool = u"bedrock-poc"_s;
    domain::fillIds(sheet);
    return sheet;
}

} // namespace

class TestFieldPath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statedIdsAreTakenFirst()
    {
        Worksheet sheet;
        sheet.useCases.resize(1);
        sheet.useCases[0].workloads.resize(1);
        sheet.useCases[0].workloads[0].id = u"amazon-s3"_s;
        sheet.useCases[0].services = {service(u"Amazon S3"_s), service(u"Amazon S3"_s)};
        sheet.footprint = {service(u"Amazon S3"_s), service(u"AWS Lambda"_s, u"amazon-s3-2"_s)};
        domain::fillIds(sheet);
        QCOMPARE(sheet.useCases[0].services[0].id, u"amazon-s3-3"_s);
        QCOMPARE(sheet.useCases[0].services[1].id, u"amazon-s3-4"_s);
        QCOMPARE(sheet.footprint[0].id, u"amazon-s3-5"_s);
        QCOMPARE(sheet.footprint[1].id, u"amazon-s3-2"_s);
        const Worksheet filled = sheet;
        domain::fillIds(sheet); // nothing is left to fill
        QVERIFY(sheet == filled);
    }

    void aPoolOfAnythingGetsAnIdOfTheRightForm()
    {
        // Found by damaging samples: "activat5000.0e-portfolio" became an id that no reader takes.
        Worksheet sheet;
        sheet.funding.pools = {pool(u"Activat5000.0e Portfolio"_s), pool(u"notEligible"_s), pool(QString(255, u'x')),
                               pool(QString(200, u'x'))};
        domain::fillIds(sheet);
        QCOMPARE(sheet.funding.pools[0].id, u"activat5000-0e-portfolio"_s);
        QCOMPARE(sheet.funding.pools[1].id, u"noteligible"_s);
        QCOMPARE(sheet.funding.pools[2].id, QString(36, u'x'));
        QCOMPARE(sheet.funding.pools[3].id, QString(QString(36, u'x') + u"-2"_s));
    }

    void aPathNamesAFactByIds_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : {u"company"_s,
                                    u"company/headcount"_s,
                                    u"company/lastRound"_s,
                                    u"company/lastRound/amountUsd"_s,
                                    u"contacts"_s,
                                    u"contacts/sample-founder"_s,
                                    u"contacts/sample-founder-2/email"_s,
                                    u"contacts/case/phone"_s,
                                    u"aws/region"_s,
                                    u"aws/priorCredits/activate-founders-2/remainingUsd"_s,
                                    u"useCases"_s,
                                    u"useCases/support-assistant"_s,
                                    u"useCases/support-assistant/problem"_s,
                                    u"useCases/support-assistant/workloads/answers/requestsPerDay"_s,
                                    u"useCases/support-assistant/workloads/answers/steps/3/multiplier"_s,
                                    u"useCases/support-assistant/workloads/answers/steps/12"_s,
                                    u"useCases/support-assistant/workloads/answers/provisioned/modelUnits"_s,
                                    u"useCases/support-assistant/workloads/answers/range/inputTokens"_s,
                                    u"useCases/support-assistant/services/amazon-s3/quantity"_s,
                                    u"footprint/amazon-s3-2/monthlyUsd"_s,
                                    u"funding/months"_s,
                                    u"funding/pools/bedrock-poc/months"_s,
                                    u"records/bedrock-poc/title"_s,
                                    u"partner/owner/email"_s,
                                    u"partner/solutionIds"_s})
            QTest::addRow("%s", qPrintable(path)) << path;
    }
    void aPathNamesAFactByIds()
    {
        QFETCH(QString, path);
        QVERIFY(domain::namesSomething(worksheet(), path));
    }

    void otherPathsNameNothing_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : {u""_s,
                                    u"/"_s,
                                    u"company/"_s,
                                    u"/company"_s,
                                    u"company//name"_s,
                                    u"Company/name"_s,
                                    u"company/head"_s,
                                    u"company/headcount/"_s,
                                    u"company/headcount/x"_s,
                                    u"company.headcount"_s,
                                    u"company headcount"_s,
                                    u"useCases/0/problem"_s,
                                    u"useCases[0]/problem"_s,
                                    u"useCases/other/problem"_s,
                                    u"useCases/support-assistant/workloads/other"_s,
                                    u"useCases/support-assistant/answers/model"_s,
                                    u"useCases/support-assistant/workloads/answers/steps/4"_s,
                                    u"useCases/support-assistant/workloads/answers/steps/03"_s,
                                    u"footprint/amazon-s3/monthlyUsd"_s,
                                    u"funding/pools/activate-portfolio"_s,
                                    u"records/activate-portfolio/title"_s,
                                    u"partner/solutionIds/0"_s,
                                    u"contacts/sample-founder-3/email"_s,
                                    u"facts/company"_s,
                                    u"nonsense"_s,
                                    u"company/name\n"_s})
            QTest::addRow("'%s'", qPrintable(path)) << path;
    }
    void otherPathsNameNothing()
    {
        QFETCH(QString, path);
        QVERIFY(!domain::namesSomething(worksheet(), path));
    }

    void nothingIsNamedByAPathOfAMillionSteps()
    {
        QVERIFY(!domain::namesSomething(worksheet(), QString(1'000'000, u'/')));
        QVERIFY(!domain::namesSomething(worksheet(), u"useCases/support-assistant"_s + QString(1'000'000, u'/')));
    }
};

QTEST_GUILESS_MAIN(TestFieldPath)
#include "tst_fieldpath.moc"
