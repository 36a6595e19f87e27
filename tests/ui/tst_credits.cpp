// The Credits tab on the window with the real samples: the ledger and its sums, both orders, months, demand, the keyboard.

#include "ui/windowfixture.h"

#include "ui/creditschart.h"
#include "ui/creditstab.h"
#include "ui/creditstable.h"
#include "ui/spendmodel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>

using namespace tests;
using domain::Money;
using ui::CreditsChart;
using ui::CreditsTable;

namespace {

QString cell(const CreditsTable &table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

QString head(const CreditsTable &table, int column)
{
    return table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

Money amount(const CreditsTable &table, int row, int column)
{
    return Money::parse(table.model()->index(row, column).data(ui::SpendModel::ExactRole).toString()).value();
}

QStringList rowOf(const CreditsTable &table, int row)
{
    QStringList cells;
    for (int column = 0; column < table.model()->columnCount(); ++column)
        cells.append(cell(table, row, column));
    return cells;
}

constexpr int kFirstPayer = 2;

/// Each row adds up to its spend, each column to its total.
void verifySumsStand(const CreditsTable &ledger)
{
    const int rows = ledger.model()->rowCount();
    const int columns = ledger.model()->columnCount();
    for (int row = 0; row < rows; ++row) {
        Money sum;
        for (int column = kFirstPayer; column < columns - 2; ++column)
            sum += amount(ledger, row, column);
        QCOMPARE(amount(ledger, row, columns - 2), sum);
        QCOMPARE(amount(ledger, row, columns - 1), sum);
    }
    for (int column = kFirstPayer; column < columns; ++column) {
        Money sum;
        for (int row = 0; row < rows - 1; ++row)
            sum += amount(ledger, row, column);
        QCOMPARE(amount(ledger, rows - 1, column), sum);
    }
}

} // namespace

class TestCredits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsPoolsDemandAndTheLedgerWhoseSumsStand();
    void theOtherOrderOfAwsHasItsOwnAsks();
    void sliderChartAndLedgerShareTheMonth();
    void theChartHasATableTwin();
    void theChartSaysWhatIsUnderThePointerAndWhatHappens();
    void enterOpensTheArithmeticOfPoolLineAndTotal();
    void saysWhichAskWouldLoseLeast();
    void copiesToTheCent();
    void aStackOfTwoOfOneProgramNumbersThem();
    void aCaseWithoutPoolsOrSpendSaysSo();
    void showingACaseEmitsNothing();
    void everyPaneIsReachedByTheKeyboard();

private:
    CreditsTable *ledger() const { return m_fixture->find<CreditsTable>(u"ledgerTable"_s); }
    CreditsTable *pools() const { return m_fixture->find<CreditsTable>(u"poolsTable"_s); }
    CreditsTable *demand() const { return m_fixture->find<CreditsTable>(u"demandTable"_s); }
    CreditsTable *months() const { return m_fixture->find<CreditsTable>(u"monthsTable"_s); }
    CreditsChart *chart() const { return m_fixture->find<CreditsChart>(u"creditsChart"_s); }
    QSlider *slider() const { return m_fixture->find<QSlider>(u"monthSlider"_s); }
    QCheckBox *all() const { return m_fixture->find<QCheckBox>(u"allMonthsCheck"_s); }
    void click(const QString &button) const { m_fixture->find<QPushButton>(button)->click(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestCredits::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->show();
    m_fixture->window->resize(1440, 900);
    m_fixture->openWorksheet(contentOf(samplePath(u"series-a-rag-assistant"_s)));
    m_fixture->trigger(u"creditsTabAction"_s);
}

void TestCredits::cleanup()
{
    m_fixture.reset();
}

void TestCredits::showsPoolsDemandAndTheLedgerWhoseSumsStand()
{
    QCOMPARE(rowOf(*pools(), 0), (QStringList{u"Bedrock POC"_s, u"Use case 1"_s, u"29,500"_s, u"29,500"_s,
                                              u"29,500.00"_s, u"0.00"_s, u"Used up Apr 2027"_s}));
    QCOMPARE(rowOf(*pools(), 1), (QStringList{u"Activate Portfolio"_s, u"General"_s, u"230,500"_s, u"100,000"_s,
                                              u"100,000.00"_s, u"0.00"_s, u"Used up Aug 2027"_s}));
    QCOMPARE(rowOf(*demand(), 0), (QStringList{u"Low"_s, u"153,797"_s, u"20,697"_s, u"Nov 2027"_s}));
    QCOMPARE(rowOf(*demand(), 1), (QStringList{u"Stated"_s, u"224,825"_s, u"91,725"_s, u"Aug 2027"_s}));
    QCOMPARE(rowOf(*demand(), 2), (QStringList{u"High"_s, u"391,234"_s, u"258,134"_s, u"Jun 2027"_s}));
    verifySumsStand(*ledger());
    const int total = ledger()->model()->rowCount() - 1;
    QCOMPARE(rowOf(*ledger(), total),
             (QStringList{u"Total, 12 months"_s, QString(), u"-"_s, u"29,500.00"_s, u"100,000.00"_s, u"91,724.93"_s,
                          u"3,600.00"_s, u"224,824.93"_s, u"224,824.93"_s}));
    QCOMPARE(m_fixture->text(u"creditsSums"_s), u"Every dollar in one place"_s);
    QCOMPARE(m_fixture->text(u"creditsFoot"_s),
             u"Customer pays is paid AWS consumption after credits: $91,724.93, from Aug 2027 on."_s);
}

void TestCredits::theOtherOrderOfAwsHasItsOwnAsks()
{
    QByteArray text = contentOf(samplePath(u"series-a-rag-assistant"_s));
    const QByteArray old = R"("expiresOn": "2026-05-02",
        "remainingUsd": "0")";
    QVERIFY(text.contains(old));
    text.replace(old, R"("expiresOn": "2027-02-28", "remainingUsd": "6000")");
    m_fixture->openWorksheet(text);
    QCOMPARE(cell(*pools(), 0, 0), u"Held: activate-founders"_s);
    QCOMPARE(cell(*pools(), 0, 6), u"Used up Jan 2027"_s);
    QCOMPARE(cell(*pools(), 1, 3), u"23,000"_s);
    verifySumsStand(*ledger());
    QVERIFY(m_fixture->find<QPushButton>(u"plannedButton"_s)->isChecked());
    click(u"awsButton"_s);
    QVERIFY(!m_fixture->find<QPushButton>(u"plannedButton"_s)->isChecked());
    QCOMPARE(cell(*pools(), 1, 3), u"23,500"_s);
    verifySumsStand(*ledger());
    slider()->setValue(2);
    slider()->setValue(1);
    for (int row = 0; row < ledger()->model()->rowCount(); ++row) {
        if (cell(*ledger(), row, 0) == u"Amazon EC2"_s)
            QCOMPARE(cell(*ledger(), row, kFirstPayer), u"1,040.40"_s);
    }
    QCOMPARE(cell(*ledger(), ledger()->model()->rowCount() - 1, kFirstPayer), u"6,000.00"_s);
    verifySumsStand(*ledger());
    click(u"plannedButton"_s);
    QCOMPARE(cell(*pools(), 1, 3), u"23,000"_s);
}

void TestCredits::sliderChartAndLedgerShareTheMonth()
{
    QVERIFY(all()->isChecked());
    QCOMPARE(chart()->month(), 0);
    slider()->setValue(4);
    QVERIFY(!all()->isChecked());
    QCOMPARE(chart()->month(), 4);
    QCOMPARE(m_fixture->text(u"monthLabel"_s), u"Apr 2027"_s);
    const int total = ledger()->model()->rowCount() - 1;
    QCOMPARE(rowOf(*ledger(), total),
             (QStringList{u"Total, Apr 2027"_s, QString(), u"-"_s, u"5,204.37"_s, u"12,789.20"_s, u"-"_s, u"300.00"_s,
                          u"18,293.57"_s, u"18,293.57"_s}));
    for (int month = 1; month <= 12; ++month) {
        slider()->setValue(month);
        verifySumsStand(*ledger());
    }
    chart()->setFocus();
    QTest::keyClick(chart(), Qt::Key_Home);
    QCOMPARE(slider()->value(), 1);
    QTest::keyClick(chart(), Qt::Key_Right);
    QCOMPARE(slider()->value(), 2);
    QCOMPARE(cell(*ledger(), total, 0), u"Total, Feb 2027"_s);
    QTest::keyClick(chart(), Qt::Key_End);
    QTest::keyClick(chart(), Qt::Key_Right);
    QCOMPARE(slider()->value(), 12);
    all()->click();
    QCOMPARE(cell(*ledger(), total, 0), u"Total, 12 months"_s);
    QCOMPARE(chart()->month(), 0);
}

void TestCredits::theChartHasATableTwin()
{
    click(u"chartAsTableButton"_s);
    QVERIFY(months()->isVisible() && !chart()->isVisible());
    QCOMPARE(months()->model()->rowCount(), 12);
    const int columns = months()->model()->columnCount();
    QCOMPARE(head(*months(), columns - 2), u"Credits left"_s);
    QCOMPARE(cell(*months(), 0, columns - 2), u"120,040.40"_s); // 129,500.00 less 9,459.60 of January
    QCOMPARE(cell(*months(), 3, columns - 1), u"Bedrock POC used up"_s);
    QCOMPARE(cell(*months(), 7, columns - 1), u"Activate Portfolio used up"_s);
    for (int row = 0; row < 12; ++row) {
        Money sum;
        for (int column = 1; column < columns - 3; ++column)
            sum += Money::parse(cell(*months(), row, column).remove(u',').replace(u"-"_s, u"0"_s)).value();
        QCOMPARE(cell(*months(), row, columns - 3).remove(u','), sum.toString());
    }
    click(u"chartButton"_s);
    QVERIFY(chart()->isVisible());
}

void TestCredits::theChartSaysWhatIsUnderThePointerAndWhatHappens()
{
    QStringList met;
    for (int x = chart()->width() - 1; x > 0; x -= 6) {
        for (int y = chart()->height() - 1; y > 0; y -= 2) {
            const QString text = chart()->textAt({x, y});
            if (!text.isEmpty() && !met.contains(text))
                met.append(text);
        }
    }
    QVERIFY(met.contains(u"Bedrock POC, Apr 2027: $5,204.37"_s));
    QVERIFY(met.contains(u"Customer pays, Dec 2027: $23,265.19"_s));
    QVERIFY(chart()->textAt({0, 0}).isEmpty());
    slider()->setValue(4);
    QVERIFY2(chart()->accessibleDescription().contains(u"credits left $74,910.83"_s)
                 && chart()->accessibleDescription().endsWith(u"Bedrock POC used up"_s),
             qPrintable(chart()->accessibleDescription()));
}

void TestCredits::enterOpensTheArithmeticOfPoolLineAndTotal()
{
    pools()->setFocus();
    pools()->setCurrentIndex(pools()->model()->index(0, 3));
    QTest::keyClick(pools(), Qt::Key_Return);
    QVERIFY2(m_fixture->text(u"arithmeticTitle"_s).contains(u"$29,500"_s),
             qPrintable(m_fixture->text(u"arithmeticTitle"_s)));
    slider()->setValue(3);
    ledger()->setFocus();
    ledger()->setCurrentIndex(ledger()->model()->index(0, 3));
    QTest::keyClick(ledger(), Qt::Key_Return);
    QCOMPARE(m_fixture->text(u"arithmeticTitle"_s), u"Assistant answers, $11,243.23"_s);
    ledger()->setCurrentIndex(ledger()->model()->index(ledger()->model()->rowCount() - 1, 3));
    QTest::keyClick(ledger(), Qt::Key_Return);
    QVERIFY(m_fixture->text(u"arithmeticTitle"_s).startsWith(u"All spend"_s));
}

void TestCredits::saysWhichAskWouldLoseLeast()
{
    QVERIFY2(m_fixture->text(u"creditsReasoning"_s).contains(u"An ask of $46,000 keeps the larger"_s),
             qPrintable(m_fixture->text(u"creditsReasoning"_s)));
    pools()->setCurrentIndex(pools()->model()->index(1, 0));
    QVERIFY(m_fixture->text(u"creditsReasoning"_s).startsWith(u"Activate Portfolio: "_s));
}

void TestCredits::copiesToTheCent()
{
    ledger()->setFocus();
    ledger()->setCurrentIndex(ledger()->model()->index(0, 3));
    ledger()->selectionModel()->select(QItemSelection(ledger()->model()->index(0, 2), ledger()->model()->index(0, 4)),
                                       QItemSelectionModel::ClearAndSelect);
    QTest::keySequence(ledger(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"0.00\t23516.20\t58128.48"_s);
}

void TestCredits::aStackOfTwoOfOneProgramNumbersThem()
{
    m_fixture->openWorksheet(contentOf(samplePath(u"enterprise-two-use-cases"_s)));
    QCOMPARE(cell(*pools(), 0, 0), u"Enterprise POC"_s);
    QCOMPARE(cell(*pools(), 1, 0), u"Enterprise POC 2"_s);
    QCOMPARE(cell(*pools(), 1, 1), u"Use case 2"_s);
    QCOMPARE(demand()->model()->rowCount() == 1,
             !contentOf(samplePath(u"enterprise-two-use-cases"_s)).contains("\"range\""));
    verifySumsStand(*ledger());
}

void TestCredits::aCaseWithoutPoolsOrSpendSaysSo()
{
    QByteArray text = contentOf(samplePath(u"series-a-rag-assistant"_s));
    const qsizetype from = text.indexOf("\"pools\": [");
    text.replace(from, text.indexOf(']', text.indexOf("activate-portfolio", from)) - from, "\"pools\": [");
    m_fixture->openWorksheet(text);
    QCOMPARE(pools()->model()->rowCount(), 0);
    QVERIFY(m_fixture->text(u"creditsReasoning"_s).startsWith(u"No pool is in the stack"_s));
    verifySumsStand(*ledger());
    m_fixture->openWorksheet(R"({"format": "briefstack-worksheet", "version": 1, "company": {"name": "Good"}})");
    QCOMPARE(m_fixture->text(u"creditsNoteTitle"_s), u"No spend yet"_s);
}

void TestCredits::showingACaseEmitsNothing()
{
    auto *tab = m_fixture->window->findChild<ui::CreditsTab *>();
    QVERIFY(tab);
    const QSignalSpy figures(tab, &ui::CaseTab::figureRequested);
    const QSignalSpy marks(chart(), &CreditsChart::monthChosen);
    const QSignalSpy moves(slider(), &QSlider::valueChanged);
    m_fixture->openWorksheet(contentOf(samplePath(u"pre-seed-agent"_s)));
    QCOMPARE(figures.count() + marks.count() + moves.count(), 0);
}

void TestCredits::everyPaneIsReachedByTheKeyboard()
{
    auto *tab = m_fixture->window->findChild<ui::CreditsTab *>();
    QVERIFY(tab);
    for (QWidget *pane : tab->panes()) {
        QVERIFY2(pane->focusPolicy() & Qt::TabFocus, qPrintable(pane->objectName()));
        QVERIFY2(!pane->accessibleName().isEmpty(), qPrintable(pane->objectName()));
    }
}

QTEST_MAIN(TestCredits)
#include "tst_credits.moc"
