#include "ui/recordstab.h"

#include "ui/distinctnesspanel.h"
#include "ui/icons.h"
#include "ui/notepage.h"
#include "ui/recorddelegate.h"
#include "ui/recordlistmodel.h"
#include "ui/words.h"
#include "ui_recordstab.h"

#include <QAction>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostReasons = 3;

QString kindLabel(records::RecordKind kind)
{
    switch (kind) {
    case records::RecordKind::Checklist: return RecordsTab::tr("Checklist");
    case records::RecordKind::Application: return RecordsTab::tr("Application");
    case records::RecordKind::Opportunity: break;
    }
    return RecordsTab::tr("ACE record");
}

void bind(QToolButton *button, QAction *action)
{
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(action->text().remove(u'&'));
}

} // namespace

RecordsTab::RecordsTab(QWidget *parent)
    : CaseTab(parent),
      m_form(std::make_unique<Ui::RecordsTab>()),
      m_note(new NotePage(u"recordsNote"_s)),
      m_model(new RecordListModel(this)),
      m_distinctness(new DistinctnessPanel)
{
    m_form->setupUi(this);
    m_form->stackPage->layout()->addWidget(m_distinctness);
    m_form->stateStack->addWidget(m_note);
    m_form->recordsView->setModel(m_model);
    m_form->recordsView->setItemDelegate(new RecordDelegate(m_form->recordsView));
    m_form->recordsView->viewport()->installEventFilter(this);
    m_form->splitter->setStretchFactor(1, 1);
    m_form->splitter->setSizes({260, 640});
    connect(m_form->recordsView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { showRecord(current.row()); });
    connect(m_form->preview, &PagePreview::currentPageChanged, this, &RecordsTab::showPageNumber);
    connect(m_form->preview, &PagePreview::zoomChanged, this, &RecordsTab::showZoom);
    sizeTexts();
    clear();
}

RecordsTab::~RecordsTab() = default;

void RecordsTab::setZoomActions(const ZoomActions &actions)
{
    bind(m_form->zoomInButton, actions.in);
    bind(m_form->zoomOutButton, actions.out);
    bind(m_form->fitWidthButton, actions.fit);
    connect(actions.in, &QAction::triggered, m_form->preview, &PagePreview::zoomIn);
    connect(actions.out, &QAction::triggered, m_form->preview, &PagePreview::zoomOut);
    connect(actions.actual, &QAction::triggered, m_form->preview, [this] { m_form->preview->setZoom(100); });
    connect(actions.fit, &QAction::triggered, m_form->preview, &PagePreview::fitWidth);
}

void RecordsTab::sizeTexts()
{
    m_form->zoomLabel->setMinimumWidth(fontMetrics().horizontalAdvance(u"0000 %"_s));
    m_form->recordsSide->setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    m_form->previewSide->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
}

void RecordsTab::changeEvent(QEvent *event)
{
    CaseTab::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        sizeTexts();
}

bool RecordsTab::eventFilter(QObject *watched, QEvent *event)
{
    // Titles wrap, so the rows' height follows the width.
    if (watched == m_form->recordsView->viewport() && event->type() == QEvent::Resize)
        m_form->recordsView->doItemsLayout();
    return CaseTab::eventFilter(watched, event);
}

void RecordsTab::clear()
{
    m_form->preview->setPages(nullptr, {});
    m_laidOut = {};
    m_model->setRecords({});
    m_distinctness->clear();
    Q_EMIT currentRecordChanged();
}

void RecordsTab::showNoRecord(const session::CaseView &view)
{
    QStringList reasons;
    for (const domain::Finding &finding : view.findings) {
        if (finding.severity == domain::Severity::Error && reasons.size() < kMostReasons)
            reasons.append(finding.message);
    }
    const QString lead = tr("No record can be drafted for %1 yet. What stands against it is listed under To fix.")
                             .arg(view.summary.company);
    m_note->setNote(tr("No record"), reasons.isEmpty() ? lead : lead + u"\n\n"_s + reasons.join(u"\n\n"_s));
    m_form->stateStack->setCurrentWidget(m_note);
}

void RecordsTab::showCase(const session::CaseViewPointer &view, const session::ShippedData &shipped)
{
    m_form->preview->setPages(nullptr, {});
    if (!m_type)
        m_type = std::make_unique<documents::Typesetter>();
    m_laidOut = session::layOut(*view, *shipped, *m_type);
    m_distinctness->showCase(view, *shipped);
    std::vector<RecordRow> rows;
    for (const session::RecordView &record : view->records)
        rows.push_back({record.poolId, record.program, record.title, kindLabel(record.kind),
                        windowLabel(record.from, record.to), record.ask});
    const bool some = !rows.empty();
    m_model->setRecords(std::move(rows));
    if (some) {
        m_form->stateStack->setCurrentWidget(m_form->stackPage);
        m_form->recordsView->setCurrentIndex(m_model->index(0));
    } else {
        showNoRecord(*view);
        Q_EMIT currentRecordChanged();
    }
}

int RecordsTab::currentRecord() const
{
    return m_form->recordsView->currentIndex().row();
}

bool RecordsTab::showRecordOf(const QString &poolId)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->index(row).data(RecordListModel::PoolRole).toString() != poolId)
            continue;
        m_form->recordsView->setCurrentIndex(m_model->index(row));
        m_form->recordsView->setFocus();
        return true;
    }
    return false;
}

void RecordsTab::showRecord(int index)
{
    if (index < 0 || static_cast<std::size_t>(index) >= m_laidOut.records.size()) {
        m_form->preview->setPages(nullptr, {});
    } else {
        const session::LaidOutRecord &record = m_laidOut.records[static_cast<std::size_t>(index)];
        m_form->preview->setPages(record.pages, record.text);
    }
    m_distinctness->setRecord(index);
    Q_EMIT currentRecordChanged();
}

void RecordsTab::showPageNumber()
{
    const PagePreview *preview = m_form->preview;
    m_form->pageLabel->setText(preview->pageCount() == 0
                                   ? QString()
                                   : tr("Page %1 of %2").arg(preview->currentPage()).arg(preview->pageCount()));
}

void RecordsTab::showZoom()
{
    m_form->zoomLabel->setText(tr("%1 %").arg(m_form->preview->zoom()));
}

QList<QWidget *> RecordsTab::panes() const
{
    QList<QWidget *> panes{m_form->recordsView, m_form->preview};
    if (!m_distinctness->isHidden())
        panes.append(m_distinctness->pane());
    return panes;
}

QByteArray RecordsTab::saveState() const
{
    return m_form->splitter->saveState();
}

void RecordsTab::restoreState(const QByteArray &state)
{
    m_form->splitter->restoreState(state);
}

} // namespace ui
