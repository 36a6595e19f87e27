// CaseFiles: how a front end gets at a case file by its path, without knowing what keeps it (db, joined in main.cpp).
//
// May be called from any thread; the store it returns belongs to the thread that opened it.
#pragma once

#include "ports/casestore.h"

#include <memory>

namespace ports {

class CaseFiles {
public:
    enum class Access {
        Read,        ///< lists and exports; works on a file that cannot be written
        Write,       ///< an existing file
        WriteOrMake, ///< made when missing, with its first commit: a failed one leaves nothing
    };

    /// How long another program that is writing is waited for, in milliseconds: in a thread of its own, and where a
    /// window would stand still.
    static constexpr int kPatient = 10'000;
    static constexpr int kBrief = 1'000;

    virtual ~CaseFiles() = default;

    virtual StoreResult<std::unique_ptr<CaseStore>> open(const QString &path, Access access, int waitMilliseconds) = 0;
    /// Makes an empty case file at once. Error: Exists, and those of creating a file.
    virtual domain::Result<void, StoreError> make(const QString &path) = 0;
};

} // namespace ports
