-- 0009 · Find letters like those of Łódź, œuvre and Tromsø by plain ones.

-- The same tables as before, filled anew by the store with words folded the new way (db/letters.h): an index holds words of
-- one way of folding only, so a program that folds another way must not add to it.
DROP TABLE case_words;
DROP TABLE case_text;

CREATE VIRTUAL TABLE case_words USING fts5 (
    company, website, titles,
    prefix = '1 2 3 4 5 6 7', columnsize = 0, tokenize = 'ascii'
);

CREATE VIRTUAL TABLE case_text USING fts5 (
    words,
    prefix = '3 4 5 6 7', detail = none, columnsize = 0, tokenize = 'ascii'
);

PRAGMA user_version = 9;
