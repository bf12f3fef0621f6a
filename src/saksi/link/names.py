"""Whether two names may be one's: word by word, with spellings, initials, nicknames, titles and legal forms.

No string tells that two people are one: a merge needs context besides (see entities). This gives the string's share.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from saksi.known import naming
from saksi.link.spelling import distance, latin, word_distance, written_without_vowels
from saksi.model.frozen import Frozen

NameKind = Literal["person", "organization", "other"]
_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ROMAN = re.compile(r"^(?=[ivxl])(x{0,3})(ix|iv|v?i{0,3})$")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){1,8}[^\W\d_](?:\.|\b)")
_GLYPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


MISSING, NUMBERS, EXCHANGED = 3, 8, 15
NO_WORD = 0.05
"""The most for two names without a word alike."""
AT_MOST = 0.49
"""Of the score where numbers differ ("Divisi 3", "Divisi 4") or father and son have changed places: never one by name
alone, whatever the bench says (it takes neighbouring funds of a series for one)."""


class Words(Frozen, frozen=True, kw_only=True):
    """A name as its words: those that tell it from others, and the rest."""

    own: tuple[str, ...]
    generic: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    form: str | None = None
    numbers: tuple[str, ...] = ()
    vowels: float = 1.0
    glyphs: bool = False
    """Written in syllables or in Chinese characters, where one sign is much."""
    ordered: bool = True
    """False when a comma says that the family name stands first."""


class NameMatch(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How well two names fit. ``score`` is the chance that a matcher's user calls them one; see train/name_match.py."""

    score: float
    because: str
    features: tuple[float, ...]


def compare(a: str, b: str, kind: NameKind = "person") -> NameMatch:
    """How well the two names fit, and why."""
    x, y = name_words(a, kind), name_words(b, kind)
    if not x.own or not y.own:
        return NameMatch(score=0.0, because="no words to compare", features=(0.0,) * (len(WEIGHTS["person"]) - 1))
    features, why = _features(x, y, kind)
    weights = WEIGHTS["person" if kind == "person" else "organization"]
    z = sum(w * f for w, f in zip(weights, (1.0, *features), strict=True))
    score = 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))
    if features[MISSING] == 1.0:
        score = min(score, NO_WORD)
    if features[NUMBERS] or features[EXCHANGED]:
        score *= AT_MOST
    return NameMatch(score=round(score, 4), because=why, features=features)


@lru_cache(maxsize=100_000)
def name_words(name: str, kind: NameKind = "person") -> Words:
    """The words of a name. Titles of people and legal forms of bodies are set aside."""
    dotless = _DOTTED.sub(lambda m: m[0].replace(".", ""), name)
    split = _CAMEL.sub(" ", dotless) if kind != "person" and not dotless.isupper() else dotless
    base = split if len(split.split()) > len(dotless.split()) + 1 else dotless
    found = [w for w in _WORD.findall(re.sub(r"['’`ʼ‘]", "", latin(base.replace("&", " and ")))) if w]
    vowels = 0.15 if written_without_vowels(name) else 1.0
    glyphs = bool(_GLYPHS.search(name))
    if kind == "person":
        return _person(found, vowels, glyphs=glyphs, ordered="," not in name)
    return _body(found, vowels)


def _person(found: list[str], vowels: float, *, glyphs: bool, ordered: bool) -> Words:
    honorific, particle = naming.words("honorific"), naming.words("particle")
    own = [w for w in found if w not in honorific]
    own = own or found
    forms = naming.legal_forms()
    if len(own) > 2 and (own[-1],) in forms and len(own[-1]) <= 3 and own[-1] not in particle:
        own = own[:-1]
    kept = [w for w in own if w not in particle] or own
    return Words(own=tuple(kept), particles=tuple(w for w in own if w in particle), vowels=vowels,
                 glyphs=glyphs, ordered=ordered)  # fmt: skip


def _body(found: list[str], vowels: float) -> Words:
    found, form = _without_form(found)
    generic, particle = naming.words("generic"), naming.words("particle")
    numbers = tuple(_number(w) for w in found if _number(w))
    plain = [w for w in found if not _number(w)]
    own = [w for w in plain if w not in generic and w not in particle]
    rest = [w for w in plain if w in generic]
    if not own:
        own, rest = rest or plain, []
    return Words(own=tuple(own), generic=tuple(rest), form=form, numbers=numbers, vowels=vowels)


def _number(word: str) -> str:
    same = naming.variants("same").get(word, frozenset())
    digits = next((s for s in same if s[:1].isdigit()), word)
    if any(c.isdigit() for c in digits):
        return digits.rstrip("stndrh") if digits[0].isdigit() else digits
    return word if len(word) > 1 and _ROMAN.match(word) else ("i" if word == "i" else "")


def _without_form(found: list[str]) -> tuple[list[str], str | None]:
    forms = naming.legal_forms()
    form = None
    for _ in range(3):
        for n in range(min(5, len(found) - 1), 0, -1):
            if tuple(found[-n:]) in forms:
                form = form or forms[tuple(found[-n:])]
                found = found[:-n]
                break
            if tuple(found[:n]) in forms:
                form = form or forms[tuple(found[:n])]
                found = found[n:]
                break
        else:
            break
    return found, form


def _features(x: Words, y: Words, kind: NameKind) -> tuple[tuple[float, ...], str]:
    vowel = min(x.vowels, y.vowels)
    few, many = (x, y) if sum(map(len, x.own)) <= sum(map(len, y.own)) else (y, x)
    joined = _joined(few.own, many.own, vowel)
    paired, left, extra, notes, turned = _aligned(few.own, many.own, vowel)
    if x.glyphs and y.glyphs:
        paired = [3 * c for c in paired]
    letters = max(1, sum(len(w) for w in few.own))
    if joined < 0.08 and len(few.own) != len(many.own):
        paired, left, extra, notes = [joined * letters], [], [], ["the same letters, cut otherwise"]
    cost = sum(paired)
    worst = max((c / max(2, len(w)) for c, w in zip(paired, few.own, strict=False)), default=0.0) if left == [] else 1.0
    missing = sum(len(w) for w in left) / letters
    more = sum(len(w) for w in extra) / max(1, sum(len(w) for w in many.own))
    single = float(len(few.own) == 1 and len(many.own) > 1 and bool(extra))
    same_numbers = float(bool(x.numbers or y.numbers) and x.numbers != y.numbers)
    generic, generic_more = _generic(x, y)
    form = float(bool(x.form and y.form) and x.form != y.form and "corporate" not in (x.form, y.form))
    initials = sum("initial" in n for n in notes)
    order = float(turned and kind == "person" and x.ordered and y.ordered)
    exchanged = float(bool(order and x.particles and x.particles == y.particles and few.own[-1] == many.own[-1]))
    bare = float(initials and initials >= len(few.own))
    apart = math.sqrt(cost / letters)
    many_more = max(0, min(len(extra), 4) - 1) / 2
    values = (
        apart, min(cost, 6.0) / 2, worst, missing, float(bool(left)), more, many_more, single, same_numbers, generic,
        generic_more, form, float(bool(initials)), bare, order, exchanged, min(letters, 20) / 10 * apart,
    )  # fmt: skip
    if not notes:
        notes = ["the same words"] if cost == 0 and not extra else [f"{cost:.1f} letters apart"]
    if left:
        notes.append("apart: " + ", ".join(left))
    if extra:
        notes.append("only one has: " + ", ".join(extra))
    if same_numbers:
        notes.append("numbers differ")
    return values, "; ".join(notes)


def _joined(a: Sequence[str], b: Sequence[str], vowel: float) -> float:
    """How far apart all the letters are, of the shorter, when the words are cut otherwise."""
    x, y = "".join(a), "".join(b)
    if not x or abs(len(x) - len(y)) > 3:
        return 1.0
    return min(distance(x, y, vowel), distance("".join(sorted(a)), "".join(sorted(b)), vowel)) / len(x)


def _aligned(
    few: Sequence[str], many: Sequence[str], vowel: float
) -> tuple[list[float], list[str], list[str], list[str], bool]:
    """The costs of the pairs, the words left of the smaller and the larger, what was noted, whether the pairs cross.

    The closest words pair first (greedy over the sorted costs: names are short).
    """
    options = []
    for i, a in enumerate(few):
        for j, b in enumerate(many):
            cost, note = _word(a, b, vowel)
            if cost is not None:
                options.append((cost / max(len(a), len(b)), abs(i - j), i, j, cost, note))
    used_i: set[int] = set()
    used_j: set[int] = set()
    costs: dict[int, float] = {}
    to: dict[int, int] = {}
    notes = []
    for _, _, i, j, cost, note in sorted(options):
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            costs[i], to[i] = cost, j
            if note:
                notes.append(f"{few[i]} / {many[j]}: {note}")
    left = [w for i, w in enumerate(few) if i not in used_i]
    extra = [w for j, w in enumerate(many) if j not in used_j]
    left, extra, split = _split(left, extra, vowel)
    if split:
        notes.append("a word cut in two")
    if not extra or not left:
        left = [w for w in left if few.count(w) < 2]
        extra = [w for w in extra if many.count(w) < 2]
    places = [to[i] for i in sorted(to)]
    return [costs[i] for i in sorted(costs)] + split, left, extra, notes, places != sorted(places)


def _split(left: list[str], extra: list[str], vowel: float) -> tuple[list[str], list[str], list[float]]:
    """Words of one side that stand as two or three of the other."""
    for one, other, turned in ((left, extra, False), (extra, left, True)):
        whole = "".join(other)
        for w in one:
            if len(other) > 1 and abs(len(whole) - len(w)) < 3 and distance(w, whole, vowel) / len(w) < 0.2:
                rest = [x for x in one if x != w]
                return ([], rest, [distance(w, whole, vowel)]) if turned else (rest, [], [distance(w, whole, vowel)])
    return left, extra, []


def _word(a: str, b: str, vowel: float) -> tuple[float | None, str]:
    """The cost of taking the two words for one, or None; and why, if not for their letters."""
    if a == b:
        return 0.0, ""
    if len(a) == 1 or len(b) == 1:
        return (0.3, "initial") if a[0] == b[0] else (None, "")
    if b in naming.variants("same").get(a, ()):
        return 0.1, "a variant"
    if b in naming.variants("nickname").get(a, ()):
        return 0.6, "a nickname"
    if len(a) <= 3 and len(b) > len(a) + 1 and b.startswith(a) and len(a) == 2:
        return 0.8, "a beginning"
    cost = word_distance(a, b, vowel)
    longest = max(len(a), len(b))
    if cost / longest <= (0.5 if longest <= 4 else 0.42):
        return cost, ""
    if len(a) > 5 and a[::-1] == b:
        return 1.0, "backwards"
    return None, ""


def _generic(x: Words, y: Words) -> tuple[float, float]:
    """Whether each has a word of trade that the other has not ("Systems", "Industries"); whether only one has."""
    a, b = set(x.generic), set(y.generic)
    if not a and not b:
        return 0.0, 0.0
    same = naming.variants("same")
    left = {w for w in a - b if not same.get(w, frozenset()) & b}
    right = {w for w in b - a if not same.get(w, frozenset()) & a}
    return float(bool(left and right)), float(bool(left) != bool(right))


WEIGHTS: dict[str, tuple[float, ...]] = {
    "person": (
        3.61,
        1.27,
        -2.41,
        -4.42,
        0.9,
        -2.47,
        0.13,
        -2.16,
        -1.97,
        0.0,
        0.0,
        0.0,
        0.0,
        0.67,
        0.0,
        -1.41,
        -3.03,
        -0.3,
    ),
    "organization": (
        2.33,
        -0.61,
        -1.14,
        -3.68,
        3.41,
        -1.67,
        -2.51,
        2.32,
        0.12,
        -0.7,
        -3.63,
        -2.04,
        -3.16,
        -0.06,
        0.0,
        0.0,
        0.0,
        1.84,
    ),
}
"""The constant, then one weight a feature, in the order of ``_features``. Source: train/name_match.py."""
