"""The order of the rooms: one page in, its record out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from saksi.assemble.events import events_in
from saksi.assemble.offices import offices_in
from saksi.attribute.claims import claims_in
from saksi.errors import BadInput
from saksi.flow.versions import VERSIONS
from saksi.lang.base import codes, pack
from saksi.link.origins import origins_of
from saksi.mark.marks import marks_in
from saksi.model.frozen import replace
from saksi.model.journal import Activity, Record
from saksi.model.marks import Marks
from saksi.model.pages import Article, Dropped, RawPage
from saksi.read.article import article_in

Stage = Literal["read", "mark", "attribute", "assemble"]
STAGES: tuple[Stage, ...] = ("read", "mark", "attribute", "assemble")
LONGEST = 1_000_000
"""Characters: no article is longer, and a record of one would take more memory than a page may (200 bytes each)."""


def record_of(raw: RawPage, until: Stage = "assemble") -> Record:
    """The record of one page, made by the rooms up to and with ``until``.

    Raises: BadInput when the page cannot be read, is too long, or is in a language without a pack.
    """
    article = article_in(raw)
    trace = [_activity("read", article, len(article.blocks))]
    read_only = Record(
        page=raw.page, article=article, marks=Marks(article_id=article.id, sentences=()), activities=tuple(trace)
    )
    if until == "read":
        return read_only
    if article.lang not in codes():
        raise BadInput(f"no language pack for this text ({article.lang_note or article.lang})", reason="language")
    if len(article.text) > LONGEST:
        raise BadInput(f"{len(article.text):,} characters are no article (at most {LONGEST:,})", reason="too-long")
    lang = pack(article.lang)
    marks = marks_in(article, lang)
    trace.append(_activity("mark", article, len(marks.names) + len(marks.times) + len(marks.places)))
    if until == "mark":
        return Record(page=raw.page, article=article, marks=marks, activities=tuple(trace))
    claims = claims_in(article, marks, lang)
    trace.append(_activity("attribute", article, len(claims)))
    record = Record(
        page=raw.page,
        article=article,
        marks=marks,
        claims=claims,
        origins=origins_of(claims, marks.names),
        activities=tuple(trace),
    )
    if until == "attribute":
        return record
    occupancies = offices_in(article, marks, claims, lang)
    events = events_in(article, marks, claims, lang)
    trace.append(_activity("assemble", article, len(occupancies) + len(events)))
    return replace(record, occupancies=occupancies, events=events, activities=tuple(trace))


def records_of(pages: Iterable[RawPage | Dropped], until: Stage = "assemble") -> Iterator[Record | Dropped]:
    """The record of each page, in order; a page that cannot be read gives its reason instead."""
    for raw in pages:
        if isinstance(raw, Dropped):
            yield raw
            continue
        try:
            yield record_of(raw, until)
        except BadInput as fault:
            yield Dropped(doc=raw.page.doc, reason=fault.reason, detail=fault.message)


def _activity(stage: Stage, article: Article, generated: int) -> Activity:
    return Activity(
        stage=stage,
        stage_version=VERSIONS[stage],
        pack_versions=(article.lang,),
        used=(article.page_id if stage == "read" else article.id,),
        generated=generated,
    )
