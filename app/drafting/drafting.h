// Drafting: the whole way from a worksheet to its computed case, as one call. Used by the command line and the windows,
// so that both show the same figures.
//
//     auto shipped = drafting::shippedData();
//     auto computed = drafting::compute(worksheet, shipped->rates, shipped->programmes, asOf);
#pragma once

#include "catalogue/acepack.h"
#include "catalogue/filingrules.h"
#include "catalogue/programmes.h"
#include "catalogue/ratebook.h"
#include "catalogue/reviewrules.h"
#include "catalogue/templates.h"
#include "domain/finding.h"
#include "domain/inputerror.h"
#include "domain/partnerprofile.h"
#include "domain/result.h"
#include "domain/worksheet.h"
#include "funding/plan.h"
#include "projection/projection.h"
#include "records/record.h"
#include "review/review.h"

#include <QDate>

namespace drafting {

/// Rates, programmes, rules and templates that ship with the program (resources/), parsed once per process.
struct Shipped {
    catalogue::RateBook rates;
    catalogue::Programmes programmes;
    catalogue::AcePack acePack;
    catalogue::Templates templates;
    catalogue::ReviewRules reviewRules;
    catalogue::FilingRules filingRules;
};

/// The channels that records are filed through, as the command line names them; the first is the default.
QStringList aceChannels();
/// The channel of who names none: the one that the partner's profile prefers, else the default. Null: no profile.
QString channelOf(const domain::PartnerProfile *profile);
/// Puts the rules of that channel in the place of those that `shipped` has.
domain::Result<void, domain::InputError> followChannel(Shipped &shipped, const domain::PartnerProfile *profile);
/// The rules of a channel: those of the API, with what the channel asks beyond them. An error is a defect of the build.
/// Also of data whose rules are another channel's already.
domain::Result<catalogue::AcePack, domain::InputError> aceRulesOf(const Shipped &shipped, const QString &channel);

/// Parses the embedded resources. An error here is a defect of the build, found by the tests.
domain::Result<Shipped, domain::InputError> shippedData();

/// Everything that follows from a worksheet.
struct ComputedCase {
    domain::Worksheet worksheet;
    projection::Projection projection;
    funding::FundingPlan plan;
    records::Stack stack;

    /// Findings of projection and plan, the worst first; what `project` reports.
    domain::Findings spendFindings() const;
};

domain::Result<ComputedCase, domain::InputError> compute(const domain::Worksheet &worksheet,
                                                         const catalogue::RateBook &rates,
                                                         const catalogue::Programmes &programmes, QDate asOf,
                                                         funding::Order order = funding::Order::Planned);

/// What a review of the case takes. References into both, which must outlive it; the earlier filings are the caller's to
/// add.
review::ReviewInput reviewInput(const ComputedCase &computed, const Shipped &shipped, QDate asOf);

} // namespace drafting
