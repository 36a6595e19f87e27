// Projection: worksheet + rate book -> spend by line, by AWS service and by month. A pure function.
//
// Nothing here is floating point; the same worksheet gives the same cents on every machine. The arithmetic is that of
// the published contract, rules 1 to 10: exact integers inside one line's one month, one half-even rounding to cents,
// and from there only whole cents are added, so every table foots.
#pragma once

#include "catalogue/ratebook.h"
#include "domain/finding.h"
#include "domain/inputerror.h"
#include "domain/money.h"
#include "domain/month.h"
#include "domain/result.h"
#include "domain/worksheet.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace projection {

using Monthly = std::vector<domain::Money>; ///< one entry per projected month

enum class LineKind { Tokens, Provisioned, Item, Flat };

/// The rate really used for one kind of token: what the fallbacks led to. Absent: this kind is not billed on the line.
struct AppliedRates {
    domain::Rate input;
    domain::Rate output;
    domain::Rate cacheRead;
    domain::Rate cacheWrite;
    domain::Rate batchInput;
    domain::Rate batchOutput;
    bool longPrompt = false; ///< all of them are those of the long-prompt band
};

/// How a line's amounts came about, enough to explain and to print them.
struct LineBasis {
    LineKind kind = LineKind::Flat;
    // Workloads
    std::vector<qint64> requests;  ///< per month: model calls, rule 3; how they split is in projection/volume.h
    qint64 inputTokens = 0;        ///< per call
    qint64 outputTokens = 0;       ///< per call
    qint64 cachedPrefixTokens = 0; ///< P after the minimum was applied
    qint64 callsPerDay = 0;        ///< requests a day x calls a request, before growth and launch steps
    domain::Decimal growthPerMonth;
    int firstMonth = 1; ///< growth counts from here
    std::vector<domain::Step> steps;
    domain::Decimal batchShare;   ///< of the requests
    domain::Decimal cacheHitRate; ///< of the on-demand requests; 0 when nothing is cached
    domain::Decimal daysPerMonth;
    AppliedRates rates;
    domain::Scope scope = domain::Scope::Regional; ///< the scope really priced
    domain::Tier tier = domain::Tier::Standard;    ///< the tier really priced
    QString region;
    qint64 modelUnits = 0;                ///< provisioned
    std::optional<domain::Rate> unitRate; ///< provisioned: dollars per model unit hour
    // Services
    QString item;
    QString unit;                            ///< "GB-month"
    domain::Decimal quantity;                ///< a month, before growth
    std::vector<domain::Decimal> quantities; ///< per month, rounded to 6 decimals
    std::vector<catalogue::PriceTier> tiers;
    qint64 per = 1;
    domain::Money flat; ///< monthlyUsd before growth
    // Where the price comes from
    QString source; ///< the source in words
    QString asOf;
    std::optional<QDate> endOfLife;  ///< of the model in this region, when AWS has named one
    std::optional<QDate> validFrom;  ///< since when AWS charges the rate
    std::optional<QDate> validUntil; ///< the last day for which it is announced
    std::optional<QDate> importedOn; ///< publication of the user's own price file that states it
    QStringList profiles; ///< inference profiles by which the model is called there, when there is no other way
};

struct Line {
    QString id;
    std::optional<QString> useCase; ///< none: the footprint
    QString name;
    QString service;   ///< as it counts in totals: "Amazon Bedrock"
    QString model;     ///< rate-book id; empty for services and for a workload without a model
    QString modelName; ///< "Claude Sonnet 4.6"
    QString provider;  ///< "Anthropic"
    bool isWorkload = false;
    bool creditEligible = true;
    Monthly monthly;
    domain::Money total;
    LineBasis basis;
};

/// A row of totals. average, peak and full as in rule 9.
struct Totals {
    Monthly monthly;
    domain::Money total;
    domain::Money average;
    domain::Money peak;
    domain::Money full;
};

struct ServiceTotals {
    QString service;
    Totals totals;
};

struct Projection {
    domain::Month startMonth;
    int months = 0;
    int fullMonth = 0; ///< 1-based; the month stated as monthly spend; 0 when nothing is ever spent
    QDate evaluatedOn;
    QString rateBookId;
    QDate rateBookAsOf;
    std::vector<Line> lines;             ///< use cases in order (workloads, then services), then the footprint
    std::vector<ServiceTotals> services; ///< in the order of their first line
    Totals total;
    domain::Findings findings; ///< fallbacks, assumptions, stale or suspect rates

    domain::Month monthAt(int month) const { return startMonth.plus(month - 1); }
    const Line *line(const QString &id) const;
};

/// Projects `worksheet` with the prices of `book`. `asOf` is today: it decides the default start month and whether the
/// book is stale. Errors are those the contract names: unknown model or region, an item that is not priced, overflow;
/// their path is the JSON path by index.
domain::Result<Projection, domain::InputError> project(const domain::Worksheet &worksheet,
                                                       const catalogue::RateBook &book, QDate asOf);

/// The arithmetic of one line in words that a person with a calculator can check: one text line per run of equal months,
/// then where the rate comes from. The same as steps: projection/arithmetic.h.
QString explain(const Line &line, const Projection &projection);

} // namespace projection
