// Messages: typed errors into one clear sentence each, in US English. The edge where errors become words, shared by the
// command line and the windows. File names and JSON paths are the caller's to add.
#pragma once

#include "domain/inputerror.h"
#include "ports/casestore.h"

#include <QString>

namespace messages {

/// What is wrong, with the value that was met and what is allowed.
QString sentence(const domain::InputError &error);

/// The same at the field on a form, where path and file are plain to see: a whole sentence.
QString fieldSentence(const domain::InputError &error);

/// What is wrong with a case file, and the way out.
QString sentence(const ports::StoreError &error);

/// Why there is no backup of a case file that is fine itself, and is saved to all the same.
QString noBackupSentence(const ports::StoreError &error);

} // namespace messages
