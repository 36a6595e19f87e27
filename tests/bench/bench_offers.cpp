// Import of an AWS price file of 15 MB, the size of AmazonBedrock's file of all regions: 10,912 products, about as many of
// them prices of the book as in the real one. As a JSON and as a CSV file.
//
// Memory: /usr/bin/time -v bench_offers --benchmark_filter=json
#include "catalogue/offer/offerimport.h"
#include "catalogue/ratebookreader.h"

#include <QFile>

#include <benchmark/benchmark.h>

namespace {

using namespace Qt::StringLiterals;

constexpr int kProducts = 10'912;
constexpr qsizetype kBytes = 15'000'000; // at least

QByteArray resource(const QString &path)
{
    QFile file(QStringLiteral(BRIEFSTACK_SOURCE_DIR "/resources/rates/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const catalogue::RateBook &book()
{
    static const catalogue::RateBook kBook = *catalogue::readRateBook(resource(u"rate-book.json"_s));
    return kBook;
}

const catalogue::OfferMap &map()
{
    static const catalogue::OfferMap kMap = *catalogue::readOfferMap(resource(u"offer-map.json"_s));
    return kMap;
}

struct Product {
    QByteArray sku;
    QByteArray model;
    QByteArray usageType;
    QByteArray region;
    QByteArray price;
};

/// Models of the book in its regions, every kind of token; the rest of the file names what the book does not have.
std::vector<Product> products()
{
    const QList<QByteArray> kinds{"input-tokens",
                                  "output-tokens",
                                  "input-tokens-batch",
                                  "output-tokens-batch",
                                  "input-tokens-flex",
                                  "output-tokens-priority",
                                  "input-tokens-cross-region-global"};
    const QList<QByteArray> regions{"us-east-1",  "us-west-2",      "eu-west-1",      "eu-central-1",
                                    "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1"};
    std::vector<Product> all;
    for (const QByteArray &kind : kinds) {
        for (const QByteArray &region : regions) {
            for (const catalogue::Model &model : book().models) {
                const QByteArray number = QByteArray::number(static_cast<qint64>(all.size())).rightJustified(8, '0');
                all.push_back({"SKU" + number, model.name.toUtf8(), "USE1-" + model.id.toUtf8() + '-' + kind, region,
                               "0.0012300000"});
            }
        }
    }
    while (all.size() < static_cast<std::size_t>(kProducts)) {
        const QByteArray number = QByteArray::number(static_cast<qint64>(all.size())).rightJustified(8, '0');
        all.push_back(
            {"SKU" + number, "Nobody " + number, "USE1-Nobody" + number + "-input-tokens", "us-east-1", "1.0"});
    }
    return all;
}

QByteArray jsonFile()
{
    const std::vector<Product> all = products();
    QByteArray text = "{\"formatVersion\":\"v1.0\",\"offerCode\":\"AmazonBedrock\",\"version\":\"20261101000000\","
                      "\"publicationDate\":\"2026-11-01T00:00:00Z\",\n\"products\":{";
    // What a real product says besides.
    const QByteArray rest =
        ",\"location\":\"US East (N. Virginia)\",\"locationType\":\"AWS Region\",\"operation\":\"\","
        "\"feature\":\"On-demand Inference\",\"provider\":\"Somebody\",\"servicename\":\"Amazon Bedrock\"";
    const QByteArray blanks(600, ' '); // the real files are indented
    const char *comma = "";
    for (const Product &one : all) {
        text += blanks;
        text += comma + QByteArray("\n  \"") + one.sku + "\" : {\"sku\" : \"" + one.sku
              + "\", \"productFamily\" : \"Amazon Bedrock\", \"attributes\" : {\"servicecode\":\"AmazonBedrock\","
                "\"model\":\""
              + one.model + "\",\"usagetype\":\"" + one.usageType + "\",\"regionCode\":\"" + one.region + '"' + rest
              + "}}";
        comma = ",";
    }
    text += "},\n\"terms\":{\"OnDemand\":{";
    comma = "";
    for (const Product &one : all) {
        const QByteArray rate = one.sku + ".JRTCKXETXF";
        text += comma + QByteArray("\n  \"") + one.sku + "\" : {\"" + rate
              + "\" : {\"offerTermCode\" : \"JRTCKXETXF\", \"sku\" : \"" + one.sku
              + "\", \"effectiveDate\" : \"2026-10-01T00:00:00Z\", \"priceDimensions\" : {\"" + rate
              + ".6YS6EN2CT7\" : {\"rateCode\" : \"" + rate
              + ".6YS6EN2CT7\", \"description\" : \"per 1K tokens\", \"beginRange\" : \"0\", \"endRange\" : \"Inf\", "
                "\"unit\" : \"1K tokens\", \"pricePerUnit\" : {\"USD\" : \""
              + one.price + "\"}, \"appliesTo\" : [ ]}}, \"termAttributes\" : { }}}";
        comma = ",";
    }
    text += "}},\"attributesList\":{}";
    return text + '}';
}

QByteArray csvFile()
{
    QByteArray text =
        "\"FormatVersion\",\"v1.0\"\n\"Publication Date\",\"2026-11-01T00:00:00Z\"\n"
        "\"Version\",\"20261101000000\"\n\"OfferCode\",\"AmazonBedrock\"\n"
        "\"SKU\",\"OfferTermCode\",\"RateCode\",\"TermType\",\"PriceDescription\",\"EffectiveDate\","
        "\"StartingRange\",\"EndingRange\",\"Unit\",\"PricePerUnit\",\"Currency\",\"Location\",\"Location "
        "Type\",\"usageType\",\"model\",\"Region Code\",\"serviceName\"\n";
    const QByteArray padding(1200, 'x');
    for (const Product &one : products())
        text += '"' + one.sku + "\",\"T\",\"" + one.sku + ".T.R\",\"OnDemand\",\"" + padding
              + "\",\"2026-10-01\",\"0\",\"Inf\",\"1K tokens\",\"" + one.price
              + "\",\"USD\",\"US East (N. Virginia)\",\"AWS Region\",\"" + one.usageType + "\",\"" + one.model + "\",\""
              + one.region + "\",\"Amazon Bedrock\"\n";
    return text;
}

void import(benchmark::State &state, const QByteArray &bytes)
{
    if (bytes.size() < kBytes) {
        state.SkipWithError("the file is too small");
        return;
    }
    std::size_t found = 0;
    for (auto _ : state) {
        const auto offer = catalogue::importOffer(json::sourceOf(bytes), book(), map());
        if (!offer || offer->found.rates.empty()) {
            state.SkipWithError("the file was not read");
            return;
        }
        found = offer->found.rates.size();
    }
    state.SetBytesProcessed(static_cast<qint64>(state.iterations()) * bytes.size());
    state.counters["products"] = kProducts;
    state.counters["rates"] = static_cast<double>(found);
}

void jsonOffer(benchmark::State &state)
{
    import(state, jsonFile());
}

void csvOffer(benchmark::State &state)
{
    import(state, csvFile());
}

} // namespace

BENCHMARK(jsonOffer)->Unit(benchmark::kMillisecond);
BENCHMARK(csvOffer)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
