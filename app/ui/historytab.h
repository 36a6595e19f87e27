// HistoryTab: the saved states of the case, newest first, and what differs between any two of them, field by field.
// Nothing here can be changed.
#pragma once

#include "ports/casestore.h"
#include "session/problem.h"
#include "ui/casetab.h"

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QStackedWidget;
class QTableWidget;
QT_END_NAMESPACE

namespace ui {

class NotePage;

class HistoryTab : public CaseTab {
    Q_OBJECT

public:
    /// Where the saved states come from.
    struct Source {
        std::function<session::Outcome<std::vector<ports::RevisionSummary>>()> revisions;
        std::function<session::Outcome<domain::Worksheet>(int revision)> worksheet;
    };

    explicit HistoryTab(QWidget *parent = nullptr);

    void setSource(Source source) { m_source = std::move(source); }
    void showCase(const session::CaseViewPointer &view, const session::ShippedData &shipped) override;
    void clear() override;
    QList<QWidget *> panes() const override;
    /// A save may have added a revision; read when the tab is next seen.
    void markStale();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void readRevisions();
    void fillList();
    void compare();
    void showProblem(const session::Problem &problem);

    Source m_source;
    QString m_caseId;
    bool m_stale = true;
    std::vector<ports::RevisionSummary> m_revisions;
    QStackedWidget *m_stack = nullptr;
    NotePage *m_note = nullptr;
    QTableWidget *m_list = nullptr;
    QComboBox *m_against = nullptr;
    QLabel *m_heading = nullptr;
    QTableWidget *m_changes = nullptr;
};

} // namespace ui
