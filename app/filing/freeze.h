// Freeze: whether a field of a record may be changed now, and if not, why and until when. Shown before filing and held
// after it, by the fields on screen, the resubmission desk and preflight alike.
#pragma once

#include "catalogue/filingrules.h"

#include <QString>

namespace filing {

struct Editability {
    bool open = true;
    QString why;  ///< one sentence; empty for an open field that is open for everything
    QString note; ///< where the sources differ; empty: they do not
    friend bool operator==(const Editability &, const Editability &) = default;
};

/// `path` as in a request, indexed or with `[]`; `status` as the command line names it, an unknown or empty one being
/// `drafting`; `stage` is ACE's ("Launched"), empty when none is stated. A path that the map does not have is open until
/// the record is filed, and shut after.
Editability editability(const catalogue::FilingRules &rules, const QString &path, const QString &status,
                        const QString &stage = {});

/// The paths that are open in a status, in the order of the map.
QStringList openFields(const catalogue::FilingRules &rules, const QString &status, const QString &stage = {});

} // namespace filing
