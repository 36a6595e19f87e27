// Reprice: one case computed with two rate books, side by side: what the newer prices do to each line and to the asks.
//
//     auto difference = funding::reprice(projectionThen, planThen, projectionNow, planNow);
#pragma once

#include "domain/money.h"
#include "funding/plan.h"
#include "projection/projection.h"

#include <QDate>
#include <QString>

#include <vector>

namespace funding {

struct RepricedLine {
    QString id;
    QString name;
    QString service;
    domain::Money before; ///< total over the projection
    domain::Money after;
    friend bool operator==(const RepricedLine &, const RepricedLine &) = default;
};

struct RepricedPool {
    QString id;
    domain::Money askBefore;
    domain::Money askAfter;
    domain::Money rawAskBefore; ///< before the programme's ceiling
    domain::Money rawAskAfter;
    friend bool operator==(const RepricedPool &, const RepricedPool &) = default;
};

struct Repricing {
    QString bookBefore;
    QDate bookBeforeAsOf;
    QString bookAfter;
    QDate bookAfterAsOf;
    std::vector<RepricedLine> lines; ///< all, in worksheet order
    domain::Money totalBefore;
    domain::Money totalAfter;
    std::vector<RepricedPool> pools; ///< all, in the given order

    bool differs() const; ///< in any line, total or ask
};

/// Both of the same worksheet and day, so that only prices differ.
Repricing reprice(const projection::Projection &before, const FundingPlan &planBefore,
                  const projection::Projection &after, const FundingPlan &planAfter);

} // namespace funding
