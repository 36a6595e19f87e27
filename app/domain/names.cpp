#include "domain/names.h"

#include "domain/fieldat.h"
#include "domain/identifiers.h"

namespace domain {

QString fieldLabel(const Worksheet &worksheet, const QString &path)
{
    QString label;
    visitFieldAt(worksheet, path, [&label](const FieldMeta &meta, const auto &, const auto &) {
        label = QString::fromLatin1(meta.label);
    });
    return label;
}

QString nameOf(const UseCase &useCase)
{
    return useCase.title.isEmpty() ? nameFromId(useCase.id) : useCase.title;
}

QString nameOf(const Workload &workload)
{
    return workload.name.isEmpty() ? nameFromId(workload.id) : workload.name;
}

} // namespace domain
