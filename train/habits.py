"""How a word is used in news: the share of its occurrences that a first tagger takes for a person, a body or a place.

python train/habits.py OUT --model NPZ [--news PATH] [--least 4]

In: ../shared/data/news (word statistics of it may ship, none of its text); a tagger (train/names.py --agree).
Out: OUT/habits-id.tsv.gz: word, then its commonest use and the tenths of it ("P9", "L6", "O8").
A feature of the tagger that is trained next: a name that stands in clear contexts elsewhere is known in unclear ones.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(ROOT / "train"))

from clusters import paragraphs  # noqa: E402
from saksi.mark.name_lexicon import lexicon  # noqa: E402
from saksi.mark.name_model import Tagger  # noqa: E402
from saksi.mark.name_tokens import Tokens, tokens_of  # noqa: E402

BATCH = 60
LONGEST = 4000
GROUPS = ("O", "P", "G", "L")


def main() -> None:
    """Tag, count, write."""
    ap = argparse.ArgumentParser()
    ap.add_argument("out", type=Path)
    ap.add_argument("--news", type=Path, default=ROOT.parent / "shared" / "data" / "news" / "news.jsonl.gz")
    ap.add_argument("--least", type=int, default=4)
    ap.add_argument("--part", type=int, default=1, help="every Nth paragraph")
    ap.add_argument("--model", type=Path, required=True, help="names-id.npz of train/names.py --agree")
    a = ap.parse_args()
    with np.load(a.model, allow_pickle=False) as data:
        model = Tagger(data["keys"], data["weights"], data["transitions"].astype(np.float32), lexicon("id"))
    sums: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(len(GROUPS)))
    joined = np.array([[1, 0, 0, 0]] + [[0, 1, 0, 0]] * 2 + [[0, 0, 1, 0]] * 2 + [[0, 0, 0, 1]] * 2, dtype=np.float32)
    batch: list[Tokens] = []

    def count() -> None:
        words = [w for t in batch for w in t.words]
        firsts, at = [], 0
        for t in batch:
            firsts += [at + f for f in t.firsts]
            at += len(t.words)
        tokens = Tokens(words=words, starts=[0] * len(words), ends=[0] * len(words), firsts=firsts)
        chances = model.chances(model.scores(tokens), firsts) @ joined
        for word, row in zip(words, chances, strict=True):
            if word[0].isupper():
                sums[word] += row
        batch.clear()

    for i, text in enumerate(paragraphs(a.news)):
        if i % a.part or len(text) > LONGEST:
            continue
        tokens = tokens_of(text, [(0, len(text))])
        if tokens.words:
            batch.append(tokens)
        if len(batch) == BATCH:
            count()
    if batch:
        count()
    rows = []
    for word, row in sorted(sums.items()):
        if row.sum() >= a.least:
            best = int(row.argmax())
            rows.append(f"{word}\t{GROUPS[best]}{min(9, int(10 * row[best] / row.sum()))}\n")
    a.out.mkdir(parents=True, exist_ok=True)
    with gzip.GzipFile(a.out / "habits-id.tsv.gz", "wb", mtime=0) as out:
        out.write("".join(rows).encode())
    print(len(rows), "words")


if __name__ == "__main__":
    main()
