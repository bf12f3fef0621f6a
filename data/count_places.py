"""Counts how often the gazetteer's names stand as places in Indonesian news: data/places/likelihood.tsv.

python data/count_places.py NEWS.JSONL.GZ

Word statistics of the set "news"; none of its text is kept. Of each name's occurrences with a capital inside a sentence
and no other capitalised word beside it, the share after a word that takes a place ("di", "asal", "Kabupaten"); and the
share of occurrences without a capital. Names seen fewer than SEEN times are left out.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
from saksi.known.places import folded, gazetteer  # noqa: E402

SEEN = 6
FEW = 4
"""Names seen fewer times with a capital inside a sentence are taken for no places."""
USUAL = 0.30
"""The share after such a word that names of large cities reach; as much is taken for certain."""
PLACE_WORDS = frozenset(
    (
        "di", "ke", "dari", "asal", "kota", "kabupaten", "kecamatan", "desa", "kelurahan", "provinsi", "wilayah",
        "kawasan", "daerah", "warga", "menuju", "gubernur", "bupati", "distrik", "kampung", "dusun", "jalan",
        "pulau", "gunung", "sungai", "sekitar", "seluruh", "negara", "wali", "presiden", "tentara", "pasukan",
        "militer", "pemerintah", "pemprov", "pemkab", "pemkot", "polres", "polda", "polresta", "polsek",
    )
)  # fmt: skip
TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]|\d+")


def main() -> None:
    """Counts and writes the table."""
    places = gazetteer()
    names: Counter[str] = Counter()
    after: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            tokens = TOKEN.findall(text)
            size = len(tokens)
            i = 0
            while i < size:
                token = tokens[i]
                if not token[0].isupper():
                    if token.isalpha():
                        lower[token] += 1
                    i += 1
                    continue
                j = i + 1
                while j < size and tokens[j][0].isupper():
                    j += 1
                upper[folded(token)] += 1
                before = tokens[i - 1] if i else "."
                first = tokens[i].lower()
                start = i
                word = before.lower()
                if first in PLACE_WORDS and j - i > 1:
                    start, word = i + 1, first
                if 1 <= j - start <= 3 and (before.isalpha() or before in ",(" or start > i):
                    key = folded(" ".join(tokens[start:j]))
                    names[key] += 1
                    after[key] += word in PLACE_WORDS
                i = j
    kept = 0
    with (ROOT / "data" / "places" / "likelihood.tsv").open("w", encoding="utf-8") as out:
        out.write("name\tlikelihood\tcommon\n")
        for key in sorted(set(names) | {k for k in lower if lower[k] >= SEEN}):
            small, big = lower[key], upper[key]
            if names[key] + small < SEEN or not places.named(key):
                continue
            share = min(1.0, after[key] / names[key] / USUAL) if names[key] >= FEW else 0.0
            common = small / (small + big) if small + big else 0.0
            out.write(f"{key}\t{round(100 * share)}\t{round(100 * common)}\n")
            kept += 1
    print(kept, "names counted")


if __name__ == "__main__":
    main()
