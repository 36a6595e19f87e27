#include "domain/fieldpath.h"

#include "domain/entryids.h"
#include "domain/fields.h"
#include "domain/identifiers.h"

namespace domain {

namespace {

template <class Struct>
bool resolves(const Struct &value, QList<QStringView> steps);

/// Follows the path through one struct: finds the field of the first step and goes on from there.
class Resolver {
public:
    explicit Resolver(const QList<QStringView> &steps) : m_steps(steps) {}
    bool found() const { return m_found; }

    template <class T, class Limits>
    void operator()(const FieldMeta &meta, const T &value, Limits)
    {
        if (!m_found && m_steps.first() == QLatin1StringView(meta.key))
            m_found = m_steps.size() == 1 || goOn(value);
    }

private:
    template <class T>
    bool goOn(const std::vector<T> &list) const
    {
        // The id of a service is free text and may hold slashes itself.
        const QStringList ids = entryIds(list);
        QString id;
        for (qsizetype next = 1; next < m_steps.size(); ++next) {
            if (next > 1)
                id += u'/';
            id += m_steps[next];
            const qsizetype index = ids.indexOf(id);
            if (index >= 0
                && (next + 1 == m_steps.size()
                    || resolves(list[static_cast<std::size_t>(index)], m_steps.sliced(next + 1))))
                return true;
        }
        return false;
    }
    template <class T>
    bool goOn(const std::optional<T> &value) const
    {
        // A field of a struct that was not given is still a field.
        return goOn(value.value_or(T{}));
    }
    template <class T>
    bool goOn(const T &value) const
    {
        if constexpr (requires(const T &fields) { visitFields(fields, [](const FieldMeta &, const auto &, auto) {}); })
            return resolves(value, m_steps.sliced(1));
        else
            return false;
    }

    const QList<QStringView> &m_steps;
    bool m_found = false;
};

template <class Struct>
bool resolves(const Struct &value, QList<QStringView> steps)
{
    Resolver resolver(steps);
    visitFields(value, resolver);
    return resolver.found();
}

} // namespace

QStringList contactIds(const std::vector<Contact> &contacts)
{
    QSet<QString> taken;
    QStringList ids;
    for (const Contact &contact : contacts)
        ids.append(freeName(slugOf(contact.firstName + u' ' + contact.lastName), taken));
    return ids;
}

QStringList priorCreditIds(const std::vector<PriorCredit> &credits)
{
    QSet<QString> taken;
    QStringList ids;
    for (const PriorCredit &credit : credits)
        ids.append(freeName(slugOf(credit.programme), taken));
    return ids;
}

bool namesSomething(const Worksheet &worksheet, const QString &path)
{
    const QList<QStringView> steps = QStringView(path).split(u'/');
    return resolves(worksheet, steps);
}

} // namespace domain
