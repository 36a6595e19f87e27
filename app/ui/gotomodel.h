// GoToModel: what Ctrl+K can go to: cases, fields of the open case, commands. Filtered by what is typed, the best first;
// with nothing typed, what was used last first.
#pragma once

#include "ui/fuzzymatch.h"

#include <QAbstractListModel>
#include <QString>
#include <QStringList>

#include <vector>

namespace ui {

struct GoToEntry {
    enum class Kind { Case, Field, Command };
    Kind kind = Kind::Command;
    QString id;     ///< a case's id, a field's path, an action's object name
    QString text;   ///< what is matched and shown
    QString detail; ///< where it is: "Use cases, Support assistant"; matched as well
    QString keys;   ///< its shortcut
};

class GoToModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole, KeysRole, KindRole };

    /// `recent`: keys of entries, the last used first.
    GoToModel(std::vector<GoToEntry> entries, QStringList recent, QObject *parent = nullptr);

    void setTyped(const QString &typed);
    const GoToEntry &entry(const QModelIndex &index) const;
    const std::vector<ports::TextRange> &ranges(const QModelIndex &index) const;
    /// What an entry is remembered by: "field:company/name".
    static QString keyOf(const GoToEntry &entry);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        std::size_t entry = 0;
        int score = 0;
        std::vector<ports::TextRange> ranges; ///< of the entry's text
    };

    std::vector<GoToEntry> m_entries;
    std::vector<qsizetype> m_recency; ///< by entry: place among the recent ones, -1: not among them
    std::vector<Row> m_rows;
};

} // namespace ui
