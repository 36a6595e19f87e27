#include "ui/profileediting.h"

#include "ui/messagebar.h"
#include "ui/profiledialog.h"

namespace ui {

ProfileEditing::ProfileEditing(session::Desk &desk, MessageBar &bar, QWidget &window)
    : QObject(&window), m_desk(desk), m_bar(bar), m_window(window)
{
}

void ProfileEditing::open()
{
    const session::ProfilePointer profile = m_desk.profile();
    if (!profile)
        return;
    const session::CaseSession *shown = m_desk.openCase();
    auto *dialog = new ProfileDialog(*profile, shown ? shown->viewWithNotes() : nullptr, m_desk.shipped(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProfileDialog::saveRequested, this, &ProfileEditing::save);
    dialog->open();
}

void ProfileEditing::save(const domain::PartnerProfile &profile)
{
    const session::ProfilePointer before = m_desk.profile();
    if (!before || *before == profile || !m_desk.setProfile(profile))
        return;
    m_bar.show(MessageBar::Kind::Done, tr("The documents of this case file have the new profile."),
               {{tr("Undo"), [this, before, path = m_desk.path()] {
                     if (m_desk.path() == path)
                         m_desk.setProfile(*before);
                     m_bar.dismiss();
                 }}});
}

} // namespace ui
