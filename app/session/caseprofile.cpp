// The partner's profile of the open case file, on the documents of the shown case.
#include "session/desk.h"

namespace session {

void CaseSession::setProfile(const ProfilePointer &profile)
{
    m_profile = profile;
    if (!m_view)
        return;
    auto view = std::make_shared<CaseView>(*m_view);
    view->identity.profile = profile;
    m_view = std::move(view);
    Q_EMIT viewChanged();
}

void Desk::readProfile()
{
    ProfilePointer profile;
    if (m_services.profiles && isOpen()) {
        auto loaded = m_services.profiles->load(m_path);
        if (!loaded) {
            Q_EMIT failed({m_path, loaded.error()});
            return;
        }
        profile = std::make_shared<const domain::PartnerProfile>(*std::move(loaded));
    }
    if (!m_profile || !profile || *m_profile != *profile) {
        m_profile = profile;
        if (m_case)
            m_case->setProfile(profile);
        Q_EMIT profileChanged();
    }
}

bool Desk::setProfile(const domain::PartnerProfile &profile)
{
    if (!m_services.profiles || !isOpen())
        return false;
    const auto saved = m_services.profiles->save(m_path, profile, m_services.clock.now());
    if (!saved) {
        Q_EMIT failed({m_path, saved.error()});
        return false;
    }
    (void)m_store->changesByOthers(); // saved by a connection of its own
    readProfile();
    return true;
}

} // namespace session
