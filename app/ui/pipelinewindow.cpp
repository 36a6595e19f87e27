#include "ui/pipelinewindow.h"

#include "ui/pipelinemodel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace ui {

using namespace Qt::StringLiterals;

PipelineWindow::PipelineWindow(session::Desk &desk, session::FilingDesk &filings, const ports::Clock &clock,
                               QWidget *parent)
    : QDialog(parent), m_desk(desk), m_filings(filings), m_clock(clock), m_model(new PipelineModel(this))
{
    setObjectName(u"pipelineWindow"_s);
    setWindowTitle(tr("Pipeline"));
    m_table = new QTableView;
    m_table->setObjectName(u"pipelineTable"_s);
    m_table->setAccessibleName(tr("Records by what is due"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_empty = new QLabel(tr("The file has no records yet: draft a case first."));
    m_empty->setObjectName(u"pipelineEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_calendar = new QPushButton(tr("Save as &calendar…"));
    m_calendar->setObjectName(u"pipelineCalendarButton"_s);
    m_csv = new QPushButton(tr("Save as &spreadsheet…"));
    m_csv->setObjectName(u"pipelineCsvButton"_s);
    for (QPushButton *button : {m_calendar, m_csv})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_calendar);
    buttons->addWidget(m_csv);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 140, fontMetrics().height() * 30);
    connect(m_table, &QTableView::activated, this, &PipelineWindow::requestCurrent);
    connect(m_calendar, &QPushButton::clicked, this, [this] {
        Q_EMIT saveRequested({u"pipeline.ics"_s, drafting::pipelineCalendar(m_model->rows(), m_clock.now())});
    });
    connect(m_csv, &QPushButton::clicked, this, [this] {
        Q_EMIT saveRequested({u"pipeline.csv"_s, drafting::pipelineCsv(m_model->rows(), m_clock.today())});
    });
    connect(&m_filings, &session::FilingDesk::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void PipelineWindow::refresh()
{
    const int row = m_table->currentIndex().row();
    m_model->setRows(m_filings.pipeline(), m_clock.today());
    const bool some = m_model->rowCount() > 0;
    m_table->setVisible(some);
    m_empty->setVisible(!some);
    m_csv->setEnabled(some);
    bool due = false;
    for (const drafting::PipelineRow &one : m_model->rows())
        due = due || !one.deadlines.empty();
    m_calendar->setEnabled(due);
    m_table->resizeColumnsToContents();
    if (some)
        m_table->setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1), 0));
}

void PipelineWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    refresh();
    m_table->setFocus();
}

void PipelineWindow::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_table->hasFocus())
        requestCurrent();
    else
        QDialog::keyPressEvent(event);
}

void PipelineWindow::requestCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const drafting::PipelineRow &row = m_model->rows()[static_cast<std::size_t>(current.row())];
    Q_EMIT recordRequested(row.caseId, row.poolId);
}

} // namespace ui
