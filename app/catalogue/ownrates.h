// OwnRates: prices of the user's own, kept apart from the shipped book: what was imported from AWS's price files, and
// what somebody entered by hand (overrides, each with who, when and why).
//
// A file of its own (format `briefstack-own-rates`, resources/rates/README.md), laid over the shipped book when that is
// read: withOwnRates(). An override always holds; an imported price until a shipped book brings one that is newer than both
// the file and the price that it replaced.
#pragma once

#include "catalogue/ratebook.h"
#include "catalogue/ratekinds.h"
#include "domain/inputerror.h"
#include "domain/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace catalogue {

/// Where a price of the user's own comes from.
struct Provenance {
    QString source; ///< key into OwnRates::sources; empty for an override
    QDate asOf;     ///< publication of the file; the day an override was entered
    QString by;     ///< who entered the override
    QString why;
    std::optional<QDate> over; ///< date of the newer price that an older file replaced all the same
    bool isOverride() const { return source.isEmpty(); }
    friend bool operator==(const Provenance &, const Provenance &) = default;
};

/// Which rate of the book is meant.
struct RateTarget {
    QString model; ///< id
    QString region;
    domain::Scope scope = domain::Scope::Regional;
    RateKind kind = RateKind::Input;
    bool longPrompt = false;
    friend bool operator==(const RateTarget &, const RateTarget &) = default;
    QString key() const;
};

struct OwnRate {
    RateTarget target;
    domain::Rate price; ///< per million tokens, or per model unit hour
    std::optional<QDate> validFrom;
    Provenance from;
    friend bool operator==(const OwnRate &, const OwnRate &) = default;
};

struct OwnItemPrice {
    QString item;
    QString region;
    qint64 per = 1;
    std::vector<PriceTier> tiers;
    Provenance from;
    QString key() const { return item + u'|' + region; }
};

/// A model that the shipped book lacks. Its id may be inferred from its name.
struct OwnModel {
    QString id;
    QString name;
    QString provider;
    bool idInferred = false;
};

struct OwnRates {
    QHash<QString, QString> sources; ///< key -> one sentence
    std::vector<OwnModel> models;
    std::vector<OwnRate> rates;
    std::vector<OwnItemPrice> items;

    bool isEmpty() const { return rates.empty() && items.empty(); }
};

/// Strict, all or nothing; everything sorted by what it prices, so that the same prices give the same bytes.
domain::Result<OwnRates, domain::InputError> readOwnRates(QByteArrayView bytes);
QByteArray writeOwnRates(OwnRates own);

/// The shipped book with `own` laid over it: a book with an id, a hash and sources that say so. `book` keeps its date;
/// rows that are wholly imported carry their own (ModelRow::importedOn).
RateBook withOwnRates(RateBook book, const OwnRates &own);

/// Where the long-prompt band of a model begins, as any of its rows says; nothing when none does.
std::optional<qint64> longPromptThreshold(const Model &model);

/// `found` in place of what `own` has for the same targets; overrides stay beside it and go on holding. `shipped` is the
/// book below both: where it is newer than the file, that is remembered (Provenance::over).
OwnRates merged(OwnRates own, OwnRates found, const RateBook &shipped);

/// The day of a copy's date, which may be a month or a year: its last day, so that it counts as the newest it may be.
QDate lastDayOfCopy(const QString &asOf);

} // namespace catalogue
