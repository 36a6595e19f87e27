// Three-way merge of worksheets, field by field: what one side changed is taken, what both changed differently is a
// conflict, and nothing is overwritten that nobody decided on. A pure function; used by `import` and by a merge view.
#pragma once

#include "domain/inputerror.h"
#include "domain/worksheet.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace worksheetfile {

enum class Side { Ours, Theirs };

/// A field that both sides changed, each in its own way; or an entry that one side changed and the other removed.
struct Conflict {
    QString path;      ///< of ids; of a list when its order is what differs
    QStringList above; ///< what leads to it on a screen, as in a FieldChange
    QString label;
    bool isEntry = false;        ///< a whole entry or section is on one side only: a null text is "removed"
    std::optional<QString> base; ///< what both started from (null text: not given); none when that is not known
    QString ours;                ///< null: not given, or removed
    QString theirs;
    std::optional<Side> taken; ///< as decided
    std::size_t position = 0;  ///< in the order of the worksheet's fields, among conflicts and changes of one side

    friend bool operator==(const Conflict &, const Conflict &) = default;
};

/// Who is right: for all fields, and for single ones. A path decides on everything below it; the longest one counts.
struct Decisions {
    std::optional<Side> forAll;
    std::map<QString, Side> forPath;
    /// Whose value stands where only one side changed something, instead of the changed one; of this very path.
    std::map<QString, Side> undisputed = {};

    std::optional<Side> on(const QString &path) const;
};

/// What only one side changed; `taken` is the side that changed it, unless it was decided otherwise.
struct OneSided {
    Conflict what;
    Side changedBy = Side::Theirs;

    friend bool operator==(const OneSided &, const OneSided &) = default;
};

struct Merge {
    domain::Worksheet merged; ///< ours where a conflict is not decided
    std::vector<Conflict> conflicts;
    std::vector<OneSided> oneSided; ///< none when the base is not known
    /// The two sides contradict each other although no field does (one gives requests a day, the other users): the format
    /// refuses the result. None as long as conflicts are undecided.
    std::optional<domain::InputError> contradiction;

    /// Nothing stands between this and a save.
    bool isDecided() const;
};

/// `base` is what both sides started from, null when it is not known: then every difference is a conflict.
Merge merge(const domain::Worksheet *base, const domain::Worksheet &ours, const domain::Worksheet &theirs,
            const Decisions &decisions);

} // namespace worksheetfile
