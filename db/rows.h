// Rows: the result of one statement, read forward. While it lives the file is locked for reading; it lets go when it dies.
#pragma once

#include "db/errors.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

class QSqlQuery;

namespace db {

class Rows {
public:
    /// `query` has been executed and outlives this.
    explicit Rows(QSqlQuery *query) : m_query(query) {}
    Rows(Rows &&other) noexcept : m_query(other.m_query) { other.m_query = nullptr; }
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    /// Steps to the next row; false at the end and on an error, which failure() tells apart.
    bool next();
    /// Fails when reading stopped early.
    Step failure() const;

    QString text(int column) const;
    qint64 integer(int column) const;
    QByteArray bytes(int column) const;
    /// As it is stored: a number, a text, bytes or nothing.
    QVariant value(int column) const;
    int columns() const;

private:
    QSqlQuery *m_query;
};

} // namespace db
