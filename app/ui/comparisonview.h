// ComparisonView: two versions of a case beside each other, difference by difference, and the choice whose value stays.
// Used for a case file that is imported, a founder's answer, a change by another program.
//
// Keys in the list: Left keeps this case's value, Right takes the other, Space changes the choice, Delete takes it back,
// F8 goes to the next open conflict, Ctrl+Enter accepts what does not conflict. A click on a value chooses it. Nothing is
// applied here: whoever shows the view asks comparison() when its own button is pressed, and gates that by canApply().
#pragma once

#include "session/comparison.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
namespace Ui {
class ComparisonView;
}
class QAbstractItemView;
class QModelIndex;
class QTreeView;
QT_END_NAMESPACE

namespace ui {

class ComparisonModel;

class ComparisonView : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonView(QWidget *parent = nullptr);
    ~ComparisonView() override;

    /// Shows it from its first open conflict; an empty one as "Nothing differs". Choices made before stay in it.
    void setComparison(session::Comparison comparison);
    const session::Comparison &comparison() const;
    /// For the focus, and F6.
    QAbstractItemView *list() const;

Q_SIGNALS:
    /// A person chose something.
    void chosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(std::optional<session::Difference::Choice> choice);
    void changeChoice();
    void acceptUndisputed();
    void nextConflict();
    void step(QModelIndex (QTreeView::*next)(const QModelIndex &) const);
    void clicked(const QModelIndex &index);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void showCurrent();
    void showState();

    std::unique_ptr<Ui::ComparisonView> m_form;
    ComparisonModel *m_model;
};

} // namespace ui
