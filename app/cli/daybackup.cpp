#include "cli/daybackup.h"

#include "cli/context.h"
#include "db/backups.h"
#include "messages/messages.h"

#include <QDateTime>
#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

void backUpFirst(const QString &caseFile)
{
    if (!QFileInfo::exists(caseFile))
        return;
    if (const auto made = db::backUpIfDue(caseFile, QDateTime::currentDateTime()); !made)
        complain({caseFile,
                  {},
                  u"no backup of it was made today, and it is saved without one: "_s
                      + messages::noBackupSentence(made.error())});
}

} // namespace cli
