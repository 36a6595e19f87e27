#include "cli/filingsoutput.h"

#include "cli/texttable.h"
#include "domain/oneline.h"
#include "drafting/pipeline.h"
#include "filing/freeze.h"
#include "filing/reason.h"
#include "filing/status.h"
#include "json/writer.h"

#include <algorithm>

namespace cli {

using domain::Unexpected;
using drafting::RecordCourse;
using namespace Qt::StringLiterals;

namespace {

QString isoDay(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

/// The pools that are asked for: those of the stack, then those that were filed and are not in it.
QStringList poolsOf(const FiledCase &one, const QString &poolId)
{
    QStringList pools;
    for (const records::Record &record : one.computed().stack.records)
        pools.append(record.poolId);
    for (const RecordCourse &course : drafting::coursesOf(one.filings())) {
        if (!pools.contains(course.poolId))
            pools.append(course.poolId);
    }
    return poolId.isEmpty() || !pools.contains(poolId) ? pools : QStringList{poolId};
}

filing::Editability editabilityOf(const FiledCase &one, const RecordCourse &course, const catalogue::FilingRules &rules,
                                  const QString &path)
{
    return filing::editability(rules, path, course.status, drafting::stageOf(one.computed(), course.poolId));
}

/// The fields that a reason is about, each with whether it can be changed.
QString reasonText(const FiledCase &one, const RecordCourse &course, const catalogue::FilingRules &rules)
{
    const filing::ParsedReason parsed = filing::parseReason(rules, course.reason);
    QString text = course.poolId + u':';
    for (const QString &line : parsed.text.split(u'\n'))
        text += u' ' + domain::oneLine(line) + u'\n'; // pasted: it may not act on the terminal
    for (const QString &todo : parsed.todo)
        text += u"  "_s + todo + u'\n';
    for (const filing::ConcernedField &field : parsed.fields) {
        const filing::Editability edit = editabilityOf(one, course, rules, field.path);
        text += u"  "_s + rules.field(field.path)->label + u": "_s
              + (edit.open ? QString(u"open"_s) : QString(u"locked. "_s + edit.why)) + u'\n';
    }
    return text;
}

void writeReason(json::Writer &out, const FiledCase &one, const RecordCourse &course,
                 const catalogue::FilingRules &rules)
{
    const filing::ParsedReason parsed = filing::parseReason(rules, course.reason);
    out.member("reason"_L1, parsed.text);
    out.strings("reasons"_L1, parsed.reasons);
    out.key("fields"_L1).beginArray();
    for (const filing::ConcernedField &field : parsed.fields) {
        const filing::Editability edit = editabilityOf(one, course, rules, field.path);
        out.beginObject();
        out.member("path"_L1, field.path).member("label"_L1, rules.field(field.path)->label);
        out.member("open"_L1, edit.open).member("why"_L1, edit.why);
        out.endObject();
    }
    out.endArray();
    out.strings("openFields"_L1,
                filing::openFields(rules, course.status, drafting::stageOf(one.computed(), course.poolId)));
}

void writeFilings(json::Writer &out, const ports::CaseFilings &filings, const QString &poolId)
{
    out.key("filings"_L1).beginArray();
    for (const ports::Filing &filed : filings.filings) {
        if (filed.poolId != poolId)
            continue;
        out.beginObject();
        out.member("number"_L1, filed.number).member("revision"_L1, filed.revision);
        out.member("channel"_L1, filed.channel).member("filedOn"_L1, isoDay(filed.filedOn));
        out.member("opportunityId"_L1, filed.opportunityId).member("changes"_L1, filed.changes);
        out.key("files"_L1).beginArray();
        for (const ports::FiledFileInfo &file : filed.files) {
            out.beginObject();
            out.member("name"_L1, file.name).member("sha256"_L1, file.sha256).member("bytes"_L1, file.size);
            out.endObject();
        }
        out.endArray().endObject();
    }
    out.endArray();
    out.key("statuses"_L1).beginArray();
    for (const ports::StatusChange &change : filings.changes) {
        if (change.poolId != poolId)
            continue;
        out.beginObject();
        out.member("status"_L1, change.status).member("on"_L1, isoDay(change.on)).member("reason"_L1, change.reason);
        out.endObject();
    }
    out.endArray();
}

void writeAwards(json::Writer &out, const RecordCourse &course)
{
    out.key("credits"_L1).beginArray();
    for (const ports::Award &award : course.awards) {
        out.beginObject();
        out.member("code"_L1, award.code).member("amountUsd"_L1, award.amount.toString());
        out.member("issuedOn"_L1, isoDay(award.issuedOn)).member("expiresOn"_L1, isoDay(award.expiresOn));
        out.member("accountId"_L1, award.accountId);
        out.endObject();
    }
    out.endArray();
}

Step writeChanges(json::Writer &out, const FiledCase &one, const RecordCourse &course,
                  const catalogue::FilingRules &rules)
{
    const auto context = one.contextOf(course.poolId);
    if (!context)
        return Unexpected(context.error());
    out.key("changedSinceFiled"_L1).beginArray();
    for (const filing::RequestChange &change : drafting::changesSinceFiled(*context, course.poolId)) {
        out.beginObject();
        out.member("path"_L1, change.path).member("label"_L1, change.label);
        out.member("before"_L1, change.before).member("after"_L1, change.after);
        out.member("open"_L1, editabilityOf(one, course, rules, change.path).open);
        out.endObject();
    }
    out.endArray();
    return {};
}

} // namespace

Outcome<QByteArray> filingsTable(const FiledCase &one, const QString &poolId, const drafting::Shipped &shipped,
                                 QDate asOf)
{
    TextTable table({u"POOL"_s, u"STATUS"_s, u"SINCE"_s, u"OPPORTUNITY"_s, u"REVISION"_s, u"NEXT"_s, u"DUE"_s});
    QString below;
    const QStringList pools = poolsOf(one, poolId);
    ports::CaseSummary summary = one.stored().summary;
    drafting::fillDays(summary, one.computed(), shipped, asOf);
    const std::vector<drafting::PipelineRow> rows =
        drafting::pipeline({summary}, {{summary.id, one.filings()}}, shipped, asOf);
    for (const QString &pool : pools) {
        const RecordCourse course = drafting::courseOf(one.filings(), pool);
        const auto row = std::ranges::find(rows, pool, &drafting::PipelineRow::poolId);
        const auto next = row == rows.end() ? std::nullopt : row->next();
        table.addRow({pool, course.status, isoDay(course.since), course.last ? course.last->opportunityId : QString(),
                      course.last ? QString::number(course.last->number) : QString(),
                      next ? filing::labelOf(next->kind) : QString(), next ? isoDay(next->on) : QString()});
        if (course.status == "action-required"_L1)
            below += reasonText(one, course, shipped.filingRules);
        const auto context = one.contextOf(pool);
        if (!context)
            return Unexpected(context.error());
        for (const domain::Finding &finding : drafting::changeFindings(*context, pool))
            below += pool + u": "_s + finding.message + u' ' + finding.fix + u'\n';
    }
    return (table.toString() + below).toUtf8();
}

Outcome<QByteArray> filingsJson(const FiledCase &one, const QString &poolId, const drafting::Shipped &shipped,
                                QDate asOf)
{
    json::Writer out;
    out.beginObject().member("format"_L1, u"briefstack-filings"_s).member("version"_L1, 1);
    out.member("evaluatedOn"_L1, isoDay(asOf)).member("case"_L1, one.stored().summary.id);
    out.key("records"_L1).beginArray();
    for (const QString &pool : poolsOf(one, poolId)) {
        const RecordCourse course = drafting::courseOf(one.filings(), pool);
        out.beginObject().member("pool"_L1, pool).member("status"_L1, course.status);
        out.member("since"_L1, isoDay(course.since));
        writeReason(out, one, course, shipped.filingRules);
        out.strings("next"_L1, filing::nextStatuses(shipped.filingRules, course.status,
                                                    drafting::goesThroughAce(one.computed(), course)));
        writeFilings(out, one.filings(), pool);
        writeAwards(out, course);
        if (const Step written = writeChanges(out, one, course, shipped.filingRules); !written)
            return Unexpected(written.error());
        out.endObject();
    }
    out.endArray().endObject();
    return out.take();
}

} // namespace cli
