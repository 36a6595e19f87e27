// Offer files for tests: the samples of tests/catalogue/offers (see the note there), small ones made from parts, and what
// was found in them by name.
#pragma once

#include "catalogue/offer/offerimport.h"
#include "catalogue/shippeddata.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace support {

inline const catalogue::OfferMap &offerMap()
{
    static const catalogue::OfferMap kMap = [] {
        auto read = catalogue::readOfferMap(resource(QStringLiteral("rates/offer-map.json")));
        return read ? std::move(*read) : catalogue::OfferMap();
    }();
    return kMap;
}

inline QByteArray offerFile(const QString &name)
{
    QFile file(sourcePath(QStringLiteral("tests/catalogue/offers/")) + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline domain::Result<catalogue::ImportedOffer, domain::InputError> imported(const QByteArray &bytes)
{
    return catalogue::importOffer(json::sourceOf(bytes), shippedBook(), offerMap());
}

/// One product with its on-demand price.
struct OfferLine {
    QString sku;
    QJsonObject attributes;
    QString unit;
    QString price;
    QString description = {};
};

/// A JSON offer file of those lines, in the order and form of AWS's.
inline QByteArray offerOf(const std::vector<OfferLine> &lines, const QString &offer = QStringLiteral("AmazonBedrock"),
                          const QString &currency = QStringLiteral("USD"))
{
    QByteArray products;
    QByteArray terms;
    const auto object = [](const QJsonObject &value) { return QJsonDocument(value).toJson(QJsonDocument::Compact); };
    for (const OfferLine &line : lines) {
        QJsonObject attributes{{QStringLiteral("regionCode"), QStringLiteral("us-east-1")},
                               {QStringLiteral("locationType"), QStringLiteral("AWS Region")}};
        for (auto entry = line.attributes.begin(); entry != line.attributes.end(); ++entry)
            attributes.insert(entry.key(), entry.value());
        const QByteArray sku = line.sku.toUtf8();
        const QByteArray comma = products.isEmpty() ? "" : ",";
        products += comma + '"' + sku + "\":{\"sku\":\"" + sku + "\",\"attributes\":" + object(attributes) + '}';
        const QJsonObject price{{QStringLiteral("unit"), line.unit},
                                {QStringLiteral("beginRange"), QStringLiteral("0")},
                                {QStringLiteral("endRange"), QStringLiteral("Inf")},
                                {QStringLiteral("description"), line.description},
                                {QStringLiteral("pricePerUnit"), QJsonObject{{currency, line.price}}}};
        terms += comma + '"' + sku + "\":{\"" + sku
               + ".T\":{\"effectiveDate\":\"2026-10-01T00:00:00Z\",\"priceDimensions\":{\"" + sku
               + ".T.R\":" + object(price) + "}}}";
    }
    return "{\"formatVersion\":\"v1.0\",\"offerCode\":\"" + offer.toUtf8()
         + "\",\"version\":\"20261101000000\",\"publicationDate\":\"2026-11-01T00:00:00Z\",\"products\":{" + products
         + "},\"terms\":{\"OnDemand\":{" + terms + "}}}";
}

/// "3.3" of a found rate, empty when it was not found. `kind` with " long" for a long-prompt rate.
inline QString foundRate(const catalogue::OwnRates &found, const QString &model, const QString &kind,
                         domain::Scope scope = domain::Scope::Regional)
{
    for (const catalogue::OwnRate &rate : found.rates) {
        const QString name =
            catalogue::rateKindName(rate.target.kind) + (rate.target.longPrompt ? QStringLiteral(" long") : QString());
        if (rate.target.model == model && name == kind && rate.target.scope == scope)
            return rate.price.toString();
    }
    return {};
}

/// Why the row of that SKU was not understood; empty when it was.
inline QString refusal(const catalogue::ImportedOffer &offer, const QString &sku)
{
    for (const catalogue::OfferRefusal &row : offer.refused) {
        if (row.sku == sku)
            return row.reason;
    }
    return {};
}

} // namespace support
