// What lies beside a case file under the names that SQLite looks for, judged before it does: it trusts them.
//
// A journal may name another file, one that several databases share in a transaction, which SQLite deletes once it has
// rolled the journal back. A case file is never written together with another, so such a journal was made to delete. Links,
// pipes and folders under these names were put there too. Format: the SQLite file format's "rollback journal".
#pragma once

#include "db/errors.h"

namespace db {

/// `path` exists. Error: Unreadable, with the name of what lies there; nothing was opened or changed then.
Step judgeCompanions(const QString &path);

} // namespace db
