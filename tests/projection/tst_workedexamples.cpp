// Published price examples, with their own unit prices as the book: tests/data/worked-examples.
#include "projection/projection.h"
#include "support/books.h"
#include "support/sourcefolder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Decimal;
using domain::Int128;
using domain::Worksheet;
using support::decimal;
using support::rate;

namespace {

constexpr int kScale = 1000; // a line is whole cents, and some results are fractions of one

QJsonArray examples()
{
    QFile file(support::sourcePath(u"tests/data/worked-examples/examples.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()[u"examples"_s].toArray();
}

/// Book and worksheet of an example.
struct Case {
    catalogue::RateBook book;
    Worksheet worksheet;

    Case()
    {
        book.id = u"example"_s;
        book.asOf = support::kToday;
        book.sources.insert(u"s"_s, u"The example"_s);
        worksheet = support::worksheet();
        worksheet.useCases.front().workloads.clear();
        worksheet.funding.months = 1;
    }

    qint64 cents()
    {
        book.index();
        const auto projection = projection::project(worksheet, book, support::kToday);
        return projection ? projection->total.total.cents() : -1;
    }
};

void addWorkload(Case &built, const QJsonObject &object, int scale)
{
    catalogue::Model model;
    model.id = model.name = u"example.model"_s;
    catalogue::ModelRow row;
    row.region = u"us-east-1"_s;
    row.rates.input = rate(object[u"inputRate"_s].toString());
    row.rates.output = rate(object[u"outputRate"_s].toString(u"0"_s));
    if (object.contains(u"cacheReadRate"_s)) {
        row.rates.cacheRead = rate(object[u"cacheReadRate"_s].toString());
        row.rates.cacheWrite5m = rate(object[u"cacheWriteRate"_s].toString());
        row.cacheMinimumTokens = 0;
    }
    row.source = u"s"_s;
    model.rows.push_back(row);
    built.book.models = {model};
    domain::Workload workload;
    workload.id = u"w"_s;
    workload.model = model.id;
    workload.requestsPerDay = object[u"calls"_s].toInt() * scale;
    workload.daysPerMonth = Decimal::fromInteger(1);
    workload.inputTokens = object[u"inputTokens"_s].toInt();
    workload.outputTokens = object[u"outputTokens"_s].toInt();
    if (object.contains(u"cachedPrefixTokens"_s)) {
        workload.cachedPrefixTokens = object[u"cachedPrefixTokens"_s].toInt();
        workload.cacheHitRate = decimal(object[u"cacheHitRate"_s].toString());
    }
    built.worksheet.useCases.front().workloads = {workload};
}

bool isTiered(const QJsonArray &items)
{
    return std::any_of(items.begin(), items.end(),
                       [](const QJsonValue &item) { return item[u"tiers"_s].toArray().size() > 1; });
}

void addItems(Case &built, const QJsonArray &items, int scale)
{
    for (const QJsonValue &entry : items) {
        catalogue::Item item;
        item.id = u"example/%1"_s.arg(built.book.items.size());
        item.service = u"Amazon Bedrock"_s;
        item.name = entry[u"what"_s].toString();
        catalogue::ItemPrice price;
        price.region = u"default"_s;
        price.per = entry[u"per"_s].toInt();
        price.source = u"s"_s;
        for (const QJsonValue &tier : entry[u"tiers"_s].toArray()) {
            std::optional<Decimal> upTo;
            if (tier.toObject().contains(u"upTo"_s))
                upTo = decimal(tier[u"upTo"_s].toString());
            price.tiers.push_back({upTo, rate(tier[u"price"_s].toString())});
        }
        item.prices.push_back(price);
        built.book.items.push_back(item);
        domain::ServiceUse use;
        use.id = item.id;
        use.service = item.service;
        use.item = item.id;
        use.quantity = Decimal::fromMillionths(decimal(entry[u"quantity"_s].toString()).millionths() * scale);
        built.worksheet.footprint.push_back(use);
    }
}

/// n calls share a prefix of a million tokens: the first writes it, the others read it.
Case cached(const QJsonObject &object, bool on)
{
    const int calls = object[u"calls"_s].toInt();
    const Decimal hits =
        calls == 1 ? Decimal::fromMillionths(1) : Decimal::fromMillionths(Decimal::kScale * Int128(calls - 1) / calls);
    QJsonObject workload{{u"calls"_s, calls},
                         {u"inputTokens"_s, 1'000'000},
                         {u"outputTokens"_s, 0},
                         {u"inputRate"_s, object[u"inputRate"_s]}};
    if (on) {
        workload[u"cacheReadRate"_s] = object[u"readRate"_s];
        workload[u"cacheWriteRate"_s] = object[u"writeRate"_s];
        workload[u"cachedPrefixTokens"_s] = 1'000'000;
        workload[u"cacheHitRate"_s] = hits.toString();
    }
    Case built;
    addWorkload(built, workload, kScale);
    return built;
}

void verifyNear(Int128 actualMillionths, const QString &published, Int128 toleranceMillionths)
{
    const Int128 off = actualMillionths - decimal(published).millionths();
    QVERIFY2(off <= toleranceMillionths && -off <= toleranceMillionths,
             qPrintable(Decimal::fromMillionths(actualMillionths).toString() + u", published "_s + published));
}

} // namespace

class TestWorkedExamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesThePublishedResult_data()
    {
        QTest::addColumn<QJsonObject>("example");
        for (const QJsonValue &example : examples()) {
            if (!example.toObject().contains(u"notExpressed"_s))
                QTest::newRow(qPrintable(example[u"id"_s].toString())) << example.toObject();
        }
    }
    void givesThePublishedResult()
    {
        QFETCH(QJsonObject, example);
        const Int128 tolerance = decimal(example[u"tolerance"_s].toString()).millionths();
        if (example.contains(u"cache"_s)) {
            const QJsonObject cache = example[u"cache"_s].toObject();
            const qint64 without = cached(cache, false).cents();
            const qint64 with = cached(cache, true).cents();
            QVERIFY(without > 0 && with > 0);
            verifyNear(Int128(without - with) * 100 * Decimal::kScale / without,
                       example[u"publishedPercent"_s].toString(), tolerance);
            return;
        }
        const QJsonArray items = example[u"items"_s].toArray();
        const int scale = isTiered(items) ? 1 : kScale;
        Case built;
        if (items.isEmpty())
            addWorkload(built, example[u"workload"_s].toObject(), scale);
        else
            addItems(built, items, scale);
        const qint64 cents = built.cents();
        QVERIFY(cents > 0);
        verifyNear(Int128(cents) * (Decimal::kScale / 100) / scale, example[u"published"_s].toString(), tolerance);
    }

    void everyExampleIsExpressedOrSaysWhyNot()
    {
        int expressed = 0;
        for (const QJsonValue &example : examples()) {
            const bool has = example.toObject().contains(u"workload"_s) || example.toObject().contains(u"items"_s)
                          || example.toObject().contains(u"cache"_s);
            expressed += has ? 1 : 0;
            QVERIFY2(has || example[u"notExpressed"_s].toString().size() > 40, qPrintable(example[u"id"_s].toString()));
            QVERIFY2(!example[u"source"_s].toString().isEmpty() && !example[u"asOf"_s].toString().isEmpty(),
                     qPrintable(example[u"id"_s].toString()));
        }
        QCOMPARE(expressed, 37);
        QCOMPARE(examples().size(), 38);
    }
};

QTEST_GUILESS_MAIN(TestWorkedExamples)
#include "tst_workedexamples.moc"
