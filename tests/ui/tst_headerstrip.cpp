// The header strip and the arithmetic behind its figures, on the window with the real samples.

#include "ui/windowfixture.h"

#include "ui/figure.h"
#include "ui/figurebutton.h"
#include "ui/words.h"

#include <QDockWidget>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QTableWidget>

using namespace tests;
using ui::FigureButton;

class TestHeaderStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysWhatTheCaseIs();
    void aFigureOpensItsArithmeticAndKeepsTheFocus();
    void everyFiguresArithmeticEndsInTheFigure();
    void foldsTheAsksWhereThereIsNoRoom();
    void moreThanTwoPoolsFold();
    void goesFromToFixToTheList();

private:
    void openWorksheet(const QString &path);
    const FigureButton &figure(const QString &name) const { return *m_fixture->find<FigureButton>(name); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestHeaderStrip::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->show();
    m_fixture->window->resize(1440, 900);
}

void TestHeaderStrip::cleanup()
{
    m_fixture.reset();
}

void TestHeaderStrip::openWorksheet(const QString &path)
{
    m_fixture->prompter.newFile = m_fixture->path(u"a.briefstack"_s);
    m_fixture->window->desk().importWorksheets({path});
    QTRY_VERIFY(m_fixture->window->desk().shown());
}

void TestHeaderStrip::saysWhatTheCaseIs()
{
    openWorksheet(samplePath(u"series-a-rag-assistant"_s));
    QCOMPARE(m_fixture->text(u"factsLabel"_s), u"Series A, 24 people"_s);
    QCOMPARE(m_fixture->text(u"companyLabel"_s), u"Northwind Support Software"_s);
    QCOMPARE(figure(u"firstMonthFigure"_s).accessibleName(), u"Month 1, Jan 2027: $9,759.60"_s);
    QCOMPARE(figure(u"fullMonthFigure"_s).accessibleName(), u"Full month, Dec 2027: $23,565.19"_s);
    QCOMPARE(figure(u"totalFigure"_s).accessibleName(), u"12-month total: $224,824.93"_s);
    QCOMPARE(figure(u"askFigure1"_s).accessibleName(), u"Bedrock POC ask: $29,500"_s);
    QCOMPARE(figure(u"askFigure2"_s).accessibleName(), u"Activate Portfolio ask: $100,000"_s);
    QCOMPARE(figure(u"creditsEndFigure"_s).accessibleName(), u"Credits end: Aug 2027"_s);
    QVERIFY(figure(u"moreAsksFigure"_s).isHidden());
    m_fixture->window->desk().openCase()->edit(u"company/headcount"_s, u"12000"_s);
    QCOMPARE(m_fixture->text(u"factsLabel"_s), u"Series A, 12,000 people"_s);
    m_fixture->window->desk().openCase()->edit(u"company/stage"_s, u"seed"_s);
    QCOMPARE(m_fixture->text(u"factsLabel"_s), u"Seed, 12,000 people"_s);
    // The name stands whole.
    const auto *name = m_fixture->find<QLabel>(u"companyLabel"_s);
    QVERIFY2(name->contentsRect().width() >= name->fontMetrics().horizontalAdvance(name->text()),
             qPrintable(QString::number(name->width())));
}

void TestHeaderStrip::aFigureOpensItsArithmeticAndKeepsTheFocus()
{
    openWorksheet(samplePath(u"series-a-rag-assistant"_s));
    auto *ask = m_fixture->find<FigureButton>(u"askFigure1"_s);
    ask->setFocus();
    QTest::keyClick(ask, Qt::Key_Return);
    QCOMPARE(m_fixture->window->focusWidget(), ask);
    QCOMPARE(m_fixture->text(u"arithmeticTitle"_s), u"Bedrock POC ask, $29,500"_s);
    QVERIFY(!m_fixture->find<QWidget>(u"arithmeticTitle"_s)->visibleRegion().isEmpty());
    const auto *rows = m_fixture->find<QTableWidget>(u"arithmeticRows"_s);
    QCOMPARE(rows->item(3, 0)->text(), u"Need"_s); // after the three months of its window
    QCOMPARE(rows->item(3, 1)->text(), u"$24,295.63"_s);

    QTest::keyClick(ask, Qt::Key_Escape);
    QTRY_VERIFY(m_fixture->find<QWidget>(u"arithmeticTitle"_s)->visibleRegion().isEmpty());
    QVERIFY(!m_fixture->find<QWidget>(u"findingsView"_s)->visibleRegion().isEmpty());
    QCOMPARE(m_fixture->window->focusWidget(), ask);
}

void TestHeaderStrip::everyFiguresArithmeticEndsInTheFigure()
{
    openWorksheet(samplePath(u"series-a-rag-assistant"_s));
    const session::CaseView &view = *m_fixture->window->desk().shown();
    using Kind = ui::Figure::Kind;
    using Span = ui::Figure::Span;
    const auto &projection = view.computed.projection;
    for (const Span span : {Span::All, Span::Month, Span::Full, Span::Average, Span::Peak}) {
        const int month = span == Span::Month ? 3 : 0;
        std::vector<ui::Figure> figures{{Kind::Total, {}, span, month}};
        for (const auto &service : projection.services)
            figures.push_back({Kind::Service, service.service, span, month});
        for (const auto &line : projection.lines)
            figures.push_back({Kind::Line, line.id, span, month});
        for (const ui::Figure &figure : figures) {
            const ui::Arithmetic arithmetic = ui::arithmeticOf(figure, view);
            QVERIFY2(!arithmetic.rows.empty(), qPrintable(figure.id));
            // The title states what the last row comes to.
            QVERIFY2(arithmetic.title.endsWith(u", "_s + arithmetic.rows.back().value), qPrintable(arithmetic.title));
            QVERIFY(arithmetic.source.contains(u"Oct 8, 2026"_s));
        }
    }
    QVERIFY(ui::arithmeticOf({Kind::Line, u"gone"_s, Span::All, 0}, view).title.isEmpty());
}

void TestHeaderStrip::foldsTheAsksWhereThereIsNoRoom()
{
    openWorksheet(samplePath(u"series-a-rag-assistant"_s));
    m_fixture->window->resize(m_fixture->window->minimumSize());
    QTRY_VERIFY(figure(u"askFigure1"_s).isHidden());
    QVERIFY(figure(u"moreAsksFigure"_s).isVisible());
    QCOMPARE(figure(u"moreAsksFigure"_s).accessibleName(), u"Asks: $129,500"_s);
    QCOMPARE(figure(u"moreAsksFigure"_s).menu()->actions().size(), 2);
    figure(u"moreAsksFigure"_s).menu()->actions().at(1)->trigger();
    QCOMPARE(m_fixture->text(u"arithmeticTitle"_s), u"Activate Portfolio ask, $100,000"_s);
}

void TestHeaderStrip::moreThanTwoPoolsFold()
{
    const QByteArray text = contentOf(samplePath(u"series-a-rag-assistant"_s));
    QJsonObject worksheet = QJsonDocument::fromJson(text).object();
    QJsonObject company = worksheet[u"company"_s].toObject();
    company[u"aiFirst"_s] = true;
    worksheet[u"company"_s] = company;
    QJsonObject funding = worksheet[u"funding"_s].toObject();
    QJsonArray pools = funding[u"pools"_s].toArray();
    pools.append(QJsonObject{{u"programme"_s, u"genai-accelerator"_s}});
    funding[u"pools"_s] = pools;
    worksheet[u"funding"_s] = funding;
    QFile file(m_fixture->path(u"three.worksheet.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(worksheet).toJson());
    file.close();
    openWorksheet(file.fileName());
    QCOMPARE(m_fixture->window->desk().shown()->records.size(), std::size_t(3));
    m_fixture->window->resize(1800, 900);
    QTRY_VERIFY(figure(u"askFigure2"_s).isVisible());
    QVERIFY(figure(u"moreAsksFigure"_s).isVisible());
    QCOMPARE(figure(u"moreAsksFigure"_s).value(), u"+1 more"_s);
}

void TestHeaderStrip::goesFromToFixToTheList()
{
    openWorksheet(samplePath(u"series-a-rag-assistant"_s));
    auto *toFix = m_fixture->find<FigureButton>(u"toFixFigure"_s);
    const QString title = m_fixture->find<QDockWidget>(u"toFixDock"_s)->windowTitle();
    QVERIFY2(title.contains(toFix->accessibleName().section(u": "_s, 0, 0).section(u", "_s, 1)), qPrintable(title));
    toFix->setFocus();
    QTest::keyClick(toFix, Qt::Key_Space);
    QCOMPARE(m_fixture->window->focusWidget()->objectName(), u"findingsView"_s);
    m_fixture->trigger(u"nextToFixAction"_s);
    QVERIFY(m_fixture->find<QAbstractItemView>(u"findingsView"_s)->currentIndex().isValid());
}

QTEST_MAIN(TestHeaderStrip)
#include "tst_headerstrip.moc"
