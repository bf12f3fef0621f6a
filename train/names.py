"""Trains the name tagger. The card is train/cards/names.md.

python train/names.py LANG [--out FOLDER] [--folds N] [--keep I]

In: ../shared/data/names-idner2k-dev (MIT) and names-nergrit-dev (Apache-2.0), train/sentences/LANG*.txt (ours).
Out: FOLDER/names-LANG.npz: keys (hashes of features), weights, transitions.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from pathlib import Path

import numpy as np
import pycrfsuite

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(ROOT / "train"))
SHARED = ROOT.parent / "shared" / "data"

from saksi.mark.name_features import CODE_REACH, REACH, features_at, features_of_code, pair_class  # noqa: E402
from saksi.mark.name_lexicon import Lexicon, lexicon  # noqa: E402
from saksi.mark.name_model import LABELS, PAIRS, key_of  # noqa: E402
from saksi.mark.name_tokens import tokens_of  # noqa: E402
from templates import sentences_from  # noqa: E402

SETS = {"id": ("names-idner2k-dev", "names-nergrit-dev"), "en": ()}
MODELS = ROOT / "src" / "saksi" / "mark" / "models"
HELD = re.compile(r"-(?:dev|valid)-")
"""Documents of the parts that the corpora's makers meant for evaluation."""
Example = tuple[list[str], list[str]]


def labelled(text: str, names: list[tuple[int, int, str]]) -> Example:
    """The words of a text and the label of each."""
    tokens = tokens_of(text, [(0, len(text))])
    labels = ["O"] * len(tokens.words)
    for start, end, kind in names:
        inside = [i for i, (s, e) in enumerate(zip(tokens.starts, tokens.ends, strict=True)) if s < end and start < e]
        for n, i in enumerate(inside):
            labels[i] = ("I-" if n else "B-") + kind
    return tokens.words, labels


def of_set(name: str) -> list[tuple[str, list[str], list[str]]]:
    """The sentences of a set of ../shared/data."""
    with (
        gzip.open(SHARED / name / "docs.jsonl.gz", "rt") as docs,
        gzip.open(SHARED / name / "gold.jsonl.gz", "rt") as g,
    ):
        gold = {d["doc"]: d["names"] for d in map(json.loads, g)}
        return [
            (d["doc"], *labelled(d["text"], [(n["start"], n["end"], n["type"]) for n in gold[d["doc"]]]))
            for d in map(json.loads, docs)
        ]


def of_file(where: Path) -> list[Example]:
    """The sentences of a file of ours: one a line, names as [PER Budi Santoso]; lines with # in front are left out."""
    lines = (line.strip() for line in where.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [labelled(*unmarked(line)) for line in lines if line]


def unmarked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and the names."""
    text, names, at = "", [], 0
    while True:
        hits = [line.find(f"[{k} ", at) for k in ("PER", "ORG", "LOC")]
        start = min((h for h in hits if h >= 0), default=-1)
        if start < 0:
            return text + line[at:], names
        end = line.index("]", start)
        text += line[at:start]
        name = line[start + 5 : end]
        names.append((len(text), len(text) + len(name), line[start + 1 : start + 4]))
        text += name
        at = end + 1


def agreeing(words: list[str], labels: list[str], known: Lexicon) -> list[str]:
    """The labels nearer to our rules than the corpora's: countries are places, brackets and common words no names."""
    out = list(labels)
    codes = known.codes_of(words)
    for i, code in enumerate(codes):
        if code == "B-country" and out[i] == "O":
            j = i + 1
            while j < len(codes) and codes[j] == "I-country":
                j += 1
            if all(x == "O" for x in out[i:j]):
                out[i:j] = ["B-LOC"] + ["I-LOC"] * (j - i - 1)
    for i, word in enumerate(words):
        if out[i].startswith("B-") and word.islower() and i + 1 < len(words) and out[i + 1] == "I" + out[i][1:]:
            kind = out[i][1:]
            j = i
            while j < len(words) and words[j].islower() and out[j].endswith(kind) and (j == i or out[j][0] == "I"):
                j += 1
            if j < len(words) and out[j] == "I" + kind:
                out[i:j] = ["O"] * (j - i)
                out[j] = "B" + kind
        if (
            word == "("
            and out[i].startswith("I-")
            and i + 2 < len(words)
            and words[i + 2] == ")"
            and words[i + 1] != "Persero"
        ):
            kind = out[i][1:]
            out[i : i + 3] = ["O", "B" + kind, "O"]
            if i + 3 < len(words) and out[i + 3] == "I" + kind:
                out[i : i + 3] = labels[i : i + 3]
    return out


class Extractor:
    """Features of the words of a sentence, as crfsuite takes them."""

    def __init__(self, words: Lexicon) -> None:
        self._lexicon = words
        self._kept: dict[tuple[str, int], list[str]] = {}
        self._classes: dict[str, str] = {}

    def _at(self, word: str, offset: int) -> list[str]:
        key = (word, offset)
        if key not in self._kept:
            self._kept[key] = features_at(word, self._lexicon, offset)
        return self._kept[key]

    def of(self, words: list[str]) -> list[list[str]]:
        """One list of features a word."""
        edge = [""] * REACH
        padded = edge + words + edge
        for w in padded:
            if w not in self._classes:
                self._classes[w] = pair_class(w, self._lexicon)
        codes = edge + self._lexicon.codes_of(words) + edge
        out = []
        for i in range(len(words)):
            at = i + REACH
            features = [f for k in range(-REACH, REACH + 1) for f in self._at(padded[at + k], k)]
            features += [
                f"{name}|{self._classes[padded[at + k]]}|{self._classes[padded[at + k + 1]]}" for name, k in PAIRS
            ]
            features += [f for k in range(-CODE_REACH, CODE_REACH + 1) for f in features_of_code(codes[at + k], k)]
            out.append(features)
        return out


def train(examples: list[tuple[Example, float]], code: str, out: Path, rounds: int, c1: float, c2: float) -> None:
    """Trains on the weighted examples and writes the model."""
    extract = Extractor(lexicon(code))
    trainer = pycrfsuite.Trainer(verbose=False)
    for (words, labels), weight in examples:
        sequence = pycrfsuite.ItemSequence(extract.of(words))
        for _ in range(max(1, round(weight))):
            trainer.append(sequence, labels)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": rounds, "feature.possible_transitions": True})
    raw = out / f"names-{code}.crfsuite"
    trainer.train(str(raw))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(raw))
    info = tagger.info()
    at = {label: i for i, label in enumerate(LABELS)}
    weights: dict[str, np.ndarray] = {}
    for (feature, label), w in info.state_features.items():
        if abs(w) >= 0.01:
            weights.setdefault(feature, np.zeros(len(LABELS), dtype=np.float16))[at[label]] = w
    transitions = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for (left, right), w in info.transitions.items():
        transitions[at[left], at[right]] = w
    features = sorted(weights, key=key_of)
    keys = np.array([key_of(f) for f in features], dtype=np.uint64)
    np.savez_compressed(
        out / f"names-{code}.npz", keys=keys, weights=np.array([weights[f] for f in features]), transitions=transitions
    )
    raw.unlink()
    print(len(features), "features", (out / f"names-{code}.npz").stat().st_size // 1024, "KB", flush=True)


def main() -> None:
    """Read, train, write."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("lang")
    ap.add_argument("--out", type=Path, default=MODELS)
    ap.add_argument("--folds", type=int, default=0, help="leave every Nth sentence of the sets out")
    ap.add_argument("--keep", type=int, default=0, help="which fold is left out")
    ap.add_argument("--agree", action="store_true", help="bring the sets' labels nearer to our rules")
    ap.add_argument("--held", action="store_true", help="leave the sets' own dev and valid parts out")
    ap.add_argument("--rounds", type=int, default=90)
    ap.add_argument("--c1", type=float, default=0.03)
    ap.add_argument("--c2", type=float, default=0.5)
    ap.add_argument("--times", type=int, default=8, help="sentences made from each pattern")
    ap.add_argument("--weight", type=float, default=2.0, help="how often our own sentences count")
    a = ap.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    examples: list[tuple[Example, float]] = []
    for name in SETS[a.lang]:
        rows = of_set(name)
        for i, (doc, words, labels) in enumerate(rows):
            if (a.folds and i % a.folds == a.keep) or (a.held and HELD.search(doc)):
                continue
            examples.append(((words, agreeing(words, labels, lexicon(a.lang)) if a.agree else labels), 1))
    for where in sorted((ROOT / "train" / "sentences").glob(f"{a.lang}*.txt")):
        examples += [(r, a.weight) for r in of_file(where) if a.weight]
    patterns = ROOT / "train" / "sentences" / f"templates-{a.lang}.txt"
    if a.times and patterns.is_file():
        examples += [(labelled(*unmarked(line)), 1) for line in sentences_from(patterns, a.times)]
    random.Random(3).shuffle(examples)
    print(len(examples), "sentences", sum(len(e[0][0]) for e in examples), "words", flush=True)
    train(examples, a.lang, a.out, a.rounds, a.c1, a.c2)


if __name__ == "__main__":
    main()
