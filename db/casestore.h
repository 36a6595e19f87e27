// The case file behind ports::CaseStore: what the composition roots (command line, desktop) call to open or make one.
//
// A store belongs to the thread that opened it. Several stores, in one program or in several, may be on one file: one
// writes at a time, the others read what was committed last.
#pragma once

#include "ports/casestore.h"

#include <QString>

#include <memory>

namespace db {

enum class OpenMode {
    Read,        ///< for listing and exporting: never writes, works on a read-only file
    Write,       ///< an existing file
    WriteOrMake, ///< made when missing; the new file appears with its first commit, so a failed one leaves nothing
};

struct StoreOptions {
    int busyMilliseconds = 10'000; ///< how long another program that is writing is waited for
    qint64 largestPageCount = 0;   ///< 0: none; a limit on the file's size in pages of 4 KiB
};

ports::StoreResult<std::unique_ptr<ports::CaseStore>> openCaseStore(const QString &path, OpenMode mode,
                                                                    const StoreOptions &options = {});

/// Makes an empty case file at once (the desktop's "New case file"). Error: Exists, and those of creating a file.
domain::Result<void, ports::StoreError> makeCaseFile(const QString &path);

} // namespace db
