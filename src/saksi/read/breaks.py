"""Line breaks that fell into sentences: where links were set on lines of their own, or lines were wrapped."""

from __future__ import annotations

import re

from saksi.read.furniture import phrases
from saksi.read.shapes import BULLET

_GOES_ON = re.compile(r"[^\W\d_A-Z]|[,;.](?=[\s\w]|$)|\)")
_END = re.compile(r"[.!?:…\"”’»')\]]$|[-–—]$")
_LINK = 8
"""Words of the longest link text that stands alone on a line."""
_WRAP = 140
"""Characters of the longest line that may be a wrapped one."""
_MENU = 2
"""Round bullets from which a text counts as a whole page with its menus, where short lines stand for themselves."""
_FULL = 0.72
_WRAPPED = 0.25
"""Share of lines that go on in small letters from which a text counts as wrapped."""


def broken_at(text: str) -> list[int]:
    """Where a line break stands in the middle of a sentence, in order."""
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    if len(lines) < 2:
        return []
    told = [text[a:b].strip() for a, b in lines]
    low = [bool(t) and _low(t) for t in told]
    if not any(low):
        return []
    wrap = _wrap_width(told, low)
    if not wrap and sum(t.startswith(("•", "*")) for t in told) > _MENU:
        return []
    return [lines[i][1] for i in range(len(told) - 1) if _joins(told, low, i, wrap)]


def _low(line: str) -> bool:
    """Whether a line begins as a sentence goes on."""
    return (line[0].islower() or line[0] in ",;.)") and _GOES_ON.match(line) is not None and not BULLET.match(line)


def _wrap_width(told: list[str], low: list[bool]) -> int:
    """The width that a text was wrapped at, or 0."""
    filled = sorted(len(t) for t in told if t)
    if len(filled) < 6 or filled[int(len(filled) * 0.9)] > _WRAP or sum(low) < _WRAPPED * len(filled):
        return 0
    width = filled[int(len(filled) * 0.9)]
    return width if width >= 50 else 0


def _joins(told: list[str], low: list[bool], i: int, wrap: int) -> bool:
    line, after = told[i], told[i + 1]
    if not line or not after:
        return False
    if _END.search(line) and not (wrap and low[i + 1] and line[-1] not in ".!?:"):
        return False
    if after[0] in ",.;)" and low[i + 1] and not BULLET.match(line):
        return True
    if BULLET.match(after) or _apart(line) or _apart(after):
        return False
    if low[i + 1]:
        return len(line.split()) + len(after.split()) >= 4 or (i > 0 and low[i]) or (i + 2 < len(told) and low[i + 2])
    if wrap and len(line) >= _FULL * wrap:
        return True
    link = len(after.split()) <= _LINK and not _END.search(after)
    goes_on = i + 2 < len(told) and low[i + 2] and not _apart(told[i + 2])
    return link and goes_on and (line.split()[-1][0].islower() or len(line.split()) <= 3)


def _apart(line: str) -> bool:
    """Whether a line stands for itself: a phrase of the page's furniture or no words at all."""
    if len(line) > 200:
        return False
    hit = phrases().hit(line)
    return (hit is not None and hit.where != "tail" and not line[0].islower()) or not any(
        c.isalpha() for c in line[:40]
    )
