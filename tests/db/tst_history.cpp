// What a case was: its history, and which of it is forgotten; what was typed and is not valid yet; what others saved.
#include "db/casefixture.h"
#include "db/check.h"
#include "db/history.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using Kind = ports::StoreError::Kind;

namespace {

constexpr int kMinute = 60;
constexpr int kHour = 60 * kMinute;
constexpr int kDay = 24 * kHour;

using History = std::vector<db::SavedRevision>;

/// Revisions 1, 2, 3 and on, saved so many seconds after noon.
History historyAt(const std::vector<int> &seconds)
{
    History history;
    for (const int second : seconds)
        history.push_back({static_cast<int>(history.size()) + 1, fixture::noon(second), false});
    return history;
}

/// Appends `count` saves, one every `step` seconds from `from` on.
void append(History &history, int count, int from, int step)
{
    for (int number = 0; number < count; ++number)
        history.push_back({static_cast<int>(history.size()) + 1, fixture::noon(from + number * step), false});
}

History without(const History &history, const std::vector<int> &forgotten)
{
    History left;
    for (const db::SavedRevision &one : history) {
        if (std::ranges::find(forgotten, one.revision) == forgotten.end())
            left.push_back(one);
    }
    return left;
}

ports::PendingInput pending(const QString &field, const QString &text)
{
    return {field, text, fixture::noon()};
}

} // namespace

class TestHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(u"a.briefstack"_s);
        m_store = fixture::open(m_path);
        QVERIFY(m_store);
        const auto added = m_store->add(fixture::draft(u"Northwind"_s), fixture::noon());
        VERIFY_OK(added);
        m_id = *added;
    }

    void aShortHistoryIsKeptWhole()
    {
        History history;
        append(history, db::kNewestRevisionsKept, 0, 1);
        QVERIFY(db::revisionsToForget(history, fixture::noon(400 * kDay)).empty());
        QVERIFY(db::revisionsToForget({}, fixture::noon()).empty());
    }

    void theLastSittingKeepsItsMinutesAndItsNewestEdits()
    {
        History history;
        append(history, 300, 0, 1); // five minutes, a save each second
        const std::vector<int> forgotten = db::revisionsToForget(history, fixture::noon(300));
        std::vector<int> kept;
        for (const db::SavedRevision &one : without(history, forgotten))
            kept.push_back(one.revision);
        // The first, the last of each of four minutes, and the newest fifty (251 to 300).
        QCOMPARE(kept.size(), std::size_t{55});
        QCOMPARE((std::vector<int>{kept.begin(), kept.begin() + 6}), (std::vector<int>{1, 60, 120, 180, 240, 251}));
        QCOMPARE(kept.back(), 300);
    }

    void anEarlierSittingKeepsItsHoursAndItsEnd()
    {
        History history;
        append(history, 90, 0, kMinute);                        // 12:00 to 13:29
        append(history, db::kNewestRevisionsKept, 2 * kDay, 1); // two days later
        const History left = without(history, db::revisionsToForget(history, fixture::noon(2 * kDay + kHour)));
        QCOMPARE(left.size(), std::size_t{3 + db::kNewestRevisionsKept});
        QCOMPARE(left[0].revision, 1);
        QCOMPARE(left[1].revision, 60); // 12:59
        QCOMPARE(left[2].revision, 90); // where somebody stopped
    }

    void afterAMonthADayKeepsItsLastState()
    {
        History history = historyAt({0, kHour, 2 * kHour, kDay, kDay + kHour});
        append(history, db::kNewestRevisionsKept, 100 * kDay, 1);
        const History left = without(history, db::revisionsToForget(history, fixture::noon(100 * kDay)));
        QCOMPARE(left[0].revision, 1);
        QCOMPARE(left[1].revision, 3);
        QCOMPARE(left[2].revision, 5);
        QCOMPARE(left.size(), std::size_t{3 + db::kNewestRevisionsKept});
    }

    void whatWasFiledIsNeverForgotten()
    {
        History history;
        append(history, 500, 0, 1);
        history[100].filed = true;
        history[101].filed = true;
        const History left = without(history, db::revisionsToForget(history, fixture::noon(400 * kDay)));
        QVERIFY(std::ranges::any_of(left, [](const auto &one) { return one.revision == 101; }));
        QVERIFY(std::ranges::any_of(left, [](const auto &one) { return one.revision == 102; }));
    }

    void aClockThatGoesBackKeepsMore()
    {
        History forward;
        append(forward, 200, 0, 1);
        History back;
        append(back, 200, 200, -1);
        QVERIFY(db::revisionsToForget(back, fixture::noon(kDay)).size()
                <= db::revisionsToForget(forward, fixture::noon(kDay)).size());
        // Saved "next year": as if it were of now.
        History future;
        append(future, 60, 365 * kDay, 2 * kHour);
        QVERIFY(db::revisionsToForget(future, fixture::noon()).empty());
    }

    void thinningNeverForgetsTheFirstTheLastOrAFiling_data()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void thinningNeverForgetsTheFirstTheLastOrAFiling()
    {
        QFETCH(uint, seed);
        std::mt19937 random(seed);
        History history;
        int second = 0;
        for (int round = 0; round < 40; ++round) {
            for (auto saves = random() % 40; saves > 0; --saves) {
                second += static_cast<int>(random() % 120) - 10;
                history.push_back({static_cast<int>(history.size()) + 1, fixture::noon(second), random() % 50 == 0});
            }
            second += static_cast<int>(random() % (5 * kDay));
        }
        const QDateTime now = fixture::noon(second);
        const std::vector<int> forgotten = db::revisionsToForget(history, now);
        QVERIFY(std::ranges::is_sorted(forgotten));
        const History left = without(history, forgotten);
        QVERIFY(left.size() < history.size());
        QCOMPARE(left.front().revision, 1);
        QCOMPARE(left.back().revision, static_cast<int>(history.size()));
        const auto filed = [](const History &all) { return std::ranges::count(all, true, &db::SavedRevision::filed); };
        QCOMPARE(filed(left), filed(history));
        // A second time there is nothing more to forget but what was the newest then.
        const History again = without(left, db::revisionsToForget(left, now));
        QVERIFY(again.size() + db::kNewestRevisionsKept >= left.size());
    }

    void anAutosavedCaseStaysSmallAndItsFiledRevisionStays()
    {
        VERIFY_OK(m_store->update(m_id, fixture::draft(u"Filed"_s), 1, fixture::noon(1)));
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"INSERT INTO filing (case_revision_id, pool_id, channel, filed_at, opportunity_id)"
                            " SELECT id, 'bedrock-poc', 'api', '2026-11-22T12:00:01.000Z', 'O1' FROM case_revision"
                            " WHERE revision = 2"_s));
        }
        constexpr int kSaves = 600;  // ten minutes, a save each second
        VERIFY_OK(m_store->begin()); // one transaction: this is about the history and not about the disk
        for (int revision = 2; revision < kSaves; ++revision)
            VERIFY_OK(
                m_store->update(m_id, fixture::draft(u"Typing %1"_s.arg(revision)), revision, fixture::noon(revision)));
        VERIFY_OK(m_store->commit());
        const auto history = m_store->revisions(m_id);
        VERIFY_OK(history);
        QVERIFY2(history->size() < 90, qPrintable(QString::number(history->size())));
        QCOMPARE(history->front().revision, kSaves);
        QCOMPARE(history->back().revision, 1);
        const auto filed = std::ranges::find(*history, true, &ports::RevisionSummary::filed);
        QVERIFY(filed != history->end());
        QCOMPARE(filed->revision, 2);
        QCOMPARE(filed->company, u"Filed"_s);
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY(report->isSound());
        const auto gone = m_store->loadRevision(m_id, 3);
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, Kind::NoSuchRevision);
        QCOMPARE(gone.error().detail, u"3"_s);
    }

    void everyRevisionComesBackAsItWasSaved()
    {
        const ports::CaseDraft first = fixture::draft(u"Northwind"_s);
        ports::CaseDraft second = fixture::draft(u"Northwind Software"_s);
        second.records.pop_back();
        second.evaluatedOn = u"2026-12-01"_s;
        VERIFY_OK(m_store->update(m_id, second, 1, fixture::noon(90)));
        const auto history = m_store->revisions(m_id);
        VERIFY_OK(history);
        const std::vector<ports::RevisionSummary> expected{
            {2, fixture::noon(90), u"2026-12-01"_s, second.rateBookId, u"Northwind Software"_s, false},
            {1, fixture::noon(), first.evaluatedOn, first.rateBookId, u"Northwind"_s, false}};
        QVERIFY(*history == expected);
        const auto old = m_store->loadRevision(m_id, 1);
        VERIFY_OK(old);
        QCOMPARE(old->worksheet, first.worksheet);
        QCOMPARE(old->summary.company, u"Northwind"_s);
        QCOMPARE(old->summary.revision, 1);
        QCOMPARE(old->summary.updatedAt, fixture::noon());
        QCOMPARE(old->summary.records.size(), std::size_t{2});
        QCOMPARE(m_store->loadRevision(m_id, 2)->worksheet, m_store->load(m_id)->worksheet);
        QCOMPARE(m_store->loadRevision(u"nobody"_s, 1).error().kind, Kind::NoSuchCase);
        QCOMPARE(m_store->revisions(u"nobody"_s).error().kind, Kind::NoSuchCase);
    }

    void whatIsTypedAndNotValidYetSurvivesARestart()
    {
        const std::vector<ports::PendingInput> typed{
            pending(u"company/headcount"_s, u"about 24"_s),
            pending(u"useCases/assistant/workloads/answers/requestsPerDay"_s, u"5,000 or 6'000 \u00e9\u4e2d"_s)};
        VERIFY_OK(m_store->savePending(m_id, {typed[1], typed[0]}));
        m_store.reset();
        m_store = fixture::open(m_path);
        QVERIFY(m_store);
        const auto back = m_store->loadPending(m_id);
        VERIFY_OK(back);
        QVERIFY(*back == typed);
        QCOMPARE(m_store->load(m_id)->summary.revision, 1);
    }

    void pendingInputIsReplacedAsAWhole()
    {
        VERIFY_OK(m_store->savePending(m_id, {pending(u"a"_s, u"1"_s), pending(u"b"_s, u"2"_s)}));
        VERIFY_OK(m_store->savePending(m_id, {pending(u"b"_s, {})})); // emptied, which is not the same as not typed
        QCOMPARE(m_store->loadPending(m_id)->size(), std::size_t{1});
        QCOMPARE(m_store->loadPending(m_id)->front().field, u"b"_s);
        VERIFY_OK(m_store->savePending(m_id, {}));
        QVERIFY(m_store->loadPending(m_id)->empty());
        QCOMPARE(m_store->savePending(u"nobody"_s, {}).error().kind, Kind::NoSuchCase);
        QCOMPARE(m_store->loadPending(u"nobody"_s).error().kind, Kind::NoSuchCase);
    }

    void pendingInputMovesIntoTheWorksheetInOneStep()
    {
        VERIFY_OK(m_store->savePending(m_id, {pending(u"company/headcount"_s, u"2x"_s)}));
        VERIFY_OK(m_store->begin());
        VERIFY_OK(m_store->update(m_id, fixture::draft(u"Northwind"_s), 1, fixture::noon(1)));
        VERIFY_OK(m_store->savePending(m_id, {}));
        m_store->rollback();
        QCOMPARE(m_store->loadPending(m_id)->size(), std::size_t{1});
        QCOMPARE(m_store->load(m_id)->summary.revision, 1);
    }

    void samePendingInputIsNotWrittenAgain()
    {
        VERIFY_OK(m_store->savePending(m_id, {pending(u"a"_s, u"1"_s)}));
        const QByteArray before = fixture::bytesOf(m_path);
        VERIFY_OK(m_store->savePending(m_id, {pending(u"a"_s, u"1"_s)}));
        QCOMPARE(fixture::bytesOf(m_path), before);
    }

    void whatOthersSavedIsTold()
    {
        const auto other = fixture::open(m_path);
        QVERIFY(other);
        QVERIFY(!m_store->changesByOthers()->any);
        VERIFY_OK(m_store->update(m_id, fixture::draft(u"Mine"_s), 1, fixture::noon(1)));
        QVERIFY(!m_store->changesByOthers()->any);
        const auto theirs = other->add(fixture::draft(u"Theirs"_s), fixture::noon(2));
        VERIFY_OK(theirs);
        const auto mine = m_store->add(fixture::draft(u"Mine too"_s), fixture::noon(3));
        VERIFY_OK(mine);
        auto told = m_store->changesByOthers();
        VERIFY_OK(told);
        QVERIFY(told->any);
        QCOMPARE(told->cases, std::vector<QString>{*theirs});
        QVERIFY(!m_store->changesByOthers()->any);
        VERIFY_OK(other->update(*mine, fixture::draft(u"Theirs now"_s), 1, fixture::noon(4)));
        told = m_store->changesByOthers();
        VERIFY_OK(told);
        QCOMPARE(told->cases, std::vector<QString>{*mine});
    }

    void aSaveThatWasTakenBackIsNotMistakenForOnesOwn()
    {
        const auto other = fixture::open(m_path);
        QVERIFY(other);
        VERIFY_OK(m_store->begin());
        VERIFY_OK(m_store->update(m_id, fixture::draft(u"Mine"_s), 1, fixture::noon(1)));
        m_store->rollback();
        VERIFY_OK(other->update(m_id, fixture::draft(u"Theirs"_s), 1, fixture::noon(2)));
        const auto told = m_store->changesByOthers();
        VERIFY_OK(told);
        QCOMPARE(told->cases, std::vector<QString>{m_id});
    }

    void whatOthersTypeIsAChangeOfNoCase()
    {
        const auto other = fixture::open(m_path);
        QVERIFY(other);
        VERIFY_OK(other->savePending(m_id, {pending(u"a"_s, u"1"_s)}));
        const auto told = m_store->changesByOthers();
        VERIFY_OK(told);
        QVERIFY(told->any);
        QVERIFY(told->cases.empty());
    }

    void aFileThatWasMovedAwayTakesNoMoreSaves()
    {
        QVERIFY(QFile::rename(m_path, m_folder->filePath(u"elsewhere.briefstack"_s)));
        const auto lost = m_store->update(m_id, fixture::draft(u"Into nothing"_s), 1, fixture::noon(1));
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, Kind::Moved);
        QVERIFY(!QFile::exists(m_path));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<ports::CaseStore> m_store;
    QString m_id;
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
