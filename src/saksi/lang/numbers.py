"""Numbers in words and digits -> low and high, by the pack's numbers.toml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec

from saksi.errors import BadPack

_GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{3}){1,7}")
_PLAIN = re.compile(r"\d{1,18}")
_DECIMAL = re.compile(r"\d{1,15}[.,]\d{1,6}")
LARGEST = 1e18


class Number(msgspec.Struct, frozen=True):
    """A number: from ``low`` to ``high`` (equal unless it is vague), written in the words before ``end``."""

    low: float
    high: float
    end: int
    digits: bool
    """Some of it is in digits."""
    plain: float = 0.0
    """The number before its scale ("1,2 juta": 1.2); 0 where there is none."""


class NumberWords:
    """The number words of a language. Raises: BadPack when an example does not read as it says."""

    def __init__(self, facts: dict[str, Any], code: str) -> None:
        self.decimal: str = facts["decimal"]
        self.thousands: str = facts["thousands"]
        self.joiners = frozenset(facts["joiners"])
        self.units: dict[str, float] = facts["words"]
        self.tens: dict[str, float] = facts["tens"]
        self.teen: dict[str, float] = facts["teen"]
        self.small: dict[str, float] = facts["small"]
        self.large: dict[str, float] = facts["large"]
        self.one_of: dict[str, float] = facts["one_of"]
        self.vague: dict[str, list[float]] = facts["vague"]
        self.several: dict[str, list[float]] = facts["several"]
        self.fractions: dict[str, float] = facts["fractions"]
        self.starts = frozenset(
            word.split()[0]
            for table in (self.units, self.tens, self.one_of, self.vague, self.several, self.fractions)
            for word in table
        ) | ({"a"} if "a" in self.joiners else frozenset[str]())
        for text, (low, high) in facts["examples"].items():
            words = re.findall(r"[\d.,]*\d|\w+|-", text)
            read = self.read(words, 0)
            if read is None or (read.low, read.high, read.end) != (low, high, len(words)):
                raise BadPack(f"the example {text!r} reads as {read}", file=f"{code}/numbers.toml", line=0)

    def value(self, digits: str) -> float | None:
        """The value of a number in digits, its separators read as the language writes them."""
        if _PLAIN.fullmatch(digits):
            return int(digits)
        if _GROUPS.fullmatch(digits):
            marks = set(digits) & {".", ","}
            if marks == {self.thousands} or (
                marks == {self.decimal} and (digits.count(self.decimal) > 1 or digits.endswith("000"))
            ):
                return int(digits.replace(".", "").replace(",", ""))
        if _DECIMAL.fullmatch(digits):
            return float(digits.replace(",", "."))
        whole, mark, rest = digits.rpartition(self.decimal)
        if mark and _GROUPS.fullmatch(whole) and self.decimal not in whole and _PLAIN.fullmatch(rest):
            return float(whole.replace(self.thousands, "") + "." + rest)
        return None

    def read(self, words: Sequence[str], at: int) -> Number | None:
        """The longest number that begins at ``words[at]`` (lower case), or None."""
        word = words[at]
        if word[0].isdigit():
            value = self.value(word)
            return None if value is None else self._scaled(words, at + 1, value, value, digits=True)
        if word in self.vague:
            low, high = self.vague[word]
            return self._scaled(words, at + 1, low, high, digits=False)
        several = self._several(words, at)
        if several:
            return several
        if word in self.fractions:
            return self._part_of(words, at)
        return self._spelled(words, at)

    def _part_of(self, words: Sequence[str], at: int) -> Number:
        """A fraction, and the round number that it is of: setengah; setengah juta; half a dozen."""
        part = self.fractions[words[at]]
        after = at + 1
        if after < len(words):
            scale = self.small.get(words[after]) or self.large.get(words[after])
            article = self._spelled(words, after) if words[after] == "a" else None
            if article is not None or scale:
                value = part * (article.low if article is not None else scale or 1)
                end = article.end if article is not None else after + 1
                clean = int(value) if float(value).is_integer() else value
                return Number(clean, clean, end, False)
        return Number(part, part, after, False)

    def _several(self, words: Sequence[str], at: int) -> Number | None:
        for form, (low, high) in self.several.items():
            parts = form.split()
            after = at + len(parts)
            if list(words[at:after]) == parts and after < len(words):
                scale = self.small.get(words[after]) or self.large.get(words[after])
                if scale:
                    return self._scaled(words, after + 1, low * scale, (high + 1) * scale - 1, digits=False)
        return None

    def _scaled(self, words: Sequence[str], at: int, low: float, high: float, *, digits: bool) -> Number:
        """A number with the scales after it: 1,2 juta; puluhan ribu; hundreds of thousands."""
        plain = low
        for _ in range(2):
            here = (
                at + 1 if not digits and at + 1 < len(words) and words[at] in self.joiners and words[at] != "a" else at
            )
            word = words[here] if here < len(words) else ""
            plural = self.vague.get(word, [0])[0] if here > at else 0
            scale = self.large.get(word) or plural or (self.small.get(word) if word in self.small else 0)
            if not scale or low * scale > LARGEST:
                break
            exact = low == high
            low, high, at = low * scale, high * scale if exact else (high + 1) * scale - 1, here + 1
        clean = [int(x) if float(x).is_integer() else round(x, 6) for x in (low, high)]
        return Number(clean[0], clean[1], at, digits, plain)

    def _spelled(self, words: Sequence[str], at: int) -> Number | None:
        total = group = pending = 0.0
        seen = tens = False
        last_small, last_large = 1e9, LARGEST
        end = i = at
        article = words[at] == "a"
        if article:
            if "a" not in self.joiners or at + 1 >= len(words):
                return None
            if words[at + 1] not in self.small and words[at + 1] not in self.large:
                return None
            pending, seen, i = 1, True, at + 1
        while i < len(words) and i - at < 24:
            word = words[i]
            if word in self.units and not pending and not (tens and self.units[word] > 9):
                pending, seen, tens = self.units[word], True, False
                if pending == 0:
                    return Number(0, 0, i + 1, False)
            elif word in self.tens and not pending and not tens:
                group, seen, tens = group + self.tens[word], True, True
            elif word in self.teen and pending and pending < 10:
                group, pending = group + pending + self.teen[word], 0
            elif word in self.small and pending and self.small[word] < last_small:
                last_small = self.small[word]
                group, pending = group + pending * last_small, 0
            elif word in self.one_of and not pending and self.one_of[word] < min(last_small * 10, last_large):
                scale = self.one_of[word]
                group, seen = group + scale, True
                last_small = min(scale, last_small)
                if scale >= 1000:
                    total, group, last_large, last_small = total + group, 0, scale, 1e9
            elif word in self.large and (group or pending) and self.large[word] < last_large:
                last_large, last_small = self.large[word], 1e9
                total, group, pending, tens = total + (group + pending) * last_large, 0, 0, False
            elif word in self.fractions and seen and self.fractions[word] == 0.5:
                pending += 0.5
                end = i + 1
                break
            elif word in self.joiners and seen and (carried := self._joined(words, i)) is not None:
                i = carried
                continue
            else:
                break
            i += 1
            end = i
        value = total + group + pending
        if not seen or end == at or value > LARGEST:
            return None
        clean = int(value) if float(value).is_integer() else value
        return Number(clean, clean, end, False)

    def _joined(self, words: Sequence[str], at: int) -> int | None:
        """The word that a chain of joiners carries the number on to: "and six", "-five", "and a half"; else None."""
        end = at
        while end < len(words) and words[end] in self.joiners and words[end] != "of" and end - at < LONGEST_CHAIN:
            end += 1
        if end >= len(words):
            return None
        chain, before, word = set(words[at:end]), words[at - 1], words[end]
        if word in self.fractions:
            return end if chain & {"and", "a"} else None
        if chain == {"-"}:
            return end if word in self.units and before in self.tens else None
        if chain == {"and"} and (before in self.small or before in self.large):
            return end if word in self.units or word in self.tens else None
        return None


LONGEST_CHAIN = 5


@cache
def number_words(code: str) -> NumberWords:
    """The number words of a pack."""
    from saksi.lang.base import pack

    return NumberWords(pack(code).numbers, code)
