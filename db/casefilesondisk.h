// ports::CaseFiles on the disk: what main.cpp gives to the windows.
#pragma once

#include "db/casestore.h"
#include "ports/casefiles.h"

namespace db {

class CaseFilesOnDisk final : public ports::CaseFiles {
public:
    ports::StoreResult<std::unique_ptr<ports::CaseStore>> open(const QString &path, Access access,
                                                               int waitMilliseconds) override
    {
        StoreOptions options;
        options.busyMilliseconds = waitMilliseconds;
        return openCaseStore(path, modeFor(access), options);
    }

    domain::Result<void, ports::StoreError> make(const QString &path) override { return makeCaseFile(path); }

private:
    static OpenMode modeFor(Access access)
    {
        switch (access) {
        case Access::Read: return OpenMode::Read;
        case Access::Write: return OpenMode::Write;
        case Access::WriteOrMake: break;
        }
        return OpenMode::WriteOrMake;
    }
};

} // namespace db
