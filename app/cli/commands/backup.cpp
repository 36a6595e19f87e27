#include "db/backup.h"
#include "cli/commands.h"
#include "cli/newfolder.h"

#include <QDateTime>

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

void describe(Arguments &arguments)
{
    arguments.option(u"case"_s, u"The case file."_s, u"file"_s)
        .option(u"to"_s, u"The folder that takes the copy; made when missing."_s, u"folder"_s);
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(0, 0, {}); !counted)
        return Unexpected(counted.error());
    const auto file = arguments.required(u"case"_s);
    if (!file)
        return Unexpected(file.error());
    const auto folder = arguments.required(u"to"_s);
    if (!folder)
        return Unexpected(folder.error());
    auto made = NewFolder::make(*folder);
    if (!made)
        return Unexpected(made.error());
    const auto copy = db::backup(*file, *folder, QDateTime::currentDateTime());
    if (!copy)
        return Unexpected(fromStore(*file, copy.error()));
    made->keep();
    if (const Step printed = print((*copy + u'\n').toUtf8()); !printed)
        return Unexpected(printed.error());
    return Done;
}

} // namespace

Command backupCommand()
{
    return {u"backup"_s, u"make a verified copy of a case file"_s, describe, run};
}

} // namespace cli
