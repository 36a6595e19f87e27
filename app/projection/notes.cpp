#include "projection/notes.h"

#include "domain/defaults.h"

namespace projection {

using domain::Severity;
using namespace Qt::StringLiterals;

namespace {

void noteMonths(const QString &field, const QString &name, std::optional<int> from, std::optional<int> to,
                Projection &projection)
{
    const QString end = u"the projection ends with month "_s + QString::number(projection.months);
    if (from && *from > projection.months) {
        projection.findings.push_back({u"month-beyond-projection"_s, Severity::Warning, field + u"/fromMonth"_s,
                                       name + u" starts in month "_s + QString::number(*from) + u", but "_s + end +
                                           u": nothing of it is projected."_s,
                                       u"Lengthen the projection or start earlier."_s});
    } else if (to && *to > projection.months) {
        projection.findings.push_back({u"month-beyond-projection"_s, Severity::Advice, field + u"/toMonth"_s,
                                       name + u" runs to month "_s + QString::number(*to) + u", but "_s + end + u'.',
                                       u"Lengthen the projection if the later months matter."_s});
    }
}

void noteSteps(const QString &field, const QString &name, const domain::Workload &workload, Projection &projection)
{
    for (const domain::Step &step : workload.steps) {
        if (step.month <= projection.months)
            continue;
        projection.findings.push_back({u"month-beyond-projection"_s, Severity::Advice,
                                       field + u"/steps/"_s + QString::number(step.month),
                                       name + u" steps up in month "_s + QString::number(step.month) +
                                           u", after the projection's last month "_s +
                                           QString::number(projection.months) + u'.',
                                       u"Lengthen the projection if the step matters."_s});
    }
}

/// The stated lifecycle of the row that priced the line.
void noteEndOfLife(const QString &field, const Line &line, const catalogue::RateBook &book, Projection &projection)
{
    const catalogue::Model *model = book.model(line.model);
    const catalogue::ModelRow *row = model ? model->row(line.basis.region, line.basis.scope) : nullptr;
    const QDate lastDay = projection.monthAt(projection.months).lastDay();
    if (!row || !row->endOfLife || *row->endOfLife > lastDay)
        return;
    projection.findings.push_back({u"model-end-of-life"_s, Severity::Warning, field + u"/model"_s,
                                   model->name + u" reaches its end of life on "_s +
                                       row->endOfLife->toString(Qt::ISODate) + u", before the projection ends on "_s +
                                       lastDay.toString(Qt::ISODate) + u'.',
                                   u"Choose a successor, or say in the record what it moves to."_s});
}

void noteStaleBook(const catalogue::RateBook &book, QDate asOf, Projection &projection)
{
    const qint64 age = book.asOf.daysTo(asOf);
    if (age <= kStaleAfterDays)
        return;
    projection.findings.push_back({u"rate-book-stale"_s, Severity::Warning, QString(),
                                   u"The rate book is of "_s + book.asOf.toString(Qt::ISODate) + u", "_s +
                                       QString::number(age) + u" days old."_s,
                                   u"Import current AWS price files before filing."_s});
}

} // namespace

void addNotes(const domain::Worksheet &worksheet, const catalogue::RateBook &book, QDate asOf, Projection &projection)
{
    noteStaleBook(book, asOf, projection);
    std::size_t next = 0; // lines stand in worksheet order
    for (const domain::UseCase &useCase : worksheet.useCases) {
        const QString base = u"useCases/"_s + useCase.id;
        for (const domain::Workload &workload : useCase.workloads) {
            const Line &line = projection.lines[next++];
            const QString field = base + u"/workloads/"_s + workload.id;
            noteMonths(field, line.name, workload.fromMonth, workload.toMonth, projection);
            noteSteps(field, line.name, workload, projection);
            noteEndOfLife(field, line, book, projection);
        }
        for (const domain::ServiceUse &service : useCase.services)
            noteMonths(base + u"/services/"_s + service.id, projection.lines[next++].name, service.fromMonth,
                       service.toMonth, projection);
    }
    for (const domain::ServiceUse &service : worksheet.footprint)
        noteMonths(u"footprint/"_s + service.id, projection.lines[next++].name, service.fromMonth, service.toMonth,
                   projection);
}

} // namespace projection
