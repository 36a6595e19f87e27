// Changing one place of a JSON document: what every "and now it is refused" test does.
#pragma once

#include "json/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <variant>
#include <vector>

namespace support {

using Step = std::variant<QString, int>;
using Steps = std::vector<Step>;

inline Steps below(const Steps &steps, Step step)
{
    Steps longer = steps;
    longer.push_back(std::move(step));
    return longer;
}

/// `useCases[0].id`, as in errors.
inline QString pathOf(const Steps &steps)
{
    QString path;
    for (const Step &step : steps) {
        if (const QString *key = std::get_if<QString>(&step))
            path = json::memberPath(path, *key);
        else
            path = json::elementPath(path, std::get<int>(step));
    }
    return path;
}

inline QJsonValue valueAt(const QJsonValue &root, const Steps &steps)
{
    QJsonValue value = root;
    for (const Step &step : steps) {
        if (const QString *key = std::get_if<QString>(&step))
            value = value.toObject().value(*key);
        else
            value = value.toArray().at(std::get<int>(step));
    }
    return value;
}

/// `root` with `value` at that place; Undefined takes a key away.
inline QJsonValue withValueAt(const QJsonValue &root, const Steps &steps, const QJsonValue &value, std::size_t from = 0)
{
    if (from == steps.size())
        return value;
    if (const QString *key = std::get_if<QString>(&steps[from])) {
        QJsonObject object = root.toObject();
        const QJsonValue changed = withValueAt(object.value(*key), steps, value, from + 1);
        if (changed.isUndefined())
            object.remove(*key);
        else
            object.insert(*key, changed);
        return object;
    }
    QJsonArray array = root.toArray();
    const int index = std::get<int>(steps[from]);
    array[index] = withValueAt(array.at(index), steps, value, from + 1);
    return array;
}

inline QByteArray bytesOf(const QJsonValue &root)
{
    return QJsonDocument(root.toObject()).toJson();
}

inline QJsonValue jsonOf(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

} // namespace support
