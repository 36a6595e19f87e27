// Prices of the user's own over the shipped book: what holds against what, what a row says of its sources, and that the
// file they stand in gives back what was written, whole or not at all.
#include "catalogue/offerfiles.h"
#include "catalogue/ratebookwriter.h"
#include "catalogue/ratechanges.h"

#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::ModelRow;
using catalogue::OwnItemPrice;
using catalogue::OwnRate;
using catalogue::OwnRates;
using catalogue::Provenance;
using catalogue::RateBook;
using catalogue::RateChange;
using catalogue::RateKind;
using domain::Rate;
using domain::Scope;
using support::shippedBook;

namespace {

const auto kSonnet = u"anthropic.claude-sonnet-4-6"_s;

Rate dollars(const QString &text)
{
    return *Rate::parse(text);
}

Provenance fromFile(QDate published)
{
    return {u"file"_s, published, {}, {}, {}};
}

Provenance byHand(QDate day)
{
    return {{}, day, u"Ada Reyes"_s, u"Private pricing."_s, {}};
}

OwnRate input(const QString &price, const Provenance &from)
{
    return {{kSonnet, u"us-east-1"_s, Scope::Regional, RateKind::Input, false}, dollars(price), {}, from};
}

OwnRates of(const std::vector<OwnRate> &rates)
{
    OwnRates own;
    own.sources.insert(u"file"_s, u"AWS price file AmazonBedrock, version 1, published some day."_s);
    own.rates = rates;
    return own;
}

const ModelRow &row(const RateBook &book)
{
    return *book.model(kSonnet)->row(u"us-east-1"_s, Scope::Regional);
}

QString shown(const RateBook &book)
{
    return row(book).rates.input->toString();
}

} // namespace

class TestOwnRates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingOfOnesOwnLeavesTheBook();
    void anImportReplacesWhatItNames();
    void anOverrideStandsAgainstImports();
    void aNewerShippedBookWinsOverAnImport();
    void anOlderFileHoldsOnlyOverWhatItReplaced();
    void wholeRowsCarryTheirFilesDate();
    void itemsOfOnesOwn();
    void theFileGivesBackWhatWasWritten();
    void filesThatAreWrong_data();
    void filesThatAreWrong();
    void percents();
    void excerptsAreBooks();
    void booksAreComparedRateByRate();
};

void TestOwnRates::nothingOfOnesOwnLeavesTheBook()
{
    const RateBook book = catalogue::withOwnRates(shippedBook(), {});
    QCOMPARE(book.id, shippedBook().id);
    QCOMPARE(book.sha256, shippedBook().sha256);
}

void TestOwnRates::anImportReplacesWhatItNames()
{
    const RateBook book = catalogue::withOwnRates(shippedBook(), of({input(u"3.5"_s, fromFile({2026, 11, 1}))}));
    QCOMPARE(shown(book), u"3.5"_s);
    QCOMPARE(row(book).rates.output, row(shippedBook()).rates.output);
    QVERIFY(book.id != shippedBook().id && book.sha256 != shippedBook().sha256);
    const QString source = book.sources.value(row(book).source);
    QVERIFY2(source.contains(u"input: AWS price file") && source.contains(u"the rest: AWS Price List"),
             qPrintable(source));
    QCOMPARE(row(book).asOf, row(shippedBook()).asOf); // the oldest of what the row rests on
    QVERIFY(!row(book).importedOn);
}

void TestOwnRates::anOverrideStandsAgainstImports()
{
    const OwnRates hand = of({input(u"2.9"_s, byHand({2026, 10, 1}))});
    const OwnRates file = of({input(u"3.5"_s, fromFile({2026, 11, 1}))});
    const OwnRates both = catalogue::merged(hand, file, shippedBook());
    QCOMPARE(both.rates.size(), std::size_t(2));
    const RateBook book = catalogue::withOwnRates(shippedBook(), both);
    QCOMPARE(shown(book), u"2.9"_s);
    QVERIFY(book.sources.value(row(book).source).contains(u"Entered by Ada Reyes on 2026-10-01: Private pricing."));
    const auto changes = catalogue::rateChanges(book, hand, file);
    QCOMPARE(changes.front().kind, RateChange::Kind::Kept);
    QVERIFY(changes.front().why.contains(u"Ada Reyes"));
}

void TestOwnRates::aNewerShippedBookWinsOverAnImport()
{
    const OwnRates old = of({input(u"3.5"_s, fromFile({2026, 8, 1}))}); // the shipped row is of 2026-08-20
    QCOMPARE(shown(catalogue::withOwnRates(shippedBook(), old)), shown(shippedBook()));
}

void TestOwnRates::anOlderFileHoldsOnlyOverWhatItReplaced()
{
    const OwnRates own = catalogue::merged({}, of({input(u"3.5"_s, fromFile({2026, 8, 1}))}), shippedBook());
    QCOMPARE(shown(catalogue::withOwnRates(shippedBook(), own)), u"3.5"_s);
    const auto changes = catalogue::rateChanges(shippedBook(), {}, own);
    QCOMPARE(changes.front().kind, RateChange::Kind::Changed);
    QVERIFY(changes.front().why.contains(u"older"));

    RateBook later = shippedBook();
    for (catalogue::Model &model : later.models) {
        for (ModelRow &one : model.rows)
            one.asOf = u"2026-12-01"_s;
    }
    QCOMPARE(shown(catalogue::withOwnRates(later, own)), shown(shippedBook()));
}

void TestOwnRates::wholeRowsCarryTheirFilesDate()
{
    OwnRates own = of({});
    for (const catalogue::RateKindEntry &entry : catalogue::rateKinds()) {
        if (const auto rate = catalogue::rateOf(row(shippedBook()), entry.kind, false))
            own.rates.push_back({{kSonnet, u"us-east-1"_s, Scope::Regional, entry.kind, false},
                                 *rate,
                                 QDate(2026, 10, 1),
                                 fromFile({2026, 11, 1})});
    }
    const RateBook book = catalogue::withOwnRates(shippedBook(), own);
    QCOMPARE(row(book).importedOn, std::optional(QDate(2026, 11, 1)));
    QCOMPARE(row(book).validFrom, std::optional(QDate(2026, 10, 1)));
    QCOMPARE(row(book).asOf, u"2026-11-01"_s);
    QCOMPARE(book.sources.value(row(book).source), own.sources.value(u"file"_s));
}

void TestOwnRates::itemsOfOnesOwn()
{
    OwnRates own = of({});
    own.items.push_back(
        {u"s3/put-requests"_s, u"eu-central-1"_s, 1000, {{{}, dollars(u"0.0054"_s)}}, fromFile({2026, 11, 1})});
    const RateBook book = catalogue::withOwnRates(shippedBook(), own);
    QCOMPARE(book.item(u"s3/put-requests"_s)->price(u"eu-central-1"_s)->tiers.front().price.toString(), u"0.0054"_s);
    QVERIFY(book.item(u"s3/put-requests"_s)->price(u"us-east-1"_s)->asOf < u"2026-11-01"_s);
    QCOMPARE(catalogue::rateChanges(shippedBook(), {}, own).front().kind, RateChange::Kind::Added);
    QCOMPARE(catalogue::rateChanges(book, own, own).front().kind, RateChange::Kind::Unchanged);
    // The same money, written for another number of units.
    own.items.front().per = 1;
    own.items.front().tiers.front().price = dollars(u"0.0000054"_s);
    QCOMPARE(catalogue::rateChanges(book, own, own).front().kind, RateChange::Kind::Unchanged);
}

void TestOwnRates::theFileGivesBackWhatWasWritten()
{
    OwnRates own = of({input(u"3.5"_s, fromFile({2026, 11, 1})), input(u"2.9"_s, byHand({2026, 10, 1}))});
    own.rates.front().from.over = QDate(2026, 12, 1);
    own.rates.front().validFrom = QDate(2026, 10, 1);
    own.models.push_back({u"anthropic.claude-opus-9"_s, u"Claude Opus 9"_s, u"Anthropic"_s, true});
    own.items.push_back({u"s3/standard-gb-month"_s,
                         u"us-east-1"_s,
                         1,
                         {{domain::Decimal::fromInteger(100), dollars(u"0.02"_s)}, {{}, dollars(u"0.01"_s)}},
                         fromFile({2026, 11, 1})});
    own.sources.insert(u"unused"_s, u"Replaced by a later import."_s);
    const QByteArray bytes = catalogue::writeOwnRates(own);
    const auto read = catalogue::readOwnRates(bytes);
    QVERIFY(read);
    QVERIFY(read->rates == own.rates);
    QCOMPARE(read->items.front().tiers, own.items.front().tiers);
    QVERIFY(read->models.front().idInferred);
    QVERIFY(!read->sources.contains(u"unused"_s));
    QCOMPARE(catalogue::writeOwnRates(*read), bytes);
}

void TestOwnRates::filesThatAreWrong_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("path");
    QTest::newRow("negative price") << QByteArray("\"3.5\"") << QByteArray("\"-3.5\"") << u"rates[0].price"_s;
    QTest::newRow("no price") << QByteArray("\"price\": \"3.5\",") << QByteArray() << u"rates[0].price"_s;
    QTest::newRow("unknown rate") << QByteArray("\"rate\": \"input\"") << QByteArray("\"rate\": \"inputs\"")
                                  << u"rates[0].rate"_s;
    QTest::newRow("source nobody named") << QByteArray("\"source\": \"file\"") << QByteArray("\"source\": \"f\"")
                                         << u"rates[0].source"_s;
    QTest::newRow("override without why")
        << QByteArray("\"why\": \"Private pricing.\"") << QByteArray("\"why\": \" \"") << u"rates[1].why"_s;
    QTest::newRow("twice") << QByteArray("\"by\": \"Ada Reyes\",\n      \"why\": \"Private pricing.\"")
                           << QByteArray("\"source\": \"file\"") << u"rates[1]"_s;
    QTest::newRow("other currency") << QByteArray("\"USD\"") << QByteArray("\"CNY\"") << u"currency"_s;
    QTest::newRow("newer version") << QByteArray("\"version\": 1") << QByteArray("\"version\": 2") << u"version"_s;
}

void TestOwnRates::filesThatAreWrong()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, path);
    QByteArray bytes = catalogue::writeOwnRates(
        of({input(u"3.5"_s, fromFile({2026, 11, 1})), input(u"2.9"_s, byHand({2026, 10, 1}))}));
    QVERIFY(bytes.contains(from));
    bytes.replace(bytes.indexOf(from), from.size(), to);
    const auto read = catalogue::readOwnRates(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().path, path);
}

void TestOwnRates::percents()
{
    QCOMPARE(catalogue::percentChange(dollars(u"3"_s), dollars(u"3.3"_s)), u"+10.00 %"_s);
    QCOMPARE(catalogue::percentChange(dollars(u"3.3"_s), dollars(u"3"_s)), u"-9.09 %"_s);
    QCOMPARE(catalogue::percentChange(dollars(u"3"_s), dollars(u"3"_s)), u"+0.00 %"_s);
    QCOMPARE(catalogue::percentChange(dollars(u"3"_s), dollars(u"0"_s)), u"-100.00 %"_s);
    QCOMPARE(catalogue::percentChange(dollars(u"0"_s), dollars(u"3"_s)), QString());
    QCOMPARE(catalogue::percentChange(dollars(u"0.000001"_s), dollars(u"1000000"_s)), u"+99999999999900.00 %"_s);
}

void TestOwnRates::excerptsAreBooks()
{
    const QStringList regions{u"us-east-1"_s, u"eu-west-1"_s};
    const RateBook part =
        catalogue::excerpt(shippedBook(), {kSonnet, u"Amazon Nova Canvas (<=1024px standard)"_s, u"no such model"_s},
                           {u"s3/standard-gb-month"_s, u"guardrails/content-text-units"_s}, regions);
    const QByteArray bytes = catalogue::writeRateBook(part);
    const auto read = catalogue::readRateBook(bytes);
    QVERIFY2(read, read ? "" : qPrintable(read.error().path));
    QCOMPARE(catalogue::writeRateBook(*read), bytes);
    QCOMPARE(read->model(kSonnet)->rows.size(), std::size_t(4)); // two regions, two scopes
    QCOMPARE(read->item(u"guardrails/content-text-units"_s)->prices.front().region, u"default"_s);
    QVERIFY(read->item(u"images/nova-canvas"_s)); // what a model names comes with it
    QVERIFY(catalogue::bookChanges(part, *read).empty());

    const QByteArray whole = catalogue::writeRateBook(shippedBook());
    const auto again = catalogue::readRateBook(whole);
    QVERIFY(again);
    QVERIFY(catalogue::bookChanges(shippedBook(), *again).empty());
}

void TestOwnRates::booksAreComparedRateByRate()
{
    RateBook later = shippedBook();
    for (catalogue::Model &model : later.models) {
        if (model.id == kSonnet) {
            model.rows.front().rates.input = dollars(u"6"_s);
            model.rows.front().rates.cacheRead.reset();
        }
    }
    const auto changes = catalogue::bookChanges(shippedBook(), later);
    QCOMPARE(changes.size(), std::size_t(2));
    QCOMPARE(changes[0].after, u"6.00"_s);
    QCOMPARE(changes[0].percent, u"+100.00 %"_s);
    QVERIFY(changes[1].after.isEmpty() && !changes[1].before.isEmpty());
}

QTEST_APPLESS_MAIN(TestOwnRates)
#include "tst_ownrates.moc"
