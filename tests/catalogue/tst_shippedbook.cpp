// The rate book that ships: every row of its file is in it as written, nothing is free by accident, every item that was
// promised has a price, and the sizing example comes out at its published figures.
#include "catalogue/shippeddata.h"
#include "projection/projection.h"
#include "support/books.h"
#include "support/cputime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::Item;
using catalogue::Model;
using catalogue::ModelRow;
using catalogue::TokenRates;
using domain::Rate;
using domain::Scope;
using support::shippedBook;

namespace {

const std::vector<std::pair<QString, std::optional<Rate> TokenRates::*>> &rateKeys()
{
    static const std::vector<std::pair<QString, std::optional<Rate> TokenRates::*>> kKeys{
        {u"input"_s, &TokenRates::input},
        {u"output"_s, &TokenRates::output},
        {u"cacheRead"_s, &TokenRates::cacheRead},
        {u"cacheWrite5m"_s, &TokenRates::cacheWrite5m},
        {u"cacheWrite1h"_s, &TokenRates::cacheWrite1h},
        {u"batchInput"_s, &TokenRates::batchInput},
        {u"batchOutput"_s, &TokenRates::batchOutput},
        {u"flexInput"_s, &TokenRates::flexInput},
        {u"flexOutput"_s, &TokenRates::flexOutput},
        {u"priorityInput"_s, &TokenRates::priorityInput},
        {u"priorityOutput"_s, &TokenRates::priorityOutput}};
    return kKeys;
}

/// The rate as its file writes it; empty when absent.
QString text(const std::optional<Rate> &rate)
{
    return rate ? rate->toString() : QString();
}

/// The first rate that is not what the file says, or that the file has and nobody read.
QString difference(const TokenRates &rates, const QJsonObject &file)
{
    QStringList keys = file.keys();
    for (const auto &[key, member] : rateKeys()) {
        keys.removeOne(key);
        if (text(rates.*member) != file.value(key).toString())
            return key;
    }
    return keys.join(u", "_s);
}

QString placeOf(const Model &model, const ModelRow &row)
{
    return model.id + u" in "_s + row.region + (row.scope == Scope::Global ? u", global"_s : u", regional"_s);
}

/// Calls `visit` for each row of the book with its model.
template <class Visit>
void eachRow(Visit &&visit)
{
    for (const Model &model : shippedBook().models) {
        for (const ModelRow &row : model.rows)
            visit(model, row);
    }
}

QString sizingExample(const QString &model, Scope scope)
{
    domain::Worksheet worksheet = support::worksheet();
    domain::Workload &workload = worksheet.useCases[0].workloads[0];
    workload.model = model;
    workload.scope = scope;
    const auto projection = projection::project(worksheet, shippedBook(), support::kToday);
    return projection ? projection->lines[0].monthly[0].toString() : projection.error().value;
}

} // namespace

class TestShippedBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReadWithinAMoment()
    {
        const QByteArray bytes = support::resource(u"rates/rate-book.json"_s);
        const support::CpuTime time;
        const auto book = catalogue::readRateBook(bytes);
        QVERIFY2(book, book ? "" : qPrintable(QString(book.error().path + u": "_s + book.error().allowed)));
        QVERIFY(time.milliseconds() < support::kAboutASecond);
        QCOMPARE(book->sha256.size(), 64);
        QCOMPARE(book->asOf, QDate(2026, 10, 8));
        QVERIFY(!book->id.isEmpty());
    }

    void everyRowOfTheFileIsReadAsWritten()
    {
        const QJsonArray models =
            QJsonDocument::fromJson(support::resource(u"rates/rate-book.json"_s)).object().value(u"models"_s).toArray();
        QVERIFY(models.size() > 100);
        qsizetype rows = 0;
        for (const QJsonValue &file : models) {
            const Model *model = shippedBook().model(file[u"id"_s].toString());
            QVERIFY(model);
            for (const QJsonValue &fileRow : file[u"rows"_s].toArray()) {
                const Scope scope = fileRow[u"scope"_s] == u"global"_s ? Scope::Global : Scope::Regional;
                const ModelRow *row = model->row(fileRow[u"region"_s].toString(), scope);
                QVERIFY(row);
                const QString place = placeOf(*model, *row);
                QCOMPARE(place + difference(row->rates, fileRow[u"rates"_s].toObject()), place);
                QVERIFY(row->longPrompt.has_value() == fileRow[u"longPrompt"_s].isObject());
                if (row->longPrompt)
                    QCOMPARE(difference(row->longPrompt->rates, fileRow[u"longPrompt"_s][u"rates"_s].toObject()),
                             QString());
                QCOMPARE(row->cacheMinimumTokens.value_or(-1), fileRow[u"cacheMinimumTokens"_s].toInteger(-1));
                QCOMPARE(text(row->provisioned[0]), fileRow[u"provisioned"_s][u"none"_s].toString());
                QCOMPARE(text(row->provisioned[1]), fileRow[u"provisioned"_s][u"1-month"_s].toString());
                QCOMPARE(text(row->provisioned[2]), fileRow[u"provisioned"_s][u"6-month"_s].toString());
                ++rows;
            }
        }
        QCOMPARE(rows, 728);
    }

    void noRateIsZeroByAbsence()
    {
        // Zero is documented for two things only: what embedding models put out, and Nova's cache writes.
        eachRow([](const Model &model, const ModelRow &row) {
            for (const auto &[key, member] : rateKeys()) {
                const std::optional<Rate> &rate = row.rates.*member;
                if (!rate || !rate->isZero())
                    continue;
                const bool documented = (key == u"output" && model.output == QStringList{u"embedding"_s})
                                     || (key == u"cacheWrite5m" && model.id.startsWith(u"amazon.nova-"));
                QVERIFY2(documented, qPrintable(QString(placeOf(model, row) + u": "_s + key)));
            }
        });
    }

    void everyModelBilledByTokenHasInputAndOutput()
    {
        eachRow([](const Model &model, const ModelRow &row) {
            const QString place = placeOf(model, row);
            if (model.billedBy == catalogue::BilledBy::Token) {
                QVERIFY2(row.rates.input && !row.rates.input->isZero(), qPrintable(place));
                QVERIFY2(row.rates.output, qPrintable(place));
            }
        });
    }

    void everyModelBilledOtherwiseSaysWhatPricesItIfAnythingDoes()
    {
        const Model *rerank = shippedBook().model(u"cohere.rerank-v3-5:0"_s);
        QVERIFY(rerank);
        QVERIFY(rerank->billedBy == catalogue::BilledBy::Query);
        QCOMPARE(rerank->item, u"rerank/cohere-queries"_s);
        for (const Model &model : shippedBook().models) {
            if (!model.item.isEmpty())
                QVERIFY2(shippedBook().item(model.item), qPrintable(model.item));
        }
    }

    void everyFigureSaysWhereAndWhenItWasRead()
    {
        static const QRegularExpression kDate(u"\\A20[0-9]{2}(-[01][0-9](-[0-3][0-9])?)?\\z"_s);
        static const QRegularExpression kRegion(u"\\A[a-z]{2}(-[a-z]+)+-[0-9]\\z"_s);
        const QString newest = shippedBook().asOf.toString(Qt::ISODate);
        eachRow([&newest](const Model &model, const ModelRow &row) {
            const QByteArray place = placeOf(model, row).toUtf8();
            QVERIFY2(shippedBook().sources.value(row.source).size() > 20, place.constData());
            QVERIFY2(kDate.match(row.asOf).hasMatch() && row.asOf <= newest, place.constData());
            QVERIFY2(kRegion.match(row.region).hasMatch(), place.constData());
            QVERIFY2(shippedBook().knowsRegion(row.region), place.constData());
        });
        for (const Item &item : shippedBook().items) {
            for (const catalogue::ItemPrice &price : item.prices) {
                QVERIFY2(shippedBook().sources.value(price.source).size() > 20, qPrintable(item.id));
                QVERIFY2(kDate.match(price.asOf).hasMatch() && price.asOf <= newest, qPrintable(item.id));
            }
        }
    }

    void pricesAreThosePublished_data();
    void pricesAreThosePublished()
    {
        QFETCH(QString, model);
        QFETCH(bool, global);
        QFETCH(QString, key);
        QFETCH(QString, price);
        const Model *found = shippedBook().model(model);
        QVERIFY(found);
        const ModelRow *row = found->row(u"us-east-1"_s, global ? Scope::Global : Scope::Regional);
        QVERIFY(row);
        for (const auto &[name, member] : rateKeys()) {
            if (name == key)
                QCOMPARE(text(row->rates.*member), price);
        }
    }

    void everyPromisedItemHasAPriceInVirginia_data();
    void everyPromisedItemHasAPriceInVirginia()
    {
        QFETCH(QString, id);
        const Item *item = shippedBook().item(id);
        QVERIFY(item);
        QVERIFY(!item->service.isEmpty() && !item->name.isEmpty() && !item->unit.isEmpty());
        const catalogue::ItemPrice *price = item->price(u"us-east-1"_s);
        QVERIFY(price);
        QVERIFY(price->per >= 1);
        QVERIFY(!price->tiers.empty());
        for (const catalogue::PriceTier &tier : price->tiers)
            QVERIFY(!tier.price.isZero()); // what is free is a finding's to say, never a price
    }

    void theSizingExampleHasItsFourFigures()
    {
        QCOMPARE(sizingExample(u"anthropic.claude-sonnet-4-6"_s, Scope::Regional), u"3465.00"_s);
        QCOMPARE(sizingExample(u"anthropic.claude-sonnet-4-6"_s, Scope::Global), u"3150.00"_s);
        QCOMPARE(sizingExample(u"Claude Opus 4.6"_s, Scope::Regional), u"5775.00"_s);
        QCOMPARE(sizingExample(u"amazon.nova-lite-v1:0"_s, Scope::Regional), u"57.60"_s);
    }

    void everyModelIsFoundByItsNames()
    {
        for (const Model &model : shippedBook().models) {
            QVERIFY(shippedBook().model(model.id) == &model);
            QVERIFY(shippedBook().model(model.name) == &model);
            QVERIFY(shippedBook().model(model.name.toUpper()) == &model);
            for (const QString &alias : model.aliases)
                QVERIFY(shippedBook().model(alias) == &model);
        }
    }

    void aSlipOfAModelsNameIsToldTheCloseOnes()
    {
        QVERIFY(shippedBook().closeModels(u"anthropic.claude-sonet-4-6"_s).contains(u"anthropic.claude-sonnet-4-6"_s));
        QCOMPARE(shippedBook().closeModels(u"Claude Sonet 4.6"_s).first(), u"anthropic.claude-sonnet-4-6"_s);
        QVERIFY(!shippedBook().closeModels(u"sonnet"_s).isEmpty());
        QVERIFY(shippedBook().closeModels(u"haiku"_s).size() <= 3);
        QVERIFY(shippedBook().closeModels(u"completely-unlike-anything"_s).isEmpty());
        QCOMPARE(shippedBook().closeItems(u"s3/standard-gb-months"_s).first(), u"s3/standard-gb-month"_s);
    }
};

void TestShippedBook::pricesAreThosePublished_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("global");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("price");
    const auto row = [](const char *model, bool global, const char *key, const char *price) {
        QTest::addRow("%s %s %s", model, global ? "global" : "regional", key)
            << QString::fromLatin1(model) << global << QString::fromLatin1(key) << QString::fromLatin1(price);
    };
    row("anthropic.claude-sonnet-4-6", false, "input", "3.3");
    row("anthropic.claude-sonnet-4-6", false, "output", "16.5");
    row("anthropic.claude-sonnet-4-6", false, "cacheRead", "0.33");
    row("anthropic.claude-sonnet-4-6", false, "cacheWrite1h", "6.6");
    row("anthropic.claude-sonnet-4-6", false, "batchInput", "1.65");
    row("anthropic.claude-sonnet-4-6", true, "input", "3");
    row("anthropic.claude-sonnet-4-6", true, "output", "15");
    row("anthropic.claude-haiku-4-5", true, "input", "1");
    row("anthropic.claude-haiku-4-5", false, "output", "5.5");
    row("amazon.nova-lite-v1:0", false, "input", "0.06");
    row("amazon.nova-lite-v1:0", false, "output", "0.24");
    row("amazon.nova-lite-v1:0", false, "cacheWrite5m", "0");
    row("amazon.titan-embed-text-v2:0", false, "input", "0.02");
    row("amazon.titan-embed-text-v2:0", false, "cacheRead", "");
}

void TestShippedBook::everyPromisedItemHasAPriceInVirginia_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"opensearch-serverless/ocu-hours",
                           "opensearch-serverless/storage-gb-month",
                           "s3/standard-gb-month",
                           "s3/put-requests",
                           "s3/get-requests",
                           "s3-vectors/storage-gb-month",
                           "s3-vectors/put-gb",
                           "s3-vectors/queries",
                           "lambda/requests",
                           "lambda/gb-seconds",
                           "api-gateway/http-requests",
                           "api-gateway/rest-requests",
                           "dynamodb/write-units",
                           "dynamodb/read-units",
                           "dynamodb/storage-gb-month",
                           "step-functions/transitions",
                           "cloudwatch/logs-ingested-gb",
                           "cloudwatch/logs-stored-gb-month",
                           "fargate/vcpu-hours",
                           "fargate/gb-hours",
                           "load-balancer/alb-hours",
                           "load-balancer/lcu-hours",
                           "nat-gateway/hours",
                           "nat-gateway/gb",
                           "data-transfer/internet-out-gb",
                           "aurora-serverless/acu-hours",
                           "aurora-serverless/storage-gb-month",
                           "aurora-serverless/io-requests",
                           "kms/keys",
                           "secrets-manager/secrets",
                           "waf/acls",
                           "waf/rules",
                           "waf/requests",
                           "cognito/monthly-active-users",
                           "guardrails/content-text-units",
                           "guardrails/topic-text-units",
                           "guardrails/pii-text-units",
                           "guardrails/grounding-text-units",
                           "knowledge-bases/index-gb-month",
                           "knowledge-bases/retrievals",
                           "knowledge-bases/agentic-retrievals",
                           "rerank/amazon-queries",
                           "rerank/cohere-queries",
                           "agentcore/vcpu-hours",
                           "agentcore/gb-hours",
                           "agentcore/memory-events",
                           "agentcore/memory-retrievals",
                           "agentcore/gateway-calls",
                           "data-automation/document-pages",
                           "custom-models/storage-model-months",
                           "textract/detect-pages"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

QTEST_GUILESS_MAIN(TestShippedBook)
#include "tst_shippedbook.moc"
