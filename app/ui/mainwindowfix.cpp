// The window's part of To fix: to the field of a finding, and the fixes that can be applied, each as one undo step.
#include "ui/mainwindow.h"

#include "messages/messages.h"
#include "review/fixes/fixes.h"
#include "ui/distinctnesspanel.h"
#include "ui/recordstab.h"
#include "ui_mainwindow.h"

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMessageMilliseconds = 8000;

/// The fix of the finding that is current in the list.
std::optional<review::Fix> fixOf(const session::Desk &desk, const std::optional<domain::Finding> &finding)
{
    const session::CaseViewPointer view = desk.shown();
    if (!view || !finding || !desk.openCase() || desk.isReadOnly())
        return std::nullopt;
    return review::fixFor(*finding, drafting::reviewInput(view->computed, *desk.shipped(), view->asOf));
}

} // namespace

void MainWindow::connectFixes()
{
    connect(m_form->findingsPane, &FindingsPane::currentChanged, this, &MainWindow::showFix);
    connect(m_form->findingsPane, &FindingsPane::fieldRequested, this, &MainWindow::goToField);
    connect(m_form->findingsPane, &FindingsPane::fixRequested, this, &MainWindow::applyFix);
    connect(m_form->fixAction, &QAction::triggered, this, &MainWindow::applyFix);
    connect(m_form->goToFieldAction, &QAction::triggered, this, [this] {
        if (const auto finding = m_form->findingsPane->current())
            goToField(finding->field);
    });
    connect(m_form->workspace->records()->distinctness(), &DistinctnessPanel::rewriteRequested, this,
            &MainWindow::applyEdit);
}

void MainWindow::showFix()
{
    const auto finding = m_form->findingsPane->current();
    const std::optional<review::Fix> fix = fixOf(m_desk, finding);
    m_form->findingsPane->setFix(fix ? fix->what : QString());
    m_form->fixAction->setEnabled(fix.has_value());
    m_form->fixAction->setText(fix ? tr("&Apply the fix: %1").arg(QString(fix->what).replace(u'&', u"&&"_s))
                                   : tr("&Apply the fix"));
    m_form->goToFieldAction->setEnabled(finding && !finding->field.isEmpty());
}

void MainWindow::applyFix()
{
    if (const std::optional<review::Fix> fix = fixOf(m_desk, m_form->findingsPane->current()))
        applyEdit(fix->what, fix->after);
}

void MainWindow::applyEdit(const QString &undoText, const domain::Worksheet &after)
{
    session::CaseSession *open = m_desk.openCase();
    if (!open)
        return;
    if (const auto replaced = open->replace(undoText, after); !replaced)
        m_form->messageBar->show(MessageBar::Kind::Error, messages::fieldSentence(replaced.error()));
    else
        m_form->statusBar->showMessage(tr("%1. Ctrl+Z takes it back.").arg(undoText), kMessageMilliseconds);
}

void MainWindow::goToField(const QString &fieldPath)
{
    if (!fieldPath.isEmpty() && m_form->workspace->reveal(fieldPath))
        return;
    // A record's own rules speak of its request: the record is what can be shown.
    const bool ofRecord = fieldPath.startsWith("records/"_L1);
    if (ofRecord)
        m_form->workspace->showTab(Workspace::Tab::Records);
    if (!ofRecord || !m_form->workspace->records()->showRecordOf(fieldPath.section(u'/', 1, 1)))
        m_form->statusBar->showMessage(tr("This is about the case as a whole: there is no field to go to."),
                                       kMessageMilliseconds);
}

} // namespace ui
