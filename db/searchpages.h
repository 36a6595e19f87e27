// The pages of an FTS5 index, looked at before FTS5 itself checks them: its own check (SQLite 3.40) follows the places that
// a page names for its words without looking whether they are on the page, and a damaged one ends the program.
#pragma once

#include "db/connection.h"

namespace db {

/// Corrupt, naming the table, unless every page of the full-text table's index names places on itself only.
/// Layout: https://www.sqlite.org/fts5.html, section 10 (read 2026-11-27): an id whose 37 bits below the segment's number are a page number
/// stands for a leaf; a leaf is two bytes, then two with the size of what is on it, big-endian; after that stand the places
/// of its words as varints, each as far behind the one before it.
Step verifyPages(Connection &connection, const QString &table);

/// The same of one leaf.
bool isRightLeaf(QByteArrayView page);

} // namespace db
