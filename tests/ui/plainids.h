// Plain ids: two worksheets made by different hands, made comparable.
#pragma once

#include "domain/worksheet.h"
#include "ui/windowfixture.h"
#include "worksheetfile/reader.h"

#include <QHash>

namespace tests {

inline domain::Worksheet readWorksheet(const QString &file)
{
    const auto read = worksheetfile::read(contentOf(file));
    return read ? *read : domain::Worksheet();
}

/// Ids are the program's own business: by place, in both.
inline domain::Worksheet withPlainIds(domain::Worksheet worksheet)
{
    QHash<QString, QString> useCases;
    int number = 0;
    for (domain::UseCase &useCase : worksheet.useCases) {
        const QString id = u"use-case-%1"_s.arg(++number);
        useCases.insert(useCase.id, id);
        useCase.id = id;
        for (domain::Workload &workload : useCase.workloads)
            workload.id = u"line-%1"_s.arg(++number);
        for (domain::ServiceUse &service : useCase.services)
            service.id = u"line-%1"_s.arg(++number);
    }
    for (domain::ServiceUse &service : worksheet.footprint)
        service.id = u"line-%1"_s.arg(++number);
    for (domain::PoolRequest &pool : worksheet.funding.pools) {
        pool.id = u"pool-%1"_s.arg(++number);
        for (QString &useCase : pool.useCases)
            useCase = useCases.value(useCase, useCase);
    }
    return worksheet;
}

} // namespace tests
