#include "ui/whenseen.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace ui {

WhenSeen::WhenSeen(QWidget *widget, std::function<void()> show)
    : QObject(widget), m_widget(widget), m_show(std::move(show))
{
    widget->installEventFilter(this);
}

void WhenSeen::due()
{
    m_waits = true;
    if (m_widget->isVisible())
        catchUp();
}

void WhenSeen::catchUp()
{
    if (std::exchange(m_waits, false))
        m_show();
}

bool WhenSeen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_widget && event->type() == QEvent::Show)
        catchUp();
    return QObject::eventFilter(watched, event);
}

} // namespace ui
