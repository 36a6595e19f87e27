// CallBackDialog: the list of what to call the founder back about, to be read during the next call or copied.
#pragma once

#include "session/callbacklist.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace ui {

class CallBackDialog : public QDialog {
    Q_OBJECT

public:
    explicit CallBackDialog(const session::CallBackList &list, QWidget *parent = nullptr);

private:
    void copy();

    QPlainTextEdit *m_text = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace ui
