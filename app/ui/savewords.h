// Save words: whether the open case is saved, in words: a short one for the status bar, and a sentence for the banner where
// something is in the way.
#pragma once

#include "session/casesession.h"

#include <QString>

namespace ui {

/// "Saved 10:42"; with the day when it is not today's. `updatedAt` is the last save of an earlier session.
QString savedWords(const session::SaveState &state, const QDateTime &updatedAt, const QDateTime &now);

/// What is in the way of saving and what becomes of what was typed; empty when nothing is. `unsaved`: something was typed
/// that is nowhere but here.
QString saveTrouble(const session::SaveState &state, const QString &file, bool unsaved);

} // namespace ui
