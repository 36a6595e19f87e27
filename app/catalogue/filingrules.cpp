#include "catalogue/filingrules.h"

#include "json/objectreader.h"

#include <algorithm>

namespace catalogue {

using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using json::ObjectReader;
using json::Problem;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargestFile = 1024 * 1024;
constexpr int kMostDays = 3660;
constexpr int kLongest = 1'000'000;
constexpr int kFriday = 5;

bool optionalTrue(ObjectReader &object, QLatin1StringView key)
{
    return object.has(key) && object.boolean(key);
}

FreezeField readField(ObjectReader &object)
{
    FreezeField field;
    field.path = object.text("path"_L1);
    field.label = object.text("label"_L1);
    field.actionRequired = object.boolean("actionRequired"_L1);
    field.approved = object.boolean("approved"_L1);
    field.approvedFor = object.optionalText("approvedFor"_L1);
    field.launched = object.boolean("launched"_L1);
    field.launchedFor = object.optionalText("launchedFor"_L1);
    field.mentions = object.texts("mentions"_L1);
    field.source = object.text("source"_L1);
    field.note = object.optionalText("note"_L1);
    return field;
}

FilingStatus readStatus(ObjectReader &object)
{
    static const QStringList kOpens{u"everything"_s, u"nothing"_s, u"action-required"_s, u"approved"_s};
    FilingStatus status;
    status.word = object.text("status"_L1);
    status.label = object.text("label"_L1);
    status.aws = object.texts("aws"_L1);
    status.review = status.aws.isEmpty() ? object.text("review"_L1) : status.aws.constFirst();
    status.opens = static_cast<Opens>(object.oneOf("opens"_L1, kOpens));
    if (status.opens == Opens::Nothing)
        status.shut = object.text("shut"_L1);
    status.needsReason = optionalTrue(object, "needsReason"_L1);
    status.next = object.texts("next"_L1);
    return status;
}

RequestKeys readKeys(ObjectReader &object)
{
    RequestKeys read;
    read.keys = object.texts("keys"_L1);
    read.source = object.text("source"_L1);
    return read;
}

EarliestDay readEarliest(ObjectReader &object)
{
    EarliestDay earliest;
    earliest.on = object.date("on"_L1);
    earliest.sentence = object.text("sentence"_L1);
    earliest.source = object.text("source"_L1);
    return earliest;
}

FilingReason readReason(ObjectReader &object)
{
    FilingReason reason;
    reason.name = object.text("reason"_L1);
    reason.fields = object.texts("fields"_L1);
    reason.todo = object.text("do"_L1);
    reason.source = object.text("source"_L1);
    return reason;
}

void readDays(ObjectReader &object, FilingRules &rules)
{
    FilingDays *const targets[] = {&rules.validation, &rules.startAhead, &rules.closeOut};
    FilingDays &days = *targets[object.oneOf("what"_L1, {u"validation"_s, u"start-ahead"_s, u"close-out"_s})];
    days.days = static_cast<int>(object.integer("days"_L1, 1, kMostDays));
    days.business = object.boolean("business"_L1);
    days.sentence = object.text("sentence"_L1);
    days.source = object.text("source"_L1);
}

FundRequestLimits readFundRequest(ObjectReader &object)
{
    const auto most = [&object](QLatin1StringView key) { return static_cast<int>(object.integer(key, 1, kLongest)); };
    FundRequestLimits limits;
    limits.nameMost = most("nameMost"_L1);
    limits.descriptionMost = most("descriptionMost"_L1);
    limits.filesMost = most("filesMost"_L1);
    limits.fileTypes = object.texts("fileTypes"_L1);
    limits.source = object.text("source"_L1);
    limits.note = object.optionalText("note"_L1);
    return limits;
}

void readOpportunityId(ObjectReader &object, FilingRules &rules, Problem &problem)
{
    const QString pattern = object.text("pattern"_L1);
    rules.opportunityId = QRegularExpression(QRegularExpression::anchoredPattern(pattern));
    if (!rules.opportunityId.isValid())
        problem.raise(InputProblem::WrongForm, object.path("pattern"_L1), pattern, u"a regular expression"_s);
    rules.opportunityForm = object.text("form"_L1);
    object.text("source"_L1);
}

/// Everything that is named is there.
void crossCheck(const FilingRules &rules, Problem &problem)
{
    const auto unknown = [&problem](const QString &list, const QString &value, const QString &allowed) {
        problem.raise(InputProblem::UnknownReference, list, value, allowed);
    };
    const auto checkStatuses = [&](const QStringList &words) {
        for (const QString &word : words) {
            if (!rules.status(word))
                unknown(u"statuses"_s, word, u"a status of the list"_s);
        }
    };
    QStringList sources;
    for (const FilingStatus &status : rules.statuses)
        checkStatuses(status.next);
    checkStatuses(rules.fileFrom);
    for (const FreezeField &field : rules.fields)
        sources.append(field.source);
    for (const FilingReason &reason : rules.reasons) {
        sources.append(reason.source);
        for (const QString &path : reason.fields) {
            if (!rules.field(path))
                unknown(u"reasons"_s, path, u"a path of fields"_s);
        }
    }
    for (const FilingDays *days : {&rules.validation, &rules.startAhead, &rules.closeOut}) {
        sources.append(days->source);
        if (days->days == 0)
            problem.raise(InputProblem::MissingKey, u"days"_s, {}, u"validation, start-ahead and close-out"_s);
    }
    sources += {rules.fundRequest.source, rules.ofTheCall.source, rules.outsideUpdate.source, rules.sets.source,
                rules.earliest.source};
    for (const QString &source : sources) {
        if (!source.isEmpty() && !rules.sources.contains(source))
            unknown(u"sources"_s, source, u"a key of sources"_s);
    }
}

} // namespace

QDate FilingDays::after(QDate from) const
{
    if (!from.isValid() || !business)
        return from.isValid() ? from.addDays(days) : QDate();
    for (int left = days; left > 0;) {
        from = from.addDays(1);
        if (from.dayOfWeek() <= kFriday)
            --left;
    }
    return from;
}

bool RequestKeys::contain(const QString &path) const
{
    return std::ranges::any_of(keys, [&path](const QString &key) {
        return path == key || path.startsWith(QString(key + u'.')) || path.startsWith(QString(key + u'['));
    });
}

const FilingStatus *FilingRules::status(QStringView word) const
{
    const auto found = std::ranges::find_if(statuses, [&](const FilingStatus &one) { return one.word == word; });
    return found == statuses.end() ? nullptr : &*found;
}

const FreezeField *FilingRules::field(const QString &path) const
{
    static const QRegularExpression kIndex(u"\\[[0-9]*\\]"_s);
    QString general = path;
    general.replace(kIndex, u"[]"_s);
    if (general.endsWith("[]"_L1))
        general.chop(2);
    const auto found = std::ranges::find(fields, general, &FreezeField::path);
    return found == fields.end() ? nullptr : &*found;
}

const LockWords &FilingRules::words(Lock lock) const
{
    static const LockWords kNone;
    const auto found = locks.constFind(static_cast<int>(lock));
    return found == locks.constEnd() ? kNone : *found;
}

Result<FilingRules, domain::InputError> readFilingRules(QByteArrayView bytes)
{
    const auto root = json::parse(bytes, {kLargestFile, 8});
    if (!root)
        return Unexpected(root.error());
    Problem problem;
    FilingRules rules;
    ObjectReader object(*root, {}, problem);
    object.oneOf("format"_L1, {u"briefstack-filing-rules"_s});
    object.integer("version"_L1, 1, 1);
    rules.id = object.text("id"_L1);
    rules.asOf = object.text("asOf"_L1);
    object.textMembers("sources"_L1,
                       [&rules](const QString &key, const QString &text) { rules.sources.insert(key, text); });
    object.objects("locks"_L1, [&rules](ObjectReader &lock) {
        const int which = lock.oneOf("lock"_L1, {u"submit"_s, u"approval"_s, u"review"_s, u"open"_s});
        const QString label = lock.text("label"_L1);
        rules.locks.insert(which, {label, lock.text("sentence"_L1)});
    });
    object.objects("statuses"_L1, [&rules](ObjectReader &one) { rules.statuses.push_back(readStatus(one)); });
    rules.fileFrom = object.texts("fileFrom"_L1);
    object.object("ofTheCall"_L1, [&rules](ObjectReader &one) { rules.ofTheCall = readKeys(one); });
    object.object("outsideUpdate"_L1, [&rules](ObjectReader &one) { rules.outsideUpdate = readKeys(one); });
    object.object("sets"_L1, [&rules](ObjectReader &one) { rules.sets = readKeys(one); });
    object.object("earliest"_L1, [&rules](ObjectReader &one) { rules.earliest = readEarliest(one); });
    object.objects("reasons"_L1, [&rules](ObjectReader &one) { rules.reasons.push_back(readReason(one)); });
    object.objects("days"_L1, [&rules](ObjectReader &one) { readDays(one, rules); });
    object.object("opportunityId"_L1, [&](ObjectReader &one) { readOpportunityId(one, rules, problem); });
    object.object("fundRequest"_L1, [&rules](ObjectReader &one) { rules.fundRequest = readFundRequest(one); });
    object.objects("fields"_L1, [&rules](ObjectReader &one) { rules.fields.push_back(readField(one)); });
    object.finish();
    if (!problem.error)
        crossCheck(rules, problem);
    if (problem.error)
        return Unexpected(*problem.error);
    return rules;
}

} // namespace catalogue
