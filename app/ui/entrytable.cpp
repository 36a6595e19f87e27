#include "ui/entrytable.h"

#include "session/fieldtext.h"
#include "ui/entrymodel.h"
#include "ui/fieldwords.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QResizeEvent>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowsShown = 5;

/// The line in a cell. While its proposals are open they send it Tab past every event filter: it asks to be left all the same.
class CellEdit : public QLineEdit {
public:
    CellEdit(QWidget *parent, std::function<void(QWidget *, bool)> left) : QLineEdit(parent), m_left(std::move(left))
    {
        setFrame(false);
    }

protected:
    bool focusNextPrevChild(bool next) override
    {
        if (completer())
            completer()->popup()->hide();
        m_left(this, next);
        return true;
    }

private:
    std::function<void(QWidget *, bool)> m_left;
};

/// A list for a field with a vocabulary, a line with proposals for the others.
class EntryDelegate : public QStyledItemDelegate {
public:
    explicit EntryDelegate(EntryTable *table) : QStyledItemDelegate(table), m_table(table) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const EntryModel &model = *m_table->entries();
        const QString path = model.entryPath(index.row());
        if (!path.isEmpty()) {
            const auto info =
                session::fieldInfo(model.session()->worksheet(), path + u'/' + model.column(index.column()).key);
            if (info && info->kind == session::FieldKind::Word) {
                auto *combo = new QComboBox(parent);
                combo->addItem(tr("Not known yet"), QString());
                for (const auto &[label, value] : choicesOf(*info))
                    combo->addItem(label, value);
                name(combo, model, index);
                return combo;
            }
        }
        auto *line = new CellEdit(parent, [this](QWidget *editor, bool onwards) {
            auto &self = const_cast<EntryDelegate &>(*this);
            Q_EMIT self.commitData(editor);
            Q_EMIT self.closeEditor(editor, onwards ? EditNextItem : EditPreviousItem);
        });
        if (const QStringList &proposals = m_table->proposals(index.column()); !proposals.isEmpty()) {
            auto *completer = new QCompleter(proposals, line);
            completer->setCaseSensitivity(Qt::CaseInsensitive);
            completer->setFilterMode(Qt::MatchContains);
            line->setCompleter(completer);
        }
        name(line, model, index);
        return line;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        const QString text = index.data(Qt::EditRole).toString();
        if (auto *combo = qobject_cast<QComboBox *>(editor))
            combo->setCurrentIndex(std::max(0, combo->findData(text)));
        else if (auto *line = qobject_cast<QLineEdit *>(editor))
            line->setText(text);
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (const auto *combo = qobject_cast<QComboBox *>(editor))
            model->setData(index, combo->currentData());
        else if (const auto *line = qobject_cast<QLineEdit *>(editor); line && line->text() != index.data(Qt::EditRole))
            model->setData(index, line->text());
    }

private:
    static void name(QWidget *editor, const EntryModel &model, const QModelIndex &index)
    {
        editor->setObjectName(u"cellEditor"_s);
        editor->setAccessibleName(model.column(index.column()).title);
    }

    EntryTable *m_table;
};

} // namespace

EntryTable::EntryTable(QWidget *parent) : QTableView(parent)
{
    setItemDelegate(new EntryDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                    | QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false); // Tab goes on to the next field of the form
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void EntryTable::setEntries(EntryModel *entries)
{
    m_entries = entries;
    setModel(entries);
    m_given.clear();
    fitColumns();
    connect(entries, &QAbstractItemModel::modelReset, this, [this] {
        const int row = m_entries->rowOf(m_current.section(u'/', -1));
        if (const int last = m_entries->entryCount() - 1; last >= 0)
            setCurrentIndex(m_entries->index(row >= 0 ? row : last, 0));
        followCurrent();
        updateGeometry();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(entries, signal, this, [this] {
            followCurrent();
            updateGeometry();
        });
    }
    // A row's name may be part of its path, and a row that was none yet may have become one.
    connect(entries, &QAbstractItemModel::dataChanged, this, &EntryTable::followCurrent);
}

void EntryTable::setProposals(const QString &key, const QStringList &proposals)
{
    m_proposals.insert(key, proposals);
}

const QStringList &EntryTable::proposals(int column) const
{
    static const QStringList kNone;
    const auto found = m_proposals.constFind(m_entries->column(column).key);
    return found == m_proposals.cend() ? kNone : *found;
}

QList<int> EntryTable::chosenRows() const
{
    QList<int> rows;
    if (selectionModel()) {
        for (const QModelIndex &index : selectionModel()->selectedRows()) {
            if (index.row() < m_entries->entryCount())
                rows.append(index.row());
        }
    }
    // Tab into the table makes a row the current one, and chooses none.
    if (rows.isEmpty() && currentIndex().isValid() && currentIndex().row() < m_entries->entryCount())
        rows.append(currentIndex().row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool EntryTable::reveal(const QString &fieldPath)
{
    if (!m_entries || m_entries->listPath().isEmpty() || !fieldPath.startsWith(m_entries->listPath()))
        return false;
    if (fieldPath == m_entries->listPath()) {
        setFocus(Qt::OtherFocusReason);
        return true;
    }
    for (int row = 0; row < m_entries->entryCount(); ++row) {
        const QString path = m_entries->entryPath(row);
        if (fieldPath != path && !fieldPath.startsWith(path + u'/'))
            continue;
        const int column = std::max(0, m_entries->columnOf(fieldPath.mid(path.size() + 1)));
        setFocus(Qt::OtherFocusReason);
        setCurrentIndex(m_entries->index(row, column));
        return true;
    }
    return false;
}

QSize EntryTable::sizeHint() const
{
    const int rows = std::clamp(m_entries ? m_entries->rowCount() : 0, 3, kRowsShown + 1);
    const int height = horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize()
                     + 2 * frameWidth() + 4 + (isTooWide() ? horizontalScrollBar()->sizeHint().height() : 0);
    return {QTableView::sizeHint().width(), height};
}

/// As wide as they like, or as narrow as still reads where the table has no more room; until a person makes them otherwise.
void EntryTable::fitColumns()
{
    const int columns = m_entries ? m_entries->columnCount() : 0;
    std::vector<int> least;
    int more = 0; // of what they like over the least
    std::vector<int> liked;
    const int character = fontMetrics().averageCharWidth();
    for (int column = 0; column < columns; ++column) {
        if (!m_given.empty() && column + 1 < columns
            && m_given[static_cast<std::size_t>(column)] != columnWidth(column))
            return;
        const bool number = m_entries->column(column).toTheRight;
        const int heading = fontMetrics().horizontalAdvance(m_entries->column(column).title) + 2 * character + 8;
        least.push_back(std::max(heading, character * (column == 0 ? 18 : 11)));
        liked.push_back(std::max(heading, character * (column == 0 ? 30 : number ? 13 : 20)));
        more += liked.back() - least.back();
    }
    const int room = viewport()->width() - std::accumulate(least.begin(), least.end(), 0);
    m_given.clear();
    for (std::size_t column = 0; column < least.size(); ++column) {
        const int part = liked[column] - least[column];
        m_given.push_back(least[column] + (room >= more || more == 0 ? part : part * std::max(0, room) / more));
        setColumnWidth(static_cast<int>(column), m_given.back());
    }
}

/// Asked of the width alone, not of the scroll bars: one of them would otherwise call the other, and send it away again.
bool EntryTable::isTooWide() const
{
    return horizontalHeader()->length() > width() - 2 * frameWidth();
}

void EntryTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fitColumns();
    if (std::exchange(m_tooWide, isTooWide()) != isTooWide())
        updateGeometry();
}

void EntryTable::addRow()
{
    const int at = currentIndex().isValid() ? std::min(currentIndex().row(), m_entries->entryCount() - 1)
                                            : m_entries->entryCount() - 1;
    const int row = m_entries->add(at);
    // A row that cannot be without a name begins with typing one.
    const QModelIndex next = m_entries->index(row >= 0 ? row : m_entries->rowCount() - 1, 0);
    if (!next.isValid())
        return;
    setCurrentIndex(next);
    setFocus(Qt::OtherFocusReason);
    if (state() != QAbstractItemView::EditingState)
        edit(next);
}

void EntryTable::duplicateRow()
{
    if (const int row = m_entries->duplicate(currentIndex().row()); row >= 0)
        setCurrentIndex(m_entries->index(row, 0));
}

void EntryTable::removeRows()
{
    const QList<int> rows = chosenRows();
    m_entries->remove(rows);
    if (!rows.isEmpty() && m_entries->rowCount() > 0)
        setCurrentIndex(m_entries->index(std::min(rows.first(), m_entries->rowCount() - 1), 0));
}

void EntryTable::cut()
{
    copy();
    removeRows();
}

void EntryTable::copy()
{
    if (const QList<int> rows = chosenRows(); !rows.isEmpty())
        QApplication::clipboard()->setMimeData(m_entries->copied(rows));
}

void EntryTable::paste()
{
    const int at = currentIndex().isValid() ? std::min(currentIndex().row(), m_entries->entryCount() - 1)
                                            : m_entries->entryCount() - 1;
    const QMimeData *clipboard = QApplication::clipboard()->mimeData();
    if (const int added = clipboard ? m_entries->paste(at, *clipboard) : 0; added > 0)
        setCurrentIndex(m_entries->index(at + added, 0));
}

void EntryTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::Cut))
        cut();
    else if (event->matches(QKeySequence::Paste))
        paste();
    else if (event->key() == Qt::Key_Insert)
        addRow();
    else if (event->key() == Qt::Key_Delete)
        removeRows();
    else if (event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier)
        duplicateRow();
    else if (event->modifiers() == Qt::AltModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        const int from = currentIndex().row();
        const int to = from + (event->key() == Qt::Key_Up ? -1 : 1);
        m_entries->move(from, to);
        if (to >= 0 && to < m_entries->entryCount())
            setCurrentIndex(m_entries->index(to, currentIndex().column()));
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        if (state() != QAbstractItemView::EditingState) // else it ends the editing
            edit(currentIndex());
    } else {
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
}

/// Copy, cut, paste and the row keys belong to the table while it has the focus, whatever shortcuts the window has.
bool EntryTable::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isRowKey = key->key() == Qt::Key_Insert || key->key() == Qt::Key_Delete
                           || (key->key() == Qt::Key_D && key->modifiers() == Qt::ControlModifier);
        if (isRowKey || key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Cut)
            || key->matches(QKeySequence::Paste)) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void EntryTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    followCurrent();
}

void EntryTable::followCurrent()
{
    const QString path = m_entries && currentIndex().isValid() ? m_entries->entryPath(currentIndex().row()) : QString();
    if (std::exchange(m_current, path) != path)
        Q_EMIT currentEntryChanged(path);
}

QModelIndex EntryTable::neighbor(int by) const
{
    const int columns = m_entries->columnCount();
    const int cells = m_entries->rowCount() * columns;
    for (int cell = currentIndex().row() * columns + currentIndex().column() + by; cell >= 0 && cell < cells;
         cell += by) {
        const QModelIndex index = m_entries->index(cell / columns, cell % columns);
        if (index.flags().testFlag(Qt::ItemIsEditable))
            return index;
    }
    return {};
}

/// Tab in a cell: the view's own way would go round in the table for ever.
void EntryTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool onwards = hint == QAbstractItemDelegate::EditNextItem;
    if (!onwards && hint != QAbstractItemDelegate::EditPreviousItem) {
        QTableView::closeEditor(editor, hint);
        return;
    }
    QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
    const QModelIndex next = currentIndex().isValid() ? neighbor(onwards ? 1 : -1) : QModelIndex();
    if (!next.isValid()) {
        focusNextPrevChild(onwards);
        return;
    }
    setCurrentIndex(next);
    edit(next);
}

void EntryTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_entries && m_entries->rowCount() > 0)
        setCurrentIndex(m_entries->index(0, 0));
}

} // namespace ui
