#include "catalogue/offer/offermap.h"

#include "json/objectreader.h"

namespace catalogue {

using domain::InputProblem;
using domain::Unexpected;
using json::ObjectReader;
using json::Problem;
using namespace Qt::StringLiterals;

namespace {

void readItem(ObjectReader &object, OfferMap &map, Problem &problem)
{
    OfferItemRule rule;
    const QString key = OfferMap::key(object.text("offer"_L1), object.text("usage"_L1));
    rule.item = object.text("item"_L1);
    object.objects("units"_L1, [&rule, &problem](ObjectReader &unit) {
        const QString name = unit.text("unit"_L1);
        const qint64 holds = unit.text("holds"_L1).toLongLong();
        if (holds < 1)
            problem.raise(InputProblem::OutOfRange, unit.path("holds"_L1), QString::number(holds), u"1 or more"_s);
        rule.units.insert(name.toLower(), holds);
    });
    object.objects("where"_L1, [&rule](ObjectReader &condition) {
        rule.where.emplace_back(condition.text("attribute"_L1).toUtf8(), condition.text("is"_L1));
    });
    if (map.items.contains(key))
        problem.raise(InputProblem::DuplicateId, object.path("usage"_L1), key, {});
    map.items.insert(key, rule);
}

} // namespace

const OfferItemRule *OfferMap::item(const QString &offer, const QString &usage) const
{
    const auto found = items.constFind(key(offer, usage));
    return found == items.constEnd() ? nullptr : &*found;
}

domain::Result<OfferMap, domain::InputError> readOfferMap(QByteArrayView bytes)
{
    const auto root = json::parse(bytes);
    if (!root)
        return Unexpected(root.error());
    Problem problem;
    OfferMap map;
    ObjectReader object(*root, {}, problem);
    object.oneOf("format"_L1, {u"briefstack-offer-map"_s});
    object.integer("version"_L1, 1, 1);
    object.date("asOf"_L1);
    object.objects("items"_L1, [&](ObjectReader &item) { readItem(item, map, problem); });
    object.objects("models"_L1,
                   [&map](ObjectReader &model) { map.models.insert(model.text("name"_L1), model.text("model"_L1)); });
    object.objects("providers"_L1, [&map](ObjectReader &provider) {
        map.providers.push_back({provider.text("word"_L1), provider.text("prefix"_L1), provider.text("provider"_L1)});
    });
    object.finish();
    if (problem.error)
        return Unexpected(*problem.error);
    return map;
}

} // namespace catalogue
