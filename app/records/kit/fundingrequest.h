// Funding request: the draft of what AWS's funding portal (Benefits API) asks for, next to the opportunity: name,
// description, linked opportunity, documents. A benefit's own form is not published; its fields are filled in there.
//
// Limits: CreateBenefitApplication of partnercentral-benefits 2018-05-10 (service model of 2026-08-07: name 255,
// description 1,000, 30 files) and the developer guide (10 files, their types); dates: funding pages of the Partner Central
// getting-started guide, read 2026-11.
#pragma once

#include "projection/projection.h"
#include "records/request.h"

#include <QByteArray>
#include <QDate>

namespace records {

inline constexpr qsizetype kFundingNameMost = 255;
inline constexpr qsizetype kFundingDescriptionMost = 1000;
inline constexpr int kFundingFilesMost = 10;
inline constexpr int kFundingLeadDays = 14; ///< from the request to the start of the work

struct FundingDraft {
    QString name;
    QString description; ///< whole sentences, no more than AWS takes
    QStringList files;   ///< names of the documents to attach
};

FundingDraft fundingDraft(const Record &record, const QStringList &files);

/// The CreateBenefitApplication request without benefit and opportunity, which only the partner's account knows.
QByteArray fundingRequest(const Record &record, const domain::Worksheet &worksheet, const RequestOptions &options);

/// For people: each field with its text and limit, the documents to attach, the dates that bind; then `plan`, the plan of
/// the proof of concept as text (may be empty). `ask` in dollars, `asOf` is today.
QByteArray fundingText(const Record &record, const FundingDraft &draft, domain::Money ask, const QString &opportunityId,
                       const QString &plan, QDate asOf);

} // namespace records
