"""Fits the weights of link/names.py (WEIGHTS) on cross-names-bench and prints them with cross-validated figures.

python train/name_match.py [PATH OF cross-names-bench]
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import numpy as np

from saksi.link.names import AT_MOST, EXCHANGED, NUMBERS, compare

ROOT = Path(__file__).resolve().parents[1]
RIDGE = 0.3


def fitted(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The weights of a ridge logistic regression, the constant first (Newton's method)."""
    a = np.c_[np.ones(len(x)), x]
    w = np.zeros(a.shape[1])
    ridge = np.eye(len(w)) * RIDGE
    ridge[0, 0] = 0
    for _ in range(50):
        p = 1 / (1 + np.exp(-a @ w))
        slope = a.T @ (p - y) + ridge @ w
        bend = (a * (p * (1 - p))[:, None]).T @ a + ridge + 1e-6 * np.eye(len(w))
        w -= np.linalg.solve(bend, slope)
    return w


def scored(w: np.ndarray, x: np.ndarray) -> np.ndarray:
    """The scores that link/names.py gives with these weights."""
    guard = np.where((x[:, NUMBERS] > 0) | (x[:, EXCHANGED] > 0), AT_MOST, 1.0)
    return guard / (1 + np.exp(-(np.c_[np.ones(len(x)), x] @ w)))


def main() -> None:
    """Prints the weights and what they are worth."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data" / "cross-names-bench"
    with gzip.open(folder / "pairs.jsonl.gz", "rt", encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    kinds = np.array(["person" if p["schema"] == "Person" else "organization" for p in pairs])
    x = np.array([compare(p["a"], p["b"], k).features for p, k in zip(pairs, kinds, strict=True)])
    y = np.array([float(p["same"]) for p in pairs])
    f1, recall = [], []
    for seed in range(5):
        fold = np.random.default_rng(seed).integers(0, 10, len(pairs))
        s = np.zeros(len(pairs))
        for kind in ("person", "organization"):
            for i in range(10):
                learn, held = (kinds == kind) & (fold != i), (kinds == kind) & (fold == i)
                if held.any():
                    s[held] = scored(fitted(x[learn], y[learn]), x[held])
        yes = s >= 0.5
        f1.append(2 * (yes & (y > 0)).sum() / (yes.sum() + y.sum()))
        order = np.argsort(-s)
        right = np.cumsum(y[order])
        precise = right / np.arange(1, len(s) + 1) >= 0.98
        recall.append((right[precise] / y.sum()).max() if precise.any() else 0.0)
    print(f"ten-fold, five seeds: F1 {np.mean(f1):.3f}, recall at precision .98 {np.mean(recall):.3f}")
    for kind in ("person", "organization"):
        print(kind, tuple(float(v) for v in np.round(fitted(x[kinds == kind], y[kinds == kind]), 2)))


if __name__ == "__main__":
    main()
