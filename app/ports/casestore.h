// CaseStore: where cases are kept. The only view of storage that the command line, the session and the windows have.
//
// Implemented by db (SQLite). Nothing here throws; every failure is a StoreError that says what went wrong in kind,
// so that the caller can say it in words (app/messages).
#pragma once

#include "domain/money.h"
#include "domain/result.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace ports {

struct StoreError {
    enum class Kind {
        NotFound,   ///< the file does not exist
        NotACase,   ///< another kind of file, or another program's database
        TooShort,   ///< ends before a case file's header does: nothing can be told about it; detail = its bytes
        Altered,    ///< a case file in which something else made or changed tables, triggers or views; detail = which
        TooNew,     ///< written by a newer version of this program
        Exists,     ///< a file of that name is already there, and nothing is ever replaced
        Busy,       ///< another program is writing and did not finish in time
        Corrupt,    ///< the file is damaged
        Full,       ///< no space left
        ReadOnly,   ///< the file or its folder cannot be written
        Duplicate,  ///< the company (name and website) is already in the file; detail = the case's id
        Conflict,   ///< the case was changed by someone else since it was read
        NoSuchCase, ///< detail = the id asked for
        NoSuchRevision, ///< thinned out of the history, or never there; detail = the number asked for
        Moved,          ///< the file was moved, replaced or deleted while it was open: nothing more is saved to it
        Unreadable,     ///< permission or I/O error while reading
        Io,             ///< anything else the system reported
    };
    Kind kind = Kind::Io;
    QString detail; ///< the system's or SQLite's own words, or an id: for the log and for the sentence
    int code = 0;   ///< SQLite's extended result code, 0 when none
    friend bool operator==(const StoreError &, const StoreError &) = default;
};

template <class T>
using StoreResult = domain::Result<T, StoreError>;

/// What is stored per record of a revision: enough to list it without recomputing.
struct StoredRecord {
    QString poolId;
    QString programme;
    QString title;
    domain::Money ask;
    QString status; ///< `drafting` ... as in the command line's list; given to a save, it is that of a new record only
    QDate windowFrom = {};  ///< invalid, like the other days, in revisions that were saved before they were kept
    QDate windowTo = {};    ///< the window's last day
    QDate targetClose = {}; ///< invalid for what is not filed through ACE
    QDate validTo = {};     ///< the credits' last day as planned

    friend bool operator==(const StoredRecord &, const StoredRecord &) = default;
};

/// A case as it is saved: the canonical worksheet and what was drafted from it. Company, website and stage are read from
/// the worksheet by the file itself, so that they cannot disagree with it.
struct CaseDraft {
    QByteArray worksheet; ///< canonical worksheet JSON, UTF-8
    QString status;       ///< of the case, as in the command line's list
    QString rateBookId;
    QString rateBookSha256; ///< lower-case hex
    QString evaluatedOn;    ///< YYYY-MM-DD
    QByteArray rateRows;    ///< the part of the rate book that the worksheet uses, as a rate book; may be empty
    std::vector<StoredRecord> records;
    QString
        id; ///< UUID of a case that is added; empty: a random one. It stands in documents made before the case is saved
};

/// A part of a text, in UTF-16 code units.
struct TextRange {
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// Where a search found its words: plain text, to be shown with the ranges highlighted.
struct SearchHit {
    QString field; ///< `company`, `website`, `title`, `note`, `filing`, or a worksheet's keys: `useCases/problem`
    QString label; ///< the field's, US English
    QString
        text; ///< the whole text, or of a long one what is around the first range, with an ellipsis where it was cut
    std::vector<TextRange> ranges; ///< in order and apart
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

struct CaseSummary {
    QString id;
    QString company;
    QString website;
    QString stage;
    QString status;
    int revision = 1;
    QDateTime updatedAt; ///< UTC
    std::vector<StoredRecord> records;
    QString slug; ///< names the case's files: the company's slug, unique in the case file, the same once it is filed
    std::vector<SearchHit>
        found; ///< when words were searched for: company, website and titles, else the text with most
};

struct StoredCase {
    CaseSummary summary;
    QByteArray worksheet;
    QString rateBookId;
    QString rateBookSha256;
    QString evaluatedOn;
    QByteArray rateRows; ///< the rates it was computed with, as a rate book; empty when none were kept
};

struct ListFilter {
    QString
        search; ///< words, each a beginning as typed, all of them wanted; blank: all. Of one or two letters: those of
                ///< company, website and record titles; else also of worksheet, notes and filings
    QString status; ///< empty: all
    int limit = -1; ///< -1: all
};

/// One saved state of a case, for its history.
struct RevisionSummary {
    int revision = 1;
    QDateTime savedAt; ///< UTC
    QString evaluatedOn;
    QString rateBookId;
    QString company;
    bool filed = false; ///< a filing froze it: it is never thinned out

    friend bool operator==(const RevisionSummary &, const RevisionSummary &) = default;
};

/// What stands in a field and is not valid yet, as typed.
struct PendingInput {
    QString field; ///< field path by ids (domain/fieldpath.h)
    QString text;
    QDateTime typedAt; ///< UTC, to the millisecond

    friend bool operator==(const PendingInput &, const PendingInput &) = default;
};

/// What other programs, or other stores of this one, committed to the file.
struct OthersChanges {
    bool any = false;
    std::vector<QString> cases; ///< ids of the cases they saved, the last saved first; empty when it was something else
};

class FilingStore;
class NoteStore;

class CaseStore {
public:
    virtual ~CaseStore() = default;

    /// Last changed first. Of a search: those whose company has the words, then those whose website or titles have them,
    /// then those that have them anywhere; among these last changed first.
    virtual StoreResult<std::vector<CaseSummary>> list(const ListFilter &filter) = 0;
    virtual StoreResult<StoredCase> load(const QString &caseId) = 0;
    /// The id of the case of that company and website, if any; of several, the one changed last. Compared without case,
    /// surrounding or repeated space, and the website's scheme, `www.` and last slash.
    virtual StoreResult<std::optional<QString>> findCompany(const QString &company, const QString &website) = 0;

    /// Begins one transaction for several saves: nobody else writes until it ends, others go on reading, and nothing is
    /// in the file until commit() succeeded. Waits for another writer, then fails as Busy.
    virtual domain::Result<void, StoreError> begin() = 0;
    /// Once a save of the transaction failed while writing, commit() fails too, with that save's error. After a failed
    /// commit() the transaction is over and nothing of it is in the file.
    virtual domain::Result<void, StoreError> commit() = 0;
    virtual void rollback() = 0;

    /// Adds a case and returns its id (a UUID, 36 characters). A save outside begin() is a transaction of its own.
    virtual StoreResult<QString> add(const CaseDraft &draft, const QDateTime &now) = 0;
    /// Replaces a case's worksheet and records as its next revision and returns that. `expectedRevision` is the
    /// optimistic lock (Conflict, with the file's revision as detail); -1: any.
    ///
    /// Made for saving while one types: now and then the case's history is thinned on the way (db/history.h), which
    /// keeps all of the last edits, fewer of older ones, and every revision that a filing froze.
    virtual StoreResult<int> update(const QString &caseId, const CaseDraft &draft, int expectedRevision,
                                    const QDateTime &now) = 0;

    /// What keeps searching quick after many saves, done in a small step of some milliseconds: call it when nobody waits,
    /// until it returns false. Saves never wait for it to be due.
    virtual StoreResult<bool> tidy() { return false; }

    /// A case's history, newest first.
    virtual StoreResult<std::vector<RevisionSummary>> revisions(const QString &caseId) = 0;
    /// The case as it was at that revision; its summary's status and slug are those of now. Errors: NoSuchCase,
    /// NoSuchRevision.
    virtual StoreResult<StoredCase> loadRevision(const QString &caseId, int revision) = 0;

    /// Replaces what is pending in a case; an empty list forgets all of it. Makes no revision, and writes nothing when
    /// nothing is different. Inside begin() it belongs to that transaction, so that a field's text moves from here into
    /// the worksheet in one step. Error: NoSuchCase.
    virtual domain::Result<void, StoreError> savePending(const QString &caseId,
                                                         const std::vector<PendingInput> &pending) = 0;
    /// In the order of the field paths.
    virtual StoreResult<std::vector<PendingInput>> loadPending(const QString &caseId) = 0;

    /// What others committed since the last call, or since the store was opened. Reads one page when they did nothing:
    /// ask it as often as every second. Ask outside of begin().
    virtual StoreResult<OthersChanges> changesByOthers() = 0;

    /// When this store opened the file, a journal stood beside it: a program had died while it was writing. What it had
    /// not committed has been taken back; a check of the whole file is worth offering.
    virtual bool foundUncleanEnd() const = 0;

    /// The notes of the cases (ports/notes.h), in this store's transactions; null where none are kept.
    virtual NoteStore *notes() { return nullptr; }

    /// What was filed and what became of it (ports/filings.h), in this store's transactions; null where none is kept.
    virtual FilingStore *filings() { return nullptr; }
};

} // namespace ports
