-- 0006 · What was filed stays as it was filed, and what became of it.

-- The days that count for a record, so that a list of all cases computes none of them. Empty in revisions from before.
ALTER TABLE record ADD COLUMN window_from TEXT NOT NULL DEFAULT '';
ALTER TABLE record ADD COLUMN window_to TEXT NOT NULL DEFAULT '';
ALTER TABLE record ADD COLUMN target_close TEXT NOT NULL DEFAULT '';
ALTER TABLE record ADD COLUMN valid_to TEXT NOT NULL DEFAULT '';

-- The record's own revision as AWS sees it, the day it was filed, and what changed since the one before. A filing with a
-- day has its brief and its request among the attachments.
ALTER TABLE filing ADD COLUMN number INTEGER NOT NULL DEFAULT 1 CHECK (number >= 1);
ALTER TABLE filing ADD COLUMN filed_on TEXT NOT NULL DEFAULT '';
ALTER TABLE filing ADD COLUMN changes TEXT NOT NULL DEFAULT '';

-- The day it happened at AWS; `changed_at` is when it was written down.
ALTER TABLE status_change ADD COLUMN happened_on TEXT NOT NULL DEFAULT '';

-- Credits that were issued, by code.
CREATE TABLE award (
    id INTEGER NOT NULL PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    pool_id TEXT NOT NULL,
    code TEXT NOT NULL,
    amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
    issued_on TEXT NOT NULL,
    expires_on TEXT NOT NULL,
    account_id TEXT NOT NULL,
    UNIQUE (case_id, pool_id, code)
) STRICT;

-- Filed is filed. Only what belongs to nothing any more may go, so that a damaged file can be repaired.
CREATE TRIGGER filing_is_final BEFORE UPDATE ON filing
BEGIN
    SELECT RAISE(ABORT, 'a filing is read-only');
END;

CREATE TRIGGER filing_stays BEFORE DELETE ON filing
WHEN EXISTS (SELECT 1 FROM case_revision WHERE id = old.case_revision_id)
BEGIN
    SELECT RAISE(ABORT, 'a filing is read-only');
END;

CREATE TRIGGER filed_file_is_final BEFORE UPDATE ON attachment
WHEN EXISTS (SELECT 1 FROM filing f JOIN case_revision r ON r.id = f.case_revision_id WHERE f.id = old.filing_id)
BEGIN
    SELECT RAISE(ABORT, 'what was filed is read-only');
END;

CREATE TRIGGER filed_file_stays BEFORE DELETE ON attachment
WHEN EXISTS (SELECT 1 FROM filing f JOIN case_revision r ON r.id = f.case_revision_id WHERE f.id = old.filing_id)
BEGIN
    SELECT RAISE(ABORT, 'what was filed is read-only');
END;

-- A revision that was filed keeps its worksheet.
CREATE TRIGGER filed_revision_is_final BEFORE UPDATE ON case_revision
WHEN (new.worksheet IS NOT old.worksheet OR new.worksheet_sha256 IS NOT old.worksheet_sha256)
    AND EXISTS (SELECT 1 FROM filing WHERE case_revision_id = old.id)
BEGIN
    SELECT RAISE(ABORT, 'a filed revision is read-only');
END;

PRAGMA user_version = 6;
