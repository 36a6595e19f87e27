// Profiles: the partner's profile of a case file: how its documents look and what stands on them.
//
// Each call is a transaction of its own on the file. May be called from any thread.
#pragma once

#include "domain/partnerprofile.h"
#include "domain/result.h"
#include "ports/casestore.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace ports {

/// A text that a standard paragraph has had.
struct ParagraphVersion {
    domain::ParagraphPlace place = domain::ParagraphPlace::Brief;
    int version = 1;
    QDateTime savedAt; ///< UTC
    QString text;
};

class Profiles {
public:
    virtual ~Profiles() = default;

    /// An empty profile of a file that has none.
    virtual StoreResult<domain::PartnerProfile> load(const QString &caseFile) = 0;
    /// Replaces the profile and returns it as it stands now: a paragraph whose text is another than its last one is kept as
    /// that place's next version, whatever version is given.
    virtual StoreResult<domain::PartnerProfile> save(const QString &caseFile, const domain::PartnerProfile &profile,
                                                     const QDateTime &now) = 0;
    /// Every text of every place, in the order of places, the newest first.
    virtual StoreResult<std::vector<ParagraphVersion>> paragraphs(const QString &caseFile) = 0;
};

} // namespace ports
