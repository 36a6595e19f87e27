// Funding request: the draft of what AWS's funding portal (Benefits API) asks for, next to the opportunity: name,
// description, linked opportunity, documents. A benefit's own form is not published; its fields are filled in there.
//
// Its limits and the days that bind are those of the filing rules (catalogue/filingrules.h).
#pragma once

#include "catalogue/filingrules.h"
#include "records/request.h"

#include <QByteArray>
#include <QDate>

namespace records {

struct FundingDraft {
    QString name;
    QString description; ///< whole sentences, no more than AWS takes
    QStringList files;   ///< names of the documents to attach
};

FundingDraft fundingDraft(const Record &record, const QStringList &files, const catalogue::FundRequestLimits &limits);

/// The CreateBenefitApplication request without benefit and opportunity, which only the partner's account knows.
QByteArray fundingRequest(const Record &record, const domain::Worksheet &worksheet, const RequestOptions &options,
                          const catalogue::FundRequestLimits &limits);

/// For people: each field with its text and limit, the documents to attach, the dates that bind; then `plan`, the plan of
/// the proof of concept as text (may be empty). `ask` in dollars, `asOf` is today.
QByteArray fundingText(const Record &record, const FundingDraft &draft, domain::Money ask, const QString &opportunityId,
                       const QString &plan, const catalogue::FilingRules &rules, QDate asOf);

} // namespace records
