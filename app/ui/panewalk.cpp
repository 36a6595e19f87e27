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
    QWidget *pane = open.at(next);
    if (pane->focusPolicy() != Qt::NoFocus) {
        pane->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    // One that only holds fields passes it on to the first of them.
    for (QWidget *inside = pane->nextInFocusChain(); inside != pane; inside = inside->nextInFocusChain()) {
        if (pane->isAncestorOf(inside) && inside->focusPolicy() & Qt::TabFocus && inside->isVisible()
            && inside->isEnabled()) {
            inside->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

} // namespace ui
