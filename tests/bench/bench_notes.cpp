// Typing into a call of 5,000 lines: from the key to the painted line, with its facts recognized and offered; and what the
// save that follows takes. On the offscreen platform unless QT_QPA_PLATFORM says otherwise.
#include "db/casefilesondisk.h"
#include "drafting/drafting.h"
#include "session/casesession.h"
#include "ui/notesedit.h"
#include "ui/notesview.h"
#include "ui/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

namespace {

using namespace Qt::StringLiterals;

constexpr int kLines = 5000;

class FixedClock : public ports::Clock {
public:
    QDate today() const override { return {2026, 11, 22}; }
    QDateTime now() const override { return QDateTime(today(), QTime(10, 42), Qt::UTC); }
};

ports::CaseNotes manyNotes(const QDateTime &start)
{
    ports::Call call{QString(36, u'c'), start, 3600, ports::Consent::Given, start, {}};
    for (int number = 1; number <= kLines; ++number)
        call.lines.push_back(
            {number, number * 1000, start.addSecs(number),
             u"Anna: line %1 of what was said about the pilot and its %2 users"_s.arg(number).arg(number % 97)});
    return {{call}, {}, {}};
}

/// A case with a long call, open in the notes.
struct Desk {
    Desk() : shipped(std::make_shared<const drafting::Shipped>(*drafting::shippedData()))
    {
        ui::applyTheme(*qApp, ui::Appearance::Light);
        store = *files.open(folder.filePath(u"cases.briefstack"_s), ports::CaseFiles::Access::WriteOrMake, 0);
        session::OpenedCase opened;
        opened.state.worksheet.company.name = u"Northwind"_s;
        session = std::make_unique<session::CaseSession>(shipped, clock, store.get(), std::move(opened));
        session->editCall(manyNotes(clock.now()).calls.front());
        if (!session->flush())
            qFatal("not saved");
        view = std::make_unique<ui::NotesView>(clock);
        view->setSession(session.get(), shipped);
        view->resize(700, 600);
        view->show();
        QApplication::processEvents();
        view->edit()->moveCursor(QTextCursor::End);
        key(Qt::Key_Return, {});
    }
    void key(int code, const QString &text) const
    {
        QKeyEvent press(QEvent::KeyPress, code, Qt::NoModifier, text);
        QApplication::sendEvent(view->edit(), &press);
        view->edit()->viewport()->repaint();
        QApplication::processEvents();
    }

    FixedClock clock;
    QTemporaryDir folder;
    db::CaseFilesOnDisk files;
    session::ShippedData shipped;
    std::unique_ptr<ports::CaseStore> store;
    std::unique_ptr<session::CaseSession> session;
    std::unique_ptr<ui::NotesView> view;
};

void keyToPaint(benchmark::State &state)
{
    const Desk desk;
    const QString line = u"about 5k calls a day, 4k in 600 out on Sonnet 4.6 "_s;
    qsizetype at = 0;
    for ([[maybe_unused]] auto round : state) {
        if (at == line.size()) {
            state.PauseTiming();
            desk.key(Qt::Key_Return, {});
            at = 0;
            state.ResumeTiming();
        }
        desk.key(0, QString(line.at(at++)));
    }
}

void saveAfterAWord(benchmark::State &state)
{
    const Desk desk;
    for ([[maybe_unused]] auto round : state) {
        state.PauseTiming();
        desk.key(0, u"x"_s);
        state.ResumeTiming();
        if (!desk.session->flush())
            qFatal("not saved");
    }
}

BENCHMARK(keyToPaint)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(saveAfterAWord)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
