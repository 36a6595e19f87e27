#include "ui/panewalk.h"

#include <QWidget>

namespace ui {

void walkPanes(const QList<QWidget *> &panes, const QWidget *focus, int direction)
{
    QList<QWidget *> open;
    for (QWidget *pane : panes) {
        if (pane->isVisible() && pane->isEnabled())
            open.append(pane);
    }
    if (open.isEmpty())
        return;
    qsizetype current = -1;
    for (qsizetype index = 0; index < open.size(); ++index) {
        if (open.at(index) == focus || open.at(index)->isAncestorOf(focus))
            current = index;
    }
    const qsizetype next = current < 0 ? 0 : (current + direction + open.size()) % open.size();
    open.at(next)->setFocus(Qt::ShortcutFocusReason);
}

} // namespace ui
