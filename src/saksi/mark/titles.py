"""Title phrases: an office's words and the words that belong to them ("Wakil Ketua" + "Komisi IX DPR RI")."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from saksi.lang.base import OfficeVerbRow, Pack, TitleRow, pack
from saksi.lang.forms import Forms, Token, class_of
from saksi.model.happenings import OfficeStatus

LONGEST = 16
"""Tokens that a title phrase may have; the longest of 500 read by hand had 13."""
_COUNTED = re.compile(r"(?:ke-)?\d{1,3}(?:st|nd|rd|th)?$")


class Title(NamedTuple):
    """A title phrase in a list of tokens: ``first`` to ``end``, its office's own words from ``head`` to ``core``."""

    first: int
    head: int
    core: int
    end: int
    status: OfficeStatus
    kind: str
    adjective: int
    """Where the word that says its status begins ("mantan"); ``first`` where there is none."""

    @property
    def bare(self) -> bool:
        """Whether it names no body, place or matter."""
        return self.end == self.core and self.first == self.head


@cache
def title_forms(code: str) -> Forms[TitleRow]:
    """The titles of a pack."""
    return Forms(pack(code).titles)


@cache
def status_forms(code: str) -> Forms[OfficeVerbRow]:
    """The words before a title that say whether it is held ("mantan", "acting")."""
    return Forms(row for row in pack(code).office_verbs if row.kind == "adjective")


def titles_in(tokens: list[Token], solid: dict[int, int], closed: frozenset[int], lang: Pack) -> list[Title]:
    """The title phrases of a sentence, in order.

    In: ``solid`` leads from the first token of a name of a body or place to the token after it; ``closed`` holds the
    tokens of people's names and of times, where no title reaches.
    """
    found: list[Title] = []
    reader = _Reader(tokens, solid, closed, lang)
    i = least = 0
    while i < len(tokens):
        title = None if i in closed or reader.within(i) else reader.title_at(i, least)
        if title is None:
            i += 1
            continue
        found.append(title)
        i = least = max(title.end, i + 1)
    return found


class _Reader:
    """What belongs to a title, in one sentence."""

    def __init__(self, tokens: list[Token], solid: dict[int, int], closed: frozenset[int], lang: Pack) -> None:
        self.tokens = tokens
        self.solid = solid
        self.inside = {t: first for first, end in solid.items() for t in range(first, end)}
        self.closed = closed
        code = lang.code
        self.titles, self.statuses = title_forms(code), status_forms(code)
        self.parts = class_of(code, "title_parts")
        self.links = class_of(code, "title_links")
        self.ands = class_of(code, "title_ands")
        self.order = class_of(code, "title_order")
        self.openers = class_of(code, "title_not_first")

    def within(self, i: int) -> bool:
        """Whether a token is inside a body's name ("Istana Wakil Presiden") that no person's name follows."""
        first = self.inside.get(i, i)
        return first != i and self.solid[first] not in self.closed

    def title_at(self, i: int, least: int) -> Title | None:
        """The title phrase whose status word or head stands at ``i``; its first token not before ``least``."""
        status: OfficeStatus = "holds"
        head = i
        told = self.statuses.at(self.tokens, i)
        if told is not None and told[1] < len(self.tokens):
            status, head = told[0].status, told[1]
        row = self.titles.at(self.tokens, head) if head not in self.closed else None
        if row is None or not self._opens(row[0], status):
            if told is None:
                return None
            if "before" in self.order:  # "former Disney executive": the head comes after what it belongs to
                return None
            status, head, row = "holds", i, self.titles.at(self.tokens, i)
            if row is None or not self._opens(row[0], status):
                return None
        core = row[1]
        for k in range(head + 1, core):  # "State Attorney" + "Attorney General"
            over = self.titles.at(self.tokens, k)
            core = max(core, over[1]) if over is not None else core
        while core < len(self.tokens) and core not in self.closed:  # "Ketua" + "Komisi": heads in a chain
            further = self.titles.at(self.tokens, core)
            if further is None or further[0].kind != "office" or core in self.inside:
                break
            core = further[1]
        if row[0].kind == "role" and core + 1 < len(self.tokens) and self.tokens[core].fold in self.ands:
            further = self.titles.at(self.tokens, core + 1)  # "kader sekaligus advokat" + "PDI-P"
            core = further[1] if further is not None and further[0].kind == "role" else core
        end = self._after(core, head) if "after" in self.order else self._of(core, head)
        first, adjective, before = head, i, status
        if "before" in self.order:
            first, adjective, before = self._before(head, least, status if head > i else None, i)
        return Title(first, head, core, end, before, row[0].kind, adjective)

    def _opens(self, row: TitleRow, status: OfficeStatus) -> bool:
        return row.kind in ("office", "role") or (row.kind == "rank" and status == "held")

    def _material(self, k: int) -> int:
        """The token after the material at ``k``, or ``k`` where there is none."""
        if k >= len(self.tokens) or k in self.closed:
            return k
        if k in self.solid:
            return self.solid[k]
        token = self.tokens[k]
        if token.text[0].isupper() or token.fold in self.parts or _COUNTED.match(token.fold):
            row = self.titles.at(self.tokens, k)
            return k if row is not None and row[0].kind in ("rank", "honorific", "degree") else k + 1
        return k

    def _after(self, core: int, head: int) -> int:
        """The end of what follows a head directly ("Menteri" + "Pertahanan Israel")."""
        k = core
        while k < len(self.tokens) and k - head < LONGEST:
            token = self.tokens[k]
            ahead = self._material(k)
            if ahead == k and token.text == "(":
                close = self._bracket(k)
                ahead = close if close and (close in self.solid or k - 1 in self.inside) else k
            elif ahead == k and (token.text in ",&/" or token.fold in self.links):
                ahead = self._linked(k)
            if ahead == k:
                break
            k = ahead
        return k

    def _linked(self, k: int) -> int:
        """The token after a link and its material, or ``k``: "dan Keamanan", ", Kebudayaan, Riset dan Teknologi"."""
        after = self._material(k + 1)
        if after == k + 1 or (self.titles.at(self.tokens, k + 1) and k + 1 not in self.solid):
            return k
        if self.tokens[k].text != ",":
            return after
        look = after
        while look < len(self.tokens) and look - k < LONGEST // 2:
            if self.tokens[look].fold in self.links and self._material(look + 1) > look + 1:
                return after
            further = self._material(look + 1) if self.tokens[look].text == "," else self._material(look)
            if further <= look + (self.tokens[look].text == ","):
                return k
            look = further
        return k

    def _bracket(self, k: int) -> int:
        """The token after the bracket that closes the one at ``k``, if within five tokens; 0 for none."""
        for close in range(k + 2, min(k + 6, len(self.tokens))):
            if self.tokens[close].text == ")":
                return close + 1
        return 0

    def _of(self, core: int, head: int) -> int:
        """The end of what follows a head by a link ("head" + "of the World Bank")."""
        k = core
        while k < len(self.tokens) and k - head < LONGEST and self.tokens[k].fold in self.links:
            ahead = k + 1
            while ahead < len(self.tokens) and self.tokens[ahead].fold in self.openers:
                if self.statuses.at(self.tokens, ahead):
                    return k
                ahead += 1
            if ahead < len(self.tokens) and self.statuses.at(self.tokens, ahead):
                break
            after = self._material(ahead)
            if after == ahead:
                break
            while after < len(self.tokens) and self._material(after) > after:
                after = self._material(after)
            k = after
        return k

    def _before(self, head: int, least: int, status: OfficeStatus | None, at: int) -> tuple[int, int, OfficeStatus]:
        """The first token of what stands before a head ("Disney" + "executive"), its status word, its status."""
        k = at
        while k > least and head - k < LONGEST:
            back = k - 1
            if back in self.closed:
                break
            if back in self.inside:
                k = self.inside[back]
                told = self.statuses.at(self.tokens, k)  # "Interim BART" as one name
                if told is not None and told[1] <= back:
                    return told[1], k, told[0].status
                continue
            token = self.tokens[back]
            if token.text == "." and back > least and self.tokens[back - 1].text[0].isupper():
                k = back - 1
                continue
            told = self.statuses.at(self.tokens, back)
            if told is not None and told[1] == back + 1:
                return k, back, told[0].status
            named = token.text[0].isupper() and token.fold not in self.openers
            if not (named or (token.fold in self.parts and self.tokens[head].text[0].islower())):
                break
            k = back
        first = head if status is not None and k == at else k
        return first, min(at, k), status or "holds"
