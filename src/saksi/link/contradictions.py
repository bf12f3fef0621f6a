"""Reports of one story that answer the same question: whether both answers can hold.

A question is a predicate with its subject ("killed", "Hama controlled by"), at a time and a place. Likeness of
sentences plays no part: two reports are compared when they fill the same slot, and only their values decide.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Literal

from saksi.known.counting import count_words
from saksi.known.naming import shared_offices
from saksi.link.fold import key, words
from saksi.model.frozen import Frozen
from saksi.model.journal import Decision

Verdict = Literal["contradicts", "denies", "update", "compatible", "apart"]
GROWING = frozenset({"killed", "injured", "arrested", "damaged", "deployed", "money"})
"""Counts that only grow as more becomes known; the missing and the displaced go both ways."""
LASTING = frozenset({"age"})
"""Numbers that do not change within a story."""
COUNTS = GROWING | {"missing", "displaced"}
ABOUT = 0.1
"""Of a value that is said to be about so much."""
_HOURS = 3.0
"""Two reports within so many hours of each other are of the same time, when both have a time of day."""


class Answer(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one report says in one slot."""

    id: str
    article_id: str
    claim_id: str | None = None
    """The claim that it is told in, if not in the publisher's own voice."""
    predicate: str
    subject: str = ""
    value: str | None = None
    low: float | None = None
    high: float | None = None
    negated: bool = False
    unit: str = ""
    """What is counted, in the text's words ("orang", "anak")."""
    bound: Literal["exact", "least", "most", "about"] = "exact"
    when: str | None = None
    """TIMEX3, of the event."""
    as_of: str | None = None
    """TIMEX3, of the state told, if the text gives one; else the publication's time stands for it."""
    where: str | None = None
    source: str | None = None
    """On whose word, under the one name of the source; None where unnamed."""
    published: str | None = None
    actual: bool = True
    """False for what is planned, feared or supposed."""
    denies: bool = False
    """Told by a word of denial ("membantah")."""
    corrects: bool = False
    """Told as a correction ("ralat")."""
    scope: frozenset[str] = frozenset()
    """Of a particular: the stems around it, which tell what is asked."""
    also: frozenset[str] = frozenset()
    """Other values that the same article gives in this slot: then it speaks of several things."""
    start: int = 0
    end: int = 0
    """Where the value stands in the article's text; 0 where not known."""


class Compared(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two answers, by their claims' ids if they have any, and what they are to each other; ``left`` the later one."""

    left: str
    right: str
    verdict: Verdict
    because: str
    predicate: str = ""


def contradictions_among(answers: Iterable[Answer]) -> Iterator[Compared]:
    """The pairs of answers of one story that contradict, deny or update each other, by predicate and text order.

    In: the answers of one story; two answers of one article are compared too when their sources differ.
    """
    by_predicate: dict[str, list[Answer]] = {}
    for answer in answers:
        by_predicate.setdefault(answer.predicate, []).append(answer)
    for some in by_predicate.values():
        for a, b in combinations(some, 2):
            if a.article_id == b.article_id and (a.source == b.source or (a.low is not None and _unsure(a, b))):
                continue
            found = compared(a, b)
            if found.verdict not in ("compatible", "apart"):
                yield found


def _unsure(a: Answer, b: Answer) -> bool:
    """Whether one article's two counts may be of two things: told by one voice, or one of more than two counts."""
    return not a.source or not b.source or len(a.also) > 1


def number_of(a: Answer) -> str:
    """A count as a word, to tell it from the others of its article."""
    return f"{a.low}-{a.high}"


def compared(a: Answer, b: Answer) -> Compared:
    """What two answers are to each other."""
    later, earlier = (b, a) if _order(a, b) < 0 else (a, b)
    verdict, because = _apart(later, earlier) or _judged(later, earlier)
    return Compared(
        left=later.claim_id or later.id,
        right=earlier.claim_id or earlier.id,
        verdict=verdict,
        because=because,
        predicate=later.predicate,
    )


def decision(found: Compared) -> Decision:
    """The decision that two answers contradict or that one brings the other up to date."""
    return Decision(
        left=found.left,
        right=found.right,
        relation="update_of" if found.verdict == "update" else "contradicts",
        judgement="positive",
        score=1.0,
        because=f"{found.predicate.replace('_', ' ')}: {found.because}",
        by="rule:link.contradictions",
    )


def _apart(a: Answer, b: Answer) -> tuple[Verdict, str] | None:
    """Why the two do not answer the same question, or None."""
    if a.predicate != b.predicate:
        return "apart", "different questions"
    if not (a.actual and b.actual):
        return "apart", "one is not told as a fact"
    if not _same_subject(a.subject, b.subject):
        return "apart", f"different subjects: {a.subject or 'none named'}, {b.subject or 'none named'}"
    if a.predicate == "holds_office" and not _one_holder(a, b):
        return "apart", "an office that several may hold"
    if a.where and b.where and not _one_holds(a.where, b.where):
        return "apart", f"different places: {a.where}, {b.where}"
    if a.when and b.when and not _same_time(a.when, b.when):
        return "apart", f"different times: {a.when}, {b.when}"
    if a.low is not None and a.article_id != b.article_id and (number_of(a) in b.also or number_of(b) in a.also):
        return "apart", "one article gives both numbers"
    if a.predicate in COUNTS and not _same_unit(a.unit, b.unit):
        return "apart", f"different things counted: {a.unit}, {b.unit}"
    return None


def _judged(later: Answer, earlier: Answer) -> tuple[Verdict, str]:
    if later.low is not None and earlier.low is not None:
        return _counts(later, earlier)
    if later.predicate == "alive":
        return _alive(later, earlier)
    same_value = _same_value(later.value, earlier.value)
    if later.negated != earlier.negated:
        return _yes_and_no(later, earlier, same_value=same_value)
    if later.negated or same_value is not False:
        return "compatible", "both can hold"
    return _turned(later, earlier, f"{later.value}, {earlier.value}")


def _one_holder(a: Answer, b: Answer) -> bool:
    """Whether two answers about an office exclude each other: one man, or one office in full."""
    if _same_value(a.value, b.value):
        return True
    named = {*words(a.subject)}, {*words(b.subject)}
    return named[0] == named[1] and len(named[0]) > 1 and not named[0] & shared_offices()


def _counts(later: Answer, earlier: Answer) -> tuple[Verdict, str]:
    if later.negated != earlier.negated and (later.denies or earlier.denies) and _meet(later, earlier):
        return "denies", "one denies the other's number"
    if later.negated or earlier.negated:
        return "compatible", "a number denied leaves others open"
    if _meet(later, earlier):
        floors = later.bound == earlier.bound == "least" and (later.low or 0.0) > (earlier.low or 0.0)
        if floors and _later_known(later, earlier):
            return "update", f"known later: at least {later.low:g}, {earlier.low:g}"
        return "compatible", "the numbers overlap"
    said = f"{_range(later)}, {_range(earlier)}"
    if later.corrects or (_same_source(later, earlier) and _order(later, earlier)):
        return "update", f"the same source, later: {said}"
    grown = later.predicate not in GROWING or (later.high or 0.0) > (earlier.low or 0.0)
    if grown and later.predicate not in LASTING and _later_known(later, earlier):
        return "update", f"known later: {said}"
    if later.article_id != earlier.article_id and (later.also or earlier.also):
        return "compatible", "an article that gives several numbers may speak of several things"
    return "contradicts", f"the numbers do not overlap: {said}"


def _alive(later: Answer, earlier: Answer) -> tuple[Verdict, str]:
    if later.negated == earlier.negated:
        return "compatible", "both say the same"
    if later.denies or earlier.denies:
        return "denies", "one denies what the other says"
    if later.negated and (_later_known(later, earlier) or _same_source(later, earlier)):
        return "update", "alive, then dead"
    if _same_source(later, earlier) and _order(later, earlier):
        return "update", "the same source corrects itself"
    return "contradicts", "dead and alive"


def _yes_and_no(later: Answer, earlier: Answer, *, same_value: bool | None) -> tuple[Verdict, str]:
    if same_value is False:
        return "compatible", "what is denied of one may hold of the other"
    if later.denies or earlier.denies:
        if _same_source(later, earlier):
            return "update", "the same source takes it back"
        return "denies", "one denies what the other says"
    if later.predicate == "holds_office" and not _later_known(later, earlier):
        return "compatible", "an office that changes hands is told both ways on one day"
    return _turned(later, earlier, "yes and no")


def _turned(later: Answer, earlier: Answer, said: str) -> tuple[Verdict, str]:
    """Two states that exclude each other: one after the other, or at once."""
    if later.corrects or (_same_source(later, earlier) and _order(later, earlier)):
        return "update", f"the same source, later: {said}"
    if _later_known(later, earlier):
        return "update", f"one after the other: {said}"
    return "contradicts", f"both cannot hold at once: {said}"


def _order(a: Answer, b: Answer) -> int:
    """Below zero when a is of an earlier time than b, above when later, zero when that is not known."""
    x, y = a.as_of or a.published, b.as_of or b.published
    if not x or not y:
        return 0
    n = min(len(x), len(y))
    return (x[:n] > y[:n]) - (x[:n] < y[:n])


def _later_known(later: Answer, earlier: Answer) -> bool:
    """Whether there is time between the two for things to change or to become known."""
    x, y = later.as_of or later.published, earlier.as_of or earlier.published
    if not x or not y:
        return False
    days = _days(x, y)
    if days:
        return days > 0
    hours = _clock(x), _clock(y)
    return None not in hours and (hours[0] or 0.0) - (hours[1] or 0.0) >= _HOURS


def _days(x: str, y: str) -> int:
    try:
        return date.fromisoformat(x[:10]).toordinal() - date.fromisoformat(y[:10]).toordinal()
    except ValueError:
        return 0


def _clock(value: str) -> float | None:
    found = re.match(r"\d{4}-\d\d-\d\dT(\d\d)(?::(\d\d))?", value)
    return int(found[1]) + int(found[2] or 0) / 60 if found else None


def _same_time(x: str, y: str) -> bool:
    """Whether two times may be one, as far as both are told."""
    x, y = re.sub(r"T[A-Z]{2}$", "", x), re.sub(r"T[A-Z]{2}$", "", y)
    if "REF" in x or "REF" in y or not x[:4].isdigit() or not y[:4].isdigit():
        return True
    n = min(len(x), len(y), 10)
    return x[:n] == y[:n]


def _same_subject(a: str, b: str) -> bool:
    if not a or not b:
        return not a and not b
    return _one_holds(a, b)


def _one_holds(a: str, b: str) -> bool:
    """Whether all words of the one stand in the other."""
    x, y = set(words(a)), set(words(b))
    return bool(x and y) and (x <= y or y <= x)


def _same_value(a: str | None, b: str | None) -> bool | None:
    if a is None or b is None:
        return None
    return _one_holds(a, b)


def _same_unit(a: str, b: str) -> bool:
    x, y = set(words(a)), set(words(b))
    if not x or not y:
        return True
    people = count_words("people")
    x, y = x - count_words("fate"), y - count_words("fate")
    if x & people and y & people:
        return x - people == y - people
    return x == y or not x or not y


def _same_source(a: Answer, b: Answer) -> bool:
    return bool(a.source) and key(a.source or "") == key(b.source or "")


def _meet(a: Answer, b: Answer) -> bool:
    """Whether the ranges overlap, when the coarser number is taken for as coarse as it is written."""
    (low_a, high_a), (low_b, high_b) = _bounds(a), _bounds(b)
    if low_a <= high_b and low_b <= high_a:
        return True
    x, y = a.low or 0.0, b.low or 0.0
    if a.low != a.high or b.low != b.high or not x or not y:
        return False
    step = max(_step(x), _step(y))
    return step > 1 and abs(x - y) < step and max(x, y) >= 10 * step


def _bounds(a: Answer) -> tuple[float, float]:
    low, high = a.low or 0.0, a.high if a.high is not None else math.inf
    if a.bound == "least":
        return low, math.inf
    if a.bound == "most":
        return 0.0, high
    if a.bound == "about":
        return low * (1 - ABOUT), high * (1 + ABOUT)
    return low, high


def _step(x: float) -> float:
    """The place of the last digit that is not zero: 1,300,000 is told to the hundred thousand."""
    if x != int(x):
        return 0.0
    step, n = 1.0, int(x)
    while n and n % 10 == 0:
        n //= 10
        step *= 10
    return step


def _range(a: Answer) -> str:
    low, high = f"{a.low:g}", f"{a.high:g}" if a.high is not None else "?"
    return low if low == high else f"{low} to {high}"
