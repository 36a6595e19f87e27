// NewFolder: a folder to write into, made with its parents when missing, and taken back when nothing comes of it.
#pragma once

#include "cli/context.h"

#include <QStringList>

namespace cli {

class NewFolder {
public:
    /// A file in the folder's place or a read-only parent is a Failure, and then no parent is left behind either.
    static Outcome<NewFolder> make(const QString &folder);
    /// Removes the folders that were made here and are still empty.
    ~NewFolder();
    NewFolder(NewFolder &&other) noexcept;
    NewFolder &operator=(NewFolder &&) = delete;
    NewFolder(const NewFolder &) = delete;
    NewFolder &operator=(const NewFolder &) = delete;

    /// Keeps the folders even when they are empty.
    void keep() { m_made.clear(); }

private:
    explicit NewFolder(QStringList made);
    QStringList m_made; ///< the folders that did not exist before, deepest first
};

} // namespace cli
