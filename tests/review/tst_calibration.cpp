// Today's bill beside month 1: a gap over a quarter needs a reason.
#include "review/calibration.h"
#include "support/books.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Worksheet;
using support::money;

namespace {

domain::Findings found(const Worksheet &worksheet)
{
    const auto projection = projection::project(worksheet, support::book(), support::kToday);
    return projection ? review::calibrationFindings(worksheet, *projection, support::decimal(u"0.25"))
                      : domain::Findings{{}};
}

Worksheet billed(std::optional<domain::Money> all, std::optional<domain::Money> bedrock = {})
{
    Worksheet worksheet = support::worksheet(); // 3,465.00 in month 1, all of it Bedrock
    worksheet.aws.monthlySpendUsd = all;
    worksheet.aws.bedrockMonthlySpendUsd = bedrock;
    return worksheet;
}

} // namespace

class TestCalibration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGapOfOverAQuarterNeedsAReason()
    {
        QVERIFY(found(billed(money(u"2772.00"))).empty()); // exactly a quarter below month 1
        const domain::Findings above = found(billed(money(u"2771.99")));
        QCOMPARE(above.size(), std::size_t(1));
        QCOMPARE(above.front().rule, u"bill-gap-unexplained"_s);
        QCOMPARE(above.front().field, u"aws/spendChangeReason"_s);
        QVERIFY2(above.front().message.contains(u"$2,771.99"_s) && above.front().message.contains(u"$3,465.00"_s),
                 qPrintable(above.front().message));
        QVERIFY(found(billed(money(u"4620.00"))).empty()); // exactly a quarter above it
        QCOMPARE(found(billed(money(u"4620.02"))).size(), std::size_t(1));
    }

    void theBedrockPartIsComparedForItself()
    {
        const domain::Findings both = found(billed(money(u"100"), money(u"50")));
        QCOMPARE(both.size(), std::size_t(2));
        QVERIFY(both.back().message.startsWith(u"The Bedrock part"_s));
        QCOMPARE(found(billed(money(u"3465"), money(u"50"))).size(), std::size_t(1));
    }

    void aReasonAnUnknownBillAndABillOfZeroAreFine()
    {
        Worksheet worksheet = billed(money(u"100"), money(u"50"));
        worksheet.aws.spendChangeReason = u"The harness runs from January."_s;
        QVERIFY(found(worksheet).empty());
        worksheet.aws.spendChangeReason = u"  "_s;
        QCOMPARE(found(worksheet).size(), std::size_t(2));
        QVERIFY(found(billed({})).empty());
        QVERIFY(found(billed(money(u"0"), money(u"0"))).empty());
    }
};

QTEST_GUILESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
