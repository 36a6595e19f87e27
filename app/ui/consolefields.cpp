#include "ui/consolefields.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

std::vector<ConsoleField> read()
{
    std::vector<ConsoleField> fields;
    QFile file(u":/briefstack/ace/console-fields.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fields;
    const QJsonObject data = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject locks = data[u"locks"_s].toObject();
    for (const QJsonValue &group : data[u"groups"_s].toArray()) {
        for (const QJsonValue &field : group[u"fields"_s].toArray()) {
            const auto text = [&](QLatin1StringView key) { return field[key].toString(); };
            const QString lock = text("lock"_L1);
            fields.push_back({group[u"title"_s].toString(), text("label"_L1), text("ace"_L1), text("sheet"_L1),
                              text("record"_L1), text("computed"_L1), field["generated"_L1].toBool(),
                              field["most"_L1].toInt(), lock == u"review" ? u"review only"_s : lock,
                              locks[lock].toString()});
        }
    }
    return fields;
}

} // namespace

const std::vector<ConsoleField> &consoleFields()
{
    static const std::vector<ConsoleField> kFields = read();
    return kFields;
}

} // namespace ui
