-- Format 6: where articles come from, over time. Folders are watched; a file that is no longer there is marked
-- and its articles stay; a superseded article keeps the bytes that it was read from.
CREATE TABLE watched (
    path TEXT PRIMARY KEY,
    added_at TEXT NOT NULL,
    paused INTEGER NOT NULL
) WITHOUT ROWID;

ALTER TABLE file ADD COLUMN gone_at TEXT;     -- when it was found missing, NULL while it is there
ALTER TABLE article ADD COLUMN original TEXT; -- of an older version: SHA-256 of its bytes; NULL: the file's
ALTER TABLE report ADD COLUMN confidence REAL NOT NULL DEFAULT 1;
