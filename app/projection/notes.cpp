#include "projection/notes.h"

#include "domain/defaults.h"

#include <algorithm>

namespace projection {

using domain::Severity;
using namespace Qt::StringLiterals;

namespace {

/// Where a line stands, by ids. Made into text only when there is something to say: most lines need none.
struct LinePlace {
    const domain::UseCase *useCase = nullptr; ///< none: the footprint
    QStringView list;
    const QString &id;

    QString path(QStringView key) const
    {
        const QString base = useCase ? u"useCases/"_s + useCase->id + u'/' : QString();
        return base + list + u'/' + id + key;
    }
};

void noteMonths(const LinePlace &place, const QString &name, std::optional<int> from, std::optional<int> to,
                Projection &projection)
{
    const int last = projection.months;
    if ((!from || *from <= last) && (!to || *to <= last))
        return;
    const QString end = u"the projection ends with month "_s + QString::number(projection.months);
    if (from && *from > projection.months) {
        projection.findings.push_back({u"month-beyond-projection"_s, Severity::Warning, place.path(u"/fromMonth"),
                                       name + u" starts in month "_s + QString::number(*from) + u", but "_s + end
                                           + u": nothing of it is projected."_s,
                                       u"Lengthen the projection or start earlier."_s});
    } else if (to && *to > projection.months) {
        projection.findings.push_back({u"month-beyond-projection"_s, Severity::Advice, place.path(u"/toMonth"),
                                       name + u" runs to month "_s + QString::number(*to) + u", but "_s + end + u'.',
                                       u"Lengthen the projection if the later months matter."_s});
    }
}

void noteSteps(const LinePlace &place, const QString &name, const domain::Workload &workload, Projection &projection)
{
    for (const domain::Step &step : workload.steps) {
        if (step.month <= projection.months)
            continue;
        projection.findings.push_back(
            {u"month-beyond-projection"_s, Severity::Advice, place.path(u"/steps/") + QString::number(step.month),
             name + u" steps up in month "_s + QString::number(step.month) + u", after the projection's last month "_s
                 + QString::number(projection.months) + u'.',
             u"Lengthen the projection if the step matters."_s});
    }
}

/// The stated lifecycle of the row that priced the line.
void noteEndOfLife(const LinePlace &place, const Line &line, Projection &projection)
{
    if (!line.basis.endOfLife)
        return;
    const QDate lastDay = projection.monthAt(projection.months).lastDay();
    if (*line.basis.endOfLife > lastDay)
        return;
    projection.findings.push_back({u"model-end-of-life"_s, Severity::Warning, place.path(u"/model"),
                                   line.modelName + u" reaches its end of life on "_s
                                       + line.basis.endOfLife->toString(Qt::ISODate)
                                       + u", before the projection ends on "_s + lastDay.toString(Qt::ISODate) + u'.',
                                   u"Choose a successor, or say in the record what it moves to."_s});
}

/// Rates that AWS charges only later, or has announced only for a time that ends inside the projection. The book's rate
/// holds for every month all the same: what follows is not known.
void noteValidity(const LinePlace &place, const Line &line, Projection &projection)
{
    const LineBasis &basis = line.basis;
    const QDate firstDay = projection.startMonth.firstDay();
    const QDate lastDay = projection.monthAt(projection.months).lastDay();
    if (basis.validFrom && *basis.validFrom > firstDay) {
        projection.findings.push_back({u"rate-starts-later"_s, Severity::Warning, place.path(u"/model"),
                                       u"AWS charges the rate of "_s + line.modelName + u" from "_s
                                           + basis.validFrom->toString(Qt::ISODate)
                                           + u" on; the months before are projected at it too."_s,
                                       u"Confirm with AWS what is charged until then."_s});
    }
    if (basis.validUntil && *basis.validUntil < lastDay) {
        projection.findings.push_back({u"rate-ends"_s, Severity::Warning, place.path(u"/model"),
                                       u"The rate of "_s + line.modelName + u" is announced until "_s
                                           + basis.validUntil->toString(Qt::ISODate)
                                           + u"; every month of the projection, to "_s + lastDay.toString(Qt::ISODate)
                                           + u", is projected at it."_s,
                                       u"Confirm the rate that follows, or import AWS's current price file."_s});
    }
}

/// A model that is called through an inference profile only: requests may be served in other regions than the stated one.
/// Said once per model and region.
void noteProfiles(const LinePlace &place, const Line &line, Projection &projection)
{
    const LineBasis &basis = line.basis;
    if (basis.profiles.isEmpty() || basis.scope == domain::Scope::Global)
        return;
    const QString message = line.modelName + u" has no endpoint of its own in "_s + basis.region
                          + u": it is called through an inference profile ("_s + basis.profiles.join(u", "_s)
                          + u"), which serves requests in several regions."_s;
    for (const domain::Finding &said : projection.findings) {
        if (said.message == message)
            return;
    }
    projection.findings.push_back({u"model-through-profile"_s, Severity::Advice, place.path(u"/model"), message,
                                   u"Tell the customer when data has to stay in one region."_s});
}

/// Where the prices of the lines come from decides: those of the user's own imports are as old as their file, the others
/// as the book.
void noteStaleBook(const catalogue::RateBook &book, QDate asOf, Projection &projection)
{
    std::optional<QDate> oldest;
    for (const Line &line : projection.lines) {
        if (line.basis.kind == LineKind::Flat)
            continue;
        const QDate date = line.basis.importedOn.value_or(book.asOf);
        oldest = oldest ? std::min(*oldest, date) : date;
    }
    const QDate date = oldest.value_or(book.asOf);
    const qint64 age = date.daysTo(asOf);
    if (age <= kStaleAfterDays)
        return;
    const QString what = date == book.asOf ? u"The rate book is of "_s : u"The oldest price file in use is of "_s;
    projection.findings.push_back({u"rate-book-stale"_s, Severity::Warning, QString(),
                                   what + date.toString(Qt::ISODate) + u", "_s + QString::number(age) + u" days old."_s,
                                   u"Import current AWS price files before filing."_s});
}

} // namespace

void addNotes(const domain::Worksheet &worksheet, const catalogue::RateBook &book, QDate asOf, Projection &projection)
{
    noteStaleBook(book, asOf, projection);
    std::size_t next = 0; // lines stand in worksheet order
    for (const domain::UseCase &useCase : worksheet.useCases) {
        for (const domain::Workload &workload : useCase.workloads) {
            const Line &line = projection.lines[next++];
            const LinePlace place{&useCase, u"workloads", workload.id};
            noteMonths(place, line.name, workload.fromMonth, workload.toMonth, projection);
            noteSteps(place, line.name, workload, projection);
            noteEndOfLife(place, line, projection);
            noteValidity(place, line, projection);
            noteProfiles(place, line, projection);
        }
        for (const domain::ServiceUse &service : useCase.services)
            noteMonths({&useCase, u"services", service.id}, projection.lines[next++].name, service.fromMonth,
                       service.toMonth, projection);
    }
    for (const domain::ServiceUse &service : worksheet.footprint)
        noteMonths({nullptr, u"footprint", service.id}, projection.lines[next++].name, service.fromMonth,
                   service.toMonth, projection);
}

} // namespace projection
