// Outlook: every programme for this company, requested or not. What the Programs page shows a card of, what `project`
// lists, and what "Suggest programs" puts into the stack. A pure function, and the plan's own figures: a programme that is
// not in the stack is sized as a pool with its default window behind the pools that are there.
//
//     const auto outlook = funding::outlook(worksheet, projection, programmes, asOf);
//     for (const funding::ProgrammeOutlook &card : outlook->programmes) ...
//     worksheet.funding.pools = outlook->suggested;
#pragma once

#include "funding/eligibility.h"
#include "funding/plan.h"

namespace funding {

struct ProgrammeOutlook {
    QString programme; ///< id; name, amounts, speed and who files: catalogue::Programmes::find()
    Verdict verdict = Verdict::Yes;
    bool eligible = true;        ///< by the table of situations; an eligible "not yet" is sized all the same
    QStringList reasons;         ///< why not, and what stands against it; sentences without the programme's name
    std::vector<Change> changes; ///< what would change it
    QStringList poolIds;         ///< of its pools in the stack, in order; empty: not in the stack
    domain::Money rawAsk;        ///< of its pools in the stack together; else of a pool added at the end
    domain::Money ask;           ///< likewise; 0 when not eligible
    bool suggested = false;      ///< in Outlook::suggested
};

/// A checklist for the founder that needs no record, with its source.
using Path = catalogue::FounderPath;

struct Outlook {
    std::vector<ProgrammeOutlook> programmes;   ///< in the order of the programmes file
    std::vector<Path> paths;                    ///< those that fit this company
    std::vector<domain::PoolRequest> suggested; ///< the stack that fits this company, in order; empty: nothing is open

    const ProgrammeOutlook *find(const QString &programme) const;
};

/// The only error is that of funding::plan: a pool of a programme that `programmes` does not have.
domain::Result<Outlook, domain::InputError> outlook(const domain::Worksheet &worksheet,
                                                    const projection::Projection &projection,
                                                    const catalogue::Programmes &programmes, QDate asOf);

/// A pool of `programme` to add at the end of the stack: with a free id, and where its credits come late, in the month in
/// which an application of today has them.
domain::PoolRequest poolRequest(const catalogue::Programme &programme, const domain::Worksheet &worksheet,
                                const projection::Projection &projection, QDate asOf);

/// "$10,000 to $50,000", "up to $100,000", "set with the AWS account team".
QString amountRange(const catalogue::Programme &programme);
/// "Eligible", "Not yet", "Not eligible".
QString verdictName(Verdict verdict);

} // namespace funding
