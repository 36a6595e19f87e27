#include "cli/commands.h"
#include "cli/texttable.h"
#include "db/casestore.h"
#include "json/writer.h"

namespace cli {

using domain::Unexpected;
using ports::CaseSummary;
using namespace Qt::StringLiterals;

namespace {

const QStringList kStatuses{u"drafting"_s, u"ready"_s,    u"filed"_s,          u"in-review"_s, u"action-required"_s,
                            u"approved"_s, u"rejected"_s, u"credits-issued"_s, u"expired"_s};

/// Text is counted in code points, as everywhere in our JSON.
void writeHits(json::Writer &out, const std::vector<ports::SearchHit> &hits)
{
    const auto codePoints = [](QStringView text) { return text.toUcs4().size(); };
    out.key("found"_L1).beginArray();
    for (const ports::SearchHit &hit : hits) {
        out.beginObject().member("field"_L1, hit.field).member("label"_L1, hit.label).member("text"_L1, hit.text);
        out.key("ranges"_L1).beginArray();
        for (const ports::TextRange &range : hit.ranges) {
            const QStringView text(hit.text);
            out.beginInlineArray()
                .integer(codePoints(text.first(range.start)))
                .integer(codePoints(text.sliced(range.start, range.length)))
                .endInlineArray();
        }
        out.endArray().endObject();
    }
    out.endArray();
}

/// The first hit with what was found in brackets; what of a hit is highlighted on a screen.
QString foundIn(const std::vector<ports::SearchHit> &hits)
{
    if (hits.empty())
        return {};
    const ports::SearchHit &hit = hits.front();
    QString text = hit.text;
    for (auto range = hit.ranges.rbegin(); range != hit.ranges.rend(); ++range) {
        text.insert(range->start + range->length, u']');
        text.insert(range->start, u'[');
    }
    return hit.label + u": "_s + text;
}

QByteArray casesJson(const std::vector<CaseSummary> &cases)
{
    json::Writer out;
    out.beginObject().member("format"_L1, u"briefstack-cases"_s).member("version"_L1, 1);
    out.key("cases"_L1).beginArray();
    for (const CaseSummary &summary : cases) {
        out.beginObject()
            .member("id"_L1, summary.id)
            .member("company"_L1, summary.company)
            .member("website"_L1, summary.website)
            .member("stage"_L1, summary.stage)
            .member("status"_L1, summary.status);
        out.key("asks"_L1).beginArray();
        for (const ports::StoredRecord &record : summary.records)
            out.beginObject().member("pool"_L1, record.poolId).member("amount"_L1, record.ask.toString()).endObject();
        out.endArray().member("updatedAt"_L1, summary.updatedAt.toString(Qt::ISODate));
        if (!summary.found.empty())
            writeHits(out, summary.found);
        out.endObject();
    }
    out.endArray().endObject();
    return out.take();
}

QByteArray casesTable(const std::vector<CaseSummary> &cases, bool searched)
{
    if (cases.empty())
        return "No case matches.\n";
    QStringList heads{u"Case"_s, u"Company"_s, u"Stage"_s, u"Status"_s, u"Asks, US dollars"_s, u"Changed"_s};
    if (searched)
        heads += u"Found in"_s;
    TextTable table(heads);
    for (const CaseSummary &summary : cases) {
        QStringList asks;
        for (const ports::StoredRecord &record : summary.records)
            asks.append(record.poolId + u' ' + record.ask.toString());
        QStringList cells{summary.id,     summary.company,    summary.stage,
                          summary.status, asks.join(u", "_s), summary.updatedAt.toString(Qt::ISODate)};
        if (searched)
            cells += foundIn(summary.found);
        table.addRow(cells);
    }
    return table.toString().toUtf8();
}

void describe(Arguments &arguments)
{
    arguments.option(u"case"_s, u"The case file."_s, u"file"_s)
        .option(
            u"search"_s,
            u"Only cases with these words, each may be a beginning: in company, website or titles first, then anywhere "
            "in worksheet, notes and filings (words of three letters or more)."_s,
            u"text"_s)
        .option(u"status"_s, u"Only cases of this status: "_s + kStatuses.join(u", "_s) + u'.', u"status"_s)
        .option(u"format"_s, u"table or json."_s, u"format"_s, u"table"_s);
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(0, 0, {}); !counted)
        return Unexpected(counted.error());
    const auto file = arguments.required(u"case"_s);
    if (!file)
        return Unexpected(file.error());
    const auto format = arguments.oneOf(u"format"_s, {u"table"_s, u"json"_s});
    if (!format)
        return Unexpected(format.error());
    ports::ListFilter filter;
    filter.search = arguments.value(u"search"_s);
    if (arguments.isSet(u"status"_s)) {
        const auto status = arguments.oneOf(u"status"_s, kStatuses);
        if (!status)
            return Unexpected(status.error());
        filter.status = *status;
    }
    const auto store = db::openCaseStore(*file, db::OpenMode::Read);
    if (!store)
        return Unexpected(fromStore(*file, store.error()));
    const auto cases = (*store)->list(filter);
    if (!cases)
        return Unexpected(fromStore(*file, cases.error()));
    const Step printed =
        print(*format == u"json" ? casesJson(*cases) : casesTable(*cases, !filter.search.trimmed().isEmpty()));
    if (!printed)
        return Unexpected(printed.error());
    return Done;
}

} // namespace

Command listCommand()
{
    return {u"list"_s, u"the cases of a case file, last changed first, or those with certain words"_s, describe, run};
}

} // namespace cli
