// Pipeline: every record of every case of a file: where it stands, what is due next, what was awarded. What is due first
// comes first.
#pragma once

#include "drafting/filedcase.h"
#include "filing/deadlines.h"
#include "ports/casestore.h"
#include "ports/filings.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace drafting {

struct PipelineRow {
    QString caseId;
    QString company;
    QString poolId;
    QString program; ///< the programme's short name
    QString title;
    QString status;
    QString reason; ///< that AWS gave with it
    domain::Money ask;
    domain::Money awarded;
    QStringList codes;
    QString opportunityId; ///< empty while it is not filed
    bool throughAce = false;
    std::vector<filing::Deadline> deadlines; ///< the earliest first

    std::optional<filing::Deadline> next() const
    {
        return deadlines.empty() ? std::nullopt : std::optional(deadlines.front());
    }
};

using FilingsByCase = std::vector<std::pair<QString, ports::CaseFilings>>;

/// A record's dates as a file lists it, with what became of it.
filing::RecordDates datesOf(const ports::StoredRecord &record, const RecordCourse &course);

/// The days of records that were saved before a file kept them with each, from the case as it is computed now.
void fillDays(ports::CaseSummary &summary, const ComputedCase &computed, const Shipped &shipped, QDate asOf);

/// Sorted by what is due; without a day last; then by company and pool. A pool that is not drafted any more but was filed
/// has its row too.
std::vector<PipelineRow> pipeline(const std::vector<ports::CaseSummary> &cases, const FilingsByCase &filings,
                                  const Shipped &shipped, QDate asOf);

/// A case whose days are neither in the file nor to be computed: its rows have none.
struct CaseWithoutDays {
    QString caseId;
    domain::InputError error;
};

struct FilePipeline {
    std::vector<PipelineRow> rows;
    std::vector<CaseWithoutDays> withoutDays;
};

/// The same of a whole file, read now.
ports::StoreResult<FilePipeline> pipelineOf(ports::CaseStore &store, const Shipped &shipped, QDate asOf);

/// Each deadline of each row as a day of a calendar (RFC 5545); empty when there is none. An export later replaces the
/// entries of an earlier one.
QByteArray pipelineCalendar(const std::vector<PipelineRow> &rows, const QDateTime &now);

/// As a table for a spreadsheet, cells safe from formulas.
QByteArray pipelineCsv(const std::vector<PipelineRow> &rows, QDate asOf);

} // namespace drafting
