#include "db/salvage.h"

#include <QStringList>

#include <sqlite3.h>

#include <optional>

namespace db {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostAskedOneByOne = 200'000;

/// A prepared statement on a damaged file: its errors are places to go around.
class Statement {
public:
    Statement(sqlite3 *handle, const QString &sql)
    {
        sqlite3_prepare_v2(handle, sql.toUtf8().constData(), -1, &m_statement, nullptr);
    }
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    Statement(Statement &&) = delete;
    Statement &operator=(Statement &&) = delete;
    ~Statement() { sqlite3_finalize(m_statement); }

    sqlite3_stmt *get() const { return m_statement; }
    int step() { return m_statement ? sqlite3_step(m_statement) : SQLITE_CORRUPT; }
    void reset() { sqlite3_reset(m_statement); }

private:
    sqlite3_stmt *m_statement = nullptr;
};

struct Table {
    QString name;
    QStringList columns;
    QStringList keys;       ///< primary key
    bool isNumbered = true; ///< its rows have numbers: the one key column is it
};

ports::StoreResult<std::vector<Table>> tablesOf(Connection &connection)
{
    std::vector<Table> tables;
    {
        auto rows = connection.run(u"SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                                   " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"_s);
        if (!rows)
            return Unexpected(rows.error());
        while (rows->next())
            tables.push_back({rows->text(0), {}, {}, rows->integer(1) == 0});
        if (const Step read = rows->failure(); !read)
            return Unexpected(read.error());
    }
    for (Table &table : tables) {
        auto rows = connection.run(u"SELECT name, pk FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY pk, cid"_s,
                                   {table.name});
        if (!rows)
            return Unexpected(rows.error());
        while (rows->next()) {
            table.columns += rows->text(0);
            if (rows->integer(1) > 0)
                table.keys += rows->text(0);
        }
        if (const Step read = rows->failure(); !read)
            return Unexpected(read.error());
    }
    return tables;
}

QString quoted(const QString &name)
{
    return u'"' + name + u'"';
}

QString listed(const QStringList &names, const QString &ending = {})
{
    QStringList all;
    for (const QString &name : names)
        all += quoted(name) + ending;
    return all.join(u", "_s);
}

class TableCopy {
public:
    TableCopy(Connection &source, Connection &target, const Table &table)
        : m_source(source.handle()),
          m_target(target.handle()),
          m_table(table),
          m_insert(m_target, u"INSERT OR IGNORE INTO "_s + quoted(table.name) + u" ("_s + listed(table.columns)
                                 + u") VALUES ("_s + QStringList(table.columns.size(), u"?"_s).join(u',') + u')')
    {
    }

    Step run()
    {
        const auto up = readTo({});
        if (!up || *up)
            return up ? Step() : Unexpected(up.error());
        const qint64 lastUp = m_last;
        const auto down = readTo(u" DESC"_s);
        if (!down)
            return Unexpected(down.error());
        return m_table.isNumbered && !*down ? askBetween(lastUp, m_last) : Step();
    }

private:
    QString select() const
    {
        return u"SELECT "_s + listed(m_table.columns) + u" FROM "_s + quoted(m_table.name) + u" NOT INDEXED"_s;
    }

    /// Reads in the order of the key up to the end or to a page that cannot be read: true at the end.
    ports::StoreResult<bool> readTo(const QString &direction)
    {
        Statement rows(m_source, select() + u" ORDER BY "_s + listed(m_table.keys, direction));
        int stepped = rows.step();
        for (; stepped == SQLITE_ROW; stepped = rows.step()) {
            if (m_table.isNumbered)
                m_last = sqlite3_column_int64(rows.get(), keyColumn());
            if (const Step put = insert(rows.get()); !put)
                return Unexpected(put.error());
        }
        return stepped == SQLITE_DONE;
    }

    Step askBetween(qint64 low, qint64 high)
    {
        Statement row(m_source, select() + u" WHERE "_s + quoted(m_table.keys.value(0)) + u" = ?"_s);
        if (!row.get() || high - low > kMostAskedOneByOne)
            return {};
        for (qint64 number = low + 1; number < high; ++number) {
            sqlite3_bind_int64(row.get(), 1, number);
            if (row.step() == SQLITE_ROW) {
                if (Step put = insert(row.get()); !put)
                    return put;
            }
            row.reset();
        }
        return {};
    }

    int keyColumn() const { return static_cast<int>(m_table.columns.indexOf(m_table.keys.value(0))); }

    /// A row that the table would not take (spoiled text, a second one of its key) is left out.
    Step insert(sqlite3_stmt *row)
    {
        for (int column = 0; column < m_table.columns.size(); ++column)
            sqlite3_bind_value(m_insert.get(), column + 1, sqlite3_column_value(row, column));
        const int stepped = m_insert.step();
        m_insert.reset();
        const int kind = stepped & 0xff;
        const bool refused = kind == SQLITE_CONSTRAINT || kind == SQLITE_ERROR || kind == SQLITE_MISMATCH;
        return stepped == SQLITE_DONE || refused ? Step() : Unexpected(lastError(m_target));
    }

    sqlite3 *m_source;
    sqlite3 *m_target;
    const Table &m_table;
    Statement m_insert;
    qint64 m_last = 0; ///< number of the row read last
};

} // namespace

ports::StoreResult<qint64> salvage(Connection &source, Connection &target)
{
    const auto tables = tablesOf(target);
    if (!tables)
        return Unexpected(tables.error());
    qint64 rows = 0;
    for (const Table &table : *tables) {
        if (const Step copied = TableCopy(source, target, table).run(); !copied)
            return Unexpected(copied.error());
        const auto count = target.number(u"SELECT count(*) FROM "_s + quoted(table.name));
        if (!count)
            return Unexpected(count.error());
        rows += *count;
    }
    return rows;
}

} // namespace db
