"""The block model: how likely each block of a page is part of its article.

Trained by train/html_blocks.py; the card is train/cards/html.md.
Boosted trees, each leaf found by masks instead of walks: a test that fails strikes out the leaves on its left side, and
the first leaf left standing is the tree's. Source: Lucchese et al., QuickScorer, SIGIR 2015.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from saksi.read.html_features import COLUMNS
from saksi.read.html_opinions import Matrix

LEAVES = 16
TESTS = LEAVES - 1


class Trees(NamedTuple):
    """A model's arrays. Trees with fewer tests are padded with tests that never fail."""

    column: npt.NDArray[np.int64]
    """Which number each test looks at: trees x TESTS, flat."""
    limit: npt.NDArray[np.float32]
    """The test: the number is at most this."""
    strikes: npt.NDArray[np.uint16]
    """The leaves left when the test fails, a bit a leaf."""
    value: npt.NDArray[np.float32]
    """trees x LEAVES."""
    base: float


@cache
def trees(name: str) -> Trees:
    """A shipped model: "own" (the blocks alone) or "opinions" (with what two extractors say)."""
    where = resources.files("saksi.read") / "html_model.npz"
    with where.open("rb") as held, np.load(held, allow_pickle=False) as arrays:
        return Trees(
            _columns(arrays[f"{name}.column"], tuple(arrays["columns"])),
            arrays[f"{name}.limit"],
            arrays[f"{name}.strikes"],
            arrays[f"{name}.value"],
            float(arrays[f"{name}.base"]),
        )


def _columns(tested: npt.NDArray[np.int16], names: tuple[str, ...]) -> npt.NDArray[np.int64]:
    """Which of today's columns each test looks at; those after them (opinions) keep their order."""
    today = {name: i for i, name in enumerate(COLUMNS)}
    missing = [name for name in names if name not in today]
    if missing:
        raise AssertionError(f"html_model.npz needs columns that are gone: {missing[:3]}; run train/html_blocks.py")
    place = [today[name] for name in names] + [len(COLUMNS) + i for i in range(64)]
    return np.array(place, dtype=np.int64)[tested]


_LOWEST = np.zeros(1 << LEAVES, dtype=np.uint8)
for _bit in reversed(range(LEAVES)):
    _LOWEST[1 << _bit :: 1 << (_bit + 1)] = _bit


def chances(model: Trees, numbers: Matrix) -> npt.NDArray[np.float32]:
    """How likely each row is part of the article, 0 to 1."""
    if not len(numbers):
        return np.zeros(0, dtype=np.float32)
    kept = [_logits(model, numbers[at : at + 2000]) for at in range(0, len(numbers), 2000)]  # bounds the memory
    return (1.0 / (1.0 + np.exp(-np.concatenate(kept)))).astype(np.float32)


def _logits(model: Trees, numbers: Matrix) -> npt.NDArray[np.float32]:
    rows = np.ascontiguousarray(numbers.T)
    failed = rows[model.column] > model.limit[:, None]
    standing = np.where(failed, model.strikes[:, None], np.uint16(0xFFFF)).reshape(-1, TESTS, len(numbers))
    leaf = _LOWEST[np.bitwise_and.reduce(standing, axis=1)]
    picked = np.take_along_axis(model.value, leaf.astype(np.int64), axis=1)
    total: npt.NDArray[np.float32] = picked.sum(axis=0) + np.float32(model.base)
    return total
