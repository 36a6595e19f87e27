// The arithmetic behind a figure: every step is checked as a person with a calculator would, by reading its text.
#include "projection/arithmetic.h"
#include "support/books.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Worksheet;
using projection::Arithmetic;
using projection::ArithmeticStep;
using projection::Projection;
using projection::Span;
using support::decimal;
using support::money;

namespace {

Projection projected(const Worksheet &worksheet)
{
    auto projection = projection::project(worksheet, support::book(), support::kToday);
    return projection ? *std::move(projection) : Projection();
}

/// The first number in a text: "$1,980.00" is 1980.
long double numberIn(QString text)
{
    static const QRegularExpression kNumber(u"-?[0-9][0-9,]*(\\.[0-9]+)?"_s);
    return kNumber.match(text).captured().remove(u',').toDouble();
}

/// What a calculator makes of "150,000 calls x 4,000 tokens x $3.30 per million": words are skipped.
long double calculated(const QString &formula)
{
    long double sum = 0;
    for (const QString &term : formula.split(u" + "_s)) {
        long double product = 1;
        for (const QString &factor : term.split(u" x "_s)) {
            const QStringList of = factor.split(u" % of "_s);
            product *= of.size() == 2 ? numberIn(of[0]) / 100 * numberIn(of[1]) : numberIn(factor);
        }
        sum += term.contains(u"per million"_s) ? product / 1'000'000
             : term.contains(u"per 1,000"_s)   ? product / 1000
                                               : product;
    }
    return sum;
}

void verifySteps(const Arithmetic &arithmetic)
{
    QVERIFY(!arithmetic.steps.empty());
    QCOMPARE(arithmetic.result, arithmetic.steps.back().result);
    for (const ArithmeticStep &step : arithmetic.steps) {
        QVERIFY(!step.label.isEmpty());
        QVERIFY(!step.result.isEmpty());
        if (!step.formula.contains(u" x "_s) && !step.formula.contains(u" + "_s) && !step.formula.contains(u" % of "_s))
            continue;
        const long double off = qAbs(calculated(step.formula) - numberIn(step.result));
        const long double allowed = step.formula.contains(u"to whole cents"_s) ? 0.005L
                                  : step.result.startsWith(u'$')               ? 0.00001L
                                                                               : 0.5L; // whole calls are rounded
        QVERIFY2(off <= allowed, qPrintable(step.formula + u" = "_s + step.result));
    }
}

const ArithmeticStep *step(const Arithmetic &arithmetic, const QString &label)
{
    for (const ArithmeticStep &some : arithmetic.steps) {
        if (some.label == label)
            return &some;
    }
    return nullptr;
}

Worksheet everything()
{
    Worksheet worksheet = support::worksheet();
    domain::Workload &workload = worksheet.useCases.front().workloads.front();
    workload.growthPerMonth = decimal(u"0.04");
    workload.steps = {{3, decimal(u"3")}};
    workload.batchShare = decimal(u"0.4");
    workload.cachedPrefixTokens = 2500;
    workload.cacheHitRate = decimal(u"0.8");
    domain::Workload units = support::answers();
    units.id = u"units"_s;
    units.model = u"example.plain"_s;
    units.provisioned = domain::Provisioned{2, domain::Commitment::None};
    worksheet.useCases.front().workloads.push_back(units);
    domain::ServiceUse storage;
    storage.id = u"storage"_s;
    storage.service = u"Amazon S3"_s;
    storage.item = u"s3/standard-gb-month"_s;
    storage.quantity = decimal(u"600000");
    storage.growthPerMonth = decimal(u"0.01");
    domain::ServiceUse pages;
    pages.id = u"pages"_s;
    pages.service = u"Amazon Textract"_s;
    pages.item = u"textract/detect-pages"_s;
    pages.quantity = decimal(u"12345");
    pages.fromMonth = 2;
    domain::ServiceUse flat;
    flat.id = u"flat"_s;
    flat.service = u"Amazon EC2"_s;
    flat.monthlyUsd = money(u"2200");
    flat.growthPerMonth = decimal(u"0.03");
    worksheet.footprint = {storage, pages, flat};
    return worksheet;
}

} // namespace

class TestArithmetic : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStepOfEveryLineAndMonthCanBeCheckedWithACalculator()
    {
        const Projection projection = projected(everything());
        QCOMPARE(projection.lines.size(), std::size_t(5));
        for (const projection::Line &line : projection.lines) {
            for (int month = 1; month <= projection.months; ++month) {
                const Arithmetic arithmetic = projection::lineArithmetic(line, month, projection);
                verifySteps(arithmetic);
                QCOMPARE(
                    numberIn(arithmetic.result),
                    static_cast<long double>(line.monthly[static_cast<std::size_t>(month - 1)].toString().toDouble()));
            }
        }
    }

    void aTokenLineNamesItsRatesWithSourceAndDate()
    {
        const Projection projection = projected(everything());
        const Arithmetic arithmetic = projection::lineArithmetic(projection.lines.front(), 4, projection);
        QCOMPARE(arithmetic.title, u"Assistant answers"_s);
        QCOMPARE(arithmetic.caption, u"Amazon Bedrock, Claude Sonnet 4.6, Apr 2027"_s);
        QCOMPARE(step(arithmetic, u"Calls"_s)->formula,
                 u"5,000 calls a day x 30 days x growth 1.124864 x step 3, to whole calls"_s);
        QCOMPARE(step(arithmetic, u"Calls"_s)->result, u"506,189 calls"_s); // 506,188.8
        QCOMPARE(step(arithmetic, u"Calls in Batch"_s)->result, u"202,476 calls"_s);
        QCOMPARE(step(arithmetic, u"Calls that find the prefix cached"_s)->formula, u"80 % of 303,713 calls"_s);
        const ArithmeticStep *read = step(arithmetic, u"Prefix tokens read from the cache"_s);
        QVERIFY(read);
        QCOMPARE(read->rate, u"$0.33 per million tokens"_s);
        QCOMPARE(read->source, u"AWS Price List"_s);
        QCOMPARE(read->asOf, u"2026-08-20"_s);
        QVERIFY(step(arithmetic, u"Sum, exact"_s)->sum);
    }

    void growthOfAmountsAndQuantitiesIsShown()
    {
        const Projection projection = projected(everything());
        QVERIFY(step(projection::lineArithmetic(projection.lines[4], 3, projection), u"Monthly amount"_s)
                    ->formula.contains(u"x growth 1.0609"_s));
        const Arithmetic storage = projection::lineArithmetic(projection.lines[2], 2, projection);
        QCOMPARE(step(storage, u"Quantity, GB-month"_s)->result, u"606,000"_s);
        QCOMPARE(step(storage, u"The first 51,200"_s)->result, u"$1,177.60"_s);
        QVERIFY(step(storage, u"The next 94,000"_s)); // above 512,000
    }

    void aMonthInWhichNothingRunsSaysSo()
    {
        const Projection projection = projected(everything());
        const Arithmetic idle = projection::lineArithmetic(projection.lines[3], 1, projection);
        QCOMPARE(idle.steps.front().result, u"nothing runs"_s);
        QCOMPARE(idle.result, u"$0.00"_s);
    }

    void aWorkloadWithoutAModelSaysSo()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.useCases.front().workloads.front().model.clear();
        const Projection projection = projected(worksheet);
        QCOMPARE(projection::lineArithmetic(projection.lines.front(), 1, projection).steps.front().formula,
                 u"no model is named"_s);
    }

    void headerFiguresAddUp()
    {
        const Projection projection = projected(everything());
        const auto shown = [](domain::Money amount) { return static_cast<long double>(amount.toString().toDouble()); };
        const projection::Totals &total = projection.total;
        const struct {
            Span span;
            domain::Money amount;
        } figures[] = {{Span::Month, total.monthly.front()},
                       {Span::All, total.total},
                       {Span::Average, total.average},
                       {Span::Peak, total.peak},
                       {Span::Full, total.full}};
        for (const auto &figure : figures) {
            const Arithmetic arithmetic = projection::totalArithmetic(figure.span, 1, projection);
            QCOMPARE(numberIn(arithmetic.result), shown(figure.amount));
            long double sum = 0;
            for (const ArithmeticStep &part : arithmetic.steps) {
                if (part.sum) {
                    QVERIFY(qAbs(sum - numberIn(part.result)) < 0.001L);
                    break;
                }
                sum += numberIn(part.result);
            }
        }
        QVERIFY(projection::totalArithmetic(Span::Average, 1, projection)
                    .steps.back()
                    .formula.endsWith(u"/ 12 months with spend"_s));
        for (const projection::ServiceTotals &service : projection.services)
            QCOMPARE(numberIn(projection::serviceArithmetic(service, Span::Full, 0, projection).result),
                     shown(service.totals.full));
    }

    void nothingSpentIsNoDivisionByZero()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.useCases.front().workloads.front().requestsPerDay = 0;
        const Projection projection = projected(worksheet);
        for (const Span span : {Span::Month, Span::All, Span::Average, Span::Peak, Span::Full})
            QCOMPARE(projection::totalArithmetic(span, 1, projection).result, u"$0.00"_s);
    }
};

QTEST_GUILESS_MAIN(TestArithmetic)
#include "tst_arithmetic.moc"
