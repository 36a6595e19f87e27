// A ZIP file made in memory (libzip): what an ODT is packed in. The same entries give the same bytes.
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <vector>

namespace documents {

struct ZipEntry {
    QString name;
    QByteArray bytes;
    bool stored = false; ///< not compressed, as readers demand of some
};

/// The error is the library's own words.
domain::Result<QByteArray, QString> zipped(const std::vector<ZipEntry> &entries, QDate date);

} // namespace documents
