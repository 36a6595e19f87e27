// Note change: what has to be saved for the file's notes to go from one state to another.
#pragma once

#include "ports/notes.h"

namespace session {

ports::NotesChange changeBetween(const ports::CaseNotes &before, const ports::CaseNotes &after);

} // namespace session
