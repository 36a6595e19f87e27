#include "ui/reviewview.h"

#include "drafting/drafting.h"
#include "ui/icons.h"
#include "ui/reviewdelegate.h"
#include "ui/reviewmodel.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *title(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("heading", true); // its size is the style's
    return label;
}

QListWidget *list(const QString &name, const QString &accessible, QWidget *parent)
{
    auto *made = new QListWidget(parent);
    made->setObjectName(name);
    made->setAccessibleName(accessible);
    made->setItemDelegate(new TickDelegate(made));
    made->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    made->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    return made;
}

/// Which rows of the tree are open, and which one is current, as row numbers: what a person is at stays where it is.
struct TreeState {
    QList<QList<int>> open;
    QList<int> current;
};

QList<int> rowsOf(QModelIndex index)
{
    QList<int> rows;
    for (; index.isValid(); index = index.parent())
        rows.prepend(index.row());
    return rows;
}

QModelIndex indexOf(const QAbstractItemModel &model, const QList<int> &rows)
{
    QModelIndex index;
    for (const int row : rows)
        index = model.index(row, 0, index);
    return index;
}

TreeState stateOf(const QTreeView &tree)
{
    TreeState state;
    for (int check = 0; check < tree.model()->rowCount(); ++check) {
        const QModelIndex parent = tree.model()->index(check, 0);
        for (int row = 0; row < tree.model()->rowCount(parent); ++row) {
            if (const QModelIndex item = tree.model()->index(row, 0, parent); tree.isExpanded(item))
                state.open.append(rowsOf(item));
        }
    }
    state.current = rowsOf(tree.currentIndex());
    return state;
}

} // namespace

ReviewView::ReviewView(QWidget *parent) : QWidget(parent), m_model(new ReviewModel(this)), m_tree(new QTreeView(this))
{
    setObjectName(u"reviewView"_s);
    m_tree->setObjectName(u"reviewTree"_s);
    m_tree->setAccessibleName(tr("The four checks of the AWS reviewer"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new ReviewDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->viewport()->installEventFilter(this);
    auto *side = new QWidget(this);
    m_readyTitle = title(u"readyTitle"_s, side);
    m_ready = list(u"readyList"_s, tr("Ready to file"), side);
    m_unknownTitle = title(u"unknownTitle"_s, side);
    m_unknown = list(u"unknownList"_s, tr("Still unknown"), side);
    m_draft = new QPushButton(icon(u"draft"_s), tr("Draft records"), side);
    m_draft->setObjectName(u"draftButton"_s);
    m_draft->hide();
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(8, 0, 0, 0);
    column->addWidget(m_readyTitle);
    column->addWidget(m_ready, 3);
    column->addWidget(m_unknownTitle);
    column->addWidget(m_unknown, 2);
    column->addWidget(m_draft, 0, Qt::AlignRight);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_tree);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(8, 8, 8, 8);
    whole->addWidget(splitter);
    m_tree->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    side->setMinimumWidth(fontMetrics().averageCharWidth() * 28);

    connect(m_tree, &QTreeView::activated, this, &ReviewView::request);
    for (QListWidget *lines : {m_ready, m_unknown}) {
        lines->viewport()->installEventFilter(this);
        connect(lines, &QListWidget::activated, this, &ReviewView::request);
    }
    connect(m_draft, &QPushButton::clicked, this, &ReviewView::draftRequested);
    clear();
}

void ReviewView::setDraftVisible(bool visible)
{
    m_draft->setVisible(visible);
}

QList<QWidget *> ReviewView::panes() const
{
    return {m_tree, m_ready, m_unknown};
}

void ReviewView::clear()
{
    m_model->setChecks({});
    m_ready->clear();
    m_unknown->clear();
    m_readyTitle->setText(tr("Ready to file"));
    m_unknownTitle->setText(tr("Still unknown"));
    m_draft->setEnabled(false);
}

void ReviewView::showCase(const session::CaseViewPointer &view, const drafting::Shipped &shipped,
                          const domain::Findings &findings, const std::optional<review::PartnerOutcomes> &outcomes)
{
    const TreeState before = stateOf(*m_tree);
    review::ReviewersView reviewed = review::reviewersView(session::reviewInputOf(*view, shipped), findings, outcomes);
    m_model->setChecks(std::move(reviewed.checks));
    for (int check = 0; check < m_model->rowCount(); ++check)
        m_tree->expand(m_model->index(check, 0));
    for (const QList<int> &rows : before.open)
        m_tree->expand(indexOf(*m_model, rows));
    const QModelIndex current = indexOf(*m_model, before.current);
    m_tree->setCurrentIndex(current.isValid() ? current : m_model->index(0, 0));
    fillReady(reviewed);
    fillUnknown(reviewed);
    m_draft->setEnabled(true);
}

/// A tick is the program's: it stands when nothing of the line is open.
void ReviewView::fillReady(const review::ReviewersView &view)
{
    const int row = m_ready->currentRow();
    m_ready->clear();
    qsizetype open = 0;
    for (const review::ReadyItem &line : view.ready) {
        open += line.done ? 0 : 1;
        auto *item = new QListWidgetItem(line.statement);
        item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
        item->setCheckState(line.done ? Qt::Checked : Qt::Unchecked);
        item->setData(ReviewModel::CaptionRole, line.missing);
        item->setData(ReviewModel::FieldRole, line.field);
        item->setData(Qt::AccessibleDescriptionRole, line.missing);
        m_ready->addItem(item);
    }
    m_ready->setCurrentRow(std::clamp(row, 0, m_ready->count() - 1));
    m_readyTitle->setText(open == 0 ? tr("Ready to file") : tr("Ready to file: %1 open").arg(open));
}

void ReviewView::fillUnknown(const review::ReviewersView &view)
{
    const int row = m_unknown->currentRow();
    m_unknown->clear();
    for (const review::UnknownFact &fact : view.unknown) {
        auto *item = new QListWidgetItem(fact.what);
        item->setData(ReviewModel::CaptionRole, fact.ask);
        item->setData(Qt::AccessibleDescriptionRole, fact.ask);
        item->setData(ReviewModel::FieldRole, fact.field);
        m_unknown->addItem(item);
    }
    if (m_unknown->count() > 0)
        m_unknown->setCurrentRow(std::clamp(row, 0, m_unknown->count() - 1));
    m_unknownTitle->setText(
        view.unknown.empty() ? tr("Nothing is unknown")
                             : tr("Still unknown: %1")
                                   .arg(counted(static_cast<qsizetype>(view.unknown.size()), tr("fact"), tr("facts"))));
    m_unknown->setVisible(!view.unknown.empty());
}

void ReviewView::request(const QModelIndex &index)
{
    const QString field = index.data(ReviewModel::FieldRole).toString();
    if (!field.isEmpty())
        Q_EMIT fieldRequested(field);
    else if (index.model() == m_model)
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
}

bool ReviewView::eventFilter(QObject *watched, QEvent *event)
{
    // Rows wrap their text, so their height follows the width.
    if (event->type() == QEvent::Resize) {
        for (QAbstractItemView *view : std::initializer_list<QAbstractItemView *>{m_tree, m_ready, m_unknown}) {
            if (watched == view->viewport())
                view->doItemsLayout();
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
