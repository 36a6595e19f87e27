#include "drafting/pipeline.h"
#include "cli/commands.h"
#include "cli/openedcase.h"
#include "cli/texttable.h"
#include "db/casestore.h"
#include "json/writer.h"

#include <QDateTime>

namespace cli {

using domain::Unexpected;
using drafting::PipelineRow;
using namespace Qt::StringLiterals;

namespace {

void describe(Arguments &arguments)
{
    arguments.option(u"case"_s, u"The case file."_s, u"file"_s)
        .option(u"status"_s, u"Only records of this status."_s, u"status"_s)
        .option(u"format"_s, u"table, json, csv, or ics for a calendar."_s, u"format"_s, u"table"_s)
        .withRates()
        .withProgrammes();
}

QByteArray table(const std::vector<PipelineRow> &rows, QDate asOf)
{
    TextTable table({u"DUE"_s, u"DAYS"_s, u"NEXT"_s, u"COMPANY"_s, u"PROGRAM"_s, u"STATUS"_s, u"ASK"_s, u"AWARDED"_s,
                     u"OPPORTUNITY"_s});
    for (const PipelineRow &row : rows) {
        const auto next = row.next();
        table.addRow(
            {next ? next->on.toString(Qt::ISODate) : u"-"_s, next ? QString::number(asOf.daysTo(next->on)) : QString(),
             next ? filing::labelOf(next->kind) : QString(), row.company, row.program, row.status, row.ask.toString(),
             row.awarded.isZero() ? QString() : row.awarded.toString(), row.opportunityId});
    }
    return table.toString().toUtf8();
}

QByteArray jsonOf(const std::vector<PipelineRow> &rows, QDate asOf)
{
    json::Writer out;
    out.beginObject().member("format"_L1, u"briefstack-pipeline"_s).member("version"_L1, 1);
    out.member("evaluatedOn"_L1, asOf.toString(Qt::ISODate)).key("records"_L1).beginArray();
    for (const PipelineRow &row : rows) {
        out.beginObject().member("case"_L1, row.caseId).member("company"_L1, row.company);
        out.member("pool"_L1, row.poolId).member("program"_L1, row.program).member("title"_L1, row.title);
        out.member("status"_L1, row.status).member("reason"_L1, row.reason);
        out.member("ask"_L1, row.ask.toString()).member("awarded"_L1, row.awarded.toString());
        out.strings("codes"_L1, row.codes);
        out.member("opportunityId"_L1, row.opportunityId).key("deadlines"_L1).beginArray();
        for (const filing::Deadline &deadline : row.deadlines) {
            out.beginObject().member("what"_L1, filing::wordOf(deadline.kind));
            out.member("on"_L1, deadline.on.toString(Qt::ISODate)).endObject();
        }
        out.endArray().endObject();
    }
    out.endArray().endObject();
    return out.take();
}

Outcome<std::vector<PipelineRow>> rowsOf(const QString &file, const Arguments &arguments,
                                         const drafting::Shipped &shipped)
{
    const auto store = db::openCaseStore(file, db::OpenMode::Read);
    if (!store)
        return Unexpected(fromStore(file, store.error()));
    auto made = drafting::pipelineOf(**store, shipped, arguments.asOf());
    if (!made)
        return Unexpected(fromStore(file, made.error()));
    if (!made->withoutDays.empty()) {
        const drafting::CaseWithoutDays &first = made->withoutDays.front();
        return Unexpected(fromInput(caseInFile(file, first.caseId), first.error));
    }
    std::vector<PipelineRow> rows = std::move(made->rows);
    if (arguments.isSet(u"status"_s))
        std::erase_if(rows, [&](const PipelineRow &row) { return row.status != arguments.value(u"status"_s); });
    return rows;
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(0, 0, {}); !counted)
        return Unexpected(counted.error());
    const auto file = arguments.required(u"case"_s);
    if (!file)
        return Unexpected(file.error());
    const auto format = arguments.oneOf(u"format"_s, {u"table"_s, u"json"_s, u"csv"_s, u"ics"_s});
    if (!format)
        return Unexpected(format.error());
    const auto data = shipped(arguments);
    if (!data)
        return Unexpected(data.error());
    if (arguments.isSet(u"status"_s) && !data->filingRules.status(arguments.value(u"status"_s)))
        return Unexpected(usage(u"--status: there is no status \""_s + arguments.value(u"status"_s) + u'"'));
    const auto rows = rowsOf(*file, arguments, *data);
    if (!rows)
        return Unexpected(rows.error());
    QByteArray text;
    if (*format == u"ics") {
        text = drafting::pipelineCalendar(*rows, QDateTime::currentDateTimeUtc());
        if (text.isEmpty())
            return Unexpected(Failure{*file, {}, u"nothing is due: a calendar has at least one day"_s});
    } else {
        text = *format == u"json" ? jsonOf(*rows, arguments.asOf())
             : *format == u"csv"  ? drafting::pipelineCsv(*rows, arguments.asOf())
                                  : table(*rows, arguments.asOf());
    }
    if (const Step printed = print(text); !printed)
        return Unexpected(printed.error());
    return Done;
}

} // namespace

Command pipelineCommand()
{
    return {u"pipeline"_s, u"all records of a case file by what is due next; as a calendar"_s, describe, run};
}

} // namespace cli
