// EntryModel: a list of the worksheet as a table: a row per entry, a column per field, edited in place.
//
// A list whose entries cannot be without a name (a service, a program) has one empty row at its end: what is typed into its
// first column becomes a new entry. Rows go to and come from a spreadsheet as tab-separated text. Every change is one undo
// step of the session; what a cell cannot take stays in it, with the reason as its tool tip.
#pragma once

#include "session/casesession.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QPointer>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace ui {

struct EntryColumn {
    QString key; ///< field of the entry; empty: computed
    QString title;
    bool toTheRight = false;                                      ///< figures
    std::function<QString(const QString &entryId)> computed = {}; ///< for a column without a key
    QString pastedKey = {}; ///< of a computed column: the field that a pasted cell of it goes to; empty: none
};

class EntryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// `named`: entries begin with the text of the first column, so there is an empty row for the next one.
    EntryModel(std::vector<EntryColumn> columns, bool named, QObject *parent = nullptr);

    /// `listPath` may be empty: no list, no rows.
    void setList(session::CaseSession *session, const QString &listPath);
    const QString &listPath() const { return m_list; }
    session::CaseSession *session() const { return m_session; }

    /// The words that cells of that field show for values of the file, and that are understood in them: a program's title
    /// for its id. Of a field that lists several, for each of them.
    void setNames(const QString &key, const std::vector<std::pair<QString, QString>> &nameAndValue);

    /// Of an entry; empty for the row that is none yet.
    QString entryPath(int row) const;
    QString entryId(int row) const { return row >= 0 && row < m_ids.size() ? m_ids.at(row) : QString(); }
    int rowOf(const QString &entryId) const { return static_cast<int>(m_ids.indexOf(entryId)); }
    int entryCount() const { return static_cast<int>(m_ids.size()); }
    int columnOf(const QString &key) const;
    const EntryColumn &column(int column) const { return m_columns[static_cast<std::size_t>(column)]; }

    /// Adds an entry behind `row`; its row, or -1. `name` as in session/fieldlists.h.
    int add(int row, const QString &name = {});
    int duplicate(int row);
    void remove(const QList<int> &rows);
    void move(int from, int to);

    /// Rows for a spreadsheet, a line each, and whole for a table of the same kind: what no column shows goes along.
    QMimeData *copied(const QList<int> &rows) const;
    /// Adds an entry per row behind `row`, as one undo step. A first line of titles says which column is which; without
    /// one they are the table's. What has no place here, or does not fit its field, is told. How many were added.
    int paste(int row, const QMimeData &clipboard);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// Something was edited that could not be done, in words.
    void refused(const QString &sentence);

private:
    void reload();
    bool follow(const QStringList &ids);
    QString named(const QString &key, const QString &values) const;
    QString valueOf(const QString &key, const QString &names) const;
    QString textAt(int row, const EntryColumn &column) const;
    using TypedFields = std::vector<std::pair<QString, QString>>; ///< by path
    struct Pasted;
    bool replace(const QString &undoText, const domain::Worksheet &after);
    bool isDone(const domain::Result<void, domain::InputError> &replaced);
    QString wordOf(const QString &path, const QString &key, const QString &cell, const domain::Worksheet &in) const;
    Pasted pastedRows(qsizetype at, const QString &text, QStringList &unknown) const;
    QStringList keysOf(const QStringList &titles, QStringList &unknown) const;
    void pasteCells(Pasted &pasted, const QStringList &keys, const QStringList &cells) const;
    void pasteWhole(Pasted &pasted, const QList<QStringList> &fields) const;
    bool takeBack(Pasted &pasted, const QString &refusedPath) const;
    bool isFlag(const EntryColumn &column) const;
    QVariant unaddedData(int role) const;

    std::vector<EntryColumn> m_columns;
    bool m_named;
    QPointer<session::CaseSession> m_session;
    QString m_list;
    QStringList m_ids;
    QString m_unadded; ///< what was typed for a new entry and could not be added
    QString m_whyNot;
    QHash<QString, std::vector<std::pair<QString, QString>>> m_names;
    std::vector<std::optional<bool>> m_flags; ///< per column: whether it is a yes or no, once known
};

} // namespace ui
