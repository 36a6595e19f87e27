// Problem: what went wrong with a file a person chose, as a value; it becomes words in ui.
#pragma once

#include "documents/pdf.h"
#include "domain/inputerror.h"
#include "domain/result.h"
#include "ports/casestore.h"

#include <QString>

#include <variant>

namespace session {

/// A file other than a case file, or a folder.
struct FileProblem {
    enum class Kind {
        Unreadable, ///< detail = the system's reason
        IsFolder,
        TooLarge,         ///< detail = the limit in MiB
        Unwritable,       ///< detail = the system's reason
        NoCaseInside,     ///< a PDF that is no archive copy; detail = why
        ReadOnlyCaseFile, ///< the open case file can be looked at only
    };
    Kind kind = Kind::Unreadable;
    QString detail;
};

/// The person stopped it: nothing to say.
struct Cancelled {};

struct Problem {
    QString file; ///< path; empty when it is about no file
    std::variant<domain::InputError, ports::StoreError, documents::PdfError, FileProblem, Cancelled> what;
};

template <class T>
using Outcome = domain::Result<T, Problem>;

/// A step that yields nothing.
using Step = domain::Result<void, Problem>;

} // namespace session
