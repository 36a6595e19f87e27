// A window of Qt Widgets and nothing else, which ends at its first paint: what bench_startup compares with. It is blank,
// or, with --bars, has the menus, the tool bar and the status bar that every window of the kind has.
#include "bench/endatfirstpaint.h"

#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace {

void addBars(QMainWindow &window)
{
    QMenu *menu = window.menuBar()->addMenu(u"&File"_s);
    QToolBar *bar = window.addToolBar(u"Main"_s);
    bar->addAction(menu->addAction(u"&Open"_s));
    window.statusBar()->showMessage(u"Ready"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    bench::EndAtFirstPaint end;
    QMainWindow window;
    if (QApplication::arguments().value(1) == u"--bars")
        addBars(window);
    window.installEventFilter(&end);
    window.show();
    return QApplication::exec();
}
