"""Lines taken from a page -> where their characters stand in its source.

Extractors give text without saying where it stood. The lines come in the order of the page, so each is looked for after
the one before it: whole where the source has it whole, else piece by piece across tags and character references.
"""

from __future__ import annotations

import re
from html import unescape

from saksi.model.spans import OffsetMap

Run = tuple[int, int, int]

# A tag may hold ">" inside a quoted value. Possessive, so that a broken tag fails at once.
_INSIDE = r"(?:[^<>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+"
TAG = r"<[/!?]?+[A-Za-z]" + _INSIDE + ">"
TAG_PARTS = r"<(/?+)([A-Za-z][A-Za-z0-9:_-]*+)(" + _INSIDE + ")>"
_TOKEN = re.compile(TAG + r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|[^<&]+|[<&]")
_WORD = re.compile(r"\S+")
_SILENT = re.compile(r"<!--|<(script|style|noscript|template|svg|iframe|textarea|select)\b", re.IGNORECASE | re.ASCII)
_HEAD_END = re.compile(r"</head\s*>|<body\b", re.IGNORECASE | re.ASCII)

REACH = 4000  # characters of source within which the rest of a broken line is looked for: a long paragraph's markup
TRIES = 6  # places that begin like the line before it is given up
BUDGET = 40  # characters of source searched per character of source, all lines together: keeps a hostile page linear


def silenced(html: str) -> str:
    """The source with all that is never shown blanked out, as long as before (scripts, styles, comments, the head)."""
    parts: list[str] = []
    at = 0
    while found := _SILENT.search(html, at):
        parts.append(html[at : found.start()])
        at = _close(html, found.end(), found.group(1))
        parts.append(" " * (at - found.start()))
    parts.append(html[at:])
    shown = "".join(parts)
    head = _HEAD_END.search(shown)
    return " " * head.start() + shown[head.start() :] if head else shown


_CLOSES = {
    kind: re.compile(rf"</{kind}\b[^>]*+>", re.IGNORECASE | re.ASCII)
    for kind in ("script", "style", "noscript", "template", "svg", "iframe", "textarea", "select")
}


def _close(html: str, at: int, kind: str | None) -> int:
    if kind is None:
        end = html.find("-->", at)
        return len(html) if end < 0 else end + 3
    closed = _CLOSES[kind.lower()].search(html, at)
    return len(html) if closed is None else closed.end()


def aligned(lines: list[str], source: str) -> OffsetMap:
    """The map from the lines, joined by line breaks, to the source (``silenced``).

    Lines or parts of lines that the source does not have are in no run.
    """
    finder = _Finder(source)
    runs: list[Run] = []
    at = 0
    for line in lines:
        runs += [(at + here, there, n) for here, there, n in finder.line(line)]
        at += len(line) + 1
    return OffsetMap(runs=_joined(runs))


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    out: list[Run] = []
    for here, there, n in runs:
        if out and out[-1][0] + out[-1][2] == here and out[-1][1] + out[-1][2] == there:
            out[-1] = (out[-1][0], out[-1][1], out[-1][2] + n)
        else:
            out.append((here, there, n))
    return tuple(out)


class _Finder:
    """Looks for lines one after the other."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._left = BUDGET * len(source) + 100_000

    def line(self, line: str) -> list[Run]:
        """The runs of one line; the next line is looked for after them."""
        whole = self._find(line, None)
        if whole >= 0:
            self._at = whole + len(line)
            return [(0, whole, len(line))]
        runs: list[Run] = []
        here, reach, rest = 0, None, len(line)
        while here < rest:
            got = self._stretch(line, here, reach)
            if not got:
                if reach is None:
                    break
                after = _WORD.search(line, here)
                if not after:
                    break
                here = after.end()  # one word that the source does not have
                continue
            runs += got
            here = got[-1][0] + got[-1][2]
            self._at = got[-1][1] + got[-1][2]
            reach = REACH
        return runs

    def _find(self, what: str, reach: int | None) -> int:
        end = len(self._source) if reach is None else min(len(self._source), self._at + reach)
        if self._left <= 0:
            return -1
        found = self._source.find(what, self._at, end)
        self._left -= (end if found < 0 else found) - self._at
        return found

    def _stretch(self, line: str, here: int, reach: int | None) -> list[Run]:
        """The longest stretch of the line from ``here`` that stands in the source, tags and references left out."""
        words = [m.span() for m, _ in zip(_WORD.finditer(line, here), range(8), strict=False)]
        if not words:
            return []
        start = words[0][0]
        best: list[Run] = []
        for count in (8, 4, 2, 1):
            if count > len(words) and count > 1:
                continue
            anchor = line[start : words[min(count, len(words)) - 1][1]]
            if count == 1 and reach is None and len(anchor) < 4 and len(line) - start > 40:
                continue
            mark = self._at
            for _ in range(TRIES):
                there = self._find(anchor, reach)
                if there < 0:
                    break
                got = self._walk(line, start, there)
                if got and (not best or got[-1][0] + got[-1][2] > best[-1][0] + best[-1][2]):
                    best = got
                if best and best[-1][0] + best[-1][2] >= min(len(line), start + 60):
                    return best
                self._at = there + 1
            self._at = mark
            if best:
                return best
        return best

    def _walk(self, line: str, here: int, there: int) -> list[Run]:
        runs: list[Run] = []
        for token in _TOKEN.finditer(self._source, there):
            piece = token.group()
            while here < len(line) and line[here].isspace():
                here += 1
            if here >= len(line):
                break
            if piece[0] == "<" and len(piece) > 1:
                continue
            if piece[0] == "&" and len(piece) > 1:
                meant = unescape(piece)
                if meant.isspace() or line.startswith(meant, here):
                    here += 0 if meant.isspace() else len(meant)
                    continue
                break
            here, fits = _words(line, here, piece, token.start(), runs)
            if not fits:
                break
        return runs


def _words(line: str, here: int, piece: str, at: int, runs: list[Run]) -> tuple[int, bool]:
    """Adds the runs of a piece of plain source; where the line goes on, and whether all of the piece fitted."""
    if line.startswith(piece, here):
        runs.append((here, at, len(piece)))
        return here + len(piece), True
    for word in _WORD.finditer(piece):
        while here < len(line) and line[here].isspace():
            here += 1
        if here >= len(line):
            return here, False
        text = word.group()
        if not line.startswith(text, here):
            same = _common(line, here, text)
            if same:
                runs.append((here, at + word.start(), same))
            return here + same, False
        _add(runs, here, at + word.start(), len(text))
        here += len(text)
    return here, True


def _add(runs: list[Run], here: int, there: int, n: int) -> None:
    if runs:
        h, t, k = runs[-1]
        if here - h == there - t and here - (h + k) <= 1:  # one white-space character between two words is the same one
            runs[-1] = (h, t, here - h + n)
            return
    runs.append((here, there, n))


def _common(line: str, here: int, text: str) -> int:
    n = 0
    for a, b in zip(line[here : here + len(text)], text, strict=False):
        if a != b:
            break
        n += 1
    return n
