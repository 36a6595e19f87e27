// Record context: what the parts of one record need to know about its case, worked out once.
#pragma once

#include "catalogue/programmes.h"
#include "domain/worksheet.h"
#include "funding/plan.h"
#include "projection/projection.h"
#include "records/record.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace records {

/// A pool that gets a record, and its place in the stack.
struct DraftedPool {
    int pool = -1;  ///< index into FundingPlan::pools
    int number = 0; ///< 1-based among the ACE records; 0 for checklists and applications
    domain::Money stated;
    int statedMonth = 0;
    std::vector<int> statedLines;
};

/// What the worksheet says about the pool's record; empty when it says nothing.
domain::RecordFacts factsFor(const domain::Worksheet &worksheet, const QString &poolId);

/// References outlive the call only.
struct CaseInput {
    const domain::Worksheet &worksheet;
    const projection::Projection &projection;
    const funding::FundingPlan &plan;
    const catalogue::Programmes &programmes;
    QDate asOf;
    std::vector<DraftedPool> drafted; ///< the whole stack, ACE records first
};

class RecordContext {
public:
    RecordContext(const CaseInput &input, const DraftedPool &drafted);

    const CaseInput &input;
    const DraftedPool &drafted;
    const domain::Worksheet &worksheet;
    const projection::Projection &projection;
    const funding::Pool &pool;
    const catalogue::Programme &programme;
    domain::RecordFacts own; ///< the partner's wording for this pool; empty when there is none

    std::vector<const domain::UseCase *> useCases; ///< in the pool's scope, in worksheet order
    int firstMonth = 1;                            ///< of the months that the ask is sized on
    int lastMonth = 1;

    bool isAceRecord() const { return drafted.number > 0; }
    domain::Month month(int number) const { return projection.monthAt(number); }

    /// The earlier record that is earmarked to this use case and tells its problem; this one is then about what
    /// follows.
    const DraftedPool *toldBy(const domain::UseCase &useCase) const;
    bool tellsProduction() const; ///< any use case in scope is told by an earlier record
    /// What follows the earlier record is production: it goes live on a stated date, or the program is for production.
    bool isProduction(const domain::UseCase &useCase) const;

    /// "In-product support assistant"; from the id when it has no title.
    QString titleOf(const domain::UseCase &useCase) const;
    /// "the in-product support assistant", for the middle of a sentence.
    QString nameOf(const domain::UseCase &useCase) const;
    /// Inside a sentence that named it before: "the assistant", where the title's last word can stand alone.
    QString shortNameOf(const domain::UseCase &useCase) const;

    /// Eligible services of the use cases (or of the company), Bedrock aside, with spend inside the projection: "S3".
    QStringList useCaseServices() const;
    QStringList platformServices() const;
    domain::Money platformSpend(int month) const;
    domain::Money bedrockSpend(int month) const; ///< in the pool's scope
    /// The month of `date` in the projection; nothing outside it.
    std::optional<int> monthOf(std::optional<QDate> date) const;
    std::optional<QDate> firstGoLive() const; ///< of the use cases in scope

private:
    QStringList services(bool ofUseCases) const;
};

/// The volume of the workload that the record is about: the costliest one that is not an evaluation.
struct MainVolume {
    const domain::Workload *workload = nullptr; ///< none: no workload in scope runs
    const domain::UseCase *useCase = nullptr;
    QString unit;               ///< "answers"; "requests" where the workload's name has no such word
    std::vector<qint64> perDay; ///< by month, to the nearest whole one
};
MainVolume mainVolume(const RecordContext &context);

/// The workload that grades the use case's others, with what it costs in `month`; nothing when none runs then.
struct EvaluationRun {
    const domain::Workload *workload = nullptr;
    domain::Money monthly;
};
EvaluationRun evaluationRun(const RecordContext &context, const domain::UseCase &useCase, int month);

} // namespace records
