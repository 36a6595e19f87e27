// check(): is a case file whole? Structure, schema, references, and what the tables say about each other.
//
// Reads only; a problem is a value with a code, for the caller to put in words. What only the layers above can judge (a
// worksheet against its format, ledgers that foot) comes in as a function.
#pragma once

#include "ports/casecare.h"

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace db {

using ports::CheckReport;
using ports::Damage;
using ports::Problem;

/// Everything that was saved is there: what is damaged follows from something else (search index, what is listed) and is
/// made anew by a repair. Such a file is worth a backup.
bool isWhole(const CheckReport &report);

/// What is wrong with a worksheet's bytes, in words; nothing when they are good.
using WorksheetJudge = std::function<std::optional<QString>(QByteArrayView worksheet)>;

/// How the ledger of a case does not foot, in words; nothing when it does. Asked about worksheets as they are now.
using LedgerJudge = std::function<std::optional<QString>(QByteArrayView worksheet, const QString &evaluatedOn)>;

struct Judges {
    WorksheetJudge worksheet;
    LedgerJudge ledger;
};

/// Errors are what keeps a file from being checked: NotFound, Unreadable, NotACase, TooShort, TooNew, Busy. Damage is not
/// an error but a report.
ports::StoreResult<CheckReport> check(const QString &path, const Judges &judges = {},
                                      const ports::CheckProgress &progress = {});

} // namespace db
