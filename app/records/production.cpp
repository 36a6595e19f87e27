#include "records/production.h"

#include "domain/defaults.h"
#include "records/english.h"
#include "records/factwords.h"

#include <algorithm>

namespace records {

using domain::Money;
using domain::UseCase;
using namespace Qt::StringLiterals;

namespace {

std::vector<const UseCase *> toldUseCases(const RecordContext &context)
{
    std::vector<const UseCase *> told;
    std::copy_if(context.useCases.begin(), context.useCases.end(), std::back_inserter(told),
                 [&context](const UseCase *useCase) { return context.toldBy(*useCase); });
    return told;
}

QString launchClause(const RecordContext &context, const std::vector<const UseCase *> &told)
{
    QStringList clauses;
    for (const UseCase *useCase : told) {
        if (!useCase->goLiveOn)
            continue;
        const QString after = audienceOf(useCase->users).afterLaunch;
        clauses.append(u"from "_s + longDate(*useCase->goLiveOn) + u' ' + context.nameOf(*useCase)
                       + (isPlural(context.titleOf(*useCase)) ? u" run in production"_s : u" runs in production"_s)
                       + (after.isEmpty() ? QString() : u" for "_s + after));
    }
    return clauses.join(u"; "_s);
}

QString carriesClause(const RecordContext &context, const std::vector<const UseCase *> &told)
{
    QStringList carried;
    QStringList undated;
    QStringList following;
    for (const UseCase *useCase : told) {
        if (!useCase->goLiveOn)
            (context.isProduction(*useCase) ? undated : following).append(context.nameOf(*useCase));
    }
    const qsizetype dated = static_cast<qsizetype>(told.size()) - undated.size() - following.size();
    if (dated > 0)
        carried.append(dated == 1 ? u"that phase"_s : u"those phases"_s);
    if (!undated.isEmpty())
        carried.append(u"production of "_s + listed(undated));
    if (!following.isEmpty())
        carried.append(u"what follows the proof of concept of "_s + listed(following));
    if (!context.platformServices().isEmpty())
        carried.append(context.useCases.empty()       ? u"the company's AWS platform"_s
                       : context.useCases.size() == 1 ? u"the platform around it"_s
                                                      : u"the platform around them"_s);
    if (carried.isEmpty() || (told.empty() && !context.useCases.empty()))
        return {};
    return (context.isAceRecord() ? u"this record carries "_s : u"these credits carry "_s) + listed(carried);
}

QString todaySentences(const std::vector<const UseCase *> &told)
{
    QStringList sentences;
    for (const UseCase *useCase : told) {
        const QString baseline = plain(useCase->baseline);
        if (baseline.isEmpty())
            continue;
        const QString inside = midSentence(baseline);
        const bool saysWhen = baseline.startsWith("today"_L1, Qt::CaseInsensitive)
                           || baseline.startsWith("currently"_L1, Qt::CaseInsensitive);
        const bool joins = inside != baseline || !baseline.front().isUpper();
        sentences.append(
            withStop(saysWhen ? capitalized(baseline) : QString((joins ? u"Today "_s : u"Today: "_s) + inside)));
    }
    sentences.removeDuplicates();
    return sentences.join(u' ');
}

QString billClause(const domain::AwsAccount &aws)
{
    if (!aws.monthlySpendUsd)
        return aws.bedrockMonthlySpendUsd && !aws.bedrockMonthlySpendUsd->isZero()
                 ? QString(u"Bedrock is "_s + dollars(*aws.bedrockMonthlySpendUsd) + u" a month today"_s)
                 : QString();
    const Money bill = *aws.monthlySpendUsd;
    if (bill.isZero())
        return u"nothing is paid to AWS today"_s;
    if (!aws.bedrockMonthlySpendUsd)
        return u"the AWS bill is "_s + dollars(bill) + u" a month today"_s;
    const Money bedrock = *aws.bedrockMonthlySpendUsd;
    if (bedrock.isZero())
        return u"the AWS bill is "_s + dollars(bill) + u" a month today, none of it for Bedrock"_s;
    if (bedrock >= bill)
        return u"Bedrock is "_s + dollars(bedrock) + u" a month today"_s;
    const QString amount = dollars(bill);
    // "an $8,000 bill", "an $11,000 bill", "an $800 bill": eight and eleven begin with a vowel.
    const QString digits = QString::number(bill.cents() / 100);
    const bool vowel = digits.startsWith(u'8')
                    || (digits.size() % 3 == 2 && (digits.startsWith("11"_L1) || digits.startsWith("18"_L1)));
    return u"Bedrock is "_s + dollars(bedrock) + (vowel ? u" of an "_s : u" of a "_s) + amount + u" monthly bill"_s;
}

/// The first month worth a figure: that of the go-live, else the window's first.
int openingMonth(const RecordContext &context)
{
    const std::optional<int> launch = context.monthOf(context.firstGoLive());
    return std::min(launch.value_or(context.firstMonth), closingMonth(context));
}

QString projectedClause(const RecordContext &context, bool afterBill)
{
    const int first = openingMonth(context);
    const int last = closingMonth(context);
    if (last < 1)
        return {};
    const Money before = context.bedrockSpend(first);
    const Money after = context.bedrockSpend(last);
    if (after.isZero())
        return {};
    const bool launched = context.monthOf(context.firstGoLive()).has_value();
    QString text = (launched ? u"with production "_s : QString()) + (afterBill ? u"it is"_s : u"Bedrock is"_s)
                 + u" projected at "_s;
    const bool grows = first != last && !before.isZero() && before != after;
    if (grows)
        text += dollars(before) + u" in "_s + monthBefore(context, first, last) + u" and "_s;
    text += dollars(after) + u" in "_s + monthAndYear(context.month(last));
    const MainVolume volume = mainVolume(context);
    if (!volume.workload)
        return text;
    const qint64 callsBefore = volume.perDay[static_cast<std::size_t>(first - 1)];
    const qint64 callsAfter = volume.perDay[static_cast<std::size_t>(last - 1)];
    if (callsAfter == 0)
        return text;
    text += u", for "_s;
    if (grows && callsBefore > 0 && callsBefore != callsAfter)
        text += grouped(callsBefore) + u" and "_s;
    return text + grouped(callsAfter) + u' ' + volume.unit + u" a day"_s;
}

QString servicesClause(const RecordContext &context)
{
    const QStringList services = context.useCaseServices();
    if (services.isEmpty() || context.useCases.empty())
        return {};
    const bool one = context.useCases.size() == 1;
    const UseCase &first = *context.useCases.front();
    const QString subject = one ? context.shortNameOf(first) : u"the use cases"_s;
    const bool plural = !one || isPlural(context.titleOf(first));
    return subject + (plural ? u" use "_s : u" uses "_s) + listed(services) + u" beside Bedrock"_s;
}

QString platformClause(const RecordContext &context, bool afterServices)
{
    const QStringList services = context.platformServices();
    if (services.isEmpty())
        return {};
    if (context.useCases.empty())
        return u"the platform runs on "_s + listed(services);
    if (!afterServices)
        return u"the platform around it runs on "_s + listed(services);
    const bool plural = context.useCases.size() > 1 || isPlural(context.titleOf(*context.useCases.front()));
    return (plural ? u"the product they are part of runs on "_s : u"the product it is part of runs on "_s)
         + listed(services);
}

QString platformFigures(const RecordContext &context)
{
    const int last = closingMonth(context);
    if (last < 1 || context.platformServices().isEmpty())
        return {};
    const int first = std::min(context.firstMonth, last);
    const Money before = context.platformSpend(first);
    const Money after = context.platformSpend(last);
    if (before == after)
        return dollars(after) + u" a month"_s;
    const bool oneYear = context.month(first).year() == context.month(last).year();
    const auto name = [&](int month) {
        return oneYear ? monthName(context.month(month)) : monthAndYear(context.month(month));
    };
    return dollars(before) + u" in "_s + name(first) + u", "_s + dollars(after) + u" in "_s + name(last);
}

QString placeClause(const RecordContext &context, const std::vector<const UseCase *> &told)
{
    if (told.size() != 1)
        return {};
    const domain::AwsAccount &aws = context.worksheet.aws;
    const UseCase &useCase = *told.front();
    const QString region = domain::regionOf(useCase, aws);
    const bool plural = !context.isProduction(useCase) && isPlural(context.titleOf(useCase));
    const QString subject = context.isProduction(useCase) ? u"production"_s : context.shortNameOf(useCase);
    const QString runs = subject + (plural ? u" run on Bedrock in "_s : u" runs on Bedrock in "_s);
    const QString stays = subject + (plural ? u" stay on Bedrock in "_s : u" stays on Bedrock in "_s);
    if (domain::accountOf(useCase, aws) != aws.accountId)
        return runs + region + u", in an account of its own"_s;
    if (context.platformServices().isEmpty())
        return stays + region;
    if (region != domain::regionOf(aws))
        return runs + region + u", the platform in "_s + domain::regionOf(aws) + u", on one AWS bill"_s;
    return stays + u"the account and Region of the platform, "_s + region + u", on one AWS bill"_s;
}

} // namespace

int closingMonth(const RecordContext &context)
{
    return context.pool.earmarked ? context.lastMonth : context.projection.fullMonth;
}

QString monthBefore(const RecordContext &context, int month, int followedBy)
{
    const bool oneYear = context.month(month).year() == context.month(followedBy).year();
    return oneYear ? monthName(context.month(month)) : monthAndYear(context.month(month));
}

ProductionClauses productionClauses(const RecordContext &context)
{
    const std::vector<const UseCase *> told = toldUseCases(context);
    ProductionClauses clauses;
    clauses.launch = launchClause(context, told);
    clauses.carries = carriesClause(context, told);
    clauses.today = todaySentences(told);
    clauses.bill = billClause(context.worksheet.aws);
    clauses.projected = projectedClause(context, clauses.bill.startsWith("Bedrock"_L1));
    clauses.services = servicesClause(context);
    clauses.platform = platformClause(context, !clauses.services.isEmpty());
    clauses.platformFigures = platformFigures(context);
    clauses.place = placeClause(context, told);
    return clauses;
}

} // namespace records
