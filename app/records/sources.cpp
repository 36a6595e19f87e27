#include "records/sources.h"

#include <algorithm>

namespace records {

using namespace Qt::StringLiterals;

QStringList sourcesOf(const domain::Worksheet &worksheet, const QString &path)
{
    const QStringList steps = path.split(u'/');
    if (steps.size() != 3 || steps.first() != "records"_L1)
        return {};
    const auto pool = std::ranges::find(worksheet.funding.pools, steps.at(1), &domain::PoolRequest::id);
    const QStringList own = pool == worksheet.funding.pools.end() ? QStringList() : pool->useCases;
    QStringList keys{steps.at(2)};
    if (keys.first() == "problem"_L1) // records/narrative.h
        keys += {u"whyNow"_s, u"solution"_s, u"successMetric"_s};
    else if (keys.first() == "targetCloseDate"_L1) // records/closedate.h
        keys = QStringList{u"goLiveOn"_s};
    QStringList first;
    QStringList others;
    for (const domain::UseCase &useCase : worksheet.useCases) {
        for (const QString &key : keys)
            (own.contains(useCase.id) ? first : others).append(u"useCases/"_s + useCase.id + u'/' + key);
    }
    return first.isEmpty() ? others : first; // another use case says nothing about an earmarked record
}

} // namespace records
