-- 0004 · The rates that a revision was computed with.

-- A rate book cut down to what a worksheet uses. Most revisions of a case share one: each stands here once, under the
-- digest of its bytes.
CREATE TABLE rate_rows (
    id INTEGER NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    book TEXT NOT NULL CHECK (book <> '')
) STRICT;

-- Which revision uses which; revisions saved before this table have none.
CREATE TABLE revision_rates (
    case_revision_id INTEGER NOT NULL PRIMARY KEY REFERENCES case_revision (id) ON DELETE CASCADE,
    rate_rows_id INTEGER NOT NULL REFERENCES rate_rows (id)
) STRICT;

CREATE INDEX revision_rates_by_rows ON revision_rates (rate_rows_id);

-- Rates go with the last revision that used them.
CREATE TRIGGER rate_rows_unused AFTER DELETE ON revision_rates
WHEN NOT EXISTS (SELECT 1 FROM revision_rates WHERE rate_rows_id = old.rate_rows_id)
BEGIN
    DELETE FROM rate_rows WHERE id = old.rate_rows_id;
END;

PRAGMA user_version = 4;
