-- 0002 · Search everything a case says; remember what an import brought together.

-- The words a list is searched by as one types: the short names here, all texts of a case in case_text, which is asked for
-- words of three letters and more only. Row id = "case".changed in both, so the newest hits come first without ranking or
-- sorting. The store writes the words already folded and parted by spaces (db/searchtext.h), keeps them right and fills
-- both tables when this script has run; `check` compares. Marks belong to words: vowels of Indian scripts are marks.
DROP TABLE case_words;

CREATE VIRTUAL TABLE case_words USING fts5 (
    company, website, titles,
    prefix = '1 2 3', columnsize = 0, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);

CREATE VIRTUAL TABLE case_text USING fts5 (
    facts, notes, filings,
    prefix = '3', columnsize = 0, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);

-- Revisions that a case had in another file and that went into one of its own revisions: what an import asks, besides the
-- case's own history, to know whether it has seen the other file's state before.
CREATE TABLE merged_revision (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    worksheet_sha256 TEXT NOT NULL CHECK (length(worksheet_sha256) = 64),
    into_revision INTEGER NOT NULL CHECK (into_revision > revision),
    PRIMARY KEY (case_id, revision, worksheet_sha256)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
