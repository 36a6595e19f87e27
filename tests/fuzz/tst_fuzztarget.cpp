// One fuzz target under a test: its corpus, then seeds damaged from a fixed seed, 500 of them, 10,000 with
// BRIEFSTACK_SLOW_TESTS. No crash, and no input that takes a second of the processor: a watchdog ends the test then.
#include "fuzz/fuzztarget.h"
#include "support/cputime.h"
#include "support/damager.h"

#include <QTest>

#include <csignal>
#include <cstring>
#include <sys/time.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kSeed = 20261127;
constexpr int kSaidEvery = 500;

/// Ends the program when one input uses up its time; what else runs on the machine does not count.
class Watchdog {
public:
    Watchdog() { std::signal(SIGPROF, expired); }
    ~Watchdog() { set(0); }
    Watchdog(const Watchdog &) = delete;
    Watchdog &operator=(const Watchdog &) = delete;
    Watchdog(Watchdog &&) = delete;
    Watchdog &operator=(Watchdog &&) = delete;

    void start(int input)
    {
        s_input = input;
        set(support::kASecond);
    }

private:
    static void set(qint64 milliseconds)
    {
        const itimerval time{
            {0, 0}, {static_cast<time_t>(milliseconds / 1000), static_cast<suseconds_t>(milliseconds % 1000 * 1000)}};
        setitimer(ITIMER_PROF, &time, nullptr);
    }
    static void expired(int)
    {
        // Nothing that takes memory: whatever hangs may be at that.
        char words[] = "FAIL!  : input 000000 hangs\n";
        char *digit = std::strrchr(words, '0');
        for (int rest = s_input; rest > 0; rest /= 10)
            *digit-- = static_cast<char>('0' + rest % 10);
        (void)!::write(STDERR_FILENO, words, sizeof words - 1);
        ::_exit(1);
    }

    static inline volatile std::sig_atomic_t s_input = 0;
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
        for (qsizetype i = 0; i < corpus.size(); ++i) {
            watchdog.start(static_cast<int>(i));
            QCOMPARE(target.feed(corpus[i]), QString());
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
            watchdog.start(i);
            const QString wrong = target.feed(input);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"input %1: %2"_s.arg(i).arg(wrong)));
            if ((i + 1) % kSaidEvery == 0)
                qInfo("%d inputs", i + 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestFuzzTarget)
#include "tst_fuzztarget.moc"
