// The window's part of To fix: to the field of a finding, and the fixes that can be applied, each as one undo step.
#include "ui/mainwindow.h"

#include "messages/messages.h"
#include "review/fixes/fixes.h"
#include "ui/distinctnesspanel.h"
#include "ui/filingdock.h"
#include "ui/recordstab.h"
#include "ui/reviewview.h"
#include "ui/settings.h"
#include "ui_mainwindow.h"

#include <QBoxLayout>
#include <QDialog>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMessageMilliseconds = 8000;
const QString kReviewGeometryKey = u"review/geometry"_s;

/// The fix of the finding that is current in the list.
std::optional<review::Fix> fixOf(const session::Desk &desk, const std::optional<domain::Finding> &finding)
{
    const session::CaseViewPointer view = desk.shown();
    if (!view || !finding || !desk.openCase() || desk.isReadOnly())
        return std::nullopt;
    return review::fixFor(*finding, session::reviewInputOf(*view, *desk.shipped()));
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
    connect(m_form->reviewAction, &QAction::triggered, this, &MainWindow::openReview);
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

void MainWindow::connectFilings()
{
    m_filings = new FilingDock(m_desk, m_services, *m_form->workspace->records(), *m_form->recordsMenu,
                               *m_form->viewMenu, *this);
    tabifyDockWidget(m_form->toFixDock, m_filings->dock());
    connect(m_filings, &FilingDock::fieldRequested, this, &MainWindow::goToField);
    connect(m_filings, &FilingDock::failed, this, &MainWindow::showProblem);
    connect(m_filings, &FilingDock::done, this, [this](const QString &sentence) {
        m_form->messageBar->show(MessageBar::Kind::Done, sentence);
        fillReview();
    });
    connect(m_filings, &FilingDock::recordRequested, this, [this](const QString &caseId, const QString &poolId) {
        activateWindow();
        if (!m_desk.openCase() || m_desk.openCase()->caseId() != caseId)
            m_form->casesPane->select(caseId);
        if (!m_desk.openCase() || m_desk.openCase()->caseId() != caseId) // not in the filtered list
            m_desk.show(caseId);
        m_form->workspace->showTab(Workspace::Tab::Records);
        m_form->workspace->records()->showRecordOf(poolId);
    });
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

/// Beside the window, not over it: what is entered there shows here at once.
void MainWindow::openReview()
{
    if (!m_review) {
        auto *dialog = new QDialog(this);
        dialog->setObjectName(u"reviewWindow"_s);
        dialog->setWindowTitle(tr("Review"));
        m_review = new ReviewView(dialog);
        auto *column = new QVBoxLayout(dialog);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_review);
        dialog->resize(fontMetrics().averageCharWidth() * 140, fontMetrics().height() * 42);
        dialog->restoreGeometry(m_settings.bytes(kReviewGeometryKey));
        connect(dialog, &QDialog::finished, this,
                [this, dialog] { m_settings.setBytes(kReviewGeometryKey, dialog->saveGeometry()); });
        connect(m_review, &ReviewView::fieldRequested, this, [this](const QString &fieldPath) {
            activateWindow();
            goToField(fieldPath);
        });
    }
    m_review->window()->show();
    m_review->window()->raise();
    m_review->window()->activateWindow();
    fillReview();
    m_review->panes().constFirst()->setFocus();
}

void MainWindow::fillReview()
{
    const session::CaseViewPointer view = m_desk.shown();
    m_form->reviewAction->setEnabled(view != nullptr);
    if (!m_review || !m_review->window()->isVisible())
        return;
    if (!view) {
        m_review->clear();
        return;
    }
    domain::Findings findings = view->findings;
    const domain::Findings &more = m_form->workspace->records()->layoutFindings();
    findings.insert(findings.end(), more.begin(), more.end());
    m_review->window()->setWindowTitle(tr("Review: %1").arg(view->computed.worksheet.company.name));
    m_review->showCase(view, *m_desk.shipped(), findings, m_filings->filings().outcomes());
}

} // namespace ui
