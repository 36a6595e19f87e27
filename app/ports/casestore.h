// CaseStore: where cases are kept. The only view of storage that the command line, the session and the windows have.
//
// Implemented by db (SQLite). Nothing here throws; every failure is a StoreError that says what went wrong in kind,
// so that the caller can say it in words (app/messages).
#pragma once

#include "domain/money.h"
#include "domain/result.h"

#include <QByteArray>
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
        Unreadable, ///< permission or I/O error while reading
        Io,         ///< anything else the system reported
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
    QString status; ///< `drafting` ... as in the command line's list

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
    QString slug; ///< names the case's files: the company's slug, unique in the case file, the same for ever
    std::vector<SearchHit>
        found; ///< when words were searched for: company, website and titles, else the text with most
};

struct StoredCase {
    CaseSummary summary;
    QByteArray worksheet;
    QString rateBookId;
    QString rateBookSha256;
    QString evaluatedOn;
};

struct ListFilter {
    QString
        search; ///< words, each a beginning as typed, all of them wanted; blank: all. Of one or two letters: those of
                ///< company, website and record titles; else also of worksheet, notes and filings
    QString status; ///< empty: all
    int limit = -1; ///< -1: all
};

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
    virtual StoreResult<int> update(const QString &caseId, const CaseDraft &draft, int expectedRevision,
                                    const QDateTime &now) = 0;

    /// What keeps searching quick after many saves, done in a small step of some milliseconds: call it when nobody waits,
    /// until it returns false. Saves never wait for it to be due.
    virtual StoreResult<bool> tidy() { return false; }
};

} // namespace ports
