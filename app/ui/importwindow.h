// ImportWindow: the cases of another case file, what each would bring, and where both files changed a case, whose value
// stays. Shows a plan and collects choices; CaseImporter does the work.
#pragma once

#include "session/caseimport.h"

#include <QDialog>

#include <memory>

QT_BEGIN_NAMESPACE
namespace Ui {
class ImportWindow;
}
class QTreeWidgetItem;
QT_END_NAMESPACE

namespace ui {

class ImportWindow : public QDialog {
    Q_OBJECT

public:
    explicit ImportWindow(QWidget *parent = nullptr);
    ~ImportWindow() override;

    /// Something runs: said in words, with a bar; the only way on is Cancel.
    void showWaiting(const QString &heading, const QString &what);
    void showProgress(int percent);
    void showPlan(session::ImportPlan plan);
    /// What is in the way of taking in, above the buttons; the plan stays.
    void showTrouble(const QString &text);
    const session::ImportPlan &plan() const { return m_plan; }

Q_SIGNALS:
    void takeInRequested();

private:
    void showCurrent();
    void wantedChanged(QTreeWidgetItem *item);
    void chosen();
    void showRow(QTreeWidgetItem *item);
    void showState();
    std::size_t current() const;

    std::unique_ptr<Ui::ImportWindow> m_form;
    session::ImportPlan m_plan;
};

/// What taking a case in would do, in words.
QString importWords(const session::ImportedCase &one);
/// Why an import stopped.
QString sentence(const session::ImportFailure &failure);

} // namespace ui
