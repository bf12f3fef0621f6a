"""A line -> what its letters, marks and length say of it, in any language."""

from __future__ import annotations

import re

import msgspec

BULLET = re.compile(r"[\s\xa0]*(?:[•*▪►»›·●○■]|[-–—](?=\s|$)|\d{1,3}[.)](?=\s|$))[\s\xa0]*")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_MARKS = re.compile(r"[\W_\d]+")
_LITTLE = 5
_ENDS = frozenset(".!?…。！？।۔؟։។၊।॥")
_CLOSERS = "\"”’»')]）」』*"
_INNER = re.compile(r"[.!?…][\"”’»')\]]?\s+[\"“‘«(]?\w|[。！？]|[।۔؟]")
_URL = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b")
WIDE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class Shape(msgspec.Struct, frozen=True):
    """What can be counted in one line."""

    chars: int
    words: int
    """Words; of scripts without spaces, two characters count as one."""
    ends: bool
    """It ends as a sentence does."""
    inner: int
    """Ends of sentences before its own."""
    bullet: bool
    bare: bool
    """No word in it but perhaps a number."""
    capital: float
    """Share of its words that begin with a capital, the first left out."""
    upper: float
    """Share of its letters that are capitals."""
    digits: float
    commas: int
    quotes: bool
    url: bool
    dated: bool
    low: bool
    """It begins with a small letter or a mark that only goes on."""
    cased: bool
    """Its script tells capitals from small letters."""
    colon: bool
    first: str
    """What it begins with: letter, digit, quote, mark."""
    letters: float
    """Letters a word."""
    dot: bool
    """Its bullet is round or a star, as text browsers draw the items of menus, not the hyphen of a list in prose."""
    bar: bool
    """Its parts stand between bars or raised dots, as in menus."""
    little: tuple[str, ...]
    """Its short words in small letters."""
    key: str
    """What it says without marks: lines that say the same are told twice."""


def shape_of(line: str) -> Shape:
    """The shape of a line without its line end. Long lines are judged by their first and last 2,000 characters."""
    whole = line.strip()
    text = whole if len(whole) <= 4000 else whole[:2000] + whole[-2000:]
    bullet = BULLET.match(text)
    body = text[bullet.end() :] if bullet else text
    words = _WORD.findall(body)
    wide = len(WIDE.findall(body))
    letters = sum(map(len, words))
    tail = body.rstrip(_CLOSERS)
    last = tail[-1:] or body[-1:]
    lowered = sum(map(str.islower, body))
    raised = sum(map(str.isupper, body))
    rest = words[1:]
    start = body[:1]
    return Shape(
        chars=len(whole),
        words=len(words) + wide // 2,
        ends=last in _ENDS or (body[-1:] in '"”»' and last in ",?!."),
        inner=len(_INNER.findall(body)),
        bullet=bullet is not None,
        bare=not _MARKS.sub("", body),
        capital=sum(w[0].isupper() for w in rest) / len(rest) if rest else 0.0,
        upper=raised / (raised + lowered) if raised + lowered else 0.0,
        digits=sum(map(str.isdigit, body)) / len(body) if body else 0.0,
        commas=body.count(",") + body.count("、") + body.count("،"),
        quotes=any(c in body for c in '"“”«»„「'),
        url=bool(_URL.search(body)),
        dated=bool(_DATE.search(body)),
        low=start.islower() or start in ",.;)",
        cased=raised + lowered > letters / 2,
        colon=body.endswith(":"),
        first=_first(start),
        letters=letters / len(words) if words else 0.0,
        dot=bullet is not None and text[0] not in "-–—0123456789",
        bar="|" in body or " · " in body or " • " in body,
        little=tuple([w for w in words if len(w) <= _LITTLE and w.islower()]),
        key=body[:80].casefold(),
    )


def _first(start: str) -> str:
    if start.isalpha():
        return "letter"
    if start.isdigit():
        return "digit"
    return "quote" if start in "\"“«‘'„「" else "mark"
