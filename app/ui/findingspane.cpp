#include "ui/findingspane.h"

#include "ui/findingdelegate.h"
#include "ui/findingsmodel.h"
#include "ui_findingspane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

FindingsPane::FindingsPane(QWidget *parent)
    : QWidget(parent), m_form(std::make_unique<Ui::FindingsPane>()), m_model(new FindingsModel(this))
{
    m_form->setupUi(this);
    m_form->findingsView->setModel(m_model);
    m_form->findingsView->setItemDelegate(new FindingDelegate(m_form->findingsView));
    m_form->findingsView->installEventFilter(this);
    m_form->findingsView->viewport()->installEventFilter(this);
    m_form->emptyLabel->setBackgroundRole(QPalette::Base);
    m_form->emptyLabel->setAutoFillBackground(true);
    m_form->emptyLabel->setForegroundRole(QPalette::PlaceholderText);
    setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    connect(m_form->findingsView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FindingsPane::currentChanged);
    connect(m_form->findingsView, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const domain::Finding *finding = m_model->finding(index))
            Q_EMIT fieldRequested(finding->field);
    });
    connect(m_form->fixButton, &QPushButton::clicked, this, &FindingsPane::fixRequested);
    clear();
}

FindingsPane::~FindingsPane() = default;

void FindingsPane::setFindings(const domain::Findings &findings, Kind kind)
{
    const bool collecting = kind == Kind::ToCollect;
    if (findings == m_findings && !findings.empty() && collecting == m_model->isToCollect())
        return;
    m_findings = findings;
    const std::optional<domain::Finding> before = current();
    const qsizetype at = rows().indexOf(m_form->findingsView->currentIndex());
    m_model->setFindings(findings, collecting);
    m_form->findingsView->expandAll();
    m_form->findingsView->setCurrentIndex(rowToGoOnAt(before, at));
    m_form->emptyLabel->setText(tr("Nothing to fix."));
    m_form->listStack->setCurrentIndex(findings.empty() ? 1 : 0);
    Q_EMIT currentChanged(); // the same row may stand for another finding now
}

QModelIndexList FindingsPane::rows() const
{
    QModelIndexList findings;
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const QModelIndex parent = m_model->index(group, 0);
        for (int row = 0; row < m_model->rowCount(parent); ++row)
            findings.append(m_model->index(row, 0, parent));
    }
    return findings;
}

/// What a person is at stays where it is while the case changes. Where it is gone the next one takes its place, and undo
/// brings it back.
QModelIndex FindingsPane::rowToGoOnAt(const std::optional<domain::Finding> &before, qsizetype at)
{
    const QModelIndexList findings = rows();
    // Records may miss the same: their findings differ by the field alone.
    const auto rowOf = [&](const std::optional<domain::Finding> &wanted, bool sameWords) {
        const auto found = std::ranges::find_if(findings, [&](const QModelIndex &row) {
            const domain::Finding &finding = *m_model->finding(row);
            return wanted && finding.rule == wanted->rule && finding.field == wanted->field
                && (!sameWords || finding.message == wanted->message);
        });
        return found == findings.cend() ? QModelIndex() : *found;
    };
    const QModelIndex back = rowOf(m_gone, true);
    if (back.isValid())
        m_gone.reset();
    for (const QModelIndex &row : {back, rowOf(before, true), rowOf(before, false)}) {
        if (row.isValid())
            return row;
    }
    if (before)
        m_gone = before;
    return findings.value(std::clamp<qsizetype>(at, 0, std::max<qsizetype>(0, findings.size() - 1)));
}

void FindingsPane::clear()
{
    m_findings.clear();
    m_gone.reset();
    m_model->setFindings({});
    m_form->emptyLabel->setText(tr("What is to fix about a case stands here."));
    setFix({});
    m_form->listStack->setCurrentIndex(1);
}

QString FindingsPane::title() const
{
    if (m_model->isToCollect())
        return tr("To collect (%1)").arg(m_model->total());
    return m_model->total() == 0 ? tr("To fix") : tr("To fix (%1)").arg(m_model->total());
}

QWidget *FindingsPane::list() const
{
    return m_form->findingsView;
}

void FindingsPane::step(int direction)
{
    const QModelIndexList findings = rows();
    if (findings.isEmpty())
        return;
    const qsizetype now = findings.indexOf(m_form->findingsView->currentIndex());
    const qsizetype count = findings.size();
    m_form->findingsView->setCurrentIndex(findings.at(now < 0 ? 0 : (now + direction + count) % count));
}

std::optional<domain::Finding> FindingsPane::current() const
{
    const domain::Finding *finding = m_model->finding(m_form->findingsView->currentIndex());
    return finding ? std::optional(*finding) : std::nullopt;
}

void FindingsPane::setFix(const QString &what)
{
    m_form->fixLabel->setText(what);
    m_form->fixButton->setAccessibleName(tr("Apply fix: %1").arg(what));
    m_form->fixButton->setToolTip(tr("Applies the fix as one step (Ctrl+.)"));
    m_form->fixRow->setVisible(!what.isEmpty());
}

void FindingsPane::copyCurrent() const
{
    const QModelIndex current = m_form->findingsView->currentIndex();
    if (!current.isValid() || current.data(FindingsModel::GroupRole).toBool())
        return;
    QString text = current.data(FindingsModel::MessageRole).toString();
    if (const QString fix = current.data(FindingsModel::FixRole).toString(); !fix.isEmpty())
        text += u'\n' + fix;
    QGuiApplication::clipboard()->setText(text);
}

bool FindingsPane::eventFilter(QObject *watched, QEvent *event)
{
    // Rows wrap their text, so their height follows the width.
    if (watched == m_form->findingsView->viewport() && event->type() == QEvent::Resize)
        m_form->findingsView->doItemsLayout();
    if (watched == m_form->findingsView && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copyCurrent();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
