#include "records/closedate.h"

#include "records/english.h"

namespace records {

using domain::Severity;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMostYearsAhead = 60;

struct Candidate {
    std::optional<QDate> date;
    QString field;
    QString name;
};

/// The go-live that is decisive: the first one of the use cases in scope.
Candidate goLiveOf(const RecordContext &context)
{
    for (const domain::UseCase *useCase : context.useCases) {
        if (useCase->goLiveOn && useCase->goLiveOn == context.firstGoLive())
            return {useCase->goLiveOn, u"useCases/"_s + useCase->id + u"/goLiveOn"_s, u"go-live"_s};
    }
    return {};
}

} // namespace

QDate targetCloseDate(const RecordContext &context, domain::Findings &findings)
{
    const QDate asOf = context.input.asOf;
    const QString poolField = u"funding/pools/"_s + context.pool.id;
    const std::vector<Candidate> candidates{
        {context.own.targetCloseDate, u"records/"_s + context.pool.id + u"/targetCloseDate"_s, u"target close date"_s},
        goLiveOf(context),
        {context.month(context.lastMonth).lastDay(), poolField + u"/months"_s, u"end of the window"_s}};
    // When everything stated is past: the end of the first month in which credits could arrive.
    QDate accepted = domain::Month::of(asOf).plus(1).lastDay();
    std::vector<const Candidate *> refused;
    for (const Candidate &candidate : candidates) {
        if (!candidate.date)
            continue;
        if (*candidate.date > asOf && *candidate.date <= asOf.addYears(kMostYearsAhead)) {
            accepted = *candidate.date;
            break;
        }
        refused.push_back(&candidate);
    }
    for (const Candidate *candidate : refused) {
        const bool past = *candidate->date <= asOf;
        findings.push_back({past ? u"close-date-past"_s : u"close-date-too-far"_s, Severity::Error, candidate->field,
                            u"The "_s + candidate->name + u" of "_s + context.pool.id + u", "_s
                                + longDate(*candidate->date)
                                + (past ? u", is not after "_s + longDate(asOf) : u", is more than 60 years ahead"_s)
                                + u", so the record states "_s + longDate(accepted) + u" as its target close date."_s,
                            u"Give a date that lies ahead: ACE refuses any other."_s});
    }
    return accepted;
}

} // namespace records
