// The Spend tab on the window with the real samples: its figures, its chart, the keyboard.

#include "ui/windowfixture.h"

#include "ui/figurebutton.h"
#include "ui/spendchart.h"
#include "ui/spendtable.h"

#include <QClipboard>
#include <QComboBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>

using namespace tests;
using ui::SpendChart;
using ui::SpendTable;

namespace {

QString cell(const SpendTable &table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

int rowNamed(const SpendTable &table, const QString &name)
{
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        if (cell(table, row, 0) == name)
            return row;
    }
    return -1;
}

} // namespace

class TestSpend : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheProjectionInWholeDollarsAndCents();
    void servicesOpenAndClose();
    void theTotalFootsToTheCent();
    void enterOpensTheArithmeticOfTheCell();
    void copiesToTheCentWithoutFormulas();
    void namesAndSummariesStayWhileMonthsScroll();
    void chartAndTableShareTheMonth();
    void theChartSaysWhatIsUnderThePointer();
    void aCaseWithoutSpendSaysSo();
    void showingACaseEmitsNothing();
    void aYearFitsBesideTheDocks();

private:
    SpendTable *table() const { return m_fixture->find<SpendTable>(u"spendTable"_s); }
    SpendChart *chart() const { return m_fixture->find<SpendChart>(u"spendChart"_s); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestSpend::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->show();
    m_fixture->window->resize(1440, 900);
    m_fixture->openWorksheet(contentOf(samplePath(u"series-a-rag-assistant"_s)));
    m_fixture->trigger(u"spendTabAction"_s);
}

void TestSpend::cleanup()
{
    m_fixture.reset();
}

void TestSpend::showsTheProjectionInWholeDollarsAndCents()
{
    QCOMPARE(cell(*table(), 0, 0), u"Amazon Bedrock"_s);
    const int answers = rowNamed(*table(), u"Assistant answers"_s);
    QCOMPARE(cell(*table(), answers, 3), u"11,243"_s);
    const int total = table()->model()->rowCount() - 1;
    QCOMPARE(cell(*table(), total, 1), u"9,760"_s);
    QCOMPARE(cell(*table(), total, 13), u"18,735"_s); // average
    QCOMPARE(cell(*table(), total, 15), u"23,565"_s); // full
    m_fixture->find<QComboBox>(u"spendShowCombo"_s)->setCurrentIndex(1);
    QCOMPARE(cell(*table(), answers, 3), u"11,243.23"_s);
    QCOMPARE(cell(*table(), total, 15), u"23,565.19"_s);
}

void TestSpend::servicesOpenAndClose()
{
    const int closed = rowNamed(*table(), u"Amazon S3 (2 lines)"_s);
    QVERIFY(closed > 0);
    const int rows = table()->model()->rowCount();
    table()->setCurrentIndex(table()->model()->index(closed, 1));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(table()->model()->rowCount(), rows + 2);
    QCOMPARE(cell(*table(), closed, 0), u"Amazon S3"_s);
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(table()->model()->rowCount(), rows);
    // By mouse, on the mark before the name.
    const QPoint mark = table()->visualRect(table()->model()->index(closed, 0)).center();
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, QPoint(10, mark.y()));
    QCOMPARE(table()->model()->rowCount(), rows + 2);
}

void TestSpend::theTotalFootsToTheCent()
{
    const QAbstractItemModel &model = *table()->model();
    for (int column = 1; column <= 12; ++column) {
        domain::Money sum;
        for (int row = 0; row < model.rowCount() - 1; ++row) {
            const QModelIndex index = model.index(row, column);
            if (index.data(ui::SpendModel::RowKindRole).toInt() == static_cast<int>(ui::SpendModel::RowKind::Service))
                sum += domain::Money::parse(index.data(ui::SpendModel::ExactRole).toString()).value();
        }
        QCOMPARE(sum.toString(), model.index(model.rowCount() - 1, column).data(ui::SpendModel::ExactRole).toString());
    }
}

void TestSpend::enterOpensTheArithmeticOfTheCell()
{
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(rowNamed(*table(), u"Assistant answers"_s), 3));
    QCOMPARE(m_fixture->text(u"spendCurrentLabel"_s),
             u"Assistant answers, Mar 2027: $11,243.23. Enter opens the arithmetic"_s);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(m_fixture->text(u"arithmeticTitle"_s), u"Assistant answers, $11,243.23"_s);
    const auto *rows = m_fixture->find<QTableWidget>(u"arithmeticRows"_s);
    QVERIFY(rows->item(0, 0)->text().startsWith(u"Calls\n5,000 calls a day x 30 days"_s));
    QVERIFY(m_fixture->text(u"arithmeticSource"_s).contains(u"AWS Price List"_s));
    // Every row is seen whole, however the width has wrapped its text.
    QTRY_VERIFY(rows->height()
                >= rows->rowViewportPosition(rows->rowCount() - 1) + rows->rowHeight(rows->rowCount() - 1));
    QCOMPARE(m_fixture->window->focusWidget(), table());
}

void TestSpend::copiesToTheCentWithoutFormulas()
{
    QByteArray text = contentOf(samplePath(u"series-a-rag-assistant"_s));
    text.replace("\"Assistant answers\"", "\"=1+1\\tanswers\"");
    m_fixture->openWorksheet(text);
    table()->setFocus();
    const int row = 1;
    table()->setCurrentIndex(table()->model()->index(row, 0));
    table()->selectionModel()->select(QItemSelection(table()->model()->index(row, 0), table()->model()->index(row, 2)),
                                      QItemSelectionModel::ClearAndSelect);
    QTest::keySequence(table(), QKeySequence::Copy);
    QVERIFY2(QGuiApplication::clipboard()->text().startsWith(u"'=1+1"_s),
             qPrintable(QGuiApplication::clipboard()->text()));
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"\t3465.00\t3603.60"_s));
    QTest::keySequence(table(), QKeySequence::SelectAll);
    QTest::keySequence(table(), QKeySequence::Copy);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), table()->model()->rowCount() + 1);
    QVERIFY(lines.first().startsWith(u"Service and line\tJan\tFeb"_s));
}

void TestSpend::namesAndSummariesStayWhileMonthsScroll()
{
    QByteArray text = contentOf(samplePath(u"series-a-rag-assistant"_s));
    QVERIFY(text.contains("\"startMonth\": "));
    text.replace("\"months\": 12,", "\"months\": 36,");
    m_fixture->openWorksheet(text);
    const QAbstractItemModel &model = *table()->model();
    QCOMPARE(model.columnCount(), 40);
    const QRect name = table()->visualRect(model.index(0, 0));
    const QRect full = table()->visualRect(model.index(0, 39));
    QCOMPARE(full.right() + 1, table()->viewport()->width());
    table()->setFocus();
    table()->setCurrentIndex(model.index(0, 1));
    for (int month = 2; month <= 36; ++month)
        QTest::keyClick(table(), Qt::Key_Right);
    QCOMPARE(table()->currentIndex().column(), 36);
    QVERIFY(table()->horizontalScrollBar()->value() > 0);
    QCOMPARE(table()->visualRect(model.index(0, 0)), name);
    QCOMPARE(table()->visualRect(model.index(0, 39)), full);
    // The current month lies between them, and a click meets what is seen.
    const QRect current = table()->visualRect(model.index(0, 36));
    QVERIFY(current.left() >= name.right() && current.right() <= table()->visualRect(model.index(0, 37)).left());
    QCOMPARE(table()->indexAt(name.center()), model.index(0, 0));
    QCOMPARE(table()->indexAt(full.center()), model.index(0, 39));
    QCOMPARE(table()->indexAt(current.center()), model.index(0, 36));
    const QRect total = table()->visualRect(model.index(model.rowCount() - 1, 0));
    QVERIFY(table()->viewport()->rect().contains(total));
}

void TestSpend::chartAndTableShareTheMonth()
{
    table()->setCurrentIndex(table()->model()->index(1, 3));
    QCOMPARE(chart()->month(), 3);
    chart()->setFocus();
    QTest::keyClick(chart(), Qt::Key_Right);
    QCOMPARE(chart()->month(), 4);
    QCOMPARE(table()->currentIndex(), table()->model()->index(1, 4));
    QTest::keyClick(chart(), Qt::Key_End);
    QCOMPARE(table()->currentMonth(), 12);
    QTest::keyClick(chart(), Qt::Key_Right);
    QCOMPARE(chart()->month(), 12);
    QVERIFY(chart()->accessibleDescription().contains(u"total $23,565.19"_s));
    QTest::keyClick(chart(), Qt::Key_Return);
    QCOMPARE(m_fixture->text(u"arithmeticTitle"_s), u"All spend, $23,565.19"_s);
}

void TestSpend::theChartSaysWhatIsUnderThePointer()
{
    // Up through the middle of December's bar: its services from the bottom, what is not eligible last.
    QStringList names;
    domain::Money sum;
    const QImage picture = chart()->grab().toImage();
    QVERIFY(picture.width() > 400);
    for (int x = picture.width() - 1; x > 0 && names.isEmpty(); x -= 4) {
        for (int y = picture.height() - 1; y > 0; --y) {
            const auto part = chart()->partAt({x, y});
            if (part && part->month == 12 && (names.isEmpty() || names.last() != part->name)) {
                names.append(part->name);
                sum += part->amount;
            }
        }
    }
    QCOMPARE(names.first(), u"Amazon Bedrock"_s);
    QCOMPARE(names.last(), u"Not eligible"_s);
    QVERIFY(sum <= domain::Money::fromCents(2'356'519));
    QVERIFY(!chart()->partAt({0, 0}));
}

void TestSpend::aCaseWithoutSpendSaysSo()
{
    m_fixture->openWorksheet(R"({"format": "briefstack-worksheet", "version": 1, "company": {"name": "Good"}})");
    QCOMPARE(m_fixture->text(u"spendNoteTitle"_s), u"No spend yet"_s);
    QVERIFY(m_fixture->find<QWidget>(u"spendNoteTitle"_s)->isVisible());
    QCOMPARE(m_fixture->find<ui::FigureButton>(u"totalFigure"_s)->value(), u"$0.00"_s);
}

void TestSpend::showingACaseEmitsNothing()
{
    const QSignalSpy months(chart(), &SpendChart::monthChosen);
    const QSignalSpy figures(table(), &SpendTable::figureRequested);
    m_fixture->window->desk().reload();
    QCOMPARE(months.count() + figures.count(), 0);
}

void TestSpend::aYearFitsBesideTheDocks()
{
    QVERIFY(m_fixture->find<QWidget>(u"toFixDock"_s)->isVisible());
    QTRY_COMPARE(table()->horizontalScrollBar()->maximum(), 0);
}

QTEST_MAIN(TestSpend)
#include "tst_spend.moc"
