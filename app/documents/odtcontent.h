// What stands in an ODT: content.xml and its pictures. Packed with its styles by documents/odt.cpp.
#pragma once

#include "documents/brief.h"

#include <QByteArray>

#include <vector>

namespace documents {

struct OdtPicture {
    QString name; ///< `Pictures/chart1.svg`
    QByteArray bytes;
    QString mediaType = QStringLiteral("image/svg+xml");
};

struct OdtContent {
    QByteArray xml; ///< content.xml
    std::vector<OdtPicture> pictures;
};

OdtContent odtContent(const Brief &brief);

} // namespace documents
