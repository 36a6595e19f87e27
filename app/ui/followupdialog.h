// FollowUpDialog: the mail that asks a founder for what is missing, to be changed, copied, or saved as a message with the
// founder's worksheet in it.
#pragma once

#include "documents/followup.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QBoxLayout;
QT_END_NAMESPACE

namespace ui {

class FollowUpDialog : public QDialog {
    Q_OBJECT

public:
    explicit FollowUpDialog(const documents::FollowUp &mail, QWidget *parent = nullptr);

    /// As it was changed.
    documents::FollowUp mail() const;

Q_SIGNALS:
    void mailWanted();
    void pageWanted();
    void spreadsheetWanted();

private:
    QBoxLayout *buttons();
    void copy();

    QLineEdit *m_to = nullptr;
    QLineEdit *m_subject = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace ui
