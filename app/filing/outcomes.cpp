#include "filing/outcomes.h"

#include <algorithm>

namespace filing {

using namespace Qt::StringLiterals;

Outcomes outcomesOf(const std::vector<FiledCourse> &records)
{
    Outcomes outcomes;
    std::vector<int> days;
    for (const FiledCourse &record : records) {
        ++outcomes.filed;
        outcomes.approved += record.wasApproved ? 1 : 0;
        outcomes.actionRequired += record.cameBack ? 1 : 0;
        outcomes.rejected += record.status == "rejected"_L1 ? 1 : 0;
        if (record.filedOn.isValid() && record.creditsOn.isValid() && record.creditsOn >= record.filedOn)
            days.push_back(static_cast<int>(record.filedOn.daysTo(record.creditsOn)));
    }
    if (!days.empty()) {
        const auto middle = days.begin() + static_cast<std::ptrdiff_t>(days.size() / 2);
        std::ranges::nth_element(days, middle);
        outcomes.medianDays = *middle;
    }
    return outcomes;
}

} // namespace filing
