// Figures: projection and plan of a worksheet together, as every what-if computes them again and again.
#pragma once

#include "catalogue/programmes.h"
#include "catalogue/ratebook.h"
#include "domain/result.h"
#include "domain/worksheet.h"
#include "funding/plan.h"
#include "projection/projection.h"

#include <QDate>

#include <optional>

namespace whatif {

/// What a case is computed with. The referred values must outlive it.
struct Basis {
    const catalogue::RateBook &book;
    const catalogue::Programmes &programmes;
    QDate asOf;
    funding::Order order = funding::Order::Planned;
};

struct Figures {
    projection::Projection projection;
    funding::FundingPlan plan;
};

/// The same errors as projection::project and funding::plan.
domain::Result<Figures, domain::InputError> figuresOf(const domain::Worksheet &worksheet, const Basis &basis);

/// The worksheet with every ask fixed at that of `stated`: a what-if shows what the asked credits would meet.
domain::Worksheet withAsksHeld(domain::Worksheet worksheet, const funding::FundingPlan &stated);

/// How long a pool lasts: months from its issue whose charges in its scope it pays. The month in which it runs out counts
/// with the share that it pays of it.
struct Lasting {
    domain::Decimal months; ///< to one decimal, half-even
    bool exhausted = false; ///< false: it outlasts the projection or its validity, so this is the least
    friend bool operator==(const Lasting &, const Lasting &) = default;
};
Lasting lastingOf(const Figures &figures, const funding::Pool &pool);

/// The last month in which any credit pays, 1-based; nothing when none ever does.
std::optional<int> lastPaidMonth(const funding::FundingPlan &plan);

} // namespace whatif
