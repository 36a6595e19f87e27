// Pane walk: F6 and Shift+F6 go round the panes of the window.
#pragma once

#include <QList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui {

/// Gives the focus to the next (1) or previous (-1) of `panes` that can take it; the first when none has it.
void walkPanes(const QList<QWidget *> &panes, const QWidget *focus, int direction);

} // namespace ui
