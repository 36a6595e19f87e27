-- 0003 · Input that is not valid yet, and what was repaired.

-- What stands in a field and is not valid yet, as typed: the worksheet holds what is valid only, and nothing that was
-- typed is lost by closing the window. `field` is a field path by ids (domain/fieldpath.h).
CREATE TABLE pending_input (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field <> ''),
    text TEXT NOT NULL,
    typed_at TEXT NOT NULL,
    PRIMARY KEY (case_id, field)
) STRICT, WITHOUT ROWID;

-- One row per thing that a repair changed; the file as it was before lies beside it (`backup`, a file name).
CREATE TABLE repair_journal (
    id INTEGER NOT NULL PRIMARY KEY,
    repaired_at TEXT NOT NULL,
    program TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what <> ''),
    rows INTEGER NOT NULL CHECK (rows >= 1),
    backup TEXT NOT NULL
) STRICT;

PRAGMA user_version = 3;
