// KeysDialog: what can be done from the keyboard, as the window's own actions have it. Not modal.
#pragma once

#include <QDialog>
#include <QList>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace ui {

class KeysDialog : public QDialog {
    Q_OBJECT

public:
    KeysDialog(const QList<QAction *> &actions, QWidget *parent);
};

} // namespace ui
