// The reviewer's second question: will the workload genuinely consume AWS services in volume?
#include "domain/defaults.h"
#include "records/english.h"
#include "review/checkparts.h"

#include <algorithm>

namespace review {

using domain::Money;
using domain::Worksheet;
using projection::Line;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostWorkloads = 6;

/// "5,000 calls a day, each 4,000 tokens in and 600 out"
QString volumeOf(const Line &line)
{
    const auto &basis = line.basis;
    return records::grouped(basis.callsPerDay) + u" calls a day, each "_s + records::grouped(basis.inputTokens)
         + u" tokens in and "_s + records::grouped(basis.outputTokens) + u" out"_s;
}

/// "growth of 4 percent a month"
QString growthOf(domain::Decimal share)
{
    return u"growth of "_s + domain::Decimal::fromMillionths(share.millionths() * 100).toString()
         + u" percent a month"_s;
}

const domain::Workload *workloadOf(const Worksheet &worksheet, const Line &line)
{
    for (const domain::UseCase &useCase : worksheet.useCases) {
        for (const domain::Workload &workload : useCase.workloads) {
            if (useCase.id == line.useCase && workload.id == line.id)
                return &workload;
        }
    }
    return nullptr;
}

CheckItem workloadItem(const ReviewInput &input, const Line &line)
{
    const QString path = u"useCases/"_s + line.useCase.value_or(QString()) + u"/workloads/"_s + line.id;
    CheckItem item;
    item.id = u"workload-"_s + line.id;
    item.field = path;
    const QString name = line.name.isEmpty() ? line.id : records::plain(line.name);
    if (line.total.isZero()) {
        item.statement = name + u" costs nothing in the projection: no volume is stated for it."_s;
        item.evidence.push_back(missingEvidence(u"Its volume is not known."_s, path + u"/requestsPerDay"_s));
        return item;
    }
    item.statement = name + (line.modelName.isEmpty() ? QString() : QString(u" on "_s + line.modelName)) + u": "_s
                   + (line.basis.kind == projection::LineKind::Provisioned
                          ? QString(records::grouped(line.basis.modelUnits) + u" model units"_s)
                          : volumeOf(line))
                   + u"; "_s + records::exactDollars(line.total) + u" in "_s + QString::number(input.projection.months)
                   + u" months."_s;
    const domain::Workload *workload = workloadOf(input.worksheet, line);
    const bool byUsers = workload && !workload->requestsPerDay && workload->users;
    const auto add = [&](const QString &fact, QLatin1StringView key) {
        item.evidence.push_back(evidenceOf(input.worksheet, fact, path + u'/' + key));
    };
    if (byUsers)
        add(records::grouped(*workload->users) + u" users"_s, "users"_L1);
    else if (workload && workload->requestsPerDay)
        add(records::grouped(*workload->requestsPerDay) + u" requests a day"_s, "requestsPerDay"_L1);
    if (workload && workload->inputTokens)
        add(records::grouped(*workload->inputTokens) + u" tokens in"_s, "inputTokens"_L1);
    if (workload && workload->outputTokens)
        add(records::grouped(*workload->outputTokens) + u" tokens out"_s, "outputTokens"_L1);
    if (workload && workload->growthPerMonth)
        add(growthOf(*workload->growthPerMonth), "growthPerMonth"_L1);
    return item;
}

void addWorkloads(const ReviewInput &input, ReviewCheck &check)
{
    std::vector<const Line *> lines;
    for (const Line &line : input.projection.lines) {
        if (line.isWorkload)
            lines.push_back(&line);
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line *a, const Line *b) { return a->total > b->total; });
    for (std::size_t i = 0; i < lines.size() && i < kMostWorkloads; ++i)
        check.items.push_back(workloadItem(input, *lines[i]));
    if (lines.empty())
        check.items.push_back({u"no-workload"_s,
                               u"No workload is described, so nothing shows what would run on Bedrock."_s,
                               {missingEvidence(u"No workload is known."_s, u"useCases"_s)},
                               u"useCases"_s,
                               {},
                               {}});
    if (lines.size() > kMostWorkloads)
        check.items.push_back({u"more-workloads"_s,
                               records::grouped(static_cast<qint64>(lines.size() - kMostWorkloads))
                                   + u" smaller workloads come on top."_s,
                               {},
                               {},
                               {},
                               {}});
}

/// Bedrock beside all of the spend, in the first month and the full one.
CheckItem bedrockShare(const projection::Projection &projection)
{
    const auto full = static_cast<std::size_t>(std::max(projection.fullMonth, 1) - 1);
    Money bedrock;
    for (const projection::ServiceTotals &service : projection.services) {
        if (service.service.startsWith("Amazon Bedrock"_L1) && full < service.totals.monthly.size())
            bedrock += service.totals.monthly[full];
    }
    CheckItem item;
    item.id = u"bedrock-share"_s;
    const Money all = projection.total.full;
    const auto percent = percentOf(bedrock, all);
    item.statement = percent ? QString(u"In "_s + records::monthAndYear(projection.monthAt(projection.fullMonth))
                                       + u" Bedrock is "_s + records::exactDollars(bedrock) + u" of "_s
                                       + records::exactDollars(all) + u", "_s + *percent + u" percent."_s)
                             : u"Nothing is spent in the projection."_s;
    return item;
}

/// The program's own floor is the one published measure of "in volume".
CheckItem floorItem(const ReviewInput &input, const funding::Pool &pool, const catalogue::Programme &programme)
{
    CheckItem item;
    item.id = u"floor-"_s + pool.id;
    item.field = u"funding/pools/"_s + pool.id;
    const bool reached = pool.ask >= *programme.floor;
    item.judgement = reached ? Judgement::Holds : Judgement::Weak;
    item.statement = u"The ask of "_s + records::exactDollars(pool.ask) + u" for "_s + poolName(input, pool)
                   + (reached ? u" reaches the program's floor of "_s : u" is below the program's floor of "_s)
                   + records::exactDollars(*programme.floor) + u'.';
    item.evidence.push_back({u"The need in its window is "_s + records::exactDollars(pool.need) + u'.', {}, {}, {}});
    item.rule = ruleText(u"The program begins at "_s + records::exactDollars(*programme.floor), programme.source,
                         programme.asOf);
    return item;
}

CheckItem launchItem(const domain::Finding &finding, const catalogue::Programme &programme, int number)
{
    CheckItem item;
    item.id = u"launch-in-window"_s + (number > 1 ? QString(u'-' + QString::number(number)) : QString());
    item.statement = finding.message;
    item.field = finding.field;
    item.judgement = Judgement::Weak;
    item.evidence.push_back({finding.fix, finding.field, {}, {}});
    item.rule = ruleText(u"It covers "_s + records::midSentence(programme.covers), programme.source, programme.asOf);
    return item;
}

/// For AWS the return: what is paid after credits.
CheckItem afterCredits(const ReviewInput &input)
{
    CheckItem item;
    item.id = u"paid-after-credits"_s;
    item.statement = u"After credits the customer pays "_s + records::exactDollars(input.plan.customer.total)
                   + u" in the "_s + QString::number(input.projection.months) + u" months of the projection."_s;
    return item;
}

} // namespace

ReviewCheck consumption(const CheckInput &input)
{
    ReviewCheck check{u"consumption"_s, u"It will consume AWS services in volume"_s, {}};
    addWorkloads(input.review, check);
    check.items.push_back(bedrockShare(input.review.projection));
    const catalogue::Programme *proof = nullptr;
    for (const funding::Pool &pool : input.review.plan.pools) {
        const catalogue::Programme *programme = programmeOf(input.review, pool);
        if (programme && programme->proofOfConcept && pool.eligible)
            proof = programme;
        if (programme && programme->floor && pool.eligible && pool.filedThroughAce)
            check.items.push_back(floorItem(input.review, pool, *programme));
    }
    int launches = 0;
    if (proof) {
        for (const domain::Finding &finding : findingsOf(input.findings, {u"launch-inside-poc-window"_s}))
            check.items.push_back(launchItem(finding, *proof, ++launches));
    }
    check.items.push_back(afterCredits(input.review));
    return check;
}

} // namespace review
