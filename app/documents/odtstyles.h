// The styles of an ODT: type and colors as on the brief's pages (documents/typography.h).
#pragma once

#include "documents/brief.h"

#include <QByteArray>
#include <QString>

#include <vector>

QT_BEGIN_NAMESPACE
class QXmlStreamWriter;
QT_END_NAMESPACE

namespace documents {

/// styles.xml: the named styles, the page and its footer.
QByteArray odtStyles(const Brief &brief);
/// meta.xml: title, subject, keywords and the one date; no person's name.
QByteArray odtMeta(const Properties &properties);
/// The styles of tables and their columns, which an ODT keeps with its content.
void writeTableStyles(QXmlStreamWriter &xml, const std::vector<Table> &tables, Paper paper);
/// The name of a column's style; `table` counts from 1.
QString columnStyle(int table, size_t column);

} // namespace documents
