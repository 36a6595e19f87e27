// The difference of two worksheets, field by field: what a history shows between two revisions, and an import between two
// files. Nothing is listed if and only if both worksheets are equal.
#pragma once

#include "domain/worksheet.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace worksheetfile {

struct FieldChange {
    enum class Kind {
        Changed,   ///< a value; not given before or after is a null text
        Added,     ///< an entry of a list, or a section, that was not there; its values follow as Changed
        Removed,   ///< one that is no longer there; its values follow as Changed
        Reordered, ///< the entries of a list; the texts are their ids, separated by commas
    };
    Kind kind = Kind::Changed;
    QString path;      ///< of ids (domain/fieldpath.h); `facts/` and a path is what is noted about that field
    QStringList above; ///< what leads to it on a screen: "Use cases", "Support assistant", "Workloads", "Answers"
    QString label;     ///< the field's, from the one list of fields; of an entry its name
    QString unit;      ///< "tokens per call"; empty for none
    QString before;    ///< as a person reads it: decimal point, ISO dates, the format's words; may have several lines
    QString after;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// In the order of the worksheet's fields; entries in the order of `after`, then those that are gone.
std::vector<FieldChange> difference(const domain::Worksheet &before, const domain::Worksheet &after);

} // namespace worksheetfile
