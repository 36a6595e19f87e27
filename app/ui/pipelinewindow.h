// PipelineWindow: every record of the open file by what is due next: status, deadline, ask, award. Beside the main window,
// not over it. Enter goes to the record; the list goes into a calendar or a spreadsheet.
#pragma once

#include "session/filingdesk.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QTableView;
QT_END_NAMESPACE

namespace ui {

class PipelineModel;

class PipelineWindow : public QDialog {
    Q_OBJECT

public:
    /// All must outlive it.
    PipelineWindow(session::Desk &desk, session::FilingDesk &filings, const ports::Clock &clock,
                   QWidget *parent = nullptr);

    /// Reads the file again; keeps the current row.
    void refresh();

Q_SIGNALS:
    void recordRequested(const QString &caseId, const QString &poolId);
    void saveRequested(const drafting::DocumentFile &file);

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// To what stands in them; the width of all of them.
    int sizeColumns();
    void requestCurrent();

    session::Desk &m_desk;
    session::FilingDesk &m_filings;
    const ports::Clock &m_clock;
    PipelineModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_calendar = nullptr;
    QPushButton *m_csv = nullptr;
};

} // namespace ui
