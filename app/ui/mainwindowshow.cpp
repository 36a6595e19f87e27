// What the window shows of the desk: file, cases, the shown case, whether it is saved, what went wrong, what was done.
#include "ui/conflictdialog.h"
#include "ui/mainwindow.h"

#include "messages/messages.h"
#include "session/factstocollect.h"
#include "ui/arithmeticpane.h"
#include "ui/distinctnesspanel.h"
#include "ui/filingdock.h"
#include "ui/headerstrip.h"
#include "ui/historytab.h"
#include "ui/problemwords.h"
#include "ui/recordstab.h"
#include "ui/savewords.h"
#include "ui/settings.h"
#include "ui/words.h"
#include "ui_mainwindow.h"

#include <QDir>
#include <QFileInfo>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMessageMilliseconds = 8000;

} // namespace

void MainWindow::showFile()
{
    const bool open = m_desk.isOpen();
    m_form->messageBar->dismiss();
    m_form->casesPane->clearFilter();
    m_form->casesPane->setFileOpen(open);
    m_form->findingsPane->clear();
    m_form->toFixDock->setWindowTitle(m_form->findingsPane->title());
    showSideDocks(open);
    setWindowFilePath(m_desk.path());
    const QString name = QFileInfo(m_desk.path()).fileName();
    setWindowTitle(open ? tr("%1 - Briefstack").arg(name) : tr("Briefstack"));
    if (open) {
        m_settings.addRecentFile(m_desk.path());
        m_form->statusBar->setFile(m_desk.isReadOnly() ? tr("%1 (read-only)").arg(name) : name);
        m_form->workspace->showNoCase(Workspace::NoCase::EmptyFile);
        m_form->centerStack->setCurrentWidget(m_form->workspace);
    } else {
        m_form->statusBar->setFile(tr("No case file"));
        m_form->centerStack->setCurrentWidget(m_form->startPage);
    }
    fillRecent();
    updateActions();
    m_justOpened = open;
    if (!open)
        m_form->startPage->focusFirst();
}

void MainWindow::fillRecent()
{
    const QStringList files = m_settings.recentFiles();
    m_form->startPage->setRecent(files);
    m_form->recentMenu->clear();
    for (const QString &file : files) {
        // An ampersand in a name is no mnemonic.
        QAction *action = m_form->recentMenu->addAction(QDir::toNativeSeparators(file).replace(u"&"_s, u"&&"_s));
        connect(action, &QAction::triggered, this, [this, file] { desk().open(file); });
    }
    m_form->recentMenu->setEnabled(!files.isEmpty());
}

void MainWindow::showCases()
{
    const bool opened = std::exchange(m_justOpened, false);
    const bool inList = opened || m_form->casesPane->isAncestorOf(focusWidget());
    if (opened) // the list's first case is shown where the one of last time is gone
        m_form->casesPane->setWanted(m_settings.lastCase(m_desk.path()));
    if (opened && m_desk.isOpen())
        showNoCase(); // until one of them is
    m_form->casesPane->setCases(m_desk.cases());
    showDeadlines();
    if (m_desk.openCase() && !m_desk.openCase()->caseId().isEmpty())
        m_form->casesPane->select(m_desk.openCase()->caseId()); // a new case, in the file now
    const bool emptyFile = m_desk.isOpen() && m_desk.cases().empty() && !m_desk.isFiltered();
    if (m_desk.isOpen() && m_desk.cases().empty())
        showNoCase();
    // The list may have been hidden, and what is hidden loses the focus.
    if (emptyFile)
        m_form->workspace->focusImport();
    else if (inList && !m_form->casesPane->isAncestorOf(focusWidget()))
        m_form->casesPane->list()->setFocus();
    updateActions();
}

void MainWindow::showNoCase()
{
    using NoCase = Workspace::NoCase;
    const NoCase withCases = m_desk.isFiltered() ? NoCase::NoMatch : NoCase::NotChosen;
    m_form->workspace->showNoCase(m_desk.cases().empty() && !m_desk.isFiltered() ? NoCase::EmptyFile : withCases);
}

/// What depends on what day it is, beside the case.
void MainWindow::showDay()
{
    if (m_desk.shipped())
        m_form->statusBar->setRateBook(m_desk.shipped()->rates.asOf, m_clock.today());
    showSaveState();
    showDeadlines();
}

void MainWindow::showDeadlines()
{
    QHash<QString, QString> words;
    const auto deadlines = m_filings->filings().nextDeadlines();
    for (auto next = deadlines.begin(); next != deadlines.end(); ++next)
        words.insert(next.key(), deadlineLabel(*next, m_clock.today()));
    m_form->casesPane->setDeadlines(words);
}

void MainWindow::showCase()
{
    session::CaseSession *open = m_desk.openCase();
    if (open) {
        m_undo.addStack(&open->undoStack());
        m_form->casesPane->select(open->caseId());
    }
    m_undo.setActiveStack(open ? &open->undoStack() : nullptr);
    m_form->findingsPane->clear(); // another case begins at its first finding
    m_form->workspace->setSession(open);
    if (open)
        connect(open, &session::CaseSession::reviewed, this, &MainWindow::showFindings, Qt::UniqueConnection);
    m_form->workspace->records()->distinctness()->setEditable(open && !m_desk.isReadOnly());
    if (!open && m_desk.isOpen())
        showNoCase();
    if (open && !open->caseId().isEmpty())
        m_settings.setLastCase(m_desk.path(), open->caseId());
    m_saveTrouble.clear();
    showSaveState();
    showEdited();
}

void MainWindow::showEdited()
{
    if (const auto view = m_desk.shown())
        m_form->workspace->showCase(view, m_desk.shipped());
    m_arithmetic->setCase(m_desk.shown());
    showFindings();
    updateActions();
}

void MainWindow::showSaveState()
{
    const session::CaseSession *open = m_desk.openCase();
    if (!open) {
        m_form->statusBar->setSaved({}, true);
        return;
    }
    const session::SaveState &state = open->saveState();
    const QString trouble = saveTrouble(state, m_desk.path(), open->hasUnsavedInput());
    if (state.kind == session::SaveState::Kind::Saved)
        m_form->workspace->history()->markStale();
    m_form->statusBar->setSaved(savedWords(state, open->summary().updatedAt, m_clock.now()), trouble.isEmpty());
    if (std::exchange(m_saveTrouble, trouble) == trouble)
        return;
    if (trouble.isEmpty())
        m_form->messageBar->dismiss();
    else if (state.kind == session::SaveState::Kind::Conflict)
        showConflict(trouble);
    else
        m_form->messageBar->show(
            MessageBar::Kind::Error, trouble,
            {{tr("Try again"), [this] { m_desk.flush(); }}, {tr("Save a copy…"), [this] { m_desk.saveCopy(); }}});
}

/// Whatever was about to take the case's place waits until its words are somewhere, or are given up by name.
void MainWindow::showLeaveRefused()
{
    const session::CaseSession &open = *m_desk.openCase();
    const QString id = open.caseId();
    m_form->casesPane->select(id);
    QString trouble = saveTrouble(open.saveState(), m_desk.path(), true);
    m_saveTrouble = trouble;
    trouble += u' ' + tr("The case stays open until it is saved.");
    if (open.saveState().kind == session::SaveState::Kind::Conflict) {
        showConflict(trouble);
        return;
    }
    m_form->messageBar->show(MessageBar::Kind::Error, trouble,
                             {{tr("Try again"), [this] { m_desk.flush(); }},
                              {tr("Save a copy…"), [this] { m_desk.saveCopy(); }},
                              {tr("Give up what is not saved"), [this, id] {
                                   m_desk.discard();
                                   m_form->messageBar->dismiss();
                                   m_desk.show(id);
                               }}});
}

void MainWindow::showConflict(const QString &trouble)
{
    m_form->messageBar->show(MessageBar::Kind::Warning, trouble,
                             {{tr("Compare…"), [this] { compareWithOthers(); }},
                              {tr("Keep mine"), [this] { m_desk.openCase()->keepMine(); }},
                              {tr("Take theirs"), [this] { m_desk.openCase()->takeTheirs(); }}});
}

void MainWindow::compareWithOthers()
{
    session::CaseSession *open = m_desk.openCase();
    const auto change = open->othersChange();
    if (!change) {
        showProblem({m_desk.path(), change.error()});
        return;
    }
    const auto apply = [this](const session::OthersChange &decided, const domain::Worksheet &merged) {
        const auto taken = m_desk.openCase()->takeMerged(decided, merged);
        return taken ? QString() : messages::fieldSentence(taken.error());
    };
    auto *dialog = new ConflictDialog(*change, apply, this);
    // Another case, or none: there is nothing to choose about any more.
    connect(&m_desk, &session::Desk::shownChanged, dialog, &QDialog::reject);
    dialog->show();
}

void MainWindow::showChangedByOthers(bool isReloaded, const QStringList &others)
{
    if (isReloaded)
        m_form->messageBar->show(MessageBar::Kind::Done, tr("Changed by another program: the case was reloaded."));
    if (!others.isEmpty())
        m_form->statusBar->showMessage(tr("Changed by another program: %1").arg(others.join(u", "_s)),
                                       kMessageMilliseconds);
}

void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::showFindings()
{
    const session::CaseSession *open = m_desk.openCase();
    const domain::Findings facts = open ? session::factsToCollect(*open) : domain::Findings();
    if (!facts.empty()) {
        m_form->findingsPane->setFindings(facts, FindingsPane::Kind::ToCollect);
        m_form->workspace->strip()->setFactsToCollect(static_cast<qsizetype>(facts.size()));
    } else if (const auto view = m_desk.shown()) {
        domain::Findings findings = view->findings;
        const domain::Findings &more = m_form->workspace->records()->layoutFindings();
        findings.insert(findings.end(), more.begin(), more.end());
        m_form->findingsPane->setFindings(findings);
        m_form->workspace->strip()->setFindings(findings);
    } else {
        m_form->findingsPane->clear();
    }
    m_form->toFixDock->setWindowTitle(m_form->findingsPane->title());
    fillReview();
}

void MainWindow::showProblem(const session::Problem &problem)
{
    if (const QString text = sentence(problem); !text.isEmpty())
        m_form->messageBar->show(MessageBar::Kind::Error, text);
}

void MainWindow::showImported(const QStringList &caseIds)
{
    m_form->messageBar->dismiss();
    // A case that was updated is shown already, as it was.
    if (!caseIds.isEmpty() && m_form->casesPane->currentCase() == caseIds.last())
        m_desk.show(caseIds.last());
    else if (!caseIds.isEmpty())
        m_form->casesPane->select(caseIds.last());
    m_form->statusBar->showMessage(tr("%1 drafted and saved").arg(counted(caseIds.size(), tr("case"), tr("cases"))),
                                   kMessageMilliseconds);
}

void MainWindow::showExported(const QString &folder, const QStringList &names)
{
    const QString where = QDir::toNativeSeparators(folder);
    m_form->messageBar->show(MessageBar::Kind::Done,
                             names.size() == 1 ? tr("%1 was written to %2.").arg(names.first(), where)
                                               : tr("%1 files were written to %2.").arg(names.size()).arg(where));
}

void MainWindow::showWithheld(const domain::Findings &why)
{
    const domain::Finding &first = why.front();
    const QString more =
        why.size() > 1 ? tr(" And %1 more: the Filing dock lists them.").arg(why.size() - 1) : QString();
    m_form->messageBar->show(MessageBar::Kind::Error,
                             tr("The kit has no update: AWS would refuse it. %1 %2").arg(first.message, first.fix)
                                 + more);
}

void MainWindow::updateActions()
{
    const bool busy = m_desk.isBusy();
    const bool record = m_desk.shown() && m_form->workspace->records()->currentRecord() >= 0;
    m_form->importAction->setEnabled(!busy && !m_desk.isReadOnly());
    m_form->newCaseAction->setEnabled(!busy && !m_desk.isReadOnly());
    m_form->exportRecordAction->setEnabled(record);
    m_form->exportStackAction->setEnabled(record && !busy);
    m_form->printAction->setEnabled(record);
    m_form->profileAction->setEnabled(m_desk.profile() && !m_desk.isReadOnly() && m_desk.shipped());
    m_form->documentsAction->setEnabled(m_desk.shown() != nullptr);
    m_form->preflightAction->setEnabled(record);
    m_form->closeAction->setEnabled(m_desk.isOpen() && !busy);
    m_form->reloadAction->setEnabled(m_desk.isOpen());
    m_form->filterAction->setEnabled(m_desk.isOpen());
    const bool pages = record && m_form->workspace->currentTab() == m_form->workspace->records();
    for (QAction *zoom :
         {m_form->zoomInAction, m_form->zoomOutAction, m_form->actualSizeAction, m_form->fitWidthAction})
        zoom->setEnabled(pages);
    for (const auto &[action, tab] : tabActions())
        action->setEnabled(m_form->workspace->hasCase());
    m_form->nextToFixAction->setEnabled(m_desk.shown() != nullptr);
    makeRoomForRecords();
    m_form->previousToFixAction->setEnabled(m_desk.shown() != nullptr);
}

void MainWindow::showPreflight()
{
    const auto view = m_desk.shown();
    const int index = m_form->workspace->records()->currentRecord();
    if (!view || index < 0)
        return;
    m_desk.openCase()->setReviewed();
    const session::RecordView &record = view->records[static_cast<std::size_t>(index)];
    const QString place = u"records/%1/"_s.arg(record.poolId);
    qsizetype must = 0;
    qsizetype weak = 0;
    for (const domain::Finding &finding : view->findings) {
        if (!finding.field.startsWith(place))
            continue;
        must += finding.severity == domain::Severity::Error ? 1 : 0;
        weak += finding.severity == domain::Severity::Warning ? 1 : 0;
    }
    if (must + weak == 0) {
        m_form->messageBar->show(MessageBar::Kind::Done,
                                 tr("Preflight: nothing in the %1 record would bounce.").arg(record.program));
        return;
    }
    m_form->messageBar->show(must > 0 ? MessageBar::Kind::Error : MessageBar::Kind::Warning,
                             tr("Preflight: the %1 record has %2 to fix and %3 weak. They stand under To fix.")
                                 .arg(record.program)
                                 .arg(must)
                                 .arg(weak));
    showToFix();
}

} // namespace ui
