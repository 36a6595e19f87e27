#include "session/fieldplaces.h"

#include "domain/entryids.h"
#include "domain/fieldat.h"
#include "session/fieldnames.h"

#include <optional>
#include <type_traits>

namespace session {

using domain::FieldMeta;
using namespace Qt::StringLiterals;

namespace {

class Collector {
public:
    explicit Collector(const domain::Worksheet &worksheet) : m_worksheet(worksheet) {}

    template <domain::StructOfFields Struct>
    void collect(const Struct &fields, const QString &above, const QString &where)
    {
        domain::visitFields(fields, [&](const FieldMeta &meta, const auto &member, auto) {
            visit(member, above + QLatin1StringView(meta.key), QString::fromLatin1(meta.label), where);
        });
    }
    std::vector<FieldPlace> take() { return std::move(m_places); }

private:
    static QString below(const QString &where, const QString &name)
    {
        return where.isEmpty() ? name : where + u", "_s + name;
    }

    template <domain::StructOfFields T>
    void visit(const std::vector<T> &list, const QString &path, const QString &label, const QString &where)
    {
        const QStringList ids = domain::entryIds(list);
        for (std::size_t index = 0; index < list.size(); ++index) {
            const QString entry = path + u'/' + ids.at(static_cast<qsizetype>(index));
            collect(list[index], entry + u'/', below(below(where, label), fieldName(m_worksheet, entry)));
        }
    }
    template <domain::StructOfFields T>
    void visit(const std::optional<T> &value, const QString &path, const QString &label, const QString &where)
    {
        collect(value.value_or(T{}), path + u'/', below(where, label));
    }
    template <class T>
    void visit(const T &value, const QString &path, const QString &label, const QString &where)
    {
        if constexpr (domain::StructOfFields<T>)
            collect(value, path + u'/', below(where, label));
        else
            m_places.push_back({path, label, where});
    }

    const domain::Worksheet &m_worksheet;
    std::vector<FieldPlace> m_places;
};

} // namespace

std::vector<FieldPlace> fieldPlaces(const domain::Worksheet &worksheet)
{
    Collector collector(worksheet);
    collector.collect(worksheet, {}, {});
    return collector.take();
}

} // namespace session
