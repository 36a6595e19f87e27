#include "ui/casewizard.h"

#include "session/factstocollect.h"
#include "ui/headerstrip.h"
#include "ui/pagestatus.h"
#include "ui/steplist.h"
#include "ui/whenseen.h"
#include "ui/worksheetpages.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QWizardPage>

namespace ui {

using session::CaseSession;
using session::SaveState;
using namespace Qt::StringLiterals;

namespace {

QString savedWords(const SaveState &state)
{
    switch (state.kind) {
    case SaveState::Kind::Saved: return CaseWizard::tr("Saved as draft case");
    case SaveState::Kind::Waiting: return CaseWizard::tr("Saving…");
    case SaveState::Kind::Retrying: return CaseWizard::tr("Another program is writing; trying again");
    case SaveState::Kind::ReadOnly: return CaseWizard::tr("Not saved: the file cannot be written");
    case SaveState::Kind::Conflict: return CaseWizard::tr("Not saved: another program changed this case");
    case SaveState::Kind::Failed: break;
    }
    return CaseWizard::tr("Not saved: see the main window");
}

} // namespace

CaseWizard::CaseWizard(QWidget *parent)
    : QWizard(parent),
      m_pages(new WorksheetPages(this)),
      m_steps(new StepList(this)),
      m_bottom(new QWidget(this)),
      m_strip(new HeaderStrip(m_bottom)),
      m_saved(new QLabel(m_bottom)),
      m_refused(new QLabel(m_bottom)),
      m_seen(new WhenSeen(this, [this] { showTotals(); }))
{
    setObjectName(u"caseWizard"_s);
    setWindowTitle(tr("New case"));
    setWindowModality(Qt::NonModal);
    setWizardStyle(QWizard::ClassicStyle);
    setOptions(QWizard::IndependentPages | QWizard::NoBackButtonOnStartPage | QWizard::HaveFinishButtonOnEarlyPages
               | QWizard::NoDefaultButton);
    setButtonText(QWizard::FinishButton, tr("&Draft records"));
    setButtonText(QWizard::CancelButton, tr("&Close"));
    setButtonText(QWizard::NextButton, tr("&Next"));
    setButtonText(QWizard::BackButton, tr("&Back"));
    setSideWidget(m_steps);
    setMinimumSize(fontMetrics().averageCharWidth() * 147, fontMetrics().height() * 34);
    for (QLabel *label : {m_saved, m_refused})
        label->setTextFormat(Qt::PlainText);
    m_saved->setObjectName(u"wizardSaved"_s);
    m_refused->setObjectName(u"wizardRefused"_s);
    m_refused->setWordWrap(true);
    m_refused->hide();
    auto *column = new QVBoxLayout(m_bottom);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_refused);
    column->addWidget(m_strip);
    m_strip->setNameOptional();
    column->addWidget(m_saved);
    for (int step = 0; step < kWorksheetSteps; ++step) {
        auto *page = new QWizardPage;
        auto *layout = new QVBoxLayout(page);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_pages->areas()[static_cast<std::size_t>(step)], 1);
        page->setFinalPage(true); // records can be drafted from every page
        setPage(step, page);
    }
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false); // no button is marked as what Enter does
    connect(this, &QWizard::currentIdChanged, this, &CaseWizard::placeStrip);
    connect(m_steps, &StepList::stepChosen, this, &QWizard::setCurrentId);
    connect(m_pages, &WorksheetPages::showRequested, this, &QWizard::setCurrentId);
    connect(m_pages, &WorksheetPages::draftRequested, this, &CaseWizard::accept);
    connect(m_pages, &WorksheetPages::refused, this, [this](const QString &sentence) {
        m_refused->setText(sentence);
        m_refused->setVisible(!sentence.isEmpty());
    });
}

/// A wizard that goes still changes its page.
CaseWizard::~CaseWizard()
{
    disconnect(this, nullptr, this, nullptr);
    m_pages->disconnect(this);
    m_steps->disconnect(this);
    if (m_session)
        m_session->disconnect(this);
}

void CaseWizard::setSession(CaseSession *session)
{
    if (session && session == m_session)
        return;
    if (m_session) {
        m_session->disconnect(this);
        m_session->undoStack().disconnect(this);
    }
    m_session = session;
    m_pages->setSession(session);
    m_steps->setSession(session);
    for (QAction *action : actions())
        delete action;
    if (!m_session) {
        hide();
        return;
    }
    connect(m_session, &CaseSession::viewChanged, this, [this] { m_seen->due(); });
    connect(m_session, &CaseSession::reviewed, this, &CaseWizard::showTotals);
    connect(m_session, &CaseSession::changed, m_refused, &QWidget::hide);
    connect(m_session, &CaseSession::saveStateChanged, this, &CaseWizard::showSaved);
    QAction *undo = m_session->undoStack().createUndoAction(this);
    undo->setShortcut(QKeySequence(u"Ctrl+Z"_s));
    QAction *redo = m_session->undoStack().createRedoAction(this);
    redo->setShortcut(QKeySequence(u"Ctrl+Shift+Z"_s));
    addActions({undo, redo});
    restart();
    placeStrip(currentId());
    showTotals();
    showSaved();
}

/// The totals stand under every page; there is one strip.
void CaseWizard::placeStrip(int step)
{
    if (QWizardPage *shown = page(step))
        shown->layout()->addWidget(m_bottom);
    m_bottom->show();
    m_steps->setStep(step);
    if (m_session)
        m_session->flush();
    if (step >= 0) // once the page is there to be focused
        QMetaObject::invokeMethod(m_pages->page(step), &WorksheetPage::focusFirst, Qt::QueuedConnection);
}

void CaseWizard::showTotals()
{
    const session::CaseViewPointer view = m_session ? m_session->view() : nullptr;
    m_strip->setVisible(view && !view->computed.projection.total.total.isZero());
    if (view) {
        m_strip->showCase(*view);
        const domain::Findings facts = session::factsToCollect(*m_session);
        if (facts.empty())
            m_strip->setFindings(view->findings);
        else
            m_strip->setFactsToCollect(static_cast<qsizetype>(facts.size()));
    }
}

void CaseWizard::showSaved()
{
    if (!m_session)
        return;
    const SaveState &state = m_session->saveState();
    if (state.kind == SaveState::Kind::Saved && !m_session->hasCompanyName())
        m_saved->setText(m_session->caseId().isEmpty()
                             ? QString()
                             : tr("Saved as %1 until the company has a name").arg(m_session->worksheet().company.name));
    else
        m_saved->setText(savedWords(state));
}

/// Enter ends what is typed in a field. A dialog would press one of its buttons, and draft from a page half filled.
void CaseWizard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QWizard::keyPressEvent(event);
        return;
    }
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (button && !button->isCheckable() && !event->isAutoRepeat())
        button->click();
}

void CaseWizard::hideEvent(QHideEvent *event)
{
    QWizard::hideEvent(event);
    Q_EMIT left();
}

void CaseWizard::accept()
{
    if (!m_session)
        return;
    m_session->setReviewed();
    if (!m_session->hasCompanyName()) {
        m_refused->setText(tr("Name the company first: its records are filed under that name."));
        m_refused->show();
        m_pages->reveal(u"company/name"_s);
        return;
    }
    if (m_session->flush()) {
        hide();
        Q_EMIT drafted();
    }
}

void CaseWizard::reject()
{
    if (m_session)
        m_session->flush();
    hide();
    Q_EMIT finished(QDialog::Rejected);
}

} // namespace ui
