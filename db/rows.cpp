#include "db/rows.h"

#include "db/connection.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

namespace db {

Rows::~Rows()
{
    if (m_query)
        m_query->finish();
}

bool Rows::next()
{
    return m_query->next();
}

Step Rows::failure() const
{
    if (m_query->lastError().isValid())
        return domain::Unexpected(errorOf(*m_query));
    return {};
}

QString Rows::text(int column) const
{
    return m_query->value(column).toString();
}

qint64 Rows::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

QByteArray Rows::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

QVariant Rows::value(int column) const
{
    return m_query->value(column);
}

int Rows::columns() const
{
    return m_query->record().count();
}

} // namespace db
