#include "catalogue/reviewrules.h"

#include "domain/vocabulary.h"
#include "json/objectreader.h"

#include <algorithm>
#include <array>

namespace catalogue {

using domain::Decimal;
using domain::InputProblem;
using domain::Money;
using json::ObjectReader;
using json::Problem;
using namespace Qt::StringLiterals;

namespace {

RuleSource sourceOf(ObjectReader &object)
{
    RuleSource from;
    from.source = object.text("source"_L1);
    from.asOf = object.text("asOf"_L1);
    return from;
}

WordGroup wordGroup(ObjectReader &object)
{
    using domain::Severity;
    constexpr std::array severities{Severity::Error, Severity::Warning, Severity::Advice};
    WordGroup group;
    group.rule = object.text("rule"_L1);
    group.severity =
        severities.at(static_cast<std::size_t>(object.oneOf("severity"_L1, {u"error"_s, u"warning"_s, u"advice"_s})));
    group.kind = object.text("kind"_L1);
    group.why = object.text("why"_L1);
    group.words = object.texts("words"_L1);
    group.except = object.texts("except"_L1);
    group.from = sourceOf(object);
    return group;
}

std::vector<domain::Stage> stagesOf(ObjectReader &object, Problem &problem)
{
    std::vector<domain::Stage> stages;
    const QStringList &known = domain::wordsOf(domain::Stage{});
    for (const QString &word : object.texts("stages"_L1)) {
        const qsizetype index = known.indexOf(word);
        if (index < 0)
            problem.raise(InputProblem::NotOneOf, object.path("stages"_L1), word, known.join(u", "_s));
        else
            stages.push_back(static_cast<domain::Stage>(index));
    }
    return stages;
}

CheckRule checkRule(ObjectReader &object, Problem &problem)
{
    const auto money = [&object](QLatin1StringView key) {
        return object.optionalDecimal<Money>(key, &Money::parse, u"dollars as text, such as \"10000\""_s);
    };
    CheckRule rule;
    rule.id = object.text("id"_L1);
    rule.says = object.text("says"_L1);
    rule.stages = stagesOf(object, problem);
    rule.low = money("lowUsd"_L1);
    rule.high = money("highUsd"_L1);
    rule.share = object.optionalDecimal<Decimal>("share"_L1, &Decimal::parse, u"a share as text, such as \"0.25\""_s);
    rule.from = sourceOf(object);
    if (rule.low && rule.high && *rule.low > *rule.high)
        problem.raise(InputProblem::Contradiction, object.path("lowUsd"_L1), rule.low->toString(),
                      u"a low not above the high"_s);
    return rule;
}

} // namespace

bool CheckRule::appliesTo(std::optional<domain::Stage> stage) const
{
    return stages.empty() || (stage && std::find(stages.begin(), stages.end(), *stage) != stages.end());
}

const CheckRule *ReviewRules::check(QStringView ruleId) const
{
    const auto found =
        std::find_if(checks.begin(), checks.end(), [ruleId](const CheckRule &rule) { return rule.id == ruleId; });
    return found == checks.end() ? nullptr : &*found;
}

domain::Result<ReviewRules, domain::InputError> readReviewRules(QByteArrayView bytes)
{
    const auto root = json::parse(bytes);
    if (!root)
        return domain::Unexpected(root.error());
    Problem problem;
    ReviewRules rules;
    ObjectReader object(*root, {}, problem);
    object.oneOf("format"_L1, {u"briefstack-review-rules"_s});
    object.integer("version"_L1, 1, 1);
    rules.id = object.text("id"_L1);
    rules.asOf = object.text("asOf"_L1);
    object.objects("wording"_L1, [&rules](ObjectReader &reader) { rules.wording.push_back(wordGroup(reader)); });
    object.object("units"_L1, [&rules](ObjectReader &reader) {
        rules.units.labels = reader.texts("labels"_L1);
        rules.units.followers = reader.texts("followers"_L1);
        rules.units.numberWords = reader.texts("numberWords"_L1);
        rules.units.from = sourceOf(reader);
    });
    object.object("generic"_L1, [&rules](ObjectReader &reader) {
        rules.generic.words = reader.texts("words"_L1);
        rules.generic.leastOwnWords = static_cast<int>(reader.integer("leastOwnWords"_L1, 1, 20));
        rules.generic.from = sourceOf(reader);
    });
    object.objects("checks"_L1, [&](ObjectReader &reader) {
        CheckRule rule = checkRule(reader, problem);
        if (rules.check(rule.id))
            problem.raise(InputProblem::DuplicateId, reader.path("id"_L1), rule.id, {});
        rules.checks.push_back(std::move(rule));
    });
    object.finish();
    if (problem.error)
        return domain::Unexpected(*problem.error);
    return rules;
}

} // namespace catalogue
