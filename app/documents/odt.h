// ODT: a brief as an OpenDocument text (ODF 1.2) that LibreOffice and Word open and people may edit.
//
// Headings are headings, tables have head rows, the chart is an SVG picture with its sentence as alternative text.
#pragma once

#include "documents/brief.h"
#include "domain/result.h"

#include <QByteArray>

namespace documents {

/// The error says in the packing library's words what failed.
domain::Result<QByteArray, QString> toOdt(const Brief &brief);

} // namespace documents
