#include "db/check.h"
#include "cli/commands.h"
#include "db/backups.h"
#include "db/repair.h"
#include "drafting/footing.h"
#include "messages/carewords.h"
#include "messages/messages.h"
#include "worksheetfile/reader.h"

#include <QDateTime>

#include <algorithm>

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

std::optional<QString> judge(QByteArrayView worksheet)
{
    const auto read = worksheetfile::read(worksheet);
    if (read)
        return std::nullopt;
    return read.error().path + u": "_s + messages::sentence(read.error());
}

void describe(Arguments &arguments)
{
    arguments.option(u"case"_s, u"The case file."_s, u"file"_s)
        .option(u"repair"_s, u"Put right what can be, after the damaged file was kept beside it."_s);
}

QString inWords(const QString &file, const ports::CheckReport &report)
{
    QString text = file + u": "_s + QString::number(report.cases) + u" cases, "_s + QString::number(report.revisions)
                 + u" revisions, "_s + QString::number(report.records) + u" records, "_s
                 + (report.isSound() ? u"sound\n"_s : u"damaged\n"_s);
    for (const ports::Problem &problem : report.problems)
        text += u"  "_s + messages::sentence(problem) + u'\n';
    return text;
}

Outcome<ExitStatus> ended(const QString &text, const ports::CheckReport &last)
{
    if (const Step printed = print(text.toUtf8()); !printed)
        return Unexpected(printed.error());
    return last.isSound() ? Done : WithFindings;
}

/// The way back when a repair could not save everything.
QString wayBack(const QString &file)
{
    const auto backups = db::listBackups(file);
    const auto newest = backups ? std::ranges::find_if(*backups, [](const auto &one) { return one.madeAt.isValid(); })
                                : decltype(backups->begin()){};
    if (!backups || newest == backups->end())
        return u"There is no backup in "_s + db::backupFolderOf(file) + u".\n"_s;
    return u"The newest backup: `briefstack-cli restore --case "_s + file + u" --from "_s + newest->path + u"`\n"_s;
}

/// The way out where a repair changes nothing.
QString unrepaired(const QString &file, const ports::CheckReport &report)
{
    const bool isRead = std::ranges::none_of(report.problems, [](const ports::Problem &one) {
        return one.damage == ports::Damage::Header || one.damage == ports::Damage::Schema;
    });
    return (isRead ? u"Restore a backup; until then, export what can still be read.\n"_s
                   : u"Nothing is read from such a file: restore a backup.\n"_s)
         + wayBack(file);
}

Outcome<ExitStatus> repairIt(const QString &file, const db::Judges &judges)
{
    const auto report = db::repair(file, QDateTime::currentDateTime(), judges);
    if (!report)
        return Unexpected(fromStore(file, report.error()));
    QString text = inWords(file, report->before);
    if (report->before.isSound())
        return ended(text, report->after);
    if (report->done.empty())
        return ended(text + u"None of this can be repaired, and nothing was changed. "_s
                         + unrepaired(file, report->after),
                     report->after);
    text += u"Repaired; the file as it was is kept: "_s + report->backup + u'\n';
    for (const ports::Repaired &one : report->done)
        text += u"  "_s + messages::sentence(one) + u'\n';
    text += inWords(file, report->after);
    if (!report->after.isSound())
        return ended(text + u"Restore a backup; until then, export what can still be read.\n"_s + wayBack(file),
                     report->after);
    if (report->lostCases() == 0)
        return ended(text, report->after);
    // Sound, but not all that was there: no success.
    text +=
        QString::number(report->lostCases()) + u" cases could not be saved; a backup may have them. "_s + wayBack(file);
    if (const Step printed = print(text.toUtf8()); !printed)
        return Unexpected(printed.error());
    return WithFindings;
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(0, 0, {}); !counted)
        return Unexpected(counted.error());
    const auto file = arguments.required(u"case"_s);
    if (!file)
        return Unexpected(file.error());
    const auto data = shipped(arguments);
    if (!data)
        return Unexpected(data.error());
    const db::Judges judges{judge, [&](QByteArrayView worksheet, const QString &evaluatedOn) {
                                return drafting::ledgerDifference(worksheet, evaluatedOn, *data);
                            }};
    if (arguments.isSet(u"repair"_s))
        return repairIt(*file, judges);
    const auto report = db::check(*file, judges);
    if (!report)
        return Unexpected(fromStore(*file, report.error()));
    QString text = inWords(*file, *report);
    if (!report->isSound() && !report->canBeRepaired())
        text += u"A repair cannot put this right. "_s + unrepaired(*file, *report);
    else if (!report->isSound())
        text +=
            u"Restore a backup, or run `briefstack-cli check --repair`; until then, export what can still be read.\n"_s;
    return ended(text, *report);
}

} // namespace

Command checkCommand()
{
    return {u"check"_s, u"integrity of a case file; --repair puts right what can be"_s, describe, run};
}

} // namespace cli
