// CasesPane: the cases of the open file, with a filter.
#pragma once

#include "ports/casestore.h"

#include <QWidget>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
namespace Ui {
class CasesPane;
}
QT_END_NAMESPACE

namespace ui {

class CaseListModel;

class CasesPane : public QWidget {
    Q_OBJECT

public:
    explicit CasesPane(QWidget *parent = nullptr);
    ~CasesPane() override;

    /// Without a file there is nothing to filter.
    void setFileOpen(bool open);
    /// Keeps the current case when it is still there, else takes the first.
    void setCases(const std::vector<ports::CaseSummary> &cases);
    /// What is due next of a case, in words, by its id.
    void setDeadlines(const QHash<QString, QString> &deadlines);
    QString currentCase() const;
    /// The case to be current in the next list, if it is in it.
    void setWanted(const QString &caseId) { m_wanted = caseId; }
    void select(const QString &caseId);
    /// Empties the filter without a signal.
    void clearFilter();
    void focusFilter();
    QWidget *list() const;

Q_SIGNALS:
    void filterChanged(const QString &text);
    void currentChanged(const QString &caseId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();

    std::unique_ptr<Ui::CasesPane> m_form;
    CaseListModel *m_model = nullptr;
    bool m_fileOpen = false;
    QString m_wanted;
    bool m_filling = false;
    bool m_noneChosen = false; ///< a case is shown that is in no file yet
};

} // namespace ui
