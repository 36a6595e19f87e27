#include "documents/assumptions.h"

#include "documents/formats.h"
#include "domain/defaults.h"
#include "records/english.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using domain::Fact;
using domain::FactStatus;
using domain::Money;

namespace documents {

namespace {

ItemStatus itemStatus(FactStatus status)
{
    switch (status) {
    case FactStatus::Stated: return ItemStatus::Stated;
    case FactStatus::Implied: return ItemStatus::Implied;
    case FactStatus::Assumed: return ItemStatus::Assumed;
    case FactStatus::Unknown: break;
    }
    return ItemStatus::Unknown;
}

QString workloadPath(const QString &useCase, const QString &workload)
{
    return u"useCases/"_s + useCase + u"/workloads/" + workload + u'/';
}

QString sentence(const QString &fact, const QString &note)
{
    const QString said = withReadableDates(note.simplified());
    if (said.isEmpty())
        return fact + u'.';
    return fact + u": " + withoutStop(said) + u'.';
}

/// "triple", "double", else "grow 2.5-fold".
QString multiplied(domain::Decimal multiplier)
{
    const auto whole = [&](qint64 n) { return multiplier == domain::Decimal::fromInteger(n); };
    if (whole(2))
        return u"double"_s;
    if (whole(3))
        return u"triple"_s;
    if (whole(4))
        return u"quadruple"_s;
    if (multiplier < domain::Decimal::fromInteger(1))
        return u"fall to "_s + percentOf(multiplier);
    return u"grow "_s + quantity(multiplier) + u"-fold"_s;
}

/// Singular names take a verb of their own: "Booking agent calls triple", never "Booking agent triple".
QString volumeName(const domain::Workload &workload)
{
    const QString name = workload.name.isEmpty() ? workload.id : workload.name;
    return name.endsWith(u's') ? name : QString(name + u" calls");
}

void addGrowth(Assumptions &into, const domain::UseCase &useCase, const domain::Workload &workload, const Fact *fact)
{
    const domain::Decimal growth = workload.growthPerMonth.value_or(domain::Decimal());
    const ItemStatus status = fact ? itemStatus(fact->status) : ItemStatus::Stated;
    if (status == ItemStatus::Stated)
        return;
    const bool falls = growth < domain::Decimal();
    const QString share = percentOf(falls ? domain::Decimal::fromMillionths(-growth.millionths()) : growth);
    const QString text = volumeName(workload) + (falls ? u" fall "_s : u" grow "_s) + share + u" a month";
    into.add(assumption::workload(useCase.id, workload.id, u"growthPerMonth"_s), status,
             sentence(text, fact ? fact->note : QString()));
}

void addVolume(Assumptions &into, const domain::UseCase &useCase, const domain::Workload &workload, const Fact &fact,
               const QString &field)
{
    const ItemStatus status = itemStatus(fact.status);
    if (status == ItemStatus::Stated)
        return;
    const qint64 count = workload.requestsPerDay.value_or(0);
    const QString figure = grouped(count);
    const QString note = withReadableDates(fact.note.simplified());
    // A note that names the figure itself says all there is to say.
    const QString text = workload.requestsPerDay && note.contains(figure)
                           ? QString(capitalized(withoutStop(note)) + u'.')
                           : sentence(volumeName(workload) + u", " + (workload.requestsPerDay ? figure : u"volume"_s)
                                          + (workload.requestsPerDay ? u" a day"_s : QString()),
                                      note);
    into.add(assumption::workload(useCase.id, workload.id, field), status, text);
}

/// A launch: when volume steps up. To confirm where it does not fall into the month of the go-live.
void addSteps(Assumptions &into, const RecordView &view, const domain::UseCase &useCase,
              const domain::Workload &workload)
{
    for (const domain::Step &step : workload.steps) {
        if (step.month > view.projection.months)
            continue;
        const domain::Month month = view.month(step.month);
        QString text = volumeName(workload) + u' ' + multiplied(step.multiplier) + u" in "
                     + (view.projection.months > 12 ? monthAndYear(month) : monthName(month));
        const bool atGoLive = useCase.goLiveOn && domain::Month::of(*useCase.goLiveOn) == month;
        const bool inWindow = view.isEarmarked() && step.month >= view.firstMonth && step.month <= view.lastMonth;
        if (useCase.goLiveOn && !atGoLive)
            text += u"; go-live is " + longDate(*useCase.goLiveOn).section(u',', 0, 0);
        text += u'.';
        if (inWindow && !view.pool.need.isZero()) {
            Money monthNeed;
            for (const int line : view.linesInScope())
                monthNeed += view.unpaidBefore(line, step.month);
            text += u' ' + monthName(month) + u" carries " + percent(monthNeed, view.pool.need) + u" of the need.";
        }
        into.add(assumption::workload(useCase.id, workload.id, u"steps/"_s + QString::number(step.month)),
                 atGoLive && !inWindow ? ItemStatus::Stated : ItemStatus::ToConfirm, text);
    }
}

QString wordsOfKey(const QString &key)
{
    QString words;
    for (const QChar sign : key) {
        if (sign.isUpper())
            words += u' ';
        words += sign.toLower();
    }
    if (words.endsWith(u" usd"))
        words.chop(4);
    return capitalized(words);
}

/// Facts of the worksheet that are not stated as such, besides volumes and growth which the text refers to.
void addFacts(Assumptions &into, const RecordView &view)
{
    for (const auto &[path, fact] : view.worksheet.facts) {
        if (fact.status == FactStatus::Stated)
            continue;
        const QStringList parts = path.split(u'/');
        QString subject;
        if (parts.value(0) == u"useCases") {
            const domain::UseCase *useCase = view.useCase(parts.value(1));
            if (!useCase || std::find(view.useCases.begin(), view.useCases.end(), useCase) == view.useCases.end())
                continue;
            if (parts.value(2) == u"workloads") {
                const auto workload =
                    std::find_if(useCase->workloads.begin(), useCase->workloads.end(),
                                 [&](const domain::Workload &candidate) { return candidate.id == parts.value(3); });
                if (workload == useCase->workloads.end())
                    continue;
                subject = workload->name + u", ";
            }
        } else if (parts.value(0) == u"records" || parts.value(0) == u"partner" || parts.value(0) == u"contacts") {
            continue;
        }
        if (into.number(u"workload:"_s + path) != 0)
            continue;
        const QString what = wordsOfKey(parts.back());
        into.add(path, itemStatus(fact.status),
                 sentence(subject.isEmpty() ? what : QString(subject + decapitalized(what)), fact.note));
    }
}

/// What the projection assumed where the book or the worksheet has a gap.
void addFallbacks(Assumptions &into, const RecordView &view)
{
    for (const domain::Finding &finding : view.projection.findings) {
        const bool isFallback = finding.rule.startsWith(u"fallback-") || finding.rule.startsWith(u"cache-")
                             || finding.rule == u"missing-fact" || finding.rule == u"rate-suspect";
        const QStringList parts = finding.field.split(u'/');
        const bool inScope = parts.value(0) != u"useCases"
                          || std::any_of(view.useCases.begin(), view.useCases.end(),
                                         [&](const domain::UseCase *useCase) { return useCase->id == parts.value(1); });
        if (!isFallback || !inScope || finding.message.contains(u"free", Qt::CaseInsensitive))
            continue;
        const bool missing = finding.rule == u"missing-fact";
        into.add(finding.rule + u'/' + finding.field, missing ? ItemStatus::Unknown : ItemStatus::Assumed,
                 finding.message);
    }
}

/// Facts a reviewer looks for and does not find.
void addMissing(Assumptions &into, const RecordView &view)
{
    QStringList missing;
    const auto check = [&missing](bool isMissing, const QString &what) {
        if (isMissing && !missing.contains(what))
            missing.append(what);
    };
    check(view.record.accountId.isEmpty(), u"the AWS account"_s);
    check(!view.worksheet.aws.monthlySpendUsd, u"today's AWS bill"_s);
    check(view.record.metric.isEmpty(), u"the success metric"_s);
    check(view.record.baseline.isEmpty(), u"the baseline"_s);
    check(view.record.evaluation.isEmpty(), u"how it is evaluated"_s);
    check(view.record.decision.isEmpty() && !view.record.decisionDate, u"who decides and when"_s);
    check(!view.record.goLiveOn, u"the go-live date"_s);
    if (!missing.isEmpty())
        into.add(u"missing"_s, ItemStatus::Unknown, u"Not stated: "_s + missing.join(u", "_s) + u'.');
}

QString creditText(const domain::PriorCredit &credit, const RecordView &view)
{
    const catalogue::Programme *programme = view.input.programmes.find(credit.programme);
    QString name = programme ? programme->name : credit.programme;
    if (name.startsWith(u"AWS "))
        name = name.mid(4);
    // To the cent: the table's row of what they pay may round to either dollar beside half of one.
    QString text = name + u", " + records::exactDollars(credit.amountUsd);
    if (credit.grantedOn)
        text += u" of " + monthAndYear(domain::Month::of(*credit.grantedOn));
    const bool left = credit.remainingUsd && !credit.remainingUsd->isZero();
    if (left)
        text += u", " + records::exactDollars(*credit.remainingUsd) + u" left";
    if (credit.expiresOn)
        text += (*credit.expiresOn < view.input.asOf ? u", expired "_s : u", until "_s) + longDate(*credit.expiresOn);
    return text;
}

void addCredits(Assumptions &into, const RecordView &view)
{
    const std::vector<domain::PriorCredit> &credits = view.worksheet.aws.priorCredits;
    QStringList texts;
    for (const domain::PriorCredit &credit : credits)
        texts.append(creditText(credit, view));
    if (!view.plan.heldCredits.empty())
        into.add(u"credits"_s, ItemStatus::Stated, u"Credits already held pay first. "_s + texts.join(u"; "_s) + u'.');
    else if (!credits.empty())
        into.add(u"credits"_s, ItemStatus::Stated, u"No credits are held. "_s + texts.join(u"; "_s) + u'.');
    else
        into.add(u"credits"_s, ItemStatus::Implied, u"No credits are held: none were named."_s);
}

void addStart(Assumptions &into, const RecordView &view)
{
    if (!view.isEarmarked() || !view.record.startsOn)
        return;
    const QDate start = *view.record.startsOn;
    const domain::Month month = domain::Month::of(start);
    if (start.day() > 1 && month == view.month(view.firstMonth))
        into.add(u"start"_s, ItemStatus::Derived,
                 monthName(month) + u" counts in full; work starts " + longDate(start).section(u',', 0, 0) + u'.');
}

} // namespace

int Assumptions::add(const QString &key, ItemStatus status, const QString &text)
{
    if (const int existing = number(key); existing != 0)
        return existing;
    m_entries.push_back({key, {status, Text(text)}});
    return int(m_entries.size());
}

int Assumptions::number(const QString &key) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&key](const Entry &entry) { return entry.key == key; });
    return found == m_entries.end() ? 0 : int(found - m_entries.begin()) + 1;
}

QString Assumptions::marker(const QStringList &keys) const
{
    std::vector<int> numbers;
    for (const QString &key : keys) {
        if (const int found = number(key); found != 0)
            numbers.push_back(found);
    }
    std::sort(numbers.begin(), numbers.end());
    QStringList words;
    for (const int found : numbers)
        words.append(QString::number(found));
    words.removeDuplicates();
    return words.isEmpty() ? QString() : QString(u" [" + words.join(u", "_s) + u']');
}

NumberedList Assumptions::list() const
{
    NumberedList list;
    for (const Entry &entry : m_entries)
        list.items.push_back(entry.item);
    return list;
}

QString assumption::workload(const QString &useCase, const QString &workload, const QString &what)
{
    return u"workload:"_s + workloadPath(useCase, workload) + what;
}

QStringList workloadKeys(const QString &useCase, const domain::Workload &workload)
{
    QStringList keys;
    for (const QLatin1String field : {"requestsPerDay"_L1, "users"_L1, "actionsPerUserPerDay"_L1, "growthPerMonth"_L1})
        keys.append(assumption::workload(useCase, workload.id, field));
    for (const domain::Step &step : workload.steps)
        keys.append(assumption::workload(useCase, workload.id, u"steps/"_s + QString::number(step.month)));
    return keys;
}

QString launchInWindowKey(const RecordView &view)
{
    if (!view.isEarmarked())
        return {};
    for (const domain::UseCase *useCase : view.useCases) {
        for (const domain::Workload &workload : useCase->workloads) {
            for (const domain::Step &step : workload.steps) {
                if (step.month >= view.firstMonth && step.month <= view.lastMonth)
                    return assumption::workload(useCase->id, workload.id, u"steps/"_s + QString::number(step.month));
            }
        }
    }
    return {};
}

void addWorkloadAssumptions(Assumptions &into, const RecordView &view)
{
    const auto fact = [&view](const QString &path) -> const Fact * {
        const auto found = view.worksheet.facts.find(path);
        return found == view.worksheet.facts.end() ? nullptr : &found->second;
    };
    for (const domain::UseCase *useCase : view.useCases) {
        for (const domain::Workload &workload : useCase->workloads) {
            const QString path = workloadPath(useCase->id, workload.id);
            for (const QLatin1String field : {"requestsPerDay"_L1, "users"_L1, "actionsPerUserPerDay"_L1}) {
                if (const Fact *volume = fact(path + field))
                    addVolume(into, *useCase, workload, *volume, field);
            }
            addGrowth(into, *useCase, workload, fact(path + u"growthPerMonth"));
            addSteps(into, view, *useCase, workload);
        }
    }
}

void addOtherAssumptions(Assumptions &into, const RecordView &view)
{
    addStart(into, view);
    addFacts(into, view);
    addFallbacks(into, view);
    addMissing(into, view);
    addCredits(into, view);
    into.add(u"prices"_s, ItemStatus::None, u"List prices before tax; usage allowances are not deducted."_s);
    if (view.worksheet.company.consentToShare.value_or(false))
        into.add(u"consent"_s, ItemStatus::Confirmed, u"The customer agrees to sharing with AWS."_s);
    else
        into.add(u"consent"_s, ItemStatus::Unknown, u"Whether the customer agrees to sharing with AWS."_s);
}

} // namespace documents
