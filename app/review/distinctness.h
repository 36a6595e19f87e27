// Distinctness: whether the records of a stack are different things, as a reviewer who sees them side by side will ask.
// Programs stack when each record describes a distinct, real use case; AWS closes records as "Duplicate Opportunity".
//
// Compared are the lines and months that a record states, its metric, its dates, its scope and its text; with each
// earlier filed record of the company, what a filing keeps. What two records of one company share by nature (its name,
// its website, the line that says what is requested) is no finding.
#pragma once

#include "catalogue/programmes.h"
#include "domain/finding.h"
#include "domain/worksheet.h"
#include "funding/plan.h"
#include "projection/projection.h"
#include "records/record.h"
#include "review/sharedtext.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace review {

/// What was filed earlier for the same company, as the case file keeps it.
struct FiledRecord {
    QString name;   ///< "Bedrock POC, filed September 3, 2026"
    QString poolId; ///< of this case when it is an earlier filing of it; empty for another case
    QString businessProblem;
    QString scope;
    QString metric;
    friend bool operator==(const FiledRecord &, const FiledRecord &) = default;
};

/// Which text of a record.
enum class TextField { Problem, Scope, Metric };
/// "business problem", "scope", "success metric".
QString nameOf(TextField field);

struct SharedText {
    TextField field = TextField::Problem;
    SharedSentence place; ///< in the first and in the second record's text
    QString text;         ///< as the second record has it
};

/// A field of the worksheet and what should stand there instead; empty: what the program composes from the facts.
struct ProposedText {
    QString field;
    QString text;
    QString reads; ///< what the record's field then says
    friend bool operator==(const ProposedText &, const ProposedText &) = default;
};

/// One record of the stack against another, or against one filed earlier.
struct Comparison {
    int first = -1;    ///< index into Stack::records; -1: `filed`
    int second = -1;   ///< index into Stack::records
    int filed = -1;    ///< index into the filed records; -1: both are of the stack
    QString firstName; ///< "Bedrock POC"
    QString secondName;
    std::vector<int> linesInBoth; ///< that both state in the same month: none, as a stack is composed
    bool sameMetric = false;
    bool sameScope = false;
    bool sameDates = false;
    std::vector<SharedText> shared;
    QString difference; ///< one sentence, from facts; empty against a filed record
    std::vector<ProposedText>
        proposal; ///< moves the second record to its own phase; one undo step; empty: nothing to do
    bool isDistinct() const { return linesInBoth.empty() && !sameMetric && !sameScope && !sameDates && shared.empty(); }
};

struct DistinctnessInput {
    const domain::Worksheet &worksheet;
    const projection::Projection &projection;
    const funding::FundingPlan &plan;
    const records::Stack &stack;
    const catalogue::Programmes &programmes;
    QDate asOf;
};

struct Distinctness {
    std::vector<Comparison> comparisons; ///< in drafting order; ACE records only
    domain::Findings findings;
};

Distinctness distinctness(const DistinctnessInput &input, const std::vector<FiledRecord> &filed = {});

/// The text of a record that is compared.
const QString &textOf(const records::Record &record, TextField field);
const QString &textOf(const FiledRecord &filed, TextField field);

/// The worksheet with a proposal's texts in their fields.
domain::Worksheet withProposal(domain::Worksheet worksheet, const std::vector<ProposedText> &proposal);

} // namespace review
