// Checklist and application brief: for pools that are not filed through ACE. One tidy page: what the founder does, the
// facts to enter, the ask and what it rests on, what is still missing.
#include "documents/formats.h"
#include "documents/sections.h"
#include "domain/defaults.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

Section listSection(const QString &head, const QStringList &items)
{
    Section section;
    section.head = head;
    NumberedList list;
    for (const QString &item : items)
        list.items.push_back({ItemStatus::None, Text(item)});
    section.blocks.push_back(std::move(list));
    return section;
}

QStringList steps(const RecordView &view)
{
    const bool isApplication = view.record.kind == records::RecordKind::Application;
    const bool byOrganization = view.pool.route == domain::Route::OrgId && !isApplication
                             && view.worksheet.company.institutionallyFunded.value_or(false);
    const QString account = accountId(domain::accountOf(domain::UseCase(), view.worksheet.aws));
    const QString program = view.programme.name;
    QStringList steps;
    if (isApplication) {
        steps.append(u"Check the dates of the next cohort of "_s + program + u" and put its deadline in the calendar.");
        steps.append(u"Fill in the application with the facts below; every figure in it is the one printed here."_s);
        steps.append(u"Attach the spend by service: it is what the ask rests on."_s);
    } else {
        if (byOrganization)
            steps.append(
                u"Ask the investor or accelerator for its Activate organization ID and keep it to yourselves."_s);
        steps.append(u"Open the AWS Activate page, choose "_s + program
                     + u" and sign in as the owner of the account below.");
        steps.append(
            u"Apply with an e-mail address of the company\u2019s own domain and the company\u2019s website."_s);
        steps.append(u"Enter the facts below as they stand; what is missing is listed at the end."_s);
    }
    if (!view.programme.speed.isEmpty())
        steps.append(u"Expect an answer in "_s + withoutStop(view.programme.speed) + u'.');
    steps.append(u"When the credits are issued, check in Billing, Credits that they are on account "_s
                 + (account.isEmpty() ? u"(not stated)"_s : account) + u" and when they expire.");
    steps.append(u"Tell the partner the amount and both dates: the other asks depend on them."_s);
    return steps;
}

/// A cohort takes months to decide: what else of the stack pays until then.
QString runningMeanwhile(const RecordView &view)
{
    QStringList others;
    for (int i = 0; i < int(view.plan.pools.size()); ++i) {
        const funding::Pool &pool = view.plan.pools[size_t(i)];
        if (&pool != &view.pool && pool.eligible && !pool.ask.isZero())
            others.append(view.poolName(i) + u", " + textDollars(pool.ask) + u", " + windowOf(view, pool));
    }
    return others.join(u"; "_s);
}

LabelledList facts(const RecordView &view)
{
    LabelledList list;
    const auto add = [&list](const QString &label, const QString &text, const QString &field = {}) {
        if (!text.trimmed().isEmpty())
            list.rows.push_back({label, orNotStated(text, field)});
    };
    const domain::AwsAccount &aws = view.worksheet.aws;
    add(u"AWS account"_s, accountId(aws.accountId));
    add(u"Region"_s, regionName(domain::regionOf(aws)));
    if (aws.monthlySpendUsd)
        add(u"AWS bill today"_s, textDollars(*aws.monthlySpendUsd) + u" a month");
    for (const domain::UseCase *useCase : view.useCases) {
        const QString path = u"useCases/"_s + useCase->id + u'/';
        add(u"Use case"_s, useCase->title);
        add(u"Problem"_s, useCase->problem, path + u"problem");
        add(u"Solution"_s, useCase->solution, path + u"solution");
        if (view.record.kind != records::RecordKind::Application)
            continue;
        add(u"Why now"_s, useCase->whyNow, path + u"whyNow");
        add(u"Why Bedrock"_s, useCase->whyBedrock, path + u"whyBedrock");
        add(u"Success metric"_s, useCase->successMetric, path + u"successMetric");
        add(u"Baseline"_s, useCase->baseline, path + u"baseline");
        add(u"Evaluation"_s, useCase->evaluation, path + u"evaluation");
        if (useCase->goLiveOn)
            add(u"Go-live"_s, longDate(*useCase->goLiveOn));
    }
    if (view.record.kind == records::RecordKind::Application)
        add(u"Running meanwhile"_s, runningMeanwhile(view));
    return list;
}

QStringList missing(const RecordView &view)
{
    const domain::Company &company = view.worksheet.company;
    QStringList missing;
    const auto check = [&missing](bool isMissing, const QString &what) {
        if (isMissing)
            missing.append(what);
    };
    check(company.website.isEmpty(), u"The company\u2019s website."_s);
    check(company.description.isEmpty(), u"One sentence on what the company does."_s);
    check(!company.foundedYear, u"The year it was founded."_s);
    check(!company.headcount, u"Its headcount."_s);
    check(!company.stage, u"Its stage."_s);
    check(view.worksheet.aws.accountId.isEmpty(), u"The AWS account that the credits go to."_s);
    check(company.institutionallyFunded.value_or(false) && !company.lastRound,
          u"The last round and its lead investor."_s);
    const bool isApplication = view.record.kind == records::RecordKind::Application;
    for (const domain::UseCase *useCase : view.useCases) {
        const QString name = useCase->title.isEmpty() ? useCase->id : useCase->title;
        check(useCase->problem.isEmpty(), name + u": the problem it solves.");
        check(isApplication && useCase->whyBedrock.isEmpty(), name + u": why Bedrock.");
        check(isApplication && useCase->successMetric.isEmpty(), name + u": the success metric.");
    }
    return missing;
}

Band handoutBand(const RecordView &view)
{
    Band band = bandOf(view);
    const bool isApplication = view.record.kind == records::RecordKind::Application;
    band.title =
        view.worksheet.company.name + (isApplication ? u": application brief"_s : u": checklist for the founder"_s);
    band.facts = {{u"Window"_s, windowOf(view, view.pool)}};
    if (!view.programme.covers.isEmpty())
        band.facts.push_back({u"Covers"_s, withoutStop(view.programme.covers)});
    if (!view.programme.audience.isEmpty())
        band.facts.push_back({u"For"_s, withoutStop(view.programme.audience)});
    return band;
}

/// What a founder does who needs no record: the paths of this stage that lead to no programme in particular.
void addPaths(const RecordView &view, Brief &brief)
{
    const auto &stage = view.worksheet.company.stage;
    for (const catalogue::FounderPath &path : view.input.programmes.paths) {
        const bool fits = stage && std::find(path.stages.begin(), path.stages.end(), *stage) != path.stages.end();
        if (fits && path.programme.isEmpty())
            brief.sections.push_back(listSection(path.title, path.steps));
    }
}

} // namespace

Brief buildHandout(const RecordView &view)
{
    Brief brief;
    brief.band = handoutBand(view);
    Assumptions unused;
    brief.strip = stripOf(view, unused);
    brief.strip->bill.clear(); // today's bill stands among the facts; month 1 is no business of a form
    brief.strip->reason = Text();
    addPaths(view, brief);
    brief.sections.push_back(listSection(u"What to do"_s, steps(view)));
    Section form;
    form.head =
        view.record.kind == records::RecordKind::Application ? u"Facts for the application"_s : u"Facts for the form"_s;
    form.blocks.push_back(facts(view));
    brief.sections.push_back(std::move(form));
    if (!view.pool.need.isZero()) {
        Section spend = spendSection(view, Assumptions());
        spend.head = u"What the ask rests on"_s;
        brief.sections.push_back(std::move(spend));
    }
    Section open = listSection(u"Still missing"_s, missing(view));
    if (missing(view).isEmpty())
        open.blocks = {Paragraphs{{Text(u"Nothing that the form asks for."_s)}}};
    brief.sections.push_back(std::move(open));
    return brief;
}

} // namespace documents
