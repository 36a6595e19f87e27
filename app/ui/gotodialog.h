// GoToDialog: Ctrl+K. Type a few letters of a case, a field or a command; Up and Down choose, Enter goes there, Esc or a
// click elsewhere closes it. The focus stays in the line that is typed into.
#pragma once

#include "ui/gotomodel.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QListView;
QT_END_NAMESPACE

namespace ui {

class GoToDialog : public QDialog {
    Q_OBJECT

public:
    GoToDialog(std::vector<GoToEntry> entries, const QStringList &recent, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The dialog is closed by then.
    void chosen(const ui::GoToEntry &entry);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &typed);
    void choose(const QModelIndex &index);
    void sayCurrent();

    GoToModel *m_model;
    QLineEdit *m_typed;
    QListView *m_list;
    QLabel *m_none;
};

} // namespace ui
