#include "db/jsonfunction.h"

#include <sqlite3.h>

#include <memory>

namespace db {

using domain::Unexpected;

namespace {

/// The built-in function as a prepared statement.
class BuiltIn {
public:
    BuiltIn()
    {
        if (sqlite3_open(":memory:", &m_memory) == SQLITE_OK)
            sqlite3_prepare_v3(m_memory, "SELECT json_extract(?1, ?2)", -1, SQLITE_PREPARE_PERSISTENT, &m_call,
                               nullptr);
    }
    BuiltIn(const BuiltIn &) = delete;
    BuiltIn &operator=(const BuiltIn &) = delete;
    BuiltIn(BuiltIn &&) = delete;
    BuiltIn &operator=(BuiltIn &&) = delete;
    ~BuiltIn()
    {
        sqlite3_finalize(m_call);
        sqlite3_close(m_memory);
    }

    bool isReady() const { return m_call != nullptr; }

    void answer(sqlite3_context *context, sqlite3_value **arguments)
    {
        sqlite3_bind_value(m_call, 1, arguments[0]);
        sqlite3_bind_value(m_call, 2, arguments[1]);
        if (sqlite3_step(m_call) == SQLITE_ROW)
            sqlite3_result_value(context, sqlite3_column_value(m_call, 0));
        else
            sqlite3_result_error(context, sqlite3_errmsg(m_memory), -1);
        sqlite3_reset(m_call);
        sqlite3_clear_bindings(m_call);
    }

private:
    sqlite3 *m_memory = nullptr;
    sqlite3_stmt *m_call = nullptr;
};

void extract(sqlite3_context *context, int /*count*/, sqlite3_value **arguments)
{
    static_cast<BuiltIn *>(sqlite3_user_data(context))->answer(context, arguments);
}

void destroy(void *builtIn)
{
    delete static_cast<BuiltIn *>(builtIn);
}

} // namespace

Step allowJsonInSchema(sqlite3 *handle)
{
    auto builtIn = std::make_unique<BuiltIn>();
    if (!builtIn->isReady())
        return Unexpected(error(ports::StoreError::Kind::Io, QStringLiteral("this SQLite has no JSON functions")));
    // SQLite destroys it with the connection, and also when it refuses it.
    const int code =
        sqlite3_create_function_v2(handle, "json_extract", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                   builtIn.release(), extract, nullptr, nullptr, destroy);
    return code == SQLITE_OK ? Step() : Unexpected(lastError(handle));
}

} // namespace db
