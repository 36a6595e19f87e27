#include "ui/recordstab.h"

#include "session/filingdesk.h"
#include "ui/distinctnesspanel.h"
#include "ui/icons.h"
#include "ui/notepage.h"
#include "ui/recorddelegate.h"
#include "ui/recordfields.h"
#include "ui/recordlistmodel.h"
#include "ui/words.h"
#include "ui_recordstab.h"

#include <QAction>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostReasons = 3;
constexpr int kRestMilliseconds = 100;

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
    m_fields = new RecordFields;
    m_form->splitter->insertWidget(1, m_fields);
    m_form->splitter->setStretchFactor(0, 0);
    m_form->splitter->setStretchFactor(1, 1);
    m_form->splitter->setStretchFactor(2, 0);
    m_form->splitter->setSizes({190, 520, 400});
    auto *preflight = new QPushButton(icon(u"ok"_s), tr("Preflight"), this);
    preflight->setObjectName(u"preflightButton"_s);
    auto *exporting = new QPushButton(icon(u"export"_s), tr("Export"), this);
    exporting->setObjectName(u"exportButton"_s);
    for (QPushButton *button : {preflight, exporting})
        m_form->recordsLayout->addWidget(button);
    connect(preflight, &QPushButton::clicked, this, &RecordsTab::preflightRequested);
    connect(exporting, &QPushButton::clicked, this, &RecordsTab::exportRequested);
    m_lastButton = exporting;
    QWidget *before = m_form->recordsView;
    for (QWidget *next :
         std::initializer_list<QWidget *>{preflight, exporting, m_fields, m_form->zoomOutButton, m_form->zoomInButton,
                                          m_form->fitWidthButton, m_form->preview}) {
        setTabOrder(before, next);
        before = next;
    }
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &RecordsTab::layOutNow);
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

void RecordsTab::addButton(QAction *action)
{
    auto *button = new QPushButton(action->icon(), action->text().remove(u'&'), this);
    button->setObjectName(action->objectName().replace(u"Action"_s, u"Button"_s));
    button->setEnabled(action->isEnabled());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
    m_form->recordsLayout->addWidget(button);
    setTabOrder(m_lastButton, button);
    setTabOrder(button, m_fields);
    m_lastButton = button;
}

void RecordsTab::setFilings(session::FilingDesk *filings)
{
    m_filings = filings;
    if (!filings) {
        m_fields->setLocks({});
        return;
    }
    m_fields->setLocks(
        [filings](const QString &pool, const QString &path) { return filings->editability(pool, path); });
    connect(filings, &session::FilingDesk::changed, this, [this] {
        m_model->setStatuses([this](const QString &pool) { return statusOf(pool); });
        m_form->recordsView->doItemsLayout();
        m_fields->refresh();
    });
}

/// What is worth a chip: a record that nobody has touched has none.
QString RecordsTab::statusOf(const QString &pool) const
{
    const QString status = m_filings ? m_filings->course(pool).status : QString();
    return status.isEmpty() || status == "drafting"_L1 ? QString() : statusLabel(status);
}

void RecordsTab::sizeTexts()
{
    m_form->zoomLabel->setMinimumWidth(fontMetrics().horizontalAdvance(u"0000 %"_s));
    m_form->recordsSide->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    m_form->previewSide->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    m_fields->setMinimumWidth(fontMetrics().averageCharWidth() * 72);
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

void RecordsTab::setPreviewCovered(bool covered)
{
    m_form->previewSide->setHidden(covered);
}

void RecordsTab::clear()
{
    m_form->preview->setPages(nullptr, {});
    m_rest.stop();
    m_laidOut = {};
    m_case.reset();
    m_model->setRecords({});
    m_distinctness->clear();
    m_fields->showRecord({}, {}, -1);
    Q_EMIT currentRecordChanged();
}

void RecordsTab::showNoRecord(const session::CaseView &view)
{
    QStringList reasons;
    for (const domain::Finding &finding : view.findings) {
        if (finding.severity == domain::Severity::Error && reasons.size() < kMostReasons)
            reasons.append(finding.message);
    }
    const QString lead =
        (view.summary.company.isEmpty() ? tr("No record can be drafted yet.")
                                        : tr("No record can be drafted for %1 yet.").arg(view.summary.company))
        + u' ' + tr("What it still needs is listed at the side.");
    m_note->setNote(tr("No record"), reasons.isEmpty() ? lead : lead + u"\n\n"_s + reasons.join(u"\n\n"_s));
    m_form->stateStack->setCurrentWidget(m_note);
}

void RecordsTab::setSession(session::CaseSession *session)
{
    m_fields->setSession(session);
}

bool RecordsTab::reveal(const QString &fieldPath)
{
    const int before = currentRecord();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString &pool = m_case->records[static_cast<std::size_t>(row)].poolId;
        if (!fieldPath.startsWith(u"records/%1/"_s.arg(pool)))
            continue;
        m_form->recordsView->setCurrentIndex(m_model->index(row));
        if (m_fields->reveal(fieldPath))
            return true;
    }
    m_form->recordsView->setCurrentIndex(m_model->index(before));
    return m_fields->reveal(fieldPath);
}

void RecordsTab::fillStack()
{
    std::vector<RecordRow> rows;
    for (const session::RecordView &record : m_case->records)
        rows.push_back({record.poolId, record.program, record.title, kindLabel(record.kind),
                        windowLabel(record.from, record.to), record.ask, statusOf(record.poolId)});
    m_model->setRecords(std::move(rows));
}

void RecordsTab::showCase(const session::CaseViewPointer &view, const session::ShippedData &shipped)
{
    const bool sameCase = m_case && m_case->summary.id == view->summary.id;
    const int before = currentRecord();
    const QString pool = sameCase && before >= 0 ? m_case->records[static_cast<std::size_t>(before)].poolId : QString();
    m_case = view;
    m_shipped = shipped;
    const auto wanted = std::ranges::find(view->records, pool, &session::RecordView::poolId);
    const bool some = !view->records.empty();
    {
        const QSignalBlocker quiet(m_form->recordsView->selectionModel());
        fillStack();
    }
    m_form->recordsView->reset();
    if (some)
        m_form->stateStack->setCurrentWidget(m_form->stackPage);
    else
        showNoRecord(*view);
    if (sameCase)
        m_rest.start();
    else
        layOutNow();
    if (some)
        m_form->recordsView->setCurrentIndex(
            m_model->index(wanted == view->records.end() ? 0 : static_cast<int>(wanted - view->records.begin())));
    else
        showRecord(-1);
}

void RecordsTab::layOutNow()
{
    m_rest.stop();
    if (!m_case)
        return;
    const int place = m_form->preview->verticalScrollBar()->value();
    m_form->preview->setPages(nullptr, {}); // they belong to the stack that goes
    if (!m_type)
        m_type = std::make_unique<documents::Typesetter>();
    m_laidOut = session::layOut(*m_case, *m_shipped, *m_type);
    m_distinctness->showCase(m_case, *m_shipped);
    m_distinctness->setRecord(currentRecord());
    showPages();
    m_form->preview->verticalScrollBar()->setValue(place);
    Q_EMIT laidOut();
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
    m_fields->showRecord(m_case, m_shipped, index);
    m_distinctness->setRecord(index);
    showPages();
    Q_EMIT currentRecordChanged();
}

void RecordsTab::showPages()
{
    const int index = currentRecord();
    if (index < 0 || static_cast<std::size_t>(index) >= m_laidOut.records.size()) {
        m_form->preview->setPages(nullptr, {});
        return;
    }
    const session::LaidOutRecord &record = m_laidOut.records[static_cast<std::size_t>(index)];
    if (m_form->preview->pages() != record.pages)
        m_form->preview->setPages(record.pages, record.text);
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
    if (m_form->stateStack->currentWidget() == m_note)
        return {};
    QList<QWidget *> panes{m_form->recordsView, m_fields};
    if (!m_form->previewSide->isHidden())
        panes.append(m_form->preview);
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
