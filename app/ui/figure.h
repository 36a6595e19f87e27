// Figure: a number on screen whose arithmetic a person can ask for, and that arithmetic. Pure: computed from the shown
// case, added up in cents, and equal to what the number says.
#pragma once

#include "domain/money.h"
#include "domain/month.h"
#include "session/casework.h"

#include <QString>

#include <optional>
#include <vector>

namespace ui {

/// Which number of a case is meant. `id` is a line's id, a service's name or a pool's id, as the kind says.
struct Figure {
    enum class Kind {
        Line,
        Service,
        Total,      ///< all lines
        Ask,        ///< of a pool
        CreditsEnd, ///< the month in which the last credit is used
    };
    /// What of a line, service or total.
    enum class Span { Month, All, Average, Peak, Full };

    Kind kind = Kind::Total;
    QString id;
    Span span = Span::All;
    int month = 0; ///< 1-based, for Span::Month

    friend bool operator==(const Figure &, const Figure &) = default;
};

struct ArithmeticRow {
    QString label;
    QString value;
    bool sum = false; ///< what stands above it adds up to it
};

struct Arithmetic {
    QString title;   ///< "Bedrock PoC ask, $29,500"
    QString caption; ///< what it is about; may be empty
    QString formula; ///< in words; may be empty
    std::vector<ArithmeticRow> rows;
    QString source; ///< of the prices
};

/// Empty title: the case has no such figure (any more).
Arithmetic arithmeticOf(const Figure &figure, const session::CaseView &view);

struct CreditsEnd {
    std::optional<domain::Month> month; ///< the last one in which credits pay something; none: nothing is paid
    bool beyond = false;                ///< some are left at the projection's end
};
CreditsEnd creditsEnd(const session::CaseView &view);

} // namespace ui
