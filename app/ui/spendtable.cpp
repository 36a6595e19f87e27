#include "ui/spendtable.h"

#include "ui/cellcopy.h"
#include "ui/figuredelegate.h"
#include "ui/rowpainting.h"
#include "ui/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNameCharacters = 21;
constexpr int kChevronRoom = 22;
const QString kUsualAmount = u"00,000"_s; // no column is narrower, so that nothing moves while one types

} // namespace

SpendTable::SpendTable(QWidget *parent) : FrozenTable(parent), m_model(new SpendModel(this))
{
    setObjectName(u"spendTable"_s);
    setAccessibleName(tr("Spend by service, line and month"));
    setModel(m_model);
    setItemDelegate(new FigureDelegate(this));
    setSelectionMode(ContiguousSelection);
    setFrozen(1, 3, 1);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &SpendTable::currentCellChanged);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() == 0 && index.data(SpendModel::ExpandableRole).toBool())
            m_model->toggle(index.row());
        else
            Q_EMIT figureRequested(m_model->figureAt(index));
    });
}

void SpendTable::showCase(const session::CaseViewPointer &view)
{
    const QModelIndex before = currentIndex();
    const int row = before.row();
    const int column = before.column();
    m_model->setCase(view);
    sizeCells();
    if (!currentIndex().isValid() && !m_model->isEmpty())
        setCurrentIndex(
            m_model->index(qBound(0, row, m_model->rowCount() - 1), qBound(1, column, m_model->columnCount() - 1)));
    Q_EMIT currentCellChanged();
}

void SpendTable::setShowsCents(bool cents)
{
    m_model->setShowsCents(cents);
    sizeCells();
}

void SpendTable::sizeCells()
{
    verticalHeader()->setDefaultSectionSize(FigureDelegate::rowHeight(font()));
    const QString largest =
        m_model->showsCents() ? cents(m_model->largest()).remove(u'$') : wholeDollars(m_model->largest());
    const QFontMetrics strong(strongFont(font()));
    const auto widthOf = [&](const QString &text) {
        return strong.horizontalAdvance(text) + 2 * FigureDelegate::kSide + 1;
    };
    const int amount = std::max(widthOf(kUsualAmount), widthOf(largest));
    for (int column = 1; column < m_model->columnCount(); ++column) {
        const QString head = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        if (const int width = std::max(amount, widthOf(head)); columnWidth(column) != width)
            setColumnWidth(column, width);
    }
    setFirstColumnMinimum(fontMetrics().averageCharWidth() * kNameCharacters);
}

int SpendTable::currentMonth() const
{
    return m_model->monthOf(currentIndex().column());
}

void SpendTable::setCurrentMonth(int month)
{
    if (month < 1 || month > m_model->months() || currentMonth() == month)
        return;
    const int row = std::max(0, currentIndex().row());
    setCurrentIndex(m_model->index(row, SpendModel::columnOf(month)));
}

void SpendTable::copy() const
{
    QGuiApplication::clipboard()->setText(cellText(*m_model, selectionModel()->selection(), SpendModel::ExactRole));
}

void SpendTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (current.isValid())
            Q_EMIT figureRequested(m_model->figureAt(current));
    } else if (event->key() == Qt::Key_Space) {
        m_model->toggle(current.row());
    } else {
        FrozenTable::keyPressEvent(event);
    }
}

void SpendTable::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.column() == 0 && event->position().x() < kChevronRoom
        && index.data(SpendModel::ExpandableRole).toBool()) {
        setCurrentIndex(index);
        m_model->toggle(index.row());
        return;
    }
    FrozenTable::mousePressEvent(event);
}

void SpendTable::changeEvent(QEvent *event)
{
    FrozenTable::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_model)
        sizeCells();
}

} // namespace ui
