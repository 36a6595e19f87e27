// Notes of calls: kept line by line, searched at once, carried along with a case, whole after a kill.
#include "db/casefixture.h"
#include "db/check.h"
#include "db/exchange.h"
#include "ports/notes.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ports::Call;
using ports::CaseNotes;
using ports::NoteLine;
using ports::NotesChange;

namespace {

const QString kCall(36, u'c');

Call callWith(const std::vector<NoteLine> &lines)
{
    return {kCall, fixture::noon(), 90, ports::Consent::Given, fixture::noon(1), lines};
}

NoteLine line(qint64 id, const QString &text, int second = 0)
{
    return {id, id * 1000, fixture::noon(second), text};
}

} // namespace

class TestNotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"cases.briefstack"_s);
        m_store = fixture::open(m_path);
        QVERIFY(m_store);
        const auto id = m_store->add(fixture::draft(u"Northwind"_s), fixture::noon());
        VERIFY_OK(id);
        m_case = *id;
    }
    void cleanup() { m_store.reset(); }

    void whatWasNotedComesBackAsItWas()
    {
        NotesChange change;
        change.calls = {callWith({line(1, u"CTO on the line"_s), line(2, u"5k calls a day"_s, 2)})};
        change.evidence =
            std::vector<ports::Evidence>{{u"aws/accountId"_s, kCall, 2, u"5k calls a day"_s, fixture::noon(2)}};
        change.questions = std::vector<ports::CallQuestion>{
            {u"own/1"_s, u"Who signs?"_s, ports::CallQuestion::State::Answered, u"The CFO"_s}};
        VERIFY_OK(m_store->notes()->saveNotes(m_case, change, fixture::noon(3)));
        const auto notes = fixture::open(m_path, db::OpenMode::Read)->notes()->loadNotes(m_case);
        VERIFY_OK(notes);
        QVERIFY(*notes == (CaseNotes{change.calls, *change.evidence, *change.questions}));
        const auto loaded = m_store->load(m_case);
        VERIFY_OK(loaded);
        QCOMPARE(loaded->summary.revision, 1);
    }

    void onlyTheLinesOfAChangeAreTouched()
    {
        save({callWith({line(1, u"one"_s), line(2, u"two"_s), line(3, u"three"_s)})});
        NotesChange change;
        change.calls = {callWith({line(2, u"two and a half"_s)})};
        change.removedLines = {{kCall, 3}};
        VERIFY_OK(m_store->notes()->saveNotes(m_case, change, fixture::noon(9)));
        QCOMPARE(texts(*m_store), (QStringList{u"one"_s, u"two and a half"_s}));
        QCOMPARE(found(u"half"_s), 1);
        QCOMPARE(found(u"three"_s), 0);
        verifySound();
    }

    void whatChangesNoWordLeavesTheIndexAlone()
    {
        save({callWith({line(1, u"one"_s), line(2, u"two"_s)})});
        const QString before = indexed();
        NotesChange change;
        ports::Call longer = callWith({{2, 500, fixture::noon(), u"two"_s}}); // before the first line now
        longer.seconds = 120;
        change.calls = {longer};
        change.questions = std::vector<ports::CallQuestion>{{u"own/1"_s, u"Who signs?"_s, {}, {}}};
        VERIFY_OK(m_store->notes()->saveNotes(m_case, change, fixture::noon(9)));
        QCOMPARE(texts(*m_store), (QStringList{u"two"_s, u"one"_s}));
        QCOMPARE(indexed(), before);
        QCOMPARE(found(u"two"_s), 1);
        verifySound();
    }

    void whatStoodForAWhileStaysInTheHistoryOfItsLine()
    {
        save({callWith({line(1, u"4k calls"_s)})});
        save({callWith({line(1, u"5k calls"_s)})}, 300);
        const auto typing = m_store->notes()->earlierWordings(m_case, kCall);
        VERIFY_OK(typing);
        QCOMPARE(typing->size(), std::size_t{1});
        QCOMPARE(typing->front().text, u"4k calls"_s);
        NotesChange typed;
        typed.calls = {callWith({line(1, u"5k calls a day"_s)})};
        VERIFY_OK(m_store->notes()->saveNotes(m_case, typed, fixture::noon(302)));
        const auto still = m_store->notes()->earlierWordings(m_case, kCall);
        VERIFY_OK(still);
        QCOMPARE(still->size(), std::size_t{1}); // what was only on its way is no wording of its own
    }

    void notesTravelWithTheirCase()
    {
        NotesChange change;
        change.calls = {callWith({line(1, u"their account is 1111"_s)})};
        change.evidence =
            std::vector<ports::Evidence>{{u"aws/accountId"_s, kCall, 1, u"their account is 1111"_s, fixture::noon()}};
        VERIFY_OK(m_store->notes()->saveNotes(m_case, change, fixture::noon()));
        const QString handOver = m_folder->filePath(u"hand-over.briefstack"_s);
        VERIFY_OK(db::exportCase(m_path, m_case, handOver));
        {
            const auto theirs = fixture::open(handOver);
            QVERIFY(theirs);
            NotesChange more;
            more.calls = {callWith({line(1, u"their account is 2222"_s), line(7, u"they pay in advance"_s, 4)})};
            VERIFY_OK(theirs->notes()->saveNotes(m_case, more, fixture::noon(6)));
        }
        QCOMPARE(importFrom(handOver), qint64{2});
        QCOMPARE(texts(*m_store),
                 (QStringList{u"their account is 1111"_s, u"their account is 2222"_s, u"they pay in advance"_s}));
        QCOMPARE(importFrom(handOver), qint64{0}); // a second time brings nothing
        const auto notes = m_store->notes()->loadNotes(m_case);
        VERIFY_OK(notes);
        QCOMPARE(notes->evidence.size(), std::size_t{1});
        QCOMPARE(found(u"advance"_s), 1);
        verifySound();
    }

    void aSaveOfNotesInAFailedTransactionIsNotInTheFile()
    {
        VERIFY_OK(m_store->begin());
        NotesChange change;
        change.calls = {callWith({line(1, u"gone"_s)})};
        VERIFY_OK(m_store->notes()->saveNotes(m_case, change, fixture::noon()));
        m_store->rollback();
        QCOMPARE(texts(*m_store), QStringList());
        QCOMPARE(found(u"gone"_s), 0);
    }

    void aCaseThatIsNotThereIsNamed()
    {
        NotesChange change;
        change.calls = {callWith({line(1, u"x"_s)})};
        const auto saved = m_store->notes()->saveNotes(u"nobody"_s, change, fixture::noon());
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ports::StoreError::Kind::NoSuchCase);
        QVERIFY(!m_store->notes()->loadNotes(u"nobody"_s));
    }

private:
    void save(const std::vector<Call> &calls, int second = 0)
    {
        NotesChange change;
        change.calls = calls;
        VERIFY_OK(m_store->notes()->saveNotes(m_case, change, fixture::noon(second)));
    }
    QStringList texts(ports::CaseStore &store)
    {
        QStringList all;
        const auto notes = store.notes()->loadNotes(m_case);
        if (!notes)
            return {u"unreadable"_s};
        for (const Call &call : notes->calls) {
            for (const NoteLine &one : call.lines)
                all += one.text;
        }
        return all;
    }
    QString indexed() const
    {
        return fixture::RawDatabase(m_path).text(u"SELECT count(*) || ' ' || sum(length(block)) FROM case_text_data"_s);
    }
    qsizetype found(const QString &words)
    {
        const auto cases = m_store->list({words, {}, -1});
        return cases ? static_cast<qsizetype>(cases->size()) : -1;
    }
    qint64 importFrom(const QString &source)
    {
        const auto import = db::CaseImport::begin(source, m_path);
        if (!import)
            return -1;
        const auto compared = (*import)->compare(m_case);
        if (!compared)
            return -1;
        const auto taken = (*import)->take(*compared, nullptr, fixture::noon(9));
        if (!taken || !(*import)->commit())
            return -1;
        return *taken;
    }
    void verifySound()
    {
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY(report->isSound());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<ports::CaseStore> m_store;
    QString m_case;
};

QTEST_GUILESS_MAIN(TestNotes)
#include "tst_notes.moc"
