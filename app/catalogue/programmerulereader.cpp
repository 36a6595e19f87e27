#include "catalogue/programmerulereader.h"

#include "domain/vocabulary.h"

#include <algorithm>

namespace catalogue {

using domain::InputProblem;
using domain::Severity;
using domain::Stage;
using json::ObjectReader;
using json::Problem;
using namespace Qt::StringLiterals;

namespace {

std::vector<Stage> readStages(ObjectReader &object, Problem &problem)
{
    std::vector<Stage> stages;
    const QStringList &words = domain::wordsOf(Stage{});
    for (const QString &word : object.texts("stages"_L1)) {
        const qsizetype index = words.indexOf(word);
        if (index < 0)
            problem.raise(InputProblem::NotOneOf, object.path("stages"_L1), word, words.join(u", "_s));
        else
            stages.push_back(static_cast<Stage>(index));
    }
    return stages;
}

void requireKnown(const QString &programme, const QString &path, const QStringList &known, Problem &problem)
{
    if (!known.contains(programme))
        problem.raise(InputProblem::UnknownReference, path, programme, known.join(u", "_s));
}

std::optional<Severity> severityOf(ObjectReader &object, Effect effect)
{
    static const QStringList kWords{u"advice"_s, u"warning"_s, u"error"_s};
    if (object.has("severity"_L1))
        return static_cast<Severity>(object.oneOf("severity"_L1, kWords));
    switch (effect) {
    case Effect::No:
    case Effect::NotYet:
    case Effect::Incomplete: return Severity::Error;
    case Effect::Warning: return Severity::Warning;
    case Effect::Pending: break;
    }
    return std::nullopt;
}

EligibilityRule readRule(ObjectReader &object, const QStringList &known, Problem &problem)
{
    EligibilityRule rule;
    rule.rule = object.text("rule"_L1);
    rule.programmes = object.texts("programmes"_L1);
    for (const QString &programme : rule.programmes)
        requireKnown(programme, object.path("programmes"_L1), known, problem);
    rule.when = static_cast<Situation>(object.oneOf("when"_L1, situationWords()));
    rule.stages = readStages(object, problem);
    if (rule.when == Situation::Stage && rule.stages.empty())
        problem.raise(InputProblem::MissingKey, object.path("stages"_L1), u"stages"_s, {});
    rule.years = rule.when == Situation::OlderThan ? static_cast<int>(object.integer("years"_L1, 1, 200)) : 0;
    rule.effect = static_cast<Effect>(object.oneOf("effect"_L1, effectWords()));
    rule.severity = severityOf(object, rule.effect);
    rule.field = object.optionalText("field"_L1);
    rule.reason = object.text("reason"_L1);
    rule.fix = object.text("fix"_L1);
    rule.change = object.optionalText("change"_L1);
    rule.source = object.text("source"_L1);
    rule.asOf = object.text("asOf"_L1);
    return rule;
}

} // namespace

const QStringList &situationWords()
{
    static const QStringList kWords{u"stage"_s,
                                    u"competes-with-aws"_s,
                                    u"not-funded"_s,
                                    u"not-ai-first"_s,
                                    u"not-incorporated"_s,
                                    u"older-than"_s,
                                    u"no-account"_s,
                                    u"no-defined-poc"_s,
                                    u"poc-scope-missing"_s,
                                    u"poc-metric-missing"_s,
                                    u"same-use-case"_s,
                                    u"had-program"_s,
                                    u"partner-tier"_s,
                                    u"no-ace-access"_s};
    return kWords;
}

const QStringList &effectWords()
{
    static const QStringList kWords{u"no"_s, u"not-yet"_s, u"incomplete"_s, u"pending"_s, u"warning"_s};
    return kWords;
}

std::vector<EligibilityRule> readRules(ObjectReader &file, const QStringList &known, Problem &problem)
{
    std::vector<EligibilityRule> rules;
    file.objects("rules"_L1, [&](ObjectReader &object) { rules.push_back(readRule(object, known, problem)); });
    return rules;
}

std::vector<StackRule> readStacks(ObjectReader &file, const QStringList &known, Problem &problem)
{
    std::vector<StackRule> stacks;
    file.objects("stacks"_L1, [&](ObjectReader &object) {
        StackRule stack;
        stack.stages = readStages(object, problem);
        for (const QString &want : object.texts("wants"_L1)) {
            stack.wants.push_back(want.split(u" or "_s));
            for (const QString &programme : stack.wants.back())
                requireKnown(programme, object.path("wants"_L1), known, problem);
        }
        stack.perUseCase = object.boolean("perUseCase"_L1);
        stack.source = object.text("source"_L1);
        stack.asOf = object.text("asOf"_L1);
        stacks.push_back(std::move(stack));
    });
    return stacks;
}

std::vector<Term> readTerms(ObjectReader &file, const QStringList &known, Problem &problem)
{
    std::vector<Term> terms;
    file.objects("terms"_L1, [&](ObjectReader &object) {
        Term term;
        term.id = object.text("id"_L1);
        term.topic = object.text("topic"_L1);
        term.programmes = object.texts("programmes"_L1);
        for (const QString &programme : term.programmes)
            requireKnown(programme, object.path("programmes"_L1), known, problem);
        term.says = object.text("says"_L1);
        term.finding = object.text("finding"_L1);
        term.source = object.text("source"_L1);
        term.asOf = object.text("asOf"_L1);
        if (std::any_of(terms.begin(), terms.end(), [&term](const Term &other) { return other.id == term.id; }))
            problem.raise(InputProblem::DuplicateId, object.path("id"_L1), term.id, {});
        terms.push_back(std::move(term));
    });
    return terms;
}

std::vector<FounderPath> readPaths(ObjectReader &file, const QStringList &known, Problem &problem)
{
    std::vector<FounderPath> paths;
    file.objects("paths"_L1, [&](ObjectReader &object) {
        FounderPath path;
        path.id = object.text("id"_L1);
        path.title = object.text("title"_L1);
        path.programme = object.optionalText("programme"_L1);
        if (!path.programme.isEmpty())
            requireKnown(path.programme, object.path("programme"_L1), known, problem);
        path.stages = readStages(object, problem);
        path.steps = object.texts("steps"_L1);
        path.source = object.text("source"_L1);
        path.asOf = object.text("asOf"_L1);
        paths.push_back(std::move(path));
    });
    return paths;
}

} // namespace catalogue
