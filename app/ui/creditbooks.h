// CreditBooks: who pays what, as the Credits tab shows it: lines by payers by month, in one of the two orders. Adds up
// the ledger's entries and nothing else, so that every sum stands.
#pragma once

#include "drafting/fundingview.h"
#include "funding/timeline.h"
#include "session/casework.h"

#include <QString>

#include <memory>
#include <vector>

namespace ui {

struct CreditBooks {
    /// A column of the ledger: held credits, the pools in order, Customer pays, Not eligible.
    struct Column {
        QString name;
        QString poolId; ///< of a pool
        funding::PayerKind kind = funding::PayerKind::Customer;
        projection::Monthly monthly;
        std::vector<projection::Monthly> lines; ///< by line of the projection
    };

    session::CaseViewPointer view;
    funding::FundingPlan plan; ///< in the order that is shown
    funding::Timeline timeline;
    funding::Envelope envelope;
    std::vector<Column> columns;

    const projection::Projection &projection() const { return view->computed.projection; }
    /// `month` 0: all of them.
    domain::Money amount(std::size_t line, std::size_t column, int month) const;
    domain::Money total(std::size_t column, int month) const;
    domain::Money spendOf(std::size_t line, int month) const;
    domain::Money spend(int month) const;
    /// "POC used up", "Portfolio expires with $1,570 left", by month.
    QString eventText(const funding::CreditEvent &event) const;
    QString payerName(funding::Payer payer) const;
};
using CreditBooksPointer = std::shared_ptr<const CreditBooks>;

/// Null when the case cannot be planned in that order.
CreditBooksPointer creditBooks(const session::CaseViewPointer &view, const drafting::Shipped &shipped,
                               funding::Order order);

} // namespace ui
