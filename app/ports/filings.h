// FilingStore: what was filed, byte for byte, and what became of it. The same storage as CaseStore (CaseStore::filings()).
//
// A filing freezes the revision that its case is at: the revision stays, whatever becomes of the history, and with it the
// files that were filed or that they were made from, each with its SHA-256. Nothing changes or deletes them any more. The
// statuses of a record are a list that only grows; which move is legal is the caller's matter (filing/status.h).
//
// Every save shows in the case's place in the list, in its search words and in the status it is listed under, and makes no
// revision. Inside CaseStore::begin() it belongs to that transaction.
#pragma once

#include "domain/money.h"
#include "ports/casestore.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>

#include <utility>
#include <vector>

namespace ports {

/// Names of a filing's files. Which of them there are is the caller's choice; a brief and a request always are.
inline constexpr QLatin1StringView kFiledBrief("brief.pdf");
inline constexpr QLatin1StringView kFiledRequest("request.json");
inline constexpr QLatin1StringView kFiledFacts("worksheet.json");
inline constexpr QLatin1StringView kFiledRates("rates.json");
inline constexpr QLatin1StringView kFiledWording("wording.json");

struct FiledFile {
    QString name; ///< unique in its filing
    QString mediaType;
    QByteArray bytes;
};

/// A file of a filing without its bytes.
struct FiledFileInfo {
    QString name;
    QString mediaType;
    QString sha256; ///< lower-case hex
    qint64 size = 0;
    friend bool operator==(const FiledFileInfo &, const FiledFileInfo &) = default;
};

struct FilingDraft {
    QString poolId;
    QString channel; ///< `api`, `bulk`, `console`
    QDate filedOn;
    QString opportunityId;
    QString changes; ///< what changed since the filing before; empty for the first
    std::vector<FiledFile> files;
};

struct Filing {
    qint64 id = 0; ///< of this case file
    QString poolId;
    int number = 1;   ///< 1, 2, ... of the record: its revision as AWS sees it
    int revision = 1; ///< of the case
    QString channel;
    QDate filedOn;
    QDateTime filedAt; ///< UTC, when it was written down
    QString opportunityId;
    QString changes;
    std::vector<FiledFileInfo> files;
    friend bool operator==(const Filing &, const Filing &) = default;
};

struct StatusChange {
    QString poolId;
    QString status;
    QString reason;
    QDate on;     ///< the day it happened at AWS
    QDateTime at; ///< UTC, when it was written down
    friend bool operator==(const StatusChange &, const StatusChange &) = default;
};

/// Credits that were issued: one code each.
struct Award {
    QString poolId;
    QString code;
    domain::Money amount;
    QDate issuedOn;
    QDate expiresOn;   ///< invalid: not known
    QString accountId; ///< the AWS account it was granted on; empty: not known
    friend bool operator==(const Award &, const Award &) = default;
};

/// What is known of a case's filings, the earliest first in each list.
struct CaseFilings {
    std::vector<Filing> filings;
    std::vector<StatusChange> changes;
    std::vector<Award> awards;
    friend bool operator==(const CaseFilings &, const CaseFilings &) = default;
};

class FilingStore {
public:
    virtual ~FilingStore() = default;

    /// Error: NoSuchCase.
    virtual StoreResult<CaseFilings> loadFilings(const QString &caseId) = 0;
    /// Of all cases that have any, in the order of their ids.
    virtual StoreResult<std::vector<std::pair<QString, CaseFilings>>> allFilings() = 0;
    /// The bytes of a filed file. Corrupt when they are not those that were filed; NoSuchRevision when there is no such file.
    virtual StoreResult<QByteArray> filedFile(const QString &caseId, qint64 filing, const QString &name) = 0;

    /// Files the revision that the case is at, which has to be `expectedRevision` (else Conflict); the record is `filed` from
    /// then on. Returns the filing's number.
    virtual StoreResult<int> addFiling(const QString &caseId, int expectedRevision, const FilingDraft &draft,
                                       const QDateTime &now) = 0;
    /// Adds a status and its awards, each in the place of one of its code; taking credits-issued back takes them back.
    virtual domain::Result<void, StoreError> addStatus(const QString &caseId, const StatusChange &change,
                                                       const std::vector<Award> &awards, const QDateTime &now) = 0;
};

} // namespace ports
