// StagedFiles: output files that appear together or not at all.
//
// They are written into a hidden folder beside their destination and moved to their names at the end, each replacing a
// file of its name in one step. What was not published is removed.
#pragma once

#include "cli/newfolder.h"

#include <QTemporaryDir>

#include <memory>

namespace cli {

class StagedFiles {
public:
    /// Makes `folder` when missing and a staging folder inside.
    static Outcome<std::unique_ptr<StagedFiles>> in(const QString &folder);
    ~StagedFiles();
    StagedFiles(const StagedFiles &) = delete;
    StagedFiles &operator=(const StagedFiles &) = delete;

    /// Writes a file under a name of its own in the staging folder. Any number of threads may do so with different names.
    Step write(const QString &stagedName, const QByteArray &bytes) const;
    /// Whether a file may take that name: a folder of that name is in the way.
    Step isFree(const QString &name) const;
    /// Where a file that something else writes is staged.
    QString stagedPath(const QString &stagedName) const { return m_staging->filePath(stagedName); }
    /// Whether nothing stands under that name yet: for files that never replace one.
    Step isNew(const QString &name) const;
    /// Moves a staged file to its name in the folder, where it replaces nothing.
    Step publishNew(const QString &stagedName, const QString &name) const;
    /// Moves a staged file to its name in the folder.
    Step publish(const QString &stagedName, const QString &name) const;
    /// Keeps the folder, and those above it, although they were made here.
    void keep() { m_made.keep(); }

private:
    StagedFiles(const QString &folder, NewFolder made);
    QString m_folder;
    NewFolder m_made; // outlives the staging folder, which stands inside
    std::unique_ptr<QTemporaryDir> m_staging;
};

} // namespace cli
