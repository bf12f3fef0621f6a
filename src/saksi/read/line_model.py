"""The rows of a page's lines -> how likely each line is the article, by the shipped model."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from saksi.lang.tables import folder
from saksi.read.features import NEAR, OWN, WIDTH

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REACH = 6
"""Lines above and below whose first guesses the second step reads."""
LEAST = 0.4
"""Chance from which a line is body. Set with the three below by train/lines.py --check."""
SURE = 0.5
"""Chance of the lines that make what stands between them body too: without a phrase, nine in ten such lines are."""
EXTRACTED = 0.06
"""Share of furniture-like lines up to which a page counts as extracted: half of lines-aeb trafr, 5% of its glue."""
LEAST_EXTRACTED = 0.02
FURNITURE = slice(27, OWN)
"""The columns of a line's own numbers that say which phrase it is."""
FURNISHED = (6, 26)
"""Those that say that it holds no word, or has a menu's bullet."""
_AT_ONCE = 6
"""Lines that go through a network together: so few that OpenBLAS starts no threads, which cost more than they give here
(1,500 news texts with its threads on: 188 pages for a second of CPU with all lines at once, 315 without threads)."""
_CHUNK = 20_000
"""Lines that are reckoned at once: bounds the memory of very long pages."""
_WIDE = (10, 25, 60)
SECOND = WIDTH + 2 * REACH + 1 + 6 + 4 * len(_WIDE)


def second_rows(rows: NDArray[np.float32], guesses: NDArray[np.float32]) -> NDArray[np.float32]:
    """The rows of the second step: those of the first, the guesses around each line, and the page's best run."""
    import numpy as np

    n = len(rows)
    calm = np.tanh(guesses / 3).astype(np.float32)
    padded = np.full(n + 2 * REACH, -1.0, dtype=np.float32)
    padded[REACH : REACH + n] = calm
    near = np.stack([padded[k : k + n] for k in range(2 * REACH + 1)], axis=1)
    at = np.arange(n)
    start, end = _best_run(calm)
    sums = np.concatenate([[0.0], np.cumsum((calm + 1) / 2, dtype=np.float64)])
    placed: list[NDArray[Any]] = [
        (at >= start) & (at < end),
        np.clip((at - start) / 40.0, -1, 1),
        np.clip((at - end) / 40.0, -1, 1),
        np.full(n, float((calm > 0).mean()) if n else 0.0),
        np.minimum(sums[:-1], 20) / 20,
        np.minimum(sums[-1] - sums[1:], 20) / 20,
    ]
    for wide in _WIDE:
        low, high = np.maximum(at - wide, 0), np.minimum(at + wide + 1, n)
        placed += [
            (sums[at] - sums[low]) / np.maximum(at - low, 1),
            (sums[high] - sums[np.minimum(at + 1, n)]) / np.maximum(high - at - 1, 1),
            _highest(calm, wide),
            _highest(calm[::-1], wide)[::-1],
        ]
    place = np.stack(placed, axis=1).astype(np.float32)
    out: NDArray[np.float32] = np.concatenate([rows, near, place], axis=1)
    return out


def _highest(calm: NDArray[np.float32], wide: int) -> NDArray[np.float32]:
    """How many of the ``wide`` lines before each line are likely the article, 0 to 1 for four or more."""
    import numpy as np

    n = len(calm)
    sums = np.concatenate([[0], np.cumsum(calm > 0.3)])
    at = np.arange(n)
    out: NDArray[np.float32] = (np.minimum(sums[at] - sums[np.maximum(at - wide, 0)], 4) / 4).astype(np.float32)
    return out


def _best_run(calm: NDArray[np.float32]) -> tuple[int, int]:
    best, run, start, found = 0.0, 0.0, 0, (0, 0)
    for i, value in enumerate(calm.tolist()):
        run += value
        if run <= 0:
            run, start = 0.0, i + 1
        elif run > best:
            best, found = run, (start, i + 1)
    return found


def body_chances(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """How likely each line is the article, 0 to 1, in order.

    Source: two steps of small networks, learnt by train/lines.py (its card: train/lines.md).
    """
    import numpy as np

    if not len(rows):
        return np.zeros(0, dtype=np.float32)
    nets = _nets()
    first = _mean(rows, nets, "first")
    second = np.concatenate(
        [_mean(part, nets, "second") for part in np.array_split(second_rows(rows, first), len(rows) // _CHUNK + 1)]
    )
    chances: NDArray[np.float32] = (1 / (1 + np.exp(-np.clip(second, -30, 30)))).astype(np.float32)
    return chances


def body_lines(rows: NDArray[np.float32], chances: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which lines are the article: the likely ones, and those between them that no phrase claims.

    On a page with hardly any furniture (text that was extracted before) a line must be most unlikely to be left out.
    """
    import numpy as np

    n = len(rows)
    own = rows[:, OWN * NEAR : OWN * (NEAR + 1)]
    phrase = own[:, FURNITURE].any(axis=1)
    body = chances > LEAST
    if n and (phrase | own[:, FURNISHED].any(axis=1)).mean() <= EXTRACTED:
        body |= (chances > LEAST_EXTRACTED) & ~phrase
    sure = np.flatnonzero(chances > SURE)
    claimed = np.concatenate([[0], np.cumsum(phrase)])
    for above, below in zip(sure[:-1].tolist(), sure[1:].tolist(), strict=True):
        if claimed[below] == claimed[above + 1]:
            body[above + 1 : below] = True
    return body


def _mean(rows: NDArray[np.float32], nets: dict[str, NDArray[np.float32]], step: str) -> NDArray[np.float32]:
    import numpy as np

    w1, b1, w2, b2 = (nets[f"{step}_{part}"] for part in ("w1", "b1", "w2", "b2"))
    out = np.empty(len(rows), dtype=np.float32)
    for at in range(0, len(rows), _AT_ONCE):
        hidden = rows[at : at + _AT_ONCE] @ w1
        hidden += b1
        np.maximum(hidden, 0, out=hidden)
        out[at : at + _AT_ONCE] = hidden @ w2 + b2
    return out


@cache
def _nets() -> dict[str, NDArray[np.float32]]:
    """The networks side by side as one: averaging them is one product."""
    import numpy as np

    with folder("saksi.read").joinpath("lines.npz").open("rb") as file, np.load(file, allow_pickle=False) as held:
        parts = {name: held[name].astype(np.float32) for name in held.files}
    out: dict[str, NDArray[np.float32]] = {}
    for step in ("first", "second"):
        count = len(parts[f"{step}_w1"])
        out[f"{step}_w1"] = np.concatenate(list(parts[f"{step}_w1"]), axis=1)
        out[f"{step}_b1"] = np.concatenate(list(parts[f"{step}_b1"]))
        out[f"{step}_w2"] = (np.concatenate(list(parts[f"{step}_w2"]))[:, 0] / count).astype(np.float32)
        out[f"{step}_b2"] = parts[f"{step}_b2"].mean(axis=0).astype(np.float32)
    return out
