// Workspace: the middle of the window for an open case file: the header strip and the tabs of the shown case, or a note
// when no case is shown.
#pragma once

#include "session/casesession.h"
#include "session/casework.h"
#include "ui/figure.h"

#include <QSet>
#include <QWidget>

#include <array>

QT_BEGIN_NAMESPACE
class QStackedWidget;
class QTabWidget;
QT_END_NAMESPACE

namespace ui {

class CaseTab;
class HeaderStrip;
class HistoryTab;
class NotePage;
class RecordsTab;
class WorksheetTab;
class SpendTab;

class Workspace : public QWidget {
    Q_OBJECT

public:
    /// In the order on screen; Ctrl+1 is the first.
    enum class Tab { Worksheet, Spend, Credits, Records, History };
    static constexpr int kTabs = 5;

    explicit Workspace(QWidget *parent = nullptr);
    /// Makes what is in it, once, before a case file is shown; a window without one does without.
    void complete();

    /// The open case, or null; before it is shown.
    void setSession(session::CaseSession *session);
    void showCase(const session::CaseViewPointer &view, const session::ShippedData &shipped);
    enum class NoCase {
        EmptyFile,
        NoMatch, ///< none that the filter lets through
        NotChosen,
        Unreadable, ///< the chosen one; the banner says why
    };
    void showNoCase(NoCase why);

    /// Null when there is none.
    CaseTab *tab(Tab which) const { return m_tabs[static_cast<std::size_t>(which)]; }
    CaseTab *currentTab() const;
    void showTab(Tab which);
    bool hasCase() const;
    RecordsTab *records() const { return m_records; }
    HistoryTab *history() const { return m_history; }
    HeaderStrip *strip() const { return m_strip; }
    /// Where F6 stops here: the current tab's panes, then the strip; or the note's button.
    QList<QWidget *> panes() const;
    /// Shows the tab that has the field, with the caret in it.
    bool reveal(const QString &fieldPath);
    void focusImport();

    /// Which tab it shows, and how it is divided.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void importRequested();
    /// An edit could not be done, in words.
    void refused(const QString &sentence);
    void figureRequested(const ui::Figure &figure);
    void currentTabChanged();

private:
    void makeTabs();
    void addTab(Tab which, CaseTab *tab, const QString &title);
    void showWaiting();

    QStackedWidget *m_stack = nullptr;
    NotePage *m_note = nullptr;
    QWidget *m_case = nullptr;
    HeaderStrip *m_strip = nullptr;
    QTabWidget *m_tabWidget = nullptr;
    std::array<CaseTab *, kTabs> m_tabs{};
    QSet<CaseTab *> m_waiting; ///< not told yet of the case as it is
    session::CaseViewPointer m_view;
    session::ShippedData m_shipped;
    RecordsTab *m_records = nullptr;
    WorksheetTab *m_worksheet = nullptr;
    SpendTab *m_spend = nullptr;
    HistoryTab *m_history = nullptr;
};

} // namespace ui
