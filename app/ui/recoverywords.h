// Recovery words: what came back of a session that ended without closing its file, in sentences: which case, which fields,
// until when.
#pragma once

#include "session/recovery.h"

#include <QString>

#include <vector>

namespace ui {

/// Empty when nothing came back. `now` decides whether the day is named.
QString recoveryWords(const std::vector<session::RecoveredCase> &cases, const QString &caseFile, const QDateTime &now);

} // namespace ui
