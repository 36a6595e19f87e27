// Short forms, for when page 2 is full.
#pragma once

#include "documents/brief.h"

namespace documents {

/// The table with its short form in place of the rows it stands for; the table itself when it has none.
Table shortened(const Table &table);

/// All notes as one, after one another.
SideNotes joined(const SideNotes &notes);

} // namespace documents
