// OfferFile: AWS Price List offer files, JSON or CSV, read as a stream of products and terms.
//
// Nothing is interpreted here: what a product means is offer/meaning.h's business. The forms are those of AWS's guide
// "Reading service price list files" and of the files themselves: JSON names attributes in camel case, CSV in a mix of
// styles, so both come here in lower case without spaces and underscores ("usagetype", "regioncode", "servicetier").
#pragma once

#include "domain/inputerror.h"
#include "domain/result.h"
#include "json/events.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <utility>
#include <vector>

namespace catalogue {

struct OfferHead {
    QString offer;   ///< "AmazonBedrock"
    QString version; ///< "20260901183649"
    QDate published;
};

struct OfferProduct {
    QString sku;
    QString family;
    std::vector<std::pair<QByteArray, QString>> attributes; ///< names in lower case

    /// Of the attribute, empty when it has none.
    const QString &value(QByteArrayView name) const;
};

/// One price of a product: a slice of its tiers.
struct OfferPrice {
    QString begin; ///< as written: "0"
    QString end;   ///< "Inf" or a quantity
    QString unit;
    QString price; ///< in US dollars, as written; empty: none in US dollars
    QString currency;
    QString description;
};

struct OfferTerm {
    QString sku;
    QString code; ///< of the term: a product may have several
    QString type; ///< "OnDemand", "Reserved"
    QString effective;
    std::vector<OfferPrice> prices;
};

class OfferVisitor {
public:
    virtual ~OfferVisitor() = default;
    /// What is known of the file before its first product: AWS's files begin with it.
    virtual void begin(const OfferHead &head) = 0;
    /// Return false to stop: the visitor knows why.
    virtual bool product(OfferProduct product) = 0;
    virtual bool term(OfferTerm term) = 0;
};

/// Reads a whole offer file, whose kind it tells by its first bytes. The head is complete when this returns; stopped
/// readings (visitor or source) give a head too, with `complete` false. Errors: what is not an offer file, cut short or
/// not UTF-8, with what to do about it.
struct OfferReading {
    OfferHead head;
    bool complete = false;
};
domain::Result<OfferReading, domain::InputError> readOffer(const json::ByteSource &source, OfferVisitor &visitor);

/// The two forms, once the kind is known; `source` from the first byte on.
domain::Result<OfferReading, domain::InputError> readJsonOffer(const json::ByteSource &source, OfferVisitor &visitor);
domain::Result<OfferReading, domain::InputError> readCsvOffer(const json::ByteSource &source, OfferVisitor &visitor);

/// "Region Code", "regionCode", "region_code" -> "regioncode".
QByteArray offerAttributeName(QByteArrayView name);

/// "2026-09-01T18:36:49Z" -> its date; invalid otherwise.
QDate offerDate(QStringView text);

} // namespace catalogue
