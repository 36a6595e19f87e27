#include "catalogue/ratebook.h"

#include "domain/closenames.h"

#include <algorithm>

namespace catalogue {

using namespace Qt::StringLiterals;

namespace {

const auto kDefaultRegion = u"default"_s;

} // namespace

const ModelRow *Model::row(const QString &region, domain::Scope scope) const
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&region, scope](const ModelRow &row) {
        return row.scope == scope && row.region == region;
    });
    return found == rows.end() ? nullptr : &*found;
}

const ItemPrice *Item::price(const QString &region) const
{
    const ItemPrice *standard = nullptr;
    for (const ItemPrice &price : prices) {
        if (price.region == region)
            return &price;
        if (price.region == kDefaultRegion)
            standard = &price;
    }
    return standard;
}

void RateBook::index()
{
    std::sort(models.begin(), models.end(), [](const Model &a, const Model &b) { return a.id < b.id; });
    std::sort(items.begin(), items.end(), [](const Item &a, const Item &b) { return a.id < b.id; });
    m_modelByKey.clear();
    m_itemById.clear();
    m_regions.clear();
    // Ids win over aliases, aliases over names, exact spelling over any case.
    const auto offer = [this](const QString &key, int model) {
        if (!key.isEmpty() && !m_modelByKey.contains(key))
            m_modelByKey.insert(key, model);
    };
    const auto each = [this](const auto &visit) {
        for (std::size_t i = 0; i < models.size(); ++i)
            visit(models[i], static_cast<int>(i));
    };
    each([&offer](const Model &model, int at) { offer(model.id, at); });
    each([&offer](const Model &model, int at) {
        for (const QString &alias : model.aliases)
            offer(alias, at);
    });
    each([&offer](const Model &model, int at) { offer(model.name, at); });
    each([&offer](const Model &model, int at) { offer(model.name.toCaseFolded(), at); });
    each([this](const Model &model, int) {
        for (const ModelRow &row : model.rows) {
            if (!m_regions.contains(row.region))
                m_regions.append(row.region);
        }
    });
    m_regions.sort();
    for (std::size_t i = 0; i < items.size(); ++i)
        m_itemById.insert(items[i].id, static_cast<int>(i));
}

const Model *RateBook::model(const QString &idOrName) const
{
    const int exact = m_modelByKey.value(idOrName, -1);
    const int at = exact >= 0 ? exact : m_modelByKey.value(idOrName.toCaseFolded(), -1);
    return at < 0 ? nullptr : &models[static_cast<std::size_t>(at)];
}

const Item *RateBook::item(const QString &itemId) const
{
    const int at = m_itemById.value(itemId, -1);
    return at < 0 ? nullptr : &items[static_cast<std::size_t>(at)];
}

bool RateBook::knowsRegion(const QString &region) const
{
    return m_regions.contains(region);
}

QStringList RateBook::closeModels(const QString &text, int most) const
{
    QStringList names;
    for (const Model &model : models)
        names << model.id << model.name;
    QStringList close;
    for (const QString &name : domain::closeNames(text, names, most * 2)) {
        const QString modelId = model(name)->id;
        if (!close.contains(modelId) && close.size() < most)
            close.append(modelId);
    }
    return close;
}

QStringList RateBook::closeItems(const QString &text, int most) const
{
    QStringList ids;
    for (const Item &item : items)
        ids.append(item.id);
    return domain::closeNames(text, ids, most);
}

} // namespace catalogue
