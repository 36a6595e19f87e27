// The partner's profile of a case file (ports::Profiles).
#pragma once

#include "db/connection.h"
#include "ports/profiles.h"

namespace db {

class ProfilesOnDisk final : public ports::Profiles {
public:
    ports::StoreResult<domain::PartnerProfile> load(const QString &caseFile) override;
    ports::StoreResult<domain::PartnerProfile> save(const QString &caseFile, const domain::PartnerProfile &profile,
                                                    const QDateTime &now) override;
    ports::StoreResult<std::vector<ports::ParagraphVersion>> paragraphs(const QString &caseFile) override;
};

/// Takes the profile over where `to` has none yet. Runs inside a transaction of the caller's on `to`.
Step copyProfile(Connection &from, Connection &to);

} // namespace db
