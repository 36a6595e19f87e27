#include "db/casestore.h"

#include "db/casefile.h"
#include "db/filings.h"
#include "db/notes.h"
#include "db/pending.h"
#include "db/reader.h"
#include "db/revisions.h"
#include "db/searchindex.h"
#include "db/turns.h"
#include "db/watcher.h"
#include "db/writer.h"

#include <algorithm>
#include <optional>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

/// A store on one connection; while `m_unpublished` holds, the file is new and stands under its temporary name.
class SqliteCaseStore final : public ports::CaseStore, public ports::NoteStore, public ports::FilingStore {
public:
    SqliteCaseStore(QString path, StoreOptions options, std::unique_ptr<Connection> connection,
                    std::optional<NewFile> unpublished)
        : m_path(std::move(path)),
          m_options(options),
          m_unpublished(std::move(unpublished)),
          m_connection(std::move(connection)),
          m_foundUncleanEnd(m_connection->foundJournal())
    {
    }

    /// Once, before anything else.
    Step watch() { return m_watcher.start(*m_connection); }

    ports::StoreResult<std::vector<ports::CaseSummary>> list(const ports::ListFilter &filter) override
    {
        return ready() ? listCases(*m_connection, filter) : Unexpected(m_lost);
    }

    ports::StoreResult<ports::StoredCase> load(const QString &caseId) override
    {
        return ready() ? loadCase(*m_connection, caseId) : Unexpected(m_lost);
    }

    ports::StoreResult<std::optional<QString>> findCompany(const QString &company, const QString &website) override
    {
        return ready() ? findCaseOf(*m_connection, company, website) : Unexpected(m_lost);
    }

    Step begin() override
    {
        m_failed.reset();
        if (!ready())
            return Unexpected(m_lost);
        m_turns.beforeWriting();
        return m_connection->execute("BEGIN IMMEDIATE");
    }

    Step commit() override
    {
        if (!ready())
            return Unexpected(m_lost);
        if (m_failed) {
            const ports::StoreError first = *m_failed;
            rollback();
            return Unexpected(first);
        }
        if (Step committed = m_connection->execute("COMMIT"); !committed) {
            rollback();
            return committed;
        }
        m_watcher.committed();
        m_turns.afterWriting();
        return m_unpublished ? publish() : Step();
    }

    void rollback() override
    {
        m_failed.reset();
        m_watcher.rolledBack();
        // After some failures (a full disk) SQLite has rolled back by itself.
        if (ready() && m_connection->inTransaction())
            (void)m_connection->execute("ROLLBACK");
    }

    ports::StoreResult<QString> add(const ports::CaseDraft &draft, const QDateTime &now) override
    {
        return save<ports::StoreResult<QString>>([&] {
            auto added = addCase(*m_connection, draft, now);
            if (added)
                m_watcher.saved(*added, 1);
            return added;
        });
    }

    ports::StoreResult<int> update(const QString &caseId, const ports::CaseDraft &draft, int expectedRevision,
                                   const QDateTime &now) override
    {
        return save<ports::StoreResult<int>>([&] {
            auto updated = updateCase(*m_connection, caseId, draft, expectedRevision, now);
            if (updated)
                m_watcher.saved(caseId, *updated);
            return updated;
        });
    }

    ports::StoreResult<bool> tidy() override
    {
        return save<ports::StoreResult<bool>>([&] { return mergeIndex(*m_connection); });
    }

    ports::StoreResult<std::vector<ports::RevisionSummary>> revisions(const QString &caseId) override
    {
        return ready() ? listRevisions(*m_connection, caseId) : Unexpected(m_lost);
    }

    ports::StoreResult<ports::StoredCase> loadRevision(const QString &caseId, int revision) override
    {
        return ready() ? loadCase(*m_connection, caseId, revision) : Unexpected(m_lost);
    }

    Step savePending(const QString &caseId, const std::vector<ports::PendingInput> &pending) override
    {
        const auto present = loadPending(caseId);
        if (!present)
            return Unexpected(present.error());
        std::vector<ports::PendingInput> wanted = pending;
        std::ranges::sort(wanted, {}, &ports::PendingInput::field);
        if (*present == wanted)
            return {};
        return save<Step>([&] { return replacePending(*m_connection, caseId, wanted); });
    }

    ports::StoreResult<std::vector<ports::PendingInput>> loadPending(const QString &caseId) override
    {
        return ready() ? pendingOf(*m_connection, caseId) : Unexpected(m_lost);
    }

    ports::StoreResult<ports::OthersChanges> changesByOthers() override
    {
        return ready() ? m_watcher.look(*m_connection) : Unexpected(m_lost);
    }

    bool foundUncleanEnd() const override { return m_foundUncleanEnd; }

    ports::NoteStore *notes() override { return this; }

    ports::StoreResult<ports::CaseNotes> loadNotes(const QString &caseId) override
    {
        return ready() ? notesOf(*m_connection, caseId) : Unexpected(m_lost);
    }

    Step saveNotes(const QString &caseId, const ports::NotesChange &change, const QDateTime &now) override
    {
        return change.isEmpty() ? Step() : save<Step>([&] { return changeNotes(*m_connection, caseId, change, now); });
    }

    ports::StoreResult<std::vector<ports::EarlierWording>> earlierWordings(const QString &caseId,
                                                                           const QString &callId) override
    {
        return ready() ? db::earlierWordings(*m_connection, caseId, callId) : Unexpected(m_lost);
    }

    ports::FilingStore *filings() override { return this; }

    ports::StoreResult<ports::CaseFilings> loadFilings(const QString &caseId) override
    {
        return ready() ? filingsOf(*m_connection, caseId) : Unexpected(m_lost);
    }

    ports::StoreResult<std::vector<std::pair<QString, ports::CaseFilings>>> allFilings() override
    {
        return ready() ? filingsOfAll(*m_connection) : Unexpected(m_lost);
    }

    ports::StoreResult<QByteArray> filedFile(const QString &caseId, qint64 filing, const QString &name) override
    {
        return ready() ? filedFileOf(*m_connection, caseId, filing, name) : Unexpected(m_lost);
    }

    ports::StoreResult<int> addFiling(const QString &caseId, int expectedRevision, const ports::FilingDraft &draft,
                                      const QDateTime &now) override
    {
        return save<ports::StoreResult<int>>([&] {
            auto filed = writeFiling(*m_connection, caseId, expectedRevision, draft, now);
            if (filed)
                m_watcher.saved(caseId, expectedRevision);
            return filed;
        });
    }

    Step addStatus(const QString &caseId, const ports::StatusChange &change, const std::vector<ports::Award> &awards,
                   const QDateTime &now) override
    {
        return save<Step>([&]() -> Step {
            const auto revision = writeStatus(*m_connection, caseId, change, awards, now);
            if (!revision)
                return Unexpected(revision.error());
            m_watcher.saved(caseId, *revision);
            return {};
        });
    }

private:
    bool ready() const { return m_connection != nullptr; }

    /// Runs one save inside the caller's transaction, or in one of its own.
    template <class Saved, class Save>
    Saved save(Save run)
    {
        if (!ready())
            return Unexpected(m_lost);
        const bool own = !m_failed && !m_connection->inTransaction();
        if (own) {
            if (const Step begun = begin(); !begun)
                return Unexpected(begun.error());
        }
        if (m_failed)
            return Unexpected(*m_failed);
        Saved saved = run();
        if (!saved && wroteSomething(saved.error()))
            m_failed = saved.error();
        if (!own)
            return saved;
        if (!saved) {
            rollback();
            return saved;
        }
        if (const Step committed = commit(); !committed)
            return Unexpected(committed.error());
        return saved;
    }

    /// What is refused before anything is written leaves the transaction good for other saves.
    static bool wroteSomething(const ports::StoreError &failure)
    {
        return failure.kind != Kind::Conflict && failure.kind != Kind::NoSuchCase;
    }

    /// Gives a new file its name. An open database must not be renamed: its journal would keep the old name.
    Step publish()
    {
        m_connection.reset();
        Step published = m_unpublished->publish();
        m_unpublished.reset();
        if (!published) {
            m_lost = published.error();
            return published;
        }
        auto reopened = openCaseFile(m_path, {Access::Write, {m_options.busyMilliseconds, m_options.largestPageCount}});
        if (reopened)
            m_connection = *std::move(reopened);
        else
            m_lost = reopened.error(); // what was committed is in the file; the next call says why it cannot go on
        if (m_connection)
            (void)watch(); // what fails here fails again at the next call, which says so
        return {};
    }

    QString m_path;
    StoreOptions m_options;
    std::optional<NewFile> m_unpublished;
    std::unique_ptr<Connection> m_connection;  ///< none after the file could not be reopened
    std::optional<ports::StoreError> m_failed; ///< the first save of this transaction that failed while writing
    ports::StoreError m_lost;
    Watcher m_watcher;
    Turns m_turns;
    bool m_foundUncleanEnd;
};

ports::StoreResult<std::unique_ptr<ports::CaseStore>> watched(std::unique_ptr<SqliteCaseStore> store)
{
    if (const Step watching = store->watch(); !watching)
        return Unexpected(watching.error());
    return std::unique_ptr<ports::CaseStore>(std::move(store));
}

} // namespace

ports::StoreResult<std::unique_ptr<ports::CaseStore>> openCaseStore(const QString &path, OpenMode mode,
                                                                    const StoreOptions &options)
{
    const ConnectionOptions connectionOptions{options.busyMilliseconds, options.largestPageCount};
    if (mode == OpenMode::WriteOrMake && isMissing(path)) {
        auto created = createCaseFile(path, connectionOptions);
        if (!created)
            return Unexpected(created.error());
        return watched(
            std::make_unique<SqliteCaseStore>(path, options, std::move(created->connection), std::move(created->file)));
    }
    const Access access = mode == OpenMode::Read ? Access::Read : Access::Write;
    auto opened = openCaseFile(path, {access, connectionOptions});
    if (!opened)
        return Unexpected(opened.error());
    return watched(std::make_unique<SqliteCaseStore>(path, options, *std::move(opened), std::nullopt));
}

Step makeCaseFile(const QString &path)
{
    auto created = createCaseFile(path, {});
    if (!created)
        return Unexpected(created.error());
    created->connection.reset();
    return created->file.publish();
}

} // namespace db
