// What a document of a case is called in lists.
#pragma once

#include "session/casework.h"

#include <QString>

namespace ui {

QString documentName(const session::CaseView &view, const drafting::NamedDocument &document);

} // namespace ui
