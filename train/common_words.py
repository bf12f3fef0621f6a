"""Makes the list of common English words that the name tagger looks words up in.

python train/common_words.py FILE [--out FOLDER]

In: a list of words, one a line (american-english-small of Debian's wamerican-small, made from SCOWL; see the card).
Out: FOLDER/common-en.npy: CRC-32 of the words that the list has in small letters only.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from zlib import crc32

import numpy as np

MODELS = Path(__file__).resolve().parents[1] / "src" / "saksi" / "mark" / "models"


def common_among(lines: list[str]) -> list[str]:
    """The words in small letters, without forms with an apostrophe and without those that are names too."""
    names = {w.lower() for w in lines if w[:1].isupper()}
    return sorted({w for w in lines if w.isalpha() and w.islower() and w not in names})


def main() -> None:
    """Read, write."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("words", type=Path)
    ap.add_argument("--out", type=Path, default=MODELS)
    a = ap.parse_args()
    words = common_among(a.words.read_text(encoding="utf-8").split())
    keys = np.unique(np.array([crc32(w.encode()) for w in words], dtype=np.uint32))
    np.save(a.out / "common-en.npy", keys)
    print(len(keys), "words")


if __name__ == "__main__":
    main()
