"""Particulars of one story (link.particulars) that cannot both be right: slips of digits, ages, times, counts.

Two particulars are compared when they are of one kind and unit and the words around them tell that they answer one
question; an article that gives both values tells of two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import NamedTuple

from saksi.link.contradictions import Answer, Compared, Verdict
from saksi.link.fold import words

MEASURED = frozenset({"magnitude", "depth", "latitude", "longitude"})
"""What instruments give first and then better."""
REVISED = 0.35
"""Of the larger value: two readings further apart are of two happenings."""
LONG = 5
"""Digits from which one that differs is a slip rather than another number."""
CROWD = 40
"""Answers of one kind and unit in one story; more are not compared, for they tell of many things."""
SHARED = {"date": 0.4, "misfit": 0.25, "slip": 0.25, "law": 0.3, "said": 0.5}
"""Of the shorter scope's stems that both must have. cross-contradictions-id, read for wrong findings."""
LEAST = 3
"""Stems that two scopes must share."""
LEASTS = {"law": 1}
"""The same, where the unit (the law's number) says much already."""
MOST_DENIED = 3
"""Sentences that one denial is held against."""


class Judged(NamedTuple):
    """What two particulars are to each other, and why."""

    verdict: Verdict
    because: str


def differing(answers: Iterable[Answer]) -> Iterator[Compared]:
    """The particulars of one story that contradict or update each other, by kind; each pair of values once."""
    by_kind: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for a in answers:
        by_kind[a.predicate, "" if a.predicate == "date" else a.unit].append(a)
    for (predicate, _), some in sorted(by_kind.items()):
        if predicate == "said":
            yield from _denials(some)
        elif len({a.article_id for a in some}) > 1 and len(some) <= CROWD:
            seen = set()
            for a, b in combinations(some, 2):
                told = (predicate, *sorted((a.value or "", b.value or "")))
                if told not in seen and (found := differ(a, b)):
                    seen.add(told)
                    yield _compared(a, b, predicate, found)


def _denials(some: list[Answer]) -> Iterator[Compared]:
    """Each denial with the sentence of each other article that says most nearly what it denies."""
    by_stem: dict[str, list[Answer]] = defaultdict(list)
    for a in some:
        if not a.denies:
            for w in a.scope:
                by_stem[w].append(a)
    for no in (a for a in some if a.denies):
        near = {a.id: a for w in no.scope for a in by_stem[w] if differ(no, a)}
        best: dict[str, Answer] = {}
        for a in near.values():
            if a.article_id not in best or _share(no, a)[0] > _share(no, best[a.article_id])[0]:
                best[a.article_id] = a
        for yes in list(best.values())[:MOST_DENIED]:
            yield _compared(no, yes, "said", Judged("denies", "one denies what the other says"))


def differ(a: Answer, b: Answer) -> Judged | None:
    """What two particulars of one kind are to each other; None for nothing, or the same."""
    if (
        a.article_id == b.article_id
        or (a.value is not None and a.value == b.value)
        or a.value in b.also
        or b.value in a.also
    ):
        return None
    judge = _JUDGES.get(a.predicate, _measured)
    return judge(a, b)


def _age(a: Answer, b: Answer) -> Judged | None:
    if not same_person(a.subject, b.subject):
        return None
    return Judged("contradicts", f"the age of {a.subject}: {a.value}, {b.value}")


def same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: the same words, one within the other, or its initials, in any order."""
    x, y = words(a), words(b)
    if len(x) < len(y):
        x, y = y, x
    if len(y) == 1:
        return len(x) > 1 and sorted(y[0]) == sorted(w[0] for w in x)
    return set(y) <= set(x)


def _code(a: Answer, b: Answer) -> Judged | None:
    x, y = a.value or "", b.value or ""
    neighbours = a.unit == "AA" and abs(int(_digits(a)) - int(_digits(b))) == 1
    if neighbours or not slip(x, y) or _share(a, b)[0] < 1:
        return None
    return Judged("contradicts", f"a sign off its place: {a.value}, {b.value}")


def _said(a: Answer, b: Answer) -> Judged | None:
    if a.denies == b.denies or a.negated or b.negated or a.source == b.source:
        return None
    shared = len(a.scope & b.scope)
    of = len(a.scope if a.denies else b.scope)
    if shared < LEAST or shared < SHARED["said"] * of:
        return None
    return Judged("denies", "one denies what the other says")


def _law(a: Answer, b: Answer) -> Judged | None:
    if not slip(a.value or "", b.value or "") or not _alike(a, b, "law"):
        return None
    return Judged("contradicts", f"the year of number {a.unit}: {a.value}, {b.value}")


def _measured(a: Answer, b: Answer) -> Judged | None:
    x, y = a.low or 0.0, b.low or 0.0
    said = f"{a.value}, {b.value}"
    if slip(a.value or "", b.value or "", swaps_only=True):
        return Judged("contradicts", f"digits in another order: {said}")
    if abs(x - y) > REVISED * max(abs(x), abs(y)):
        return None
    return Judged("update", f"measured again: {said}")


def _date(a: Answer, b: Answer) -> Judged | None:
    x, y = date.fromisoformat(a.value or ""), date.fromisoformat(b.value or "")
    if abs((x - y).days) > 1:
        return None
    misfits = [d for d in (a, b) if d.unit and d.unit != str(date.fromisoformat(d.value or "").isoweekday())]
    said = f"{a.value}, {b.value}"
    if misfits and a.unit == b.unit and _alike(a, b, "misfit"):
        return Judged("contradicts", f"two dates of one weekday: {said}")
    if _old(a) and _old(b) and _alike(a, b, "date"):
        return Judged("contradicts", f"two days of one happening: {said}")
    return None


def _old(a: Answer) -> bool:
    return bool(a.published and a.value and a.published[:7] > a.value[:7])


def _count(a: Answer, b: Answer) -> Judged | None:
    x, y = _digits(a), _digits(b)
    if min(len(x), len(y)) < LONG or not slip(x, y) or not _alike(a, b, "slip"):
        return None
    return Judged("contradicts", f"one digit differs: {a.value}, {b.value}")


_JUDGES: Mapping[str, Callable[[Answer, Answer], Judged | None]] = {
    "age": _age, "code": _code, "law": _law, "date": _date, "count": _count, "said": _said,
}  # fmt: skip


def slip(a: str, b: str, *, swaps_only: bool = False) -> bool:
    """Whether two strings differ as copies with a slip do: one sign another, or two signs in the other order."""
    if len(a) != len(b) or a == b:
        return False
    at = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(at) == 1:
        return not swaps_only
    return len(at) == 2 and a[at[0]] == b[at[1]] and a[at[1]] == b[at[0]] and a[at[0]].isdigit()


def _digits(a: Answer) -> str:
    return "".join(c for c in a.value or "" if c.isdigit())


def _alike(a: Answer, b: Answer, kind: str) -> bool:
    shared, share = _share(a, b)
    return shared >= LEASTS.get(kind, LEAST) and share >= SHARED[kind]


def _share(a: Answer, b: Answer) -> tuple[int, float]:
    shared = len(a.scope & b.scope)
    return shared, shared / (min(len(a.scope), len(b.scope)) or 1)


def _compared(a: Answer, b: Answer, predicate: str, found: Judged) -> Compared:
    later, earlier = (b, a) if (a.published or "") < (b.published or "") else (a, b)
    return Compared(
        left=later.claim_id or later.id,
        right=earlier.claim_id or earlier.id,
        verdict=found.verdict,
        because=found.because,
        predicate=predicate,
    )
