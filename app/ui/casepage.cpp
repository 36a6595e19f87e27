#include "ui/casepage.h"

#include "ui/icons.h"
#include "ui/recorddelegate.h"
#include "ui/recordlistmodel.h"
#include "ui/words.h"
#include "ui_casepage.h"

#include <QAction>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNoteCharacters = 64;
constexpr int kMostReasons = 3;

QString kindLabel(records::RecordKind kind)
{
    switch (kind) {
    case records::RecordKind::Checklist: return CasePage::tr("Checklist");
    case records::RecordKind::Application: return CasePage::tr("Application");
    case records::RecordKind::Opportunity: break;
    }
    return CasePage::tr("ACE record");
}

void bind(QToolButton *button, QAction *action)
{
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(action->text().remove(u'&'));
}

} // namespace

CasePage::CasePage(QWidget *parent)
    : QWidget(parent), m_form(std::make_unique<Ui::CasePage>()), m_model(new RecordListModel(this))
{
    m_form->setupUi(this);
    m_form->notePage->setBackgroundRole(QPalette::Base);
    m_form->notePage->setAutoFillBackground(true);
    m_form->noteButton->setIcon(icon(u"import"_s));
    m_form->recordsView->setModel(m_model);
    m_form->recordsView->setItemDelegate(new RecordDelegate(m_form->recordsView));
    m_form->recordsView->viewport()->installEventFilter(this);
    m_form->splitter->setStretchFactor(1, 1);
    m_form->splitter->setSizes({260, 640});
    connect(m_form->noteButton, &QPushButton::clicked, this, &CasePage::importRequested);
    connect(m_form->recordsView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { showRecord(current.row()); });
    connect(m_form->preview, &PagePreview::currentPageChanged, this, &CasePage::showPageNumber);
    connect(m_form->preview, &PagePreview::zoomChanged, this, &CasePage::showZoom);
    for (QLabel *label : std::initializer_list<QLabel *>{m_form->factsLabel, m_form->askCaption, m_form->noteText})
        label->setForegroundRole(QPalette::PlaceholderText);
    sizeTexts();
    showNoCase(false, false);
}

CasePage::~CasePage() = default;

void CasePage::setZoomActions(const ZoomActions &actions)
{
    bind(m_form->zoomInButton, actions.in);
    bind(m_form->zoomOutButton, actions.out);
    bind(m_form->fitWidthButton, actions.fit);
    connect(actions.in, &QAction::triggered, m_form->preview, &PagePreview::zoomIn);
    connect(actions.out, &QAction::triggered, m_form->preview, &PagePreview::zoomOut);
    connect(actions.actual, &QAction::triggered, m_form->preview, [this] { m_form->preview->setZoom(100); });
    connect(actions.fit, &QAction::triggered, m_form->preview, &PagePreview::fitWidth);
}

void CasePage::sizeTexts()
{
    const int noteWidth = fontMetrics().averageCharWidth() * kNoteCharacters;
    m_form->noteTitle->setFixedWidth(noteWidth);
    m_form->noteText->setFixedWidth(noteWidth);
    m_form->zoomLabel->setMinimumWidth(fontMetrics().horizontalAdvance(u"0000 %"_s));
    m_form->recordsSide->setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    m_form->previewSide->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
}

void CasePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        sizeTexts();
}

bool CasePage::eventFilter(QObject *watched, QEvent *event)
{
    // Titles wrap, so the rows' height follows the width.
    if (watched == m_form->recordsView->viewport() && event->type() == QEvent::Resize)
        m_form->recordsView->doItemsLayout();
    return QWidget::eventFilter(watched, event);
}

void CasePage::showNote(const QString &title, const QString &text, bool withImport)
{
    m_form->noteTitle->setText(title);
    m_form->noteText->setText(text);
    m_form->noteButton->setVisible(withImport);
    m_form->stateStack->setCurrentWidget(m_form->notePage);
}

void CasePage::showNoCase(bool fileHasCases, bool filtered)
{
    m_form->preview->setPages(nullptr, {});
    m_laidOut = {};
    m_model->setRecords({});
    if (filtered)
        showNote(tr("No case matches the filter"), tr("Empty the filter to see all cases again."), false);
    else if (fileHasCases)
        showNote(tr("No case is chosen"), tr("Choose one in the list at the left."), false);
    else
        showNote(tr("This case file is empty"),
                 tr("Import a founder's worksheet: its records are drafted at once. You can also drop worksheet files "
                    "on this window."),
                 true);
    Q_EMIT currentRecordChanged();
}

void CasePage::showNoRecord(const session::CaseView &view)
{
    QStringList reasons;
    for (const domain::Finding &finding : view.findings) {
        if (finding.severity == domain::Severity::Error && reasons.size() < kMostReasons)
            reasons.append(finding.message);
    }
    const QString lead = tr("No record can be drafted for %1 yet. What stands against it is listed under To fix.")
                             .arg(view.summary.company);
    showNote(tr("No record"), reasons.isEmpty() ? lead : lead + u"\n\n"_s + reasons.join(u"\n\n"_s), false);
}

void CasePage::fillHeader(const session::CaseView &view)
{
    QStringList facts;
    if (!view.summary.stage.isEmpty())
        facts.append(stageLabel(view.summary.stage));
    if (const auto people = view.computed.worksheet.company.headcount)
        facts.append(tr("%1 people").arg(*people));
    if (!view.summary.website.isEmpty())
        facts.append(view.summary.website);
    m_form->factsLabel->setText(facts.join(u", "_s));
    m_form->companyLabel->setText(view.summary.company);
    domain::Money asks;
    for (const session::RecordView &record : view.records)
        asks += record.ask;
    m_form->askLabel->setText(dollars(asks));
}

void CasePage::showCase(const session::CaseViewPointer &view, const drafting::Shipped &shipped)
{
    m_form->preview->setPages(nullptr, {});
    if (!m_type)
        m_type = std::make_unique<documents::Typesetter>();
    m_laidOut = session::layOut(*view, shipped, *m_type);
    std::vector<RecordRow> rows;
    for (const session::RecordView &record : view->records)
        rows.push_back({record.poolId, record.program, record.title, kindLabel(record.kind),
                        windowLabel(record.from, record.to), record.ask});
    const bool some = !rows.empty();
    m_model->setRecords(std::move(rows));
    fillHeader(*view);
    if (some) {
        m_form->stateStack->setCurrentWidget(m_form->stackPage);
        m_form->recordsView->setCurrentIndex(m_model->index(0));
    } else {
        showNoRecord(*view);
        Q_EMIT currentRecordChanged();
    }
}

void CasePage::focusImport()
{
    m_form->noteButton->setFocus();
}

int CasePage::currentRecord() const
{
    return m_form->recordsView->currentIndex().row();
}

void CasePage::showRecord(int index)
{
    if (index < 0 || static_cast<std::size_t>(index) >= m_laidOut.records.size()) {
        m_form->preview->setPages(nullptr, {});
    } else {
        const session::LaidOutRecord &record = m_laidOut.records[static_cast<std::size_t>(index)];
        m_form->preview->setPages(record.pages, record.text);
    }
    Q_EMIT currentRecordChanged();
}

void CasePage::showPageNumber()
{
    const PagePreview *preview = m_form->preview;
    m_form->pageLabel->setText(preview->pageCount() == 0
                                   ? QString()
                                   : tr("Page %1 of %2").arg(preview->currentPage()).arg(preview->pageCount()));
}

void CasePage::showZoom()
{
    m_form->zoomLabel->setText(tr("%1 %").arg(m_form->preview->zoom()));
}

QWidget *CasePage::recordsList() const
{
    return m_form->recordsView;
}

PagePreview *CasePage::preview() const
{
    return m_form->preview;
}

QSplitter *CasePage::splitter() const
{
    return m_form->splitter;
}

} // namespace ui
