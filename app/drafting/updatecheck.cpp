#include "drafting/updatecheck.h"

#include "drafting/filedcase.h"
#include "filing/status.h"

#include <QJsonDocument>

#include <algorithm>

namespace drafting {

using domain::Findings;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

using Found = std::optional<FiledOpportunity>;

ports::StoreResult<Found> read(ports::CaseStore &store, const QString &caseId, const RecordCourse &course)
{
    auto request = filedRequest(*store.filings(), caseId, course);
    if (!request)
        return Unexpected(request.error());
    if (!*request)
        return Found();
    const auto stored = store.load(caseId);
    if (!stored)
        return Unexpected(stored.error());
    return Found({stored->summary.company, course.poolId, course.status, **std::move(request)});
}

} // namespace

ports::StoreResult<Found> filedOpportunity(ports::CaseStore &store, const QByteArray &update)
{
    const QString identifier = QJsonDocument::fromJson(update)[u"Identifier"_s].toString();
    const auto all = store.filings()->allFilings();
    if (!all)
        return Unexpected(all.error());
    if (identifier.isEmpty())
        return Found();
    for (const auto &[caseId, filings] : *all) {
        for (const RecordCourse &course : coursesOf(filings)) {
            if (course.last && course.last->opportunityId == identifier)
                return read(store, caseId, course);
        }
    }
    return Found();
}

Findings updateFindings(const catalogue::FilingRules &rules, const FiledOpportunity &filed, const QByteArray &update)
{
    Findings findings = filing::lockedUpdate(rules, filed.request, update, filed.status);
    const QString resent = QJsonDocument::fromJson(update)[u"LifeCycle"_s][u"ReviewStatus"_s].toString();
    const QString known = filing::reviewStatusOf(rules, filed.status);
    if (!resent.isEmpty() && !known.isEmpty() && resent != known)
        findings.push_back(
            {u"ace/INVALID_RESOURCE_STATE/review-status"_s, domain::Severity::Warning, u"LifeCycle.ReviewStatus"_s,
             u"The update resends the review status \""_s + resent + u"\"; the case file has \""_s + known + u"\"."_s,
             u"Resend what AWS has now, and set the record's status to it."_s});
    return findings;
}

} // namespace drafting
