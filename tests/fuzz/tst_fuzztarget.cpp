// One fuzz target under a test: its corpus, then seeds damaged from a fixed seed, 500 of them, 10,000 with
// BRIEFSTACK_SLOW_TESTS. No crash, and no input that takes a second of the processor: a watchdog ends the test then.
#include "fuzz/fuzztarget.h"
#include "support/cputime.h"
#include "support/damager.h"

#include <QTest>

#include <csignal>
#include <sys/time.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kSeed = 20261127;

/// Ends the program when one input uses up its time; what else runs on the machine does not count.
class Watchdog {
public:
    Watchdog() { std::signal(SIGPROF, expired); }
    ~Watchdog() { set(0); }
    Watchdog(const Watchdog &) = delete;
    Watchdog &operator=(const Watchdog &) = delete;
    Watchdog(Watchdog &&) = delete;
    Watchdog &operator=(Watchdog &&) = delete;

    void start() { set(support::kAboutASecond); }

private:
    static void set(qint64 milliseconds)
    {
        const itimerval time{
            {0, 0}, {static_cast<time_t>(milliseconds / 1000), static_cast<suseconds_t>(milliseconds % 1000 * 1000)}};
        setitimer(ITIMER_PROF, &time, nullptr);
    }
    static void expired(int)
    {
        static const char kWords[] = "FAIL!  : an input hangs; its number is the one after the last that passed\n";
        (void)!::write(STDERR_FILENO, kWords, sizeof kWords - 1);
        ::_exit(1);
    }
};

} // namespace

class TestFuzzTarget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatOnceWentWrongGoesWell()
    {
        const fuzz::Target target = fuzz::target();
        Watchdog watchdog;
        const QList<QByteArray> corpus = fuzz::filesOf(u"tests/data/fuzz/"_s + target.name, {u"*"_s});
        QVERIFY(!corpus.isEmpty());
        for (const QByteArray &input : corpus) {
            watchdog.start();
            QCOMPARE(target.feed(input), QString());
        }
    }

    void damagedFilesAreTakenOrRefused()
    {
        const fuzz::Target target = fuzz::target();
        const QList<QByteArray> seeds = target.seeds();
        QVERIFY(!seeds.isEmpty());
        const int count = qEnvironmentVariableIsSet("BRIEFSTACK_SLOW_TESTS") ? 10'000 : 500;
        Watchdog watchdog;
        for (int i = 0; i < count; ++i) {
            // A seed for each input: any of them can be made again alone.
            support::Damager damager(kSeed + static_cast<unsigned>(i));
            const QByteArray &seed = seeds[i % seeds.size()];
            const QByteArray input = target.isPages ? damager.damagedPages(seed) : damager.damaged(seed);
            watchdog.start();
            const QString wrong = target.feed(input);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"input %1: %2"_s.arg(i).arg(wrong)));
        }
    }
};

QTEST_GUILESS_MAIN(TestFuzzTarget)
#include "tst_fuzztarget.moc"
