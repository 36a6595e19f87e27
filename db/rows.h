// Rows: the result of one statement, read forward. While it lives the file is locked for reading; it lets go when it dies.
#pragma once

#include "db/errors.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <memory>
#include <unordered_map>
#include <vector>

struct sqlite3_stmt;

namespace db {

struct FinalizeStatement {
    void operator()(sqlite3_stmt *statement) const;
};
using PreparedStatement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;
/// Prepared statements that nobody reads at the moment, by their SQL.
using PreparedStatements = std::unordered_map<QString, PreparedStatement>;

class Rows {
public:
    /// Binds `values` to the statement in order and steps to its first row. What changes the file has then done so. The
    /// statement goes back to `home`, which outlives this.
    static ports::StoreResult<Rows> start(PreparedStatements::node_type statement, const QVariantList &values,
                                          PreparedStatements &home);

    Rows(Rows &&other) noexcept = default;
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    /// Steps to the next row; false at the end and on an error, which failure() tells apart.
    bool next();
    /// Fails when reading stopped early.
    Step failure() const { return m_failure; }

    /// Empty where nothing is stored.
    QString text(int column) const;
    qint64 integer(int column) const;
    /// Of a text: its UTF-8, as it lies in the file.
    QByteArray bytes(int column) const;
    /// As it is stored: a number, a text, bytes or, invalid, nothing.
    QVariant value(int column) const;
    int columns() const;

private:
    Rows(PreparedStatements::node_type statement, PreparedStatements &home)
        : m_statement(std::move(statement)), m_home(&home)
    {
    }
    sqlite3_stmt *statement() const { return m_statement.mapped().get(); }
    Step bind(const QVariantList &values);
    void step();

    PreparedStatements::node_type m_statement; ///< empty after a move
    PreparedStatements *m_home;
    std::vector<QByteArray> m_bound; ///< SQLite reads them until the statement is reset
    bool m_isFirst = true;           ///< next() was not called yet
    bool m_hasRow = false;
    Step m_failure;
};

} // namespace db
