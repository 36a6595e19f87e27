// The ledger: which credit pays which cent, in the planned order or in AWS's own (rules 13 to 15).
#pragma once

#include "funding/plan.h"
#include "projection/projection.h"

#include <QDate>

#include <optional>
#include <vector>

namespace funding {

/// Something that pays: a held credit or a pool, with what it may still pay.
struct Credit {
    Payer payer;
    domain::Money balance;
    std::vector<bool> inScope; ///< per line of the projection
    int firstMonth = 1;        ///< of its validity; may lie outside the projection
    int lastMonth = 0;
    std::optional<QDate> expiresOn; ///< none: never
    std::optional<QDate> issuedOn;  ///< none: as early as can be

    bool isValidIn(int month) const { return month >= firstMonth && month <= lastMonth; }
};

/// What a run of the ledger leaves.
struct LedgerRun {
    std::vector<LedgerEntry> entries;            ///< credits only, in the order they were made
    std::vector<projection::Monthly> left;       ///< per line and month: eligible dollars that nothing paid
    std::vector<domain::Money> balances;         ///< per credit: what is left of it
    std::vector<std::optional<int>> exhaustedIn; ///< per credit
};

/// `credits` in the given order: held credits as rule 11 sorts them, then pools.
LedgerRun runLedger(const projection::Projection &projection, const std::vector<Credit> &credits, Order order);

} // namespace funding
