"""Scores the link room on the sets of pairs in ../shared/data: copies, names, stories, claims, contradictions.

python -m tests.score.pairs [SET ...] prints the figures; tests.score.run holds them against the floors.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
STEP = 20
"""Articles that come at a time, where stories are scored as `saksi link` makes them."""
AROUND = 30
"""Characters around a labelled statement within which an answer counts as its own."""
LABELS = ("contradicts", "denies", "update")

# set -> what it is scored by, the measures that have floors
SETS: dict[str, tuple[str, ...]] = {
    "cross-nearcopy-dev": (
        "all p",
        "recall reprint value",
        "recall edit15 value",
        "recall edit30 value",
        "recall quoted3 value",
    ),
    "cross-names-bench": ("all f1", "average precision value"),
    "cross-stories-id": ("at once", "in steps"),
    "cross-knownlie": ("hit@5 value",),
    "cross-contradictions-id": tuple(f"{label} {m}" for label in LABELS for m in ("precision", "recall")),
}


def figures(name: str) -> dict[str, float]:
    """The figures of a set, by measure."""
    return _BY[name]()


def floored(name: str) -> dict[str, float]:
    """Those of a set's figures that have floors."""
    return {m: v for m, v in figures(name).items() if m in SETS[name]}


def digest(name: str) -> str:
    """What the set is, so that a floor is known to be of it."""
    made = hashlib.sha256()
    for path in sorted((SHARED / "data" / name).glob("*.jsonl.gz")):
        with gzip.open(path) as lines:
            made.update(lines.read())
    return made.hexdigest()[:16]


def _compared(what: str, name: str) -> dict[str, float]:
    from tests.link.scored import score

    return {
        f"{group} {measure}": float(value)
        for group, some in score(what, name).items()
        for measure, value in some.items()
        if isinstance(value, int | float)
    }


def _copies() -> dict[str, float]:
    return _compared("copies", "cross-nearcopy-dev")


def _names() -> dict[str, float]:
    return _compared("names", "cross-names-bench")


def _claims() -> dict[str, float]:
    return _compared("claims", "cross-knownlie")


def _stories() -> dict[str, float]:
    from saksi.link.sides import StoryText
    from saksi.link.stories import Window, clusters

    sys.path.insert(0, str(SHARED / "score"))
    import score_pairs

    folder = SHARED / "data" / "cross-stories-id"
    texts = [
        StoryText(id=d["doc"], title=d.get("title") or "", text=d["text"], published=d.get("published"))
        for d in _lines(folder / "docs.jsonl.gz")
    ]
    texts.sort(key=lambda t: (t.published or "9999", t.id))
    out = {}
    for how, step in (("at once", len(texts)), ("in steps", STEP)):
        window, known = Window(), dict[str, str]()
        for i in range(0, len(texts), step):
            window.add(texts[i : i + step])
            known = clusters(window.stories(known))
        found = [{"doc": d, "cluster": c} for d, c in known.items()]
        out[how] = float(score_pairs.WHAT["clusters"](folder, found, 0.5)["stories"]["f1"])
    return out


def _contradictions() -> dict[str, float]:
    """Precision and recall by label, over the labelled pairs: what answers within the two statements are to each other."""
    from saksi.flow.order import records_of
    from saksi.intake.files import pages_at
    from saksi.link.answers import answers_of
    from saksi.link.particulars import particulars_of
    from saksi.model.pages import Dropped

    pairs = list(_lines(SHARED / "data" / "cross-contradictions-id" / "pairs.jsonl.gz"))
    wanted = {side["doc"] for p in pairs for side in (p["a"], p["b"])}
    docs = SHARED / "data" / "cross-stories-id" / "docs.jsonl.gz"
    answers: dict[str, list[Any]] = defaultdict(list)
    for record in records_of(pages_at(str(docs), clean=True), "assemble"):
        if not isinstance(record, Dropped) and record.article.doc in wanted:
            answers[record.article.doc] = [*answers_of(record), *particulars_of(record)]
    told: Counter[tuple[str, str]] = Counter()
    for p in pairs:
        told[p["label"], _verdict(_within(answers, p["a"]), _within(answers, p["b"]))] += 1
    out = {}
    for label in LABELS:
        right = told[label, label]
        found = sum(n for (_, got), n in told.items() if got == label)
        out[f"{label} precision"] = right / found if found else 1.0
        out[f"{label} recall"] = right / sum(n for (gold, _), n in told.items() if gold == label)
    return out


def _verdict(left: list[Any], right: list[Any]) -> str:
    from saksi.link.contradictions import compared
    from saksi.link.differing import differ

    got = "compatible"
    for a in left:
        for b in right:
            if a.predicate != b.predicate:
                continue
            found = differ(a, b) if a.scope or b.scope or a.predicate in ("age", "code") else compared(a, b)
            if found and found.verdict not in ("compatible", "apart"):
                got = found.verdict
    return got


def _within(answers: dict[str, list[Any]], side: dict[str, Any]) -> list[Any]:
    return [a for a in answers[side["doc"]] if a.end > side["start"] - AROUND and a.start < side["end"] + AROUND]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


_BY: dict[str, Callable[[], dict[str, float]]] = {
    "cross-nearcopy-dev": _copies,
    "cross-names-bench": _names,
    "cross-stories-id": _stories,
    "cross-knownlie": _claims,
    "cross-contradictions-id": _contradictions,
}


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("sets", nargs="*", help="which sets (default: all)")
    a = ap.parse_args()
    if not (SHARED / "data").is_dir() or not (SHARED / "score").is_dir():
        print("skipped: ../shared/data is not here, nothing to score")
        return 0
    for name in a.sets or SETS:
        print(name)
        for measure, value in figures(name).items():
            print(f"  {measure:40} {value:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
