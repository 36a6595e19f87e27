#include "ui/historytab.h"

#include "ui/notepage.h"
#include "ui/plaintooltip.h"
#include "ui/problemwords.h"
#include "ui/words.h"
#include "worksheetfile/difference.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>

namespace ui {

using worksheetfile::FieldChange;
using namespace Qt::StringLiterals;

namespace {

QTableWidget *makeTable(const QString &name, const QString &accessible, const QStringList &heads)
{
    auto *table = new QTableWidget(0, static_cast<int>(heads.size()));
    table->setObjectName(name);
    table->setAccessibleName(accessible);
    table->setHorizontalHeaderLabels(heads);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    return table;
}

QString kindWord(const FieldChange &change)
{
    switch (change.kind) {
    case FieldChange::Kind::Added: return HistoryTab::tr("added");
    case FieldChange::Kind::Removed: return HistoryTab::tr("removed");
    case FieldChange::Kind::Reordered: return HistoryTab::tr("order changed");
    case FieldChange::Kind::Changed: break;
    }
    return {};
}

QTableWidgetItem *textItem(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setToolTip(plainToolTip(text));
    return item;
}

} // namespace

HistoryTab::HistoryTab(QWidget *parent)
    : CaseTab(parent),
      m_stack(new QStackedWidget(this)),
      m_note(new NotePage(u"historyNote"_s)),
      m_list(
          makeTable(u"revisionsTable"_s, tr("Saved states of the case"), {tr("Revision"), tr("Saved"), tr("State")})),
      m_against(new QComboBox),
      m_heading(new QLabel),
      m_changes(makeTable(u"changesTable"_s, tr("What differs"), {tr("Field"), tr("Before"), tr("After")}))
{
    m_against->setObjectName(u"againstCombo"_s);
    m_against->setAccessibleName(tr("Compare with"));
    m_heading->setObjectName(u"changesHeading"_s);
    m_heading->setTextFormat(Qt::PlainText);
    auto *label = new QLabel(tr("Compare &with"));
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(m_against);
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(label);
    top->addWidget(m_against);
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_changes, 1);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({300, 700});
    auto *page = new QWidget;
    auto *inner = new QVBoxLayout(page);
    inner->setContentsMargins(8, 8, 8, 8);
    inner->addWidget(splitter);
    m_stack->addWidget(m_note);
    m_stack->addWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_changes->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_changes->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(m_list, &QTableWidget::itemSelectionChanged, this, [this] {
        const int row = m_list->currentRow();
        const QSignalBlocker quiet(m_against);
        // Against the state before it, until another is chosen.
        m_against->setCurrentIndex(qMin(row + 1, m_against->count() - 1));
        compare();
    });
    connect(m_against, &QComboBox::currentIndexChanged, this, &HistoryTab::compare);
}

void HistoryTab::markStale()
{
    m_stale = true;
    if (isVisible())
        readRevisions();
}

void HistoryTab::showCase(const session::CaseViewPointer &view, const session::ShippedData &)
{
    if (std::exchange(m_caseId, view->summary.id) != view->summary.id || m_revisions.empty())
        markStale();
}

void HistoryTab::clear()
{
    m_caseId.clear();
    m_revisions.clear();
    fillList();
}

void HistoryTab::showEvent(QShowEvent *event)
{
    CaseTab::showEvent(event);
    if (m_stale)
        readRevisions();
}

void HistoryTab::readRevisions()
{
    m_stale = false;
    if (!m_source.revisions)
        return;
    auto revisions = m_source.revisions();
    if (!revisions) {
        showProblem(revisions.error());
        return;
    }
    m_revisions = *std::move(revisions);
    fillList();
}

void HistoryTab::fillList()
{
    m_stack->setCurrentIndex(m_revisions.empty() ? 0 : 1);
    m_note->setNote(tr("Nothing saved yet"), tr("Each saved state of the case will stand here, to be compared."));
    const QSignalBlocker quietList(m_list);
    const QSignalBlocker quietAgainst(m_against);
    m_list->setRowCount(static_cast<int>(m_revisions.size()));
    m_against->clear();
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const ports::RevisionSummary &revision = m_revisions[static_cast<std::size_t>(row)];
        m_list->setItem(row, 0, new QTableWidgetItem(QString::number(revision.revision)));
        m_list->setItem(row, 1, new QTableWidgetItem(momentLabel(revision.savedAt)));
        m_list->setItem(row, 2,
                        new QTableWidgetItem(revision.filed ? tr("Filed, read-only")
                                             : row == 0     ? tr("Now")
                                                            : QString()));
        m_against->addItem(tr("Revision %1, %2").arg(revision.revision).arg(momentLabel(revision.savedAt)));
    }
    if (m_revisions.empty())
        return;
    m_list->setCurrentCell(0, 0);
    m_against->setCurrentIndex(qMin(1, m_against->count() - 1));
    compare();
}

void HistoryTab::compare()
{
    const int after = m_list->currentRow();
    const int before = m_against->currentIndex();
    m_changes->setRowCount(0);
    if (after < 0 || before < 0)
        return;
    // The later of the two is the one after, whichever was chosen first.
    const int older = m_revisions[static_cast<std::size_t>(std::max(after, before))].revision;
    const int newer = m_revisions[static_cast<std::size_t>(std::min(after, before))].revision;
    if (older == newer) {
        m_heading->setText(tr("Revision %1: nothing to compare it with").arg(newer));
        return;
    }
    const auto from = m_source.worksheet(older);
    const auto to = m_source.worksheet(newer);
    if (!from || !to) {
        showProblem(from ? to.error() : from.error());
        return;
    }
    const std::vector<FieldChange> changes = worksheetfile::difference(*from, *to);
    m_heading->setText(tr("Revision %1 to %2: %3")
                           .arg(older)
                           .arg(newer)
                           .arg(changes.empty() ? tr("no field differs")
                                                : counted(static_cast<qsizetype>(changes.size()), tr("difference"),
                                                          tr("differences"))));
    m_changes->setRowCount(static_cast<int>(changes.size()));
    for (int row = 0; row < m_changes->rowCount(); ++row) {
        const FieldChange &change = changes[static_cast<std::size_t>(row)];
        QStringList place = change.above;
        place.append(change.label);
        const QString kind = kindWord(change);
        m_changes->setItem(row, 0,
                           textItem(place.join(u" \u203a "_s) + (kind.isEmpty() ? kind : u" ("_s + kind + u')')));
        m_changes->setItem(row, 1, textItem(change.before.isNull() ? tr("not given") : change.before));
        m_changes->setItem(row, 2, textItem(change.after.isNull() ? tr("not given") : change.after));
    }
}

void HistoryTab::showProblem(const session::Problem &problem)
{
    m_note->setNote(tr("The history cannot be read"), sentence(problem));
    m_stack->setCurrentIndex(0);
}

QList<QWidget *> HistoryTab::panes() const
{
    if (m_stack->currentIndex() == 0)
        return {};
    return {m_list, m_changes};
}

} // namespace ui
