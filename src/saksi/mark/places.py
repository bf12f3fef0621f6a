"""Mentions of places, with the place that each most likely means."""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal, NamedTuple

from saksi.known.places import Gazetteer, Place, gazetteer
from saksi.lang.base import Pack
from saksi.mark.place_choice import Context, best
from saksi.mark.place_evidence import ENOUGH, beside_points, name_points, names_points
from saksi.mark.place_found import Found, found_in
from saksi.mark.place_tokens import Token, tokens_of
from saksi.mark.place_words import PlaceWords, place_words
from saksi.model.marks import Mention, PlaceMention
from saksi.model.pages import Article
from saksi.model.spans import Span

SURE = 3.0
"""Points from which a mention tells the article's country."""
AGAIN = 1.2
"""Points for a name that stands elsewhere in the article as a place without doubt."""
LISTED = 1.0
"""Points for standing in a list with a place ("Genuk, Semarang")."""
Precision = Literal["exact", "town", "district", "region", "country", "unknown"]
PRECISIONS: dict[str, Precision] = {
    "country": "country", "admin1": "region", "region": "region", "water": "region", "admin2": "district",
    "district": "town", "city": "town", "village": "town", "island": "town", "mountain": "exact", "facility": "exact",
    "street": "exact",
}  # fmt: skip


class _Seen(NamedTuple):
    found: Found
    start: int
    end: int
    points: float
    sentence: int
    gap: str
    """What stands between it and the next stretch found."""


def places_in(
    article: Article, sentences: tuple[tuple[int, int], ...], names: tuple[Mention, ...], lang: Pack
) -> tuple[PlaceMention, ...]:
    """The places in the sentences, in text order; () when there are none."""
    words, places = place_words(lang), gazetteer()
    seen = _weighed(article.text, sentences, names, words, places)
    kept = _kept(seen)
    context = Context(places, words.home, article.outlet.country if article.outlet else None)
    for s in kept:
        if s.points >= SURE and s.found.places and _clear(s.found):
            context.hears(s.found.places[0])
    chosen = _chosen(kept, context)
    return tuple(_mention(article, s, chosen, context) for s in kept)


def _weighed(
    text: str, sentences: tuple[tuple[int, int], ...], names: tuple[Mention, ...], words: PlaceWords, places: Gazetteer
) -> list[_Seen]:
    seen: list[_Seen] = []
    starts = [m.span.start for m in names if m.kind != "position"]
    given = [m for m in names if m.kind != "position"]
    for number, (a, b) in enumerate(sentences):
        tokens = tokens_of(text, a, b)
        near = given[max(0, bisect_left(starts, a)) : bisect_left(starts, b)]
        found = found_in(text, tokens, words, places)
        for n, f in enumerate(found):
            start, end = _edges(f, tokens)
            points = name_points(f) + beside_points(f, tokens, words, dateline=number < _FIRST and _dateline(text, end, f))
            points += names_points(tokens[f.core].start, tokens[f.last].end, near)
            gap = text[end : tokens[found[n + 1].first].start] if n + 1 < len(found) else ""
            seen.append(_Seen(f, start, end, points, number, gap))
    return seen


_FIRST = 3
"""Sentences in which a dateline is looked for."""


def _dateline(text: str, end: int, found: Found) -> bool:
    tail = text[end : end + 24].lstrip()
    return found.first <= 4 and (tail[:1] in "-–—" or text[end : end + 2] == ")" or ("(" in tail[:2] and "—" in tail))


def _edges(found: Found, tokens: list[Token]) -> tuple[int, int]:
    end = tokens[found.last].end
    if found.key.startswith("=") and found.key.endswith(".") and not tokens[found.last].text.endswith("."):
        end += 1
    return tokens[found.first].start, end


def _clear(found: Found) -> bool:
    """Whether the name means its first place nearly always: a country, a region, the one place of its name."""
    first = found.places[0]
    if first.kind == "country" or len(found.places) == 1:
        return True
    others = [p for p in found.places[1:8] if p.country != first.country]
    return first.population > 20 * max((p.population for p in others), default=0) + 100_000


def _kept(seen: list[_Seen]) -> list[_Seen]:
    """Those with enough evidence, counting lists and the name's other mentions."""
    sure = {s.found.key for s in seen if s.points >= ENOUGH + 1}
    kept: list[_Seen] = []
    for n, s in enumerate(seen):
        points = s.points
        if s.found.key in sure:
            points += AGAIN
        if s.gap in (", ", "-", " (") and n + 1 < len(seen) and seen[n + 1].points >= ENOUGH:
            points += LISTED
        if n and seen[n - 1].gap in (", ", "-", " (") and kept and kept[-1].end == seen[n - 1].end:
            points += LISTED
        if points >= ENOUGH:
            kept.append(s._replace(points=points))
    return kept


def _chosen(kept: list[_Seen], context: Context) -> dict[str, tuple[Place, ...]]:
    """The candidates of each name, the likeliest first, from all its mentions together."""
    containers: dict[str, list[Found]] = {}
    kinds: dict[str, Found] = {}
    for n, s in enumerate(kept):
        if s.found.kind or s.found.key not in kinds:
            kinds[s.found.key] = s.found
        for later in kept[n + 1 : n + 3]:
            if later.sentence == s.sentence and later.found.places and kept[n].gap in (", ", " di ", " in ", "'s ", "’s "):
                containers.setdefault(s.found.key, []).append(later.found)
    chosen: dict[str, tuple[Place, ...]] = {}
    for _ in range(2):
        for key, found in kinds.items():
            if not found.places:
                continue
            around = tuple(
                p
                for c in containers.get(key, ())
                for p in (chosen.get(c.key, c.places)[:1] if c.key in chosen else c.places[:4])
            )
            chosen[key] = best(found, context, around)
        for ranked in chosen.values():
            context.hears(ranked[0], 0)
    return chosen


def _mention(article: Article, s: _Seen, chosen: dict[str, tuple[Place, ...]], context: Context) -> PlaceMention:
    span = Span.of(article.text, s.start, s.end)
    ranked = chosen.get(s.found.key, ())
    if not ranked:
        return PlaceMention(
            article_id=article.id, span=span, name=span.text, country=context.country, kind=s.found.kind or "other",
            rule="kind word",
        )  # fmt: skip
    p = ranked[0]
    return PlaceMention(
        article_id=article.id,
        span=span,
        place_id=p.id,
        name=p.name,
        country=p.country,
        lat=p.lat,
        lon=p.lon,
        kind="region" if p.kind == "island" else p.kind,
        precision=PRECISIONS.get(p.kind, "unknown"),
        candidates=tuple(q.id for q in ranked[:5]),
        rule="gazetteer",
    )
