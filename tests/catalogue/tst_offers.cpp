// Import of AWS price files: what the samples hold comes out at the book's own prices, in both forms and however the bytes
// arrive; every row that prices nothing is listed with its reason; a file that is no price file, or cut short, gives
// nothing but words.
#include "catalogue/offerfiles.h"
#include "catalogue/ratechanges.h"

#include <QTest>

#include <cstring>

using namespace Qt::StringLiterals;
using catalogue::ImportedOffer;
using catalogue::RateChange;
using domain::InputProblem;
using domain::Scope;
using support::foundRate;
using support::imported;
using support::offerFile;
using support::offerOf;
using support::refusal;
using support::shippedBook;

namespace {

const auto kHaiku = u"anthropic.claude-haiku-4-5-20251001-v1:0"_s;

/// Everything but which file it came from.
QStringList lines(const ImportedOffer &offer)
{
    QStringList all;
    for (const catalogue::OwnRate &rate : offer.found.rates)
        all.append(rate.target.key() + u' ' + rate.price.toString());
    for (const catalogue::OwnItemPrice &item : offer.found.items)
        all.append(item.key() + u' ' + item.tiers.front().price.toString());
    for (const catalogue::OfferRefusal &row : offer.refused)
        all.append(row.sku + u' ' + row.reason);
    all.sort();
    return all;
}

QJsonObject usage(const QString &usageType)
{
    return {{u"usagetype"_s, usageType}};
}

} // namespace

class TestOffers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foundationModelsComeOutAtTheBooksPrices();
    void csvAndJsonSayTheSame();
    void everyRowIsAccountedFor_data();
    void everyRowIsAccountedFor();
    void amazonBedrockSample();
    void tiersOfARealFile();
    void bytesMayArriveInAnyPieces();
    void progressIsToldAndCancels();
    void usageTypesAreReadToTheWord_data();
    void usageTypesAreReadToTheWord();
    void unitsAreReadPerRow_data();
    void unitsAreReadPerRow();
    void pricesThatAreNone_data();
    void pricesThatAreNone();
    void twoPricesForOneThingAreBothRefused();
    void aNewModelNeedsBothPrices();
    void freeFirstTiersAreNotDeducted();
    void filesOfAnotherKind_data();
    void filesOfAnotherKind();
    void cutAnywhereGivesNothing_data();
    void cutAnywhereGivesNothing();
    void deepQuotesAndLineEnds();
    void mapNamesOnlyWhatTheBookHas();
};

void TestOffers::foundationModelsComeOutAtTheBooksPrices()
{
    const auto offer = imported(offerFile(u"AmazonBedrockFoundationModels-us-east-1.json"_s));
    QVERIFY(offer);
    QCOMPARE(offer->head.offer, u"AmazonBedrockFoundationModels"_s);
    QCOMPARE(offer->head.published, QDate(2026, 9, 1));
    const catalogue::OwnRates &found = offer->found;
    QCOMPARE(foundRate(found, kHaiku, u"input"_s), u"1.1"_s);
    QCOMPARE(foundRate(found, kHaiku, u"output"_s, Scope::Global), u"5"_s);
    QCOMPARE(foundRate(found, kHaiku, u"cacheRead"_s), u"0.11"_s);
    QCOMPARE(foundRate(found, kHaiku, u"cacheWrite5m"_s), u"1.375"_s);
    QCOMPARE(foundRate(found, kHaiku, u"cacheWrite1h"_s), u"2.2"_s);
    QCOMPARE(foundRate(found, kHaiku, u"batchInput"_s), u"0.55"_s);
    QCOMPARE(foundRate(found, u"anthropic.claude-opus-5-5"_s, u"output"_s), u"22"_s);
    QCOMPARE(foundRate(found, u"anthropic.claude-3-haiku-20240307-v1:0"_s, u"input"_s), u"0.25"_s);
    for (const RateChange &change : catalogue::rateChanges(shippedBook(), {}, found))
        QVERIFY2(change.kind != RateChange::Kind::Changed,
                 qPrintable(change.what + u' ' + change.detail + u' ' + change.before + u' ' + change.after));
    QVERIFY(refusal(*offer, u"RECONSTRUCTED006"_s).contains(u"reserved"));
}

void TestOffers::csvAndJsonSayTheSame()
{
    const auto json = imported(offerFile(u"AmazonBedrockFoundationModels-us-east-1.json"_s));
    const auto csv = imported(offerFile(u"AmazonBedrockFoundationModels-us-east-1.csv"_s));
    QVERIFY(json && csv);
    QCOMPARE(lines(*csv), lines(*json));
    QCOMPARE(csv->head.version, json->head.version);
    QVERIFY(json->found.rates == csv->found.rates);
}

void TestOffers::everyRowIsAccountedFor_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &name : {u"AmazonBedrock-us-east-1.json"_s, u"AmazonBedrockFoundationModels-us-east-1.json"_s,
                                u"AmazonBedrockService-us-east-1.json"_s, u"comprehend-ap-south-1.csv"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestOffers::everyRowIsAccountedFor()
{
    QFETCH(QString, file);
    const auto offer = imported(offerFile(file));
    QVERIFY(offer);
    QVERIFY(offer->products > 0);
    const auto found = offer->found.rates.size() + offer->found.items.size();
    QCOMPARE(static_cast<qint64>(found + offer->refused.size()) + offer->duplicates, offer->products);
    for (const catalogue::OfferRefusal &row : offer->refused)
        QVERIFY2(!row.reason.isEmpty() && !row.sku.isEmpty(), qPrintable(row.usageType));
}

void TestOffers::amazonBedrockSample()
{
    const auto offer = imported(offerFile(u"AmazonBedrock-us-east-1.json"_s));
    QVERIFY(offer);
    const catalogue::OwnRates &found = offer->found;
    QCOMPARE(foundRate(found, u"amazon.nova-lite-v1:0"_s, u"batchInput"_s), u"0.03"_s);
    QCOMPARE(foundRate(found, u"amazon.nova-lite-v1:0"_s, u"cacheRead"_s), u"0.015"_s);
    QCOMPARE(foundRate(found, u"amazon.nova-2-lite-v1:0"_s, u"input"_s, Scope::Global), u"0.3"_s);
    QCOMPARE(foundRate(found, u"qwen.qwen3-32b-v1:0"_s, u"flexInput"_s), u"0.075"_s); // published under two names
    QCOMPARE(offer->duplicates, qint64(1));
    QCOMPARE(foundRate(found, u"qwen.qwen3-32b-v1:0"_s, u"priorityInput"_s), u"0.2625"_s);
    QCOMPARE(foundRate(found, u"xai.grok-4.3"_s, u"input"_s), u"1.25"_s); // per million, in a file of thousands
    QCOMPARE(foundRate(found, u"meta.llama3-2-1b-instruct-v1:0"_s, u"provisioned1Month"_s), u"20.3"_s);
    QStringList items;
    for (const catalogue::OwnItemPrice &item : found.items)
        items.append(item.item);
    QVERIFY(items.contains(u"guardrails/content-text-units") && items.contains(u"images/nova-canvas"));
    const auto claude2 = std::find_if(offer->refused.begin(), offer->refused.end(),
                                      [](const auto &row) { return row.usageType == u"USE1-Claude2.0-input-tokens"; });
    QVERIFY(claude2 != offer->refused.end());
    QVERIFY(claude2->reason.contains(u"Claude 2.0"));
    QCOMPARE(claude2->price, u"0.0080000000 per 1K tokens"_s);
}

void TestOffers::tiersOfARealFile()
{
    const auto offer = imported(offerFile(u"comprehend-ap-south-1.csv"_s));
    QVERIFY(offer);
    const auto pii = std::find_if(offer->found.items.begin(), offer->found.items.end(),
                                  [](const auto &item) { return item.item == u"comprehend/detect-pii-units"; });
    QVERIFY(pii != offer->found.items.end());
    QCOMPARE(pii->region, u"ap-south-1"_s);
    QCOMPARE(pii->tiers.size(), std::size_t(4));
    QCOMPARE(pii->tiers[2].upTo->toString(), u"100000000"_s);
    QVERIFY(!pii->tiers[3].upTo);
    QCOMPARE(pii->tiers[3].price.toString(), u"0.000005"_s);
    for (const RateChange &change : catalogue::rateChanges(shippedBook(), {}, offer->found))
        QVERIFY2(change.kind == RateChange::Kind::Unchanged, qPrintable(change.what + change.before + change.after));
}

void TestOffers::bytesMayArriveInAnyPieces()
{
    for (const QString &name : {u"AmazonBedrock-us-east-1.json"_s, u"comprehend-ap-south-1.csv"_s}) {
        const QByteArray bytes = offerFile(name);
        const auto whole = imported(bytes);
        QVERIFY(whole);
        for (const qsizetype piece : {1, 7, 511, 4096}) {
            qsizetype at = 0;
            const auto source = [&](char *buffer, qsizetype most) {
                const qsizetype length = std::min({piece, most, bytes.size() - at});
                std::memcpy(buffer, bytes.constData() + at, static_cast<std::size_t>(length));
                at += length;
                return length;
            };
            const auto pieces = catalogue::importOffer(source, shippedBook(), support::offerMap());
            QVERIFY(pieces);
            QCOMPARE(lines(*pieces), lines(*whole));
        }
    }
}

void TestOffers::progressIsToldAndCancels()
{
    const QByteArray bytes = offerFile(u"AmazonBedrock-us-east-1.json"_s);
    qint64 told = 0;
    const auto whole =
        catalogue::importOffer(json::sourceOf(bytes), shippedBook(), support::offerMap(), [&told](qint64 read) {
            const bool forward = read > told;
            told = read;
            return forward;
        });
    QVERIFY(whole && !whole->canceled);
    QCOMPARE(told, qint64(bytes.size()));
    const auto canceled =
        catalogue::importOffer(json::sourceOf(bytes), shippedBook(), support::offerMap(), [](qint64) { return false; });
    QVERIFY(canceled && canceled->canceled);
    QVERIFY(canceled->found.isEmpty());
}

void TestOffers::usageTypesAreReadToTheWord_data()
{
    QTest::addColumn<QJsonObject>("attributes");
    QTest::addColumn<QString>("kind"); // with " global"; or in brackets a part of the refusal
    const auto row = [](const char *name, const QJsonObject &attributes, const QString &kind) {
        QTest::newRow(name) << attributes << kind;
    };
    const auto sonnet = [](const QString &words) {
        return QJsonObject{{u"usagetype"_s, QString(u"USE1-MP:USE1_"_s + words + u"-Units"_s)},
                           {u"servicename"_s, u"Claude Sonnet 4.6 (Amazon Bedrock Edition)"_s}};
    };
    const auto nova = [](const QString &words, const QJsonObject &more = {}) {
        QJsonObject attributes{{u"usagetype"_s, QString(u"USE1-NovaLite-"_s + words)}, {u"model"_s, u"Nova Lite"_s}};
        for (auto entry = more.begin(); entry != more.end(); ++entry)
            attributes.insert(entry.key(), entry.value());
        return attributes;
    };
    row("camel", sonnet(u"InputTokenCount"_s), u"input"_s);
    row("camel global", sonnet(u"OutputTokenCount_Global"_s), u"output global"_s);
    row("camel batch", sonnet(u"OutputTokenCount_Batch"_s), u"batchOutput"_s);
    row("camel cache", sonnet(u"CacheWrite1hInputTokenCount_Global"_s), u"cacheWrite1h global"_s);
    row("million batch", sonnet(u"MillionBatchInputTokens"_s), u"batchInput"_s);
    row("response", sonnet(u"ResponseTokenCount"_s), u"output"_s);
    row("snake", sonnet(u"cache_read_tokens_global_standard"_s), u"cacheRead global"_s);
    row("snake 30 minutes", sonnet(u"cache_write_tokens_30m_standard"_s), u"cacheWrite5m"_s);
    row("reserved", sonnet(u"Reserved_1Month_InputTPM_Geo"_s), u"(reserved)"_s);
    row("latency", sonnet(u"OutputTokenCount_LatencyOptimized"_s), u"(latency)"_s);
    row("kebab", nova(u"input-tokens"_s), u"input"_s);
    row("kebab geo", nova(u"input-tokens-cross-region-geo"_s), u"input"_s);
    row("kebab global", nova(u"output-tokens-cross-region-global"_s), u"output global"_s);
    row("cache count", nova(u"cache-read-input-token-count"_s), u"cacheRead"_s);
    row("batch by feature", nova(u"input-tokens"_s, {{u"feature"_s, u"Batch Inference"_s}}), u"batchInput"_s);
    row("tier by attribute", nova(u"output-tokens"_s, {{u"service_tier"_s, u"flex"_s}}), u"flexOutput"_s);
    row("two tiers", nova(u"input-tokens-flex"_s, {{u"feature"_s, u"Batch Inference"_s}}), u"(two tiers)"_s);
    row("custom model", nova(u"input-tokens-custom-model"_s), u"(customization)"_s);
    row("custom before", nova(u"custom-model-input-tokens"_s), u"(customization)"_s);
    row("image", nova(u"input-image-count"_s), u"(image)"_s);
    row("speech", nova(u"speech-input-tokens"_s), u"(speech)"_s);
    row("unknown word", nova(u"input-tokens-turbo"_s), u"(turbo)"_s);
    row("cache of a tier", nova(u"cache-read-input-token-count-flex"_s), u"(no rate of that kind)"_s);
    row("mantle", {{u"usagetype"_s, u"USE1-qwen.qwen3-32b-mantle-output-tokens-priority"_s}}, u"priorityOutput"_s);
    row("no near miss", {{u"usagetype"_s, u"USE1-Mistral-Large-input-tokens"_s}, {u"model"_s, u"Mistral Large"_s}},
        u"(Mistral Large)"_s);
}

void TestOffers::usageTypesAreReadToTheWord()
{
    QFETCH(QJsonObject, attributes);
    QFETCH(QString, kind);
    const auto offer = imported(
        offerOf({{u"A"_s, attributes, u"1M tokens"_s, u"7.0000000000"_s}}, u"AmazonBedrockFoundationModels"_s));
    QVERIFY(offer);
    if (kind.startsWith(u'(')) {
        QVERIFY2(refusal(*offer, u"A"_s).contains(kind.sliced(1).chopped(1)), qPrintable(refusal(*offer, u"A"_s)));
        return;
    }
    QVERIFY2(offer->found.rates.size() == 1, qPrintable(refusal(*offer, u"A"_s)));
    const catalogue::RateTarget &target = offer->found.rates.front().target;
    QCOMPARE(catalogue::rateKindName(target.kind) + (target.scope == Scope::Global ? u" global"_s : QString()), kind);
    QCOMPARE(offer->found.rates.front().price.toString(), u"7"_s);
}

void TestOffers::unitsAreReadPerRow_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("price");
    QTest::newRow("thousand") << u"1K tokens"_s << QString() << u"500"_s;
    QTest::newRow("million") << u"1M tokens"_s << QString() << u"0.5"_s;
    QTest::newRow("units, million in words") << u"Units"_s << u"AWS Marketplace|Million Input Tokens"_s << u"0.5"_s;
    QTest::newRow("units, thousand in words") << u"Units"_s << u"AWS Marketplace|thousand Input Tokens"_s << u"500"_s;
    QTest::newRow("units without words") << u"Units"_s << QString() << QString();
    QTest::newRow("hours") << u"hour"_s << QString() << QString();
    QTest::newRow("nothing") << QString() << QString() << QString();
}

void TestOffers::unitsAreReadPerRow()
{
    QFETCH(QString, unit);
    QFETCH(QString, description);
    QFETCH(QString, price);
    const auto offer =
        imported(offerOf({{u"A"_s, usage(u"USE1-NovaLite-input-tokens"_s), unit, u"0.5"_s, description}}));
    QVERIFY(offer);
    QCOMPARE(foundRate(offer->found, u"amazon.nova-lite-v1:0"_s, u"input"_s), price);
    QCOMPARE(refusal(*offer, u"A"_s).isEmpty(), !price.isEmpty());
}

void TestOffers::pricesThatAreNone_data()
{
    QTest::addColumn<QString>("price");
    for (const auto *price :
         {"-1", "NaN", "Infinity", "1e308", "1E-4", "1,5", "", " 1", "0x10", "1000001", "1.0000000000001", "0"})
        QTest::newRow(price) << QString::fromLatin1(price);
}

void TestOffers::pricesThatAreNone()
{
    QFETCH(QString, price);
    // A good row beside it, so that the file as a whole has prices.
    const auto offer = imported(offerOf({{u"A"_s, usage(u"USE1-NovaLite-input-tokens"_s), u"1M tokens"_s, price},
                                         {u"B"_s, usage(u"USE1-NovaLite-output-tokens"_s), u"1M tokens"_s, u"1"_s}}));
    QVERIFY(offer);
    QVERIFY(!refusal(*offer, u"A"_s).isEmpty());
    QCOMPARE(offer->found.rates.size(), std::size_t(1));
}

void TestOffers::twoPricesForOneThingAreBothRefused()
{
    const QJsonObject attributes = usage(u"USE1-NovaLite-input-tokens"_s);
    const auto offer = imported(offerOf({{u"A"_s, attributes, u"1M tokens"_s, u"1"_s},
                                         {u"B"_s, attributes, u"1K tokens"_s, u"0.001"_s},
                                         {u"C"_s, attributes, u"1M tokens"_s, u"2"_s},
                                         {u"D"_s, usage(u"USE1-NovaLite-output-tokens"_s), u"1M tokens"_s, u"4"_s}}));
    QVERIFY(offer);
    QCOMPARE(foundRate(offer->found, u"amazon.nova-lite-v1:0"_s, u"input"_s), QString());
    QCOMPARE(foundRate(offer->found, u"amazon.nova-lite-v1:0"_s, u"output"_s), u"4"_s);
    QVERIFY(refusal(*offer, u"A"_s).contains(u"1.00 and 2.00"));
    QVERIFY(refusal(*offer, u"C"_s).contains(u"1.00 and 2.00"));
}

void TestOffers::aNewModelNeedsBothPrices()
{
    const auto row = [](const QString &words) {
        return QJsonObject{{u"usagetype"_s, QString(u"USE1-MP:USE1_"_s + words + u"-Units"_s)},
                           {u"servicename"_s, u"Claude Opus 9 (Amazon Bedrock Edition)"_s}};
    };
    const auto half = imported(
        offerOf({{u"A"_s, row(u"InputTokenCount"_s), u"1M tokens"_s, u"4"_s}}, u"AmazonBedrockFoundationModels"_s));
    QVERIFY(half);
    QVERIFY(half->found.isEmpty());
    QVERIFY(refusal(*half, u"A"_s).contains(u"only one of its input and output"));

    const auto whole = imported(offerOf({{u"A"_s, row(u"InputTokenCount"_s), u"1M tokens"_s, u"4"_s},
                                         {u"B"_s, row(u"OutputTokenCount"_s), u"1M tokens"_s, u"20"_s}},
                                        u"AmazonBedrockFoundationModels"_s));
    QVERIFY(whole);
    QCOMPARE(whole->found.models.size(), std::size_t(1));
    QCOMPARE(whole->found.models.front().id, u"anthropic.claude-opus-9"_s);
    const catalogue::RateBook book = catalogue::withOwnRates(shippedBook(), whole->found);
    const catalogue::Model *model = book.model(u"Claude Opus 9"_s);
    QVERIFY(model);
    QCOMPARE(model->rows.size(), std::size_t(1));
    QVERIFY(model->rows.front().suspect.join(u' ').contains(u"naming pattern"));
}

void TestOffers::freeFirstTiersAreNotDeducted()
{
    const QByteArray csv =
        "\"FormatVersion\",\"v1.0\"\r\n\"Publication Date\",\"2026-11-01T00:00:00Z\"\r\n"
        "\"Version\",\"20261101000000\"\r\n\"OfferCode\",\"AmazonDynamoDB\"\r\n"
        "SKU,OfferTermCode,RateCode,TermType,EffectiveDate,StartingRange,EndingRange,Unit,PricePerUnit,"
        "Currency,Volume Type,usageType,Region Code\r\n"
        "S,T,S.T.1,OnDemand,2026-10-01,25,Inf,GB-Mo,0.2850000000,USD,Amazon DynamoDB - Indexed "
        "DataStore,EUC1-TimedStorage-ByteHrs,eu-central-1\r\n"
        "S,T,S.T.0,OnDemand,2026-10-01,0,25,GB-Mo,0.0000000000,USD,Amazon DynamoDB - Indexed "
        "DataStore,EUC1-TimedStorage-ByteHrs,eu-central-1";
    const auto offer = imported(csv);
    QVERIFY(offer);
    QCOMPARE(offer->found.items.size(), std::size_t(1));
    const catalogue::OwnItemPrice &storage = offer->found.items.front();
    QCOMPARE(storage.tiers.size(), std::size_t(1));
    QCOMPARE(storage.tiers.front().price.toString(), u"0.285"_s);
    const catalogue::RateBook book = catalogue::withOwnRates(shippedBook(), offer->found);
    QCOMPARE(book.item(storage.item)->price(u"eu-central-1"_s)->asOf, u"2026-11-01"_s);
}

void TestOffers::filesOfAnotherKind_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("found"); // a part of what the error names
    const auto row = [](const char *name, const QByteArray &bytes, const QString &found) {
        QTest::newRow(name) << bytes << found;
    };
    row("empty", {}, u"empty"_s);
    row("gzip", QByteArray("\x1f\x8b\x08\x00\x00\x00", 6), u"gzip"_s);
    row("zip", "PK\x03\x04rest", u"zip"_s);
    row("HTML error page", "<!DOCTYPE html><html><body>403 Forbidden</body></html>", u"HTML"_s);
    row("XML error", "\n<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", u"HTML or XML"_s);
    row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6), u"UTF-16"_s);
    row("text", "hello there", u"another kind"_s);
    row("index of files", offerFile(u"comprehend-region_index.json"_s), u"JSON of another kind"_s);
    row("empty object", "{}", u"JSON of another kind"_s);
    row("no products", offerOf({}), u"none"_s);
    row("NUL", QByteArray("{\"products\": {}\0}", 17), u"NUL"_s);
    row("not UTF-8", "{\"offerCode\": \"\xff\"}", QString());
    row("too deep", QByteArray("{\"products\":") + QByteArray("[").repeated(1000), QString());
    row("ten megabytes in one text", "{\"offerCode\": \"" + QByteArray(10'000'000, 'x') + "\"}", u"a text at byte"_s);
    row("yuan",
        offerOf({{u"A"_s, usage(u"CNN1-NovaLite-input-tokens"_s), u"1M tokens"_s, u"1"_s}}, u"AmazonBedrock"_s,
                u"CNY"_s),
        u"none"_s);
    row("CSV without its header", "\"FormatVersion\",\"v1.0\"\n\"A\",\"B\",\"C\"\n", u"without it"_s);
    row("CSV preamble only", "\"FormatVersion\",\"v1.0\"\n\"OfferCode\",\"AmazonS3\"\n", u"without it"_s);
    row("CSV of something else", "SKU,Name\n1,apple\n", u"without them"_s);
    row("CSV with one field in a megabyte", "SKU,\"" + QByteArray(2'000'000, 'x') + "\"", u"a field"_s);
    row("CSV without head lines",
        "SKU,OfferTermCode,RateCode,TermType,Unit,PricePerUnit,Currency,usageType,Region Code\n"
        "A,T,R,OnDemand,1M tokens,1,USD,USE1-NovaLite-input-tokens,us-east-1\n",
        u"none"_s);
}

void TestOffers::filesOfAnotherKind()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, found);
    const auto offer = imported(bytes);
    QVERIFY(!offer);
    QVERIFY2(offer.error().value.contains(found), qPrintable(offer.error().value + u" | " + offer.error().allowed));
}

void TestOffers::cutAnywhereGivesNothing_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("JSON") << u"AmazonBedrockFoundationModels-us-east-1.json"_s;
    QTest::newRow("CSV") << u"AmazonBedrockFoundationModels-us-east-1.csv"_s;
}

/// A CSV file has no end mark: cut exactly after a row it is a shorter file.
void TestOffers::cutAnywhereGivesNothing()
{
    QFETCH(QString, file);
    const QByteArray bytes = offerFile(file).trimmed();
    const bool csv = file.endsWith(u".csv");
    for (qsizetype length = 1; length < bytes.size(); length += csv ? 13 : 101) {
        const bool afterRow =
            csv && (bytes.at(length) == '\n' || bytes.at(length - 1) == '\n' || bytes.at(length) == '\r');
        if (!afterRow)
            QVERIFY2(!imported(bytes.first(length)), qPrintable(QString::number(length)));
    }
}

void TestOffers::deepQuotesAndLineEnds()
{
    QByteArray csv = offerFile(u"comprehend-ap-south-1.csv"_s);
    const auto plain = imported(csv);
    QVERIFY(plain);
    QByteArray marked = "\xef\xbb\xbf" + csv;
    QVERIFY(imported(marked));
    QByteArray windows = csv;
    windows.replace("\n", "\r\n\r\n");
    const auto other = imported(windows);
    QVERIFY(other);
    QCOMPARE(lines(*other), lines(*plain));
    csv.replace("Amazon Comprehend",
                QByteArray(QByteArray("\"\"").repeated(5) + ", \n" + QByteArray("\"\"").repeated(5)));
    const auto quoted = imported(csv);
    QVERIFY(quoted);
    QCOMPARE(lines(*quoted), lines(*plain));
    QVERIFY(imported(marked + QByteArray("\n").repeated(1'000'000)));
}

void TestOffers::mapNamesOnlyWhatTheBookHas()
{
    const catalogue::OfferMap &map = support::offerMap();
    QVERIFY(map.items.size() > 60);
    for (auto rule = map.items.cbegin(); rule != map.items.cend(); ++rule)
        QVERIFY2(shippedBook().item(rule->item), qPrintable(rule.key()));
    for (auto model = map.models.cbegin(); model != map.models.cend(); ++model)
        QVERIFY2(shippedBook().model(model.value()), qPrintable(model.key()));
}

QTEST_APPLESS_MAIN(TestOffers)
#include "tst_offers.moc"
