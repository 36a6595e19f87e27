#include "records/record.h"

#include "domain/defaults.h"
#include "records/businessproblem.h"
#include "records/closedate.h"
#include "records/english.h"
#include "records/narrative.h"
#include "records/products.h"
#include "records/proof.h"
#include "records/recordcontext.h"
#include "records/statedspend.h"
#include "records/title.h"

#include <QSet>

#include <algorithm>

namespace records {

using domain::Findings;
using domain::Severity;
using funding::FundingPlan;
using funding::Pool;
using projection::Projection;
using namespace Qt::StringLiterals;

namespace {

// No value of ACE's list is about generative AI; this is the one that AWS's own samples use for it.
const auto kCustomerUseCase = u"AI Machine Learning and Analytics"_s;
const auto kEngagement = u"Build"_s;
const auto kAccelerator = u"genai-accelerator"_s;

QString poolField(const Pool &pool)
{
    return u"funding/pools/"_s + pool.id;
}

void noteNotDrafted(const Pool &pool, const StatedSpend &stated, bool followsGeneral, Findings &findings)
{
    if (!pool.eligible) {
        findings.push_back({u"record-not-drafted"_s, Severity::Advice, poolField(pool),
                            u"Nothing is drafted for "_s + pool.id + u": it is not eligible."_s,
                            u"Remove the pool, or change what stands against it."_s});
        return;
    }
    const bool repeats = followsGeneral && !pool.earmarked;
    findings.push_back({u"record-states-nothing"_s, Severity::Warning, poolField(pool),
                        repeats ? u"No record is drafted for "_s + pool.id
                                      + u": an earlier general-purpose record states all that is left to state."_s
                        : stated.month == 0
                            ? u"No record is drafted for "_s + pool.id + u": nothing is ever spent in its scope."_s
                            : u"No record is drafted for "_s + pool.id + u": it would state a monthly spend of $0."_s,
                        repeats ? u"Ask for one general-purpose pool, or earmark the other to a use case of its own."_s
                                : u"Add what it would pay for, move its window, or remove the pool."_s});
}

/// The pools that get a record: those filed through ACE, earmarked ones first, then checklists and applications.
std::vector<DraftedPool> draftedPools(const Projection &projection, const FundingPlan &plan, Findings &findings)
{
    std::vector<DraftedPool> drafted;
    std::vector<const Pool *> earlier;
    bool hasGeneral = false;
    for (const bool earmarked : {true, false}) {
        for (std::size_t i = 0; i < plan.pools.size(); ++i) {
            const Pool &pool = plan.pools[i];
            if (!pool.filedThroughAce || pool.earmarked != earmarked)
                continue;
            const StatedSpend stated = statedSpend(projection, pool, earlier);
            if (!pool.eligible || stated.amount.isZero()) {
                noteNotDrafted(pool, stated, hasGeneral, findings);
                continue;
            }
            drafted.push_back(
                {static_cast<int>(i), static_cast<int>(drafted.size()) + 1, stated.amount, stated.month, stated.lines});
            earlier.push_back(&pool);
            hasGeneral = hasGeneral || !earmarked;
        }
    }
    for (std::size_t i = 0; i < plan.pools.size(); ++i) {
        const Pool &pool = plan.pools[i];
        if (pool.filedThroughAce)
            continue;
        if (pool.eligible)
            drafted.push_back({static_cast<int>(i), 0, {}, 0, {}});
        else
            noteNotDrafted(pool, {}, false, findings);
    }
    return drafted;
}

RecordKind kindOf(const Pool &pool)
{
    if (pool.filedThroughAce)
        return RecordKind::Opportunity;
    return pool.programme == kAccelerator ? RecordKind::Application : RecordKind::Checklist;
}

QString phaseOf(const RecordContext &context)
{
    if (!context.own.phase.isEmpty())
        return plain(context.own.phase);
    if (!context.programme.phase.isEmpty())
        return context.programme.phase;
    return context.programme.proofOfConcept ? u"POC"_s : u"production"_s;
}

/// The use cases a title names: those whose lines the record states, or all in scope where it states none.
QStringList titledUseCases(const RecordContext &context)
{
    QStringList titles;
    for (const domain::UseCase *useCase : context.useCases) {
        const auto &lines = context.drafted.statedLines;
        const bool stated = std::any_of(lines.begin(), lines.end(), [&](int line) {
            return context.projection.lines[static_cast<std::size_t>(line)].useCase == useCase->id;
        });
        if (stated || lines.empty())
            titles.append(context.titleOf(*useCase));
    }
    return titles;
}

QString titleOf(const RecordContext &context, const QString &phase, QSet<QString> &taken, Findings &findings)
{
    const bool given = !context.own.title.isEmpty();
    const QString program =
        context.programme.shortName.isEmpty() ? context.pool.programme : context.programme.shortName;
    const QStringList useCases = context.isAceRecord() ? titledUseCases(context) : QStringList{program};
    Title title;
    for (int ordinal = 1;; ++ordinal) {
        title = given ? fittedTitle(context.own.title, ordinal)
                      : composeTitle({context.worksheet.company.name, useCases,
                                      context.isAceRecord() ? phase : QString(), ordinal});
        if (!taken.contains(title.text.toLower()))
            break;
    }
    taken.insert(title.text.toLower());
    if (title.lostWords && context.isAceRecord())
        findings.push_back({u"title-shortened"_s, given ? Severity::Warning : Severity::Advice,
                            u"records/"_s + context.pool.id + u"/title"_s,
                            u"The title of "_s + context.pool.id + u" was shortened to the "_s
                                + QString::number(kTitleLength) + u" characters that every channel takes: "_s
                                + title.text,
                            u"Give it a title of your own, or a shorter name to the use case."_s});
    return title.text;
}

/// The lines whose products the customer will use: eligible, in scope, with spend.
std::vector<int> linesInScope(const RecordContext &context)
{
    std::vector<int> lines;
    for (std::size_t i = 0; i < context.projection.lines.size(); ++i) {
        const projection::Line &line = context.projection.lines[i];
        if (line.creditEligible && !line.total.isZero() && context.pool.hasInScope(line))
            lines.push_back(static_cast<int>(i));
    }
    return lines;
}

QStringList codesOf(const RecordContext &context, Findings &findings)
{
    const ProductCodes products = productCodes(context.projection, linesInScope(context));
    if (context.isAceRecord() && !products.uncoded.isEmpty())
        findings.push_back(
            {u"product-without-code"_s, Severity::Advice, poolField(context.pool),
             u"ACE's product list has no single entry for "_s + listed(products.uncoded) + u'.',
             u"Choose the fitting entries (by engine or instance family) when you file "_s + context.pool.id + u'.'});
    if (context.isAceRecord() && products.leftOut > 0)
        findings.push_back({u"too-many-products"_s, Severity::Advice, poolField(context.pool),
                            u"ACE takes "_s + QString::number(kMostProductCodes) + u" products; "_s
                                + QString::number(products.leftOut) + u" of "_s + context.pool.id + u" are left out."_s,
                            u"Name the most important services first in the worksheet."_s});
    return products.codes;
}

/// What the partner stated for this pool; nothing is put in its place.
void fillOwnFacts(const RecordContext &context, Record &record)
{
    const domain::RecordFacts &own = context.own;
    record.stage = own.stage;
    record.opportunityType = own.opportunityType;
    record.engagementType = own.engagementType.isEmpty() ? kEngagement : plain(own.engagementType);
    record.primaryNeeds = own.primaryNeeds;
    record.salesActivities = own.salesActivities;
    record.deliveryModels = own.deliveryModels;
    record.nextSteps = own.nextSteps;
    record.comments = own.comments;
    record.estimationUrl = own.estimationUrl;
    record.solutionIds = context.worksheet.partner.solutionIds;
}

void fillAccount(const RecordContext &context, Record &record)
{
    const domain::AwsAccount &aws = context.worksheet.aws;
    const bool ofUseCase = context.pool.earmarked && !context.useCases.empty();
    record.accountId = ofUseCase ? domain::accountOf(*context.useCases.front(), aws) : aws.accountId;
    record.region = ofUseCase ? domain::regionOf(*context.useCases.front(), aws) : domain::regionOf(aws);
}

Record composeRecord(const RecordContext &context, QSet<QString> &titles, Findings &findings)
{
    Record record;
    record.kind = kindOf(context.pool);
    record.pool = context.drafted.pool;
    record.poolId = context.pool.id;
    record.programme = context.pool.programme;
    record.number = context.drafted.number;
    record.phase = phaseOf(context);
    record.title = titleOf(context, record.phase, titles, findings);
    record.statedMonthlySpend = context.drafted.stated;
    record.statedMonth = context.drafted.statedMonth;
    record.statedLines = context.drafted.statedLines;
    record.useCaseParagraphs = useCaseParagraphs(context);
    record.customerUseCase = kCustomerUseCase;
    record.productCodes = codesOf(context, findings);
    fillOwnFacts(context, record);
    fillAccount(context, record);
    fillProof(context, record);
    record.subject = subjectOf(context);
    if (context.isAceRecord()) {
        record.businessProblem = businessProblem(context, findings);
        record.targetCloseDate = targetCloseDate(context, findings);
    }
    return record;
}

} // namespace

Stack compose(const domain::Worksheet &worksheet, const Projection &projection, const FundingPlan &plan,
              const catalogue::Programmes &programmes, QDate asOf)
{
    Stack stack;
    const CaseInput input{worksheet,  projection, plan,
                          programmes, asOf,       draftedPools(projection, plan, stack.findings)};
    const auto aceRecords = std::count_if(input.drafted.begin(), input.drafted.end(),
                                          [](const DraftedPool &drafted) { return drafted.number > 0; });
    const QString distinction = distinctionOf(input);
    QSet<QString> titles;
    for (const DraftedPool &drafted : input.drafted) {
        const RecordContext context(input, drafted);
        Record record = composeRecord(context, titles, stack.findings);
        record.of = static_cast<int>(aceRecords);
        record.distinction = distinction;
        stack.records.push_back(std::move(record));
    }
    return stack;
}

} // namespace records
