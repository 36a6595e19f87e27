#include "records/recordcontext.h"

#include "domain/defaults.h"
#include "domain/exact.h"
#include "records/companyname.h"
#include "records/english.h"

#include <algorithm>

namespace records {

using domain::Decimal;
using domain::Int128;
using domain::Money;
using domain::UseCase;
using domain::Workload;
using projection::Line;
using namespace Qt::StringLiterals;

namespace {

const auto kBedrock = u"Amazon Bedrock"_s;

const catalogue::Programme &programmeOf(const CaseInput &input, const QString &id)
{
    static const catalogue::Programme kUnknown;
    const catalogue::Programme *programme = input.programmes.find(id);
    return programme ? *programme : kUnknown;
}

bool isEvaluation(const Workload &workload)
{
    return workload.name.contains("eval"_L1, Qt::CaseInsensitive) || workload.id.contains("eval"_L1);
}

/// "Assistant answers" -> "answers": the last word, where it is a plural that counts.
QString unitOf(const Workload &workload)
{
    const QString name = plain(workload.name);
    const QString word = name.mid(name.lastIndexOf(u' ') + 1);
    const bool isWord = std::all_of(word.begin(), word.end(), [](QChar sign) { return sign.isLetter(); });
    return isWord && isPlural(name) ? word.toLower() : u"requests"_s;
}

/// What a day has of a month's calls: calls / days / calls per request.
qint64 perDay(qint64 callsOfMonth, const Workload &workload)
{
    const Int128 divisor = Int128(domain::daysPerMonthOf(workload).millionths()) * domain::callsPerRequestOf(workload);
    return divisor == 0 ? 0
                        : static_cast<qint64>(domain::divideHalfEven(Int128(callsOfMonth) * Decimal::kScale, divisor));
}

} // namespace

domain::RecordFacts factsFor(const domain::Worksheet &worksheet, const QString &poolId)
{
    const auto found = std::find_if(worksheet.records.begin(), worksheet.records.end(),
                                    [&poolId](const domain::RecordFacts &facts) { return facts.pool == poolId; });
    return found == worksheet.records.end() ? domain::RecordFacts() : *found;
}

RecordContext::RecordContext(const CaseInput &in, const DraftedPool &of)
    : input(in),
      drafted(of),
      worksheet(in.worksheet),
      projection(in.projection),
      pool(in.plan.pools[static_cast<std::size_t>(of.pool)]),
      programme(programmeOf(in, pool.programme)),
      own(factsFor(in.worksheet, pool.id))
{
    for (const UseCase &useCase : worksheet.useCases) {
        if (!pool.earmarked || pool.useCases.contains(useCase.id))
            useCases.push_back(&useCase);
    }
    lastMonth = std::clamp(pool.lastMonth, 1, std::max(projection.months, 1));
    firstMonth = std::clamp(std::max(pool.fromMonth, pool.issuedMonth), 1, lastMonth);
}

const DraftedPool *RecordContext::toldBy(const UseCase &useCase) const
{
    for (const DraftedPool &other : input.drafted) {
        if (&other == &drafted || (isAceRecord() && other.number >= drafted.number))
            break;
        const funding::Pool &earlier = input.plan.pools[static_cast<std::size_t>(other.pool)];
        if (other.number > 0 && earlier.earmarked && earlier.useCases.contains(useCase.id))
            return &other;
    }
    return nullptr;
}

bool RecordContext::tellsProduction() const
{
    return std::any_of(useCases.begin(), useCases.end(), [this](const UseCase *useCase) { return toldBy(*useCase); });
}

bool RecordContext::isProduction(const UseCase &useCase) const
{
    return useCase.goLiveOn || programme.phase == "production"_L1 || own.phase == "production"_L1;
}

QString RecordContext::titleOf(const UseCase &useCase) const
{
    const QString title = withoutStop(plain(useCase.title));
    return title.isEmpty() ? capitalized(QString(useCase.id).replace(u'-', u' ')) : title;
}

QString RecordContext::nameOf(const UseCase &useCase) const
{
    static const QStringList kArticles{u"the"_s, u"a"_s, u"an"_s, u"our"_s, u"their"_s};
    const QString title = titleOf(useCase);
    if (kArticles.contains(title.left(title.indexOf(u' ')), Qt::CaseInsensitive))
        return midSentence(title);
    return u"the "_s + titleInSentence(title, {plain(worksheet.company.name).section(u' ', 0, 0)});
}

QString RecordContext::shortNameOf(const UseCase &useCase) const
{
    static const QStringList kJoints{u"for"_s, u"of"_s,   u"with"_s, u"in"_s, u"to"_s,
                                     u"and"_s, u"from"_s, u"on"_s,   u"by"_s};
    const QStringList words = titleOf(useCase).split(u' ');
    const QString last = words.back();
    const bool canStandAlone =
        words.size() > 1 && last.size() > 3 && last == last.toLower()
        && std::all_of(last.begin(), last.end(), [](QChar sign) { return sign.isLetter() || sign == u'-'; })
        && std::none_of(words.begin(), words.end(), [](const QString &word) { return kJoints.contains(word); });
    return canStandAlone ? QString(u"the "_s + last) : nameOf(useCase);
}

QStringList RecordContext::services(bool ofUseCases) const
{
    QStringList names;
    for (const Line &line : projection.lines) {
        if (!line.creditEligible || line.total.isZero() || line.service == kBedrock
            || line.useCase.has_value() != ofUseCases || !pool.hasInScope(line))
            continue;
        const QString name = shortService(plain(line.service));
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

QStringList RecordContext::useCaseServices() const
{
    return services(true);
}

QStringList RecordContext::platformServices() const
{
    return services(false);
}

Money RecordContext::platformSpend(int month) const
{
    Money sum;
    for (const Line &line : projection.lines) {
        if (line.creditEligible && !line.useCase && line.service != kBedrock && pool.hasInScope(line))
            sum += line.monthly[static_cast<std::size_t>(month - 1)];
    }
    return sum;
}

Money RecordContext::bedrockSpend(int month) const
{
    Money sum;
    for (const Line &line : projection.lines) {
        if (line.creditEligible && line.service == kBedrock && pool.hasInScope(line))
            sum += line.monthly[static_cast<std::size_t>(month - 1)];
    }
    return sum;
}

std::optional<int> RecordContext::monthOf(std::optional<QDate> date) const
{
    if (!date)
        return {};
    const int number = domain::Month::of(*date).since(projection.startMonth) + 1;
    return number >= 1 && number <= projection.months ? std::optional(number) : std::nullopt;
}

std::optional<QDate> RecordContext::firstGoLive() const
{
    std::optional<QDate> first;
    for (const UseCase *useCase : useCases) {
        if (useCase->goLiveOn && (!first || *useCase->goLiveOn < *first))
            first = useCase->goLiveOn;
    }
    return first;
}

MainVolume mainVolume(const RecordContext &context)
{
    MainVolume main;
    const Line *mainLine = nullptr;
    for (const bool evaluations : {false, true}) {
        for (const UseCase *useCase : context.useCases) {
            for (const Workload &workload : useCase->workloads) {
                const Line *line = context.projection.line(workload.id);
                if (!line || line->basis.requests.empty() || isEvaluation(workload) != evaluations)
                    continue;
                if (!mainLine || line->total > mainLine->total) {
                    mainLine = line;
                    main.workload = &workload;
                    main.useCase = useCase;
                }
            }
        }
        if (mainLine)
            break;
    }
    if (!mainLine)
        return {};
    main.unit = unitOf(*main.workload);
    for (const qint64 calls : mainLine->basis.requests)
        main.perDay.push_back(perDay(calls, *main.workload));
    return main;
}

EvaluationRun evaluationRun(const RecordContext &context, const UseCase &useCase, int month)
{
    if (month < 1)
        return {};
    for (const Workload &workload : useCase.workloads) {
        const Line *line = isEvaluation(workload) ? context.projection.line(workload.id) : nullptr;
        if (line && !line->monthly[static_cast<std::size_t>(month - 1)].isZero())
            return {&workload, line->monthly[static_cast<std::size_t>(month - 1)]};
    }
    return {};
}

} // namespace records
