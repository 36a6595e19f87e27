// Milliseconds and bytes per brief, in a batch on one core and on two, and the peak of memory of a thousand, beside a bare QPainter program that puts the same characters
// on two pages with the same fonts: the least that any program on Qt can do for that content.
#include "documents/text.h"
#include "drafting/casedocuments.h"
#include "worksheetfile/reader.h"

#include <QBuffer>
#include <QFile>
#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>

#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 11, 22);
constexpr auto kThousand = "--thousand-briefs"; // how memoryOfAThousand() calls its own program

const drafting::Shipped &shipped()
{
    static const drafting::Shipped kShipped = *drafting::shippedData();
    return kShipped;
}

const drafting::ComputedCase &sample()
{
    static const drafting::ComputedCase kCase = [] {
        shipped(); // registers the data
        QFile file(u":/briefstack/samples/series-a-rag-assistant.worksheet.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the sample is not embedded");
        const auto worksheet = worksheetfile::read(file.readAll());
        return *drafting::compute(*worksheet, shipped().rates, shipped().programmes, kToday);
    }();
    return kCase;
}

/// Builds, composes and writes both records of the sample, as `draft` does.
void brief(benchmark::State &state)
{
    documents::Typesetter typesetter;
    qint64 bytes = 0;
    qint64 count = 0;
    for (auto _ : state) {
        const drafting::CaseDocuments documents(sample(), shipped(), {u"bench"_s, 1, u"bench"_s}, kToday, typesetter);
        for (std::size_t record = 0; record < documents.recordCount(); ++record) {
            const auto pdf = documents.pdf(record);
            if (!pdf)
                state.SkipWithError("no PDF");
            bytes += pdf->size();
            ++count;
        }
    }
    state.SetItemsProcessed(count);
    state.counters["bytes per brief"] = double(bytes) / double(count);
}

/// The same by two threads, each with a typesetter of its own: briefs per second on two cores.
void briefOnTwoCores(benchmark::State &state)
{
    constexpr int kCasesPerThread = 8;
    sample(); // computed once, before the threads
    qint64 count = 0;
    for (auto _ : state) {
        std::atomic<qint64> made = 0;
        {
            std::vector<std::jthread> threads;
            for (int thread = 0; thread < 2; ++thread) {
                threads.emplace_back([&made] {
                    documents::Typesetter typesetter;
                    for (int one = 0; one < kCasesPerThread; ++one) {
                        const drafting::CaseDocuments documents(sample(), shipped(), {u"bench"_s, 1, u"bench"_s},
                                                                kToday, typesetter);
                        for (std::size_t record = 0; record < documents.recordCount(); ++record)
                            made += documents.pdf(record) ? 1 : 0;
                    }
                });
            }
        }
        count += made;
    }
    state.SetItemsProcessed(count);
}

/// The most memory that this program has held, in MB; 0 where the system does not tell.
double peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// A thousand briefs, one after the other, in a program of their own: peak memory, beside that of the first one.
void thousandBriefs()
{
    documents::Typesetter typesetter;
    double afterFirst = 0;
    for (int made = 0; made < 1000;) {
        const drafting::CaseDocuments documents(sample(), shipped(), {u"bench"_s, 1, u"bench"_s}, kToday, typesetter);
        for (std::size_t record = 0; record < documents.recordCount(); ++record, ++made) {
            if (!documents.pdf(record))
                qFatal("no PDF");
            afterFirst = made == 0 ? peakMegabytes() : afterFirst;
        }
    }
    std::printf("%.1f %.1f\n", afterFirst, peakMegabytes());
}

void memoryOfAThousand(benchmark::State &state)
{
    for (auto _ : state) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(kThousand)});
        if (!process.waitForFinished(600'000) || process.exitCode() != 0)
            state.SkipWithError("it did not finish");
        const QList<QByteArray> figures = process.readAllStandardOutput().simplified().split(' ');
        state.counters["MB after one"] = figures.value(0).toDouble();
        state.counters["MB after 1000"] = figures.value(1).toDouble();
    }
}

/// Building and laying out alone, without the PDF.
void pagesOnly(benchmark::State &state)
{
    documents::Typesetter typesetter;
    const drafting::CaseDocuments documents(sample(), shipped(), {u"bench"_s, 1, u"bench"_s}, kToday, typesetter);
    for (auto _ : state) {
        for (std::size_t record = 0; record < documents.recordCount(); ++record)
            benchmark::DoNotOptimize(documents.pages(record));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<qint64>(documents.recordCount()));
}

/// The words of a brief, each drawn where its line of plain text would stand: two weights, four sizes, two pages.
QByteArray bare(const QString &text)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::Letter));
    writer.setResolution(1200);
    QPainter painter(&writer);
    QFont font(u"Liberation Sans"_s);
    const std::array sizes{7.5, 8.5, 9.25, 10.5};
    const QStringList lines = text.split(u'\n');
    int y = 600;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i == lines.size() / 2) {
            writer.newPage();
            y = 600;
        }
        font.setPointSizeF(sizes[static_cast<std::size_t>(i) % sizes.size()]);
        font.setBold(i % 5 == 0);
        painter.setFont(font);
        int x = 600;
        for (const QString &word : lines[i].split(u"  "_s, Qt::SkipEmptyParts)) {
            painter.drawText(x, y, word);
            x += 1200;
        }
        if (i % 3 == 0)
            painter.fillRect(QRect(600, y + 20, 8000, 8), Qt::black);
        y += 150;
    }
    painter.end();
    return bytes;
}

void floorBareQPainter(benchmark::State &state)
{
    documents::Typesetter typesetter;
    const drafting::CaseDocuments documents(sample(), shipped(), {u"bench"_s, 1, u"bench"_s}, kToday, typesetter);
    const QStringList texts{documents::toText(documents.brief(0)), documents::toText(documents.brief(1))};
    qint64 bytes = 0;
    qint64 count = 0;
    for (auto _ : state) {
        for (const QString &text : texts) {
            bytes += bare(text).size();
            ++count;
        }
    }
    state.SetItemsProcessed(count);
    state.counters["bytes per brief"] = double(bytes) / double(count);
}

} // namespace

BENCHMARK(brief)->Unit(benchmark::kMillisecond);
BENCHMARK(briefOnTwoCores)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(memoryOfAThousand)->Unit(benchmark::kSecond)->Iterations(1)->UseRealTime();
BENCHMARK(pagesOnly)->Unit(benchmark::kMillisecond);
BENCHMARK(floorBareQPainter)->Unit(benchmark::kMillisecond);

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc == 2 && qstrcmp(argv[1], kThousand) == 0) {
        thousandBriefs();
        return 0;
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
