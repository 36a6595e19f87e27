// Rate books in their own format: what is refused and where; and how models, rows and items are looked up.
#include "catalogue/ratebookreader.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::Model;
using catalogue::RateBook;
using domain::InputError;
using domain::InputProblem;
using domain::Rate;
using domain::Scope;

namespace {

/// A small good book in which every key of the format stands; every refusal changes one thing of it.
constexpr auto kGood = R"({"format": "briefstack-rate-book", "version": 1, "id": "test-book", "asOf": "2026-10-08",
 "currency": "USD", "sources": {"list": "AWS Price List, 2026-08-20", "page": "Pricing page, 2026"},
 "models": [
  {"id": "maker.large-v1", "name": "Large 1", "provider": "Maker", "aliases": ["maker.large"], "billedBy": "token",
   "input": ["text"], "output": ["text"], "contextWindow": 200000, "maxOutput": 8192,
   "rows": [
    {"region": "us-east-1", "scope": "regional",
     "rates": {"input": "3.3", "output": "16.5", "cacheRead": "0.33", "cacheWrite5m": "4.125", "cacheWrite1h": "6.6",
      "batchInput": "1.65", "batchOutput": "8.25", "flexInput": "1.7", "flexOutput": "8.3", "priorityInput": "5.8",
      "priorityOutput": "28.9"},
     "cacheMinimumTokens": 2048, "longPrompt": {"thresholdTokens": 272000, "rates": {"input": "6.6", "output": "24.75"}},
     "provisioned": {"none": "24", "1-month": "21.18", "6-month": "13.08"},
     "reserved": {"1-month": {"input": "0.198", "output": "0.99"}, "3-month": {"input": "0.17", "output": "0.89"}},
     "availability": ["GLOBAL", "US"], "lifecycle": "active", "endOfLife": "2027-01-08",
     "source": "list", "asOf": "2026-08-20", "notes": ["n"], "suspect": ["s"]},
    {"region": "us-east-1", "scope": "global", "rates": {"input": "3", "output": "15"}, "availability": [],
     "lifecycle": "active", "source": "page", "asOf": "2026", "notes": [], "suspect": []}]},
  {"id": "maker.embed", "name": "Embed", "provider": "Maker", "aliases": [], "billedBy": "token", "input": ["text"],
   "output": ["embedding"],
   "rows": [{"region": "eu-west-1", "scope": "regional", "rates": {"input": "0.02", "output": "0"}, "availability": [],
     "lifecycle": "new", "source": "list", "asOf": "2026-08", "notes": [], "suspect": []}]},
  {"id": "maker.rank", "name": "Rank", "provider": "Maker", "aliases": [], "billedBy": "query",
   "item": "rank/queries", "input": ["text"], "output": ["text"], "rows": []}],
 "items": [
  {"id": "s3/gb", "service": "Amazon S3", "name": "Storage", "unit": "GB-month",
   "prices": [{"region": "us-east-1", "per": "1", "tiers": [{"upTo": "51200", "price": "0.023"},
      {"upTo": "512000", "price": "0.022"}, {"price": "0.021"}], "source": "list", "asOf": "2026-09-29",
      "freeTier": "5 GB"},
     {"region": "default", "per": "1", "tiers": [{"price": "0.03"}], "source": "list", "asOf": "2026-09-29"}]},
  {"id": "rank/queries", "service": "Amazon Bedrock", "name": "Queries", "unit": "query",
   "prices": [{"region": "us-east-1", "per": "1000", "tiers": [{"upTo": "100", "price": "2"}], "source": "page",
     "asOf": "2026"}]}]
})";

InputError errorOf(const QByteArray &bytes)
{
    const auto book = catalogue::readRateBook(bytes);
    return book ? InputError{InputProblem::Unreadable, u"accepted"_s, {}, {}} : book.error();
}

RateBook goodBook()
{
    const auto book = catalogue::readRateBook(kGood);
    return book ? *book : RateBook();
}

} // namespace

class TestRateBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeyOfTheFormatIsRead()
    {
        QCOMPARE(errorOf(kGood).path, u"accepted"_s);
        const RateBook book = goodBook();
        QCOMPARE(book.id, u"test-book"_s);
        QCOMPARE(book.sources.value(u"page"_s), u"Pricing page, 2026"_s);
        const catalogue::ModelRow *row = book.model(u"maker.large-v1"_s)->row(u"us-east-1"_s, Scope::Regional);
        QVERIFY(row);
        QVERIFY(row->rates.priorityOutput == Rate::parse(u"28.9"));
        QVERIFY(row->rates.flexInput == Rate::parse(u"1.7"));
        QVERIFY(row->cacheMinimumTokens == 2048);
        QCOMPARE(row->longPrompt->thresholdTokens, 272'000);
        QVERIFY(row->longPrompt->rates.output == Rate::parse(u"24.75"));
        QVERIFY(!row->longPrompt->rates.cacheRead);
        QVERIFY(row->provisioned[2] == Rate::parse(u"13.08"));
        QVERIFY(row->endOfLife == QDate(2027, 1, 8));
        QCOMPARE(row->availability, (QStringList{u"GLOBAL"_s, u"US"_s}));
        QCOMPARE(row->suspect, QStringList{u"s"_s});
        const catalogue::ItemPrice *price = book.item(u"s3/gb"_s)->price(u"us-east-1"_s);
        QCOMPARE(price->tiers.size(), std::size_t(3));
        QVERIFY(price->tiers[1].upTo == domain::Decimal::fromInteger(512'000));
        QVERIFY(!price->tiers[2].upTo);
        QCOMPARE(price->freeTier, u"5 GB"_s);
    }

    void aZeroIsARateAndAnAbsentOneIsNot()
    {
        const RateBook book = goodBook();
        const catalogue::ModelRow *row = book.model(u"Embed"_s)->row(u"eu-west-1"_s, Scope::Regional);
        QVERIFY(row->rates.output && row->rates.output->isZero());
        QVERIFY(!row->rates.cacheRead);
        QVERIFY(!row->cacheMinimumTokens);
        QVERIFY(!row->provisioned[0]);
    }

    void theHashIsThatOfTheBytes()
    {
        const QByteArray bytes = kGood;
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        QCOMPARE(goodBook().sha256, QString::fromLatin1(hash.toHex()));
    }

    void refusesABookWithOneThingWrong_data();
    void refusesABookWithOneThingWrong()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(InputProblem, problem);
        QFETCH(QString, path);
        QByteArray text = kGood;
        const qsizetype place = text.indexOf(from);
        QVERIFY(place >= 0);
        const InputError error = errorOf(text.replace(place, from.size(), to));
        QCOMPARE(error.path, path);
        QVERIFY2(error.problem == problem, qPrintable(QString::number(int(error.problem))));
    }

    void aBookCutShortIsRefused()
    {
        const QByteArray good = kGood;
        for (qsizetype length = 0; length < good.size(); length += 11)
            QCOMPARE(errorOf(good.first(length)).problem, InputProblem::NotJson);
    }

    void modelsAreFoundByIdAliasAndName_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *asked, const char *found) {
            QTest::newRow(asked) << QString::fromLatin1(asked) << QString::fromLatin1(found);
        };
        row("maker.large-v1", "maker.large-v1");
        row("maker.large", "maker.large-v1");
        row("Large 1", "maker.large-v1");
        row("large 1", "maker.large-v1");
        row("LARGE 1", "maker.large-v1");
        row("Embed", "maker.embed");
        row("Maker.Large-V1", "maker.large-v1");
        row("Large", "");
        row("large 1 ", "");
        row("", "");
    }
    void modelsAreFoundByIdAliasAndName()
    {
        QFETCH(QString, asked);
        QFETCH(QString, found);
        const RateBook book = goodBook();
        const Model *model = book.model(asked);
        QCOMPARE(model ? model->id : QString(), found);
    }

    void rowsAreFoundByRegionAndScope()
    {
        const RateBook book = goodBook();
        const Model *large = book.model(u"maker.large"_s);
        QVERIFY(large->row(u"us-east-1"_s, Scope::Global)->rates.input == Rate::parse(u"3"));
        QVERIFY(!large->row(u"eu-west-1"_s, Scope::Global));
        QVERIFY(!book.model(u"maker.embed"_s)->row(u"eu-west-1"_s, Scope::Global));
        QVERIFY(book.knowsRegion(u"eu-west-1"_s));
        QVERIFY(!book.knowsRegion(u"eu-west-2"_s));
        QVERIFY(!book.knowsRegion(u"default"_s));
    }

    void aRegionsOwnPriceGoesBeforeTheDefault()
    {
        const RateBook book = goodBook();
        QVERIFY(book.item(u"s3/gb"_s)->price(u"us-east-1"_s)->tiers[0].price == Rate::parse(u"0.023"));
        QVERIFY(book.item(u"s3/gb"_s)->price(u"eu-west-9"_s)->tiers[0].price == Rate::parse(u"0.03"));
        QVERIFY(!book.item(u"rank/queries"_s)->price(u"eu-west-1"_s));
        QVERIFY(!book.item(u"s3/GB"_s));
        QVERIFY(!book.item(u""_s));
    }

    void closeNamesAreIdsClosestFirst()
    {
        const RateBook book = goodBook();
        QCOMPARE(book.closeModels(u"maker.large-v2"_s).first(), u"maker.large-v1"_s);
        QCOMPARE(book.closeModels(u"lage 1"_s), QStringList{u"maker.large-v1"_s});
        QCOMPARE(book.closeModels(u"maker"_s, 2).size(), 2);
        QVERIFY(book.closeModels(u"zzzzzzzzzz"_s).isEmpty());
        QCOMPARE(book.closeItems(u"rank/query"_s), QStringList{u"rank/queries"_s});
    }
};

void TestRateBook::refusesABookWithOneThingWrong_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<InputProblem>("problem");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *from, const char *to, InputProblem problem, const QString &path) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << problem << path;
    };
    const QString firstRow = u"models[0].rows[0]."_s;
    row("another format", "briefstack-rate-book", "briefstack-worksheet", InputProblem::NotOneOf, u"format"_s);
    row("a later version", "\"version\": 1", "\"version\": 2", InputProblem::OutOfRange, u"version"_s);
    row("another currency", "\"USD\"", "\"EUR\"", InputProblem::NotOneOf, u"currency"_s);
    row("no date", "\"asOf\": \"2026-10-08\",", "", InputProblem::MissingKey, u"asOf"_s);
    row("no models", "\"models\"", "\"model\"", InputProblem::MissingKey, u"models"_s);
    row("an unknown key", "\"currency\"", "\"tax\": \"0\", \"currency\"", InputProblem::UnknownKey, u"tax"_s);
    row("an unknown rate", "\"flexInput\"", "\"batchinput\"", InputProblem::UnknownKey,
        firstRow + u"rates.batchinput"_s);
    row("a rate as number", "\"3.3\"", "3.3", InputProblem::WrongType, firstRow + u"rates.input"_s);
    row("a negative rate", "\"3.3\"", "\"-3.3\"", InputProblem::WrongForm, firstRow + u"rates.input"_s);
    row("a rate with an exponent", "\"3.3\"", "\"3.3e0\"", InputProblem::WrongForm, firstRow + u"rates.input"_s);
    row("13 decimals", "\"3.3\"", "\"3.3000000000001\"", InputProblem::WrongForm, firstRow + u"rates.input"_s);
    row("a rate that is null", "\"3.3\"", "null", InputProblem::WrongType, firstRow + u"rates.input"_s);
    row("a rate twice", "\"batchInput\"", "\"input\"", InputProblem::DuplicateKey, firstRow + u"rates.input"_s);
    row("an unknown scope", "\"regional\"", "\"local\"", InputProblem::NotOneOf, firstRow + u"scope"_s);
    row("no region", "\"region\": \"us-east-1\", \"scope\": \"regional\",", "\"scope\": \"regional\",",
        InputProblem::MissingKey, firstRow + u"region"_s);
    row("a row twice", "\"scope\": \"global\"", "\"scope\": \"regional\"", InputProblem::DuplicateId,
        u"models[0].rows[1].region"_s);
    row("a band without threshold", "\"thresholdTokens\": 272000, ", "", InputProblem::MissingKey,
        firstRow + u"longPrompt.thresholdTokens"_s);
    row("a negative minimum", "2048", "-1", InputProblem::OutOfRange, firstRow + u"cacheMinimumTokens"_s);
    row("an unknown commitment", "\"1-month\": \"21.18\"", "\"1-year\": \"21.18\"", InputProblem::UnknownKey,
        firstRow + u"provisioned.1-year"_s);
    row("a reserved price that is none", "\"0.198\"", "\"?\"", InputProblem::WrongForm,
        firstRow + u"reserved.1-month.input"_s);
    row("an end of life that is no day", "2027-01-08", "2027-01", InputProblem::WrongForm, firstRow + u"endOfLife"_s);
    row("a copy of no date", "\"2026-08-20\", \"notes\"", "\"August\", \"notes\"", InputProblem::WrongForm,
        firstRow + u"asOf"_s);
    row("a source that does not exist", "\"source\": \"page\"", "\"source\": \"hearsay\"",
        InputProblem::UnknownReference, u"models[0].rows[1].source"_s);
    row("notes that are no list", "\"notes\": [\"n\"]", "\"notes\": \"n\"", InputProblem::WrongType,
        firstRow + u"notes"_s);
    row("a model twice", "\"maker.embed\"", "\"maker.large-v1\"", InputProblem::DuplicateId, u"models[1].id"_s);
    row("a name twice", "\"Embed\"", "\"Large 1\"", InputProblem::DuplicateId, u"models[1].name"_s);
    row("a name twice but for its case", "\"Embed\"", "\"LARGE 1\"", InputProblem::DuplicateId, u"models[1].name"_s);
    row("a name that is another's alias", "\"Embed\"", "\"maker.large\"", InputProblem::DuplicateId,
        u"models[1].name"_s);
    row("an alias that is another's id", "\"aliases\": [], \"billedBy\": \"query\"",
        "\"aliases\": [\"x\", \"maker.embed\"], \"billedBy\": \"query\"", InputProblem::DuplicateId,
        u"models[2].aliases[1]"_s);
    row("billed by the hour", "\"query\",\n", "\"hour\",\n", InputProblem::NotOneOf, u"models[2].billedBy"_s);
    row("an item that does not exist", "\"item\": \"rank/queries\"", "\"item\": \"rank/requests\"",
        InputProblem::UnknownReference, u"models[2].item"_s);
    row("an item twice", "\"id\": \"s3/gb\"", "\"id\": \"rank/queries\"", InputProblem::DuplicateId, u"items[1].id"_s);
    row("a price twice in a region", "\"region\": \"default\"", "\"region\": \"us-east-1\"", InputProblem::DuplicateId,
        u"items[0].prices[1].region"_s);
    row("no price in a tier", "{\"price\": \"0.021\"}", "{}", InputProblem::MissingKey,
        u"items[0].prices[0].tiers[2].price"_s);
    row("tiers that fall", "\"512000\"", "\"5120\"", InputProblem::Contradiction,
        u"items[0].prices[0].tiers[1].upTo"_s);
    row("tiers that stand still", "\"512000\"", "\"51200\"", InputProblem::Contradiction,
        u"items[0].prices[0].tiers[1].upTo"_s);
    row("a tier of nothing", "\"51200\"", "\"0\"", InputProblem::Contradiction, u"items[0].prices[0].tiers[0].upTo"_s);
    row("a tier after the last", "{\"upTo\": \"512000\", \"price\"", "{\"price\"", InputProblem::Contradiction,
        u"items[0].prices[0].tiers[2].upTo"_s);
    row("no tiers", "[{\"price\": \"0.03\"}]", "[]", InputProblem::WrongLength, u"items[0].prices[1].tiers"_s);
    row("for half a unit", "\"1000\"", "\"0.5\"", InputProblem::OutOfRange, u"items[1].prices[0].per"_s);
    row("for no unit", "\"1000\"", "\"0\"", InputProblem::OutOfRange, u"items[1].prices[0].per"_s);
    row("no unit count", "\"per\": \"1000\", ", "", InputProblem::MissingKey, u"items[1].prices[0].per"_s);
    row("a price's source that does not exist", "\"source\": \"page\",\n     \"asOf\": \"2026\"}]}]",
        "\"source\": \"Page\",\n     \"asOf\": \"2026\"}]}]", InputProblem::UnknownReference,
        u"items[1].prices[0].source"_s);
}

QTEST_GUILESS_MAIN(TestRateBook)
#include "tst_ratebook.moc"
