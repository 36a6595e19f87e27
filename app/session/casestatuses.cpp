// The open case's statuses, which are kept beside its worksheet and move without a revision.
#include "session/casesession.h"

namespace session {

void CaseSession::takeStatuses(const ports::CaseSummary &inFile)
{
    m_summary.status = inFile.status;
    m_summary.updatedAt = inFile.updatedAt;
    for (ports::StoredRecord &record : m_summary.records) {
        for (const ports::StoredRecord &known : inFile.records) {
            if (known.poolId == record.poolId)
                record.status = known.status;
        }
    }
}

} // namespace session
