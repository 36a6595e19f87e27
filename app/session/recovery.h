// Recovery: what an earlier session that ended without closing its file had typed and is in the file: which cases, which
// fields, until when. Everything is saved within a second, so this is all but the last second of it.
#pragma once

#include "ports/casestore.h"
#include "session/openfiles.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace session {

struct RecoveredCase {
    QString id;
    QString company;
    QStringList fields; ///< their names, in the order of the worksheet: "Headcount", "Requests a day of Answers"
    bool isNew = false; ///< the case was made in that session
    QDateTime savedAt;  ///< UTC, of the last thing saved
};

/// Cases in which nothing was typed are left out, as are those that cannot be read: opening them says why.
std::vector<RecoveredCase> recoveredCases(ports::CaseStore &store, const LeftMark &left);

} // namespace session
