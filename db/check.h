// check(): is a case file whole? Structure, schema, references, and what the tables say about each other.
//
// Reads only; a problem is a value with a code, for the caller to put in words. What only the layers above can judge (a
// worksheet against its format, ledgers that foot) comes in as a function.
#pragma once

#include "ports/casestore.h"

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace db {

enum class Damage {
    Header,         ///< the file's first bytes
    Structure,      ///< SQLite's integrity check, or a page that cannot be read; detail = its words
    Schema,         ///< a table, index, view or trigger that is missing, changed or not ours; detail = which
    References,     ///< rows that belong to nothing; detail = the table
    WorksheetText,  ///< worksheets that are not JSON; detail = the first case
    WorksheetBytes, ///< worksheets that are not the ones that were saved; detail = the first case
    WorksheetForm,  ///< worksheets that are not of the format; detail = the first case and what the judge says
    ListedFacts,    ///< company, website or stage other than the worksheet's; detail = the first case
    CompanyKeys,    ///< a company that would not be recognized as already there; detail = the first case
    Attachments,    ///< attached bytes that are not the ones that were saved; detail = the first name
    SearchText,     ///< cases whose search words are missing, stale or without a case
    SearchIndex,    ///< the search index disagrees with its text; detail = SQLite's words
};

struct Problem {
    Damage damage = Damage::Structure;
    QString detail;
    qint64 count = 1;
    friend bool operator==(const Problem &, const Problem &) = default;
};

struct CheckReport {
    int version = 0; ///< of the schema, 0 when unknown
    qint64 cases = 0;
    qint64 revisions = 0;
    qint64 records = 0;
    std::vector<Problem> problems;

    bool isSound() const { return problems.empty(); }
};

/// What is wrong with a worksheet's bytes, in words; nothing when they are good.
using WorksheetJudge = std::function<std::optional<QString>(QByteArrayView worksheet)>;

/// Errors are what keeps a file from being checked: NotFound, Unreadable, NotACase, TooShort, TooNew, Busy. Damage is not
/// an error but a report.
ports::StoreResult<CheckReport> check(const QString &path, const WorksheetJudge &judge = {});

} // namespace db
