#include "catalogue/acechannel.h"

#include "catalogue/acerulereader.h"
#include "json/objectreader.h"

#include <algorithm>

namespace catalogue {

using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using json::ObjectReader;
using json::Problem;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargestChannel = 1024 * 1024;
constexpr qint64 kLongest = 1'000'000;

/// Limits of one field. What the file does not name stays as the API has it.
void readField(ObjectReader &object, AcePack &pack, Problem &problem)
{
    const QString path = object.text("path"_L1);
    const auto found = std::ranges::find(pack.fields, path, &AceField::path);
    AceField unknown;
    AceField &field = found == pack.fields.end() ? unknown : *found;
    if (&field == &unknown)
        problem.raise(InputProblem::UnknownReference, object.path("path"_L1), path, u"a field of the API"_s);
    if (const auto most = object.optionalInteger("most"_L1, 0, kLongest)) {
        field.most = most;
        field.says.tooLong.clear(); // the service's own words are about its own limit
    }
    if (object.has("required"_L1)) {
        object.oneOf("required"_L1, {u"filing"_s});
        field.demand = AceDemand::Filing;
    }
    if (object.has("fix"_L1))
        field.fix = object.text("fix"_L1);
    field.source = object.text("source"_L1);
    field.asOf = object.text("asOf"_L1);
}

void crossCheck(const AcePack &pack, std::size_t firstRule, Problem &problem)
{
    for (std::size_t i = firstRule; i < pack.rules.size(); ++i) {
        const AceRule &rule = pack.rules[i];
        if (std::ranges::count(pack.rules, rule.id, &AceRule::id) > 1)
            problem.raise(InputProblem::DuplicateId, u"rules"_s, rule.id, u"an id of its own for every rule"_s);
        if (!pack.sources.contains(rule.source))
            problem.raise(InputProblem::UnknownReference, u"rules"_s, rule.source, u"a key of sources"_s);
        checkAceRule(pack, rule, problem);
    }
    for (const AceField &field : pack.fields) {
        if (!pack.sources.contains(field.source))
            problem.raise(InputProblem::UnknownReference, u"fields"_s, field.source, u"a key of sources"_s);
    }
}

} // namespace

Result<AcePack, domain::InputError> readAceChannel(const AcePack &api, QByteArrayView bytes)
{
    const auto root = json::parse(bytes, {kLargestChannel, 24});
    if (!root)
        return Unexpected(root.error());
    Problem problem;
    AcePack pack = api;
    ObjectReader object(*root, {}, problem);
    object.oneOf("format"_L1, {u"briefstack-ace-channel"_s});
    object.integer("version"_L1, 1, 1);
    pack.id = object.text("id"_L1);
    const QStringList kChannels{u"bulk"_s, u"console"_s};
    pack.channel = kChannels.at(object.oneOf("channel"_L1, kChannels));
    object.oneOf("extends"_L1, {api.channel});
    pack.asOf = object.text("asOf"_L1);
    object.textMembers("sources"_L1,
                       [&pack](const QString &key, const QString &text) { pack.sources.insert(key, text); });
    object.objects("fields"_L1, [&pack, &problem](ObjectReader &reader) { readField(reader, pack, problem); });
    const std::size_t firstRule = pack.rules.size();
    object.objects("rules"_L1,
                   [&pack, &problem](ObjectReader &reader) { pack.rules.push_back(readAceRule(reader, problem)); });
    object.finish();
    if (!problem.error) {
        pack.index();
        crossCheck(pack, firstRule, problem);
    }
    if (problem.error)
        return Unexpected(*problem.error);
    return pack;
}

} // namespace catalogue
