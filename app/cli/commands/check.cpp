#include "db/check.h"
#include "cli/commands.h"
#include "messages/messages.h"
#include "worksheetfile/reader.h"

namespace cli {

using db::Damage;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

QString damageSentence(Damage damage)
{
    switch (damage) {
    case Damage::Header: return u"the file's header is damaged"_s;
    case Damage::Structure: return u"the file's structure is damaged"_s;
    case Damage::Schema: return u"a table, index or view is missing, changed or not Briefstack's"_s;
    case Damage::References: return u"rows belong to nothing"_s;
    case Damage::WorksheetText: return u"a stored worksheet is not JSON"_s;
    case Damage::WorksheetBytes: return u"a stored worksheet is not the one that was saved"_s;
    case Damage::WorksheetForm: return u"a stored worksheet is not of the worksheet format"_s;
    case Damage::Ledger: return u"the pools of a case do not add up to its projection"_s;
    case Damage::ListedFacts: return u"the list shows another company, website or stage than the worksheet"_s;
    case Damage::CompanyKeys: return u"a company would not be recognized as already in the file"_s;
    case Damage::Attachments: return u"an attached file is not the one that was saved"_s;
    case Damage::SearchText: return u"search words are missing or stale"_s;
    case Damage::SearchIndex: return u"the search index disagrees with its text"_s;
    }
    return {};
}

std::optional<QString> judge(QByteArrayView worksheet)
{
    const auto read = worksheetfile::read(worksheet);
    if (read)
        return std::nullopt;
    return read.error().path + u": "_s + messages::sentence(read.error());
}

void describe(Arguments &arguments)
{
    arguments.option(u"case"_s, u"The case file."_s, u"file"_s);
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(0, 0, {}); !counted)
        return Unexpected(counted.error());
    const auto file = arguments.required(u"case"_s);
    if (!file)
        return Unexpected(file.error());
    const auto report = db::check(*file, judge);
    if (!report)
        return Unexpected(fromStore(*file, report.error()));
    QString text = *file + u": "_s + QString::number(report->cases) + u" cases, "_s + QString::number(report->revisions)
                 + u" revisions, "_s + QString::number(report->records) + u" records, "_s
                 + (report->isSound() ? u"sound\n"_s : u"damaged\n"_s);
    for (const db::Problem &problem : report->problems)
        text += u"  "_s + damageSentence(problem.damage)
              + (problem.count > 1 ? u" ("_s + QString::number(problem.count) + u" times)"_s : QString())
              + (problem.detail.isEmpty() ? QString() : u": "_s + problem.detail) + u'\n';
    if (!report->isSound())
        text += u"Restore a backup; until then, export what can still be read.\n"_s;
    if (const Step printed = print(text.toUtf8()); !printed)
        return Unexpected(printed.error());
    return report->isSound() ? Done : WithFindings;
}

} // namespace

Command checkCommand()
{
    return {u"check"_s, u"integrity of a case file"_s, describe, run};
}

} // namespace cli
