"""Mentions of places, with the place that each most likely means."""

from __future__ import annotations

from saksi.known.places import Gazetteer, gazetteer
from saksi.lang.base import Pack
from saksi.mark.place_choice import Chosen, Seen, chosen_for
from saksi.mark.place_evidence import ENOUGH, beside_points, has_age, is_speaker, name_points, names_points
from saksi.mark.place_found import Found, found_in
from saksi.mark.place_named import NamesNear, with_names
from saksi.mark.place_tokens import Token, linked, tokens_of
from saksi.mark.place_words import PlaceWords, place_words
from saksi.model.frozen import replace
from saksi.model.marks import Mention, PlaceMention
from saksi.model.pages import Article
from saksi.model.spans import Span

AGAIN = 1.2
"""Points for a name that stands elsewhere in the article as a place without doubt."""
SURNAME = 2.0
"""Points less for a small place's name that stands behind another name elsewhere in the article ("Eric Holcomb")."""
HELD, SOME = 3.2, 40
"""Points for standing before the area it lies in, and for the area; of how many candidates that is looked up."""
LISTED = 1.0
"""Points for standing in a list with a place ("Genuk, Semarang")."""
LISTS = frozenset((", ", "-", " (", " - ", "/"))
FAMOUS = 500_000
"""Units: people. A name of a larger place is not taken for a family's."""
HEADLINE_WORD, HEADLINE_SHARE = 3, 0.7
"""Words longer than this are counted; headlines leave only small words without a capital."""
FIRST = 3
"""Sentences in which a dateline is looked for."""


def places_in(
    article: Article, sentences: tuple[tuple[int, int], ...], names: tuple[Mention, ...], lang: Pack
) -> tuple[PlaceMention, ...]:
    """The places in the sentences, in text order; () when there are none."""
    words, places = place_words(lang), gazetteer()
    lines = tuple((b.start, b.end) for b in article.blocks if b.role == "dateline")
    kept = _kept(_weighed(article.text, tuple(sorted((*sentences, *lines))), names, words, places), places)
    home = frozenset(words.home) | (
        {article.outlet.country} if article.outlet and article.outlet.country else frozenset()
    )
    chosen = chosen_for(kept, places, home)
    mentions = [_mention(article, s, c) for s, c in zip(kept, chosen, strict=True)]
    return _with_short_names(article, mentions)


def _with_short_names(article: Article, mentions: list[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions, a name and the short name in brackets behind it made one ("Nusa Tenggara Timur (NTT)")."""
    out: list[PlaceMention] = []
    for m in mentions:
        last = out[-1] if out else None
        if last and m.place_id and m.place_id == last.place_id and m.span.end < len(article.text):
            gap = article.text[last.span.end : m.span.start]
            if gap.strip() == "(" and article.text[m.span.end] == ")":
                out[-1] = replace(last, span=article.span(last.span.start, m.span.end + 1))
                continue
        out.append(m)
    return tuple(out)


def _weighed(
    text: str, sentences: tuple[tuple[int, int], ...], names: tuple[Mention, ...], words: PlaceWords, places: Gazetteer
) -> list[Seen]:
    seen: list[Seen] = []
    near = NamesNear(names)
    for number, (a, b) in enumerate(sentences):
        tokens = tokens_of(text, a, b)
        found = with_names(tokens, found_in(text, tokens, words, places), near, words)
        headline = _is_headline(tokens)
        for n, f in enumerate(found):
            start, core, end = tokens[f.first].start, tokens[f.core].start, _end(f, tokens)
            points = name_points(f)
            dateline = number < FIRST and _dateline(text, end, f)
            points += beside_points(f, tokens, words, dateline=dateline, headline=headline)
            points += names_points(f, core, tokens[f.last].end, near.meeting(core, tokens[f.last].end))
            gap = text[end : tokens[found[n + 1].first].start] if n + 1 < len(found) else ""
            seen.append(Seen(f, start, end, points, number, gap, _is_surname(f, tokens, words)))
    return seen


def _is_headline(tokens: list[Token]) -> bool:
    """Whether nearly every word has a capital, so that a capital says nothing."""
    long = [t.upper for t in tokens if len(t.text) > HEADLINE_WORD]
    return len(long) >= HEADLINE_WORD and sum(long) >= HEADLINE_SHARE * len(long)


def _is_surname(found: Found, tokens: list[Token], words: PlaceWords) -> bool:
    """Whether a name has an age behind it, or is a small place's right behind a capitalised word that means nothing."""
    if has_age(found, tokens) or is_speaker(found, tokens, words):
        return True
    if found.word or found.core != found.last or not found.places or found.places[0].population > FAMOUS:
        return False
    if found.first < 1 or not linked(tokens, found.first - 1) or not tokens[found.first - 1].upper:
        return False
    left = tokens[found.first - 1].text
    return (
        left not in words.at and left not in words.cues and left not in words.offices and left not in words.kind_starts
    )


def _dateline(text: str, end: int, found: Found) -> bool:
    tail = text[end : end + 24].lstrip()
    return found.first <= 4 and (tail[:1] in "-–—" or text[end : end + 2] == ")" or ("(" in tail[:2] and "—" in tail))


def _end(found: Found, tokens: list[Token]) -> int:
    dotted = found.key.startswith("=") and found.key.endswith(".") and not tokens[found.last].text.endswith(".")
    return tokens[found.last].end + dotted


def _kept(seen: list[Seen], places: Gazetteer) -> list[Seen]:
    """Those with enough evidence, counting lists and the name's other mentions."""
    held = {n for n, s in enumerate(seen[:-1]) if s.gap == ", " and _holds(seen[n + 1].found, s.found, places)}
    held |= {n + 1 for n in held}
    seen = [s._replace(points=s.points + HELD) if n in held else s for n, s in enumerate(seen)]
    sure = {s.found.key for s in seen if s.points >= ENOUGH + 1}
    surnames = {s.found.key for s in seen if s.named_after}
    kept: list[Seen] = []
    for n, s in enumerate(seen):
        points = s.points
        if s.found.key in surnames and not s.found.word:
            points -= SURNAME
        elif s.found.key in sure:
            points += AGAIN
        if s.gap in LISTS and n + 1 < len(seen) and seen[n + 1].points >= ENOUGH:
            points += LISTED
        if n and seen[n - 1].gap in LISTS and kept and kept[-1].end == seen[n - 1].end:
            points += LISTED
        if points >= ENOUGH:
            kept.append(s._replace(points=points, gap=s.gap if n + 1 < len(seen) else ""))
    return kept


def _holds(area: Found, found: Found, places: Gazetteer) -> bool:
    """Whether one of the places of a name is an area that one of the other's lies in ("Hayward, Calif.")."""
    areas = {p.id for p in area.places[:SOME] if p.kind in ("country", "admin1", "admin2", "city", "district")}
    return any(places.above(p) & areas for p in found.places[:SOME] if p.id not in areas)


def _mention(article: Article, s: Seen, c: Chosen) -> PlaceMention:
    span = Span.of(article.text, s.start, s.end)
    if c.place is None:
        return PlaceMention(
            article_id=article.id, span=span, name=span.text, country=c.country, lat=c.lat, lon=c.lon,
            kind="region" if s.found.kind == "island" else s.found.kind or "other", precision=c.precision, rule=c.rule,
        )  # fmt: skip
    p = c.place
    return PlaceMention(
        article_id=article.id,
        span=span,
        place_id=p.id,
        name=p.name,
        country=p.country,
        lat=p.lat,
        lon=p.lon,
        kind="region" if p.kind == "island" else p.kind,
        precision=c.precision,
        candidates=tuple(q.id for q in c.candidates),
        rule=c.rule,
    )
