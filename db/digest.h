// SHA-256 of bytes as the file writes it: 64 lower-case hex digits.
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

namespace db {

inline QString digestOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace db
