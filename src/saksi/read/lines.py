"""A text's lines -> blocks with their roles: what is the article and what stands around it."""

from __future__ import annotations

import re

from saksi.lang.base import FurnitureRow
from saksi.model.pages import LISTS, Block, Role
from saksi.read.dateline import stands_alone
from saksi.read.features import rows_of
from saksi.read.furniture import bare, phrases
from saksi.read.line_model import body_chances, body_lines
from saksi.read.shapes import Shape, shape_of

_Said = tuple[Role, int | None, str]
_INITIALS = re.compile(r"\(?\[?[a-z]{2,4}(?:\s?[/-]\s?[a-z]{2,5}){1,3}\]?\)?\.?$|[(\[][A-Za-z]{2,5}[)\]]$")
"""Who wrote and who checked: "(abc/def)", "[ast]"."""
_COUNTED = re.compile(r"(?:[^\W\d_]{3,9} )?\d{1,3} ?(?:/|of|dari|de|von|sur) ?\d{1,3}")
"""Which of a gallery's pictures: "Image 1 of 5", "3 / 23"."""
_ALONE = re.compile(r"[-–—]{1,2}")
_CARRIED = frozenset({"advert", "share", "readalso"})
_ADDRESS = 200
_LEAD, _LEAD_WORDS = 0.02, 15
"""Chance and words from which a sentence right above the article is its first: 9 of 13 in cross-validation."""
_SUREST = 0.97
_TEASER = 30
"""Words of the longest headline that stands under "Baca juga:" on a line of its own."""
_LONG = 150


def blocks_in(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a text, one for each line that is not blank, in order."""
    found = lines_in(text)
    told = [text[a:b] for a, b in found]
    roles = roles_of(told, title)
    return tuple(
        Block(start=a, end=b, role=role, rank=rank, rule=rule)
        for (a, b), (role, rank, rule) in zip(found, roles, strict=True)
    )


def lines_in(text: str) -> list[tuple[int, int]]:
    """Start and end of each line with anything in it, without the white space around it."""
    found, at = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + len(line) - len(line.lstrip())
            found.append((start, start + len(stripped)))
        at += len(line) + 1
    return found


def roles_of(lines: list[str], title: str | None = None) -> list[_Said]:
    """Role, rank in its list, and rule of each line, in order."""
    shapes = [shape_of(line) for line in lines]
    hit = phrases().hit
    hits = [hit(line) for line in lines]
    rows = rows_of(shapes, hits)
    chances = body_chances(rows)
    return _Walk(lines, shapes, hits, chances.tolist(), body_lines(rows, chances).tolist(), title).roles()


class _Walk:
    """One walk over the lines, with the list that it is in."""

    def __init__(
        self,
        lines: list[str],
        shapes: list[Shape],
        hits: list[FurnitureRow | None],
        chances: list[float],
        body: list[bool],
        title: str | None,
    ) -> None:
        self._lines, self._shapes, self._hits, self._chances, self._body = lines, shapes, hits, chances, body
        self._title = bare(title) if title else None
        self._list: Role | None = None
        self._teaser = False
        self._rank = 0
        self._last: Role | None = None
        bodies = [i for i, yes in enumerate(body) if yes and hits[i] is None]
        self._first_body, self._last_body = (bodies[0], bodies[-1]) if bodies else (len(lines), -1)

    def roles(self) -> list[_Said]:
        """Role, rank and rule of each line."""
        out: list[_Said] = []
        for i in range(len(self._lines)):
            out.append(self._role(i))
            self._last = out[-1][0]
        return out

    def _role(self, i: int) -> _Said:
        line, shape, hit, chance = self._lines[i], self._shapes[i], self._hits[i], self._chances[i]
        if hit and not (chance > _SUREST and shape.chars > _LONG and shape.ends and hit.where == "start"):
            return self._phrase(line, hit)
        if self._title and shape.chars < 300 and bare(line) == self._title:
            return "headline", None, "title"
        if self._teaser:
            self._teaser = False
            if not shape.ends and not shape.bare and shape.words < _TEASER:
                return "readalso", None, "teaser"
        if self._last in _CARRIED and shape.chars < _ADDRESS and line.startswith(("http", "www.")):
            return self._last, None, "address below"
        if self._is_dateline(i, line, shape):
            return "dateline", None, "dateline"
        if self._list and self._is_other_heading(i, line, shape):
            self._list = None
            return "other", None, "heading"
        if self._list:
            if shape.bare or not self._leaves_list(i):
                if not shape.bare and self._list in LISTS:
                    self._rank += 1
                return self._list, self._rank if self._list in LISTS and not shape.bare else None, "list"
            self._list = None
        if shape.chars < 24 and _INITIALS.match(line):
            return "note", None, "initials"
        if shape.words <= 4 and _COUNTED.fullmatch(line):
            return "caption", None, "counted picture"
        if self._body[i]:
            return "body", None, f"model:{chance:.2f}"
        if (
            i + 1 == self._first_body
            and chance > _LEAD
            and shape.words >= _LEAD_WORDS
            and shape.ends
            and not shape.bullet
        ):
            return "body", None, "lead"
        return self._aside(i, line, shape), None, f"model:{chance:.2f}"

    def _phrase(self, line: str, hit: FurnitureRow) -> _Said:
        self._teaser = hit.role == "readalso" and len(line.strip(" :•-")) <= len(hit.form)
        if hit.heads == "list":
            self._list, self._rank = hit.role, 0
        return hit.role, None, f"phrase:{hit.form}"

    def _is_dateline(self, i: int, line: str, shape: Shape) -> bool:
        """Whether a line above the article's first says where it was written, and nothing else."""
        if i > self._first_body or shape.chars > 90:
            return False
        if stands_alone(line):
            return True
        dash = _ALONE.fullmatch(self._lines[i + 1]) if i + 1 < len(self._lines) else None
        if dash and i + 2 == self._first_body:
            return shape.words <= 4 and shape.first == "letter" and (shape.words < 2 or shape.capital == 1)
        return bool(_ALONE.fullmatch(line)) and self._last == "dateline"

    def _is_other_heading(self, i: int, line: str, shape: Shape) -> bool:
        """Whether a line in a list, all in capitals, heads something else: what stood in the list so far does not."""
        if not (line.isupper() and 1 <= shape.words <= 4 and shape.letters > 2) or shape.bullet:
            return False
        return i > 0 and self._rank > 0 and not self._lines[i - 1].isupper() and not self._shapes[i - 1].bare

    def _leaves_list(self, i: int) -> bool:
        """Whether a line below a list's heading is the article again."""
        shape = self._shapes[i]
        if shape.bullet or (i > 0 and self._shapes[i - 1].bare):
            return False
        return self._body[i]

    def _aside(self, i: int, line: str, shape: Shape) -> Role:
        """The role of a line that is not the article and that no phrase claims."""
        if shape.dated and shape.words <= 14 and shape.digits > (0.2 if shape.ends else 0.1):
            return "dateline"
        if line.startswith("#") and shape.words <= 12:
            return "tags"
        if i < self._first_body and not any(self._body[:i]) and self._is_title(i, shape):
            return "headline"
        return "other"

    def _is_title(self, i: int, shape: Shape) -> bool:
        """Whether a line above the article is its title: the page gives none, and it is the first that could be one."""
        if self._title or not 4 <= shape.words <= 25 or shape.bullet or shape.url or self._first_body - i > 8:
            return False
        if shape.colon or shape.inner or self._lines[i].endswith("."):
            return False
        return not any(4 <= s.words <= 30 and not s.bullet and not s.url for s in self._shapes[max(0, i - 8) : i])
