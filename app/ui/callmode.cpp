#include "ui/callmode.h"

#include "call/labels.h"
#include "messages/messages.h"
#include "session/fieldlists.h"
#include "session/fieldnames.h"
#include "session/fieldtext.h"
#include "session/takefacts.h"
#include "ui/callpage.h"
#include "ui/chipbar.h"
#include "ui/factspane.h"
#include "ui/focusedfield.h"
#include "ui/icons.h"
#include "ui/messagebar.h"
#include "ui/notesedit.h"
#include "ui/notesview.h"
#include "ui/questionspane.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QListView>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolBar>
#include <QTreeView>
#include <QWizard>

#include <algorithm>

namespace ui {

using domain::FactStatus;
using ports::CallQuestion;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDockLines = 9;
constexpr int kRefreshMilliseconds = 150;
constexpr int kKeptEverySeconds = 15; ///< the timer goes into the file

} // namespace

CallMode::CallMode(const Window &window, session::Desk &desk, const ports::Clock &clock)
    : QObject(window.window),
      m_window(window),
      m_desk(desk),
      m_clock(clock),
      m_notes(new NotesView(clock, window.window)),
      m_page(new CallPage(window.window))
{
    window.center->addWidget(m_page);
    makeDock();
    makeActions();
    connectPanes();
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &CallMode::tick);
    m_refreshLater.setSingleShot(true);
    m_refreshLater.setInterval(kRefreshMilliseconds);
    connect(&m_refreshLater, &QTimer::timeout, this, &CallMode::refresh);
    connect(&desk, &session::Desk::shownChanged, this, &CallMode::showCase);
    connect(&desk, &session::Desk::shownEdited, this, &CallMode::showEdited);
    connect(&desk, &session::Desk::fileChanged, this, [this] {
        if (m_on)
            leave();
    });
    showCase();
}

CallMode::~CallMode() = default;

void CallMode::makeDock()
{
    m_dock = new QDockWidget(tr("Notes"), m_window.window);
    m_dock->setObjectName(u"notesDock"_s);
    m_dock->setAllowedAreas(Qt::BottomDockWidgetArea | Qt::RightDockWidgetArea);
    m_window.window->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    putNotesInDock();
    m_dock->hide();
    m_window.viewMenu->addAction(m_dock->toggleViewAction());
}

void CallMode::putNotesInDock()
{
    m_notes->setCompact(true);
    m_dock->setWidget(m_notes);
    m_notes->show();
}

void CallMode::makeActions()
{
    m_callAction = new QAction(icon(u"call"_s), tr("Ca&ll"), m_window.window);
    m_callAction->setObjectName(u"callAction"_s);
    m_callAction->setShortcut(QKeySequence(u"Ctrl+L"_s));
    m_callAction->setShortcutContext(Qt::ApplicationShortcut); // from the wizard, too
    m_callAction->setCheckable(true);
    connect(m_callAction, &QAction::triggered, this, &CallMode::toggle);
    m_evidenceAction = new QAction(icon(u"note"_s), tr("Note behind the fi&eld"), m_window.window);
    m_evidenceAction->setObjectName(u"evidenceAction"_s);
    m_evidenceAction->setShortcut(QKeySequence(u"F4"_s));
    connect(m_evidenceAction, &QAction::triggered, this, &CallMode::showFocusedEvidence);
    m_stampAction = new QAction(tr("&Timestamp in the notes"), m_window.window);
    m_stampAction->setObjectName(u"stampAction"_s);
    m_stampAction->setShortcut(QKeySequence(u"Ctrl+T"_s));
    connect(m_stampAction, &QAction::triggered, this, [this] {
        if (!m_on)
            m_dock->show();
        m_notes->edit()->setFocus();
        m_notes->edit()->stampLine();
    });
    m_window.caseMenu->addSeparator();
    m_window.caseMenu->addAction(m_callAction);
    m_window.caseMenu->addAction(m_stampAction);
    m_window.caseMenu->addAction(m_evidenceAction);
    m_page->facts()->addEnds({m_window.callBack, m_window.followUp});
    const auto key = [this](const QString &keys, auto action) {
        auto *shortcut = new QShortcut(QKeySequence(keys), m_page);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    key(u"Esc"_s, [this] { leave(); });
    key(u"Alt+U"_s, [this] { m_page->questions()->askUnknown(); });
    key(u"Alt+K"_s, [this] { m_page->questions()->askSkip(); });
    // What is recognized in the line that is being typed, else the question.
    key(u"Alt+A"_s, [this] {
        if (!m_notes->edit()->hasFocus() || !m_notes->take(true))
            m_page->questions()->askAssumed();
    });
}

void CallMode::connectPanes()
{
    QuestionsPane *questions = m_page->questions();
    connect(questions, &QuestionsPane::answerRequested, this, &CallMode::answer);
    connect(questions, &QuestionsPane::unknownRequested, this, &CallMode::markUnknown);
    connect(questions, &QuestionsPane::assumedRequested, this, &CallMode::assume);
    connect(questions, &QuestionsPane::skipRequested, this, &CallMode::skip);
    connect(questions, &QuestionsPane::backRequested, this, &CallMode::askSkippedAgain);
    connect(questions, &QuestionsPane::ownAdded, this, &CallMode::addOwn);
    connect(m_page->facts(), &FactsPane::evidenceRequested, this, &CallMode::showEvidence);
    connect(m_page->pauseButton(), &QPushButton::toggled, this, &CallMode::pause);
    connect(m_page->endButton(), &QPushButton::clicked, this, &CallMode::leave);
    connect(m_notes, &NotesView::chipsChanged, this, [this] { m_page->questions()->setAnswered(m_notes->answered()); });
    connect(m_notes, &NotesView::previewed, this, [this](const auto &with, int facts) {
        m_with = with;
        m_withFacts = facts;
        m_page->setFigures(m_desk.shown().get(), m_with.get(), facts, m_desk.shipped().get());
    });
}

QList<QWidget *> CallMode::panes() const
{
    if (m_on)
        return {m_notes->edit(), m_page->facts()->view(), m_page->questions()->list()};
    return m_dock->isVisible() ? QList<QWidget *>{m_notes->edit()} : QList<QWidget *>();
}

void CallMode::showCase()
{
    session::CaseSession *open = m_desk.openCase();
    m_notes->setSession(open, m_desk.shipped());
    m_callAction->setEnabled(open != nullptr);
    m_evidenceAction->setEnabled(open != nullptr);
    m_stampAction->setEnabled(open != nullptr);
    m_dock->toggleViewAction()->setEnabled(open != nullptr);
    if (!open && m_on)
        leave();
    showEdited();
}

void CallMode::showEdited()
{
    if (m_on)
        m_refreshLater.start();
}

void CallMode::toggle()
{
    if (m_on)
        leave();
    else
        enter();
}

void CallMode::enter()
{
    if (m_on || !m_desk.openCase())
        return;
    m_on = true;
    m_callAction->setChecked(true);
    // What was typed in the wizard is in the case; the call goes on with it.
    for (QWizard *wizard : m_window.window->findChildren<QWizard *>())
        wizard->close();
    m_window.window->activateWindow();
    m_before = m_window.center->currentWidget();
    putDocksAside();
    m_notes->setCompact(false);
    m_page->takeNotes(m_notes);
    m_window.center->setCurrentWidget(m_page);
    m_notes->joinCall();
    m_seconds = m_notes->call().seconds;
    m_paused = false;
    m_page->pauseButton()->setChecked(false);
    m_second.start();
    refresh();
    m_notes->edit()->setFocus();
}

void CallMode::putDocksAside()
{
    m_hidden.clear();
    m_front.clear();
    const QList<QDockWidget *> docks = m_window.window->findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks) {
        if (!dock->isHidden() && !dock->visibleRegion().isEmpty()
            && !m_window.window->tabifiedDockWidgets(dock).isEmpty())
            m_front.emplace_back(dock);
    }
    for (QDockWidget *dock : docks) {
        if (!dock->isHidden() && !dock->isFloating()) {
            m_hidden.emplace_back(dock);
            dock->hide();
        }
    }
}

void CallMode::bringDocksBack()
{
    for (const QPointer<QWidget> &widget : m_hidden) {
        if (widget)
            widget->show();
    }
    for (const QPointer<QWidget> &widget : m_front) {
        if (widget)
            widget->raise();
    }
    m_hidden.clear();
    m_front.clear();
}

void CallMode::leave()
{
    if (!m_on)
        return;
    m_on = false;
    m_second.stop();
    m_refreshLater.stop();
    m_notes->setSeconds(m_seconds);
    m_callAction->setChecked(false);
    putNotesInDock();
    bringDocksBack();
    m_dock->show(); // the notes stay where they can be read
    m_window.window->resizeDocks({m_dock}, {m_dock->fontMetrics().height() * kDockLines}, Qt::Vertical);
    if (m_window.center->currentWidget() == m_page && m_before)
        m_window.center->setCurrentWidget(m_before);
    if (session::CaseSession *open = m_desk.openCase())
        open->flush();
    m_notes->edit()->setFocus();
    // The dock has its height only afterwards; the line that was typed last stays in sight.
    QMetaObject::invokeMethod(m_notes->edit(), &QPlainTextEdit::ensureCursorVisible, Qt::QueuedConnection);
}

void CallMode::tick()
{
    ++m_seconds;
    if (m_seconds % kKeptEverySeconds == 0)
        m_notes->setSeconds(m_seconds);
    const int others = m_notes->founderSeconds() - m_notes->call().seconds;
    m_page->setTime(m_seconds, others + m_seconds, false);
}

void CallMode::pause(bool paused)
{
    m_paused = paused;
    if (paused)
        m_second.stop();
    else if (m_on)
        m_second.start();
    m_page->setTime(m_seconds, m_notes->founderSeconds(), paused);
    m_notes->edit()->setFocus();
}

void CallMode::refresh()
{
    const session::CaseSession *open = m_desk.openCase();
    const session::CaseViewPointer view = m_desk.shown();
    if (!m_on || !open)
        return;
    m_page->setCompany(open->worksheet().company.name);
    const int others = m_notes->founderSeconds() - m_notes->call().seconds;
    m_page->setTime(m_seconds, others + m_seconds, m_paused);
    m_page->setFigures(view.get(), m_with.get(), m_withFacts, m_desk.shipped().get());
    m_page->facts()->showFacts(open, *m_notes);
    if (view && m_desk.shipped()) {
        m_page->questions()->setQuestions(drafting::openQuestionsOf(view->computed, *m_desk.shipped(), view->findings,
                                                                    view->asOf, open->notes().questions),
                                          !view->computed.worksheet.funding.pools.empty());
        m_page->questions()->setAnswered(m_notes->answered());
    }
}

/// A line begins with what the answer is called, so that it is recognized as one.
void CallMode::answer(const QString &path, const QString &question)
{
    const QString label = call::labelFor(path);
    m_notes->edit()->setFocus();
    if (!label.isEmpty()) {
        m_notes->edit()->beginLine(label + u": "_s);
    } else if (path.startsWith("own/"_L1)) {
        m_notes->edit()->beginLine(question + u' ');
        setKnown({path, question, CallQuestion::State::Answered, {}});
    } else {
        m_notes->edit()->beginLine({});
    }
}

void CallMode::setKnown(const CallQuestion &question)
{
    session::CaseSession *open = m_desk.openCase();
    if (!open)
        return;
    std::vector<CallQuestion> known = open->notes().questions;
    std::erase_if(known, [&](const CallQuestion &one) { return one.key == question.key; });
    known.push_back(question);
    open->editQuestions(std::move(known));
    refresh();
}

void CallMode::edit(const QString &undoText, const domain::Worksheet &after)
{
    session::CaseSession *open = m_desk.openCase();
    if (!open)
        return;
    open->closeStep();
    if (const auto done = open->replace(undoText, after); !done)
        m_window.messages->show(MessageBar::Kind::Error, messages::fieldSentence(done.error()));
    refresh();
}

void CallMode::markUnknown(const QString &path)
{
    const session::CaseSession *open = m_desk.openCase();
    if (!open)
        return;
    const auto info = session::fieldInfo(open->worksheet(), path);
    if (!info || !path.contains(u'/') || info->kind == session::FieldKind::List) {
        // An own question, one about a list, or one about a case that is only beginning: there is no field to mark.
        QString why = tr("This has to be known before there is a case: note it down to call back about.");
        if (path.startsWith("own/"_L1))
            why = tr("A question of your own stays open until it is answered or skipped: the follow-up mail asks it.");
        else if (path.contains("/workloads/"_L1))
            why =
                tr("This is a list and has no field to mark: skip it, or ask it as a question of your own, which goes "
                   "into the follow-up mail.");
        m_window.messages->show(MessageBar::Kind::Warning, why);
        return;
    }
    domain::Worksheet after = open->worksheet();
    session::setFactStatus(after, path, FactStatus::Unknown, {});
    edit(tr("Mark %1 as unknown").arg(session::fieldNameInside(open->worksheet(), path)), after);
}

void CallMode::assume(const QString &path, const QString &value)
{
    const session::CaseSession *open = m_desk.openCase();
    if (!open)
        return;
    domain::Worksheet after = open->worksheet();
    if (const auto set = session::setFieldText(after, path, value); !set) {
        m_window.messages->show(MessageBar::Kind::Error, messages::fieldSentence(set.error()));
        return;
    }
    session::setFactStatus(after, path, FactStatus::Assumed, {});
    edit(tr("Assume %1").arg(session::fieldNameInside(open->worksheet(), path)), after);
    m_page->questions()->list()->setFocus();
}

void CallMode::skip(const QString &path)
{
    const session::CaseSession *open = m_desk.openCase();
    if (!open)
        return;
    CallQuestion question{path, {}, CallQuestion::State::Skipped, {}};
    for (const CallQuestion &known : open->notes().questions) {
        if (known.key == path)
            question.text = known.text;
    }
    setKnown(question);
}

void CallMode::askSkippedAgain()
{
    session::CaseSession *open = m_desk.openCase();
    if (!open)
        return;
    std::vector<CallQuestion> known = open->notes().questions;
    std::erase_if(known, [](const CallQuestion &one) {
        return one.state == CallQuestion::State::Skipped && !one.key.startsWith("own/"_L1);
    });
    for (CallQuestion &one : known) {
        if (one.state == CallQuestion::State::Skipped)
            one.state = CallQuestion::State::Open;
    }
    open->editQuestions(std::move(known));
    refresh();
}

void CallMode::addOwn(const QString &question)
{
    const session::CaseSession *open = m_desk.openCase();
    if (!open)
        return;
    setKnown({u"own/"_s + QString::number(m_clock.now().toMSecsSinceEpoch()) + u'-'
                  + QString::number(open->notes().questions.size()),
              question,
              CallQuestion::State::Open,
              {}});
}

void CallMode::showFocusedEvidence()
{
    const QString path = m_page->isAncestorOf(QApplication::focusWidget()) ? QString() : focusedField();
    if (path.isEmpty())
        m_window.messages->show(MessageBar::Kind::Warning,
                                tr("Go to a field first: F4 shows the line of notes behind it."));
    else
        showEvidence(path);
}

void CallMode::showEvidence(const QString &path)
{
    const QString trouble = m_notes->showEvidence(path);
    if (trouble.isEmpty())
        m_window.messages->dismiss();
    else
        m_window.messages->show(MessageBar::Kind::Warning, trouble);
    if (!m_notes->hasShownEvidence())
        return;
    if (!m_on)
        m_dock->show();
    m_notes->edit()->setFocus();
}

} // namespace ui
