"""The name tagger: a linear-chain conditional random field, scored with numpy.

Source: Lafferty et al. 2001; Viterbi 1967. Trained by train/names.py with crfsuite; the card is train/cards/names.md.
Most features of a token depend on one word and how far away it stands, so their weights are summed once per word and
distance and kept; tagging a token is then a few additions.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from saksi.lang.tables import folder
from saksi.mark.name_features import CODE_REACH, REACH, features_at, features_of_code, pair_class
from saksi.mark.name_lexicon import Lexicon, lexicon
from saksi.mark.name_tokens import Tokens

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
PAIRS = (("q0", -1), ("q1", 0), ("q2", -2), ("q3", 1))
"""The name of a pair feature, and where its left word stands from the token."""
_NEVER = -1e4
_MOST_WORDS = 120_000
"""The kept sums are dropped when so many words are in them (40 MB)."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def key_of(feature: str) -> int:
    """The number that stands for a feature in the model's file."""
    return int.from_bytes(blake2b(feature.encode(), digest_size=8).digest(), "little")


class Tagger:
    """A model with the sums of the words that it has met."""

    def __init__(self, keys: NDArray[np.uint64], weights: Floats, transitions: Floats, words: Lexicon) -> None:
        self._keys = keys
        self._weights = weights
        self._lexicon = words
        self.transitions = transitions
        self.start = np.zeros(len(LABELS), dtype=np.float32)
        for j, label in enumerate(LABELS):
            if label.startswith("I-"):
                self.start[j] = _NEVER
                for i, before in enumerate(LABELS):
                    if before[2:] != label[2:]:
                        self.transitions[i, j] = _NEVER
        self._forget()

    def _forget(self) -> None:
        size = 1024
        self._ids: dict[str, int] = {}
        self._classes: dict[str, int] = {}
        self._class_of = np.zeros(size, dtype=np.int64)
        self._class_names: list[str] = []
        self._sums = np.zeros((2 * REACH + 1, size, len(LABELS)), dtype=np.float32)
        self._pair_ids: dict[int, int] = {}
        self._pair_sums = np.zeros((size, len(PAIRS), len(LABELS)), dtype=np.float32)
        self._code_ids: dict[str, int] = {}
        self._code_sums = np.zeros((2 * CODE_REACH + 1, 256, len(LABELS)), dtype=np.float32)
        self._id("")
        self._code("")

    def _sums_of(self, groups: list[list[str]]) -> Floats:
        """The summed weights of each group of features."""
        keys = np.array([key_of(f) for group in groups for f in group], dtype=np.uint64)
        which = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        known = self._keys[at] == keys
        out = np.zeros((len(groups), len(LABELS)), dtype=np.float32)
        np.add.at(out, which[known], self._weights[at[known]].astype(np.float32))
        return out

    def _id(self, word: str) -> int:
        i = len(self._ids)
        if i == len(self._class_of):
            self._class_of = np.concatenate([self._class_of, np.zeros_like(self._class_of)])
            self._sums = np.concatenate([self._sums, np.zeros_like(self._sums)], axis=1)
        self._ids[word] = i
        self._sums[:, i] = self._sums_of([features_at(word, self._lexicon, k) for k in range(-REACH, REACH + 1)])
        name = pair_class(word, self._lexicon)
        if name not in self._classes:
            self._classes[name] = len(self._class_names)
            self._class_names.append(name)
        self._class_of[i] = self._classes[name]
        return i

    def _code(self, code: str) -> int:
        i = self._code_ids.get(code)
        if i is None:
            i = self._code_ids[code] = len(self._code_ids)
            self._code_sums[:, i] = self._sums_of(
                [features_of_code(code, k) for k in range(-CODE_REACH, CODE_REACH + 1)]
            )
        return i

    def _pair(self, key: int) -> int:
        i = self._pair_ids.get(key)
        if i is None:
            i = self._pair_ids[key] = len(self._pair_ids)
            if i == len(self._pair_sums):
                self._pair_sums = np.concatenate([self._pair_sums, np.zeros_like(self._pair_sums)])
            left, right = self._class_names[key >> 20], self._class_names[key & 0xFFFFF]
            self._pair_sums[i] = self._sums_of([[f"{name}|{left}|{right}"] for name, _ in PAIRS])
        return i

    def scores(self, tokens: Tokens) -> Floats:
        """The score of each label at each token, without the transitions."""
        if len(self._ids) > _MOST_WORDS:
            self._forget()
        known = self._ids
        ids = [known[w] if w in known else self._id(w) for w in tokens.words]
        n = len(ids)
        stretch = np.zeros(n, dtype=np.int64)
        stretch[tokens.firsts[1:]] = 1
        place = np.arange(n) + REACH * (1 + np.cumsum(stretch))
        padded = np.zeros(n + REACH * (len(tokens.firsts) + 1), dtype=np.int64)
        padded[place] = ids
        out = np.zeros((n, len(LABELS)), dtype=np.float32)
        for k in range(-REACH, REACH + 1):
            out += self._sums[k + REACH][padded[place + k]]
        padded_codes = np.zeros_like(padded)
        padded_codes[place] = [self._code(c) for c in self._lexicon.codes_of(tokens.words)]
        for k in range(-CODE_REACH, CODE_REACH + 1):
            out += self._code_sums[k + CODE_REACH][padded_codes[place + k]]
        classes = self._class_of[padded]
        keys, which = np.unique((classes[:-1] << 20) + classes[1:], return_inverse=True)
        rows = np.array([self._pair(k) for k in keys.tolist()], dtype=np.int64)[which]
        for k, (_, left) in enumerate(PAIRS):
            out += self._pair_sums[rows[place + left], k]
        return out

    def labels(self, scores: Floats, firsts: list[int]) -> Ints:
        """The best label of each token (Viterbi), all stretches at once."""
        n = len(scores)
        order, lengths, starts = _by_length(firsts, n)
        best = np.zeros(n, dtype=np.int64)
        if not n:
            return best
        back = np.zeros((int(lengths[0]), len(order), len(LABELS)), dtype=np.int8)
        so_far = scores[starts] + self.start
        ends = np.zeros((len(order), len(LABELS)), dtype=np.float32)
        alive = len(order)
        for t in range(int(lengths[0])):
            if t:
                still = int(np.searchsorted(-lengths, -t, side="left"))
                ends[still:alive] = so_far[still:alive]
                alive = still
                ways = so_far[:alive, :, None] + self.transitions[None]
                back[t, :alive] = ways.argmax(1)
                so_far = ways.max(1) + scores[starts[:alive] + t]
        ends[:alive] = so_far[:alive]
        label = ends.argmax(1)
        for t in range(int(lengths[0]) - 1, -1, -1):
            alive = int(np.searchsorted(-lengths, -t, side="left"))
            best[starts[:alive] + t] = label[:alive]
            label[:alive] = back[t, np.arange(alive), label[:alive]]
        return best

    def chances(self, scores: Floats, firsts: list[int]) -> Floats:
        """The probability of each label at each token (forward and backward), all stretches at once."""
        n = len(scores)
        _, lengths, starts = _by_length(firsts, n)
        if not n:
            return scores
        moves = np.exp(self.transitions)
        seen = np.exp(scores - scores.max(1, keepdims=True))
        ahead = np.zeros_like(seen)
        behind = np.ones_like(seen)
        for t in range(int(lengths[0])):
            at = starts[: int(np.searchsorted(-lengths, -t, side="left"))] + t
            now = seen[at] * (np.exp(self.start) if t == 0 else ahead[at - 1] @ moves)
            ahead[at] = now / now.sum(1, keepdims=True)
        for t in range(int(lengths[0]) - 2, -1, -1):
            at = starts[: int(np.searchsorted(-lengths, -(t + 1), side="left"))] + t
            now = (seen[at + 1] * behind[at + 1]) @ moves.T
            behind[at] = now / now.sum(1, keepdims=True)
        both = ahead * behind
        found: Floats = both / both.sum(1, keepdims=True)
        return found


def _by_length(firsts: list[int], n: int) -> tuple[Ints, Ints, Ints]:
    starts = np.array(firsts, dtype=np.int64)
    lengths = np.diff(np.append(starts, n))
    order = np.argsort(-lengths, kind="stable")
    return order, lengths[order], starts[order]


@cache
def tagger(code: str) -> Tagger | None:
    """The tagger of a language, None where none was trained."""
    where = folder("saksi.mark.models") / f"names-{code}.npz"
    if not where.is_file():
        return None
    with where.open("rb") as file:
        data: Any = np.load(file, allow_pickle=False)
        return Tagger(data["keys"], data["weights"], data["transitions"].astype(np.float32), lexicon(code))
