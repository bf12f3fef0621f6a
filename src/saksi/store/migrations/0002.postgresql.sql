-- 0002: links between articles: sketches for near copies, which articles are linked, why an article is of its story.

CREATE TABLE prints (
    hash BIGINT NOT NULL,
    number INTEGER NOT NULL,
    article_id VARCHAR NOT NULL,
    PRIMARY KEY (hash, number),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

CREATE INDEX prints_article ON prints (article_id);

CREATE TABLE linked (
    article_id VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (article_id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

ALTER TABLE stories ADD COLUMN score FLOAT NOT NULL DEFAULT 1.0;

ALTER TABLE stories ADD COLUMN because TEXT NOT NULL DEFAULT '';
