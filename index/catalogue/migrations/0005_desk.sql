-- Format 5: what people do with articles at their desk. Rows name articles by origin and text, not by number,
-- because an article gets a new number when it is imported again; and themselves by a `uid` that is the same
-- in every copy of the archive. Each change is also written to `desk.jsonl` beside the catalogue.
CREATE TABLE note (
    uid TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,           -- for the window; another one in another archive
    kind TEXT NOT NULL,                       -- passage, article, star, to_read
    origin TEXT NOT NULL,
    text_key BLOB NOT NULL,
    title TEXT NOT NULL,                      -- of the article, for a note whose article is gone
    in_title INTEGER NOT NULL,                -- the passage, as it stood when the note was made
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    quote TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    colour TEXT NOT NULL,
    remark TEXT NOT NULL,
    tags TEXT NOT NULL,                       -- JSON list
    done INTEGER NOT NULL,                    -- of the reading list: it was read
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX note_origin ON note (origin);
CREATE INDEX note_text_key ON note (text_key);

CREATE TABLE collection (
    uid TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    parent TEXT NOT NULL,                     -- uid of the collection it lies in, '' at the top
    name TEXT NOT NULL,
    remark TEXT NOT NULL,
    position INTEGER NOT NULL,
    request TEXT NOT NULL,                    -- JSON of the search that fills it, '' if filled by hand
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE collection_article (
    collection TEXT NOT NULL,
    origin TEXT NOT NULL,
    text_key BLOB NOT NULL,
    title TEXT NOT NULL,
    position INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (collection, origin)
) WITHOUT ROWID;
CREATE INDEX collection_article_origin ON collection_article (origin);

-- What somebody corrected of an article's particulars, for citations.
CREATE TABLE particulars (
    origin TEXT PRIMARY KEY,
    text_key BLOB NOT NULL,
    fields TEXT NOT NULL,                     -- JSON object of the fields that were corrected
    changed_at TEXT NOT NULL
) WITHOUT ROWID;
