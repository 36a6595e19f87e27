// NewFile: a file that appears under its name only when it is finished. Until then it stands under a temporary name in the
// same folder, readable by its owner only; an unfinished one is removed. It never replaces a file without keeping that.
#pragma once

#include "db/errors.h"

#include <QString>

namespace db {

/// Nothing stands under that name, not even a link to nothing. A folder that may not be looked into is not missing.
bool isMissing(const QString &path);

class NewFile {
public:
    /// Makes the empty file. Errors: NotFound (no such folder), ReadOnly, Full, Exists, Io.
    static ports::StoreResult<NewFile> make(const QString &destination);

    /// The same where a file of that name may stand already: for replace().
    static ports::StoreResult<NewFile> makeReplacement(const QString &destination);

    NewFile(NewFile &&other) noexcept;
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;
    NewFile &operator=(NewFile &&) = delete;
    ~NewFile();

    const QString &destination() const { return m_destination; }
    const QString &temporaryName() const { return m_temporaryName; }

    /// Gives the file its name, for good when it returns. Nobody has it open.
    Step publish();
    /// Gives the file its name in place of the one that has it, which goes to `aside` (on the same disk, not there yet). At
    /// every moment one of both has the name.
    Step replace(const QString &aside);

private:
    NewFile(QString destination, QString temporaryName);

    QString m_destination;
    QString m_temporaryName; ///< empty once published
};

} // namespace db
