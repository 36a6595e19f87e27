// The templates that ship fill in lines that project in every region of the book; bad template files are refused.
#include "catalogue/templates.h"

#include "catalogue/shippeddata.h"
#include "domain/fieldpath.h"
#include "projection/projection.h"
#include "support/books.h"

#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::FilledTemplate;
using catalogue::Templates;
using catalogue::UseCaseTemplate;
using domain::InputProblem;

namespace {

const Templates &shippedTemplates()
{
    static const Templates kTemplates = [] {
        auto read = catalogue::readTemplates(support::resource(u"templates/templates.json"_s));
        return read ? std::move(*read) : Templates();
    }();
    return kTemplates;
}

domain::Worksheet worksheetWith(const FilledTemplate &filled, const QString &region)
{
    domain::Worksheet worksheet = support::worksheet();
    worksheet.aws.region = region;
    worksheet.useCases.front().workloads = filled.workloads;
    worksheet.useCases.front().services = filled.services;
    worksheet.facts = filled.facts;
    return worksheet;
}

constexpr auto kGood = R"({"format": "briefstack-templates", "version": 1, "id": "t", "asOf": "2026-11-22",
 "sources": {"s": "Somebody, 2026"},
 "templates": [{"id": "one", "name": "One", "summary": "One thing.",
  "workloads": [{"id": "w", "name": "W", "models": ["m"], "requestsPerDay": 1, "inputTokens": 2, "outputTokens": 3}],
  "services": [], "assumptions": [{"field": "workloads/w/inputTokens", "says": "Two.", "source": "s"}]}]})";

} // namespace

class TestTemplates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFiveTemplatesOfTheModelsPageAreThere()
    {
        QStringList ids;
        for (const UseCaseTemplate &pattern : shippedTemplates().list)
            ids.append(pattern.id);
        QCOMPARE(ids, (QStringList{u"rag"_s, u"agent"_s, u"summarization"_s, u"classification"_s, u"evaluation"_s}));
    }

    void eachFillsInLinesThatProjectInEveryRegion_data()
    {
        QTest::addColumn<QString>("region");
        for (const char *region : {"us-east-1", "us-west-2", "eu-central-1", "eu-west-1", "ap-northeast-1",
                                   "ap-southeast-2", "ap-south-1", "ap-southeast-1"})
            QTest::newRow(region) << QString::fromLatin1(region);
    }
    void eachFillsInLinesThatProjectInEveryRegion()
    {
        QFETCH(QString, region);
        for (const UseCaseTemplate &pattern : shippedTemplates().list) {
            const FilledTemplate filled =
                catalogue::fill(pattern, {support::shippedBook(), region, u"assistant"_s, {}});
            const domain::Worksheet worksheet = worksheetWith(filled, region);
            const auto projection = projection::project(worksheet, support::shippedBook(), support::kToday);
            QVERIFY2(projection, qPrintable(pattern.id + u" in "_s + region));
            QVERIFY2(projection->lines.front().total > domain::Money(), qPrintable(pattern.id + u" in "_s + region));
            if (region == u"us-east-1"_s) {
                for (const projection::Line &line : projection->lines)
                    QVERIFY2(line.total > domain::Money(), qPrintable(pattern.id + u": "_s + line.id));
            }
        }
    }

    void everyValueIsAnAssumptionWithItsSourceThatNamesItsField()
    {
        for (const UseCaseTemplate &pattern : shippedTemplates().list) {
            const FilledTemplate filled =
                catalogue::fill(pattern, {support::shippedBook(), u"us-east-1"_s, u"assistant"_s, {}});
            const domain::Worksheet worksheet = worksheetWith(filled, u"us-east-1"_s);
            QCOMPARE(filled.facts.size(), pattern.assumptions.size());
            for (const auto &[path, fact] : filled.facts) {
                QVERIFY2(domain::namesSomething(worksheet, path), qPrintable(path));
                QVERIFY(fact.status == domain::FactStatus::Assumed);
                QVERIFY2(fact.note.size() > 30, qPrintable(path));
            }
            for (const domain::Workload &workload : filled.workloads) {
                const QString base = u"useCases/assistant/workloads/"_s + workload.id + u'/';
                QVERIFY2(filled.facts.contains(base + u"inputTokens"_s), qPrintable(base));
                QVERIFY2(filled.facts.contains(base + (workload.users ? u"users"_s : u"requestsPerDay"_s)),
                         qPrintable(base));
            }
            for (const domain::ServiceUse &service : filled.services)
                QVERIFY(filled.facts.contains(u"useCases/assistant/services/"_s + service.id + u"/quantity"_s));
        }
    }

    void ragStartsAtTheSizingExample()
    {
        const FilledTemplate filled = catalogue::fill(*shippedTemplates().find(u"rag"_s),
                                                      {support::shippedBook(), u"us-east-1"_s, u"assistant"_s, {}});
        const auto projection =
            projection::project(worksheetWith(filled, u"us-east-1"_s), support::shippedBook(), support::kToday);
        QVERIFY(projection);
        QCOMPARE(projection->lines.front().monthly.front(), support::money(u"3465.00"));
    }

    void fillingTwiceKeepsEveryIdUnique()
    {
        const UseCaseTemplate &rag = *shippedTemplates().find(u"rag"_s);
        const FilledTemplate second = catalogue::fill(
            rag,
            {support::shippedBook(), u"us-east-1"_s, u"assistant"_s, {u"answers"_s, u"embeddings"_s, u"amazon-s3"_s}});
        QCOMPARE(second.workloads.front().id, u"answers-2"_s);
        QCOMPARE(second.services.back().id, u"amazon-s3-2"_s);
        QVERIFY(second.facts.contains(u"useCases/assistant/workloads/answers-2/inputTokens"_s));
    }

    void aRegionWithoutAPriceLeavesALineToComplete()
    {
        const FilledTemplate filled = catalogue::fill(
            *shippedTemplates().find(u"rag"_s), {support::shippedBook(), u"ap-southeast-1"_s, u"assistant"_s, {}});
        QVERIFY(filled.services.back().item.isEmpty()); // S3 is priced in us-east-1 only
        const auto projection =
            projection::project(worksheetWith(filled, u"ap-southeast-1"_s), support::shippedBook(), support::kToday);
        QVERIFY(projection);
        QVERIFY(support::has(projection->findings, u"missing-fact"));
    }

    void badFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("problem");
        const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, InputProblem problem) {
            QTest::newRow(name) << from << to << static_cast<int>(problem);
        };
        row("another format", "briefstack-templates", "briefstack-rates", InputProblem::NotOneOf);
        row("an unknown key", "\"summary\"", "\"sumary\"", InputProblem::MissingKey);
        row("an assumption about nothing", "workloads/w/inputTokens", "workloads/v/inputTokens",
            InputProblem::UnknownReference);
        row("an unknown source", "\"source\": \"s\"", "\"source\": \"t\"", InputProblem::UnknownReference);
        row("a number as text", "\"inputTokens\": 2", "\"inputTokens\": \"2\"", InputProblem::WrongType);
        row("cut short", "\"Two.\"", "\"Two", InputProblem::NotJson);
    }
    void badFilesAreRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, problem);
        QVERIFY(catalogue::readTemplates(QByteArray(kGood)));
        const auto read = catalogue::readTemplates(QByteArray(kGood).replace(from, to));
        QVERIFY(!read);
        QCOMPARE(static_cast<int>(read.error().problem), problem);
    }
};

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
