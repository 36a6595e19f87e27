// The data that ships, read from the source tree.
#pragma once

#include "catalogue/programmes.h"
#include "catalogue/ratebookreader.h"
#include "support/sourcefolder.h"

#include <QFile>

namespace support {

inline QByteArray resource(const QString &path)
{
    QFile file(support::sourcePath(QStringLiteral("resources/")) + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Empty when it cannot be read, which every test notices.
inline const catalogue::RateBook &shippedBook()
{
    static const catalogue::RateBook kBook = [] {
        auto read = catalogue::readRateBook(resource(QStringLiteral("rates/rate-book.json")));
        return read ? std::move(*read) : catalogue::RateBook();
    }();
    return kBook;
}

inline const catalogue::Programmes &shippedProgrammes()
{
    static const catalogue::Programmes kProgrammes = [] {
        auto read = catalogue::readProgrammes(resource(QStringLiteral("programmes/programmes.json")));
        return read ? std::move(*read) : catalogue::Programmes();
    }();
    return kProgrammes;
}

} // namespace support
