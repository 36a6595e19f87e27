// A second program on a case file, for the tests: writes until it is killed, holds the file, or writes where it may not.
//
//     casefilechild write FILE SEED     adds three cases per transaction for ever; prints each three ids once committed
//     casefilechild hold FILE           begins a transaction, prints "held", ends when its standard input does
//     casefilechild add FILE            adds one case, prints "added" or the kind of the error
//     casefilechild add-as-nobody FILE  the same as the user "nobody"
//     casefilechild look FILE           lists and checks, prints how many cases there are and whether the file is sound
//     casefilechild look-as-nobody FILE the same as the user "nobody"
//     casefilechild add-limited FILE BYTES  the same where no file may grow beyond BYTES; makes the case that large
//     casefilechild read FILE SECONDS   lists for so long, prints the longest wait in milliseconds, how often, the last count
//     casefilechild save FILE COUNT     adds COUNT cases in transactions of their own, prints the longest wait
//     casefilechild save-for FILE SECONDS   adds cases and edits them for so long, prints the longest wait and its cases
//     casefilechild add-twice FILE      adds one case, prints "added"; after a line of input adds another, prints the same
//     casefilechild add-twice-as-nobody FILE
#include "db/casefixture.h"
#include "db/check.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <grp.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kNobody = 65534;
constexpr db::StoreOptions kPatient{10'000, 0};

void say(const QString &line)
{
    std::puts(line.toUtf8().constData());
    std::fflush(stdout);
}

int failed(const ports::StoreError &error)
{
    say(u"error %1"_s.arg(static_cast<int>(error.kind)));
    std::fputs(fixture::words(error).constData(), stderr);
    return 1;
}

int writeForEver(ports::CaseStore &store, int seed)
{
    for (int round = 0;; ++round) {
        if (const auto begun = store.begin(); !begun)
            return failed(begun.error());
        QStringList ids;
        for (int number = 0; number < 3; ++number) {
            const QString company = u"Killed %1 %2 %3"_s.arg(seed).arg(round).arg(number);
            const auto added = store.add(fixture::draft(company, {}, QString(6000, u'k')), fixture::noon(round));
            if (!added)
                return failed(added.error());
            ids += *added;
        }
        if (const auto committed = store.commit(); !committed)
            return failed(committed.error());
        say(ids.join(u' '));
    }
}

int hold(ports::CaseStore &store)
{
    if (const auto begun = store.begin(); !begun)
        return failed(begun.error());
    say(u"held"_s);
    while (std::getchar() != EOF)
        continue;
    store.rollback();
    return 0;
}

int addOne(const QString &path, qsizetype length)
{
    const auto store = db::openCaseStore(path, db::OpenMode::WriteOrMake, {100, 0});
    if (!store)
        return failed(store.error());
    const auto added =
        (*store)->add(fixture::draft(u"Another program's"_s, {}, QString(length, u'l')), fixture::noon());
    if (!added)
        return failed(added.error());
    say(u"added"_s);
    return 0;
}

int addTwice(const QString &path)
{
    const auto store = db::openCaseStore(path, db::OpenMode::Write, {100, 0});
    if (!store)
        return failed(store.error());
    for (int round = 0; round < 2; ++round) {
        if (round > 0 && std::getchar() == EOF)
            return 2;
        const auto added = (*store)->add(fixture::draft(u"Twice %1"_s.arg(round)), fixture::noon(round));
        if (!added)
            return failed(added.error());
        say(u"added"_s);
    }
    return 0;
}

int look(const QString &path)
{
    const auto store = db::openCaseStore(path, db::OpenMode::Read, {100, 0});
    if (!store)
        return failed(store.error());
    const auto cases = (*store)->list({});
    if (!cases)
        return failed(cases.error());
    const auto report = db::check(path);
    if (!report)
        return failed(report.error());
    say(u"%1 %2"_s.arg(cases->size()).arg(report->isSound() ? u"sound"_s : u"damaged"_s));
    return 0;
}

/// For root, who may do everything: goes on as a user who may not.
bool becomeNobody()
{
    return ::setgroups(0, nullptr) == 0 && ::setgid(kNobody) == 0 && ::setuid(kNobody) == 0;
}

int addLimited(const QString &path, qsizetype bytes)
{
    std::signal(SIGXFSZ, SIG_IGN); // the write fails instead
    const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 2;
    return addOne(path, bytes);
}

int readFor(ports::CaseStore &store, int seconds)
{
    qint64 longest = 0;
    std::size_t seen = 0;
    int rounds = 0;
    for (const QDeadlineTimer end(std::chrono::seconds{seconds}); !end.hasExpired(); ++rounds) {
        QElapsedTimer timer;
        timer.start();
        const auto cases = store.list({});
        if (!cases)
            return failed(cases.error());
        longest = qMax(longest, timer.elapsed());
        seen = cases->size();
    }
    say(u"%1 %2 %3"_s.arg(longest).arg(rounds).arg(seen));
    return 0;
}

/// Adds a case, then edits it nine times, and so on: what two people do at once.
int saveFor(ports::CaseStore &store, int seconds)
{
    qint64 longest = 0;
    int added = 0;
    int edited = 0;
    QString id;
    for (const QDeadlineTimer end(std::chrono::seconds{seconds}); !end.hasExpired();) {
        QElapsedTimer timer;
        timer.start();
        const int revision = edited % 10 + 1;
        if (id.isEmpty() || revision == 1) {
            const auto saved = store.add(fixture::draft(u"Saved %1"_s.arg(added)), fixture::noon(added));
            if (!saved)
                return failed(saved.error());
            id = *saved;
            ++added;
        } else {
            const auto saved =
                store.update(id, fixture::draft(u"Edited %1"_s.arg(edited)), revision - 1, fixture::noon(added));
            if (!saved)
                return failed(saved.error());
        }
        ++edited;
        longest = qMax(longest, timer.elapsed());
    }
    say(u"%1 %2 %3"_s.arg(longest).arg(added).arg(edited));
    return 0;
}

int saveOften(ports::CaseStore &store, int count)
{
    qint64 longest = 0;
    for (int round = 0; round < count; ++round) {
        QElapsedTimer timer;
        timer.start();
        const auto added = store.add(fixture::draft(u"Saved %1"_s.arg(round)), fixture::noon(round));
        if (!added)
            return failed(added.error());
        longest = qMax(longest, timer.elapsed());
    }
    say(QString::number(longest));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString command = arguments.value(1);
    const QString path = arguments.value(2);
    const int number = arguments.value(3).toInt();
    if (command == "add"_L1)
        return addOne(path, 10);
    if (command == "add-as-nobody"_L1)
        return becomeNobody() ? addOne(path, 10) : 2;
    if (command == "add-twice"_L1)
        return addTwice(path);
    if (command == "add-twice-as-nobody"_L1)
        return becomeNobody() ? addTwice(path) : 2;
    if (command == "look"_L1)
        return look(path);
    if (command == "look-as-nobody"_L1)
        return becomeNobody() ? look(path) : 2;
    if (command == "add-limited"_L1)
        return addLimited(path, number);
    const auto store = db::openCaseStore(path, db::OpenMode::Write, kPatient);
    if (!store)
        return failed(store.error());
    if (command == "write"_L1)
        return writeForEver(**store, number);
    if (command == "hold"_L1)
        return hold(**store);
    if (command == "read"_L1)
        return readFor(**store, number);
    if (command == "save-for"_L1)
        return saveFor(**store, number);
    if (command == "save"_L1)
        return saveOften(**store, number);
    return 2;
}
