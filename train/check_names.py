"""Span F1 of a name model on sentences that it was not trained on, and on other sets.

python train/check_names.py MODEL_FOLDER [--folds N --keep I] [--sets SET ...]

With --folds the sets of the trainer are scored on the fold that `train/names.py --folds N --keep I` left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
SHARED = ROOT.parent / "shared" / "data"

from saksi.intake.files import pages_at  # noqa: E402
from saksi.lang.base import pack  # noqa: E402
from saksi.lang.sentences import sentences  # noqa: E402
from saksi.mark import names  # noqa: E402
from saksi.mark.name_lexicon import lexicon  # noqa: E402
from saksi.mark.name_model import Tagger  # noqa: E402
from saksi.read.article import article_in  # noqa: E402

HELD = re.compile(r"-(?:dev|valid)-")
TRAINED = ("names-idner2k-dev", "names-nergrit-dev")
CLEAN = "names-"
TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "facility": "LOC"}


def predicted(name: str) -> dict[str, set[tuple[int, int, str]]]:
    """The names of each document of a set."""
    out = {}
    for raw in pages_at(str(SHARED / name / "docs.jsonl.gz"), clean=name.startswith(CLEAN)):
        article: Any = article_in(raw)  # type: ignore[arg-type]
        lang = pack("id")
        split = tuple(s for b in article.body for s in sentences(article.text, b.start, b.end, lang))
        found = names.names_in(article, split, lang)
        there = article.offsets.there
        out[article.doc] = {(*there(m.span.start, m.span.end), TYPES[m.kind]) for m in found if m.kind in TYPES}
    return out


def main() -> None:
    """Score and print."""
    ap = argparse.ArgumentParser()
    ap.add_argument("model", type=Path)
    ap.add_argument("--folds", type=int, default=0)
    ap.add_argument("--keep", type=int, default=0)
    ap.add_argument("--held", action="store_true", help="score only the sets' own dev and valid parts")
    ap.add_argument("--raw", action="store_true", help="the tagger alone, without the rules after it")
    ap.add_argument("--sets", nargs="*", default=list(TRAINED))
    a = ap.parse_args()
    with np.load(a.model / "names-id.npz", allow_pickle=False) as data:
        tagger = Tagger(data["keys"], data["weights"], data["transitions"].astype(np.float32), lexicon("id"))
    names.tagger = lambda code: tagger if code == "id" else None  # type: ignore[assignment]
    if a.raw:
        names.PAGE = 1 << 30  # type: ignore[misc]
    for name in a.sets:
        with gzip.open(SHARED / name / "gold.jsonl.gz", "rt") as lines:
            gold = {g["doc"]: {(n["start"], n["end"], n["type"]) for n in g["names"]} for g in map(json.loads, lines)}
        found = predicted(name)
        count: Counter[str] = Counter()
        for i, doc in enumerate(gold):
            if a.folds and name in TRAINED and i % a.folds != a.keep:
                continue
            if a.held and name in TRAINED and not HELD.search(doc):
                continue
            for kind in ("PER", "ORG", "LOC"):
                g = {n for n in gold[doc] if n[2] == kind}
                p = {n for n in found.get(doc, ()) if n[2] == kind}
                for key in (kind, "all"):
                    count.update({key + "+": len(g & p), key + "p": len(p), key + "g": len(g)})
        line = " ".join(
            f"{k} {2 * count[k + '+'] / max(1, count[k + 'p'] + count[k + 'g']):.3f}"
            for k in ("all", "PER", "ORG", "LOC")
        )
        p, r = count["all+"] / max(1, count["allp"]), count["all+"] / max(1, count["allg"])
        print(f"{name:20s} {line}   P {p:.3f} R {r:.3f} n {count['allg']}", flush=True)


if __name__ == "__main__":
    main()
