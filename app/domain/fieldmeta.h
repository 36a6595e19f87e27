// FieldMeta and limits: what is known about a worksheet field besides its value. Used by domain/fields.h only as data;
// readers, writers, forms, the call checklist and the manual iterate it.
#pragma once

#include "domain/decimal.h"
#include "domain/money.h"

#include <QtGlobal>

namespace domain {

/// Constant texts, ASCII, US English: they go through the user interface's translation by key.
struct FieldMeta {
    const char *key;       ///< JSON key
    const char *label;     ///< as on a form
    const char *unit;      ///< "tokens per call"; empty for none
    const char *question;  ///< to ask on the scoping call; empty when it is not asked
    const char *ace;       ///< where it lands in the ACE request; empty when it does not
    bool required = false; ///< for reading a file and for drafting; never while typing
};

/// The form a text must have; an empty text is checked against the least length only.
enum class TextForm {
    Any,
    Identifier, ///< [a-z0-9-]{1,40}
    AccountId,  ///< 12 digits
    Duns,       ///< 9 digits
    Region,     ///< AWS region code
    Country,    ///< ISO 3166-1 alpha-2
    Industry,   ///< one of ACE's 28 industries
    Phone,      ///< E.164
};

/// Lengths in Unicode code points, both inclusive.
struct TextLimits {
    int least = 0;
    int most = 255;
    TextForm form = TextForm::Any;
};

struct IntegerLimits {
    qint64 least = 0;
    qint64 most = 0;
};

struct DecimalLimits {
    Decimal least;
    Decimal most;
    bool leastExcluded = false;   ///< the value must be greater than least
    bool integerAccepted = false; ///< a JSON integer is read too: a count that may have decimals
};

struct MoneyLimits {
    Money least;
    Money most = Money::fromDollars(1'000'000'000'000);
};

struct ListLimits {
    int least = 0;
    int most = 100;
};

struct ListOfTextLimits {
    ListLimits list;
    TextLimits text;
};

struct NoLimits {};

} // namespace domain
