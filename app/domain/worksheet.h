// Worksheet: the facts the founder supplies, as one plain value.
//
// The only input of every later stage (ARCHITECTURE: facts on the left, documents on the right). A worksheet value
// only ever holds what is valid: limits are those of domain/fields.h. A text that was not given is empty; a number,
// flag or date that was not given is empty too (std::nullopt), so that "not asked yet" and "zero" stay apart;
// defaults are applied where a stage uses the fact (domain/defaults.h), never here.
#pragma once

#include "domain/decimal.h"
#include "domain/money.h"
#include "domain/month.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace domain {

enum class Stage { Individual, PreSeed, Seed, SeriesA, SeriesBPlus, Established };
enum class Scope { Regional, Global };
enum class Tier { Standard, Priority, Flex };
enum class CacheTtl { FiveMinutes, OneHour };
enum class Commitment { None, OneMonth, SixMonths };
enum class Route { Ace, OrgId };
enum class ContactRole { Founder, Technical, Budget, Other };
enum class PartnerTier { Registered, Select, Advanced, Premier };
enum class FactStatus { Stated, Implied, Assumed, Unknown };

struct Round {
    QString name;
    std::optional<Money> amountUsd;
    std::optional<QDate> closedOn;
    QString leadInvestor;
    friend bool operator==(const Round &, const Round &) = default;
};

struct Company {
    QString name;
    QString website;
    QString description;
    QString city;
    QString street;
    QString postalCode;
    QString state;
    QString industry;
    QString otherIndustry;
    QString country;
    QString duns;
    std::optional<qint64> headcount;
    std::optional<qint64> foundedYear;
    std::optional<Stage> stage;
    std::optional<bool> institutionallyFunded; ///< default false
    std::optional<bool> competesWithAws;       ///< default false
    std::optional<bool> aiFirst;               ///< default false
    std::optional<bool> incorporated;          ///< default true
    std::optional<Round> lastRound;
    QString activateOrgId;
    std::optional<bool> consentToShare; ///< default false
    friend bool operator==(const Company &, const Company &) = default;
};

struct Contact {
    QString firstName;
    QString lastName;
    QString title;
    QString email;
    QString phone;
    std::optional<ContactRole> role;
    friend bool operator==(const Contact &, const Contact &) = default;
};

/// Credits granted before this case.
struct PriorCredit {
    QString programme;
    Money amountUsd;
    std::optional<QDate> grantedOn;
    std::optional<QDate> expiresOn;    ///< none: never expires
    std::optional<Money> remainingUsd; ///< what is left today; none: not stated
    friend bool operator==(const PriorCredit &, const PriorCredit &) = default;
};

struct AwsAccount {
    QString accountId;
    QString payerAccountId;
    QString region; ///< default us-east-1
    std::optional<Money> monthlySpendUsd;
    std::optional<Money> bedrockMonthlySpendUsd;
    QString spendChangeReason;
    std::vector<PriorCredit> priorCredits;
    friend bool operator==(const AwsAccount &, const AwsAccount &) = default;
};

/// From `month` of the projection on, volume x multiplier.
struct Step {
    int month = 1;
    Decimal multiplier;
    friend bool operator==(const Step &, const Step &) = default;
};

struct Provisioned {
    std::optional<qint64> modelUnits;
    std::optional<Commitment> commitment; ///< default none
    friend bool operator==(const Provisioned &, const Provisioned &) = default;
};

using CountRange = std::array<qint64, 2>; ///< low, high; low <= high

/// What the founder is unsure of.
struct VolumeRange {
    std::optional<CountRange> requestsPerDay;
    std::optional<CountRange> inputTokens;
    std::optional<CountRange> outputTokens;
    friend bool operator==(const VolumeRange &, const VolumeRange &) = default;
};

/// One model-call pattern of a use case.
struct Workload {
    QString id;
    QString name;
    QString model;
    QStringList alternatives;
    std::optional<Scope> scope;
    std::optional<Tier> tier;
    std::optional<qint64> requestsPerDay;
    std::optional<qint64> users; ///< or instead of requestsPerDay, with:
    std::optional<Decimal> actionsPerUserPerDay;
    std::optional<qint64> callsPerRequest;
    std::optional<Decimal> daysPerMonth;
    std::optional<qint64> inputTokens;  ///< per call
    std::optional<qint64> outputTokens; ///< per call
    std::optional<qint64> cachedPrefixTokens;
    std::optional<Decimal> cacheHitRate; ///< 0..1
    std::optional<CacheTtl> cacheTtl;
    std::optional<Decimal> batchShare;     ///< 0..1
    std::optional<Decimal> growthPerMonth; ///< -0.9..5
    std::optional<int> fromMonth;          ///< 1-based, inclusive
    std::optional<int> toMonth;
    std::vector<Step> steps;
    std::optional<Provisioned> provisioned; ///< replaces token charges
    VolumeRange range;
    friend bool operator==(const Workload &, const Workload &) = default;
};

/// Another AWS service: one that supports a use case, or part of the company's general spend (the footprint).
struct ServiceUse {
    QString id; ///< stated or, after reading, the generated one (domain/identifiers.h)
    QString service;
    QString item; ///< rate-book item, with quantity; or instead monthlyUsd
    std::optional<Decimal> quantity;
    std::optional<Money> monthlyUsd;
    std::optional<Decimal> growthPerMonth;
    std::optional<int> fromMonth;
    std::optional<int> toMonth;
    std::optional<bool> creditEligible; ///< default true
    friend bool operator==(const ServiceUse &, const ServiceUse &) = default;
};

struct UseCase {
    QString id;
    QString title;
    QString problem;
    QString solution;
    QString scope;
    QString outOfScope;
    QString successMetric;
    QString baseline;
    QString evaluation;
    QString whyNow;
    QString whyBedrock;
    QString users;
    std::optional<bool> proofOfConcept; ///< default false
    std::optional<QDate> startsOn;
    std::optional<QDate> endsOn;
    std::optional<QDate> goLiveOn;
    QString accountId; ///< default aws.accountId
    QString region;    ///< default aws.region
    std::vector<Workload> workloads;
    std::vector<ServiceUse> services;
    friend bool operator==(const UseCase &, const UseCase &) = default;
};

/// A pool the partner wants to ask for, in order of priority.
struct PoolRequest {
    QString id; ///< stated or, after reading, the generated one
    QString programme;
    QStringList useCases; ///< earmarked to their lines; empty: general purpose (a POC: all proof-of-concept use cases)
    std::optional<Route> route;
    std::optional<int> fromMonth;
    std::optional<int> months;
    std::optional<int> issuedMonth;
    std::optional<int> validMonths;
    std::optional<Money> amountUsd;
    friend bool operator==(const PoolRequest &, const PoolRequest &) = default;
};

struct Funding {
    std::optional<Month> startMonth; ///< default: the month after today
    std::optional<int> months;       ///< 1..36, default 12
    std::optional<Decimal> headroom; ///< 0..2, default 0.20
    std::optional<int> fullVolumeMonth;
    std::vector<PoolRequest> pools;
    friend bool operator==(const Funding &, const Funding &) = default;
};

/// The partner's own wording and ACE facts for one pool's record.
struct RecordFacts {
    QString pool;
    QString title;
    QString phase;
    QString problem;
    QString scope;
    QString successMetric;
    QString stage;
    std::optional<QDate> targetCloseDate;
    QString nextSteps;
    QStringList primaryNeeds;
    QStringList salesActivities;
    QStringList deliveryModels;
    QString opportunityType;
    QString engagementType;
    QString estimationUrl;
    QString comments;
    QString opportunityId;
    QString status;
    friend bool operator==(const RecordFacts &, const RecordFacts &) = default;
};

struct Person {
    QString firstName;
    QString lastName;
    QString title;
    QString email;
    QString phone;
    friend bool operator==(const Person &, const Person &) = default;
};

struct Partner {
    QString name;
    std::optional<PartnerTier> tier;
    std::optional<bool> aceAccess;
    QStringList solutionIds;
    std::optional<Person> owner;
    friend bool operator==(const Partner &, const Partner &) = default;
};

struct Fact {
    FactStatus status = FactStatus::Stated;
    QString note;
    friend bool operator==(const Fact &, const Fact &) = default;
};

struct Worksheet {
    Company company;
    std::vector<Contact> contacts;
    AwsAccount aws;
    std::vector<UseCase> useCases;
    std::vector<ServiceUse> footprint;
    Funding funding;
    std::vector<RecordFacts> records;
    Partner partner;
    std::map<QString, Fact> facts; ///< by path of ids
    friend bool operator==(const Worksheet &, const Worksheet &) = default;
};

} // namespace domain
