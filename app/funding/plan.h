// FundingPlan: which pool pays which projected dollar, and what to ask for. A pure function of worksheet, projection
// and programmes: the contract's rules 11 to 15 and its eligibility table.
//
// Each projected cent is in exactly one entry of the ledger.
#pragma once

#include "catalogue/programmes.h"
#include "domain/finding.h"
#include "funding/eligibility.h"
#include "projection/projection.h"

#include <QDate>

#include <optional>
#include <vector>

namespace funding {

/// `planned`: held credits, then pools in the given order. `aws`: the order in which AWS itself applies credits.
enum class Order { Planned, Aws };

enum class PayerKind { Held, Pool, Customer, NotEligible };

struct Payer {
    PayerKind kind = PayerKind::Customer;
    int index = -1; ///< into pools or heldCredits; -1 otherwise
    friend bool operator==(const Payer &, const Payer &) = default;
};

struct LedgerEntry {
    int line = 0;  ///< index into Projection::lines
    int month = 1; ///< 1-based
    Payer payer;
    domain::Money amount; ///< > 0
};

struct Payments {
    projection::Monthly monthly;
    domain::Money total;
};

struct Pool {
    QString id;
    QString programme;
    bool eligible = true;
    QStringList reasons; ///< why it is not, or what stands against it
    Verdict verdict = Verdict::Yes;
    QStringList gaps;                ///< finer than the table, so without effect on the ask (funding/eligibility.h)
    std::vector<Change> changes;     ///< what would change the verdict
    bool earmarked = false;          ///< pays only the lines of `useCases`; otherwise general purpose
    QStringList useCases;            ///< earmarked to; empty for an earmarked pool means that nothing is in its scope
    projection::Monthly needByMonth; ///< adds up to the need; 0 outside the months it is sized on
    domain::Money need;              ///< eligible spend in scope and window that nothing before it pays
    domain::Money headroom;          ///< need x headroom, rounded to cents half-even (for display; rawAsk is exact)
    domain::Money rawAsk;            ///< need x (1 + headroom), up to the next whole $500
    domain::Money ask;               ///< rawAsk cut at the ceiling, or the override; 0 when ineligible
    bool overridden = false;         ///< ask comes from amountUsd
    int fromMonth = 1;
    int months = 1;         ///< window length as asked
    int lastMonth = 1;      ///< last month of the window inside the projection
    int issuedMonth = 1;    ///< after the move that asOf demands
    int lastValidMonth = 1; ///< inclusive; may lie beyond the projection
    domain::Route route = domain::Route::Ace;
    bool filedThroughAce = false;
    Payments pays;
    domain::Money forfeited; ///< left when validity ended inside the projection
    domain::Money unspent;   ///< left at the projection's end otherwise
    std::optional<int> exhaustedInMonth;

    /// In scope: a general-purpose pool's scope is every line, the footprint included.
    bool hasInScope(const projection::Line &line) const;
    /// First month the ask is sized on: the window's, or that of the issue inside it. Where the credits arrive only after
    /// the window, nothing is sized, and this is the window's first month.
    int firstSizedMonth() const
    {
        return issuedMonth > fromMonth && issuedMonth <= lastMonth ? issuedMonth : fromMonth;
    }
    bool covers(int month) const { return month >= fromMonth && month <= lastMonth; }
};

struct HeldCredit {
    QString programme;
    domain::Money remaining;
    std::optional<QDate> grantedOn;
    std::optional<QDate> expiresOn;
    Payments pays;
    domain::Money forfeited;
    domain::Money unspent;
};

struct FundingPlan {
    Order order = Order::Planned;
    std::vector<Pool> pools;             ///< in the given order
    std::vector<HeldCredit> heldCredits; ///< those with something remaining, in the given order
    Payments customer;
    Payments notEligible;
    std::vector<LedgerEntry> ledger; ///< by month, line, payer; no zero amounts
    domain::Findings findings;       ///< eligibility, floors and ceilings, issue months, launch inside a POC window

    const Pool *pool(const QString &id) const;
};

/// `asOf` is today: no pool is issued before the month after it.
/// The only error is a pool of a programme that `programmes` does not have.
domain::Result<FundingPlan, domain::InputError> plan(const domain::Worksheet &worksheet,
                                                     const projection::Projection &projection,
                                                     const catalogue::Programmes &programmes, QDate asOf,
                                                     Order order = Order::Planned);

/// The key the ledger uses in files: the pool's id, `held`, `customer` or `notEligible`.
QString payerKey(const FundingPlan &plan, Payer payer);

} // namespace funding
