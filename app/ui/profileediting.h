// ProfileEditing: opens the partner's profile of the open case file, saves it, and takes a save back when asked to.
#pragma once

#include "session/desk.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui {

class MessageBar;

class ProfileEditing : public QObject {
    Q_OBJECT

public:
    /// All must outlive it.
    ProfileEditing(session::Desk &desk, MessageBar &bar, QWidget &window);

    /// Nothing while no case file is open.
    void open();

private:
    void save(const domain::PartnerProfile &profile);

    session::Desk &m_desk;
    MessageBar &m_bar;
    QWidget &m_window;
};

} // namespace ui
