#include "db/jsonfunction.h"

#include "db/rows.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace db {

using domain::Unexpected;
using namespace std::string_view_literals;

namespace {

/// What the generated columns of a revision ask for (migration 0001).
constexpr std::array kPaths{"$.company.name"sv, "$.company.website"sv, "$.company.stage"sv};

std::string_view textOf(sqlite3_value *value)
{
    const unsigned char *const text = sqlite3_value_text(value);
    return {reinterpret_cast<const char *>(text), static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

/// The built-in function as prepared statements.
class BuiltIn {
public:
    BuiltIn()
    {
        if (sqlite3_open(":memory:", &m_memory) != SQLITE_OK)
            return;
        m_one = prepared("SELECT json_extract(?1, ?2)");
        m_all = prepared("SELECT json_extract(?1, ?2), json_extract(?1, ?3), json_extract(?1, ?4)");
    }
    BuiltIn(const BuiltIn &) = delete;
    BuiltIn &operator=(const BuiltIn &) = delete;
    BuiltIn(BuiltIn &&) = delete;
    BuiltIn &operator=(BuiltIn &&) = delete;
    ~BuiltIn()
    {
        m_one.reset();
        m_all.reset();
        sqlite3_close(m_memory);
    }

    bool isReady() const { return m_one && m_all; }

    void answer(sqlite3_context *context, sqlite3_value **arguments)
    {
        const bool isText = sqlite3_value_type(arguments[0]) == SQLITE_TEXT;
        const auto path = std::ranges::find(kPaths, textOf(arguments[1]));
        if (isText && path != kPaths.end() && readsAll(textOf(arguments[0])))
            answerFromRow(context, static_cast<int>(path - kPaths.begin()));
        else
            answerOne(context, arguments);
    }

private:
    PreparedStatement prepared(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v3(m_memory, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        return PreparedStatement(statement);
    }

    void answerOne(sqlite3_context *context, sqlite3_value **arguments)
    {
        sqlite3_bind_value(m_one.get(), 1, arguments[0]);
        sqlite3_bind_value(m_one.get(), 2, arguments[1]);
        if (sqlite3_step(m_one.get()) == SQLITE_ROW)
            sqlite3_result_value(context, sqlite3_column_value(m_one.get(), 0));
        else
            sqlite3_result_error(context, sqlite3_errmsg(m_memory), -1);
        sqlite3_reset(m_one.get());
        sqlite3_clear_bindings(m_one.get());
    }

    /// Lets go after the last column of a revision: the text and what SQLite made of it take memory.
    void answerFromRow(sqlite3_context *context, int column)
    {
        sqlite3_result_value(context, sqlite3_column_value(m_all.get(), column));
        if (column + 1 < static_cast<int>(kPaths.size()))
            return;
        sqlite3_reset(m_all.get());
        sqlite3_clear_bindings(m_all.get());
        m_isOnRow = false;
        std::string().swap(m_text); // an assignment would keep its memory
    }

    /// Puts the statement for all paths on its row for this text. It stays there: the columns of a revision are asked for one
    /// after the other, and reading the text takes most of the time.
    bool readsAll(std::string_view text)
    {
        if (m_isOnRow && text == m_text)
            return true;
        sqlite3_reset(m_all.get());
        m_text = text;
        bind(1, m_text);
        for (std::size_t i = 0; i < kPaths.size(); ++i)
            bind(static_cast<int>(i) + 2, kPaths[i]);
        m_isOnRow = sqlite3_step(m_all.get()) == SQLITE_ROW;
        return m_isOnRow;
    }

    void bind(int position, std::string_view text)
    {
        sqlite3_bind_text64(m_all.get(), position, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }

    sqlite3 *m_memory = nullptr;
    PreparedStatement m_one;
    PreparedStatement m_all;
    std::string m_text; ///< that m_all reads
    bool m_isOnRow = false;
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
