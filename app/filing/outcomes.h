// Outcomes: how the partner's filed records went so far. What the reviewer's fourth question rests on.
#pragma once

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace filing {

/// One filed record, all its filings together.
struct FiledCourse {
    QString status; ///< now
    bool wasApproved = false;
    bool cameBack = false; ///< at least once
    QDate filedOn;         ///< the first filing
    QDate creditsOn;       ///< invalid: none yet
};

struct Outcomes {
    int filed = 0;
    int approved = 0;
    int actionRequired = 0;
    int rejected = 0;
    std::optional<int> medianDays; ///< from filing to credits; of two middle ones the later
    friend bool operator==(const Outcomes &, const Outcomes &) = default;
};

Outcomes outcomesOf(const std::vector<FiledCourse> &records);

} // namespace filing
