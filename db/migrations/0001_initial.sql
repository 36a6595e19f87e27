-- 0001 · The case file. First needed by version 0.1.
--
-- Written down here are facts only: what follows from a worksheet is computed again from it. Times are UTC in ISO 8601
-- with milliseconds, dates YYYY-MM-DD, money whole US cents. Every table is STRICT and every name is plain, so that the
-- stock sqlite3 shell reads the file.

-- 'BRST', big-endian, at byte 68 of the file.
PRAGMA application_id = 1112691540;

-- The words a case's or record's status may be: a new one is a row, not a new table.
CREATE TABLE status (
    name TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT INTO status (name)
VALUES ('drafting'), ('ready'), ('filed'), ('in-review'), ('action-required'), ('approved'), ('rejected'),
       ('credits-issued'), ('expired');

-- One customer engagement. `revision` is the optimistic lock and names the row of case_revision that holds now.
-- `changed` rises with every save of the file: "last changed first" is its order, also for saves in the same millisecond.
-- `company_key` is name and website as compared for "the file already has this company"; not unique, because two
-- engagements of one company may be wanted. `slug` begins the names of the case's documents and never changes, so that two
-- companies never overwrite each other's.
CREATE TABLE "case" (
    id INTEGER NOT NULL PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL REFERENCES status (name),
    company_key TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    changed INTEGER NOT NULL UNIQUE,
    FOREIGN KEY (id, revision) REFERENCES case_revision (case_id, revision) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX case_by_company ON "case" (company_key, changed);

-- The worksheet of a case as of one revision: the truth. What is listed and searched is generated from it, and stands
-- before it in the row and in an index of its own, so that a list never reads a worksheet. The digest tells a worksheet
-- that changed on the disk from one that was saved.
CREATE TABLE case_revision (
    id INTEGER NOT NULL PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    saved_at TEXT NOT NULL,
    evaluated_on TEXT NOT NULL CHECK (length(evaluated_on) = 10),
    rate_book_id TEXT NOT NULL,
    rate_book_sha256 TEXT NOT NULL,
    worksheet_sha256 TEXT NOT NULL CHECK (length(worksheet_sha256) = 64),
    company TEXT NOT NULL GENERATED ALWAYS AS (json_extract(worksheet, '$.company.name')) STORED CHECK (company <> ''),
    website TEXT NOT NULL GENERATED ALWAYS AS (coalesce(json_extract(worksheet, '$.company.website'), '')) STORED,
    stage TEXT NOT NULL GENERATED ALWAYS AS (coalesce(json_extract(worksheet, '$.company.stage'), '')) STORED,
    worksheet TEXT NOT NULL,
    UNIQUE (case_id, revision)
) STRICT;

CREATE INDEX case_revision_listed ON case_revision (case_id, revision, company, website, stage);

-- The stack as drafted from a revision, in drafting order: enough to list it without computing it.
CREATE TABLE record (
    case_revision_id INTEGER NOT NULL REFERENCES case_revision (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    pool_id TEXT NOT NULL,
    programme TEXT NOT NULL,
    title TEXT NOT NULL,
    ask_cents INTEGER NOT NULL CHECK (ask_cents >= 0),
    status TEXT NOT NULL REFERENCES status (name),
    PRIMARY KEY (case_revision_id, position),
    UNIQUE (case_revision_id, pool_id)
) STRICT, WITHOUT ROWID;

-- What was said on a call, as typed.
CREATE TABLE note (
    id INTEGER NOT NULL PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    written_at TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX note_by_case ON note (case_id, written_at);

-- A record that was filed: the revision it froze stays, whatever becomes of the history.
CREATE TABLE filing (
    id INTEGER NOT NULL PRIMARY KEY,
    case_revision_id INTEGER NOT NULL REFERENCES case_revision (id),
    pool_id TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('api', 'bulk', 'console')),
    filed_at TEXT NOT NULL,
    opportunity_id TEXT NOT NULL
) STRICT;

CREATE INDEX filing_by_revision ON filing (case_revision_id);

-- How the status of a pool's record moved, with the reason that came with it.
CREATE TABLE status_change (
    id INTEGER NOT NULL PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    pool_id TEXT NOT NULL,
    status TEXT NOT NULL REFERENCES status (name),
    changed_at TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX status_change_by_case ON status_change (case_id, changed_at);

-- Bytes kept with a case, or with one filing of it: the brief and the request as they were filed.
CREATE TABLE attachment (
    id INTEGER NOT NULL PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    filing_id INTEGER REFERENCES filing (id),
    name TEXT NOT NULL CHECK (name <> ''),
    media_type TEXT NOT NULL,
    added_at TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    content BLOB NOT NULL
) STRICT;

CREATE INDEX attachment_by_case ON attachment (case_id);
CREATE INDEX attachment_by_filing ON attachment (filing_id);

-- One row per save, kept when the history is thinned: what a person asking "what happened to this file?" needs.
CREATE TABLE save_journal (
    id INTEGER NOT NULL PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    program TEXT NOT NULL
) STRICT;

CREATE INDEX save_journal_by_case ON save_journal (case_id);

-- The words a list is searched by as one types. Row id = "case".changed, so the newest hits come first without ranking or
-- sorting. The store writes the text already folded (db/searchtext.h) and keeps it right; `check` compares.
CREATE VIRTUAL TABLE case_words USING fts5 (
    company, website, titles,
    prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
);

PRAGMA user_version = 1;
