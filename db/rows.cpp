#include "db/rows.h"

#include <sqlite3.h>

namespace db {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF");

} // namespace

void FinalizeStatement::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

ports::StoreResult<Rows> Rows::start(PreparedStatements::node_type statement, const QVariantList &values,
                                     PreparedStatements &home)
{
    Rows rows(std::move(statement), home);
    if (const Step bound = rows.bind(values); !bound)
        return Unexpected(bound.error());
    rows.step();
    if (!rows.m_failure)
        return Unexpected(rows.m_failure.error());
    return rows;
}

Rows::~Rows()
{
    if (!m_statement)
        return;
    sqlite3_reset(statement());
    sqlite3_clear_bindings(statement());
    m_home->insert(std::move(m_statement)); // one too many of the same SQL, which was run within itself, ends here
}

Step Rows::bind(const QVariantList &values)
{
    if (values.size() != sqlite3_bind_parameter_count(statement()))
        return Unexpected(error(ports::StoreError::Kind::Io, u"a statement was run with too many values or too few"_s));
    m_bound.reserve(static_cast<std::size_t>(values.size()));
    int position = 0;
    for (const QVariant &value : values) {
        int code = SQLITE_OK;
        ++position;
        switch (value.typeId()) {
        case QMetaType::UnknownType: code = sqlite3_bind_null(statement(), position); break;
        case QMetaType::Bool:
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::LongLong: code = sqlite3_bind_int64(statement(), position, value.toLongLong()); break;
        case QMetaType::Double: code = sqlite3_bind_double(statement(), position, value.toDouble()); break;
        case QMetaType::QByteArray: {
            const QByteArray &bytes = m_bound.emplace_back(value.toByteArray());
            code = sqlite3_bind_blob64(statement(), position, bytes.constData(),
                                       static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC);
            break;
        }
        case QMetaType::QString: {
            const QByteArray &text = m_bound.emplace_back(value.toString().toUtf8());
            code = sqlite3_bind_text64(statement(), position, text.constData(),
                                       static_cast<sqlite3_uint64>(text.size()), SQLITE_STATIC, SQLITE_UTF8);
            break;
        }
        default: code = SQLITE_MISMATCH;
        }
        if (code != SQLITE_OK)
            return Unexpected(fromSqlite(code, u"a value could not be handed to a statement"_s, 0));
    }
    return {};
}

void Rows::step()
{
    const int code = sqlite3_step(statement());
    m_hasRow = code == SQLITE_ROW;
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        m_failure = Unexpected(lastError(sqlite3_db_handle(statement())));
}

bool Rows::next()
{
    // The first row was reached when the statement was started.
    if (m_isFirst)
        m_isFirst = false;
    else if (m_hasRow)
        step();
    return m_hasRow;
}

QString Rows::text(int column) const
{
    // The text before its size: asking for it may convert.
    const unsigned char *const start = sqlite3_column_text(statement(), column);
    const QByteArrayView utf8(reinterpret_cast<const char *>(start), sqlite3_column_bytes(statement(), column));
    const QString text = QString::fromUtf8(utf8);
    // Qt takes a byte order mark away, which is a sign like any other here: what was read must be found by what was written.
    return utf8.startsWith(kByteOrderMark) ? QChar(QChar::ByteOrderMark) + text : text;
}

qint64 Rows::integer(int column) const
{
    return sqlite3_column_int64(statement(), column);
}

QByteArray Rows::bytes(int column) const
{
    const void *const bytes = sqlite3_column_blob(statement(), column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(statement(), column)};
}

QVariant Rows::value(int column) const
{
    switch (sqlite3_column_type(statement(), column)) {
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_FLOAT: return sqlite3_column_double(statement(), column);
    case SQLITE_TEXT: return text(column);
    case SQLITE_BLOB: return bytes(column);
    default: return {};
    }
}

int Rows::columns() const
{
    return sqlite3_column_count(statement());
}

} // namespace db
