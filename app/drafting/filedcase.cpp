#include "drafting/filedcase.h"

#include "domain/oneline.h"
#include "drafting/casedraft.h"
#include "filing/outcomes.h"
#include "filing/reason.h"
#include "filing/status.h"
#include "json/writer.h"

#include <algorithm>

namespace drafting {

using domain::Finding;
using domain::Findings;
using domain::Severity;
using domain::Unexpected;
using records::Record;
using namespace Qt::StringLiterals;

namespace {

Finding refused(const QString &rule, const QString &pool, const QString &message, const QString &fix)
{
    return {rule, Severity::Error, u"records/"_s + pool, message, fix};
}

const Record &recordOf(const FilingContext &context, const QString &poolId)
{
    return context.computed.stack.records.at(fileableRecord(context.computed, poolId).value());
}

/// The texts that a person may have worded, and by which an earlier record is told from a new one.
QByteArray wordingOf(const Record &record)
{
    json::Writer out;
    out.beginObject();
    out.member("format"_L1, u"briefstack-filed-wording"_s);
    out.member("version"_L1, 1);
    out.member("title"_L1, record.title);
    out.member("businessProblem"_L1, record.businessProblem);
    out.member("useCase"_L1, record.useCaseParagraphs.join(u"\n\n"_s));
    out.member("scope"_L1, record.inScope);
    out.member("metric"_L1, record.metric);
    out.member("nextSteps"_L1, record.nextSteps);
    out.member("comments"_L1, record.comments);
    out.endObject();
    return out.take();
}

Finding pastCloseDate(const FilingContext &context, const QString &poolId, const Finding &found)
{
    const QString next = context.asOf.addDays(1).toString(Qt::ISODate);
    return {u"close-date-past"_s, Severity::Error, u"records/"_s + poolId + u"/targetCloseDate"_s, found.message,
            u"Set the target close date to "_s + next + u" or later: AWS refuses a past one."_s};
}

void refuseNumber(const FilingContext &context, const FilingWish &wish, Findings &findings)
{
    const catalogue::FilingRules &rules = context.shipped.filingRules;
    if (!rules.opportunityId.match(wish.opportunityId).hasMatch()) {
        findings.push_back(refused(u"opportunity-id"_s, wish.poolId,
                                   u'"' + wish.opportunityId + u"\" is no opportunity of AWS."_s,
                                   u"Give "_s + rules.opportunityForm + u'.'));
        return;
    }
    for (const ports::Filing &filed : context.filings.filings) {
        if (filed.poolId != wish.poolId && filed.opportunityId == wish.opportunityId)
            findings.push_back(refused(u"opportunity-of-another"_s, wish.poolId,
                                       wish.opportunityId + u" is the opportunity of "_s + filed.poolId + u'.',
                                       u"Each record is an opportunity of its own: give this one's number."_s));
    }
    const RecordCourse course = courseOf(context.filings, wish.poolId);
    const bool known = course.last && course.last->opportunityId == wish.opportunityId;
    const auto elsewhere = context.filedElsewhere.find(wish.opportunityId);
    if (!known && elsewhere != context.filedElsewhere.end())
        findings.push_back(refused(u"opportunity-of-another"_s, wish.poolId,
                                   wish.opportunityId + u" is the opportunity of another case, of "_s
                                       + domain::oneLine(*elsewhere) + u'.',
                                   u"Each record is an opportunity of its own: give this one's number."_s));
}

void refuseBrief(const FilingWish &wish, Findings &findings)
{
    if (wish.brief && !wish.brief->startsWith("%PDF-"))
        findings.push_back(refused(u"not-a-pdf"_s, wish.poolId, u"The brief that was handed in is no PDF."_s,
                                   u"Choose the PDF that AWS has."_s));
}

/// Why nothing can have happened at AWS that day; empty: it can.
QString tooEarly(const catalogue::FilingRules &rules, QDate day)
{
    return day.isValid() && day < rules.earliest.on ? rules.earliest.sentence : QString();
}

void refuseDay(const FilingContext &context, const FilingWish &wish, Findings &findings)
{
    const auto refuse = [&](const QString &message, const QString &fix) {
        findings.push_back(refused(u"filed-on"_s, wish.poolId, message, fix));
    };
    const QString day = wish.filedOn.toString(Qt::ISODate);
    if (!wish.filedOn.isValid())
        return refuse(u"The day it was filed is missing."_s, u"Give the day as YYYY-MM-DD."_s);
    if (wish.filedOn > context.asOf)
        return refuse(u"The day it was filed, "_s + day + u", lies ahead."_s, u"Mark a record filed once it is."_s);
    if (const QString early = tooEarly(context.shipped.filingRules, wish.filedOn); !early.isEmpty())
        return refuse(u"The day it was filed, "_s + day + u", cannot be. "_s + early, u"Give the day it was filed."_s);
    const RecordCourse course = courseOf(context.filings, wish.poolId);
    if (!course.last || course.last->opportunityId != wish.opportunityId)
        return;
    if (wish.filedOn < course.last->filedOn)
        refuse(u"The filing before is of "_s + course.last->filedOn.toString(Qt::ISODate) + u'.',
               u"Give that day or a later one."_s);
    else if (course.status == "action-required"_L1 && wish.filedOn < course.since)
        refuse(u"AWS sent it back on "_s + course.since.toString(Qt::ISODate) + u": the answer is of later."_s,
               u"Give that day or a later one."_s);
}

void refuseStatus(const FilingContext &context, const FilingWish &wish, const RecordCourse &course, Findings &findings)
{
    if (filing::mayBeFiled(context.shipped.filingRules, course.status)) {
        if (course.status == "action-required"_L1 && course.last && course.last->opportunityId != wish.opportunityId
            && !wish.again)
            findings.push_back(refused(u"another-opportunity"_s, wish.poolId,
                                       u"AWS waits for an answer in "_s + course.last->opportunityId + u", not in "_s
                                           + wish.opportunityId + u'.',
                                       u"Give the same number, or say that it was filed as a new opportunity."_s));
        return;
    }
    if (!wish.again)
        findings.push_back(
            refused(u"already-filed"_s, wish.poolId,
                    (course.last ? QString(u"The record is filed already, as "_s + course.last->opportunityId)
                                 : QString(u"The record is "_s + course.status))
                        + u" (status "_s + course.status + u")."_s,
                    u"Say that it is to be filed again: what was filed before stays as it is."_s));
}

using Changes = std::vector<const ports::StatusChange *>;

/// Puts a status into the course. One that is taken back, which needs a reason, never happened; one that came with a filing
/// is never taken back, and a record that AWS sends back once more is no mistake.
void follow(RecordCourse &course, const ports::StatusChange &change, Changes &happened)
{
    const bool sentBack = change.status == "action-required"_L1 && course.status != "rejected"_L1;
    const bool takenBack = !happened.empty() && change.status == course.before && !course.statusFiled && !sentBack
                        && !change.reason.trimmed().isEmpty();
    if (takenBack)
        happened.pop_back();
    else
        happened.push_back(&change);
    const ports::StatusChange &stands = happened.empty() ? change : *happened.back();
    course.status = change.status;
    course.since = stands.on;
    course.reason = stands.reason;
    course.before = happened.size() > 1 ? happened[happened.size() - 2]->status
                  : happened.empty()    ? QString()
                                        : u"drafting"_s;
    course.statusFiled = change.status == "filed"_L1 && course.last.has_value();
}

} // namespace

RecordCourse courseOf(const ports::CaseFilings &filings, const QString &poolId)
{
    RecordCourse course;
    course.poolId = poolId;
    for (const ports::Filing &one : filings.filings) {
        if (one.poolId != poolId)
            continue;
        if (!course.last)
            course.firstFiledOn = one.filedOn;
        course.last = one;
    }
    Changes happened;
    for (const ports::StatusChange &change : filings.changes) {
        if (change.poolId == poolId)
            follow(course, change, happened);
    }
    for (const ports::StatusChange *change : happened) {
        const bool issued = change->status == "credits-issued"_L1;
        course.wasApproved = course.wasApproved || issued || change->status == "approved"_L1;
        course.cameBack = course.cameBack || change->status == "action-required"_L1;
        if (issued && !course.creditsOn.isValid())
            course.creditsOn = change->on;
    }
    for (const ports::Award &award : filings.awards) {
        if (award.poolId != poolId)
            continue;
        course.awards.push_back(award);
        course.awarded += award.amount;
        if (award.expiresOn.isValid() && (!course.creditsExpire.isValid() || award.expiresOn < course.creditsExpire))
            course.creditsExpire = award.expiresOn;
    }
    return course;
}

std::vector<RecordCourse> coursesOf(const ports::CaseFilings &filings)
{
    QStringList pools;
    for (const ports::StatusChange &change : filings.changes) {
        if (!pools.contains(change.poolId))
            pools.append(change.poolId);
    }
    for (const ports::Filing &one : filings.filings) {
        if (!pools.contains(one.poolId))
            pools.append(one.poolId);
    }
    std::vector<RecordCourse> courses;
    for (const QString &pool : std::as_const(pools))
        courses.push_back(courseOf(filings, pool));
    return courses;
}

QString filingChannel(const RecordCourse &course, const domain::PartnerProfile *profile)
{
    return course.last && aceChannels().contains(course.last->channel) ? course.last->channel : channelOf(profile);
}

ports::StoreResult<std::optional<QByteArray>> filedRequest(ports::FilingStore &filings, const QString &caseId,
                                                           const RecordCourse &course)
{
    if (!course.last)
        return std::optional<QByteArray>();
    auto request = filings.filedFile(caseId, course.last->id, ports::kFiledRequest);
    if (request)
        return std::optional(*std::move(request));
    if (request.error().kind == ports::StoreError::Kind::NoSuchRevision)
        return std::optional<QByteArray>();
    return Unexpected(request.error());
}

ports::StoreResult<QHash<QString, QString>> filedElsewhere(ports::CaseStore &store, const QString &caseId)
{
    const auto all = store.filings()->allFilings();
    if (!all)
        return Unexpected(all.error());
    const auto cases = store.list({});
    if (!cases)
        return Unexpected(cases.error());
    QHash<QString, QString> found;
    for (const auto &[id, filings] : *all) {
        const auto known = std::ranges::find(*cases, id, &ports::CaseSummary::id);
        if (id == caseId || known == cases->end())
            continue;
        for (const ports::Filing &filed : filings.filings)
            found.insert(filed.opportunityId, known->company);
    }
    return found;
}

std::optional<std::size_t> fileableRecord(const ComputedCase &computed, const QString &poolId)
{
    const auto found = std::ranges::find(computed.stack.records, poolId, &Record::poolId);
    if (found == computed.stack.records.end() || found->kind != records::RecordKind::Opportunity)
        return std::nullopt;
    return static_cast<std::size_t>(found - computed.stack.records.begin());
}

bool goesThroughAce(const ComputedCase &computed, const RecordCourse &course)
{
    return course.last || fileableRecord(computed, course.poolId);
}

QString stageOf(const ComputedCase &computed, const QString &poolId)
{
    const auto found = std::ranges::find(computed.stack.records, poolId, &Record::poolId);
    return found == computed.stack.records.end() ? QString() : found->stage;
}

QString statusRefusal(const catalogue::FilingRules &rules, const ComputedCase &computed, const RecordCourse &course,
                      const ports::StatusChange &change)
{
    if (change.reason.toUtf8().size() > filing::kLongestReason)
        return u"The reason is longer than the 64 KiB that are kept: paste what AWS wrote, and nothing else."_s;
    const QString refused =
        filing::refusal(rules, {course.status, course.before, change.status, goesThroughAce(computed, course),
                                course.statusFiled, change.reason});
    if (!refused.isEmpty() || !change.on.isValid())
        return refused;
    if (course.last && change.on < course.last->filedOn)
        return u"It was filed on "_s + course.last->filedOn.toString(Qt::ISODate)
             + u": what AWS did with it happened on that day or later."_s;
    if (course.since.isValid() && change.on < course.since)
        return u"It is "_s + course.status + u" since "_s + course.since.toString(Qt::ISODate)
             + u": what followed happened on that day or later."_s;
    return tooEarly(rules, change.on);
}

ports::StoreResult<QString> frozenDoubt(ports::CaseStore &store, const QString &caseId, const ports::Filing &filed,
                                        QDate asOf)
{
    const auto revisions = store.revisions(caseId);
    if (!revisions)
        return Unexpected(revisions.error());
    const auto frozen = std::ranges::find(*revisions, filed.revision, &ports::RevisionSummary::revision);
    if (frozen == revisions->end())
        return QString();
    const QDate saved = std::min(frozen->savedAt.toLocalTime().date(), asOf);
    if (saved <= filed.filedOn)
        return QString();
    return QString(u"What is kept as filed was saved on "_s + saved.toString(Qt::ISODate)
                   + u", after the day it was filed, "_s + filed.filedOn.toString(Qt::ISODate)
                   + u": compare it with what AWS has."_s);
}

QString awardDoubt(const ComputedCase &computed, const RecordCourse &course)
{
    const auto pool = std::ranges::find(computed.plan.pools, course.poolId, &funding::Pool::id);
    if (pool == computed.plan.pools.end() || course.awarded <= pool->ask)
        return {};
    return u"The credits of "_s + course.poolId + u" are $"_s + course.awarded.toString()
         + u", more than the ask of $"_s + pool->ask.toString() + u": compare the amounts with what AWS wrote."_s;
}

std::vector<filing::RequestChange> changesSinceFiled(const FilingContext &context, const QString &poolId)
{
    const auto index = fileableRecord(context.computed, poolId);
    if (!index || !context.filedRequest)
        return {};
    return filing::requestChanges(context.shipped.filingRules, *context.filedRequest,
                                  context.documents.request(*index).value_or(QByteArray()));
}

Findings changeFindings(const FilingContext &context, const QString &poolId)
{
    const RecordCourse course = courseOf(context.filings, poolId);
    if (!course.last || !fileableRecord(context.computed, poolId))
        return {};
    const Record &record = recordOf(context, poolId);
    Findings findings = filing::lockedChanges(context.shipped.filingRules, changesSinceFiled(context, poolId), poolId,
                                              course.status, record.stage);
    const QString field = u"records/"_s + poolId + u"/targetCloseDate"_s;
    for (const Finding &found : context.computed.stack.findings) {
        if (found.rule == "close-date-past"_L1 && found.field == field)
            findings.push_back(pastCloseDate(context, poolId, found));
    }
    return findings;
}

Findings filingRefusals(const FilingContext &context, const FilingWish &wish)
{
    Findings findings;
    if (!fileableRecord(context.computed, wish.poolId)) {
        findings.push_back(refused(u"no-record"_s, wish.poolId,
                                   u"The case has no record of "_s + wish.poolId + u" that is filed through ACE."_s,
                                   u"Choose one of its records; for the others the status alone is kept."_s));
        return findings;
    }
    if (!aceChannels().contains(wish.channel))
        findings.push_back(refused(u"channel"_s, wish.poolId, u"There is no channel \""_s + wish.channel + u"\"."_s,
                                   u"Choose "_s + aceChannels().join(u", "_s) + u'.'));
    const RecordCourse course = courseOf(context.filings, wish.poolId);
    refuseNumber(context, wish, findings);
    refuseDay(context, wish, findings);
    refuseBrief(wish, findings);
    refuseStatus(context, wish, course, findings);
    // A new opportunity is new in every field.
    if (course.last && course.last->opportunityId == wish.opportunityId) {
        const Findings changes = changeFindings(context, wish.poolId);
        findings.insert(findings.end(), changes.begin(), changes.end());
    }
    return findings;
}

domain::Result<ports::FilingDraft, Findings> filingDraft(const FilingContext &context, const FilingWish &wish)
{
    if (Findings refusals = filingRefusals(context, wish); !refusals.empty())
        return Unexpected(std::move(refusals));
    const std::size_t index = fileableRecord(context.computed, wish.poolId).value();
    auto brief =
        wish.brief ? domain::Result<QByteArray, documents::PdfError>(*wish.brief) : context.documents.pdf(index);
    if (!brief)
        return Unexpected(
            Findings{refused(u"no-brief"_s, wish.poolId, u"The brief could not be made: "_s + brief.error().detail,
                             u"Free some space and try again."_s)});
    ports::FilingDraft draft;
    draft.poolId = wish.poolId;
    draft.channel = wish.channel;
    draft.filedOn = wish.filedOn;
    draft.opportunityId = wish.opportunityId;
    draft.changes = wish.changes ? *wish.changes : filing::changeNote(changesSinceFiled(context, wish.poolId));
    const QString json = u"application/json"_s;
    draft.files = {{ports::kFiledBrief, u"application/pdf"_s, *std::move(brief)},
                   {ports::kFiledRequest, json, context.documents.request(index).value_or(QByteArray())},
                   {ports::kFiledFacts, json, context.documents.worksheet()},
                   {ports::kFiledRates, json, rateRows(context.computed.worksheet, context.shipped.rates)},
                   {ports::kFiledWording, json, wordingOf(recordOf(context, wish.poolId))}};
    return draft;
}

std::optional<review::PartnerOutcomes> outcomesOf(const std::vector<std::pair<QString, ports::CaseFilings>> &filings)
{
    std::vector<filing::FiledCourse> courses;
    for (const auto &[caseId, ofCase] : filings) {
        for (const RecordCourse &course : coursesOf(ofCase)) {
            if (course.last)
                courses.push_back(
                    {course.status, course.wasApproved, course.cameBack, course.firstFiledOn, course.creditsOn});
        }
    }
    if (courses.empty())
        return std::nullopt;
    const filing::Outcomes outcomes = filing::outcomesOf(courses);
    return review::PartnerOutcomes{outcomes.filed, outcomes.approved, outcomes.actionRequired, outcomes.rejected,
                                   outcomes.medianDays};
}

} // namespace drafting
