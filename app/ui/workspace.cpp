#include "ui/workspace.h"

#include "ui/casetab.h"
#include "ui/creditstab.h"
#include "ui/headerstrip.h"
#include "ui/historytab.h"
#include "ui/notepage.h"
#include "ui/recordstab.h"
#include "ui/spendtab.h"
#include "ui/worksheettab.h"

#include <QBoxLayout>
#include <QDataStream>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kStateFormat = 1;

} // namespace

Workspace::Workspace(QWidget *parent) : QWidget(parent) {}

void Workspace::complete()
{
    m_stack = new QStackedWidget(this);
    m_note = new NotePage(u"note"_s);
    m_case = new QWidget;
    m_strip = new HeaderStrip;
    m_tabWidget = new QTabWidget;
    m_tabWidget->setObjectName(u"caseTabs"_s);
    m_tabWidget->setDocumentMode(true);
    m_tabWidget->tabBar()->setObjectName(u"caseTabBar"_s);
    m_tabWidget->tabBar()->setAccessibleName(tr("Tabs of the case"));
    auto *column = new QVBoxLayout(m_case);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_tabWidget, 1);
    m_stack->addWidget(m_note);
    m_stack->addWidget(m_case);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    makeTabs();
    connect(m_note, &NotePage::clicked, this, &Workspace::importRequested);
    connect(m_strip, &HeaderStrip::figureRequested, this, &Workspace::figureRequested);
    connect(m_tabWidget, &QTabWidget::currentChanged, this, &Workspace::showWaiting);
    connect(m_tabWidget, &QTabWidget::currentChanged, this, &Workspace::currentTabChanged);
    showNoCase(NoCase::EmptyFile);
}

void Workspace::makeTabs()
{
    m_spend = new SpendTab;
    addTab(Tab::Spend, m_spend, tr("Spend"));
    addTab(Tab::Credits, new CreditsTab, tr("Credits"));
    m_records = new RecordsTab;
    addTab(Tab::Records, m_records, tr("Records"));
    m_history = new HistoryTab;
    addTab(Tab::History, m_history, tr("History"));
    m_worksheet = new WorksheetTab;
    addTab(Tab::Worksheet, m_worksheet, tr("Worksheet"));
    connect(m_worksheet, &WorksheetTab::refused, this, &Workspace::refused);
    connect(m_worksheet, &WorksheetTab::draftRequested, this, [this] { showTab(Tab::Records); });
}

void Workspace::addTab(Tab which, CaseTab *tab, const QString &title)
{
    int position = 0;
    for (int before = 0; before < static_cast<int>(which); ++before)
        position += m_tabs[static_cast<std::size_t>(before)] ? 1 : 0;
    m_tabs[static_cast<std::size_t>(which)] = tab;
    m_tabWidget->insertTab(position, tab, title);
    connect(tab, &CaseTab::figureRequested, this, &Workspace::figureRequested);
}

void Workspace::setSession(session::CaseSession *session)
{
    for (CaseTab *tab : m_tabs) {
        if (tab)
            tab->setSession(session);
    }
}

void Workspace::showCase(const session::CaseViewPointer &view, const session::ShippedData &shipped)
{
    m_strip->showCase(*view);
    m_view = view;
    m_shipped = shipped;
    for (CaseTab *tab : m_tabs) {
        if (!tab)
            continue;
        if (tab != currentTab() && tab->mayWaitUnseen()) {
            m_waiting.insert(tab);
        } else {
            m_waiting.remove(tab);
            tab->showCase(view, shipped);
        }
    }
    const bool inNote = m_note->button() && m_note->button()->hasFocus();
    m_stack->setCurrentWidget(m_case);
    if (inNote) // what is hidden loses the focus to whatever comes next
        panes().constFirst()->setFocus();
}

void Workspace::showWaiting()
{
    if (m_view && m_waiting.remove(currentTab()))
        currentTab()->showCase(m_view, m_shipped);
}

void Workspace::showNoCase(NoCase why)
{
    m_waiting.clear();
    m_view.reset();
    for (CaseTab *tab : m_tabs) {
        if (tab)
            tab->clear();
    }
    switch (why) {
    case NoCase::NoMatch:
        m_note->setNote(tr("No case matches the filter"), tr("Empty the filter to see all cases again."));
        break;
    case NoCase::NotChosen: m_note->setNote(tr("No case is chosen"), tr("Choose one in the list at the left.")); break;
    case NoCase::Unreadable:
        m_note->setNote(tr("This case cannot be read"),
                        tr("The banner says why. The other cases in the list at the left can still be chosen."));
        break;
    case NoCase::EmptyFile:
        m_note->setNote(
            tr("This case file is empty"),
            tr("Begin a case (Ctrl+N), or import a founder's worksheet: its records are drafted at once. You can "
               "also drop worksheet files on this window."),
            tr("Import a worksheet…"), u"import"_s);
        break;
    }
    m_stack->setCurrentWidget(m_note);
}

bool Workspace::hasCase() const
{
    return m_stack && m_stack->currentWidget() == m_case;
}

CaseTab *Workspace::currentTab() const
{
    return static_cast<CaseTab *>(m_tabWidget->currentWidget());
}

void Workspace::showTab(Tab which)
{
    CaseTab *wanted = tab(which);
    if (!wanted || !hasCase())
        return;
    m_tabWidget->setCurrentWidget(wanted);
    if (const QList<QWidget *> panes = wanted->panes(); !panes.isEmpty())
        panes.first()->setFocus(Qt::ShortcutFocusReason);
}

QList<QWidget *> Workspace::panes() const
{
    if (!hasCase())
        return m_note->button() ? QList<QWidget *>{m_note->button()} : QList<QWidget *>{};
    QList<QWidget *> panes = currentTab()->panes();
    panes.append(m_strip->firstFigure());
    return panes;
}

bool Workspace::reveal(const QString &fieldPath)
{
    for (CaseTab *tab : m_tabs) {
        if (!tab || !hasCase())
            continue;
        QWidget *before = m_tabWidget->currentWidget();
        m_tabWidget->setCurrentWidget(tab); // a hidden field takes no focus
        if (tab->reveal(fieldPath))
            return true;
        m_tabWidget->setCurrentWidget(before);
    }
    return false;
}

void Workspace::focusImport()
{
    if (m_note->button())
        m_note->button()->setFocus();
}

QByteArray Workspace::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    const auto current = std::ranges::find(m_tabs, currentTab());
    out << kStateFormat << static_cast<qint32>(current - m_tabs.begin()) << m_records->saveState()
        << m_spend->saveState();
    return state;
}

void Workspace::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    quint32 format = 0;
    qint32 current = 0;
    QByteArray records;
    QByteArray spend;
    in >> format >> current >> records >> spend;
    if (in.status() != QDataStream::Ok || format != kStateFormat)
        return;
    if (current >= 0 && current < kTabs && m_tabs[static_cast<std::size_t>(current)])
        m_tabWidget->setCurrentWidget(m_tabs[static_cast<std::size_t>(current)]);
    m_records->restoreState(records);
    m_spend->restoreState(spend);
}

} // namespace ui
