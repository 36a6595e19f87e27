#include "session/fieldnames.h"

#include "domain/fieldat.h"
#include "domain/names.h"
#include "worksheetfile/difference.h"

namespace session {

using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

/// A list entry's own name; nothing for what is no entry.
struct EntryName {
    QString &name;

    void operator()(const domain::FieldMeta &, const domain::UseCase &useCase, domain::NoLimits) const
    {
        name = domain::nameOf(useCase);
    }
    void operator()(const domain::FieldMeta &, const domain::Workload &workload, domain::NoLimits) const
    {
        name = domain::nameOf(workload);
    }
    void operator()(const domain::FieldMeta &, const domain::ServiceUse &service, domain::NoLimits) const
    {
        name = service.service;
    }
    void operator()(const domain::FieldMeta &, const domain::PoolRequest &pool, domain::NoLimits) const
    {
        name = pool.id;
    }
    void operator()(const domain::FieldMeta &, const domain::PriorCredit &credit, domain::NoLimits) const
    {
        name = credit.programme;
    }
    void operator()(const domain::FieldMeta &, const domain::RecordFacts &record, domain::NoLimits) const
    {
        name = record.pool;
    }
    void operator()(const domain::FieldMeta &, const domain::Contact &contact, domain::NoLimits) const
    {
        const QString full = QString(contact.firstName + u' ' + contact.lastName).trimmed();
        name = full.isEmpty() ? u"the contact"_s : full;
    }
    void operator()(const domain::FieldMeta &, const domain::Step &step, domain::NoLimits) const
    {
        name = u"month "_s + QString::number(step.month);
    }
    template <class T, class Limits>
    void operator()(const domain::FieldMeta &, const T &, const Limits &) const
    {
    }
};

QString entryName(const Worksheet &worksheet, const QString &path)
{
    QString name;
    domain::visitFieldAt(worksheet, path, EntryName{name});
    return name;
}

/// "Website" -> "website"; "AWS bill", "D-U-N-S number" and other names stay.
QString lowered(const QString &label)
{
    if (label.size() < 2 || !label.at(1).isLower())
        return label;
    return label.at(0).toLower() + label.mid(1);
}

QString named(const Worksheet &worksheet, const QString &path, bool inside)
{
    if (const QString own = entryName(worksheet, path); !own.isEmpty())
        return own;
    QString label = domain::fieldLabel(worksheet, path);
    if (label.isEmpty())
        return path;
    if (inside)
        label = lowered(label);
    for (QString parent = path; parent.contains(u'/');) {
        parent = parent.left(parent.lastIndexOf(u'/'));
        if (const QString owner = entryName(worksheet, parent); !owner.isEmpty())
            return label + u" of "_s + owner;
    }
    return label;
}

} // namespace

QString fieldName(const Worksheet &worksheet, const QString &path)
{
    return named(worksheet, path, false);
}

QString fieldNameInside(const Worksheet &worksheet, const QString &path)
{
    return named(worksheet, path, true);
}

QStringList changedFieldNames(const Worksheet &before, const Worksheet &after)
{
    QStringList names;
    for (const worksheetfile::FieldChange &change : worksheetfile::difference(before, after)) {
        if (change.kind != worksheetfile::FieldChange::Kind::Changed)
            continue;
        // How sure a fact is and what it rests on belong to its field.
        const bool isOfFact = change.path.startsWith("facts/"_L1);
        const QString path = isOfFact ? change.path.section(u'/', 1, -2) : change.path;
        const QString name = fieldName(after, path);
        names.append(name == path ? fieldName(before, path) : name);
    }
    names.removeDuplicates();
    return names;
}

} // namespace session
