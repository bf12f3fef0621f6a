"""The terminal page of a record: what was set aside, who says what on whose word, when, where, how many."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from saksi.model.claims import Claim
from saksi.model.journal import OriginSet, Record
from saksi.model.marks import Figure, Timex
from saksi.model.pages import BODY

ARROW = " → "
_STANCE = {"denies": "denies", "accuses": "accuses", "confirms": "confirms", "expects": "expects", "doubts": "doubts",
           "asks": "asks"}  # fmt: skip
_STATUS_STYLE = {"dismissed": "red", "resigned": "red", "appointed": "green", "held": "dim", "candidate": "yellow"}
_BASIS = {
    "explicit": "as written",
    "weekday": "year argued from the weekday",
    "anchored": "reckoned from",
    "inherited": "year taken from",
    "given": "said by the collection",
    "undecided": "undecided",
}


def show(record: Record, console: Console) -> None:
    """Print one record."""
    console.print(Panel(_head(record), border_style="cyan", title_align="left", title=plain(record.article.doc)))
    for title, part in _parts(record):
        console.print(Text(title, style="bold cyan"))
        console.print(Padding(part, (0, 0, 1, 2)))


def origins_line(origins: OriginSet) -> str:
    """How many independent origins, in words: "3 named origins", "2 to 4 independent origins"."""
    low, high = origins.at_least, origins.at_most
    if low == high:
        return f"{low} independent origin{'s' if low != 1 else ''}"
    return f"{low} to {high} independent origins"


def _parts(record: Record) -> Iterator[tuple[str, RenderableType]]:
    if record.claims:
        told = f"Who says what ({len(record.claims)} claims"
        yield (f"{told}, {origins_line(record.origins)})" if record.origins else f"{told})"), _claims(record.claims)
    if record.occupancies:
        yield "Offices", _offices(record)
    if record.marks.times:
        yield "Dates, and why", _times(record.marks.times)
    if record.marks.places:
        yield "Places", _places(record)
    if record.marks.figures:
        yield "Figures", _figures(record.marks.figures)
    if record.events:
        yield "Reported events", _events(record)


def _head(record: Record) -> Text:
    article = record.article
    head = Text(plain(article.headline or "(no headline)"), style="bold")
    facts = [
        plain(article.outlet.name) if article.outlet else "outlet unknown",
        article.dateline and plain(article.dateline),
        article.published and f"published {article.published.value} ({_because(article.published)})",
        article.lang + (f" ({article.lang_note})" if article.lang_note else ""),
    ]
    head.append("\n" + " · ".join(f for f in facts if f), style="default not bold")
    if article.url:
        head.append("\n" + plain(article.url), style="dim not bold")
    aside = Counter(b.role for b in article.blocks if b.role not in BODY)
    if aside:
        kinds = ", ".join(f"{n} {role}" for role, n in aside.most_common())
        head.append(f"\n{aside.total()} of {len(article.blocks)} lines set aside: {kinds}", style="yellow not bold")
    return head


def _claims(claims: Iterable[Claim]) -> RenderableType:
    by_origin: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_origin[claim.origin.name].append(claim)
    parts: list[RenderableType] = []
    for origin, some in sorted(by_origin.items(), key=lambda item: (item[0] is None, -len(item[1]), str(item[0]))):
        head = Text(plain(origin) if origin else "unnamed", style="bold green" if origin else "bold magenta")
        parts.append(head)
        chain: str | None = None
        for claim in some:
            drawn = _chain(claim)
            if drawn != chain:
                chain = drawn
                parts.append(Padding(Text(drawn, style="green"), (0, 0, 0, 2)))
            parts.append(Padding(_claim(claim), (0, 0, 0, 4)))
    return Group(*parts)


def _chain(claim: Claim) -> str:
    """The chain from its origin to the page: "HUR → Kyiv Post → Suara.com"."""
    return ARROW.join(plain(hop.source.name) if hop.source.name else "unnamed" for hop in reversed(claim.chain))


def _claim(claim: Claim) -> Text:
    pieces = " … ".join(plain(s.text) for s in claim.content.spans)
    line = Text("• ", style="dim")
    line.append(f"“{pieces}”" if claim.content.mode == "direct" else pieces, style="default not dim")
    cue = claim.cue
    notes = [
        _STANCE.get(cue.stance, "") if cue else "",
        "hedged" if claim.hedged else "",
        "negated" if claim.negated else "",
        f"said {claim.chain[-1].said_at}" if claim.chain[-1].said_at else "",
        "carried from the sentence before" if claim.carried_from else "",
        "inside another claim" if claim.inside else "",
    ]
    told = ", ".join(n for n in notes if n)
    if told:
        line.append(f"  ({told})", style="yellow not dim")
    return line


def _offices(record: Record) -> RenderableType:
    grid = _grid()
    for o in record.occupancies:
        term = f"{o.start or '?'} to {o.end or '?'}" if o.start or o.end else ""
        grid.add_row(
            plain(o.holder), Text(o.status, style=_STATUS_STYLE.get(o.status, "")), plain(o.position.title), term
        )
    return grid


def _times(times: Iterable[Timex]) -> RenderableType:
    grid = _grid()
    seen: set[tuple[str, str]] = set()
    for t in times:
        words = plain(t.span.text) if t.span else ""
        if (words, t.value) not in seen:
            seen.add((words, t.value))
            grid.add_row(words, Text(t.value, style="bold"), Text(_because(t), style="dim"))
    return grid


def _because(t: Timex) -> str:
    why = _BASIS[t.basis]
    if t.basis in ("anchored", "inherited"):
        why += f" {t.anchor or 'the text'}"
    others = [c for c in t.candidates if c != t.value]
    if others:
        why += f"; could be {', '.join(others)}"
    return why


def _places(record: Record) -> RenderableType:
    grid = _grid()
    counts = Counter((p.name, p.country, p.precision) for p in record.marks.places)
    for (name, country, precision), n in counts.most_common():
        known = precision if precision != "unknown" else "not in the gazetteer"
        grid.add_row(plain(name), country or "", Text(known, style="dim"), f"{n}×" if n > 1 else "")
    return grid


def _figures(figures: Iterable[Figure]) -> RenderableType:
    grid = _grid()
    for f in figures:
        value = f"{f.low:,.10g}" if f.low == f.high else f"{f.low:,.10g} to {f.high:,.10g}"
        grid.add_row(plain(f.span.text), Text(f"{value} {plain(f.unit)}", style="bold"), Text(f.measure, style="dim"))
    return grid


def _events(record: Record) -> RenderableType:
    grid = _grid()
    claims = {c.id: c for c in record.claims}
    for e in record.events:
        kind = f"{e.kind}: {e.subkind}" if e.subkind else e.kind
        by = claims.get(e.claim_id or "")
        word = f"says {plain(by.origin.name or 'unnamed')}" if by else "in the publisher's own voice"
        grid.add_row(kind, plain(e.trigger.text), e.when or "", e.reality, Text(word, style="dim"))
    return grid


def _grid() -> Table:
    return Table.grid(padding=(0, 2))


def plain(words: str) -> str:
    """Words of a page as a terminal may show them: control and direction marks replaced, lines joined."""
    joined = " ".join(words.split())
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in joined)
