// StagedFiles: output files that appear together or not at all.
//
// They are written into a hidden folder beside their destination and moved to their names at the end, each replacing a
// file of its name in one step. What was not published is removed.
#pragma once

#include "cli/context.h"

#include <QStringList>
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
    /// Moves a staged file to its name in the folder.
    Step publish(const QString &stagedName, const QString &name) const;
    /// Keeps the folder although it was made here.
    void keep() { m_madeFolder = false; }

private:
    explicit StagedFiles(const QString &folder, bool madeFolder);
    QString m_folder;
    bool m_madeFolder;
    std::unique_ptr<QTemporaryDir> m_staging;
};

} // namespace cli
