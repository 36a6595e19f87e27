// SpendTab: what the case will spend, by service, line and month: a chart above its table.
//
// Beside the chart are the levers, the what-if on this spend.
#pragma once

#include "ui/casetab.h"

#include <QPointer>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QComboBox;
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace ui {

class ElidingLabel;
class LeverPane;
class NotePage;
class SpendChart;
class SpendTable;

class SpendTab : public CaseTab {
    Q_OBJECT

public:
    explicit SpendTab(QWidget *parent = nullptr);

    void setSession(session::CaseSession *session) override;
    void showCase(const session::CaseViewPointer &view, const session::ShippedData &shipped) override;
    bool mayWaitUnseen() const override { return true; }
    void clear() override;
    QList<QWidget *> panes() const override;

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

private:
    QWidget *makeUpper();
    QWidget *makeLower();
    void applyLevers(const QString &undoText, const domain::Worksheet &worksheet);
    void showCurrent();

    QStackedWidget *m_stack = nullptr;
    NotePage *m_note = nullptr; ///< nothing is spent yet
    QSplitter *m_splitter = nullptr;
    SpendChart *m_chart = nullptr;
    LeverPane *m_levers = nullptr;
    SpendTable *m_table = nullptr;
    QComboBox *m_show = nullptr;
    ElidingLabel *m_hint = nullptr;
    ElidingLabel *m_current = nullptr; ///< what the current cell states
    QPointer<session::CaseSession> m_session;
};

} // namespace ui
