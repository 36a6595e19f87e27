// The statements that read cases.
#pragma once

#include "db/connection.h"
#include "db/search.h"

#include <optional>
#include <vector>

namespace db {

/// The columns of a listed case, of a `"case" c` and its `case_revision r`. Company, website and stage come from an index:
/// a list never touches a worksheet.
inline constexpr QStringView kSummaryColumns =
    u"c.uuid, c.revision, c.status, c.updated_at, r.company, r.website, r.stage, c.id, c.slug";

/// A slug begins the names of documents: lower-case letters, digits and hyphens. What another program wrote may be a path.
bool isSlug(const QString &text);

/// A row of these columns; without its records. A slug that is none becomes the company's.
ListedCase listedCase(const Rows &rows);
/// Adds the records of a listed case.
Step readRecords(Connection &connection, ListedCase &listed);

/// In the order that ports::CaseStore::list() promises.
ports::StoreResult<std::vector<ports::CaseSummary>> listCases(Connection &connection, const ports::ListFilter &filter);

/// As of `revision`, or of now. Errors: NoSuchCase, NoSuchRevision; Corrupt when the worksheet is not the one that was
/// saved.
ports::StoreResult<ports::StoredCase> loadCase(Connection &connection, const QString &caseId,
                                               std::optional<int> revision = {});

ports::StoreResult<std::optional<QString>> findCaseOf(Connection &connection, const QString &company,
                                                      const QString &website);

} // namespace db
