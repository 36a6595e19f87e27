#include "records/proof.h"

#include "records/english.h"
#include "records/factwords.h"
#include "records/production.h"

#include <algorithm>

namespace records {

using domain::Money;
using domain::UseCase;
using namespace Qt::StringLiterals;

namespace {

/// One text a use case; with several, each under its title.
template <class TextOf>
QString byUseCase(const RecordContext &context, const TextOf &textOf)
{
    QStringList texts;
    for (const UseCase *useCase : context.useCases) {
        const QString text = textOf(*useCase);
        if (!text.isEmpty())
            texts.append(context.useCases.size() > 1 ? QString(context.titleOf(*useCase) + u": "_s + text) : text);
    }
    return texts.join(u' ');
}

QString recordName(int number)
{
    return u"record "_s + QString::number(number);
}

/// "the assistant in production for all customers, from April 12, 2027"
QString productionScope(const RecordContext &context, const UseCase &useCase)
{
    QString text = context.shortNameOf(useCase)
                 + (context.isProduction(useCase) ? u" in production"_s : u" after its proof of concept"_s);
    if (const QString after = audienceOf(useCase.users).afterLaunch; !after.isEmpty())
        text += u" for "_s + after;
    if (useCase.goLiveOn)
        text += u", from "_s + longDate(*useCase.goLiveOn);
    return text;
}

/// "EC2, RDS, CloudFront and S3 of the platform, from January"
QString platformScope(const RecordContext &context, bool yearStated)
{
    const QStringList services = context.platformServices();
    if (services.isEmpty())
        return {};
    const domain::Month first = context.month(context.firstMonth);
    return listed(services) + u" of the platform, from "_s + (yearStated ? monthName(first) : monthAndYear(first));
}

QString inScope(const RecordContext &context)
{
    if (!context.own.scope.isEmpty())
        return scopeOf(context.own.scope).in;
    QStringList parts;
    bool yearStated = false;
    for (const UseCase *useCase : context.useCases) {
        if (context.toldBy(*useCase)) {
            parts.append(productionScope(context, *useCase));
            yearStated = useCase->goLiveOn && useCase->goLiveOn->year() == context.month(context.firstMonth).year();
        } else if (const QString scope = scopeOf(useCase->scope).in; !scope.isEmpty()) {
            parts.append(context.useCases.size() > 1 ? QString(context.titleOf(*useCase) + u": "_s + withoutStop(scope))
                                                     : withoutStop(scope));
        }
    }
    if (const QString platform = platformScope(context, yearStated); !platform.isEmpty())
        parts.append(platform);
    return withStop(capitalized(parts.join(u"; "_s)));
}

/// "the proof of concept, to March 31, 2027 (record 1)"
QStringList siblingScopes(const RecordContext &context)
{
    QStringList parts;
    for (const UseCase *useCase : context.useCases) {
        const DraftedPool *sibling = context.toldBy(*useCase);
        if (!sibling)
            continue;
        const funding::Pool &pool = context.input.plan.pools[static_cast<std::size_t>(sibling->pool)];
        const catalogue::Programme *programme = context.input.programmes.find(pool.programme);
        const bool proof = programme && programme->proofOfConcept;
        QString what = context.nameOf(*useCase);
        if (proof)
            what = u"the proof of concept"_s + (context.useCases.size() > 1 ? QString(u" of "_s + what) : QString());
        const QDate windowEnd = context.month(pool.lastMonth).lastDay();
        const QDate end = proof ? useCase->endsOn.value_or(windowEnd) : windowEnd;
        parts.append(what + u", to "_s + longDate(end) + u" ("_s + recordName(sibling->number) + u')');
    }
    return parts;
}

/// "AWS Marketplace, $300 a month"
QStringList notEligible(const RecordContext &context)
{
    const int last = closingMonth(context);
    QStringList parts;
    for (const projection::Line &line : context.projection.lines) {
        if (line.creditEligible || line.total.isZero() || last < 1)
            continue;
        const Money amount = line.monthly[static_cast<std::size_t>(last - 1)];
        const QString name = shortService(plain(line.service));
        parts.append(amount.isZero() ? name : QString(name + u", "_s + dollars(amount) + u" a month"_s));
    }
    return parts;
}

QString outOfScope(const RecordContext &context)
{
    QStringList parts;
    if (!context.own.scope.isEmpty()) {
        if (const QString out = scopeOf(context.own.scope).out; !out.isEmpty())
            parts.append(withoutStop(out));
    }
    for (const UseCase *useCase : context.useCases) {
        if (context.toldBy(*useCase) || !parts.isEmpty())
            continue;
        const QString out = useCase->outOfScope.isEmpty() ? scopeOf(useCase->scope).out : plain(useCase->outOfScope);
        if (!out.isEmpty())
            parts.append(withoutStop(out));
    }
    if (!context.pool.earmarked || context.tellsProduction()) {
        parts += siblingScopes(context);
        if (!context.pool.earmarked)
            parts += notEligible(context);
    }
    return withStop(capitalized(parts.join(u"; "_s)));
}

/// Volume as the measure of production: metric, where it starts, where it goes.
void fillVolume(const RecordContext &context, Record &record)
{
    const MainVolume volume = mainVolume(context);
    const int last = closingMonth(context);
    if (!volume.workload || last < 1)
        return;
    const int first = std::min(context.firstMonth, last);
    const QString bar = qualityBar(volume.useCase->successMetric);
    const Audience audience = audienceOf(volume.useCase->users);
    const auto figure = [&](int month, const QString &who) {
        const qint64 count = volume.perDay[static_cast<std::size_t>(month - 1)];
        return count == 0 ? QString()
                          : QString(grouped(count) + u" a day"_s + (who.isEmpty() ? QString() : u", "_s + who) + u", "_s
                                    + monthAndYear(context.month(month)) + u'.');
    };
    if (record.metric.isEmpty())
        record.metric =
            capitalized(volume.unit) + u" served a day"_s + (bar.isEmpty() ? QString() : u", "_s + bar) + u'.';
    record.baseline = figure(first, audience.atFirst);
    record.target = figure(last, audience.afterLaunch);
}

/// The earlier record's evaluation goes on where its workload does.
QString productionEvaluation(const RecordContext &context, const UseCase &useCase)
{
    const EvaluationRun run = evaluationRun(context, useCase, closingMonth(context));
    const QString method = withoutStop(evaluationOf(useCase.evaluation).method);
    if (!run.workload)
        return {};
    const QString what = method.isEmpty() ? plain(run.workload->name) : method;
    return capitalized(what) + u"; it keeps running, "_s + dollars(run.monthly) + u" a month."_s;
}

void fillDecision(const RecordContext &context, Record &record)
{
    QStringList deciders;
    for (const UseCase *useCase : context.useCases) {
        const Evaluation evaluation = evaluationOf(useCase->evaluation);
        if (evaluation.decider.isEmpty())
            continue;
        QString decider = evaluation.decider;
        if (context.useCases.size() > 1)
            decider = context.titleOf(*useCase) + u": "_s + decider
                    + (evaluation.decidedOn ? QString(u", "_s + longDate(*evaluation.decidedOn)) : QString());
        if (const DraftedPool *sibling = context.toldBy(*useCase))
            decider += u" ("_s + recordName(sibling->number) + u')';
        deciders.append(decider);
        if (evaluation.decidedOn && (!record.decisionDate || *evaluation.decidedOn < *record.decisionDate))
            record.decisionDate = evaluation.decidedOn;
    }
    record.decision = withStop(deciders.join(u"; "_s));
}

void fillDates(const RecordContext &context, Record &record)
{
    record.goLiveOn = context.firstGoLive();
    if (!context.pool.earmarked || context.tellsProduction()) {
        record.startsOn = context.month(context.firstMonth).firstDay();
        record.endsOn = context.month(context.lastMonth).lastDay();
        return;
    }
    for (const UseCase *useCase : context.useCases) {
        if (useCase->startsOn && (!record.startsOn || *useCase->startsOn < *record.startsOn))
            record.startsOn = useCase->startsOn;
        if (useCase->endsOn && (!record.endsOn || *useCase->endsOn > *record.endsOn))
            record.endsOn = useCase->endsOn;
    }
}

/// What a record pays for, in a few words. `several`: the stack has more than one proof of concept.
QString subjectOf(const RecordContext &context, bool several, bool isFirst)
{
    QStringList told;
    QStringList untold;
    bool production = false;
    for (const UseCase *useCase : context.useCases) {
        (context.toldBy(*useCase) ? told : untold).append(context.nameOf(*useCase));
        production = production || (context.toldBy(*useCase) && context.isProduction(*useCase));
    }
    if (context.programme.proofOfConcept)
        return (isFirst ? u"the proof of concept"_s : u"that"_s)
             + (several ? QString(u" of "_s + listed(untold)) : QString());
    QStringList subjects;
    if (!told.isEmpty() && production) {
        const auto goLive = context.firstGoLive();
        subjects.append(u"production"_s + (several ? QString(u" of "_s + listed(told)) : QString())
                        + (goLive ? QString(u" from "_s + longDate(*goLive)) : QString()));
    } else if (!told.isEmpty()) {
        subjects.append(several ? u"what follows them"_s : u"what follows it"_s);
    }
    subjects += untold;
    if (!context.platformServices().isEmpty())
        subjects.append(context.useCases.empty()       ? u"the company's AWS platform"_s
                        : context.useCases.size() == 1 ? u"the platform around it"_s
                                                       : u"the platform around them"_s);
    return subjects.isEmpty() ? u"the rest of the account"_s : listed(subjects);
}

} // namespace

void fillProof(const RecordContext &context, Record &record)
{
    record.inScope = inScope(context);
    record.outOfScope = outOfScope(context);
    record.metric = withStop(plain(context.own.successMetric));
    if (context.tellsProduction()) {
        fillVolume(context, record);
        record.evaluation = byUseCase(context, [&](const UseCase &useCase) {
            return context.toldBy(useCase) ? productionEvaluation(context, useCase)
                                           : evaluationOf(useCase.evaluation).method;
        });
    } else {
        if (record.metric.isEmpty())
            record.metric =
                byUseCase(context, [](const UseCase &useCase) { return withStop(plain(useCase.successMetric)); });
        record.baseline = byUseCase(context, [](const UseCase &useCase) { return withStop(plain(useCase.baseline)); });
        record.evaluation =
            byUseCase(context, [](const UseCase &useCase) { return evaluationOf(useCase.evaluation).method; });
    }
    fillDecision(context, record);
    fillDates(context, record);
}

QString subjectOf(const RecordContext &context)
{
    return subjectOf(context, true, true);
}

QString distinctionOf(const CaseInput &input)
{
    if (input.drafted.size() < 2)
        return {};
    const auto proofs = std::count_if(input.drafted.begin(), input.drafted.end(), [&input](const DraftedPool &drafted) {
        return RecordContext(input, drafted).programme.proofOfConcept;
    });
    QStringList parts;
    bool isFirst = true; // proof of concept
    bool hasGeneral = false;
    for (const DraftedPool &drafted : input.drafted) {
        const RecordContext context(input, drafted);
        const QString who = drafted.number > 0 ? recordName(drafted.number) : context.programme.shortName;
        const bool isRest = !context.pool.earmarked && hasGeneral;
        parts.append(who + (parts.isEmpty() ? u" pays for "_s : u" for "_s)
                     + (isRest ? u"what the others leave"_s : subjectOf(context, proofs > 1, isFirst)));
        hasGeneral = hasGeneral || !context.pool.earmarked;
        isFirst = isFirst && !context.programme.proofOfConcept;
    }
    const QString none =
        parts.size() == 2 ? u"no projected dollar is in both"_s : u"no projected dollar is in two of them"_s;
    return capitalized(parts.join(u", "_s)) + u"; "_s + none + u'.';
}

} // namespace records
