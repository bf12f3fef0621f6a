"""The words of a stretch of text with what each may mean in the calendar: what the time rules run over."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from saksi.lang.base import Pack, pack
from saksi.lang.numbers import Number, NumberWords, number_words

_PIECES = re.compile(
    r"\d{4}-\d{2}-\d{2}(?!\d)"
    r"|(?<![\w/])\d{1,2}/\d{1,2}/\d{2,4}(?![\d/])|\d{1,2}-\d{1,2}-\d{4}(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"
    r"|(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])"
    r"|\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?![.,:]?\d)"
    r"|\d{1,20}(?:[.,]\d{1,9}){0,8}"
    r"|[^\W\d_]+|[^\w\s]|_"
)
_CLOCK = re.compile(r"(\d{1,2})([.:])(\d{2})(?:[.:](\d{2}))?")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CENTURIES = frozenset(range(16, 21))
"""Numbers that begin a year told in two halves ("nineteen ninety-six")."""
_ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    "XVIII", "XIX", "XX", "XXI",
)  # fmt: skip
_NUMERIC = (
    "num", "num yy", "num day", "num day yy", "num hour", "num hour yy", "num day hour", "num day hour yy",
    "num day hour mon", "num day hour mon yy", "num year", "clock", "clock colon", "clock num", "dmy", "dm", "decade",
    "ord", "ord day", "year",
)  # fmt: skip
_PUNCTUATION = {",": "comma", "(": "open", ")": "close", ".": "dot", "'": "apostrophe", "’": "apostrophe",
                "-": "dash", "–": "dash", "—": "dash", "/": "slash", "%": "percent"}  # fmt: skip
Kinds = dict[str, Any]


class Word:
    """A word, a number (of any length, in words or digits) or a mark, and its values by class."""

    __slots__ = ("end", "kinds", "lower", "start")

    def __init__(self, start: int, end: int, lower: str, kinds: Kinds) -> None:
        self.start, self.end, self.lower, self.kinds = start, end, lower, kinds


class Lexicon:
    """The calendar words of a pack: form -> class -> value."""

    def __init__(self, lang: Pack) -> None:
        calendar = lang.calendar
        self.numbers: NumberWords = number_words(lang.code)
        self.single: dict[str, Kinds] = {}
        self.capital: dict[str, Kinds] = {}
        self.several: dict[str, list[tuple[tuple[str, ...], Kinds]]] = {}
        self.ordinals = frozenset(calendar["number_suffixes"])
        self.decades = frozenset(calendar["decade_suffixes"])
        self.touching = frozenset(calendar["touching"])
        proper = set(calendar["proper"])
        units = calendar["classes"]["unit"]
        tables: dict[str, dict[str, Any]] = {
            "weekday": calendar["weekdays"] | calendar.get("weekdays_short", {}),
            "month": calendar["months"] | calendar.get("months_short", {}),
            "short": calendar.get("months_short", {}),
            **calendar["classes"],
        }
        for kind, table in tables.items():
            for form, value in table.items():
                self._add(form, kind, value, proper=kind in proper or (kind == "weekday" and form.casefold() in units))
        for n, roman in enumerate(_ROMAN, 1):
            self.capital.setdefault(roman.casefold(), {})["roman"] = n
        for mark, kind in _PUNCTUATION.items():
            self.single.setdefault(mark, {})[kind] = mark
        for form, kinds in self.capital.items():
            self.capital[form] = self.single.get(form, {}) | kinds
        for kinds_of in self.several.values():
            kinds_of.sort(key=lambda row: -len(row[0]))

    def _add(self, form: str, kind: str, value: Any, *, proper: bool) -> None:
        parts = tuple(_PIECES.findall(form.casefold()))
        if len(parts) == 1:
            (self.capital if proper else self.single).setdefault(parts[0], {})[kind] = value
            return
        rows = self.several.setdefault(parts[0], [])
        for known, kinds in rows:
            if known == parts[1:]:
                kinds[kind] = value
                return
        rows.append((parts[1:], {kind: value}))

    def signatures(self) -> set[frozenset[str]]:
        """Every set of classes that a word may have."""
        found = {frozenset(k) for k in (*self.single.values(), *self.capital.values())}
        found |= {frozenset((*kinds, "num")) for form, kinds in self.single.items() if form in self.numbers.starts}
        found |= {frozenset(kinds) for rows in self.several.values() for _, kinds in rows}
        return found | {frozenset(shape.split()) for shape in _NUMERIC}


@cache
def lexicon(code: str) -> Lexicon:
    """The calendar words of a pack, compiled once."""
    return Lexicon(pack(code))


_NOTHING: Kinds = {}


@lru_cache(maxsize=512)
def words_in(text: str, start: int, end: int, code: str) -> tuple[Word, ...]:
    """The words of ``text[start:end]`` in order; several that make one number or one calendar word are joined."""
    known = lexicon(code)
    raw = [(m.start(), m.end(), m[0]) for m in _PIECES.finditer(text, start, end)]
    lowers = [r[2].casefold() for r in raw]
    single, capital, several, starts = known.single, known.capital, known.several, known.numbers.starts
    out: list[Word] = []
    i, n = 0, len(raw)
    while i < n:
        a, b, form = raw[i]
        lower = lowers[i]
        first = form[0]
        if first.isdigit():
            word, i = _digits(raw, lowers, i, known)
            out.append(word)
            continue
        if lower in several:
            joined = next((row for row in several[lower] if tuple(lowers[i + 1 : i + 1 + len(row[0])]) == row[0]), None)
            if joined:
                i += len(joined[0])
                out.append(Word(a, raw[i][1], " ".join((lower, *joined[0])), joined[1]))
                i += 1
                continue
        if lower in starts:
            number = known.numbers.read(lowers, i)
            if number is not None:
                later = known.numbers.read(lowers, number.end) if number.low in _CENTURIES and number.end < n else None
                if later is not None and 10 <= later.low == later.high <= 99 and later.end > number.end:
                    year = int(number.low * 100 + later.low)
                    out.append(Word(a, raw[later.end - 1][1], lower, {"year": year}))
                    i = later.end
                    continue
                out.append(_spelled(number, raw, i, known))
                i = number.end
                continue
        kinds = capital.get(lower) if first.isupper() else None
        out.append(Word(a, b, lower, kinds if kinds is not None else single.get(lower, _NOTHING)))
        i += 1
    return tuple(out)


def _spelled(number: Number, raw: list[tuple[int, int, str]], i: int, known: Lexicon) -> Word:
    kinds: Kinds = {"num": number}
    if number.end == i + 1 and raw[i][2].casefold() in known.single:
        return Word(raw[i][0], raw[i][1], raw[i][2].casefold(), known.single[raw[i][2].casefold()] | kinds)
    if number.low == number.high and 1 <= number.low <= 12 and number.end == i + 1:
        kinds["hour"] = int(number.low)
    return Word(raw[i][0], raw[number.end - 1][1], raw[i][2].casefold(), kinds)


def _digits(raw: list[tuple[int, int, str]], lowers: list[str], i: int, known: Lexicon) -> tuple[Word, int]:
    """A word that begins with a digit, and the place after it."""
    a, b, form = raw[i]
    after = raw[i + 1] if i + 1 < len(raw) else None
    if i and raw[i - 1][1] == a and raw[i - 1][2][-1].isalpha() and not _may_touch(lowers[i - 1], known):
        return Word(a, b, form, _NOTHING), i + 1
    kinds: Kinds = {}
    clock, slashed, iso = _CLOCK.fullmatch(form), _SLASHED.fullmatch(form), _ISO.fullmatch(form)
    if iso:
        kinds["dmy"] = (int(iso[3]), int(iso[2]), int(iso[1]), 0)
    elif slashed and ("/" in form or len(slashed[3] or "") == 4):
        if slashed[3]:
            kinds["dmy"] = (int(slashed[1]), int(slashed[2]), int(slashed[3]), len(slashed[3]))
        else:
            kinds["dm"] = (int(slashed[1]), int(slashed[2]))
    if kinds:
        return Word(a, b, form, kinds), i + 1
    glued = after is not None and after[0] == b and after[2][0].isalpha()
    if glued and after is not None and lowers[i + 1] in known.ordinals and form.isdigit() and int(form) < 100:
        value = int(form)
        return Word(
            a, after[1], form + after[2], {"ord": value, "day": value} if 1 <= value <= 31 else {"ord": value}
        ), i + 2
    tens = form.isdigit() and form[-1] == "0" and len(form) in (2, 4)
    if glued and after is not None and tens and lowers[i + 1] in known.decades:
        return Word(a, after[1], form + after[2], {"decade": int(form)}), i + 2
    if clock and int(clock[1]) <= 24 and int(clock[3]) < 60:
        kinds["clock"] = (int(clock[1]), int(clock[3]))
        if clock[2] == ":":
            kinds["colon"] = ":"
        else:
            amount = known.numbers.value(form)
            if amount is not None:
                kinds["num"] = Number(amount, amount, i + 1, True)
                number = known.numbers.read(lowers, i)
                if number is not None and number.end > i + 1:
                    return Word(a, raw[number.end - 1][1], form, {"num": number}), number.end
        return Word(a, b, form, kinds), i + 1
    number = known.numbers.read(lowers, i)
    if number is None:
        return Word(a, b, form, _NOTHING), i + 1
    if after is not None and number.end == i + 1 and after[2] == "1/2":
        half = Number(number.low + 0.5, number.high + 0.5, i + 2, True)
        return Word(a, after[1], form, {"num": half}), i + 2
    if number.end > i + 1 or not form.isdigit():
        return Word(a, raw[number.end - 1][1], form, {"num": number}), number.end
    return Word(a, b, form, _shape(form, number)), i + 1


def _shape(form: str, number: Number) -> Kinds:
    """The classes of a number in plain digits."""
    value = int(number.low)
    kinds: Kinds = {"num": number}
    if len(form) == 4:
        if 1000 <= value <= 2999:
            kinds["year"] = value
        return kinds
    if len(form) > 2:
        return kinds
    if 1 <= value <= 31:
        kinds["day"] = value
    if value <= 24:
        kinds["hour"] = value
    if 1 <= value <= 12:
        kinds["mon"] = value
    if len(form) == 2:
        kinds["yy"] = value
    return kinds


def _may_touch(before: str, known: Lexicon) -> bool:
    """Whether a number may stand right after this word: a currency sign in letters, or a word that lost its space."""
    return before in known.touching or len(before) > 3
