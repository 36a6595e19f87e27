#include "ui/pipelinewindow.h"

#include "ui/pipelinemodel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

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
    m_empty->setTextFormat(Qt::PlainText);
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
    const QModelIndex before = m_table->currentIndex();
    QString caseId;
    QString poolId;
    if (before.isValid()) {
        const drafting::PipelineRow &row = m_model->rows()[static_cast<std::size_t>(before.row())];
        caseId = row.caseId;
        poolId = row.poolId;
    }
    m_model->setRows(m_filings.pipeline(), m_clock.today());
    const bool some = m_model->rowCount() > 0;
    m_table->setVisible(some);
    m_empty->setVisible(!some);
    m_csv->setEnabled(some);
    bool due = false;
    for (const drafting::PipelineRow &one : m_model->rows())
        due = due || !one.deadlines.empty();
    m_calendar->setEnabled(due);
    sizeColumns();
    if (!some)
        return;
    const auto current = std::ranges::find_if(m_model->rows(), [&](const drafting::PipelineRow &row) {
        return row.caseId == caseId && row.poolId == poolId;
    });
    const auto row = current == m_model->rows().end() ? 0 : current - m_model->rows().begin();
    m_table->setCurrentIndex(m_model->index(static_cast<int>(row), 0));
}

int PipelineWindow::sizeColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false); // it would hide its own width
    m_table->resizeColumnsToContents();
    const int air = fontMetrics().averageCharWidth() * 2;
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, m_table->columnWidth(column) + air);
    const int width = header->length();
    header->setStretchLastSection(true);
    return width;
}

void PipelineWindow::showEvent(QShowEvent *event)
{
    refresh();
    if (!testAttribute(Qt::WA_Resized)) { // a person's own size stays
        const QMargins margins = layout()->contentsMargins();
        const int wide = sizeColumns() + 2 * m_table->frameWidth() + m_table->verticalScrollBar()->sizeHint().width()
                       + margins.left() + margins.right();
        resize(std::min(wide, screen()->availableGeometry().width()), fontMetrics().height() * 30);
    }
    QDialog::showEvent(event);
    m_table->setFocus();
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
