-- Format 3: appointments know the entities of their post, body and place, so that pages find them; the
-- user's corrections, kept apart from what the recogniser said and applied to it whenever it is written.
ALTER TABLE appointment ADD COLUMN post_id INTEGER REFERENCES entity (id);
ALTER TABLE appointment ADD COLUMN organisation_id INTEGER REFERENCES entity (id);
ALTER TABLE appointment ADD COLUMN place_id INTEGER REFERENCES entity (id);
CREATE INDEX appointment_post ON appointment (post_id, article_id);
CREATE INDEX appointment_organisation ON appointment (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX appointment_place ON appointment (place_id) WHERE place_id IS NOT NULL;

-- State and date without the long row of the article: its columns stand behind the body.
CREATE INDEX article_life ON article (id, state, date);

CREATE TABLE correction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,                       -- rename, merge, split, retype, delete, add
    made_at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    type TEXT NOT NULL,                       -- of the entity as it was called before
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    new_type TEXT NOT NULL,                   -- as it is called since; all three empty for delete
    new_key TEXT NOT NULL,
    new_name TEXT NOT NULL
);

-- Where a correction counts: everywhere if it has no line here. By origin and text, not by number, because
-- an article gets a new number when it is imported again.
CREATE TABLE correction_article (
    correction_id INTEGER NOT NULL REFERENCES correction (id),
    origin TEXT NOT NULL,
    text_key BLOB NOT NULL,
    in_title INTEGER NOT NULL DEFAULT 0,      -- the span of an added mention
    start INTEGER NOT NULL DEFAULT 0,
    end INTEGER NOT NULL DEFAULT 0,
    printed TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (correction_id, origin, text_key, in_title, start)
) WITHOUT ROWID;

-- What the recogniser said of articles that corrections have changed, so that any of them can be undone.
CREATE TABLE recognised (
    article_id INTEGER PRIMARY KEY REFERENCES article (id),
    content TEXT NOT NULL                     -- JSON, see corrections.py
);

-- Articles whose names changed since the index took them up.
CREATE TABLE stale (
    article_id INTEGER PRIMARY KEY REFERENCES article (id)
);
