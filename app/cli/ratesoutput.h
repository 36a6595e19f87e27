// What the rates command prints: changes of prices, and rows of price files that were not understood.
#pragma once

#include "catalogue/offer/offerimport.h"
#include "catalogue/ratechanges.h"
#include "json/writer.h"

#include <QByteArray>

#include <vector>

namespace cli {

/// A file of prices as it was read.
struct ReadPrices {
    QString file;
    QString what;    ///< "AmazonBedrock, version 20260720000000, published 2026-07-20"
    qint64 rows = 0; ///< products in it
    qint64 duplicates = 0;
    std::vector<catalogue::OfferRefusal> refused;
};

struct PriceReport {
    std::vector<ReadPrices> files;
    std::vector<catalogue::RateChange> changes;
    QString outcome;  ///< the last line: where it was written
    bool all = false; ///< list unchanged prices too

    qint64 count(catalogue::RateChange::Kind kind) const;
};

QByteArray priceTable(const PriceReport &report);
QByteArray priceJson(const PriceReport &report, const QString &format);

/// The members of one change.
void writeChange(json::Writer &out, const catalogue::RateChange &change);

} // namespace cli
