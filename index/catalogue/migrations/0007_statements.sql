-- Format 7: a post that articles give to somebody in the same words is kept once, with the articles that say
-- so; somebody famous has tens of thousands of articles and some hundred wordings. And how often each form of
-- a name is printed, so that entities are called as readers expect.
CREATE TABLE statement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES entity (id),
    person TEXT NOT NULL,
    post TEXT NOT NULL,
    organisation TEXT NOT NULL,
    place TEXT NOT NULL,
    post_id INTEGER REFERENCES entity (id),
    organisation_id INTEGER REFERENCES entity (id),
    place_id INTEGER REFERENCES entity (id)
);
INSERT INTO statement (person_id, person, post, organisation, place, post_id, organisation_id, place_id)
SELECT DISTINCT person_id, person, post, organisation, place, post_id, organisation_id, place_id
FROM appointment;
CREATE INDEX statement_person ON statement (person_id, post, organisation, place);
CREATE INDEX statement_post ON statement (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX statement_organisation ON statement (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX statement_place ON statement (place_id) WHERE place_id IS NOT NULL;

CREATE TABLE stated (
    article_id INTEGER NOT NULL REFERENCES article (id),
    line INTEGER NOT NULL,                    -- in the order of the article
    statement_id INTEGER NOT NULL REFERENCES statement (id),
    PRIMARY KEY (article_id, line)
) WITHOUT ROWID;
INSERT INTO stated (article_id, line, statement_id)
SELECT p.article_id, p.id, s.id
FROM appointment p JOIN statement s ON s.person_id = p.person_id AND s.post = p.post
    AND s.organisation = p.organisation AND s.place = p.place AND s.person = p.person
    AND s.post_id IS p.post_id AND s.organisation_id IS p.organisation_id AND s.place_id IS p.place_id;
CREATE INDEX stated_statement ON stated (statement_id, article_id);
DROP TABLE appointment;

CREATE TABLE form (
    type TEXT NOT NULL,                       -- of the entity, as it is recognised, before corrections
    key TEXT NOT NULL,
    name TEXT NOT NULL,                       -- as printed; of each article the fullest
    articles INTEGER NOT NULL,
    PRIMARY KEY (type, key, name)
) WITHOUT ROWID;
INSERT INTO form (type, key, name, articles)
SELECT e.type, e.key, e.name, COUNT(*) FROM entity_article x JOIN entity e ON e.id = x.entity_id
WHERE e.type <> 'date' GROUP BY e.id;
