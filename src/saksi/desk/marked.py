"""An article's text with its claims, names, times and places marked in place, as safe HTML."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import NamedTuple

from saksi.model.journal import Record
from saksi.model.pages import BODY, Block


class Mark(NamedTuple):
    """A stretch to be marked, and how."""

    start: int
    end: int
    kind: str
    title: str
    href: str


class Paragraph(NamedTuple):
    """One line of the page: its role, its HTML, and the ids of the claims that begin in it."""

    role: str
    html: str
    claims: tuple[str, ...]


def paragraphs(record: Record) -> list[Paragraph]:
    """Every line of the article in order, the marks of body lines drawn."""
    marks = _marks(record)
    starts = [(c.content.spans[0].start, c.id) for c in record.claims]
    out = []
    for block in record.article.blocks:
        mine = [m for m in marks if block.start <= m.start and m.end <= block.end]
        ids = tuple(i for at, i in starts if block.start <= at < block.end)
        out.append(Paragraph(block.role, _drawn(record.article.text, block, mine), ids))
    return out


class Section(NamedTuple):
    """Lines that belong together: body lines one by one, furniture of one role as one."""

    role: str
    lines: tuple[Paragraph, ...]


def sections(record: Record) -> list[Section]:
    """The article's lines in order, each run of furniture of one role together."""
    out: list[Section] = []
    for line in paragraphs(record):
        if line.role not in BODY and out and out[-1].role == line.role:
            out[-1] = Section(line.role, (*out[-1].lines, line))
        else:
            out.append(Section(line.role, (line,)))
    return out


def _marks(record: Record) -> list[Mark]:
    marks = []
    for claim in record.claims:
        told = " → ".join(h.source.name or "unnamed" for h in reversed(claim.chain))
        marks += [Mark(s.start, s.end, "claim", told, f"/claim/{claim.id}") for s in claim.content.spans]
        if claim.origin.span:
            marks.append(Mark(claim.origin.span.start, claim.origin.span.end, "source", claim.origin.name or "", ""))
        if claim.cue:
            marks.append(Mark(claim.cue.span.start, claim.cue.span.end, "cue", claim.cue.stance, ""))
    for time in record.marks.times:
        if time.span:
            why = f"{time.value} ({time.basis}{'; ' + ', '.join(time.candidates) if time.candidates else ''})"
            marks.append(Mark(time.span.start, time.span.end, "time", why, ""))
    for place in record.marks.places:
        href = f"/place/{place.place_id}" if place.place_id else ""
        told = f"{place.name}, {place.country or '?'} ({place.precision})"
        marks.append(Mark(place.span.start, place.span.end, "place", told, href))
    return marks


def _drawn(text: str, block: Block, marks: list[Mark]) -> str:
    """The line's HTML: cut at every edge of a mark; each piece carries the classes of all marks over it."""
    edges = sorted({block.start, block.end, *(m.start for m in marks), *(m.end for m in marks)})
    out = []
    for a, b in pairwise(edges):
        over = [m for m in marks if m.start <= a and b <= m.end]
        words = escape(_visible(text[a:b]))
        if not over:
            out.append(words)
            continue
        kinds = " ".join(sorted({m.kind for m in over}))
        title = escape("; ".join(dict.fromkeys(m.title for m in over if m.title)))
        href = next((m.href for m in sorted(over, key=lambda m: m.end - m.start) if m.href), "")
        if href:
            out.append(f'<a class="{kinds}" title="{title}" href="{escape(href)}">{words}</a>')
        else:
            out.append(f'<span class="{kinds}" title="{title}">{words}</span>')
    return "".join(out)


def _visible(words: str) -> str:
    """Direction marks and other unseen characters shown as what they are."""
    hidden = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    return "".join(f"[U+{ord(c):04X}]" if c in hidden else c for c in words)
