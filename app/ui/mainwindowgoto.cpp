// The window's part of Ctrl+K: what there is to go to, and going there.
#include "session/fieldplaces.h"
#include "ui/gotodialog.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"
#include "ui/words.h"
#include "ui_mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// The menu that an action stands in, for where it is; empty for one that stands in none.
QString menuOf(const QAction &action)
{
    for (const QObject *object : action.associatedObjects()) {
        if (const auto *menu = qobject_cast<const QMenu *>(object))
            return QString(menu->title()).remove(u'&');
    }
    return {};
}

} // namespace

/// At the right end of the toolbar, as wide as what it says with its keys.
void MainWindow::addGoToButton()
{
    m_form->goToAction->setIcon(icon(u"search"_s));
    auto *between = new QWidget(this);
    between->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_form->mainToolBar->addWidget(between);
    auto *button = new QToolButton(this);
    button->setObjectName(u"goToButton"_s);
    button->setIcon(m_form->goToAction->icon());
    button->setText(
        tr("Go to case, field or command (%1)").arg(m_form->goToAction->shortcut().toString(QKeySequence::NativeText)));
    button->setAccessibleName(button->text());
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setForegroundRole(QPalette::PlaceholderText);
    connect(button, &QToolButton::clicked, m_form->goToAction, &QAction::trigger);
    m_form->mainToolBar->addWidget(button);
}

void MainWindow::showGoTo()
{
    complete(); // with the commands of all parts
    std::vector<GoToEntry> entries;
    for (const ports::CaseSummary &summary : m_desk.cases())
        entries.push_back({GoToEntry::Kind::Case, summary.id, summary.company, statusLabel(summary.status), {}});
    if (const session::CaseSession *open = m_desk.openCase()) {
        for (session::FieldPlace &place : session::fieldPlaces(open->worksheet()))
            entries.push_back({GoToEntry::Kind::Field, place.path, place.label, place.where, {}});
    }
    for (const QAction *action : findChildren<QAction *>()) {
        if (action->objectName().isEmpty() || action->isSeparator() || action->menu() || !action->isEnabled()
            || !action->isVisible() || action == m_form->goToAction || menuOf(*action).isEmpty())
            continue;
        entries.push_back({GoToEntry::Kind::Command, action->objectName(),
                           QString(action->text()).remove(u'&').remove(u'…'), menuOf(*action),
                           action->shortcut().toString(QKeySequence::NativeText)});
    }
    auto *dialog = new GoToDialog(std::move(entries), m_settings.recentPlaces(), this);
    connect(dialog, &GoToDialog::chosen, this, &MainWindow::goTo);
    dialog->show();
}

void MainWindow::goTo(const GoToEntry &entry)
{
    m_settings.addRecentPlace(GoToModel::keyOf(entry));
    switch (entry.kind) {
    case GoToEntry::Kind::Case: m_form->casesPane->select(entry.id); return;
    case GoToEntry::Kind::Field: goToField(entry.id); return;
    case GoToEntry::Kind::Command: break;
    }
    if (auto *action = findChild<QAction *>(entry.id); action && action->isEnabled())
        action->trigger();
}

/// Outside a dialog Qt presses a button with Space only; here Enter does too. Only what was pressed on the button itself:
/// Enter that leads from a list to a button must not press it.
void MainWindow::pressButtonsWithEnter()
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *left, QWidget *focused) {
        if (qobject_cast<QAbstractButton *>(left))
            left->removeEventFilter(this);
        if (qobject_cast<QAbstractButton *>(focused) && focused->window() == this)
            focused->installEventFilter(this);
    });
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(watched);
    if (button && event->type() == QEvent::KeyPress && !button->isCheckable()) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if ((press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter) && !press->isAutoRepeat()) {
            button->click();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace ui
