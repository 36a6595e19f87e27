// The user's own prices on disk: imports from AWS's price files and overrides, in one file in the user's data folder. Read
// by every command and by the windows, so that both compute with the same prices.
#pragma once

#include "catalogue/offer/offermap.h"
#include "catalogue/ownrates.h"
#include "domain/inputerror.h"
#include "domain/result.h"
#include "drafting/drafting.h"

#include <QString>

#include <functional>

namespace drafting {

/// `briefstack/own-rates.json` in the user's data folder (XDG_DATA_HOME, else ~/.local/share).
QString ownRatesFile();

/// What the file holds; nothing when there is none.
domain::Result<catalogue::OwnRates, domain::InputError> loadOwnRates(const QString &file);

struct OwnRatesFailure {
    enum class Kind {
        Content,     ///< the file that is there is damaged or of a newer version: `input`
        Busy,        ///< another program is changing it
        NotWritable, ///< `reason`
    };
    Kind kind = Kind::Content;
    domain::InputError input;
    QString reason; ///< the system's
};

/// Reads the file, lets `change` change what it holds, and writes it: whole or not at all, through a link to where it
/// leads, never while another program does the same. Waits ten seconds for that one.
domain::Result<void, OwnRatesFailure> changeOwnRates(const QString &file,
                                                     const std::function<void(catalogue::OwnRates &own)> &change);

/// A book from the bytes of a rate book, or of a file of the user's own prices laid over `shipped`.
domain::Result<catalogue::RateBook, domain::InputError> readBook(QByteArrayView bytes,
                                                                 const catalogue::RateBook &shipped);

/// The shipped data with the user's own prices laid over its book. `withOwn` false: as shipped.
domain::Result<Shipped, domain::InputError> currentData(bool withOwn = true);

/// How AWS's price files name things, as shipped.
domain::Result<catalogue::OfferMap, domain::InputError> shippedOfferMap();

} // namespace drafting
