// Lever: one change of how a workload is run that makes it cheaper, as a value that can be applied to a worksheet.
//
// Nothing here is a general figure: a lever is applied to the worksheet, the whole case is computed again, and the
// difference is what it saves (whatif/effect.h).
#pragma once

#include "catalogue/ratebook.h"
#include "domain/worksheet.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace whatif {

enum class LeverKind {
    Batch,       ///< a share of the calls to Batch
    Cache,       ///< the repeated start of the prompt cached
    Model,       ///< a cheaper model
    Global,      ///< the global inference profile instead of the regional one
    Provisioned, ///< model units by the hour instead of tokens
};

struct Lever {
    LeverKind kind = LeverKind::Batch;
    QStringList workloads;                                    ///< ids; Global may have several, the others one
    domain::Decimal batchShare;                               ///< Batch: 0..1
    qint64 prefixTokens = 0;                                  ///< Cache: cut at the workload's input
    domain::Decimal hitRate;                                  ///< Cache: 0..1
    QString model;                                            ///< Model: rate-book id
    qint64 modelUnits = 1;                                    ///< Provisioned
    domain::Commitment commitment = domain::Commitment::None; ///< Provisioned

    /// Stable within a case: `batch:evaluation`, `cache:answers`, `model:answers:amazon.nova-pro-v1:0`, `global`,
    /// `provisioned:answers:1-month`.
    QString id() const;
    friend bool operator==(const Lever &, const Lever &) = default;
};

/// The worksheet with the levers pulled, in the given order: of two about the same fact the later one holds.
domain::Worksheet applied(domain::Worksheet worksheet, const std::vector<Lever> &levers);

/// "Evaluation to Batch", "Cache the prefix", "Smaller model", ...; with the workload's name where there is one.
QString titleOf(const Lever &lever, const domain::Worksheet &worksheet);
/// The inputs in short: "100 %", "3,000 tokens, 80 % hits", "Claude Haiku 4.5".
QString detailOf(const Lever &lever, const catalogue::RateBook &book);
/// What must be true for it to work, one sentence each.
QStringList conditionsOf(const Lever &lever, const domain::Worksheet &worksheet, const catalogue::RateBook &book);

/// The workload of that id with its use case; nulls when there is none.
struct FoundWorkload {
    const domain::UseCase *useCase = nullptr;
    const domain::Workload *workload = nullptr;
};
FoundWorkload findWorkload(const domain::Worksheet &worksheet, const QString &id);

} // namespace whatif
