"""Word clusters for the name tagger, from the unlabelled `news` set: which words stand where others stand.

python train/clusters.py OUT [--news PATH] [--least 8]

In: ../shared/data/news (word statistics of it may ship, none of its text).
Out: OUT/clusters-id.tsv.gz: word, coarse cluster, middle, fine; words with their letters' case, digits as 0.
Method: positive pointwise mutual information of a word with its neighbours at -2, -1, +1, +2 (the 2,000 commonest),
singular value decomposition to 96 dimensions, k-means at three sizes. Source: Levy and Goldberg 2014 (PPMI and SVD
word vectors); Turian et al. 2010 (clusters as features of a tagger).
Needs scikit-learn (dependency group build-data).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

SIZES = (64, 256, 1024)
CONTEXTS = 2000
DIMENSIONS = 96
_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")


def paragraphs(news: Path) -> Iterator[str]:
    """Each paragraph once: furniture repeats, news seldom does."""
    seen: set[int] = set()
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        for line in lines:
            for part in json.loads(line)["text"].split("\n"):
                key = hash(part)
                if part.strip() and key not in seen:
                    seen.add(key)
                    yield part


def words(paragraph: str) -> list[str]:
    """Its words and marks, digits as 0."""
    return [_DIGIT.sub("0", w) for w in _TOKEN.findall(paragraph)]


def _neighbours(texts: list[list[str]], vocabulary: dict[str, int], offset: int) -> Any:
    """How often each word has each of the commonest words at the offset; the last column is the text's edge."""
    from scipy.sparse import csr_matrix

    edge = len(vocabulary)
    rows, cols = [], []
    for t in texts:
        ids = np.array([vocabulary.get(w, edge) for w in t], dtype=np.int32)
        shifted = np.full(len(ids), CONTEXTS, dtype=np.int32)
        k = abs(offset)
        if len(ids) > k:
            if offset < 0:
                shifted[k:] = np.minimum(ids[:-k], CONTEXTS + 1)
            else:
                shifted[:-k] = np.minimum(ids[k:], CONTEXTS + 1)
        keep = (ids < edge) & (shifted <= CONTEXTS)
        rows.append(ids[keep])
        cols.append(shifted[keep])
    r, c = np.concatenate(rows), np.concatenate(cols)
    block = csr_matrix((np.ones(len(r), dtype=np.float32), (r, c)), shape=(edge, CONTEXTS + 1))
    block.sum_duplicates()
    return block


def _weighted(block: Any) -> Any:
    """Positive pointwise mutual information, contexts smoothed by the power .75."""
    from scipy.sparse import csr_matrix

    total = block.sum()
    row = np.asarray(block.sum(1)).ravel()
    col = np.asarray(block.sum(0)).ravel() ** 0.75
    col = col / col.sum() * total
    coo = block.tocoo()
    value = np.log(coo.data * total / (row[coo.row] * col[coo.col] + 1e-9))
    keep = value > 0
    return csr_matrix((value[keep], (coo.row[keep], coo.col[keep])), shape=block.shape)


def main() -> None:
    """Count, factor, cluster, write."""
    ap = argparse.ArgumentParser()
    ap.add_argument("out", type=Path)
    ap.add_argument("--news", type=Path, default=ROOT.parent / "shared" / "data" / "news" / "news.jsonl.gz")
    ap.add_argument("--least", type=int, default=8)
    a = ap.parse_args()
    from scipy.sparse import hstack
    from sklearn.cluster import MiniBatchKMeans
    from sklearn.decomposition import TruncatedSVD
    from sklearn.preprocessing import normalize

    texts = [words(p) for p in paragraphs(a.news)]
    count = Counter(w for t in texts for w in t)
    vocabulary = {w: i for i, (w, n) in enumerate(count.most_common()) if n >= a.least}
    print(len(texts), "paragraphs", sum(count.values()), "words", len(vocabulary), "in the vocabulary", flush=True)
    blocks = [_weighted(_neighbours(texts, vocabulary, offset)) for offset in (-2, -1, 1, 2)]
    matrix = hstack(blocks).tocsr()
    vectors = TruncatedSVD(DIMENSIONS, random_state=3, n_iter=4).fit_transform(matrix)
    vectors = normalize(vectors)
    print("vectors", vectors.shape, flush=True)
    labels = [
        MiniBatchKMeans(k, random_state=3, batch_size=4096, n_init=2, max_iter=60).fit(vectors).labels_ for k in SIZES
    ]
    a.out.mkdir(parents=True, exist_ok=True)
    with gzip.GzipFile(a.out / "clusters-id.tsv.gz", "wb", mtime=0) as out:
        for w, i in vocabulary.items():
            out.write(("\t".join([w, *(str(x[i]) for x in labels)]) + "\n").encode())


if __name__ == "__main__":
    main()
