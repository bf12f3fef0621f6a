"""The time rules of a pack, compiled: where in a row of words a time expression stands, and its parts by name.

A rule's form is a pattern over the classes of words: `weekday comma? day month year?`. Names are classes, `|` `(` `)`
and `?` are as in regular expressions, `part:day` names a part that is not called by its class. There is no repetition,
so a form reads a bounded number of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import msgspec

from saksi.errors import BadPack
from saksi.lang.base import pack
from saksi.mark.time_words import Word, lexicon

_FORM = re.compile(r"\s*(?:(?:([a-z_]+):)?([a-z_]+)|([?|()]))")
_FIRST_LETTER = 0xE000


class TimeRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of [[rules]]: a form, the reading that it is given, and a sentence that shows it."""

    form: str
    makes: str
    example: str
    text: str
    """What the rule marks in the example."""
    value: str
    published: str = "2025-06-18"


class Found(msgspec.Struct, frozen=True):
    """A rule that matched: the words from ``first`` up to ``end``, and the words of its parts."""

    rule: TimeRule
    first: int
    end: int
    parts: dict[str, Word]


class TimeRules:
    """The rules of a language. Raises: BadPack for a form that cannot be read."""

    def __init__(self, code: str) -> None:
        known = lexicon(code)
        kinds = sorted(known.signatures(), key=sorted)
        self._letters = {kind: chr(_FIRST_LETTER + n) for n, kind in enumerate(kinds)}
        self._none = self._letters.setdefault(frozenset(), chr(_FIRST_LETTER + len(kinds)))
        self._by_first: dict[str, list[tuple[int, TimeRule, re.Pattern[str], dict[str, str]]]] = {}
        facts: list[dict[str, Any]] = pack(code).calendar["rules"]
        macros: dict[str, str] = pack(code).calendar.get("forms", {})
        self.rules = tuple(msgspec.convert(row, TimeRule) for row in facts)
        for order, rule in enumerate(self.rules):
            form = rule.form
            for _ in range(3):
                for name, meaning in macros.items():
                    form = re.sub(rf"(?<![a-z_:]){name}(?![a-z_:])", f"({meaning})", form)
            try:
                pattern, first, names = self._compiled(form)
            except (KeyError, ValueError) as error:
                raise BadPack(f"the form {rule.form!r}: {error}", file=f"{code}/calendar.toml", line=0) from error
            for letter in first:
                self._by_first.setdefault(letter, []).append((order, rule, pattern, names))

    def letters(self, words: Sequence[Word]) -> str:
        """The row of words as one letter each: what the rules' patterns run over."""
        known, none = self._letters, self._none
        return "".join([known[frozenset(w.kinds)] if w.kinds else none for w in words])

    def found(self, row: str, words: Sequence[Word], at: int) -> Iterator[Found]:
        """The rules that match at a word, the longest match first, then in the order of the pack."""
        rules = self._by_first.get(row[at])
        if not rules:
            return
        hits = []
        for order, rule, pattern, names in rules:
            hit = pattern.match(row, at)
            if hit:
                hits.append((-hit.end(), order, rule, hit, names))
        hits.sort(key=lambda h: h[:2])
        for _, _, rule, hit, names in hits:
            parts: dict[str, Word] = {}
            for group, name in names.items():
                place = hit.start(group)
                if place >= 0:
                    parts[name if name not in parts else group] = words[place]
            yield Found(rule, at, hit.end(), parts)

    def starts(self, letter: str) -> bool:
        """Whether a rule can begin with a word of this letter."""
        return letter in self._by_first

    def _compiled(self, form: str) -> tuple[re.Pattern[str], set[str], dict[str, str]]:
        tokens: list[tuple[str, str]] = []
        at = 0
        for match in _FORM.finditer(form):
            if match.start() != at:
                break
            at = match.end()
            tokens.append((match[3], "") if match[3] else (match[2], match[1] or match[2]))
        if form[at:].strip():
            raise ValueError(f"cannot read {form[at:]!r}")
        names: dict[str, str] = {}

        def alternatives(i: int) -> tuple[int, str, set[str], bool]:
            pattern, first, empty = "", set[str](), False
            i, one, letters, nullable = sequence(i)
            pattern, first, empty = one, letters, nullable
            while i < len(tokens) and tokens[i][0] == "|":
                i, one, letters, nullable = sequence(i + 1)
                pattern, first, empty = f"{pattern}|{one}", first | letters, empty or nullable
            return i, pattern, first, empty

        def sequence(i: int) -> tuple[int, str, set[str], bool]:
            pattern, first, empty = "", set[str](), True
            while i < len(tokens) and tokens[i][0] not in "|)":
                piece, name = tokens[i]
                if piece == "(":
                    i, one, letters, nullable = alternatives(i + 1)
                    if i >= len(tokens) or tokens[i][0] != ")":
                        raise ValueError("a bracket is not closed")
                    one = f"(?:{one})"
                else:
                    letters, nullable = self._of_class(piece), False
                    group = f"g{len(names)}"
                    names[group] = name
                    one = f"(?P<{group}>[{''.join(sorted(letters))}])"
                i += 1
                if i < len(tokens) and tokens[i][0] == "?":
                    one, nullable, i = one + "?", True, i + 1
                pattern += one
                if empty:
                    first |= letters
                empty = empty and nullable
            return i, pattern, first, empty

        end, pattern, first, empty = alternatives(0)
        if end != len(tokens) or empty:
            raise ValueError("matches nothing, or a bracket too many")
        return re.compile(pattern), first, names

    def _of_class(self, name: str) -> set[str]:
        letters = {letter for kinds, letter in self._letters.items() if name in kinds}
        if not letters:
            raise KeyError(f"no word is of the class {name!r}")
        return letters


@cache
def time_rules(code: str) -> TimeRules:
    """The rules of a pack, compiled once."""
    return TimeRules(code)
