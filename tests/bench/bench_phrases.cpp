// What is recognized in a line of notes as it is typed: every line of the phrases that are known and of fifty pages of
// ordinary notes, the longest line that is read, and what is made once when a window opens. Aim: under 5 ms a line.
#include "call/phrases.h"
#include "catalogue/ratebookreader.h"

#include <QDir>
#include <QFile>

#include <benchmark/benchmark.h>

namespace {

using namespace Qt::StringLiterals;

QString text(const QString &path)
{
    QFile file(QStringLiteral(BRIEFSTACK_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const catalogue::RateBook &book()
{
    static const catalogue::RateBook kBook =
        *catalogue::readRateBook(text(u"resources/rates/rate-book.json"_s).toUtf8());
    return kBook;
}

const call::Recognizer &recognizer()
{
    static const call::Recognizer kRecognizer(book());
    return kRecognizer;
}

const call::Situation kSituation{QDate(2026, 11, 22), domain::Month(2026, 12), 12};

void readAll(benchmark::State &state, const QStringList &lines)
{
    (void)recognizer().read(u"5k calls a day"_s, kSituation);
    for ([[maybe_unused]] auto round : state) {
        for (const QString &line : lines)
            benchmark::DoNotOptimize(recognizer().read(line, kSituation));
    }
    state.counters["per_line"] = benchmark::Counter(
        static_cast<double>(lines.size()), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void phrases(benchmark::State &state)
{
    QStringList lines;
    for (const QString &line : text(u"tests/data/phrases.txt"_s).split(u'\n', Qt::SkipEmptyParts))
        lines.append(line.section(u" => "_s, 0, 0));
    readAll(state, lines);
}

void ordinaryNotes(benchmark::State &state)
{
    QStringList lines;
    const QDir folder(QStringLiteral(BRIEFSTACK_SOURCE_DIR "/tests/data/notes"));
    for (const QString &page : folder.entryList({u"*.txt"_s}, QDir::Files))
        lines += text(u"tests/data/notes/"_s + page).split(u'\n', Qt::SkipEmptyParts);
    readAll(state, lines);
}

void longestLine(benchmark::State &state)
{
    readAll(state, {u"about 5k calls a day, 4k in 600 out on Sonnet 4.6 and "_s.repeated(40)});
}

void makeRecognizer(benchmark::State &state)
{
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(call::Recognizer(book()));
}

BENCHMARK(phrases)->Unit(benchmark::kMillisecond);
BENCHMARK(ordinaryNotes)->Unit(benchmark::kMillisecond);
BENCHMARK(longestLine)->Unit(benchmark::kMillisecond);
BENCHMARK(makeRecognizer)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
