#include "db/restore.h"
#include "cli/commands.h"
#include "db/backups.h"

#include <QDateTime>
#include <QFileInfo>

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

void describe(Arguments &arguments)
{
    arguments.option(u"case"_s, u"The case file; it need not exist."_s, u"file"_s)
        .option(u"from"_s, u"The backup that takes its place; without it, the backups there are."_s, u"backup"_s);
}

Outcome<ExitStatus> listAll(const QString &file)
{
    const auto backups = db::listBackups(file);
    if (!backups)
        return Unexpected(fromStore(file, backups.error()));
    QString text;
    for (const ports::BackupInfo &one : *backups)
        text += one.path + u"  "_s + QString::number((one.bytes + 1023) / 1024) + u" KiB\n"_s;
    if (text.isEmpty())
        text = u"no backups in "_s + db::backupFolderOf(file) + u'\n';
    if (const Step printed = print(text.toUtf8()); !printed)
        return Unexpected(printed.error());
    return Done;
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(0, 0, {}); !counted)
        return Unexpected(counted.error());
    const auto file = arguments.required(u"case"_s);
    if (!file)
        return Unexpected(file.error());
    if (!arguments.isSet(u"from"_s))
        return listAll(*file);
    const QString backup = arguments.value(u"from"_s);
    const QFileInfo target(*file);
    if (!QFileInfo(target.path()).isDir())
        return Unexpected(Failure{*file, {}, u"its folder does not exist"_s});
    if ((target.exists() && !target.isFile()) || (target.isSymLink() && !target.exists()))
        return Unexpected(Failure{*file, {}, u"is a folder or a link to nothing; it was left as it is"_s});
    const auto replaced = db::restore(backup, *file, QDateTime::currentDateTime());
    if (!replaced)
        return Unexpected(fromStore(backup, replaced.error()));
    QString text = *file + u": is "_s + backup + u" again\n"_s;
    if (!replaced->isEmpty())
        text += u"What it replaced is kept: "_s + *replaced + u'\n';
    if (const Step printed = print(text.toUtf8()); !printed)
        return Unexpected(printed.error());
    return Done;
}

} // namespace

Command restoreCommand()
{
    return {u"restore"_s, u"put a backup in the place of a case file"_s, describe, run};
}

} // namespace cli
