"""The words of people's names, as numbers: a trait of words for the name tagger.

python train/person_names.py OUT

In: ../shared/data/cross-netranslit-rus and -ara (Latin spellings of Wikidata person-name tokens, CC0).
Out: OUT/person-names.npy: sorted CRC-32 of the names in lower case. One name in five is left out: the patterns of
train/templates.py draw on those, so that the tagger learns names that it does not know.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from zlib import crc32

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"
SETS = ("cross-netranslit-rus", "cross-netranslit-ara")
LEAST, MOST = 4, 14
OUT_OF = 5


def names() -> list[str]:
    """The names, each with a capital, in alphabetical order."""
    found = set()
    for part in SETS:
        with gzip.open(SHARED / part / "names.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                name = json.loads(line)["latin"].strip()
                if LEAST <= len(name) <= MOST and name.isalpha():
                    found.add(name.capitalize())
    return sorted(found)


def is_unlisted(name: str) -> bool:
    """Whether the shipped list leaves the name out."""
    return crc32(name.lower().encode()) % OUT_OF == 0


if __name__ == "__main__":
    hashes = sorted({crc32(n.lower().encode()) for n in names() if not is_unlisted(n)})
    np.save(Path(sys.argv[1]) / "person-names.npy", np.array(hashes, dtype=np.uint32), allow_pickle=False)
    print(len(hashes), "names")
