// OfferMap: how AWS's price files name items and models, as data (resources/rates/offer-map.json).
#pragma once

#include "domain/inputerror.h"
#include "domain/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <utility>
#include <vector>

namespace catalogue {

/// A usage type of an offer that prices an item.
struct OfferItemRule {
    QString item;
    QHash<QString, qint64> units;                      ///< unit in lower case -> how many single units it holds
    std::vector<std::pair<QByteArray, QString>> where; ///< attributes that must be so
};

/// Whose a model is whose name begins with that word.
struct OfferProvider {
    QString word;
    QString prefix;   ///< of its ids: "anthropic"
    QString provider; ///< "Anthropic"
};

struct OfferMap {
    QHash<QString, OfferItemRule> items; ///< by key()
    QHash<QString, QString> models;      ///< name in the files -> model id
    std::vector<OfferProvider> providers;

    static QString key(const QString &offer, const QString &usage) { return offer + u'/' + usage; }
    const OfferItemRule *item(const QString &offer, const QString &usage) const;
};

/// Strict, all or nothing.
domain::Result<OfferMap, domain::InputError> readOfferMap(QByteArrayView bytes);

} // namespace catalogue
