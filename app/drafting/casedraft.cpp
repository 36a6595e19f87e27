#include "drafting/casedraft.h"

#include "worksheetfile/writer.h"

namespace drafting {

using namespace Qt::StringLiterals;

ports::CaseDraft caseDraft(const ComputedCase &computed, const Shipped &shipped, QDate asOf)
{
    ports::CaseDraft draft;
    draft.worksheet = worksheetfile::write(computed.worksheet);
    draft.status = u"drafting"_s;
    draft.rateBookId = shipped.rates.id;
    draft.rateBookSha256 = shipped.rates.sha256;
    draft.evaluatedOn = asOf.toString(Qt::ISODate);
    for (const records::Record &record : computed.stack.records) {
        const funding::Pool &pool = computed.plan.pools.at(static_cast<std::size_t>(record.pool));
        draft.records.push_back({record.poolId, record.programme, record.title, pool.ask, u"drafting"_s});
    }
    return draft;
}

} // namespace drafting
