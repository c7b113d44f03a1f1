-- Searches that people keep, and those they made. Format 2.
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    request TEXT NOT NULL,                    -- JSON {text, sort, filters, collapse}
    created_at TEXT NOT NULL,
    looked_at TEXT NOT NULL,
    seen INTEGER NOT NULL                     -- articles with higher numbers came after the last look
);

CREATE TABLE search_history (
    text TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    times INTEGER NOT NULL,
    total INTEGER NOT NULL                    -- hits the last time
) WITHOUT ROWID;
CREATE INDEX search_history_at ON search_history (at DESC);
