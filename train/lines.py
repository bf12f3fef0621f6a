"""Makes the line reader's model.

python train/lines.py [--check] [--write]

Learns from the features of lines-aeb and lines-idns-dev (see lines.md) whether a line is its page's article.
--check: five folds over pages (all renders of a page in one fold), the body F1 of each render of each set.
--write: learns from all pages and writes src/saksi/read/lines.npz.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from saksi.lang.base import codes, pack
from saksi.read.features import AROUND, NEAR, OWN, WIDTH, rows_of
from saksi.read.furniture import phrases
from saksi.read.line_model import SECOND, body_lines, second_rows
from saksi.read.shapes import shape_of

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
OUT = ROOT / "src" / "saksi" / "read" / "lines.npz"
SETS = ("lines-aeb", "lines-idns-dev")
HIDDEN, EPOCHS, RATE, DECAY, DROP, BATCH = 48, 14, 2e-3, 2e-4, 0.15, 256
SEEDS = (1, 2, 3)
CUT = -0.4
MADE, STREWN, MADE_WEIGHT = "made", 0.22, 0.15
POWER, TRAFR = 0.35, 2.0
HEADING_SEEN = WIDTH - AROUND + 4 + 6 + 2
PHRASES_SEEN = [WIDTH - 5, WIDTH - 4]
Matrix = NDArray[np.float32]


@dataclass
class PageOf:
    """One render of one page."""

    group: str
    page: str
    render: str
    rows: Matrix
    gold: NDArray[np.float32]


def pages() -> list[PageOf]:
    """All renders of all pages, as rows."""
    out = []
    for name in SETS:
        with gzip.open(DATA / name / "docs.jsonl.gz", "rt", encoding="utf-8") as some:
            docs = {d["doc"]: d["text"] for d in map(json.loads, some)}
        with gzip.open(DATA / name / "gold.jsonl.gz", "rt", encoding="utf-8") as some:
            for gold in map(json.loads, some):
                text = docs[gold["doc"]]
                lines = [x for x in gold["lines"] if text[x["start"] : x["end"]].strip()]
                told = [text[x["start"] : x["end"]] for x in lines]
                rows = rows_of([shape_of(t) for t in told], [phrases().hit(t) for t in told])
                y = np.array([x["role"] == "body" for x in lines], dtype=np.float32)
                out.append(PageOf(name, f"{name}/{gold['page']}", gold["render"], rows, y))
                out += [
                    PageOf(name, f"{name}/{gold['page']}", MADE, r, v)
                    for r, v in strewn(told, y, np.random.default_rng(len(text)))
                    if gold["render"].startswith("traf")
                ]
    return out


def strewn(told: list[str], gold: NDArray[np.float32], rng: np.random.Generator) -> Iterator[tuple[Matrix, Matrix]]:
    """The article of a page as pages with inline teasers and adverts give it: with phrases of the packs between."""
    body = [t for t, g in zip(told, gold, strict=True) if g]
    aside = [t for t, g in zip(told, gold, strict=True) if not g and 4 <= len(t.split()) <= 14]
    if len(body) < 3:
        return
    inline = {"readalso", "advert", "caption", "share"}
    rows = [r for code in codes() for r in pack(code).furniture if r.role in inline and r.heads == "line"]
    lines: list[str] = []
    y: list[float] = []
    for line in body:
        lines.append(line)
        y.append(1.0)
        while rng.random() < STREWN:
            row = rows[rng.integers(len(rows))]
            lines.append(row.example)
            y.append(0.0)
            if row.role == "readalso" and aside and rng.random() < 0.5:
                lines[-1] = row.form + (":" if rng.random() < 0.5 else "")
                lines.append(aside[rng.integers(len(aside))])
                y.append(0.0)
    made = rows_of([shape_of(t) for t in lines], [phrases().hit(t) for t in lines])
    yield made, np.array(y, dtype=np.float32)


def varied(rows: Matrix, rng: np.random.Generator) -> Matrix:
    """The rows of a page as another language or extractor would give them: no phrase known, no bullet, no capitals."""
    rows = rows.copy()
    own = rows[:, : OWN * (2 * NEAR + 1)].reshape(len(rows), 2 * NEAR + 1, OWN)
    if rng.random() < 0.35:
        own[:, :, 24] = 0  # heads a list
        own[:, :, 27:] = 0  # phrases
        rows[:, HEADING_SEEN] = 1.0
        rows[:, PHRASES_SEEN] = 0.0
    if rng.random() < 0.3:
        own[:, :, [5, 26]] = 0
        rows[:, -1] = 0
    if rng.random() < 0.12:
        own[:, :, [7, 8, 14, 15]] = 0
    return rows


class Net:
    """A network of one hidden layer, learnt with Adam on the log loss."""

    def __init__(self, width: int, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.w1 = (self.rng.standard_normal((width, HIDDEN)) * np.sqrt(2 / width)).astype(np.float32)
        self.b1 = np.zeros(HIDDEN, np.float32)
        self.w2 = (self.rng.standard_normal((HIDDEN, 1)) * np.sqrt(1 / HIDDEN)).astype(np.float32)
        self.b2 = np.zeros(1, np.float32)

    def learn(self, x: Matrix, y: NDArray[np.float32], weight: NDArray[np.float32]) -> Net:
        """The network, learnt from rows, what they are and how much each counts."""
        parts = [self.w1, self.b1, self.w2, self.b2]
        m = [np.zeros_like(p) for p in parts]
        v = [np.zeros_like(p) for p in parts]
        step = 0
        total = EPOCHS * (len(x) // BATCH + 1)
        for _ in range(EPOCHS):
            order = self.rng.permutation(len(x))
            for k in range(0, len(x), BATCH):
                some = order[k : k + BATCH]
                step += 1
                rate = RATE * (1 - step / (total + 1))
                xb = x[some]
                h = np.maximum(xb @ self.w1 + self.b1, 0)
                keep = (self.rng.random(h.shape) > DROP).astype(np.float32) / (1 - DROP)
                hk = h * keep
                p = 1 / (1 + np.exp(-np.clip(hk @ self.w2 + self.b2, -30, 30)))[:, 0]
                d = ((p - y[some]) * weight[some] / len(some)).astype(np.float32)[:, None]
                dh = (d @ self.w2.T) * keep * (h > 0)
                grads = [xb.T @ dh, dh.sum(0), hk.T @ d, d.sum(0)]
                for i, (weights_of, g) in enumerate(zip(parts, grads, strict=True)):
                    m[i] = 0.9 * m[i] + 0.1 * g
                    v[i] = 0.999 * v[i] + 0.001 * g * g
                    np.subtract(
                        weights_of,
                        rate * (m[i] / (1 - 0.9**step)) / (np.sqrt(v[i] / (1 - 0.999**step)) + 1e-8),
                        out=weights_of,
                    )
                    if weights_of.ndim == 2:
                        np.multiply(weights_of, 1 - rate * DECAY * 10, out=weights_of)
        return self

    def __call__(self, x: Matrix) -> Matrix:
        """What the network says of rows: above 0 for body."""
        return (np.maximum(x @ self.w1 + self.b1, 0) @ self.w2 + self.b2)[:, 0]


def weights(some: list[PageOf]) -> list[NDArray[np.float32]]:
    """A page counts by the square root of its lines, so that menus do not rule, and the rarer set counts more."""
    share = Counter(p.group for p in some)
    most = max(share.values())
    raw = [
        np.full(
            len(p.gold),
            (most / share[p.group]) ** 0.5
            / max(len(p.gold), 8) ** POWER
            * (TRAFR if p.render.startswith("traf") else MADE_WEIGHT if p.render == MADE else 1),
            np.float32,
        )
        for p in some
    ]
    mean = np.concatenate(raw).mean()
    return [r / mean for r in raw]


def learn(some: list[PageOf], inputs: list[Matrix], seeds: tuple[int, ...] = SEEDS) -> list[Net]:
    """Networks over rows that are given for each page."""
    y = np.concatenate([p.gold for p in some])
    w = np.concatenate(weights(some))
    nets = []
    for seed in seeds:
        rng = np.random.default_rng(seed)
        x = np.concatenate([varied(r, rng) for r in inputs] + [varied(r, rng) for r in inputs])
        nets.append(Net(x.shape[1], seed).learn(x, np.concatenate([y, y]), np.concatenate([w, w])))
    return nets


def mean(nets: list[Net], x: Matrix) -> Matrix:
    """The mean of what some networks say."""
    return np.mean([net(x) for net in nets], axis=0)


def folds(some: list[PageOf], k: int, seed: int = 7) -> list[set[str]]:
    """The pages' names in k parts."""
    names = sorted({p.page for p in some})
    np.random.default_rng(seed).shuffle(names)
    return [set(names[i::k]) for i in range(k)]


def two_steps(some: list[PageOf], seeds: tuple[int, ...] = SEEDS) -> tuple[list[Net], list[Net]]:
    """The networks of the first step, and those of the second, which read the first step's guesses near by.

    The second step learns from guesses on pages that the first had not seen.
    """
    guesses: dict[int, Matrix] = {}
    for part in folds(some, 4, seed=11):
        inner = [p for p in some if p.page not in part]
        nets = learn(inner, [p.rows for p in inner], seeds[:1])
        for i, p in enumerate(some):
            if p.page in part:
                guesses[i] = mean(nets, p.rows)
    first = learn(some, [p.rows for p in some], seeds)
    second = learn(some, [second_rows(p.rows, guesses[i]) for i, p in enumerate(some)], seeds)
    return first, second


def f1(pairs: list[tuple[NDArray[Any], NDArray[Any]]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of lines called body."""
    gold = np.concatenate([g for g, _ in pairs]) > 0.5
    said = np.concatenate([s for _, s in pairs])
    tp = (gold & said).sum()
    return tp / max(1, said.sum()), tp / max(1, gold.sum()), 2 * tp / max(1, said.sum() + gold.sum())


def chance(guess: Matrix) -> Matrix:
    """A guess as a chance, 0 to 1."""
    return 1 / (1 + np.exp(-np.clip(guess, -30, 30)))


def check(some: list[PageOf], seeds: tuple[int, ...]) -> None:
    """The body F1 of each render on pages that were not learnt from."""
    steps: dict[tuple[str, str], list[tuple[PageOf, Matrix, Matrix]]] = defaultdict(list)
    for part in folds(some, 5):
        first, second = two_steps([p for p in some if p.page not in part], seeds)
        for p in some:
            if p.page in part and p.render != MADE:
                a = mean(first, p.rows)
                b = mean(second, second_rows(p.rows, a))
                steps[p.group, p.render].append((p, a, b))
    for key, pairs in sorted(steps.items()):
        line = [f"{key[0]:15} {key[1]:6}"]
        line.append(f"all body {f1([(p.gold, p.gold > -1) for p, _, _ in pairs])[2]:.3f}")
        line.append("| first {:.3f}/{:.3f} {:.3f}".format(*f1([(p.gold, a > CUT) for p, a, _ in pairs])))
        line.append("| second {:.3f}/{:.3f} {:.3f}".format(*f1([(p.gold, b > CUT) for p, _, b in pairs])))
        line.append(
            "| shipped {:.3f}/{:.3f} {:.3f}".format(*f1([(p.gold, body_lines(p.rows, chance(b))) for p, _, b in pairs]))
        )
        print(" ".join(line), flush=True)


def main() -> int:
    """The exit code."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--check", action="store_true")
    ap.add_argument("--write", action="store_true")
    ap.add_argument("--seeds", type=int, default=len(SEEDS))
    a = ap.parse_args()
    if not DATA.is_dir():
        print("no ../shared/data here: nothing to learn from")
        return 1
    began = time.perf_counter()
    some = pages()
    print(f"{len(some)} renders, {sum(len(p.gold) for p in some)} lines, {WIDTH} numbers a line, {SECOND} in step two")
    if a.check:
        check(some, SEEDS[: a.seeds])
    if a.write:
        first, second = two_steps(some, SEEDS[: a.seeds])
        arrays = {}
        for name, nets in (("first", first), ("second", second)):
            for part in ("w1", "b1", "w2", "b2"):
                arrays[f"{name}_{part}"] = np.stack([getattr(net, part) for net in nets]).astype(np.float16)
        np.savez_compressed(OUT, **arrays)
        print(f"{OUT.name}: {OUT.stat().st_size:,} bytes")
    print(f"{time.perf_counter() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
