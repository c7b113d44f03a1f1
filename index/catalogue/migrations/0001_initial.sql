-- The catalogue, format 1. Articles never change once written: a changed file makes a new article and
-- marks the older one superseded. So the set of current article ids says all that the index must hold.
CREATE TABLE property (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started_at TEXT NOT NULL,
    paths TEXT NOT NULL,                      -- JSON list
    imported INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'running'     -- running, finished, cancelled
);

CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    original TEXT,                            -- SHA-256 of the bytes, in originals/
    complete INTEGER NOT NULL DEFAULT 0,      -- 0: the import of this file did not come to its end
    failure TEXT                              -- reason code of the last try, NULL if it went well
);

CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_id INTEGER NOT NULL REFERENCES file (id),
    record TEXT NOT NULL,                     -- '' when the file is the article
    origin TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    date TEXT,
    date_origin TEXT NOT NULL,
    date_reason TEXT NOT NULL,
    source TEXT,
    author TEXT,
    url TEXT,
    encoding TEXT NOT NULL,
    encoding_confidence REAL NOT NULL,
    start INTEGER NOT NULL,                   -- the record's bytes in the decompressed file
    length INTEGER NOT NULL,                  -- 0: the whole file
    text_key BLOB NOT NULL,                   -- digest of the folded text; equal for reprints in either script
    record_key BLOB NOT NULL,                 -- digest of everything that was read; equal: unchanged
    repairs TEXT NOT NULL,                    -- JSON [[kind, count, before, after], ...]
    cluster INTEGER,                          -- reprints of one text share it: number of the first article
    state TEXT NOT NULL DEFAULT 'current',    -- current, superseded
    added_at TEXT NOT NULL
);
CREATE UNIQUE INDEX article_origin ON article (origin) WHERE state = 'current';
CREATE INDEX article_file ON article (file_id, record);
CREATE INDEX article_text_key ON article (text_key);
CREATE INDEX article_cluster ON article (cluster, date, id) WHERE cluster IS NOT NULL;
CREATE INDEX article_date ON article (date, id) WHERE state = 'current';
CREATE INDEX article_title ON article (title) WHERE state = 'current';

CREATE TABLE reprint_band (
    value INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article (id),
    PRIMARY KEY (value, article_id)
) WITHOUT ROWID;

CREATE TABLE entity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    type TEXT NOT NULL,
    key TEXT NOT NULL,                        -- folded, aliases merged
    name TEXT NOT NULL,                       -- the fullest printed form
    UNIQUE (type, key)
);

CREATE TABLE entity_article (
    entity_id INTEGER NOT NULL REFERENCES entity (id),
    article_id INTEGER NOT NULL REFERENCES article (id),
    mentions INTEGER NOT NULL,
    PRIMARY KEY (entity_id, article_id)
) WITHOUT ROWID;
CREATE INDEX entity_article_article ON entity_article (article_id, entity_id);

CREATE TABLE mentions (
    article_id INTEGER PRIMARY KEY REFERENCES article (id),
    places BLOB NOT NULL                      -- little-endian int32 (entity, in_title, start, end) per mention
);

CREATE TABLE appointment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article (id),
    person_id INTEGER NOT NULL REFERENCES entity (id),
    person TEXT NOT NULL,
    post TEXT NOT NULL,
    organisation TEXT NOT NULL,
    place TEXT NOT NULL
);
CREATE INDEX appointment_article ON appointment (article_id);
CREATE INDEX appointment_person ON appointment (person_id);

CREATE TABLE report (
    run_id INTEGER NOT NULL REFERENCES run (id),
    line INTEGER NOT NULL,
    file TEXT NOT NULL,                       -- path, or path#record for a record that failed
    fate TEXT NOT NULL,
    articles INTEGER NOT NULL,
    reason TEXT NOT NULL,
    details TEXT NOT NULL,                    -- JSON [[name, value], ...]
    encoding TEXT NOT NULL,
    characters INTEGER NOT NULL,
    date_origin TEXT NOT NULL,
    repairs INTEGER NOT NULL,
    article_id INTEGER,
    PRIMARY KEY (run_id, line)
) WITHOUT ROWID;
