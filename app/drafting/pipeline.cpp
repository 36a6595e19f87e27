#include "drafting/pipeline.h"

#include "documents/csv.h"
#include "drafting/casedraft.h"
#include "filing/calendar.h"
#include "worksheetfile/reader.h"

#include <algorithm>

namespace drafting {

using domain::Unexpected;
using filing::Deadline;
using namespace Qt::StringLiterals;

namespace {

PipelineRow rowOf(const ports::CaseSummary &summary, const ports::StoredRecord &record, const RecordCourse &course,
                  const Shipped &shipped, QDate asOf)
{
    PipelineRow row;
    row.caseId = summary.id;
    row.company = summary.company;
    row.poolId = record.poolId;
    row.title = record.title;
    row.status = course.since.isValid() ? course.status : record.status;
    row.reason = course.reason;
    row.ask = record.ask;
    row.awarded = course.awarded;
    for (const ports::Award &award : course.awards)
        row.codes.append(award.code);
    if (course.last)
        row.opportunityId = course.last->opportunityId;
    const catalogue::Programme *programme = shipped.programmes.find(record.programme);
    row.program = programme ? programme->shortName : record.programme;
    row.throughAce = programme && programme->filedThroughAce;
    if (programme)
        row.deadlines = filing::deadlines(datesOf(record, course), *programme, shipped.filingRules, asOf);
    return row;
}

const ports::CaseFilings &filingsOf(const FilingsByCase &filings, const QString &caseId)
{
    static const ports::CaseFilings kNone;
    const auto found = std::ranges::find(filings, caseId, &FilingsByCase::value_type::first);
    return found == filings.end() ? kNone : found->second;
}

bool lacksDays(const ports::CaseSummary &summary)
{
    return !std::ranges::all_of(summary.records,
                                [](const ports::StoredRecord &one) { return one.windowFrom.isValid(); });
}

domain::Result<ComputedCase, domain::InputError> computeNow(const QByteArray &facts, const Shipped &shipped, QDate asOf)
{
    const auto worksheet = worksheetfile::read(facts);
    if (!worksheet)
        return Unexpected(worksheet.error());
    return compute(*worksheet, shipped.rates, shipped.programmes, asOf);
}

/// Filed, and not drafted any more: what AWS has of it goes on.
void addDropped(const ports::CaseSummary &summary, const ports::CaseFilings &filings, const Shipped &shipped,
                QDate asOf, std::vector<PipelineRow> &rows)
{
    for (const RecordCourse &course : coursesOf(filings)) {
        if (std::ranges::find(summary.records, course.poolId, &ports::StoredRecord::poolId) != summary.records.end())
            continue;
        ports::StoredRecord record;
        record.poolId = course.poolId;
        record.programme = course.poolId; // as pools are named unless a person named them
        record.title = u"No longer in the stack"_s;
        rows.push_back(rowOf(summary, record, course, shipped, asOf));
    }
}

QString listedName(const PipelineRow &row)
{
    return row.company + u", "_s + row.program;
}

QString descriptionOf(const PipelineRow &row)
{
    QStringList lines{row.title, u"Status: "_s + row.status, u"Ask: $"_s + row.ask.toString()};
    if (!row.opportunityId.isEmpty())
        lines.append(u"Opportunity: "_s + row.opportunityId);
    if (!row.awarded.isZero())
        lines.append(u"Awarded: $"_s + row.awarded.toString());
    return lines.join(u'\n');
}

} // namespace

filing::RecordDates datesOf(const ports::StoredRecord &record, const RecordCourse &course)
{
    filing::RecordDates dates;
    dates.status = course.since.isValid() ? course.status : record.status;
    dates.windowStarts = record.windowFrom;
    dates.windowEnds = record.windowTo;
    dates.targetClose = record.targetClose;
    dates.validUntil = record.validTo;
    dates.creditsExpire = course.creditsExpire;
    if (course.last)
        dates.filedOn = course.last->filedOn;
    dates.statusSince = course.since;
    return dates;
}

std::vector<PipelineRow> pipeline(const std::vector<ports::CaseSummary> &cases, const FilingsByCase &filings,
                                  const Shipped &shipped, QDate asOf)
{
    std::vector<PipelineRow> rows;
    for (const ports::CaseSummary &summary : cases) {
        const ports::CaseFilings &ofCase = filingsOf(filings, summary.id);
        for (const ports::StoredRecord &record : summary.records)
            rows.push_back(rowOf(summary, record, courseOf(ofCase, record.poolId), shipped, asOf));
        addDropped(summary, ofCase, shipped, asOf, rows);
    }
    std::ranges::stable_sort(rows, [](const PipelineRow &a, const PipelineRow &b) {
        const auto left = a.next();
        const auto right = b.next();
        if (left.has_value() != right.has_value())
            return left.has_value();
        if (left && left->on != right->on)
            return left->on < right->on;
        return std::pair(a.company, a.poolId) < std::pair(b.company, b.poolId);
    });
    return rows;
}

void fillDays(ports::CaseSummary &summary, const ComputedCase &computed, const Shipped &shipped, QDate asOf)
{
    if (!lacksDays(summary))
        return;
    for (const ports::StoredRecord &fresh : caseDraft(computed, shipped, asOf).records) {
        const auto old = std::ranges::find(summary.records, fresh.poolId, &ports::StoredRecord::poolId);
        if (old == summary.records.end())
            continue;
        old->windowFrom = fresh.windowFrom;
        old->windowTo = fresh.windowTo;
        old->targetClose = fresh.targetClose;
        old->validTo = fresh.validTo;
    }
}

ports::StoreResult<FilePipeline> pipelineOf(ports::CaseStore &store, const Shipped &shipped, QDate asOf)
{
    auto cases = store.list({});
    if (!cases)
        return Unexpected(cases.error());
    FilePipeline made;
    for (ports::CaseSummary &summary : *cases) {
        if (!lacksDays(summary))
            continue;
        const auto stored = store.load(summary.id);
        if (!stored)
            return Unexpected(stored.error());
        if (const auto computed = computeNow(stored->worksheet, shipped, asOf))
            fillDays(summary, *computed, shipped, asOf);
        else
            made.withoutDays.push_back({summary.id, computed.error()});
    }
    const auto filings = store.filings()->allFilings();
    if (!filings)
        return Unexpected(filings.error());
    made.rows = pipeline(*cases, *filings, shipped, asOf);
    return made;
}

QByteArray pipelineCalendar(const std::vector<PipelineRow> &rows, const QDateTime &now)
{
    std::vector<filing::CalendarEntry> entries;
    for (const PipelineRow &row : rows) {
        for (const Deadline &deadline : row.deadlines)
            entries.push_back({row.caseId + u'-' + row.poolId + u'-' + filing::wordOf(deadline.kind) + u"@briefstack"_s,
                               deadline.on, filing::labelOf(deadline.kind) + u": "_s + listedName(row),
                               descriptionOf(row)});
    }
    return filing::calendar(entries, now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s));
}

QByteArray pipelineCsv(const std::vector<PipelineRow> &rows, QDate asOf)
{
    documents::Csv csv({u"Company"_s, u"Program"_s, u"Status"_s, u"Next"_s, u"Due"_s, u"Days left"_s, u"Ask (USD)"_s,
                        u"Awarded (USD)"_s, u"Codes"_s, u"Opportunity"_s, u"Title"_s, u"Reason"_s, u"Case"_s,
                        u"Pool"_s});
    for (const PipelineRow &row : rows) {
        const auto next = row.next();
        csv.addRow({row.company, row.program, row.status, next ? filing::labelOf(next->kind) : QString(),
                    next ? next->on.toString(Qt::ISODate) : QString(),
                    next ? QString::number(asOf.daysTo(next->on)) : QString(), row.ask.toString(),
                    row.awarded.toString(), row.codes.join(u' '), row.opportunityId, row.title, row.reason, row.caseId,
                    row.poolId});
    }
    return csv.take();
}

} // namespace drafting
