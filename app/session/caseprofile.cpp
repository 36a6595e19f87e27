// The partner's profile of the open case file, on the documents of the shown case.
#include "session/desk.h"

namespace session {

void CaseSession::setProfile(const ProfilePointer &profile, const ShippedData &shipped)
{
    m_profile = profile;
    const bool otherRules = m_shipped != shipped;
    m_shipped = shipped;
    if (!m_view)
        return;
    if (otherRules) {
        m_view = viewOf(m_summary, m_view->computed, *m_shipped, m_view->asOf, m_profile);
    } else {
        auto view = std::make_shared<CaseView>(*m_view);
        view->identity.profile = profile;
        m_view = std::move(view);
    }
    Q_EMIT viewChanged();
}

void Desk::followChannel()
{
    const QString channel = drafting::channelOf(m_profile.get());
    if (!m_shipped || m_shipped->acePack.channel == channel)
        return;
    auto rules = drafting::aceRulesOf(*m_shipped, channel);
    if (!rules) {
        Q_EMIT failed({channel, rules.error()});
        return;
    }
    auto data = std::make_shared<drafting::Shipped>(*m_shipped);
    data->acePack = *std::move(rules);
    m_shipped = std::move(data);
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
        followChannel();
        if (m_case)
            m_case->setProfile(profile, m_shipped);
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
