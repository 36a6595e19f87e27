// The open case: every edit one undo step, computed at once, saved by itself into a real file; nothing typed is lost.
#include "db/casefilesondisk.h"
#include "session/casesession.h"
#include "session/fieldlists.h"
#include "support/sourcefolder.h"
#include "worksheetfile/reader.h"
#include "worksheetfile/writer.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using session::CaseSession;
using session::SaveState;

namespace {

class FixedClock : public ports::Clock {
public:
    QDate today() const override { return {2026, 11, 22}; }
    QDateTime now() const override { return QDateTime(today(), QTime(10, 42), Qt::UTC); }
};

/// Timers that a test fires by hand, in the order they were made: idle, longest, retry.
struct HandTimers {
    struct HandTimer : session::Timer {
        int milliseconds = -1; ///< -1: not running
        std::function<void()> fire;
        void start(int after, std::function<void()> action) override
        {
            milliseconds = after;
            fire = std::move(action);
        }
        void stop() override { milliseconds = -1; }
        bool isRunning() const override { return milliseconds >= 0; }
        void ring()
        {
            milliseconds = -1;
            fire();
        }
    };
    std::vector<HandTimer *> made;
    session::TimerFactory factory()
    {
        return [this] {
            auto timer = std::make_unique<HandTimer>();
            made.push_back(timer.get());
            return timer;
        };
    }
};

session::ShippedData shipped()
{
    static const auto kShipped = std::make_shared<const drafting::Shipped>(*drafting::shippedData());
    return kShipped;
}

domain::Worksheet sample()
{
    QFile file(support::sourcePath(u"resources/samples/series-a-rag-assistant.worksheet.json"_s));
    return file.open(QIODevice::ReadOnly) ? *worksheetfile::read(file.readAll()) : domain::Worksheet();
}

const auto kRequests = u"useCases/support-assistant/workloads/answers/requestsPerDay"_s;
const auto kInput = u"useCases/support-assistant/workloads/answers/inputTokens"_s;

/// A session on a case of the sample in a real file.
struct Bench {
    Bench()
    {
        store = *files.open(path(), ports::CaseFiles::Access::WriteOrMake, 0);
        session = begin({});
        const auto started = session->replace(u"Import"_s, sample());
        if (!started || !session->flush())
            qFatal("no sample");
        session->undoStack().clear();
    }
    QString path() const { return folder.filePath(u"cases.briefstack"_s); }
    /// Another store on the file, as after a restart, and the case as the desk opens it.
    std::unique_ptr<CaseSession> reopen(QString id) // by value: the session that has it goes
    {
        session.reset();
        store = *files.open(path(), ports::CaseFiles::Access::Write, 0);
        const auto stored = *store->load(id);
        return begin({stored.summary, {*worksheetfile::read(stored.worksheet), {}}, *store->loadPending(id)});
    }
    std::unique_ptr<CaseSession> begin(session::OpenedCase opened)
    {
        timers.made.clear();
        return std::make_unique<CaseSession>(shipped(), clock, store.get(), std::move(opened), timers.factory());
    }
    /// What another program finds in the file.
    domain::Worksheet inFile() const
    {
        db::CaseFilesOnDisk others;
        const auto other = *others.open(path(), ports::CaseFiles::Access::Read, 0);
        return *worksheetfile::read(other->load(session->caseId())->worksheet);
    }
    domain::Money total() const { return session->view()->computed.projection.total.total; }
    domain::Money ask(std::size_t pool) const { return session->view()->computed.plan.pools[pool].ask; }

    QTemporaryDir folder;
    FixedClock clock;
    db::CaseFilesOnDisk files;
    std::unique_ptr<ports::CaseStore> store;
    HandTimers timers;
    std::unique_ptr<CaseSession> session;
};

} // namespace

class TestCaseSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEditIsComputedAtOnceAndUndone();
    void typingInOneFieldIsOneStep();
    void leavingTheFieldBeginsANewStep();
    void anEditThatChangesNothingMakesNoStep();
    void undoTextsAreWords();
    void whatIsNotValidIsKeptBesideTheWorksheet();
    void aPendingTextThatBecomesValidIsTakenOver();
    void whatTheBookDoesNotHaveStaysPending();
    void aContactKeepsItsPendingTextsWhenItIsRenamed();
    void aReplacedWorksheetIsOneStep();
    void aReplacementThatCannotBeComputedChangesNothing();
    void savesAfterARestAndAtTheLatestAfterASecond();
    void savesAtOnceWhenAsked();
    void undoingBackToTheFileNeedsNoSave();
    void destroyingASessionSavesIt();
    void whatIsNotValidSurvivesClosing();
    void whatIsNotValidSurvivesAProgramThatDied();
    void whatIsNotValidOfANewCaseSurvivesToo();
    void aBusyFileIsTriedAgain();
    void aFileThatCannotBeWrittenLosesNothing();
    void anotherProgramsChangeToTheSameCaseIsShown();
    void anotherProgramsChangeToAnotherCaseDoesNoHarm();
};

void TestCaseSession::anEditIsComputedAtOnceAndUndone()
{
    Bench bench;
    const domain::Money before = bench.total();
    QCOMPARE(bench.ask(0).toString(), u"29500.00"_s);
    QSignalSpy changed(bench.session.get(), &CaseSession::changed);
    QSignalSpy viewed(bench.session.get(), &CaseSession::viewChanged);
    QCOMPARE(bench.session->edit(kRequests, u"10k"_s), kRequests);
    QVERIFY(bench.total() > before);
    QCOMPARE(bench.session->text(kRequests), u"10,000"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toStringList(), QStringList{kRequests});
    QCOMPARE(viewed.size(), 1);
    bench.session->undoStack().undo();
    QCOMPARE(bench.total(), before);
    QCOMPARE(bench.session->text(kRequests), u"5,000"_s);
    bench.session->undoStack().redo();
    QCOMPARE(bench.session->text(kRequests), u"10,000"_s);
}

void TestCaseSession::typingInOneFieldIsOneStep()
{
    Bench bench;
    for (const auto *typed : {"1", "12", "12,", "12,0", "12,00", "12,000"})
        bench.session->edit(kRequests, QString::fromLatin1(typed));
    QCOMPARE(bench.session->text(kRequests), u"12,000"_s);
    QCOMPARE(bench.session->undoStack().count(), 1);
    bench.session->undoStack().undo();
    QCOMPARE(bench.session->text(kRequests), u"5,000"_s);
}

void TestCaseSession::leavingTheFieldBeginsANewStep()
{
    Bench bench;
    bench.session->edit(kRequests, u"6000"_s);
    bench.session->closeStep();
    bench.session->edit(kRequests, u"7000"_s);
    QCOMPARE(bench.session->undoStack().count(), 2);
    bench.session->undoStack().undo();
    bench.session->edit(kRequests, u"8000"_s); // after an undo nothing merges with the step that is left
    QCOMPARE(bench.session->undoStack().count(), 2);
    bench.session->undoStack().undo();
    QCOMPARE(bench.session->text(kRequests), u"6,000"_s);
}

void TestCaseSession::anEditThatChangesNothingMakesNoStep()
{
    Bench bench;
    QSignalSpy changed(bench.session.get(), &CaseSession::changed);
    bench.session->edit(kRequests, u"5k"_s);
    bench.session->edit(u"no/such/field"_s, u"x"_s);
    QCOMPARE(bench.session->undoStack().count(), 0);
    QCOMPARE(changed.size(), 0);
    bench.session->edit(kRequests, u"50"_s);
    bench.session->edit(kRequests, u"5000"_s); // typed back
    QCOMPARE(bench.session->undoStack().count(), 0);
}

void TestCaseSession::undoTextsAreWords()
{
    Bench bench;
    bench.session->edit(kRequests, u"6000"_s);
    QCOMPARE(bench.session->undoStack().undoText(), u"Change requests a day of Assistant answers"_s);
}

void TestCaseSession::whatIsNotValidIsKeptBesideTheWorksheet()
{
    Bench bench;
    const domain::Worksheet before = bench.session->worksheet();
    const domain::Money total = bench.total();
    bench.session->edit(u"aws/accountId"_s, u"1111222233334"_s);
    bench.session->edit(u"company/headcount"_s, u"\U0001F680"_s);
    QVERIFY(bench.session->worksheet() == before);
    QCOMPARE(bench.total(), total);
    QCOMPARE(bench.session->text(u"aws/accountId"_s), u"1111222233334"_s);
    QCOMPARE(bench.session->errorAt(u"aws/accountId"_s)->problem, domain::InputProblem::WrongForm);
    QCOMPARE(bench.session->text(u"company/headcount"_s), u"\U0001F680"_s);
    bench.session->edit(u"aws/accountId"_s, u"444455556666"_s);
    QVERIFY(!bench.session->errorAt(u"aws/accountId"_s));
    QCOMPARE(bench.session->worksheet().aws.accountId, u"444455556666"_s);
    bench.session->undoStack().undo();
    bench.session->undoStack().undo();
    QVERIFY(!bench.session->errorAt(u"company/headcount"_s));
    QCOMPARE(bench.session->text(u"company/headcount"_s), u"24"_s);
}

void TestCaseSession::aPendingTextThatBecomesValidIsTakenOver()
{
    Bench bench;
    const auto prefix = u"useCases/support-assistant/workloads/answers/cachedPrefixTokens"_s;
    bench.session->edit(prefix, u"6000"_s); // more than the 4,000 of input
    QVERIFY(bench.session->errorAt(prefix));
    QVERIFY(!bench.session->worksheet().useCases[0].workloads[0].cachedPrefixTokens);
    bench.session->edit(kInput, u"9000"_s);
    QVERIFY(!bench.session->errorAt(prefix));
    QCOMPARE(bench.session->worksheet().useCases[0].workloads[0].cachedPrefixTokens, 6000);
    bench.session->undoStack().undo();
    QCOMPARE(bench.session->text(prefix), u"6000"_s);
    QVERIFY(bench.session->errorAt(prefix));
}

void TestCaseSession::whatTheBookDoesNotHaveStaysPending()
{
    Bench bench;
    const auto model = u"useCases/support-assistant/workloads/answers/model"_s;
    bench.session->edit(model, u"anthropic.claude-sonnet-4-"_s);
    QCOMPARE(bench.session->errorAt(model)->problem, domain::InputProblem::UnknownModel);
    QVERIFY(bench.session->view());
    bench.session->edit(model, u"Claude Haiku 4.5"_s);
    QVERIFY(!bench.session->errorAt(model));
    QCOMPARE(bench.session->worksheet().useCases[0].workloads[0].model, u"Claude Haiku 4.5"_s);
}

void TestCaseSession::aContactKeepsItsPendingTextsWhenItIsRenamed()
{
    Bench bench;
    bench.session->edit(u"contacts/sample-founder/phone"_s, u"call me"_s);
    QCOMPARE(bench.session->edit(u"contacts/sample-founder/firstName"_s, u"A"_s), u"contacts/a-founder/firstName"_s);
    QCOMPARE(bench.session->edit(u"contacts/a-founder/firstName"_s, u"Ada"_s), u"contacts/ada-founder/firstName"_s);
    QCOMPARE(bench.session->text(u"contacts/ada-founder/phone"_s), u"call me"_s);
    QCOMPARE(bench.session->undoStack().count(), 2); // typing merged although the path moved
}

void TestCaseSession::aReplacedWorksheetIsOneStep()
{
    Bench bench;
    domain::Worksheet after = bench.session->worksheet();
    const auto id = session::addEntry(after, u"useCases/support-assistant/workloads"_s, 9, u"Summaries"_s);
    QVERIFY(id);
    QSignalSpy changed(bench.session.get(), &CaseSession::changed);
    QVERIFY(bench.session->replace(u"Add workload"_s, after));
    QCOMPARE(bench.session->undoStack().undoText(), u"Add workload"_s);
    QVERIFY(changed[0][0].toStringList().contains(u"useCases/support-assistant/workloads/summaries/name"_s));
    QVERIFY(bench.session->view()->computed.projection.line(u"summaries"_s));
    bench.session->edit(u"useCases/support-assistant/workloads/summaries/inputTokens"_s, u"a lot"_s);
    bench.session->undoStack().undo();
    bench.session->undoStack().undo();
    QVERIFY(!bench.session->view()->computed.projection.line(u"summaries"_s));
}

void TestCaseSession::aReplacementThatCannotBeComputedChangesNothing()
{
    Bench bench;
    domain::Worksheet after = bench.session->worksheet();
    after.useCases[0].workloads[0].model = u"no-such-model"_s;
    const auto replaced = bench.session->replace(u"Break it"_s, after);
    QVERIFY(!replaced);
    QCOMPARE(replaced.error().problem, domain::InputProblem::UnknownModel);
    QCOMPARE(bench.session->undoStack().count(), 0);
    QVERIFY(bench.session->isSaved());
}

void TestCaseSession::savesAfterARestAndAtTheLatestAfterASecond()
{
    Bench bench;
    auto *const idle = bench.timers.made[0];
    auto *const longest = bench.timers.made[1];
    bench.session->edit(kRequests, u"6000"_s);
    QCOMPARE(bench.session->saveState().kind, SaveState::Kind::Waiting);
    QCOMPARE(idle->milliseconds, 300);
    QCOMPARE(longest->milliseconds, 1000);
    QCOMPARE(bench.inFile().useCases[0].workloads[0].requestsPerDay, 5000);
    longest->milliseconds = 400; // time goes by; typing on does not begin the second anew
    bench.session->edit(kRequests, u"6100"_s);
    QCOMPARE(longest->milliseconds, 400);
    longest->ring();
    QCOMPARE(bench.inFile().useCases[0].workloads[0].requestsPerDay, 6100);
    QCOMPARE(bench.session->saveState().kind, SaveState::Kind::Saved);
    QVERIFY(!idle->isRunning());
    bench.session->edit(kRequests, u"6200"_s);
    idle->ring();
    QCOMPARE(bench.inFile().useCases[0].workloads[0].requestsPerDay, 6200);
}

void TestCaseSession::savesAtOnceWhenAsked()
{
    Bench bench;
    bench.session->edit(kRequests, u"6000"_s);
    QVERIFY(bench.session->flush());
    QCOMPARE(bench.inFile().useCases[0].workloads[0].requestsPerDay, 6000);
    const int revision = bench.session->summary().revision;
    QVERIFY(bench.session->flush()); // nothing to do
    QCOMPARE(bench.session->summary().revision, revision);
    QCOMPARE(bench.session->view()->identity.revision, revision);
}

void TestCaseSession::undoingBackToTheFileNeedsNoSave()
{
    Bench bench;
    bench.session->edit(kRequests, u"6000"_s);
    bench.session->undoStack().undo();
    QVERIFY(bench.session->isSaved());
    QVERIFY(!bench.timers.made[0]->isRunning());
}

void TestCaseSession::destroyingASessionSavesIt()
{
    Bench bench;
    bench.session->edit(kRequests, u"6000"_s);
    const QString id = bench.session->caseId();
    bench.session.reset();
    const auto stored = bench.store->load(id);
    QVERIFY(stored);
    QCOMPARE(worksheetfile::read(stored->worksheet)->useCases[0].workloads[0].requestsPerDay, 6000);
}

void TestCaseSession::whatIsNotValidSurvivesClosing()
{
    Bench bench;
    const QString id = bench.session->caseId();
    bench.session->edit(u"company/headcount"_s, u"12x"_s);
    const auto error = bench.session->errorAt(u"company/headcount"_s);
    QVERIFY(error);
    QVERIFY(bench.session->flush());
    QCOMPARE(bench.session->summary().revision, 1); // a text that is not valid is no new state of the case
    bench.session = bench.reopen(id);
    QCOMPARE(bench.session->text(u"company/headcount"_s), u"12x"_s);
    QCOMPARE(bench.session->errorAt(u"company/headcount"_s), error);
    QCOMPARE(bench.session->worksheet().company.headcount, 24);
    QVERIFY(bench.session->isSaved());

    bench.session->edit(u"company/headcount"_s, u"12"_s); // made valid: out of the one, into the other
    QVERIFY(bench.session->flush());
    QCOMPARE(bench.store->loadPending(id)->size(), std::size_t(0));
    QCOMPARE(bench.reopen(id)->text(u"company/headcount"_s), u"12"_s);
}

void TestCaseSession::whatIsNotValidSurvivesAProgramThatDied()
{
    Bench bench;
    bench.session->edit(u"company/headcount"_s, u"12x"_s);
    bench.timers.made[1]->ring(); // at the latest a second after it was typed
    bench.session->edit(u"company/headcount"_s, u"12xy"_s);
    const QString copy = bench.folder.filePath(u"died.briefstack"_s); // the files as the dead program left them
    QVERIFY(QFile::copy(bench.path(), copy));
    const auto left = *bench.files.open(copy, ports::CaseFiles::Access::Write, 0);
    const auto pending = *left->loadPending(bench.session->caseId());
    QCOMPARE(pending.at(0).text, u"12x"_s);
}

void TestCaseSession::whatIsNotValidOfANewCaseSurvivesToo()
{
    Bench bench;
    bench.session = bench.begin({});
    bench.session->edit(u"company/headcount"_s, u"about 24"_s);
    bench.session->edit(u"company/name"_s, u"New"_s);
    QVERIFY(bench.session->flush());
    bench.session = bench.reopen(bench.session->caseId());
    QCOMPARE(bench.session->text(u"company/headcount"_s), u"about 24"_s);
    QVERIFY(bench.session->errorAt(u"company/headcount"_s));
}

void TestCaseSession::aBusyFileIsTriedAgain()
{
    Bench bench;
    auto other = *bench.files.open(bench.path(), ports::CaseFiles::Access::Write, 0);
    QVERIFY(other->begin());
    bench.session->edit(kRequests, u"6000"_s);
    QVERIFY(!bench.session->flush());
    QCOMPARE(bench.session->saveState().kind, SaveState::Kind::Retrying);
    other->rollback();
    bench.timers.made[2]->ring();
    QCOMPARE(bench.session->saveState().kind, SaveState::Kind::Saved);
    QCOMPARE(bench.inFile().useCases[0].workloads[0].requestsPerDay, 6000);
}

void TestCaseSession::aFileThatCannotBeWrittenLosesNothing()
{
    Bench bench;
    db::StoreOptions small;
    small.largestPageCount = 1; // as a full disk
    bench.session.reset();
    const auto cases = bench.store->list({});
    const auto stored = bench.store->load(cases->front().id);
    bench.store = *db::openCaseStore(bench.path(), db::OpenMode::Write, small);
    bench.session = bench.begin({stored->summary, {*worksheetfile::read(stored->worksheet), {}}, {}});
    bench.session->edit(u"company/description"_s, u"x"_s.repeated(255));
    bench.session->edit(u"useCases/support-assistant/problem"_s, u"y"_s.repeated(2000));
    QVERIFY(!bench.session->flush());
    QCOMPARE(bench.session->saveState().kind, SaveState::Kind::Failed);
    QCOMPARE(bench.session->saveState().error->kind, ports::StoreError::Kind::Full);
    QCOMPARE(bench.session->worksheet().company.description.size(), 255);
    bench.session->edit(kRequests, u"6000"_s); // and one goes on
    QCOMPARE(bench.session->text(kRequests), u"6,000"_s);
    QVERIFY(bench.timers.made[0]->isRunning());
}

void TestCaseSession::anotherProgramsChangeToTheSameCaseIsShown()
{
    Bench bench;
    auto theirs = bench.session->worksheet();
    theirs.company.headcount = 99;
    theirs.useCases[0].workloads[0].requestsPerDay = 7000; // the field that is typed into here as well
    {
        auto other = *bench.files.open(bench.path(), ports::CaseFiles::Access::Write, 0);
        auto stored = *other->load(bench.session->caseId());
        ports::CaseDraft draft;
        draft.worksheet = worksheetfile::write(theirs);
        draft.status = u"drafting"_s;
        draft.rateBookId = stored.rateBookId;
        draft.rateBookSha256 = stored.rateBookSha256;
        draft.evaluatedOn = stored.evaluatedOn;
        QVERIFY(other->update(bench.session->caseId(), draft, -1, bench.clock.now()));
    }
    bench.session->edit(kRequests, u"6000"_s);
    QVERIFY(!bench.session->flush());
    QCOMPARE(bench.session->saveState().kind, SaveState::Kind::Conflict);
    QCOMPARE(bench.inFile().company.headcount, 99); // nothing was overwritten
    QCOMPARE(bench.session->text(kRequests), u"6,000"_s);

    QVERIFY(bench.session->takeTheirs());
    QCOMPARE(bench.session->text(u"company/headcount"_s), u"99"_s);
    QCOMPARE(bench.session->text(kRequests), u"7,000"_s);
    QVERIFY(bench.session->isSaved());
    bench.session->undoStack().undo(); // what was typed is not gone
    QCOMPARE(bench.session->text(kRequests), u"6,000"_s);
    QVERIFY(bench.session->flush());
    QCOMPARE(bench.inFile().useCases[0].workloads[0].requestsPerDay, 6000);
}

void TestCaseSession::anotherProgramsChangeToAnotherCaseDoesNoHarm()
{
    Bench bench;
    auto other = *bench.files.open(bench.path(), ports::CaseFiles::Access::Write, 0);
    auto stored = *other->load(bench.session->caseId());
    ports::CaseDraft draft;
    auto theirs = bench.session->worksheet();
    theirs.company.name = u"Another company"_s;
    draft.worksheet = worksheetfile::write(theirs);
    draft.status = u"drafting"_s;
    draft.rateBookId = stored.rateBookId;
    draft.rateBookSha256 = stored.rateBookSha256;
    draft.evaluatedOn = stored.evaluatedOn;
    QVERIFY(other->add(draft, bench.clock.now()));
    bench.session->edit(kRequests, u"6000"_s);
    QVERIFY(bench.session->flush());
    QCOMPARE(bench.inFile().useCases[0].workloads[0].requestsPerDay, 6000);
}

QTEST_GUILESS_MAIN(TestCaseSession)
#include "tst_casesession.moc"
