#include "catalogue/programmes.h"

#include "catalogue/programmerulereader.h"
#include "domain/vocabulary.h"
#include "json/objectreader.h"

#include <algorithm>

namespace catalogue {

using domain::InputProblem;
using domain::Money;
using json::ObjectReader;
using json::Problem;
using namespace Qt::StringLiterals;

namespace {

std::optional<Money> money(ObjectReader &object, QLatin1StringView key)
{
    return object.optionalDecimal<Money>(key, &Money::parse, u"dollars as text, such as \"10000\""_s);
}

Programme programme(ObjectReader &object)
{
    Programme programme;
    programme.id = object.text("id"_L1);
    programme.name = object.text("name"_L1);
    programme.shortName = object.text("shortName"_L1);
    programme.creditsName = object.text("creditsName"_L1);
    programme.phase = object.text("phase"_L1);
    programme.proofOfConcept = object.boolean("proofOfConcept"_L1);
    programme.filedThroughAce = object.boolean("filedThroughAce"_L1);
    if (object.has("defaultRoute"_L1))
        programme.defaultRoute =
            static_cast<domain::Route>(object.oneOf("defaultRoute"_L1, domain::wordsOf(domain::Route{})));
    programme.floor = money(object, "floorUsd"_L1);
    programme.ceiling = money(object, "ceilingUsd"_L1);
    programme.windowMonths = static_cast<int>(object.integer("windowMonths"_L1, 1, 36));
    programme.validMonths = static_cast<int>(object.integer("validMonths"_L1, 1, 60));
    object.object(
        "speedDays"_L1,
        [&programme](ObjectReader &days) {
            programme.speedDays = SpeedDays{static_cast<int>(days.integer("least"_L1, 0, 1000)),
                                            static_cast<int>(days.integer("most"_L1, 0, 1000))};
        },
        false);
    programme.audience = object.text("audience"_L1);
    programme.covers = object.text("covers"_L1);
    programme.speed = object.text("speed"_L1);
    programme.howFiled = object.text("howFiled"_L1);
    programme.source = object.text("source"_L1);
    programme.asOf = object.text("asOf"_L1);
    object.objects("conflicting"_L1, [&programme](ObjectReader &figure) {
        programme.conflicting.push_back(
            {figure.text("what"_L1), figure.text("says"_L1), figure.text("source"_L1), figure.text("asOf"_L1)});
    });
    return programme;
}

} // namespace

const Programme *Programmes::find(const QString &programmeId) const
{
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&programmeId](const Programme &programme) { return programme.id == programmeId; });
    return found == list.end() ? nullptr : &*found;
}

std::vector<Term> Programmes::termsOf(QStringView finding, const QString &programmeId) const
{
    std::vector<Term> found;
    for (const Term &term : terms) {
        const bool applies =
            programmeId.isEmpty() || term.programmes.isEmpty() || term.programmes.contains(programmeId);
        if (applies && term.finding == finding)
            found.push_back(term);
    }
    return found;
}

domain::Result<Programmes, domain::InputError> readProgrammes(QByteArrayView bytes)
{
    const auto root = json::parse(bytes);
    if (!root)
        return domain::Unexpected(root.error());
    Problem problem;
    Programmes programmes;
    ObjectReader object(*root, {}, problem);
    object.oneOf("format"_L1, {u"briefstack-programmes"_s});
    object.integer("version"_L1, 1, 1);
    programmes.id = object.text("id"_L1);
    programmes.asOf = object.text("asOf"_L1);
    object.objects("programmes"_L1, [&programmes, &problem](ObjectReader &reader) {
        Programme read = programme(reader);
        if (programmes.find(read.id))
            problem.raise(InputProblem::DuplicateId, reader.path("id"_L1), read.id, {});
        if (read.floor && read.ceiling && *read.floor > *read.ceiling)
            problem.raise(InputProblem::Contradiction, reader.path("floorUsd"_L1), read.floor->toString(),
                          u"a floor not above the ceiling"_s);
        programmes.list.push_back(std::move(read));
    });
    QStringList known;
    for (const Programme &one : programmes.list)
        known.append(one.id);
    programmes.rules = readRules(object, known, problem);
    programmes.stacks = readStacks(object, known, problem);
    programmes.terms = readTerms(object, known, problem);
    programmes.paths = readPaths(object, known, problem);
    object.finish();
    if (problem.error)
        return domain::Unexpected(*problem.error);
    return programmes;
}

} // namespace catalogue
