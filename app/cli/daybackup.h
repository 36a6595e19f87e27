// The day's backup of a case file, made by the first command of a day that saves to it.
#pragma once

#include <QString>

namespace cli {

/// Before a save is committed, while others still read the file as it was. A missing file has none; a backup that cannot be
/// made is complained about and keeps nobody from saving.
void backUpFirst(const QString &caseFile);

} // namespace cli
