#include "catalogue/acerulereader.h"

namespace catalogue {

using domain::InputProblem;
using json::ObjectReader;
using json::Problem;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestNumber = 1'000'000'000'000'000;

/// In the order of AceCheckKind.
const QStringList &checkNames()
{
    static const QStringList kNames{u"required"_s, u"forbidden"_s,    u"note"_s,       u"oneOf"_s,     u"noneOf"_s,
                                    u"pattern"_s,  u"notPattern"_s,   u"futureDate"_s, u"notBefore"_s, u"amount"_s,
                                    u"integer"_s,  u"postalFormat"_s, u"count"_s,      u"unique"_s};
    return kNames;
}

/// The codes of the service's ValidationException, as its model lists them.
const QStringList &answerCodes()
{
    static const QStringList kCodes{u"REQUIRED_FIELD_MISSING"_s, u"INVALID_ENUM_VALUE"_s,  u"INVALID_STRING_FORMAT"_s,
                                    u"INVALID_VALUE"_s,          u"NOT_ENOUGH_VALUES"_s,   u"TOO_MANY_VALUES"_s,
                                    u"INVALID_RESOURCE_STATE"_s, u"DUPLICATE_KEY_VALUE"_s, u"VALUE_OUT_OF_RANGE"_s,
                                    u"ACTION_NOT_PERMITTED"_s};
    return kCodes;
}

AceCondition condition(ObjectReader &object);

AceCondition group(ObjectReader &object, QLatin1StringView key, AceCondition::Kind kind)
{
    AceCondition group;
    group.kind = kind;
    object.objects(key, [&group](ObjectReader &part) { group.parts.push_back(condition(part)); });
    return group;
}

AceCondition condition(ObjectReader &object)
{
    if (object.has("all"_L1))
        return group(object, "all"_L1, AceCondition::Kind::All);
    if (object.has("any"_L1))
        return group(object, "any"_L1, AceCondition::Kind::Any);
    AceCondition read;
    if (object.has("not"_L1)) {
        read.kind = AceCondition::Kind::Not;
        object.object("not"_L1, [&read](ObjectReader &part) { read.parts.push_back(condition(part)); });
        return read;
    }
    read.path = object.text("field"_L1);
    if (object.has("in"_L1)) {
        read.kind = AceCondition::Kind::In;
        read.values = object.texts("in"_L1);
    } else if (object.has("inVocabulary"_L1)) {
        read.kind = AceCondition::Kind::InVocabulary;
        read.vocabulary = object.text("inVocabulary"_L1);
    } else {
        read.kind = object.oneOf("is"_L1, {u"present"_s, u"absent"_s}) == 0 ? AceCondition::Kind::Present
                                                                            : AceCondition::Kind::Absent;
    }
    return read;
}

void readCheck(ObjectReader &object, AceCheck &check, Problem &problem)
{
    check.kind = static_cast<AceCheckKind>(object.oneOf("kind"_L1, checkNames()));
    switch (check.kind) {
    case AceCheckKind::Required:
    case AceCheckKind::Forbidden:
    case AceCheckKind::Note: return;
    case AceCheckKind::OneOf:
        if (object.has("vocabulary"_L1))
            check.vocabulary = object.text("vocabulary"_L1);
        else
            check.values = object.texts("values"_L1);
        return;
    case AceCheckKind::NoneOf: check.values = object.texts("values"_L1); return;
    case AceCheckKind::Pattern:
    case AceCheckKind::NotPattern:
        check.pattern = readAcePattern(object, "pattern"_L1, problem);
        if (!check.pattern)
            problem.raise(InputProblem::MissingKey, object.path("pattern"_L1), u"pattern"_s, {});
        return;
    case AceCheckKind::FutureDate: check.most = object.integer("most"_L1, 1, 1000); return;
    case AceCheckKind::Amount: check.limit = object.text("most"_L1); return;
    case AceCheckKind::NotBefore:
    case AceCheckKind::PostalFormat:
    case AceCheckKind::Unique: check.other = object.text("other"_L1); return;
    case AceCheckKind::Count:
        object.object("where"_L1, [&check](ObjectReader &where) { check.where = condition(where); });
        [[fallthrough]];
    case AceCheckKind::Integer:
        check.least = object.integer("least"_L1, 0, kLargestNumber);
        check.most = object.integer("most"_L1, check.least, kLargestNumber);
        return;
    }
}

void checkPath(const AcePack &pack, const AceRule &rule, const QString &path, Problem &problem)
{
    if (!pack.field(path))
        problem.raise(InputProblem::UnknownReference, u"rules"_s, path, u"a field, in rule "_s + rule.id);
}

void checkVocabulary(const AcePack &pack, const AceRule &rule, const QString &name, Problem &problem)
{
    if (!name.isEmpty() && !pack.vocabulary(name))
        problem.raise(InputProblem::UnknownReference, u"rules"_s, name, u"a vocabulary, in rule "_s + rule.id);
}

void checkCondition(const AcePack &pack, const AceRule &rule, const AceCondition &condition, Problem &problem)
{
    if (!condition.path.isEmpty())
        checkPath(pack, rule, condition.path, problem);
    checkVocabulary(pack, rule, condition.vocabulary, problem);
    for (const AceCondition &part : condition.parts)
        checkCondition(pack, rule, part, problem);
}

} // namespace

AceOperations readAceOperations(ObjectReader &object, Problem &problem)
{
    AceOperations operations;
    for (const QString &name : object.texts("operations"_L1)) {
        if (name == "create"_L1)
            operations.create = true;
        else if (name == "update"_L1)
            operations.update = true;
        else if (name == "submit"_L1)
            operations.submit = true;
        else if (name == "stored"_L1)
            operations.stored = true;
        else
            problem.raise(InputProblem::NotOneOf, object.path("operations"_L1), name,
                          u"create, update, submit, stored"_s);
    }
    if (!operations.create && !operations.update && !operations.submit && !operations.stored)
        problem.raise(InputProblem::MissingKey, object.path("operations"_L1), u"operations"_s, {});
    return operations;
}

std::optional<QRegularExpression> readAcePattern(ObjectReader &object, QLatin1StringView key, Problem &problem)
{
    if (!object.has(key))
        return std::nullopt;
    QRegularExpression pattern(QRegularExpression::anchoredPattern(object.text(key)),
                               QRegularExpression::DotMatchesEverythingOption);
    if (!pattern.isValid())
        problem.raise(InputProblem::WrongForm, object.path(key), pattern.errorString(), u"a regular expression"_s);
    return pattern;
}

AceRule readAceRule(ObjectReader &object, Problem &problem)
{
    AceRule rule;
    rule.id = object.text("id"_L1);
    rule.fields = object.texts("fields"_L1);
    if (rule.fields.isEmpty())
        problem.raise(InputProblem::WrongLength, object.path("fields"_L1), {}, u"at least one field"_s);
    rule.operations = readAceOperations(object, problem);
    rule.atSubmission = object.oneOf("binds"_L1, {u"filing"_s, u"submission"_s}) == 1;
    rule.severity = static_cast<domain::Severity>(object.oneOf("severity"_L1, {u"advice"_s, u"warning"_s, u"error"_s}));
    if (object.has("code"_L1))
        rule.code = answerCodes().at(object.oneOf("code"_L1, answerCodes()));
    object.object(
        "when"_L1, [&rule](ObjectReader &when) { rule.when = condition(when); }, false);
    object.object("check"_L1, [&rule, &problem](ObjectReader &check) { readCheck(check, rule.check, problem); });
    rule.message = object.text("message"_L1);
    rule.says = object.optionalText("says"_L1);
    rule.fix = object.text("fix"_L1);
    const QStringList kEvidence{u"schema"_s, u"documentation"_s, u"sample"_s, u"observed"_s, u"vendor"_s};
    rule.evidence = kEvidence.at(object.oneOf("evidence"_L1, kEvidence));
    rule.source = object.text("source"_L1);
    rule.asOf = object.text("asOf"_L1);
    return rule;
}

void checkAceRule(const AcePack &pack, const AceRule &rule, Problem &problem)
{
    for (const QString &path : rule.fields) {
        checkPath(pack, rule, path, problem);
        if (rule.check.kind == AceCheckKind::Unique)
            checkPath(pack, rule, path + u"[]."_s + rule.check.other, problem);
    }
    if (rule.check.kind == AceCheckKind::NotBefore || rule.check.kind == AceCheckKind::PostalFormat)
        checkPath(pack, rule, rule.check.other, problem);
    checkCondition(pack, rule, rule.when, problem);
    checkCondition(pack, rule, rule.check.where, problem);
    checkVocabulary(pack, rule, rule.check.vocabulary, problem);
}

} // namespace catalogue
