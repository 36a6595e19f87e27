// Copying one case's rows between two case files: what an export and an import are made of.
//
// Ids of rows are each file's own; a case is known by its UUID, a revision by its number and its worksheet's digest. Every
// function that writes runs inside a transaction of the caller's on the target.
#pragma once

#include "db/connection.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace db {

/// A state of a case, the same in every file.
struct RevisionMark {
    qint64 revision = 0;
    QString sha256; ///< of its worksheet

    friend bool operator<(const RevisionMark &a, const RevisionMark &b)
    {
        return std::tie(a.revision, a.sha256) < std::tie(b.revision, b.sha256);
    }
};

/// A case as one file has it: which states it went through there, or was merged with.
struct CaseHistory {
    qint64 number = 0; ///< its own in that file's tables
    QString id;
    QString company;
    QString website;
    RevisionMark now;
    std::set<RevisionMark> kept;   ///< whose worksheets the file has
    std::set<RevisionMark> merged; ///< known from other files

    bool hasWorksheet(const RevisionMark &mark) const
    {
        return std::ranges::any_of(kept, [&](const RevisionMark &one) { return one.sha256 == mark.sha256; });
    }
    bool knows(const RevisionMark &mark) const { return kept.contains(mark) || merged.contains(mark); }
};

/// Nothing when the file does not have the case.
ports::StoreResult<std::optional<CaseHistory>> readHistory(Connection &connection, const QString &caseId);

/// The worksheet of a kept revision; Corrupt when it is not the one that was saved.
ports::StoreResult<QByteArray> worksheetAt(Connection &connection, qint64 number, const RevisionMark &mark);

/// A case in two files.
struct CasePair {
    Connection &from;
    const CaseHistory &theirs;
    Connection &to;
    const CaseHistory &ours;
};

/// Makes the case in `to` with all that `from` has of it; its slug becomes another when that is taken.
Step copyWholeCase(Connection &from, const CaseHistory &theirs, Connection &to);

/// Takes over the revisions that follow ours, and makes theirs the one that holds now.
Step copyNewerRevisions(const CasePair &pair);

/// Keeps their revisions that we do not have, behind ours under the next numbers, so that a merge loses no state of
/// either side, and remembers all that they know. Returns the number that the merged revision has to exceed.
ports::StoreResult<qint64> keepTheirRevisions(const CasePair &pair);

/// Adds their notes, filings, statuses, attachments and journal lines that we do not have; never changes one of ours.
/// Returns how many rows that were; of a case that has some, the search index is made right.
ports::StoreResult<qint64> addTheirTraces(const CasePair &pair);

} // namespace db
