// What the shown case is seen by beside its facts: the partner's profile of its file, the channel that it prefers, what was
// filed earlier for the same company, and the day.
#include "drafting/earlierrecords.h"
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
        m_view = viewOf(m_summary, m_view->computed, *m_shipped, m_view->asOf, m_profile, m_earlier);
    } else {
        auto view = std::make_shared<CaseView>(*m_view);
        view->identity.profile = profile;
        m_view = std::move(view);
    }
    Q_EMIT viewChanged();
}

void CaseSession::setEarlier(std::vector<review::FiledRecord> earlier)
{
    if (m_earlier == earlier)
        return;
    m_earlier = std::move(earlier);
    if (!m_view)
        return;
    m_view = viewOf(m_summary, m_view->computed, *m_shipped, m_view->asOf, m_profile, m_earlier);
    Q_EMIT viewChanged();
}

void CaseSession::followDay()
{
    if (!m_view || m_view->asOf == m_clock.today())
        return;
    auto computed = drafting::compute(m_state->worksheet, m_shipped->rates, m_shipped->programmes, m_clock.today());
    if (!computed)
        return; // what is shown stays, of its day
    m_checked.reset();
    m_view = viewOf(m_summary, *std::move(computed), *m_shipped, m_clock.today(), m_profile, m_earlier);
    Q_EMIT viewChanged();
}

/// A clock that is put back counts too.
void Desk::followDay()
{
    const QDate before = std::exchange(m_day, m_services.clock.today());
    if (m_day == before)
        return;
    if (m_case)
        m_case->followDay();
    Q_EMIT dayChanged();
}

void Desk::readEarlier()
{
    if (!m_case || !m_store || !m_shipped)
        return;
    const ports::CaseSummary &summary = m_case->summary();
    const auto filed = drafting::filedWordings(*m_store, *m_shipped, summary.company);
    if (filed)
        m_case->setEarlier(drafting::earlierRecords(*filed, summary.id, summary.company, summary.records));
    else
        Q_EMIT failed({m_path, filed.error()});
}

void Desk::followChannel()
{
    const QString channel = drafting::channelOf(m_profile.get());
    if (!m_shipped || m_shipped->acePack.channel == channel)
        return;
    auto data = std::make_shared<drafting::Shipped>(*m_shipped);
    if (const auto followed = drafting::followChannel(*data, m_profile.get()); !followed)
        Q_EMIT failed({channel, followed.error()});
    else
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
