// EntryTable: the view of an EntryModel: Ins adds a row, Del takes the chosen ones out, Ctrl+D copies the current one, cut,
// copy and paste go to and from a spreadsheet, Enter and F2 edit a cell, Alt+Up and Alt+Down move a row. Tab goes on to the
// next field of the form; from a cell that is edited it goes on to the next cell, row by row, and behind the last one out.
#pragma once

#include <QAbstractItemDelegate>
#include <QHash>
#include <QStringList>
#include <QTableView>

#include <vector>

namespace ui {

class EntryModel;

class EntryTable : public QTableView {
    Q_OBJECT

public:
    explicit EntryTable(QWidget *parent = nullptr);

    /// Also the model of the view.
    void setEntries(EntryModel *entries);
    EntryModel *entries() const { return m_entries; }
    /// What an editor of that field proposes while one types; nothing else is thereby refused.
    void setProposals(const QString &key, const QStringList &proposals);
    const QStringList &proposals(int column) const;

    QList<int> chosenRows() const;
    /// Begins editing a cell of the list: the field that a finding names; false when the table has none such.
    bool reveal(const QString &fieldPath);
    QSize sizeHint() const override;

public Q_SLOTS:
    void addRow();
    void duplicateRow();
    void removeRows();
    void cut();
    void copy();
    void paste();

Q_SIGNALS:
    /// Another row is the current one.
    void currentEntryChanged(const QString &entryPath);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void followCurrent();
    bool isTooWide() const;
    void fitColumns();
    /// The cell to edit after or before the current one; invalid: none.
    QModelIndex neighbor(int by) const;

    EntryModel *m_entries = nullptr;
    QHash<QString, QStringList> m_proposals;
    QString m_current;
    std::vector<int> m_given; ///< widths of the columns, in pixels; the last one takes what is left as well
    bool m_tooWide = false;   ///< as of the last size
};

} // namespace ui
