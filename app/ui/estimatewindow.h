// EstimateWindow: what to enter at AWS's public Pricing Calculator for a record, and the estimate's link and total checked
// when they come back: the link against the form that ACE takes, the total against the amount that the record states.
#pragma once

#include "records/kit/calculatorrecipe.h"
#include "session/desk.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace ui {

class FieldNote;

class EstimateWindow : public QWidget {
    Q_OBJECT

public:
    /// `desk`, whose rules say what a link is, must outlive it.
    EstimateWindow(const session::Desk &desk, QWidget *parent);
    ~EstimateWindow() override;

    /// The record at that index, which is filed through ACE. The link is that of the session's case.
    void showRecord(const session::CaseViewPointer &view, session::CaseSession *session, std::size_t record);

private:
    void build();
    /// As ACE takes it.
    bool isEstimateLink(const QString &link) const;
    void compare();
    void takeLink();

    const session::Desk &m_desk;
    QPointer<session::CaseSession> m_session;
    records::Recipe m_recipe;
    QString m_poolId;
    QPlainTextEdit *m_steps = nullptr;
    QLineEdit *m_link = nullptr;
    QLineEdit *m_total = nullptr;
    FieldNote *m_linkNote = nullptr;
    FieldNote *m_totalNote = nullptr;
    QPushButton *m_take = nullptr;
};

} // namespace ui
