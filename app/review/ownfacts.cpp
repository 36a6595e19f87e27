#include "review/ownfacts.h"

#include "records/english.h"
#include "records/sentences.h"

#include <algorithm>

namespace review {

using domain::UseCase;
using domain::Workload;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kExcerpt = 120;

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar sign) { return sign.isDigit(); });
}

/// The first sentence of a text that holds a figure, quoted and kept short; empty when none does.
QString figureOf(const QString &userText)
{
    const QString text = records::plain(userText);
    for (const records::TextRange &range : records::sentenceRanges(text)) {
        const QString sentence = records::withoutStop(text.mid(range.start, range.length));
        if (hasDigit(sentence) && records::codePoints(sentence) <= kExcerpt)
            return u'"' + sentence + u'"';
    }
    return {};
}

/// "Assistant answers, 5,000 requests a day": of the workload with the most of them.
QString volumeOf(const UseCase &useCase)
{
    const Workload *most = nullptr;
    for (const Workload &workload : useCase.workloads) {
        if (workload.requestsPerDay.value_or(0) > (most ? most->requestsPerDay.value_or(0) : 0))
            most = &workload;
    }
    if (most)
        return records::plain(most->name.isEmpty() ? most->id : most->name) + u", "_s
             + records::grouped(*most->requestsPerDay) + u" requests a day"_s;
    for (const Workload &workload : useCase.workloads) {
        if (workload.users.value_or(0) > 0)
            return records::plain(workload.name.isEmpty() ? workload.id : workload.name) + u", "_s
                 + records::grouped(*workload.users) + u" users"_s;
    }
    return {};
}

QString billOf(const Worksheet &worksheet)
{
    const auto &aws = worksheet.aws;
    const bool hasBill = aws.monthlySpendUsd && !aws.monthlySpendUsd->isZero();
    if (aws.bedrockMonthlySpendUsd && !aws.bedrockMonthlySpendUsd->isZero() && hasBill)
        return u"Bedrock is "_s + records::exactDollars(*aws.bedrockMonthlySpendUsd) + u" of a "_s
             + records::exactDollars(*aws.monthlySpendUsd) + u" monthly AWS bill"_s;
    return hasBill ? QString(u"the AWS bill is "_s + records::exactDollars(*aws.monthlySpendUsd) + u" a month"_s)
                   : QString();
}

QString dateOf(const UseCase &useCase)
{
    if (useCase.goLiveOn)
        return u"it goes live on "_s + records::longDate(*useCase.goLiveOn);
    if (useCase.startsOn)
        return u"it starts on "_s + records::longDate(*useCase.startsOn);
    return useCase.endsOn ? QString(u"it ends on "_s + records::longDate(*useCase.endsOn)) : QString();
}

QString quoted(const QString &userText)
{
    const QString text = records::withoutStop(records::plain(userText));
    return text.isEmpty() || records::codePoints(text) > kExcerpt ? QString() : QString(u'"' + text + u'"');
}

/// What to ask the founder when the case knows nothing that would fit.
QString questionFor(QLatin1StringView key)
{
    if (key == "successMetric"_L1)
        return u"Ask which number decides that it worked, and what it is today."_s;
    if (key == "whyNow"_L1)
        return u"Ask what happens if nothing is done this quarter, and by which date."_s;
    if (key == "solution"_L1 || key == "whyBedrock"_L1)
        return u"Ask what will be built, for whom, and with which model."_s;
    if (key == "scope"_L1)
        return u"Ask for whom, on which data, and for how long."_s;
    return u"Ask what hurts today, with a number: how many, how long, how much."_s;
}

} // namespace

QStringList ownFacts(const Worksheet &worksheet, const UseCase &useCase, QLatin1StringView key)
{
    QStringList facts;
    const auto add = [&](const QString &fact) {
        if (!fact.isEmpty() && !facts.contains(fact))
            facts.append(fact);
    };
    if (key == "whyNow"_L1) {
        add(dateOf(useCase));
        add(billOf(worksheet));
    }
    if (key == "scope"_L1)
        add(quoted(useCase.users));
    if (key != "baseline"_L1)
        add(figureOf(useCase.baseline));
    if (key != "problem"_L1 && key != "solution"_L1)
        add(figureOf(useCase.problem));
    if (key != "successMetric"_L1 && key != "problem"_L1)
        add(figureOf(useCase.successMetric));
    add(volumeOf(useCase));
    if (key != "successMetric"_L1 && key != "baseline"_L1)
        add(billOf(worksheet));
    return facts;
}

QString insteadFor(const Worksheet &worksheet, const UseCase &useCase, QLatin1StringView key)
{
    const QStringList facts = ownFacts(worksheet, useCase, key);
    return facts.isEmpty() ? questionFor(key) : u"Write what the case knows instead: "_s + facts.constFirst() + u'.';
}

} // namespace review
