// CreditsTab: who pays. Pools and demand above, the monthly charge against the credits as a chart or as the table that is
// its twin, or the programs as cards, and the pool ledger, lines by payers, for a month or for all; in the planned order or in AWS's own.
#pragma once

#include "ui/casetab.h"
#include "ui/creditbooks.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QButtonGroup;
class QCheckBox;
class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;
QT_END_NAMESPACE

namespace ui {

class CreditsChart;
class CreditsTable;
class DemandModel;
class ElidingLabel;
class LedgerModel;
class MonthsModel;
class NotePage;
class PoolsModel;
class ProgramCards;

class CreditsTab : public CaseTab {
    Q_OBJECT

public:
    explicit CreditsTab(QWidget *parent = nullptr);

    void setSession(session::CaseSession *session) override;
    void showCase(const session::CaseViewPointer &view, const session::ShippedData &shipped) override;
    bool mayWaitUnseen() const override { return true; }
    void clear() override;
    QList<QWidget *> panes() const override;
    /// What is about pools is on the cards of the programs.
    bool reveal(const QString &fieldPath) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    QLayout *makeLists();
    QWidget *makeCharge();
    QLayout *makeControls();
    void addViews(QBoxLayout *row);
    void setOrder(funding::Order order);
    void fillBooks();
    void showMonth(int month);
    void showMonthWords();
    void showReasoning();
    void showSums();
    void sizeTables();
    void openPool(const QModelIndex &index);
    void openLine(const QModelIndex &index);

    session::CaseViewPointer m_view;
    session::ShippedData m_shipped;
    CreditBooksPointer m_books;
    funding::Order m_order = funding::Order::Planned;

    QStackedWidget *m_stack = nullptr;
    NotePage *m_note = nullptr;
    PoolsModel *m_pools = nullptr;
    DemandModel *m_demand = nullptr;
    LedgerModel *m_ledger = nullptr;
    MonthsModel *m_months = nullptr;
    CreditsTable *m_poolsTable = nullptr;
    CreditsTable *m_demandTable = nullptr;
    CreditsTable *m_ledgerTable = nullptr;
    CreditsTable *m_monthsTable = nullptr;
    QStackedWidget *m_charge = nullptr;
    CreditsChart *m_chart = nullptr;
    ProgramCards *m_cards = nullptr;
    QLabel *m_reasoning = nullptr;
    QPushButton *m_planned = nullptr;
    QPushButton *m_aws = nullptr;
    QButtonGroup *m_views = nullptr; ///< of the middle: chart, table, programs
    QSlider *m_slider = nullptr;
    QLabel *m_month = nullptr;
    QCheckBox *m_all = nullptr;
    ElidingLabel *m_sums = nullptr;
    ElidingLabel *m_foot = nullptr;
};

} // namespace ui
