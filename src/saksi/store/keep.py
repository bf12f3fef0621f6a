"""Keeping records: idempotent by content; a changed page is a new version beside the old one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import Connection, bindparam, func, insert, select, text, update

from saksi.lang.base import codes, pack
from saksi.link.fold import key, words
from saksi.model.journal import Record, Statement
from saksi.model.pages import Dropped
from saksi.model.spans import Evidence
from saksi.store import schema as t
from saksi.store.opened import Shelf


class Kept(msgspec.Struct, kw_only=True):
    """What came of an ``add``: counted after it was kept."""

    new: int = 0
    versions: int = 0
    """New versions of pages that were there."""
    known: int = 0
    """Pages that were there already, with the same content."""
    dropped: int = 0


def keep(shelf: Shelf, some: Iterable[Record | Dropped]) -> Kept:
    """Keep some records in one transaction: all of them, or none. Raises: StoreError."""
    kept = Kept()
    with shelf.writing() as connection:
        for record in some:
            if isinstance(record, Dropped):
                row = {"doc": record.doc, "reason": record.reason, "detail": record.detail, "at": now()}
                connection.execute(insert(t.dropped).values(row))
                kept.dropped += 1
            else:
                _keep_one(shelf, connection, record, kept)
    return kept


def now() -> str:
    """The time, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def packed(record: Record) -> bytes:
    """The record as the store keeps it: MessagePack, zstd."""
    import zstandard

    return zstandard.ZstdCompressor(level=6).compress(msgspec.msgpack.encode(record))


def unpacked(data: bytes) -> Record:
    """The record that was kept."""
    import zstandard

    return _decoder().decode(zstandard.ZstdDecompressor().decompress(data))


@cache
def _decoder() -> msgspec.msgpack.Decoder[Record]:
    return msgspec.msgpack.Decoder(Record)


def stems(content: str, lang: str) -> str:
    """The words of a text as search compares them: folded, affixes taken off."""
    stem = pack(lang).stem if lang in codes() else str
    return " ".join(stem(w) for w in words(content))


def search_columns(record: Record) -> tuple[str, str, str]:
    """Title, body words and stems of an article, as search keeps them."""
    article = record.article
    body = "\n".join(article.text[b.start : b.end] for b in article.body)
    title = article.headline or ""
    return title, body, stems(f"{title} {body}", article.lang)


def _keep_one(shelf: Shelf, connection: Connection, record: Record, kept: Kept) -> None:
    article, page = record.article, record.page
    if connection.execute(select(t.articles.c.number).where(t.articles.c.id == article.id)).first():
        kept.known += 1
        return
    if not connection.execute(select(t.pages.c.id).where(t.pages.c.id == page.id)).first():
        row = {c: getattr(page, c) for c in ("id", "doc", "url", "fetched_at", "media_type", "digest", "size")}
        connection.execute(insert(t.pages).values(row | {"added_at": now()}))
    shared = article.url or article.doc
    before = select(func.max(t.articles.c.version)).where(t.articles.c.key == shared)
    version = (connection.execute(before).scalar() or 0) + 1
    if version > 1:
        connection.execute(update(t.articles).where(t.articles.c.key == shared).values(newest=False))
    row = {
        "id": article.id,
        "page_id": page.id,
        "key": shared,
        "version": version,
        "newest": True,
        "doc": article.doc,
        "url": article.url,
        "domain": (urlsplit(article.url).hostname if article.url else None),
        "outlet": article.outlet.name if article.outlet else None,
        "lang": article.lang,
        "title": article.headline,
        "published": article.published.value if article.published else None,
        "published_basis": article.published.basis if article.published else None,
        "added_at": now(),
        "rooms": ",".join(f"{a.stage}={a.stage_version}" for a in record.activities),
        "record": packed(record),
    }
    number = connection.execute(insert(t.articles).values(row)).inserted_primary_key[0]  # type: ignore[index]
    for table, rows in _rows(record).items():
        if rows:
            connection.execute(insert(table), rows)
    _index(shelf, connection, number, record)
    kept.versions += version > 1
    kept.new += version == 1


def _index(shelf: Shelf, connection: Connection, number: int, record: Record) -> None:
    title, body, folded = search_columns(record)
    if shelf.sqlite:
        command = "INSERT INTO search (rowid, title, words, stems) VALUES (:n, :title, :body, :stems)"
    else:
        command = (
            "INSERT INTO search (rowid, words, stems) VALUES "
            "(:n, to_tsvector('simple', :title || ' ' || :body), to_tsvector('simple', :stems))"
        )
    bound = text(command).bindparams(bindparam("n"), bindparam("title"), bindparam("body"), bindparam("stems"))
    connection.execute(bound, {"n": number, "title": title, "body": body, "stems": folded})


def _rows(record: Record) -> dict[Any, list[dict[str, Any]]]:
    article_id = record.article.id
    out: dict[Any, list[dict[str, Any]]] = {t.claims: [], t.hops: [], t.offices: [], t.events: [], t.statements: []}
    claims = {c.id: c for c in record.claims}.values()
    for n, c in enumerate(claims):
        names = [h.source.name for h in c.chain]
        out[t.claims].append({
            "id": c.id, "article_id": article_id, "position": n, "content": " … ".join(s.text for s in c.content.spans),
            "mode": c.content.mode, "stance": c.cue.stance if c.cue else "asserts", "origin": c.origin.name,
            "origin_key": key(c.origin.name) if c.origin.name else None, "origin_kind": c.origin.kind,
            "chain": msgspec.json.encode(names).decode(), "said_at": c.chain[-1].said_at, "hedged": c.hedged,
            "negated": c.negated, "rule": c.rule,
        })  # fmt: skip
        out[t.hops] += [
            {"claim_id": c.id, "n": i, "name": h.source.name, "key": key(h.source.name or ""), "kind": h.source.kind}
            for i, h in enumerate(c.chain)
        ]
    heads = Counter((m.kind, m.head) for m in record.marks.names if m.kind != "position")
    out[t.names] = [
        {"article_id": article_id, "kind": kind, "name": name, "key": key(name), "mentions": n}
        for (kind, name), n in heads.items()
    ]
    found = {p.place_id: p for p in record.marks.places if p.place_id}
    counts = Counter(p.place_id for p in record.marks.places)
    out[t.places] = [
        {"article_id": article_id, "place_id": i, "name": p.name, "key": key(p.name), "country": p.country,
         "lat": p.lat, "lon": p.lon, "kind": p.kind, "precision": p.precision, "mentions": counts[i]}
        for i, p in found.items()
    ]  # fmt: skip
    where = {p.id: p.place_id for p in record.marks.places}
    for o in {o.id: o for o in record.occupancies}.values():
        span = o.evidence[0].span
        out[t.offices].append({
            "id": o.id, "article_id": article_id, "holder": o.holder, "holder_key": key(o.holder),
            "title": o.position.title, "title_key": key(o.position.title), "org": o.position.organization,
            "status": o.status, "term_start": o.start, "term_end": o.end, "words": span.text,
        })  # fmt: skip
    for e in {e.id: e for e in record.events}.values():
        out[t.events].append({
            "id": e.id, "article_id": article_id, "claim_id": e.claim_id, "kind": e.kind, "subkind": e.subkind,
            "reality": e.reality, "happened": e.when, "place_id": where.get(e.where or ""), "words": e.sentence.text,
        })  # fmt: skip
    for s in {s.id: s for s in statements_of(record)}.values():
        at = s.evidence.span
        out[t.statements].append({
            "id": s.id, "entity_id": s.entity_id, "prop": s.prop, "value": s.value, "original": s.original,
            "lang": s.lang, "article_id": article_id, "start": at.start, "end": at.end, "claim_id": s.claim_id,
            "made_by": s.made_by, "first_seen": s.first_seen,
        })  # fmt: skip
    return out


def statements_of(record: Record) -> list[Statement]:
    """What a record states of entities: who holds which office. An entity's id before any merge is its folded name."""
    article = record.article
    seen = article.published.value if article.published else None
    return [
        Statement(
            entity_id=f"person:{key(o.holder)}",
            prop=o.status,
            value=o.position.title,
            original=o.evidence[0].span.text,
            lang=article.lang,
            evidence=Evidence(article_id=article.id, span=o.evidence[0].span),
            claim_id=o.claim_ids[0] if o.claim_ids else None,
            made_by=o.rule,
            first_seen=seen,
        )
        for o in record.occupancies
    ]
