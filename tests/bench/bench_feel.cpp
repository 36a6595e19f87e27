// How the window feels, against the figures that it is meant to keep: from a key to the new total on screen, a lever applied,
// a record's pages, 2,000 cases opened and first listed. The real window on real files; medians and the worst are printed.
#include "bench/generatedcases.h"
#include "db/casestore.h"
#include "ui/figurebutton.h"
#include "ui/pagepreview.h"
#include "ui/windowfixture.h"
#include "worksheetfile/reader.h"
#include "worksheetfile/writer.h"

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace tests;

namespace {

constexpr int kPatience = 60'000;

class Figure {
public:
    explicit Figure(const char *name, int goal) : m_name(name), m_goal(goal) {}
    ~Figure()
    {
        std::sort(m_values.begin(), m_values.end());
        if (!m_values.empty())
            std::printf("%-58s median %7.1f ms, worst %7.1f ms of %zu (at most %d)\n", m_name,
                        m_values[m_values.size() / 2], m_values.back(), m_values.size(), m_goal);
        std::fflush(stdout);
    }
    /// From before `act` until what is on screen is `done`, painted.
    void measure(const std::function<void()> &act, const std::function<bool()> &done)
    {
        QElapsedTimer timer;
        timer.start();
        act();
        do
            QCoreApplication::processEvents(); // paints as well
        while (!done() && timer.elapsed() < kPatience);
        m_values.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (!done())
            qFatal("%s: never came", m_name);
    }

private:
    const char *m_name;
    int m_goal;
    std::vector<double> m_values;
};

/// The sample with 100 workloads over 36 months.
QByteArray largeWorksheet()
{
    auto worksheet = *worksheetfile::read(contentOf(samplePath(u"series-a-rag-assistant"_s)));
    worksheet.funding.months = 36;
    worksheet.funding.fullVolumeMonth.reset();
    auto &workloads = worksheet.useCases.front().workloads;
    const domain::Workload pattern = workloads.front();
    workloads.clear();
    for (int number = 0; number < 100; ++number) {
        workloads.push_back(pattern);
        workloads.back().id = u"answers-%1"_s.arg(number);
        workloads.back().name = u"Answers %1"_s.arg(number);
        workloads.back().requestsPerDay = 100 + number;
    }
    return worksheetfile::write(worksheet);
}

void settle()
{
    for (int round = 0; round < 10; ++round)
        QTest::qWait(50);
}

void open(WindowFixture &fixture, const QByteArray &worksheet)
{
    fixture.show();
    fixture.window->resize(1600, 1000);
    const QString path = fixture.path(u"large.worksheet.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(worksheet) != worksheet.size())
        qFatal("the worksheet cannot be written");
    file.close();
    fixture.prompter.newFile = fixture.path(u"large.briefstack"_s);
    fixture.window->desk().importWorksheets({path});
    if (!QTest::qWaitFor([&] { return fixture.window->desk().shown() && !fixture.window->desk().isBusy(); }, kPatience))
        qFatal("the case did not open");
    settle();
}

void typeAndApply(const QByteArray &worksheet)
{
    WindowFixture fixture;
    open(fixture, worksheet);
    const auto *total = fixture.find<ui::FigureButton>(u"totalFigure"_s);
    const auto *model = fixture.window->desk().openCase();
    const QString path = u"useCases/%1/workloads/%2/requestsPerDay"_s.arg(
        model->worksheet().useCases.front().id, model->worksheet().useCases.front().workloads.front().id);
    const std::pair<const char *, const char *> tabs[] = {{"worksheetTabAction", "key to new total, on Worksheet"},
                                                          {"spendTabAction", "edit to new total, on Spend"},
                                                          {"creditsTabAction", "edit to new total, on Credits"},
                                                          {"recordsTabAction", "edit to new total, on Records"}};
    int requests = 3000;
    for (const auto &[tab, name] : tabs) {
        fixture.find<QAction>(QString::fromLatin1(tab))->trigger();
        settle();
        const bool typed = qstrcmp(tab, "worksheetTabAction") == 0;
        auto *field = fixture.find<QLineEdit>(u"requestsPerDayEdit"_s);
        Figure figure(name, 50);
        for (int round = 0; round < 15; ++round) {
            const QString before = total->value();
            const auto act = [&] {
                if (typed)
                    QTest::keyClick(field, round % 2 ? Qt::Key_Backspace : Qt::Key_7);
                else
                    fixture.window->desk().openCase()->edit(path, QString::number(requests += 17));
            };
            figure.measure(act, [&] { return total->value() != before; });
        }
    }
    fixture.find<QAction>(u"spendTabAction"_s)->trigger();
    settle();
    auto *levers = fixture.find<QTableView>(u"leverTable"_s);
    const auto *apply = fixture.find<QPushButton>(u"leverApplyButton"_s);
    {
        Figure figure("lever checked to its savings on screen", 50);
        for (int round = 0; round < 6; ++round)
            figure.measure(
                [&] {
                    levers->model()->setData(levers->model()->index(0, 0), round % 2 ? Qt::Unchecked : Qt::Checked,
                                             Qt::CheckStateRole);
                },
                [&] { return apply->isEnabled() == (round % 2 == 0); });
    }
    Figure figure("levers applied to new total", 50);
    for (int round = 0; round < 5; ++round) {
        levers->model()->setData(levers->model()->index(0, 0), Qt::Checked, Qt::CheckStateRole);
        settle();
        const QString before = total->value();
        figure.measure([&] { fixture.find<QPushButton>(u"leverApplyButton"_s)->click(); },
                       [&] { return total->value() != before; });
        fixture.trigger(u"undoAction"_s);
        settle();
    }
}

void turnRecords(const QByteArray &worksheet, const char *name)
{
    WindowFixture fixture;
    open(fixture, worksheet);
    fixture.trigger(u"recordsTabAction"_s);
    settle();
    auto *records = fixture.find<QAbstractItemView>(u"recordsView"_s);
    const auto *preview = fixture.find<ui::PagePreview>(u"preview"_s);
    Figure figure(name, 100);
    for (int round = 0; round < 8; ++round) {
        const QString before = preview->accessibleDescription();
        figure.measure([&] { records->setCurrentIndex(records->model()->index(1 - round % 2, 0)); },
                       [&] { return preview->accessibleDescription() != before; });
    }
}

void openMany()
{
    constexpr int kCases = 2000;
    WindowFixture fixture;
    const QString path = fixture.path(u"many.briefstack"_s);
    {
        const auto store = fixture.files.open(path, ports::CaseFiles::Access::WriteOrMake, 0);
        const bench::CaseGenerator cases;
        if (!store || !(*store)->begin())
            qFatal("no case file");
        for (unsigned number = 0; number < kCases; ++number)
            (void)(*store)->add(cases.draft(number), fixture.clock.now());
        if (!(*store)->commit())
            qFatal("not saved");
    }
    fixture.show();
    fixture.window->resize(1600, 1000);
    fixture.window->desk().prepare();
    settle();
    settle();
    const auto *list = fixture.find<QAbstractItemView>(u"casesView"_s);
    const auto *rows = list->model();
    auto *filter = fixture.find<QLineEdit>(u"filterEdit"_s);
    {
        Figure figure("2,000 cases: file opened, first cases listed", 300);
        Figure whole("2,000 cases: all listed, the first one shown", 1000);
        for (int round = 0; round < 7; ++round) {
            fixture.window->desk().close();
            settle();
            QElapsedTimer timer;
            timer.start();
            figure.measure([&] { fixture.window->desk().open(path); }, [&] { return rows->rowCount() >= 50; });
            whole.measure([] {}, [&] { return rows->rowCount() == kCases && fixture.window->desk().openCase(); });
        }
    }
    Figure figure("2,000 cases: letter typed in the filter to the list", 100);
    for (int round = 0; round < 10; ++round) {
        const int before = rows->rowCount();
        if (round % 2)
            figure.measure([&] { filter->clear(); }, [&] { return rows->rowCount() != before; });
        else
            figure.measure([&] { filter->setText(u"traba"_s); }, [&] { return rows->rowCount() != before; });
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QByteArray large = largeWorksheet();
    std::printf("a case of 100 workloads over 36 months:\n");
    typeAndApply(large);
    turnRecords(large, "another record's pages");
    std::printf("the Series A sample:\n");
    turnRecords(contentOf(samplePath(u"series-a-rag-assistant"_s)), "another record's pages");
    std::printf("a file of 2,000 cases:\n");
    openMany();
    return 0;
}
