// StepList: the pages of the worksheet at the side, each with how far it is. Choosing one goes there.
#pragma once

#include "ui/pagestatus.h"

#include <QListWidget>
#include <QPointer>

namespace ui {

class WhenSeen;

class StepList : public QListWidget {
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);

    /// Null: none.
    void setSession(session::CaseSession *session);
    void setStep(int step);
    QString statusText(int step) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void stepChosen(int step);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showStatus();

    QPointer<session::CaseSession> m_session;
    WhenSeen *m_seen = nullptr;
};

} // namespace ui
