// Request changes: what differs between two requests of one record, field by field. What a revision that is filed again is
// held against the filed one by, and the note that says what changed.
#pragma once

#include "catalogue/filingrules.h"
#include "domain/finding.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace filing {

struct RequestChange {
    QString path; ///< as in the request, entries by number: `Project.ExpectedCustomerSpend[0].Amount`
    QString label;
    QString before; ///< empty: it was not there
    QString after;
    friend bool operator==(const RequestChange &, const RequestChange &) = default;
};

/// In the order of the freeze map, then of the paths. Keys that belong to the call and not to the record (client token,
/// identifier, review status) do not count, nor does the order of a list that is a set. Bytes that are not a JSON object have
/// no fields.
std::vector<RequestChange> requestChanges(const catalogue::FilingRules &rules, const QByteArray &before,
                                          const QByteArray &after);

/// One sentence a change: "Monthly spend: 12000.00, was 13237.83." Long texts are not repeated: "Business problem
/// reworded." Empty without a change.
QString changeNote(const std::vector<RequestChange> &changes);

/// An error for each change of a field that is not open in that status. `pool` is the record's.
domain::Findings lockedChanges(const catalogue::FilingRules &rules, const std::vector<RequestChange> &changes,
                               const QString &pool, const QString &status, const QString &stage);

/// The same for an UpdateOpportunity request of anyone's against the opportunity as AWS has it. Without a `status` in the
/// review status that the request resends (else that of `stored`). Fields are paths of the request; the rule is preflight's.
domain::Findings lockedUpdate(const catalogue::FilingRules &rules, const QByteArray &stored, const QByteArray &request,
                              const QString &status = {});

} // namespace filing
