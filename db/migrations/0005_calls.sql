-- 0005 · Notes by call, and what they are the evidence for.

-- A scoping call. `seconds` of the founder's time, pauses left out; `consent` to note down what is said.
CREATE TABLE call (
    id INTEGER NOT NULL PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    started_at TEXT NOT NULL,
    seconds INTEGER NOT NULL CHECK (seconds >= 0),
    consent TEXT NOT NULL CHECK (consent IN ('not-asked', 'given', 'refused')),
    consent_at TEXT NOT NULL,
    UNIQUE (case_id, uuid)
) STRICT;

-- A note is one line of a call. `line` is its number in the call while it lives, `position` its place, `saved_at` the last
-- time its words were saved.
ALTER TABLE note ADD COLUMN call_id INTEGER REFERENCES call (id) ON DELETE CASCADE;
ALTER TABLE note ADD COLUMN line INTEGER NOT NULL DEFAULT 0;
ALTER TABLE note ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE note ADD COLUMN saved_at TEXT NOT NULL DEFAULT '';

-- Notes from before are one call, under the case's own number, so that it is the same one in every copy of the case.
INSERT INTO call (case_id, uuid, started_at, seconds, consent, consent_at)
SELECT c.id, c.uuid, min(n.written_at), 0, 'not-asked', '' FROM note n JOIN "case" c ON c.id = n.case_id GROUP BY c.id;

UPDATE note SET call_id = (SELECT id FROM call WHERE call.case_id = note.case_id), line = id,
    position = id * 1048576, saved_at = written_at;

CREATE UNIQUE INDEX note_by_call ON note (call_id, line);

-- What a line said before it was changed or taken out.
CREATE TABLE note_before (
    id INTEGER NOT NULL PRIMARY KEY,
    call_id INTEGER NOT NULL REFERENCES call (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    body TEXT NOT NULL,
    replaced_at TEXT NOT NULL
) STRICT;

CREATE INDEX note_before_by_call ON note_before (call_id);

-- The line that a field rests on, with its words as they were then: they stay when the line is edited or gone.
CREATE TABLE evidence (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field <> ''),
    call_uuid TEXT NOT NULL,
    line INTEGER NOT NULL,
    body TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    PRIMARY KEY (case_id, field)
) STRICT, WITHOUT ROWID;

-- The partner's own questions, and what was done about the worksheet's. `key` is a field path, or begins with own/.
CREATE TABLE call_question (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    key TEXT NOT NULL CHECK (key <> ''),
    question TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'skipped', 'answered')),
    answer TEXT NOT NULL,
    PRIMARY KEY (case_id, key)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 5;
