"""A text's lines -> blocks with their roles: what is the article and what stands around it."""

from __future__ import annotations

from saksi.model.pages import LISTS, Block, Role
from saksi.read.furniture import phrases
from saksi.read.shapes import Shape, shape_of

_BODY = 0.5


def blocks_in(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a text, one for each line that is not blank, in order."""
    found = lines_in(text)
    shapes = [shape_of(text[a:b]) for a, b in found]
    return tuple(_Reader(text, found, shapes, title).blocks())


def lines_in(text: str) -> list[tuple[int, int]]:
    """Start and end of each line with anything in it, without the white space around it."""
    found, at = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped[0])
            found.append((start, start + len(stripped)))
        at += len(line) + 1
    return found


def likely_body(shape: Shape) -> float:
    """How likely a line is the article's, by its own shape alone."""
    if shape.bare:
        return 0.0
    if shape.words >= 25:
        return 0.95
    if shape.ends and shape.words >= 6 and not shape.bullet:
        return 0.85
    if shape.low or (shape.first == "quote" and shape.words > 3):
        return 0.6
    return 0.45 if shape.words >= 12 and not shape.bullet else 0.2


class _Reader:
    """One walk over the lines, with the list that it is in."""

    def __init__(self, text: str, lines: list[tuple[int, int]], shapes: list[Shape], title: str | None) -> None:
        self._text, self._lines, self._shapes = text, lines, shapes
        self._title = title.casefold().strip() if title else None
        self._list: Role | None = None
        self._teaser = False
        self._rank = 0
        self._waiting: list[int] = []
        self._last_body = max((i for i, s in enumerate(shapes) if likely_body(s) > _BODY), default=-1)

    def blocks(self) -> list[Block]:
        """The blocks, in order."""
        roles = [self._role(i) for i in range(len(self._lines))]
        return [
            Block(start=a, end=b, role=role, rank=rank, rule=rule)
            for (a, b), (role, rank, rule) in zip(self._lines, roles, strict=True)
        ]

    def _role(self, i: int) -> tuple[Role, int | None, str]:
        line, shape = self._text[slice(*self._lines[i])], self._shapes[i]
        hit = phrases().hit(line)
        if hit:
            self._teaser = hit.role == "readalso" and len(line.strip(" :")) <= len(hit.form)
            if hit.heads == "list":
                self._list, self._rank = hit.role, 0
            return hit.role, None, f"phrase:{hit.form}"
        if self._title and line.casefold().strip() == self._title:
            return "headline", None, "title"
        if self._teaser:
            self._teaser = False
            if not shape.ends and shape.words < 30:
                return "readalso", None, "after its heading"
        chance = likely_body(shape)
        if self._list:
            if shape.bare:
                return self._list, None, "list"
            if chance < 0.9 or self._bulleted(i):
                self._rank += self._list in LISTS
                return self._list, self._rank or None, "list"
            self._list = None
        if chance > _BODY:
            return "body", None, "shape"
        return self._other(i, shape, line), None, "shape"

    def _bulleted(self, i: int) -> bool:
        return self._shapes[i].bullet or (i > 0 and self._shapes[i - 1].bare)

    def _other(self, i: int, shape: Shape, line: str) -> Role:
        if shape.dated and shape.words <= 12:
            return "dateline"
        if self._last_body > i and shape.words > 2 and not shape.bullet and not shape.url:
            return "body"
        if line.startswith("#"):
            return "tags"
        return "other"
