// Milliseconds from exec to the first painted window: Briefstack's window, wired as in app/main.cpp, beside those of
// blankwindow.cpp, without and with bars. Each is started as a process of its own, in turns. Elapsed time is a person's;
// processor time says the same on a machine that has other work. Medians and least are printed.
#include "bench/endatfirstpaint.h"
#include "db/casecareondisk.h"
#include "db/caseexchangeondisk.h"
#include "db/casefilesondisk.h"
#include "db/profile.h"
#include "ports/clock.h"
#include "session/openfiles.h"
#include "ui/dialogprompter.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/resource.h>

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

int showOurs(QApplication &application)
{
    const session::OpenFiles openFiles = session::OpenFiles::ofThePerson();
    const QStringList notClosed = openFiles.notClosed();
    ui::Settings settings;
    ui::applyTheme(application, settings.appearance());
    db::CaseFilesOnDisk files;
    const FixedClock clock;
    ui::DialogPrompter prompter;
    db::CaseCareOnDisk care({});
    db::ProfilesOnDisk profiles;
    db::CaseExchangeOnDisk exchange;
    ui::MainWindow window({files, prompter, clock, &care, &openFiles, &profiles, &exchange}, settings);
    prompter.setWindow(&window);
    window.openAfterFirstPaint(notClosed.value(0));
    bench::EndAtFirstPaint end;
    window.installEventFilter(&end);
    window.show();
    return QApplication::exec();
}

/// User and system time of all processes that were started and have ended.
double processorMilliseconds()
{
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    const auto milliseconds = [](const timeval &time) {
        return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
    };
    return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
}

struct Times {
    std::vector<double> elapsed;
    std::vector<double> processor;

    void take(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        const double before = processorMilliseconds();
        QElapsedTimer timer;
        timer.start();
        process.start(program, arguments);
        if (!process.waitForFinished(30'000) || process.exitCode() != 0)
            qFatal("the window did not paint");
        elapsed.push_back(double(timer.nsecsElapsed()) / 1e6);
        processor.push_back(processorMilliseconds() - before);
    }
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double least(const std::vector<double> &values)
{
    return *std::min_element(values.begin(), values.end());
}

void compare(const char *what, const std::vector<double> &other, const std::vector<double> &ours)
{
    std::printf("  %s %.1f ms, Briefstack %.1f ms, %.2f times (medians); least %.1f and %.1f ms, %.2f times\n", what,
                median(other), median(ours), median(ours) / median(other), least(other), least(ours),
                least(ours) / least(other));
}

void compare(const char *what, const Times &other, const Times &ours)
{
    std::printf("%s\n", what);
    compare("elapsed", other.elapsed, ours.elapsed);
    compare("processor", other.processor, ours.processor);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == u"--child")
        return showOurs(application);

    constexpr int kRounds = 31;
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &variable : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(variable, home.path());
    Times blank;
    Times withBars;
    Times ours;
    for (int round = 0; round < kRounds; ++round) {
        blank.take(QStringLiteral(BRIEFSTACK_BLANK_WINDOW), {}, environment);
        withBars.take(QStringLiteral(BRIEFSTACK_BLANK_WINDOW), {u"--bars"_s}, environment);
        ours.take(QApplication::applicationFilePath(), {u"--child"_s}, environment);
    }
    compare("a blank window", blank, ours);
    compare("a blank window with bars", withBars, ours);
    return 0;
}
