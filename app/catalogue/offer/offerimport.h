// OfferImport: AWS Price List offer files to prices of the user's own. The entry for files of unknown origin.
//
//     auto found = catalogue::importOffer(json::sourceOf(bytes), book, map);
//
// Bytes are read as a stream; a file is understood whole or not at all. What is not understood row by row is listed with
// its reason and never guessed. Pure: where the bytes come from, and what becomes of the result, is the caller's.
#pragma once

#include "catalogue/offer/offerfile.h"
#include "catalogue/offer/offermap.h"
#include "catalogue/ownrates.h"

#include <functional>
#include <optional>

namespace catalogue {

/// A row of the file that prices nothing in the book, and why.
struct OfferRefusal {
    QString sku;
    QString usageType;
    QString region;
    QString price; ///< as written, with its unit; may be empty
    QString reason;
};

struct ImportedOffer {
    OfferHead head;
    qint64 products = 0;
    qint64 duplicates = 0; ///< rows that repeat a price of another row
    OwnRates found;
    std::vector<OfferRefusal> refused;
    bool canceled = false; ///< by the progress call: the rest is empty then
};

/// Called now and then with the bytes read so far; false cancels.
using OfferProgress = std::function<bool(qint64 bytesRead)>;

/// Errors: not an offer file, cut short, not UTF-8, nothing in it, no price in US dollars, too many rows.
domain::Result<ImportedOffer, domain::InputError> importOffer(const json::ByteSource &source, const RateBook &book,
                                                              const OfferMap &map, const OfferProgress &progress = {});

} // namespace catalogue
