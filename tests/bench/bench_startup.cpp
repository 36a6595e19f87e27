// Milliseconds from exec to the first painted window: Briefstack's window, wired as in app/main.cpp, beside a blank
// QMainWindow. Each is started as a process of its own, in turns; medians are printed.
#include "db/casefilesondisk.h"
#include "ports/clock.h"
#include "ui/dialogprompter.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

class FixedClock final : public ports::Clock {
public:
    QDate today() const override { return {2026, 11, 22}; }
    QDateTime now() const override { return QDateTime(today(), {}, Qt::UTC); }
};

/// Ends the process at the first paint of the window.
class EndAtFirstPaint : public QObject {
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool passedOn = QObject::eventFilter(watched, event);
        if (event->type() == QEvent::Paint)
            std::_Exit(0);
        return passedOn;
    }
};

int showBlank(QApplication &application, EndAtFirstPaint &end)
{
    QMainWindow window;
    window.installEventFilter(&end);
    window.show();
    return application.exec();
}

int showOurs(QApplication &application, EndAtFirstPaint &end)
{
    ui::Settings settings;
    ui::applyTheme(application, settings.appearance());
    db::CaseFilesOnDisk files;
    const FixedClock clock;
    ui::DialogPrompter prompter;
    ui::MainWindow window({files, prompter, clock}, settings);
    prompter.setWindow(&window);
    window.installEventFilter(&end);
    window.show();
    return application.exec();
}

double milliseconds(const QString &program, const QString &mode, const QString &home)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, home);
    process.setProcessEnvironment(environment);
    QElapsedTimer timer;
    timer.start();
    process.start(program, {u"--child"_s, mode});
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        qFatal("the window did not paint");
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    EndAtFirstPaint end;
    if (arguments.value(1) == u"--child")
        return arguments.value(2) == u"blank" ? showBlank(application, end) : showOurs(application, end);

    constexpr int kRounds = 21;
    const QTemporaryDir home;
    std::vector<double> blank;
    std::vector<double> ours;
    for (int round = 0; round < kRounds; ++round) {
        blank.push_back(milliseconds(arguments.first(), u"blank"_s, home.path()));
        ours.push_back(milliseconds(arguments.first(), u"window"_s, home.path()));
    }
    std::printf("blank QMainWindow %.1f ms, Briefstack %.1f ms: %.2f times a blank window (medians of %d)\n",
                median(blank), median(ours), median(ours) / median(blank), kRounds);
    return 0;
}
