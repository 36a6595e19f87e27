-- 0007 · The partner's profile: how the documents of this file look and what stands on them.

-- At most one row. Empty texts and a missing logo are the reference design's.
CREATE TABLE partner_profile (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    saved_at TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    first_color TEXT NOT NULL,
    second_color TEXT NOT NULL,
    paper TEXT NOT NULL CHECK (paper IN ('by-country', 'letter', 'a4')),
    currency TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('', 'api', 'bulk', 'console')),
    logo BLOB CHECK (logo IS NULL OR length(logo) <= 262144)
) STRICT;

-- Every text that a standard paragraph has had: the one of the highest version holds. An empty text: none any more.
CREATE TABLE standard_paragraph (
    place TEXT NOT NULL CHECK (place IN ('brief', 'founder', 'plan')),
    version INTEGER NOT NULL CHECK (version >= 1),
    saved_at TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (place, version)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 7;
