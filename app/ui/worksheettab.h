// WorksheetTab: the worksheet in the workspace: the pages of the wizard, with the list of them at the side.
#pragma once

#include "ui/casetab.h"

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace ui {

class StepList;
class WorksheetPages;

class WorksheetTab : public CaseTab {
    Q_OBJECT

public:
    explicit WorksheetTab(QWidget *parent = nullptr);

    void setSession(session::CaseSession *session) override;
    void showCase(const session::CaseViewPointer &view, const session::ShippedData &shipped) override;
    void clear() override;
    QList<QWidget *> panes() const override;
    bool reveal(const QString &fieldPath) override;
    WorksheetPages *pages() const { return m_pages; }
    int step() const;
    void showStep(int step);

Q_SIGNALS:
    void draftRequested();
    /// Something could not be done, in words.
    void refused(const QString &sentence);

private:
    WorksheetPages *m_pages = nullptr;
    StepList *m_steps = nullptr;
    QStackedWidget *m_stack = nullptr;
};

} // namespace ui
