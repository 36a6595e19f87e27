// LeverPane: the levers beside the spend: what each would save, its inputs in place, and what the checked ones save
// together. A what-if: the asks are held and the case stays as it is until Apply, which is one undo step.
#pragma once

#include "session/casework.h"
#include "ui/levermodel.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;
QT_END_NAMESPACE

namespace ui {

class LeverPane : public QWidget {
    Q_OBJECT

public:
    explicit LeverPane(QWidget *parent = nullptr);

    /// Null: no case. Computed when the pane is seen, so that typing elsewhere waits for nothing; of a large case a
    /// moment after the last change, so that the new total is on screen first.
    void setCase(const session::CaseViewPointer &view, const session::ShippedData &shipped);
    /// Whether Apply can be had: not for a file that cannot be written.
    void setEditable(bool editable);
    QWidget *table() const;
    const LeverModel &levers() const { return *m_model; }

Q_SIGNALS:
    /// A person wants the checked levers in the case.
    void applyRequested(const QString &undoText, const domain::Worksheet &worksheet);
    /// The total by month with the checked levers; empty when none is checked.
    void monthlyChanged(const projection::Monthly &monthly);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeInputs();
    void layOut(QWidget *inputs);
    void fill(const session::CaseViewPointer &view);
    void showCurrent();
    void takeInputs();
    void showTogether();
    void discard();
    void apply();
    QWidget *firstInput() const;

    LeverModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_shareLabel = nullptr;
    QSpinBox *m_share = nullptr; ///< percent to Batch
    QLabel *m_prefixLabel = nullptr;
    QSpinBox *m_prefix = nullptr;
    QLabel *m_hitsLabel = nullptr;
    QSpinBox *m_hits = nullptr; ///< percent
    QLabel *m_choiceLabel = nullptr;
    QComboBox *m_choice = nullptr;
    QLabel *m_conditions = nullptr;
    QLabel *m_together = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_apply = nullptr;
    session::CaseViewPointer m_pending;
    session::ShippedData m_shipped;
    QTimer m_rest; ///< of a large case's levers: until nobody types
    bool m_stale = false;
    bool m_editable = true;
    bool m_filling = false; ///< inputs are set by the program
};

} // namespace ui
