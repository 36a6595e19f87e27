#include "drafting/casedraft.h"

#include "catalogue/ratebookwriter.h"
#include "domain/defaults.h"
#include "worksheetfile/writer.h"

namespace drafting {

using namespace Qt::StringLiterals;

QByteArray rateRows(const domain::Worksheet &worksheet, const catalogue::RateBook &rates)
{
    QStringList models;
    QStringList items;
    QStringList regions{domain::regionOf(worksheet.aws)};
    const auto take = [&items](const std::vector<domain::ServiceUse> &services) {
        for (const domain::ServiceUse &service : services) {
            if (!service.item.isEmpty())
                items.append(service.item);
        }
    };
    for (const domain::UseCase &useCase : worksheet.useCases) {
        if (!useCase.region.isEmpty() && !regions.contains(useCase.region))
            regions.append(useCase.region);
        for (const domain::Workload &workload : useCase.workloads)
            models << workload.model << workload.alternatives;
        take(useCase.services);
    }
    take(worksheet.footprint);
    models.sort();
    items.sort();
    return catalogue::writeRateBook(catalogue::excerpt(rates, models, items, regions));
}

ports::CaseDraft caseDraft(const ComputedCase &computed, const Shipped &shipped, QDate asOf)
{
    ports::CaseDraft draft;
    draft.worksheet = worksheetfile::write(computed.worksheet);
    draft.status = u"drafting"_s;
    draft.rateBookId = shipped.rates.id;
    draft.rateBookSha256 = shipped.rates.sha256;
    draft.rateRows = rateRows(computed.worksheet, shipped.rates);
    draft.evaluatedOn = asOf.toString(Qt::ISODate);
    for (const records::Record &record : computed.stack.records) {
        const funding::Pool &pool = computed.plan.pools.at(static_cast<std::size_t>(record.pool));
        const auto month = [&](int number) { return computed.projection.monthAt(number); };
        draft.records.push_back({record.poolId, record.programme, record.title, pool.ask, u"drafting"_s,
                                 month(pool.fromMonth).firstDay(), month(pool.lastMonth).lastDay(),
                                 record.targetCloseDate, month(pool.lastValidMonth).lastDay()});
    }
    return draft;
}

} // namespace drafting
