-- 0001: the first schema.

CREATE TABLE decisions (
    id VARCHAR NOT NULL,
    "left" VARCHAR NOT NULL,
    "right" VARCHAR NOT NULL,
    relation VARCHAR NOT NULL,
    judgement VARCHAR NOT NULL,
    score FLOAT NOT NULL,
    because TEXT NOT NULL,
    by VARCHAR NOT NULL,
    at VARCHAR,
    undone_at VARCHAR,
    PRIMARY KEY (id)
);

CREATE INDEX decisions_left ON decisions ("left", relation);

CREATE INDEX decisions_review ON decisions (judgement, relation);

CREATE INDEX decisions_right ON decisions ("right", relation);

CREATE TABLE dropped (
    number SERIAL NOT NULL,
    doc VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    detail TEXT NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (number)
);

CREATE TABLE forgotten (
    number SERIAL NOT NULL,
    what VARCHAR NOT NULL,
    articles INTEGER NOT NULL,
    why TEXT NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (number)
);

CREATE TABLE meta (
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE pages (
    id VARCHAR NOT NULL,
    doc VARCHAR NOT NULL,
    url VARCHAR,
    fetched_at VARCHAR,
    media_type VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    added_at VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE articles (
    number SERIAL NOT NULL,
    id VARCHAR NOT NULL,
    page_id VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    newest BOOLEAN NOT NULL,
    doc VARCHAR NOT NULL,
    url VARCHAR,
    domain VARCHAR,
    outlet VARCHAR,
    lang VARCHAR NOT NULL,
    title TEXT,
    published VARCHAR,
    published_basis VARCHAR,
    added_at VARCHAR NOT NULL,
    rooms VARCHAR NOT NULL,
    record BYTEA NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id),
    FOREIGN KEY(page_id) REFERENCES pages (id)
);

CREATE INDEX articles_domain ON articles (domain);

CREATE INDEX articles_key ON articles (key, version);

CREATE INDEX articles_outlet ON articles (outlet);

CREATE INDEX articles_published ON articles (published);

CREATE TABLE claims (
    id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    content TEXT NOT NULL,
    mode VARCHAR NOT NULL,
    stance VARCHAR NOT NULL,
    origin VARCHAR,
    origin_key VARCHAR,
    origin_kind VARCHAR NOT NULL,
    chain TEXT NOT NULL,
    said_at VARCHAR,
    hedged BOOLEAN NOT NULL,
    negated BOOLEAN NOT NULL,
    rule VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

CREATE INDEX claims_article ON claims (article_id);

CREATE INDEX claims_origin ON claims (origin_key);

CREATE TABLE events (
    id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    claim_id VARCHAR,
    kind VARCHAR NOT NULL,
    subkind VARCHAR NOT NULL,
    reality VARCHAR NOT NULL,
    happened VARCHAR,
    place_id VARCHAR,
    words TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

CREATE INDEX events_article ON events (article_id);

CREATE INDEX events_kind ON events (kind, happened);

CREATE TABLE names (
    article_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (article_id, kind, name),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

CREATE INDEX names_key ON names (key);

CREATE TABLE offices (
    id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    holder VARCHAR NOT NULL,
    holder_key VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    title_key VARCHAR NOT NULL,
    org VARCHAR,
    status VARCHAR NOT NULL,
    term_start VARCHAR,
    term_end VARCHAR,
    words TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

CREATE INDEX offices_article ON offices (article_id);

CREATE INDEX offices_holder ON offices (holder_key);

CREATE INDEX offices_title ON offices (title_key);

CREATE TABLE places (
    article_id VARCHAR NOT NULL,
    place_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    country VARCHAR,
    lat FLOAT,
    lon FLOAT,
    kind VARCHAR NOT NULL,
    precision VARCHAR NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (article_id, place_id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

CREATE INDEX places_key ON places (key);

CREATE INDEX places_place ON places (place_id);

CREATE TABLE statements (
    id VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    prop VARCHAR NOT NULL,
    value TEXT NOT NULL,
    original TEXT NOT NULL,
    lang VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    claim_id VARCHAR,
    made_by VARCHAR NOT NULL,
    first_seen VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

CREATE INDEX statements_article ON statements (article_id);

CREATE INDEX statements_entity ON statements (entity_id, prop);

CREATE TABLE stories (
    article_id VARCHAR NOT NULL,
    story_id VARCHAR NOT NULL,
    PRIMARY KEY (article_id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

CREATE INDEX stories_story ON stories (story_id);

CREATE TABLE hops (
    claim_id VARCHAR NOT NULL,
    n INTEGER NOT NULL,
    name VARCHAR,
    key VARCHAR,
    kind VARCHAR NOT NULL,
    PRIMARY KEY (claim_id, n),
    FOREIGN KEY(claim_id) REFERENCES claims (id)
);

CREATE INDEX hops_key ON hops (key);

CREATE TABLE search (
    rowid INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    words TSVECTOR NOT NULL,
    stems TSVECTOR NOT NULL
);

CREATE INDEX search_words ON search USING gin (words);

CREATE INDEX search_stems ON search USING gin (stems);
