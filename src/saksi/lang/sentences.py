"""The sentences of a text, split by the pack's marks, abbreviations and quotations."""

from __future__ import annotations

import re
from functools import cache

from saksi.lang.base import Pack, pack

_INITIAL = re.compile(r"(?:^|[\s(])[^\W\d_]$")
_NUMBERED = re.compile(r"(?:^|\n)\s*\d{1,2}$")


def sentences(text: str, start: int, end: int, lang: Pack) -> list[tuple[int, int]]:
    """Start and end of each sentence of ``text[start:end]``, in order, without the white space around them.

    A closing quotation mark, bracket or footnote after the end mark belongs to the sentence. An end mark inside an open
    quotation ends a sentence too, as news quotes run over several.
    """
    found: list[tuple[int, int]] = []
    at = start
    for mark in _end_marks(lang.code).finditer(text, start, end):
        if _ends(text, start, end, mark, lang):
            found.append((at, mark.end()))
            at = mark.end()
    found.append((at, end))
    trimmed = []
    for a, b in found:
        piece = text[a:b]
        left = len(piece) - len(piece.lstrip())
        if piece.strip():
            trimmed.append((a + left, a + len(piece.rstrip())))
    return trimmed


@cache
def _end_marks(code: str) -> re.Pattern[str]:
    return re.compile(f"(?:[{re.escape(pack(code).ends)}]{{1,4}}[\"”’»')\\]]{{0,3}}|\n+)")


def _ends(text: str, start: int, end: int, mark: re.Match[str], lang: Pack) -> bool:
    if mark[0].startswith("\n"):
        return True
    after = text[mark.end() : min(end, mark.end() + 3)]
    if after and not after[0].isspace():
        return False
    following = after.lstrip()
    if following and following[0].islower():
        return False
    if mark[0] != ".":
        return True
    before = text[max(start, mark.start() - 20) : mark.start()]
    words = before.split()
    last = words[-1].lstrip("(\"“'‘") if words else ""
    if last.casefold() in lang.abbreviations or last + "." in lang.abbreviations or last in lang.abbreviations:
        return not following
    return not (_INITIAL.search(before) or _NUMBERED.search(before))
