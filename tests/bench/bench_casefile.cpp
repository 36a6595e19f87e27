// A case file of 100,000 cases (--cases=N for another number): bulk insert, one durable edit, open and list, search as it
// is typed. Beside each figure stands the floor: the same statements through SQLite's C API on the same data, with texts
// folded beforehand, the same rows read, and nothing made of them.
#include "bench/generatedcases.h"
#include "db/casestore.h"
#include "db/casetexts.h"
#include "db/migrator.h"
#include "db/searchquery.h"
#include "db/searchtext.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimeZone>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <memory>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kBatch = 1000;
constexpr int kEdits = 400;
constexpr int kQueries = 250;
constexpr int kShown = 50;

const char *const kRecords =
    "SELECT pool_id, programme, title, ask_cents, record.status FROM record JOIN case_revision r ON r.id ="
    " record.case_revision_id JOIN \"case\" c ON c.id = r.case_id AND c.revision = r.revision WHERE c.id = ?"
    " ORDER BY record.position";

QDateTime moment(qint64 seconds)
{
    return QDateTime(QDate(2026, 1, 1), {}, Qt::UTC).addSecs(seconds);
}

class Times {
public:
    template <class Work>
    double measure(Work work)
    {
        QElapsedTimer timer;
        timer.start();
        const double before = processorMilliseconds();
        work();
        m_processor.push_back(processorMilliseconds() - before);
        m_milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
        return m_processor.back();
    }
    double at(double share) { return at(m_milliseconds, share); }
    /// Without what the disk and other programs take.
    double processorAt(double share) { return at(m_processor, share); }

    double sum() const { return std::accumulate(m_milliseconds.begin(), m_milliseconds.end(), 0.0); }
    double processorSum() const { return std::accumulate(m_processor.begin(), m_processor.end(), 0.0); }

private:
    static double processorMilliseconds()
    {
        timespec time{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    static double at(std::vector<double> &times, double share)
    {
        std::ranges::sort(times);
        return times[std::min(times.size() - 1, std::size_t(double(times.size()) * share))];
    }

    std::vector<double> m_milliseconds;
    std::vector<double> m_processor;
};

void print(const char *what, Times &ours, Times &floor)
{
    std::printf(
        "%-38s p50 %6.2f ms  p99 %6.2f ms   floor %6.2f  %6.2f   x %.2f   on the processor p50 %.2f (floor %.2f)"
        "  p99 %.2f (%.2f)\n",
        what, ours.at(0.5), ours.at(0.99), floor.at(0.5), floor.at(0.99), ours.at(0.5) / floor.at(0.5),
        ours.processorAt(0.5), floor.processorAt(0.5), ours.processorAt(0.99), floor.processorAt(0.99));
    std::fflush(stdout);
}

template <class T>
T sure(domain::Result<T, ports::StoreError> result, const char *what)
{
    if (!result)
        qFatal("%s: %s", what, qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// SQLite without anything of ours.
class Raw {
public:
    explicit Raw(const QString &path)
    {
        if (sqlite3_open(QFile::encodeName(path).constData(), &m_handle) != SQLITE_OK)
            qFatal("the raw file did not open");
        run("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = "
            "-65536");
    }
    Raw(const Raw &) = delete;
    Raw &operator=(const Raw &) = delete;
    Raw(Raw &&) = delete;
    Raw &operator=(Raw &&) = delete;
    ~Raw()
    {
        for (const auto &[sql, statement] : m_statements)
            sqlite3_finalize(statement);
        sqlite3_close(m_handle);
    }

    void run(const char *sql)
    {
        if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql, sqlite3_errmsg(m_handle));
    }
    /// Runs a statement with its values and reads every column of at most `limit` rows.
    qint64 run(const char *sql, const std::vector<QByteArray> &values, int limit = -1,
               std::vector<qint64> *numbers = nullptr)
    {
        sqlite3_stmt *&statement = m_statements[sql];
        if (!statement
            && sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql, sqlite3_errmsg(m_handle));
        for (std::size_t i = 0; i < values.size(); ++i) {
            bool isNumber = false;
            const qint64 number = values[i].toLongLong(&isNumber);
            if (isNumber)
                sqlite3_bind_int64(statement, int(i) + 1, number);
            else
                sqlite3_bind_text(statement, int(i) + 1, values[i].constData(), int(values[i].size()), SQLITE_STATIC);
        }
        qint64 first = 0;
        int code = SQLITE_ROW;
        for (int row = 0; row != limit && (code = sqlite3_step(statement)) == SQLITE_ROW; ++row) {
            for (int column = 0; column < sqlite3_column_count(statement); ++column)
                (void)sqlite3_column_text(statement, column);
            first = row == 0 ? sqlite3_column_int64(statement, 0) : first;
            if (numbers)
                numbers->push_back(sqlite3_column_int64(statement, 7));
        }
        if (code != SQLITE_DONE && code != SQLITE_ROW)
            qFatal("%s: %s", sql, sqlite3_errmsg(m_handle));
        sqlite3_reset(statement);
        return first;
    }

private:
    sqlite3 *m_handle = nullptr;
    std::map<std::string, sqlite3_stmt *> m_statements;
};

/// A case as the floor writes it: nothing is left to compute.
struct FoldedCase {
    QByteArray worksheet, company, website, titles, facts;

    FoldedCase(const ports::CaseDraft &draft, const std::string &name) : worksheet(draft.worksheet)
    {
        company = db::searchable(QString::fromStdString(name)).toUtf8();
        website = "example";
        titles = db::searchable(QStringList{draft.records[0].title, draft.records[1].title}).toUtf8();
        QStringList texts;
        for (const db::FieldText &one : db::textsOf(draft.worksheet))
            texts += one.text;
        facts = db::termsOf(texts).toUtf8();
    }

    void insert(Raw &raw, qint64 number, qint64 revision, qint64 changed) const
    {
        const QByteArray id = QByteArray::number(number);
        const QByteArray place = QByteArray::number(changed);
        const QByteArray sha(64, 'a');
        raw.run("INSERT INTO case_revision (case_id, revision, saved_at, evaluated_on, rate_book_id, rate_book_sha256,"
                " worksheet_sha256, worksheet) VALUES (?, ?, 'now', '2026-11-22', 'b', 's', ?, ?)",
                {id, QByteArray::number(revision), sha, worksheet});
        const qint64 row = raw.run("SELECT last_insert_rowid()", {});
        for (const char *pool : {"0", "1"})
            raw.run("INSERT INTO record (case_revision_id, position, pool_id, programme, title,"
                    " ask_cents, status) VALUES (?, ?, ? || 'p', 'programme', ?, 100, 'drafting')",
                    {QByteArray::number(row), pool, pool, titles});
        raw.run("INSERT INTO save_journal (case_id, revision, saved_at, program) VALUES (?, ?, 'now', 'x')",
                {id, QByteArray::number(revision)});
        raw.run("INSERT INTO case_words (rowid, company, website, titles) VALUES (?, ?, ?, ?)",
                {place, company, website, titles});
        raw.run("INSERT INTO case_text (rowid, words) VALUES (?, ?)", {place, facts});
    }
};

class CaseFileBench {
public:
    CaseFileBench(unsigned cases, const QString &folder)
        : m_cases(cases), m_path(folder + u"/ours.briefstack"_s), m_rawPath(folder + u"/raw.briefstack"_s)
    {
    }

    void run()
    {
        bulkInsert();
        m_store = sure(db::openCaseStore(m_path, db::OpenMode::Write), "open");
        searches("search as typed, before any merge");
        tidy();
        std::printf("%-44s %.0f MiB, %.1f KiB a case\n", "file size", double(QFileInfo(m_path).size()) / (1 << 20),
                    double(QFileInfo(m_path).size()) / 1024 / m_cases);
        openAndList();
        searches("search as typed, 50 rows with snippets");
        edits();
        searches("search as typed, after the edits");
    }

private:
    void bulkInsert()
    {
        Times ours;
        const auto store = sure(db::openCaseStore(m_path, db::OpenMode::WriteOrMake), "make");
        for (unsigned number = 0; number < m_cases; number += kBatch) {
            std::vector<ports::CaseDraft> drafts;
            for (unsigned one = number; one < std::min(m_cases, number + kBatch); ++one)
                drafts.push_back(m_generator.draft(one));
            ours.measure([&] {
                sure(store->begin(), "begin");
                for (const ports::CaseDraft &draft : drafts)
                    sure(store->add(draft, moment(number)), "add");
                sure(store->commit(), "commit");
            });
        }
        const Times floor = rawInsert();
        const auto perSecond = [&](double milliseconds) { return m_cases / (milliseconds / 1e3); };
        std::printf("%-44s %7.0f cases/s   floor %.0f   x %.2f   on the processor %.0f (floor %.0f)  x %.2f\n",
                    "bulk insert with the index, 1,000 a save", perSecond(ours.sum()), perSecond(floor.sum()),
                    ours.sum() / floor.sum(), perSecond(ours.processorSum()), perSecond(floor.processorSum()),
                    ours.processorSum() / floor.processorSum());
        std::fflush(stdout);
    }

    Times rawInsert()
    {
        Raw raw(m_rawPath);
        for (int version = 1; version <= db::newestVersion(); ++version)
            raw.run(db::migrationScript(version).constData());
        for (const char *table : {"case_words", "case_text"}) {
            const QByteArray name(table);
            const QByteArray settings =
                "INSERT INTO " + name + " (" + name + ", rank) VALUES ('automerge', 0), ('crisismerge', 256)";
            raw.run(settings.constData());
        }
        Times times;
        for (unsigned number = 0; number < m_cases; number += kBatch) {
            std::vector<FoldedCase> folded;
            for (unsigned one = number; one < std::min(m_cases, number + kBatch); ++one)
                folded.emplace_back(m_generator.draft(one), m_generator.company(one));
            times.measure([&] {
                raw.run("BEGIN IMMEDIATE");
                for (std::size_t i = 0; i < folded.size(); ++i) {
                    const qint64 id = number + qint64(i) + 1;
                    raw.run(
                        "INSERT INTO \"case\" VALUES (?, substr('00000000-0000-0000-0000-000000000000' || ?, -36), 1,"
                        " 'drafting', ?, 's' || ?, 'now', 'now', ?)",
                        {QByteArray::number(id), QByteArray::number(id), folded[i].company, QByteArray::number(id),
                         QByteArray::number(id)});
                    folded[i].insert(raw, id, 1, id);
                }
                raw.run("COMMIT");
            });
        }
        return times;
    }

    void tidy()
    {
        QElapsedTimer timer;
        timer.start();
        Times steps;
        for (bool more = true; more;)
            steps.measure([&] { more = sure(m_store->tidy(), "tidy"); });
        std::printf("%-44s %.1f s in steps of p50 %.1f ms, p99 %.1f ms\n", "merging put off by the saves, when idle",
                    double(timer.nsecsElapsed()) / 1e9, steps.at(0.5), steps.at(0.99));
    }

    void openAndList()
    {
        static const char *const kList =
            "SELECT c.uuid, c.revision, c.status, c.updated_at, r.company, r.website, r.stage, c.id, c.slug FROM "
            "\"case\" c"
            " JOIN case_revision r INDEXED BY case_revision_listed ON r.case_id = c.id AND r.revision = c.revision"
            " ORDER BY c.changed DESC LIMIT ?";
        Times ours;
        Times floor;
        for (int i = 0; i < 30; ++i) {
            ours.measure([&] {
                const auto store = sure(db::openCaseStore(m_path, db::OpenMode::Read), "open");
                if (sure(store->list({{}, {}, kShown}), "list").size() != kShown)
                    qFatal("the list is short");
            });
            floor.measure([&] {
                Raw raw(m_path);
                std::vector<qint64> numbers;
                raw.run(kList, {QByteArray::number(kShown)}, -1, &numbers);
                for (const qint64 number : numbers)
                    raw.run(kRecords, {QByteArray::number(number)});
            });
        }
        print("open and first 50, warm", ours, floor);
        Times listed;
        Raw raw(m_path);
        Times floorListed;
        for (int i = 0; i < 100; ++i) {
            listed.measure([&] { (void)sure(m_store->list({{}, {}, kShown}), "list"); });
            floorListed.measure([&] {
                std::vector<qint64> numbers;
                raw.run(kList, {QByteArray::number(kShown)}, -1, &numbers);
                for (const qint64 number : numbers)
                    raw.run(kRecords, {QByteArray::number(number)});
            });
        }
        print("first 50 of an open file", listed, floorListed);
    }

    /// Every keystroke of words that cases have, and of two words.
    std::vector<QString> keystrokes() const
    {
        std::mt19937 random(7);
        std::vector<QString> typed;
        for (int i = 0; i < kQueries; ++i) {
            const QString first = QString::fromStdString(m_generator.anyWord(random));
            for (qsizetype length = 1; length <= first.size(); ++length)
                typed.push_back(first.left(length));
            const QString second = QString::fromStdString(m_generator.anyWord(random));
            for (qsizetype length = 1; i % 3 == 0 && length <= second.size(); ++length)
                typed.push_back(first + u' ' + second.left(length));
        }
        return typed;
    }

    void searches(const char *what)
    {
        static const char *const kWorksheet =
            "SELECT r.worksheet FROM \"case\" c JOIN case_revision r ON r.case_id = c.id"
            " AND r.revision = c.revision WHERE c.id = ?";
        static const char *const kFind[] = {
            "SELECT c.uuid, c.revision, c.status, c.updated_at, r.company, r.website, r.stage, c.id, c.slug FROM "
            "case_words w"
            " JOIN \"case\" c ON c.changed = w.rowid JOIN case_revision r INDEXED BY case_revision_listed ON r.case_id "
            "= c.id"
            " AND r.revision = c.revision WHERE case_words MATCH ? ORDER BY w.rowid DESC",
            "SELECT c.uuid, c.revision, c.status, c.updated_at, r.company, r.website, r.stage, c.id, c.slug FROM "
            "case_text w"
            " JOIN \"case\" c ON c.changed = w.rowid JOIN case_revision r INDEXED BY case_revision_listed ON r.case_id "
            "= c.id"
            " AND r.revision = c.revision WHERE case_text MATCH ? ORDER BY w.rowid DESC"};
        Raw raw(m_path);
        Times ours;
        Times floor;
        std::pair<double, QString> slowest;
        for (const QString &typed : keystrokes()) {
            const double took = ours.measure([&] { (void)sure(m_store->list({typed, {}, kShown}), "search"); });
            slowest = std::max(slowest, {took, typed});
            const db::SearchQuery query(typed);
            const QByteArray words = query.everywhere().toUtf8();
            const QByteArray texts = query.inLongTexts(db::SearchQuery::Asked::Lightly).toUtf8();
            floor.measure([&] {
                std::vector<qint64> names;
                raw.run(kFind[0], {words}, kShown, &names);
                for (const qint64 number : names)
                    raw.run(kRecords, {QByteArray::number(number)});
                std::vector<qint64> found;
                if (!texts.isEmpty() && names.size() < kShown)
                    raw.run(kFind[1], {texts}, kShown, &found);
                for (const qint64 number : found) {
                    raw.run(kRecords, {QByteArray::number(number)});
                    raw.run(kWorksheet, {QByteArray::number(number)});
                }
            });
        }
        print(what, ours, floor);
        std::printf("%-44s %.1f ms for \"%s\"\n", "  the slowest", slowest.first, qPrintable(slowest.second));
    }

    void edits()
    {
        std::mt19937 random(11);
        Raw raw(m_rawPath);
        const auto all = sure(m_store->list({}), "list");
        Times ours;
        Times floor;
        for (int i = 0; i < kEdits; ++i) {
            const unsigned number = static_cast<unsigned>(random() % m_cases);
            const auto &summary = all[all.size() - 1 - number];
            const ports::CaseDraft draft = m_generator.draft(number, 1 + static_cast<unsigned>(i));
            ours.measure(
                [&] { (void)sure(m_store->update(summary.id, draft, -1, moment(m_cases + unsigned(i))), "edit"); });
            const FoldedCase folded(draft, m_generator.company(number));
            const QByteArray id = QByteArray::number(number + 1);
            floor.measure([&] {
                raw.run("BEGIN IMMEDIATE");
                const qint64 was = raw.run("SELECT changed FROM \"case\" WHERE id = ?", {id}, 1);
                const qint64 now = raw.run("SELECT max(changed) + 1 FROM \"case\"", {}, 1);
                const qint64 revision = raw.run("SELECT revision + 1 FROM \"case\" WHERE id = ?", {id}, 1);
                raw.run("DELETE FROM case_words WHERE rowid = ?", {QByteArray::number(was)});
                raw.run("DELETE FROM case_text WHERE rowid = ?", {QByteArray::number(was)});
                raw.run("UPDATE \"case\" SET revision = ?, changed = ? WHERE id = ?",
                        {QByteArray::number(revision), QByteArray::number(now), id});
                folded.insert(raw, number + 1, revision, now);
                raw.run("COMMIT");
            });
            if (i % 32 == 31)
                (void)sure(m_store->tidy(), "tidy"); // somebody pauses
        }
        print("one durable edit with the index", ours, floor);
    }

    unsigned m_cases;
    QString m_path;
    QString m_rawPath;
    bench::CaseGenerator m_generator;
    std::unique_ptr<ports::CaseStore> m_store;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    unsigned cases = 100'000;
    const QTemporaryDir folder;
    QString into = folder.path();
    for (const QString &argument : QCoreApplication::arguments().sliced(1)) {
        if (argument.startsWith(u"--cases="_s))
            cases = argument.mid(8).toUInt();
        if (argument.startsWith(u"--into="_s)) // an empty folder, in which the files stay
            into = argument.mid(7);
        if (argument.startsWith(u"--benchmark_filter="_s) && !argument.contains(u"CaseFile"_s))
            return 0;
    }
    if (cases < 1000)
        qFatal("--cases: at least 1000");
    std::printf("%u cases\n", cases);
    CaseFileBench(cases, into).run();
    return 0;
}
