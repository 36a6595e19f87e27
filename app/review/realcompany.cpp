// The reviewer's first question: is this a real company with a real use case?
#include "domain/defaults.h"
#include "records/english.h"
#include "review/checkparts.h"

#include <algorithm>

namespace review {

using catalogue::Situation;
using domain::Company;
using domain::Severity;
using domain::UseCase;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

QString stageName(domain::Stage stage)
{
    switch (stage) {
    case domain::Stage::Individual: return u"an individual"_s;
    case domain::Stage::PreSeed: return u"pre-seed"_s;
    case domain::Stage::Seed: return u"seed"_s;
    case domain::Stage::SeriesA: return u"Series A"_s;
    case domain::Stage::SeriesBPlus: return u"Series B or later"_s;
    case domain::Stage::Established: break;
    }
    return u"an established company"_s;
}

CheckItem named(const ReviewInput &input)
{
    const Worksheet &worksheet = input.worksheet;
    const Company &company = worksheet.company;
    CheckItem item;
    item.id = u"company-named"_s;
    QStringList missing;
    const auto fact = [&](const QString &value, const QString &what, const QString &field) {
        if (value.trimmed().isEmpty()) {
            item.evidence.push_back(missingEvidence(u"The "_s + what + u" is not known."_s, field));
            missing.append(what);
            if (item.field.isEmpty())
                item.field = field;
        } else {
            item.evidence.push_back(evidenceOf(worksheet, records::plain(value), field));
        }
    };
    fact(company.name, u"name"_s, u"company/name"_s);
    fact(company.website, u"website"_s, u"company/website"_s);
    fact(company.industry, u"industry"_s, u"company/industry"_s);
    fact(company.country, u"country"_s, u"company/country"_s);
    fact(company.postalCode, u"postal code"_s, u"company/postalCode"_s);
    item.statement = missing.isEmpty()
                       ? u"The reviewer can look the company up: name, website, industry and address are there."_s
                       : QString(u"The reviewer cannot look the company up: its "_s + records::listed(missing)
                                 + (missing.size() == 1 ? u" is missing."_s : u" are missing."_s));
    judge(item, missing.isEmpty() ? Judgement::Holds : Judgement::Against, input.rules.check(u"company-identified"));
    return item;
}

CheckItem size(const Worksheet &worksheet)
{
    const Company &company = worksheet.company;
    CheckItem item;
    item.id = u"company-size"_s;
    QStringList facts;
    const auto fact = [&](bool known, const QString &text, const QString &what, const QString &field) {
        if (known) {
            facts.append(text);
            item.evidence.push_back(evidenceOf(worksheet, text, field));
        } else {
            item.evidence.push_back(missingEvidence(u"The "_s + what + u" is not known."_s, field));
            if (item.field.isEmpty())
                item.field = field;
        }
    };
    fact(company.stage.has_value(), company.stage ? stageName(*company.stage) : QString(), u"stage"_s,
         u"company/stage"_s);
    fact(company.foundedYear.has_value(), u"founded in "_s + QString::number(company.foundedYear.value_or(0)),
         u"year it was founded"_s, u"company/foundedYear"_s);
    fact(company.headcount.has_value(), records::grouped(company.headcount.value_or(0)) + u" people"_s, u"headcount"_s,
         u"company/headcount"_s);
    item.statement = facts.isEmpty() ? u"Nothing is known about stage, age and size of the company."_s
                                     : QString(u"Known of the company: "_s + facts.join(u", "_s) + u'.');
    return item;
}

/// From the rule of the programs that stops every one of them.
CheckItem competitor(const ReviewInput &input)
{
    CheckItem item;
    item.id = u"no-competitor"_s;
    item.field = u"company/competesWithAws"_s;
    const std::optional<bool> &competes = input.worksheet.company.competesWithAws;
    item.evidence.push_back(
        competes ? evidenceOf(input.worksheet,
                              *competes ? u"It competes with AWS directly."_s : u"It does not compete with AWS."_s,
                              item.field)
                 : missingEvidence(u"Nobody asked."_s, item.field));
    if (!competes) {
        item.statement = u"Whether the company competes with AWS was not asked; nothing says that it does."_s;
        return item;
    }
    item.statement = *competes ? u"The company competes with AWS directly: every program is closed to it."_s
                               : u"The company does not compete with AWS."_s;
    item.judgement = *competes ? Judgement::Against : Judgement::Holds;
    for (const catalogue::EligibilityRule &rule : input.programmes.rules) {
        if (rule.when == Situation::CompetesWithAws)
            item.rule = ruleText(u"No program is open where "_s + rule.reason, rule.source, rule.asOf);
    }
    return item;
}

/// A proof of concept is a use case with a scope and a success metric.
CheckItem useCaseItem(const ReviewInput &input, const UseCase &useCase)
{
    const QString path = u"useCases/"_s + useCase.id;
    CheckItem item;
    item.id = u"use-case-"_s + useCase.id;
    QStringList missing;
    const auto fact = [&](const QString &text, const QString &what, QLatin1StringView key) {
        const QString field = path + u'/' + key;
        if (text.trimmed().isEmpty()) {
            item.evidence.push_back(missingEvidence(u"The "_s + what + u" is not known."_s, field));
            missing.append(what);
            if (item.field.isEmpty())
                item.field = field;
        } else {
            item.evidence.push_back(evidenceOf(input.worksheet, records::plain(text), field));
        }
    };
    fact(useCase.problem, u"problem"_s, "problem"_L1);
    fact(useCase.scope, u"scope"_s, "scope"_L1);
    fact(useCase.successMetric, u"success metric"_s, "successMetric"_L1);
    const QString name = useCase.title.isEmpty() ? useCase.id : records::plain(useCase.title);
    item.statement = missing.isEmpty()
                       ? QString(name + u" is a defined use case: problem, scope and success metric are stated."_s)
                       : QString(name + u" is not defined yet: no "_s + records::listed(missing) + u'.');
    if (!domain::isProofOfConcept(useCase))
        return item;
    for (const funding::Pool &pool : input.plan.pools) {
        const catalogue::Programme *programme = programmeOf(input, pool);
        if (!programme || !programme->proofOfConcept || !pool.useCases.contains(useCase.id))
            continue;
        item.judgement = missing.isEmpty() ? Judgement::Holds : Judgement::Against;
        item.rule = ruleText(programme->audience, programme->source, programme->asOf);
        break;
    }
    return item;
}

CheckItem wording(const CheckInput &input)
{
    CheckItem item;
    item.id = u"own-words"_s;
    const auto &useCases = input.review.worksheet.useCases;
    const auto wordless = std::find_if(useCases.begin(), useCases.end(), [](const UseCase &useCase) {
        return useCase.problem.trimmed().isEmpty() && useCase.solution.trimmed().isEmpty();
    });
    if (wordless != useCases.end()) {
        item.statement = u"There is no text of "_s + wordless->id + u" to judge yet."_s;
        item.field = u"useCases/"_s + wordless->id + u"/problem"_s;
        return item;
    }
    const domain::Findings weak =
        findingsOf(input.findings, {u"wording-"_s, u"text-fits-any-company"_s, u"metric-without-number"_s,
                                    u"number-without-unit"_s, u"sentence-repeated"_s});
    judge(item, weak.empty() ? Judgement::Holds : Judgement::Weak, input.review.rules.check(u"own-words"));
    item.statement = weak.empty()     ? u"The texts hold facts of this case and no general words."_s
                   : weak.size() == 1 ? u"One text holds words that a reviewer cannot check."_s
                                      : QString(QString::number(weak.size())
                                                + u" places in the texts hold words that a reviewer cannot check."_s);
    for (const domain::Finding &finding : weak)
        item.evidence.push_back({finding.message, finding.field, domain::FactStatus::Stated, {}});
    if (!weak.empty())
        item.field = weak.front().field;
    return item;
}

CheckItem distinct(const CheckInput &input)
{
    CheckItem item;
    item.id = u"records-distinct"_s;
    bool allDistinct = true;
    for (const Comparison &comparison : input.distinctness.comparisons) {
        if (!comparison.difference.isEmpty())
            item.evidence.push_back({comparison.difference, {}, domain::FactStatus::Stated, {}});
        allDistinct = allDistinct && comparison.isDistinct();
    }
    judge(item, allDistinct ? Judgement::Holds : Judgement::Weak, input.review.rules.check(u"records-distinct"));
    item.statement =
        allDistinct ? u"Each record of the stack is a use case or phase of its own."_s : u"Two records read as one."_s;
    if (!input.distinctness.findings.empty())
        item.field = input.distinctness.findings.front().field;
    return item;
}

} // namespace

ReviewCheck realCompany(const CheckInput &input)
{
    const Worksheet &worksheet = input.review.worksheet;
    ReviewCheck check{u"real-company"_s, u"A real company with a real use case"_s, {}};
    check.items.push_back(named(input.review));
    check.items.push_back(size(worksheet));
    check.items.push_back(competitor(input.review));
    for (const UseCase &useCase : worksheet.useCases)
        check.items.push_back(useCaseItem(input.review, useCase));
    if (!worksheet.useCases.empty())
        check.items.push_back(wording(input));
    if (!input.distinctness.comparisons.empty())
        check.items.push_back(distinct(input));
    return check;
}

} // namespace review
