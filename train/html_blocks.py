"""Trains the block model of the HTML reader. The card is train/cards/html.md.

python train/html_blocks.py [--folds N] [--out FILE]

In: ../shared/data/lines-aeb and lines-idns-dev (features of a line filter may be trained on them): the lines of the
rendering of all that is visible, and the pages that they were rendered from. With --folds only the cross-validation
(a fold never shares an outlet with the pages trained on); html-aeb and html-idns-dev measure it.
Out: src/saksi/read/html_model.npz: the trees of each model as arrays.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
SHARED = ROOT.parent / "shared"

from saksi.read.html_blocks import blocks_in  # noqa: E402
from saksi.read.html_features import COLUMNS, features_of, plausible  # noqa: E402
from saksi.read.html_model import LEAVES, TESTS  # noqa: E402
from saksi.read.html_opinions import SHORT, agreed, by_resiliparse, by_trafilatura, key_of  # noqa: E402
from saksi.read.html_source import silenced  # noqa: E402
from saksi.read.metadata import said_in  # noqa: E402

OUT = ROOT / "src" / "saksi" / "read" / "html_model.npz"
SETS = {"html-aeb": "lines-aeb", "html-idns-dev": "lines-idns-dev"}
MODELS = ("own", "res", "opinions")


class Example(NamedTuple):
    """A page: the numbers of its blocks for each model, which blocks are body, and what to measure it by."""

    group: str
    place: str
    doc: str
    numbers: dict[str, np.ndarray]
    body: np.ndarray
    texts: list[str]
    gold: list[dict[str, Any]]


def rows(where: Path) -> list[dict[str, Any]]:
    """The lines of a file of JSON lines."""
    with gzip.open(where, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def examples(*, fast: bool = False) -> list[Example]:
    """The pages of both sets that have lines, with all their blocks or those of a fast reading."""
    out = []
    for pages, lined in SETS.items():
        docs = {d["doc"]: d["text"] for d in rows(SHARED / "data" / lined / "docs.jsonl.gz")}
        lines = {
            g["page"]: [(key_of(docs[g["doc"]][x["start"] : x["end"]]), x["role"]) for x in g["lines"]]
            for g in rows(SHARED / "data" / lined / "gold.jsonl.gz")
            if g["render"] == "res"
        }
        gold = {g["doc"]: g["body"] for g in rows(SHARED / "data" / pages / "gold.jsonl.gz")}
        for d in rows(SHARED / "data" / pages / "docs.jsonl.gz"):
            if d["doc"] not in lines:
                continue
            html = gzip.decompress((SHARED / "data" / pages / d["html"]).read_bytes()).decode("utf-8", "replace")
            blocks = blocks_in(silenced(html))
            if fast:
                blocks = plausible(blocks)
            if not blocks:
                continue
            keys = [key_of(b.text) for b in blocks]
            said = said_in(html, guess_date=False)
            own = features_of(blocks, keys, said.title, said.body)
            if fast:
                numbers = {"own": own}
            else:
                res = np.hstack([own, agreed(blocks, keys, by_resiliparse(html))])
                numbers = {"res": res, "opinions": np.hstack([res, agreed(blocks, keys, by_trafilatura(html))])}
            whole = {k for k, role in lines[d["doc"]] if role == "body"}
            joined = " " + " ".join(k for k, role in lines[d["doc"]] if role == "body") + " "
            body = [
                bool(k) and (k in whole or (len(b.text) > SHORT and f" {k} " in joined))
                for b, k in zip(blocks, keys, strict=True)
            ]
            group = d["doc"] if pages == "html-aeb" else d["doc"].split("-")[0]
            out.append(
                Example(
                    group,
                    pages,
                    d["doc"],
                    numbers,
                    np.array(body),
                    [b.text for b in blocks],
                    gold[d["doc"]],
                )
            )
    return out


def weights(example: Example) -> np.ndarray:
    """A block weighs by the root of its words, and every page the same: the measure is a mean over pages of words."""
    size = np.sqrt(np.array([len(t.split()) for t in example.texts], dtype=float) + 1)
    return size / size.sum() * 60


def fitted(some: list[Example], model: str, seed: int) -> HistGradientBoostingClassifier:
    """The trees for some pages."""
    trees = HistGradientBoostingClassifier(
        max_iter=160,
        learning_rate=0.08,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=20,
        l2_regularization=5,
        max_features=0.3,
        random_state=seed,
    )
    return trees.fit(
        np.vstack([e.numbers[model] for e in some]),
        np.concatenate([e.body for e in some]),
        sample_weight=np.concatenate([weights(e) for e in some]),
    )


def arrays_of(trees: HistGradientBoostingClassifier) -> dict[str, np.ndarray]:
    """The trees as the arrays of saksi.read.html_model.Trees."""
    count = len(trees._predictors)  # noqa: SLF001
    column = np.zeros((count, TESTS), dtype=np.int16)
    limit = np.full((count, TESTS), np.inf, dtype=np.float32)
    strikes = np.full((count, TESTS), 0xFFFF, dtype=np.uint16)
    value = np.zeros((count, LEAVES), dtype=np.float32)
    for t, (predictor,) in enumerate(trees._predictors):  # noqa: SLF001
        nodes = predictor.nodes
        leaves, tests = 0, 0

        def under(at: int, t: int = t, nodes: Any = nodes) -> int:
            """Numbers the leaves from the left; the mask of those under a node."""
            nonlocal leaves, tests
            node = nodes[at]
            if node["is_leaf"]:
                value[t, leaves] = node["value"]
                leaves += 1
                return 1 << (leaves - 1)
            mine = tests
            tests += 1
            column[t, mine] = node["feature_idx"]
            limit[t, mine] = node["num_threshold"]
            left = under(int(node["left"]))
            strikes[t, mine] = 0xFFFF & ~left
            return left | under(int(node["right"]))

        under(0)
    return {
        "column": column.ravel(),
        "limit": limit.ravel(),
        "strikes": strikes.ravel(),
        "value": value,
        "base": np.float32(trees._baseline_prediction.item()),  # noqa: SLF001
    }


def measured(pages: list[Example], chances: list[np.ndarray], least: float) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of the benchmark's measure on each set, with blocks from ``least`` on called body."""
    sys.path.insert(0, str(SHARED / "score"))
    import score as judge

    out = {}
    for name in SETS:
        pairs = [
            judge.body(e.gold, "\n".join(t for t, c in zip(e.texts, p, strict=True) if c >= least))
            for e, p in zip(pages, chances, strict=True)
            if e.place == name
        ]
        p, r = (float(np.mean([x[k] for x in pairs if x[k] is not None])) for k in (0, 1))
        out[name] = (round(p, 4), round(r, 4), round(2 * p * r / (p + r), 4))
    return out


def cross_validated(pages: list[Example], model: str, folds: int) -> None:
    """Prints the figures of each page scored by trees that saw no page of its outlet."""
    groups = sorted({e.group for e in pages})
    np.random.default_rng(0).shuffle(groups)
    fold = {g: i % folds for i, g in enumerate(groups)}
    chances: list[np.ndarray] = [np.zeros(0)] * len(pages)
    for f in range(folds):
        trees = fitted([e for e in pages if fold[e.group] != f], model, 0)
        for i, e in enumerate(pages):
            if fold[e.group] == f:
                chances[i] = trees.predict_proba(e.numbers[model])[:, 1]
    for least in (0.3, 0.35, 0.4, 0.5, 0.6):
        print(model, least, measured(pages, chances, least), flush=True)


def main() -> None:
    """Trains, or cross-validates with --folds."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--folds", type=int, default=0)
    ap.add_argument("--models", nargs="*", default=MODELS)
    ap.add_argument("--out", type=Path, default=OUT)
    a = ap.parse_args()
    held: dict[str, np.ndarray] = {"columns": np.array(COLUMNS)}
    if OUT.exists() and set(a.models) < set(MODELS):  # the models that are not trained anew stay
        with np.load(OUT) as before:
            held |= {name: before[name] for name in before.files if name.split(".")[0] not in {*a.models, "columns"}}
    for model in a.models:
        pages = examples(fast=model == "own")
        count, body = sum(len(e.texts) for e in pages), sum(e.body.sum() for e in pages)
        print(f"{model}: {len(pages)} pages, {count} blocks, {body} body")
        if a.folds:
            cross_validated(pages, model, a.folds)
            continue
        trees = fitted(pages, model, 0)
        held |= {f"{model}.{name}": array for name, array in arrays_of(trees).items()}
        print("on its own pages:", measured(pages, [trees.predict_proba(e.numbers[model])[:, 1] for e in pages], 0.5))
    if not a.folds:
        np.savez_compressed(a.out, **held)
        print(f"{a.out.name}: {a.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
