// Watcher: tells what others committed to the file from what its own store did. One per connection.
#pragma once

#include "db/connection.h"

#include <QHash>

namespace db {

class Watcher {
public:
    /// From here on. Also for a connection that takes another's place on the same file.
    Step start(Connection &connection);

    /// The store saved that revision; it counts once committed() follows.
    void saved(const QString &caseId, int revision) { m_saving.insert(caseId, revision); }
    void committed();
    void rolledBack() { m_saving.clear(); }

    /// Since the last call, or since start().
    ports::StoreResult<ports::OthersChanges> look(Connection &connection);

private:
    qint64 m_fileVersion = 0; ///< SQLite's: another one after every commit of another connection
    qint64 m_changed = 0;     ///< the largest "case".changed seen
    QHash<QString, int> m_saving;
    QHash<QString, int> m_saved; ///< the store's own saves since the last look
};

} // namespace db
