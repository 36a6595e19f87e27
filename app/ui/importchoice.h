// ImportChoice: the banner that asks what becomes of worksheets whose companies the case file has already. One import after
// the other; nothing of it is written until a button is pressed, and dismissing it imports nothing.
//
// A bar of its own: what is said in the window's other one meanwhile does not take the question away.
#pragma once

#include "session/desk.h"
#include "ui/messagebar.h"

namespace ui {

class ImportChoice : public MessageBar {
    Q_OBJECT

public:
    /// `desk` must outlive it.
    explicit ImportChoice(session::Desk &desk, QWidget *parent = nullptr);

private:
    void ask();

    session::Desk &m_desk;
};

} // namespace ui
