// What the program's style shows: frames with focus, chosen toggles, sizes of type; light, dark, and at another font size.
#include "ui/theme.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

struct Window : QWidget {
    QLabel heading;
    QLabel plain;
    QListView list;
    QTableView table;
    QPushButton toggle;

    Window()
    {
        heading.setProperty("heading", true);
        heading.setText(u"Heading"_s);
        plain.setText(u"Text"_s);
        toggle.setProperty("toggle", true);
        toggle.setCheckable(true);
        toggle.setText(u"Chart"_s);
        auto *column = new QVBoxLayout(this);
        for (QWidget *part : std::initializer_list<QWidget *>{&heading, &plain, &list, &table, &toggle})
            column->addWidget(part);
        show();
    }

    /// Below the middle of the upper edge, where no corner is round.
    static QColor edge(QWidget &part, int depth) { return part.grab().toImage().pixelColor(part.width() / 2, depth); }
};

} // namespace

class TestStyle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aViewShowsItsFocusByAThickFrame_data();
    void aViewShowsItsFocusByAThickFrame();
    void aChosenToggleIsFilledAndFramed();
    void typeIsOfTheApplicationsSize();

private:
    QFont m_font;
};

void TestStyle::init()
{
    m_font = QApplication::font();
    ui::applyTheme(*qApp, ui::Appearance::Light);
}

void TestStyle::cleanup()
{
    QApplication::setFont(m_font);
}

void TestStyle::aViewShowsItsFocusByAThickFrame_data()
{
    QTest::addColumn<ui::Appearance>("appearance");
    QTest::newRow("light") << ui::Appearance::Light;
    QTest::newRow("dark") << ui::Appearance::Dark;
}

void TestStyle::aViewShowsItsFocusByAThickFrame()
{
    QFETCH(const ui::Appearance, appearance);
    Window window;
    ui::applyTheme(*qApp, appearance); // of a window that is there already
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QColor idle = QApplication::palette().color(QPalette::Dark);
    const QColor focus = QApplication::palette().color(QPalette::Active, QPalette::Highlight);
    for (QWidget *view : std::initializer_list<QWidget *>{&window.list, &window.table}) {
        window.toggle.setFocus();
        QCOMPARE(Window::edge(*view, 0), idle);
        QVERIFY(Window::edge(*view, 1) != focus);
        view->setFocus();
        QCOMPARE(Window::edge(*view, 0), focus);
        QCOMPARE(Window::edge(*view, 1), focus);
    }
}

void TestStyle::aChosenToggleIsFilledAndFramed()
{
    Window window;
    window.list.setFocus();
    const QPalette palette = QApplication::palette();
    QCOMPARE(Window::edge(window.toggle, 0), palette.color(QPalette::Dark));
    QCOMPARE(Window::edge(window.toggle, 2), palette.color(QPalette::Button));
    window.toggle.setChecked(true);
    QCOMPARE(Window::edge(window.toggle, 0), palette.color(QPalette::Active, QPalette::Highlight));
    QCOMPARE(Window::edge(window.toggle, 2), palette.color(QPalette::Inactive, QPalette::Highlight));
}

void TestStyle::typeIsOfTheApplicationsSize()
{
    Window window;
    for (const qreal points : {10.0, 20.0}) {
        QFont font = m_font;
        font.setPointSizeF(points);
        QApplication::setFont(font);
        ui::applyTheme(*qApp, ui::Appearance::Light); // as the main window does when the system's font changes
        QTRY_COMPARE(window.plain.font().pointSizeF(), points);
        QCOMPARE(window.heading.font().pointSizeF(), points * 1.23);
        QVERIFY(window.heading.font().weight() > window.plain.font().weight());
        QVERIFY(window.table.font().pointSizeF() < points);
    }
}

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
