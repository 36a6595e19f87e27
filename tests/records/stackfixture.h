// The shipped samples, changed as a test needs, and the stack that is composed from them: the real way from a
// worksheet's bytes to its records, with the shipped rate book and programmes.
#pragma once

#include "catalogue/programmes.h"
#include "catalogue/ratebook.h"
#include "domain/worksheet.h"
#include "funding/plan.h"
#include "projection/projection.h"
#include "records/record.h"

#include <QDate>
#include <QString>

#include <functional>

namespace records {

inline const QDate kToday(2026, 11, 22);

/// "series-a-rag-assistant": the sample of that name.
domain::Worksheet sample(const QString &name);
inline domain::Worksheet seriesA()
{
    return sample(QStringLiteral("series-a-rag-assistant"));
}
/// The Series A sample, changed.
domain::Worksheet seriesAWith(const std::function<void(domain::Worksheet &)> &change);

struct ComposedCase {
    domain::Worksheet worksheet;
    projection::Projection projection;
    funding::FundingPlan plan;
    Stack stack;

    const Record &record(int index) const { return stack.records.at(static_cast<std::size_t>(index)); }
    int recordCount() const { return static_cast<int>(stack.records.size()); }
    const domain::Finding *finding(QStringView rule) const;
};
ComposedCase composed(const domain::Worksheet &worksheet, QDate asOf = kToday);

} // namespace records
