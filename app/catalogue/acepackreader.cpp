#include "catalogue/acepack.h"

#include "catalogue/acerulereader.h"
#include "json/objectreader.h"

#include <QSet>

namespace catalogue {

using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using json::ObjectReader;
using json::Problem;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargestPack = 8 * 1024 * 1024;
constexpr qint64 kLongest = 1'000'000;

AceMessages messages(ObjectReader &object)
{
    AceMessages says;
    says.required = object.optionalText("required"_L1);
    says.tooShort = object.optionalText("tooShort"_L1);
    says.tooLong = object.optionalText("tooLong"_L1);
    says.pattern = object.optionalText("pattern"_L1);
    says.outside = object.optionalText("outside"_L1);
    return says;
}

AceDemand demand(ObjectReader &object)
{
    if (!object.has("required"_L1))
        return AceDemand::None;
    const int word = object.oneOf("required"_L1, {u"submission"_s, u"filing"_s, u"model"_s});
    return static_cast<AceDemand>(word + 1);
}

AceField field(ObjectReader &object, Problem &problem)
{
    AceField field;
    field.path = object.text("path"_L1);
    field.type =
        static_cast<AceType>(object.oneOf("type"_L1, {u"text"_s, u"date"_s, u"timestamp"_s, u"list"_s, u"object"_s}));
    field.operations = readAceOperations(object, problem);
    field.demand = demand(object);
    field.least = object.optionalInteger("least"_L1, 0, kLongest);
    field.most = object.optionalInteger("most"_L1, field.least.value_or(0), kLongest);
    const auto flag = [&object](QLatin1StringView key) { return object.has(key) && object.boolean(key); };
    field.leastTrimmed = flag("leastTrimmed"_L1);
    field.nullable = flag("nullable"_L1);
    field.mayBeBlank = flag("mayBeBlank"_L1);
    field.pattern = readAcePattern(object, "pattern"_L1, problem);
    field.form = object.optionalText("form"_L1);
    field.vocabulary = object.optionalText("vocabulary"_L1);
    if (object.has("outside"_L1))
        field.outside = static_cast<AceOutside>(
            object.oneOf("outside"_L1, {u"refused"_s, u"refused-at-submission"_s, u"dropped"_s}));
    object.objects(
        "tolerated"_L1,
        [&field](ObjectReader &value) {
            field.tolerated.push_back({value.text("value"_L1), value.text("because"_L1)});
        },
        false);
    object.object(
        "says"_L1, [&field](ObjectReader &says) { field.says = messages(says); }, false);
    field.fix = object.optionalText("fix"_L1);
    field.add = object.optionalText("add"_L1);
    field.source = object.text("source"_L1);
    field.asOf = object.text("asOf"_L1);
    return field;
}

void readVocabularies(ObjectReader &object, AcePack &pack, Problem &problem)
{
    object.objects("vocabularies"_L1, [&pack, &problem, &object](ObjectReader &reader) {
        const QString name = reader.text("name"_L1);
        if (pack.vocabularies.contains(name))
            problem.raise(InputProblem::DuplicateId, object.path("vocabularies"_L1), name, u"a name of its own"_s);
        AceVocabulary vocabulary;
        vocabulary.values = reader.texts("values"_L1);
        vocabulary.source = reader.text("source"_L1);
        vocabulary.asOf = reader.text("asOf"_L1);
        pack.vocabularies.insert(name, vocabulary);
    });
}

void readPostalFormats(ObjectReader &object, AcePack &pack, Problem &problem)
{
    object.objects("postalCodes"_L1, [&pack, &problem](ObjectReader &reader) {
        AcePostalFormat format;
        format.country = reader.text("country"_L1);
        format.name = reader.text("name"_L1);
        format.masks = reader.texts("masks"_L1);
        reader.text("pattern"_L1);
        format.pattern = readAcePattern(reader, "pattern"_L1, problem).value_or(QRegularExpression());
        format.source = reader.text("source"_L1);
        format.asOf = reader.text("asOf"_L1);
        pack.postalFormats.push_back(std::move(format));
    });
}

void readProducts(ObjectReader &object, AcePack &pack)
{
    object.object("products"_L1, [&pack](ObjectReader &products) {
        pack.productsSource = products.text("source"_L1);
        pack.productsAsOf = products.text("asOf"_L1);
        products.objects("list"_L1, [&pack](ObjectReader &product) {
            pack.products.push_back({product.text("code"_L1), product.text("name"_L1), product.text("family"_L1)});
        });
    });
}

/// A field's holder must stand before it, be of the right type, and be there wherever the field is.
void checkHolder(const AcePack &pack, std::size_t index, const QHash<QString, std::size_t> &before, Problem &problem)
{
    const AceField &field = pack.fields[index];
    const bool isEntry = field.path.endsWith("[]"_L1);
    const qsizetype dot = field.path.lastIndexOf(u'.');
    if (!isEntry && dot < 0)
        return;
    const auto holder = before.constFind(isEntry ? field.path.chopped(2) : field.path.left(dot));
    const AceType needed = isEntry ? AceType::List : AceType::Object;
    const bool held = holder != before.constEnd() && pack.fields[*holder].type == needed;
    if (!held) {
        problem.raise(InputProblem::UnknownReference, u"fields"_s, field.path,
                      u"a field whose holder stands before it"_s);
        return;
    }
    const AceOperations above = pack.fields[*holder].operations;
    if ((field.operations.create && !above.create) || (field.operations.update && !above.update)
        || (field.operations.submit && !above.submit))
        problem.raise(InputProblem::Contradiction, u"fields"_s, field.path, u"operations that its holder has too"_s);
}

void checkFields(const AcePack &pack, Problem &problem)
{
    QHash<QString, std::size_t> before;
    for (std::size_t i = 0; i < pack.fields.size(); ++i) {
        const AceField &field = pack.fields[i];
        if (before.contains(field.path))
            problem.raise(InputProblem::DuplicateId, u"fields"_s, field.path, u"one entry per path"_s);
        if (!field.vocabulary.isEmpty() && !pack.vocabulary(field.vocabulary))
            problem.raise(InputProblem::UnknownReference, u"fields"_s, field.vocabulary, u"a vocabulary"_s);
        if (field.demand != AceDemand::None && field.type != AceType::Object && field.add.isEmpty())
            problem.raise(InputProblem::MissingKey, u"fields"_s, u"add"_s, field.path + u" is required"_s);
        checkHolder(pack, i, before, problem);
        before.insert(field.path, i);
    }
}

/// What only the whole pack shows: names used twice, references to what does not exist.
void crossCheck(const AcePack &pack, Problem &problem)
{
    const auto source = [&pack, &problem](const QString &key, const QString &path) {
        if (!pack.sources.contains(key))
            problem.raise(InputProblem::UnknownReference, path, key, u"a key of sources"_s);
    };
    for (const AceVocabulary &vocabulary : pack.vocabularies)
        source(vocabulary.source, u"vocabularies"_s);
    for (const AceField &field : pack.fields)
        source(field.source, u"fields"_s);
    for (const AcePostalFormat &format : pack.postalFormats)
        source(format.source, u"postalCodes"_s);
    source(pack.productsSource, u"products"_s);
    QSet<QString> ids;
    for (const AceRule &rule : pack.rules) {
        if (ids.contains(rule.id))
            problem.raise(InputProblem::DuplicateId, u"rules"_s, rule.id, u"an id of its own for every rule"_s);
        ids.insert(rule.id);
        source(rule.source, u"rules"_s);
        checkAceRule(pack, rule, problem);
    }
    QSet<QString> codes;
    for (const AceProduct &product : pack.products) {
        if (codes.contains(product.code))
            problem.raise(InputProblem::DuplicateId, u"products"_s, product.code,
                          u"a code of its own for every product"_s);
        codes.insert(product.code);
    }
}

} // namespace

Result<AcePack, domain::InputError> readAcePack(QByteArrayView bytes)
{
    const auto root = json::parse(bytes, {kLargestPack, 24});
    if (!root)
        return Unexpected(root.error());
    Problem problem;
    AcePack pack;
    ObjectReader object(*root, {}, problem);
    object.oneOf("format"_L1, {u"briefstack-ace-pack"_s});
    object.integer("version"_L1, 1, 1);
    pack.id = object.text("id"_L1);
    const QStringList kChannels{u"api"_s};
    pack.channel = kChannels.at(object.oneOf("channel"_L1, kChannels));
    pack.asOf = object.text("asOf"_L1);
    object.textMembers("sources"_L1,
                       [&pack](const QString &key, const QString &text) { pack.sources.insert(key, text); });
    readVocabularies(object, pack, problem);
    object.objects("fields"_L1,
                   [&pack, &problem](ObjectReader &reader) { pack.fields.push_back(field(reader, problem)); });
    object.objects("strays"_L1, [&pack](ObjectReader &reader) {
        pack.strays.push_back({reader.text("key"_L1), reader.text("fix"_L1)});
    });
    object.objects("rules"_L1,
                   [&pack, &problem](ObjectReader &reader) { pack.rules.push_back(readAceRule(reader, problem)); });
    readPostalFormats(object, pack, problem);
    readProducts(object, pack);
    object.finish();
    if (!problem.error)
        checkFields(pack, problem);
    if (!problem.error) {
        pack.index();
        crossCheck(pack, problem);
    }
    if (problem.error)
        return Unexpected(*problem.error);
    return pack;
}

} // namespace catalogue
