"""The tables of the store, for SQLite and PostgreSQL. docs/store.md tells them; migrations/ makes them.

Nothing is changed in place but two marks: a version that is no longer the newest, a decision that was undone.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

VERSION: Final = 2
"""The schema's version: the number of the last migration."""

METADATA: Final = MetaData()

meta = Table("meta", METADATA, Column("name", String, primary_key=True), Column("value", String, nullable=False))

pages = Table(
    "pages",
    METADATA,
    Column("id", String, primary_key=True),
    Column("doc", String, nullable=False),
    Column("url", String),
    Column("fetched_at", String),
    Column("media_type", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", String, nullable=False),
)

articles = Table(
    "articles",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("page_id", String, ForeignKey("pages.id"), nullable=False),
    Column("key", String, nullable=False),  # what its versions share: the URL, else the name in its collection
    Column("version", Integer, nullable=False),
    Column("newest", Boolean, nullable=False),
    Column("doc", String, nullable=False),
    Column("url", String),
    Column("domain", String),
    Column("outlet", String),
    Column("lang", String, nullable=False),
    Column("title", Text),
    Column("published", String),
    Column("published_basis", String),
    Column("added_at", String, nullable=False),
    Column("rooms", String, nullable=False),  # the versions of the rooms that made the record
    Column("record", LargeBinary, nullable=False),  # the whole Record: MessagePack, zstd
    Index("articles_key", "key", "version"),
    Index("articles_published", "published"),
    Index("articles_outlet", "outlet"),
    Index("articles_domain", "domain"),
)

claims = Table(
    "claims",
    METADATA,
    Column("id", String, primary_key=True),
    Column("article_id", String, ForeignKey("articles.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Column("mode", String, nullable=False),
    Column("stance", String, nullable=False),
    Column("origin", String),
    Column("origin_key", String),
    Column("origin_kind", String, nullable=False),
    Column("chain", Text, nullable=False),  # names, the publisher first, as a JSON list
    Column("said_at", String),
    Column("hedged", Boolean, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("rule", String, nullable=False),
    Index("claims_article", "article_id"),
    Index("claims_origin", "origin_key"),
)

hops = Table(
    "hops",
    METADATA,
    Column("claim_id", String, ForeignKey("claims.id"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("name", String),
    Column("key", String),
    Column("kind", String, nullable=False),
    Index("hops_key", "key"),
)

names = Table(
    "names",
    METADATA,
    Column("article_id", String, ForeignKey("articles.id"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("key", String, nullable=False),
    Column("mentions", Integer, nullable=False),
    Index("names_key", "key"),
)

places = Table(
    "places",
    METADATA,
    Column("article_id", String, ForeignKey("articles.id"), primary_key=True),
    Column("place_id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("key", String, nullable=False),
    Column("country", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("kind", String, nullable=False),
    Column("precision", String, nullable=False),
    Column("mentions", Integer, nullable=False),
    Index("places_place", "place_id"),
    Index("places_key", "key"),
)

offices = Table(
    "offices",
    METADATA,
    Column("id", String, primary_key=True),
    Column("article_id", String, ForeignKey("articles.id"), nullable=False),
    Column("holder", String, nullable=False),
    Column("holder_key", String, nullable=False),
    Column("title", String, nullable=False),
    Column("title_key", String, nullable=False),
    Column("org", String),
    Column("status", String, nullable=False),
    Column("term_start", String),
    Column("term_end", String),
    Column("words", Text, nullable=False),
    Index("offices_article", "article_id"),
    Index("offices_holder", "holder_key"),
    Index("offices_title", "title_key"),
)

events = Table(
    "events",
    METADATA,
    Column("id", String, primary_key=True),
    Column("article_id", String, ForeignKey("articles.id"), nullable=False),
    Column("claim_id", String),
    Column("kind", String, nullable=False),
    Column("subkind", String, nullable=False),
    Column("reality", String, nullable=False),
    Column("happened", String),
    Column("place_id", String),
    Column("words", Text, nullable=False),
    Index("events_article", "article_id"),
    Index("events_kind", "kind", "happened"),
)

statements = Table(
    "statements",
    METADATA,
    Column("id", String, primary_key=True),
    Column("entity_id", String, nullable=False),
    Column("prop", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("original", Text, nullable=False),
    Column("lang", String, nullable=False),
    Column("article_id", String, ForeignKey("articles.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("claim_id", String),
    Column("made_by", String, nullable=False),
    Column("first_seen", String),
    Index("statements_entity", "entity_id", "prop"),
    Index("statements_article", "article_id"),
)

decisions = Table(
    "decisions",
    METADATA,
    Column("id", String, primary_key=True),
    Column("left", String, nullable=False),
    Column("right", String, nullable=False),
    Column("relation", String, nullable=False),
    Column("judgement", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("because", Text, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String),
    Column("undone_at", String),
    Index("decisions_left", "left", "relation"),
    Index("decisions_right", "right", "relation"),
    Index("decisions_review", "judgement", "relation"),
)

stories = Table(
    "stories",
    METADATA,
    Column("article_id", String, ForeignKey("articles.id"), primary_key=True),
    Column("story_id", String, nullable=False),
    Column("score", Float, nullable=False, default=1.0, server_default="1.0"),
    Column("because", Text, nullable=False, default="", server_default=""),
    Index("stories_story", "story_id"),
)

prints = Table(
    "prints",
    METADATA,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("article_id", String, ForeignKey("articles.id"), nullable=False),
    Index("prints_article", "article_id"),
)

linked = Table(
    "linked",
    METADATA,
    Column("article_id", String, ForeignKey("articles.id"), primary_key=True),
    Column("at", String, nullable=False),
)

dropped = Table(
    "dropped",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("doc", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("detail", Text, nullable=False),
    Column("at", String, nullable=False),
)

forgotten = Table(
    "forgotten",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("what", String, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", String, nullable=False),
)

OF_AN_ARTICLE: Final = (claims, names, places, offices, events, statements, stories, prints, linked)
"""The tables whose rows go when their article is forgotten (hops go with their claims)."""
