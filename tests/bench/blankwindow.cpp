// A blank window of Qt Widgets and nothing else, which ends at its first paint: what bench_startup compares with.
#include "bench/endatfirstpaint.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    bench::EndAtFirstPaint end;
    QMainWindow window;
    window.installEventFilter(&end);
    window.show();
    return QApplication::exec();
}
