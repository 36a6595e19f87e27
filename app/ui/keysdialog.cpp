#include "ui/keysdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

using Row = std::pair<QString, QString>;

/// Keys that belong to a widget rather than to an action.
QList<Row> widgetKeys()
{
    return {{KeysDialog::tr("Previous or next page of the record"), KeysDialog::tr("Ctrl+PgUp, Ctrl+PgDown")},
            {KeysDialog::tr("Zoom with the mouse"), KeysDialog::tr("Ctrl+wheel")},
            {KeysDialog::tr("To the field of a finding, or of a line of the review"), KeysDialog::tr("Enter")},
            {KeysDialog::tr("Mark another month in a chart"), KeysDialog::tr("Left, Right, Home, End")},
            {KeysDialog::tr("Arithmetic of a cell, a month or a pool"), KeysDialog::tr("Enter")},
            {KeysDialog::tr("Add a program to the stack, take one out"), KeysDialog::tr("Ins, Del")},
            {KeysDialog::tr("Sources of a program's figures"), KeysDialog::tr("F4")},
            {KeysDialog::tr("Take the facts recognized in a line of notes"), KeysDialog::tr("Ctrl+Enter")},
            {KeysDialog::tr("Take or leave one of them"), KeysDialog::tr("Alt+1 to Alt+9")},
            {KeysDialog::tr("A question of the call: unknown, assumed, skip"), KeysDialog::tr("Alt+U, Alt+A, Alt+K")},
            {KeysDialog::tr("Find in the notes; next, previous"), KeysDialog::tr("Ctrl+F; Enter, Shift+Enter")},
            {KeysDialog::tr("Begin the line that answers a question"), KeysDialog::tr("Enter")},
            {KeysDialog::tr("Move a program in the stack"), KeysDialog::tr("Alt+Up, Alt+Down")},
            {KeysDialog::tr("Copy a finding"), KeysDialog::tr("Ctrl+C")},
            {KeysDialog::tr("Empty the filter, dismiss a message"), KeysDialog::tr("Esc")}};
}

} // namespace

KeysDialog::KeysDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    QList<Row> rows;
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            rows.append(
                {action->text().remove(u'&').remove(u'…'), action->shortcut().toString(QKeySequence::NativeText)});
    }
    rows += widgetKeys();

    auto *table = new QTableWidget(static_cast<int>(rows.size()), 2, this);
    table->setObjectName(u"keysTable"_s);
    table->setAccessibleName(tr("Keys"));
    table->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    for (int row = 0; row < rows.size(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(rows.at(row).first));
        table->setItem(row, 1, new QTableWidgetItem(rows.at(row).second));
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(table);
    column->addWidget(buttons);
    resize(table->columnWidth(0) + fontMetrics().averageCharWidth() * 36, fontMetrics().height() * 30);
}

} // namespace ui
