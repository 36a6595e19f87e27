// FindingsPane: what is to fix about the shown case, the worst first, each with its way out. Read-only: Enter asks for
// the field, and the button below the list for the fix of the current finding, where it has one.
#pragma once

#include "domain/finding.h"

#include <QModelIndex>
#include <QWidget>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
namespace Ui {
class FindingsPane;
}
QT_END_NAMESPACE

namespace ui {

class FindingsModel;

class FindingsPane : public QWidget {
    Q_OBJECT

public:
    explicit FindingsPane(QWidget *parent = nullptr);
    ~FindingsPane() override;

    /// What is listed: what is to fix, or, in its place, the facts that a new case still lacks.
    enum class Kind { ToFix, ToCollect };
    void setFindings(const domain::Findings &findings, Kind kind = Kind::ToFix);
    /// No case is shown.
    void clear();
    /// "To fix (6)", "To collect (12)": for the title of what holds this pane.
    QString title() const;
    QWidget *list() const;
    /// Makes the next (1) or previous (-1) finding the current one; goes round.
    void step(int direction);
    /// The current finding; nothing when there is none, or a group is current.
    std::optional<domain::Finding> current() const;
    /// What the fix of the current finding does; empty: it has none.
    void setFix(const QString &what);

Q_SIGNALS:
    void currentChanged();
    /// A person wants to go to the field of that path.
    void fieldRequested(const QString &fieldPath);
    void fixRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void copyCurrent() const;
    QModelIndexList rows() const;
    QModelIndex rowToGoOnAt(const std::optional<domain::Finding> &before, qsizetype at);

    std::unique_ptr<Ui::FindingsPane> m_form;
    FindingsModel *m_model = nullptr;
    domain::Findings m_findings;
    std::optional<domain::Finding> m_gone; ///< the current one, when it went last
};

} // namespace ui
