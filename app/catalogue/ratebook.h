// RateBook: dated, sourced prices as a value. rate = model x region x scope x tier x token kind.
//
// The book never guesses: a rate that is not documented is absent (std::nullopt), and a documented zero is a zero.
// Falling back is the projection's business (projection/rates.h), which reports each fallback as a finding.
// Format and sources of the shipped book: resources/rates/README.md.
#pragma once

#include "domain/decimal.h"
#include "domain/rate.h"
#include "domain/worksheet.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace catalogue {

/// US dollars per million tokens, by kind.
struct TokenRates {
    std::optional<domain::Rate> input;
    std::optional<domain::Rate> output;
    std::optional<domain::Rate> cacheRead;
    std::optional<domain::Rate> cacheWrite5m;
    std::optional<domain::Rate> cacheWrite1h;
    std::optional<domain::Rate> batchInput;
    std::optional<domain::Rate> batchOutput;
    std::optional<domain::Rate> flexInput;
    std::optional<domain::Rate> flexOutput;
    std::optional<domain::Rate> priorityInput;
    std::optional<domain::Rate> priorityOutput;
    friend bool operator==(const TokenRates &, const TokenRates &) = default;
};

/// A call whose input exceeds the threshold is billed wholly at these rates.
struct LongPromptBand {
    qint64 thresholdTokens = 0;
    TokenRates rates;
    friend bool operator==(const LongPromptBand &, const LongPromptBand &) = default;
};

/// Reserved capacity: US dollars per hour for 1,000 tokens per minute.
struct ReservedRates {
    std::optional<domain::Rate> input;
    std::optional<domain::Rate> output;
    friend bool operator==(const ReservedRates &, const ReservedRates &) = default;
};

/// One model in one region and scope.
struct ModelRow {
    QString region;
    domain::Scope scope = domain::Scope::Regional;
    TokenRates rates;
    std::optional<qint64> cacheMinimumTokens; ///< none: undocumented
    std::optional<LongPromptBand> longPrompt;
    std::array<std::optional<domain::Rate>, 3> provisioned; ///< per model unit hour, by domain::Commitment
    std::array<ReservedRates, 2> reserved;                  ///< for 1 and 3 months
    QStringList availability;
    QString lifecycle;
    std::optional<QDate> endOfLife;
    std::optional<QDate> validFrom;  ///< since when AWS charges these rates, where a source says so
    std::optional<QDate> validUntil; ///< the last day for which they are announced: what follows is not known
    std::optional<QDate> importedOn; ///< publication of the price file that states all rates of the row
    QString source;                  ///< key into RateBook::sources
    QString asOf;                    ///< date of the copy read: YYYY-MM-DD, or coarser where the source is
    QStringList notes;
    QStringList suspect; ///< why this row is doubtful; empty: nothing known against it
};

enum class BilledBy { Token, Query, Image, Video };

struct Model {
    QString id;
    QString name; ///< unique in the book
    QString provider;
    QStringList aliases;
    BilledBy billedBy = BilledBy::Token;
    QString item; ///< the item that prices it when it is not billed by token; may be empty
    QStringList input;
    QStringList output;
    std::vector<ModelRow> rows;

    /// The row of that region and scope, or nullptr.
    const ModelRow *row(const QString &region, domain::Scope scope) const;
};

/// A slice of a tiered price.
struct PriceTier {
    std::optional<domain::Decimal> upTo; ///< cumulative quantity in single units; none: unlimited
    domain::Rate price;                  ///< dollars per ItemPrice::per units
    friend bool operator==(const PriceTier &, const PriceTier &) = default;
};

struct ItemPrice {
    QString region; ///< "default" holds in every region that has no price of its own
    qint64 per = 1; ///< single units that one price buys
    std::vector<PriceTier> tiers;
    QString source;
    QString asOf;
    QString freeTier;
    std::optional<QDate> importedOn = std::nullopt; ///< publication of the price file that states it
};

/// A priced unit of a supporting service, e.g. `s3/put-requests`.
struct Item {
    QString id;
    QString service;
    QString name;
    QString unit;
    std::vector<ItemPrice> prices;

    /// The price in that region, else the default one, else nullptr.
    const ItemPrice *price(const QString &region) const;
};

class RateBook {
public:
    QString id;
    QDate asOf;
    QString sha256; ///< of the bytes read: what a case keeps to know its book again
    QHash<QString, QString> sources;
    std::vector<Model> models; ///< sorted by id
    std::vector<Item> items;   ///< sorted by id

    /// By id, alias or unique name (exact, then ignoring case); nullptr when unknown.
    const Model *model(const QString &idOrName) const;
    const Item *item(const QString &itemId) const;
    bool knowsRegion(const QString &region) const;

    /// Up to `most` model ids that look like `text`, best first: for "did you mean".
    QStringList closeModels(const QString &text, int most = 3) const;
    QStringList closeItems(const QString &text, int most = 3) const;

    /// Call once after filling: sorts and builds the indexes that the look-ups use.
    void index();

private:
    QHash<QString, int> m_modelByKey;
    QHash<QString, int> m_itemById;
    QStringList m_regions;
};

} // namespace catalogue
