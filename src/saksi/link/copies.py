"""Texts that reuse each other's words: which passages, how much, and who had it from whom."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, Protocol

from saksi.link.fold import key
from saksi.link.sketch import RUN, Shared, pairs, sketches
from saksi.model.frozen import Frozen
from saksi.model.journal import Decision, Judgement, Relation

Kind = Literal["copy", "part", "edited", "passages"]
LEAST_RUNS = 6
"""Sketched runs that two texts must share to be looked at. On cross-nearcopy-dev 5, 6 and 8 give precision .983, .996
and 1.0 and find .990, .980 and .968 of three reused sentences."""
LEAST_PASSAGE = 12
"""Words of the longest passage shared, unless the passages cover LEAST_COVER: scattered formulas ("seperti diketahui
bahwa yang bersangkutan") are shorter."""
LEAST_COVER = 0.15
"""Of the shorter text; an article edited in three words of ten keeps .2 to .4 in runs of five."""
_WHOLE = 0.5
_FURNITURE = (4, 0.02)
"""A line is furniture when at least so many texts of an outlet have it, and at least this share of them."""
_WORD = re.compile(r"\w+")


class Text(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What copies are found by: an article's text, and what it says of where it comes from."""

    id: str
    text: str
    outlet: str | None = None
    published: str | None = None
    """ISO date or time."""
    cites: tuple[str, ...] = ()
    """The outlets and agencies that it names as its source."""


class Reuse(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that two texts share. ``a`` is the later one, as far as known, and ``b`` what it comes from."""

    a: str
    b: str
    kind: Kind
    """copy: more than half of both; part: more than half of one; edited: runs of words all over; passages: some."""
    score: float
    """Of the shorter text, in shared passages."""
    passages: tuple[tuple[int, int, int, int], ...]
    """Start and end in a, start and end in b, in the order of a. Units: code points."""
    directed: bool
    because: str


class Pairing(Protocol):
    """Where candidates come from: a batch (``pairs``) or a store's index."""

    def __call__(self, texts: Sequence[str]) -> Iterable[Shared]:
        """The pairs of texts worth comparing, by their places."""


def batch(texts: Sequence[str]) -> list[Shared]:
    """All pairs of a batch that share enough sketched runs."""
    return pairs(sketches(texts), LEAST_RUNS, parts=1 + len(texts) // 20_000)


def reuses_among(texts: Sequence[Text], pairing: Pairing = batch) -> Iterator[Reuse]:
    """The pairs of texts that reuse words, in the order of the candidates.

    In: lines that recur in an outlet's texts are taken for its furniture and do not count.
    """
    bare = without_furniture(texts)
    for shared in pairing(bare):
        found = reuse(texts[shared.a], texts[shared.b], bare[shared.a], bare[shared.b])
        if found:
            yield found


def without_furniture(texts: Sequence[Text]) -> list[str]:
    """The texts with their outlet's recurring lines blanked out; offsets stay."""
    lines: dict[str | None, Counter[str]] = defaultdict(Counter)
    held: Counter[str | None] = Counter()
    for text in texts:
        if text.outlet:
            held[text.outlet] += 1
            lines[text.outlet].update({line for line in text.text.split("\n") if line.strip()})
    out = []
    for text in texts:
        seen = lines.get(text.outlet)
        if not seen:
            out.append(text.text)
            continue
        least = max(_FURNITURE[0], _FURNITURE[1] * held[text.outlet])
        out.append("\n".join(" " * len(x) if seen[x] >= least else x for x in text.text.split("\n")))
    return out


def reuse(a: Text, b: Text, a_text: str | None = None, b_text: str | None = None) -> Reuse | None:
    """What two texts share, or None when it is no more than formulas.

    In: ``a_text`` and ``b_text`` are the texts to compare where they differ from the records' own (furniture blanked).
    """
    left, right = _tokens(a.text if a_text is None else a_text), _tokens(b.text if b_text is None else b_text)
    blocks = _passages([w for w, _, _ in left], [w for w, _, _ in right])
    if not blocks:
        return None
    covered_a, covered_b = _covered((i, n) for i, _, n in blocks), _covered((j, n) for _, j, n in blocks)
    share_a, share_b = covered_a / len(left), covered_b / len(right)
    most = max(share_a, share_b)
    if max(n for _, _, n in blocks) < LEAST_PASSAGE and most < LEAST_COVER:
        return None
    kind: Kind = "passages"
    if min(share_a, share_b) >= _WHOLE:
        kind = "copy"
    elif most >= _WHOLE:
        kind = "part"
    elif min(share_a, share_b) >= LEAST_COVER and _spread(blocks, len(left)):
        kind = "edited"
    first, because = first_of(a, b)
    turned = first is a
    at = tuple(
        (left[i][1], left[i + n - 1][2], right[j][1], right[j + n - 1][2]) for i, j, n in blocks
    )  # fmt: skip
    if turned:
        at = tuple(sorted((c, d, x, y) for x, y, c, d in at))
    return Reuse(
        a=b.id if turned else a.id,
        b=a.id if turned else b.id,
        kind=kind,
        score=round(most, 4),
        passages=at,
        directed=first is not None,
        because=because,
    )


def first_of(a: Text, b: Text) -> tuple[Text | None, str]:
    """The text that the other comes from, or None, and the reason."""
    a_cites_b = _cites(a, b)
    b_cites_a = _cites(b, a)
    if a_cites_b != b_cites_a:
        later, first = (a, b) if a_cites_b else (b, a)
        return first, f"{later.id} names {first.outlet} as its source"
    common = sorted({key(c) for c in a.cites} & {key(c) for c in b.cites})
    if common and not a_cites_b:
        return None, f"both name {common[0]} as their source"
    if a.published and b.published:
        n = min(len(a.published), len(b.published))
        if a.published[:n] != b.published[:n]:
            first, later = (a, b) if a.published[:n] < b.published[:n] else (b, a)
            return first, f"published {first.published}, before {later.published}"
        return None, f"published at the same time ({a.published[:n]})"
    return None, "no date and no source named"


def decision(found: Reuse) -> Decision:
    """The decision that a reuse stands for; unsure where only passages are shared, or none is first."""
    relation: Relation = "copy_of" if found.kind in ("copy", "part") else "derived_from"
    judgement: Judgement = "positive" if found.directed and found.kind != "passages" else "unsure"
    words = {"copy": "the same text", "part": "the shorter stands in the longer", "edited": "the same text, edited",
             "passages": f"{len(found.passages)} passages alike"}  # fmt: skip
    return Decision(
        left=found.a,
        right=found.b,
        relation=relation,
        judgement=judgement,
        score=found.score,
        because=f"{words[found.kind]}; {found.because}",
        by="rule:link.copies",
    )


def _cites(a: Text, b: Text) -> bool:
    return (
        bool(b.outlet)
        and key(b.outlet or "") in {key(c) for c in a.cites}
        and key(a.outlet or "") != key(b.outlet or "")
    )


def _tokens(text: str) -> list[tuple[str, int, int]]:
    return [(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(text)]


def _passages(a: list[str], b: list[str]) -> list[tuple[int, int, int]]:
    """Start in a, start in b and length of the longest shared runs, in the order of a; linear in the words.

    A run of ``a`` that stands in ``b`` more than once is matched where it goes on longest.
    """
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(b) - RUN + 1):
        at = where[tuple(b[j : j + RUN])]
        if len(at) < 8:
            at.append(j)
    out: list[tuple[int, int, int]] = []
    i = 0
    while i <= len(a) - RUN:
        starts = where.get(tuple(a[i : i + RUN]))
        if not starts:
            i += 1
            continue
        best_j, best_n = 0, 0
        for j in starts:
            n = RUN
            while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
                n += 1
            if n > best_n:
                best_j, best_n = j, n
        out.append((i, best_j, best_n))
        i += best_n
    return out


def _covered(runs: Iterable[tuple[int, int]]) -> int:
    """The number of places that the runs cover, each counted once."""
    total, last = 0, 0
    for start, n in sorted(runs):
        total += max(0, start + n - max(start, last))
        last = max(last, start + n)
    return total


def _spread(blocks: Sequence[tuple[int, int, int]], n: int) -> bool:
    """Whether the passages lie all over the text, not in one quarter of it."""
    return len({min(3, 4 * i // max(1, n)) for i, _, _ in blocks}) >= 3
