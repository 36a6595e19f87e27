// Case state: what an open case holds at one moment: the worksheet, which only ever holds what is valid, and beside it what
// was typed but is not valid yet, per field, and the lines of notes that facts rest on. Edits are functions from one state to the next; nothing is ever lost in one.
#pragma once

#include "domain/inputerror.h"
#include "domain/result.h"
#include "domain/worksheet.h"
#include "ports/notes.h"

#include <QString>

#include <functional>
#include <map>
#include <optional>

namespace session {

/// A text that its field cannot take (yet), with the reason.
struct PendingText {
    QString text;
    domain::InputError error;
    friend bool operator==(const PendingText &, const PendingText &) = default;
};

struct CaseState {
    domain::Worksheet worksheet;
    std::map<QString, PendingText> pending;           ///< by field path
    std::map<QString, ports::Evidence> evidence = {}; ///< by field path: the line of notes that the field rests on
    friend bool operator==(const CaseState &, const CaseState &) = default;
};

/// What is wrong with a worksheet as a whole, were it to be kept: contradictions, ids, prices the book does not have.
using WorksheetCheck = std::function<std::optional<domain::InputError>(const domain::Worksheet &)>;

struct EditedState {
    CaseState state;
    QString path; ///< the field's path afterwards: a contact's changes with its name
};

/// Types `text` into the field: into the worksheet where it is valid, else as pending text. Pending texts that the edit
/// makes valid are taken over with it. A field that does not exist changes nothing.
EditedState edited(const CaseState &before, const QString &path, const QString &text, const WorksheetCheck &check);

/// The state with another worksheet: pending texts and evidence of fields that are gone go with them; pending texts of
/// fields that have a new value go too.
CaseState withWorksheet(const CaseState &before, const domain::Worksheet &after, const WorksheetCheck &check);

/// The contradictions a worksheet file is refused for.
std::optional<domain::InputError> contradictionIn(const domain::Worksheet &worksheet);

} // namespace session
