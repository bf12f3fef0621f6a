"""Makes the word list that lost spaces are found with.

python train/words.py

Counts the words of ../shared/data/news (word statistics of it may ship, none of its text does) and writes
src/saksi/read/words.txt.gz: a word in small letters and three digits in base 36, the rounded binary logarithms of how
often it stands in small letters, with a capital, and in capitals. Words of mixed case that are names of their own
("YouTube") stand in a second part, as they are. Words that are two words run together are left out: those whose parts
stand side by side far oftener than together.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NEWS = ROOT.parent / "shared" / "data" / "news" / "news.jsonl.gz"
OUT = ROOT / "src" / "saksi" / "read" / "words.txt.gz"
WORD = re.compile(r"[^\W\d_]+")
CAMEL = re.compile(r"[^\W\d_A-Z]+|[A-Z]+(?![a-z])|[A-Z][^\W\d_A-Z]*")
LEAST, LEAST_MIXED = 4, 5
GLUED_BELOW, STRONG, SHORTEST = 150, 60, 7
OFTENER = 4.0
BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"


def texts() -> Iterator[str]:
    """The texts of the set, in order."""
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def plain(word: str) -> bool:
    """Whether a word is in small letters, begins with a capital, or is all capitals."""
    return word.islower() or word.isupper() or word[1:].islower()


def word_of_letters(word: str) -> bool:
    """Whether a word is in Latin letters that no broken encoding left behind."""
    return all("a" <= c.lower() <= "z" for c in word)


def parts_of(word: str, counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """The pairs of common words that a word may be run together from."""
    for at in range(2, len(word) - 1):
        left, right = word[:at], word[at:]
        if left != right and len(right) > 3 and counts[left] >= STRONG and counts[right] >= STRONG:
            yield left, right


def main() -> int:
    """The exit code."""
    if not NEWS.exists():
        print("no ../shared/data here: nothing to count")
        return 1
    counts: Counter[str] = Counter()
    for text in texts():
        counts.update(WORD.findall(text))
    mixed = {w: tuple(CAMEL.findall(w)) for w, n in counts.items() if not plain(w) and n >= LEAST_MIXED}
    rare = [w for w, n in counts.items() if plain(w) and LEAST <= n < GLUED_BELOW and len(w) >= SHORTEST]
    splits = {w: list(parts_of(w, counts)) for w in rare}
    wanted = {pair for some in splits.values() for pair in some}
    wanted |= {(p[0], "".join(p[1:])) for p in mixed.values()} | {
        (a, b) for p in mixed.values() for a, b in pairwise(p)
    }
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts():
        words = WORD.findall(text)
        pairs.update(pair for pair in pairwise(words) if pair in wanted)
    glued = {w for w, some in splits.items() if any(pairs[p] > OFTENER * counts[w] for p in some)}
    own = {
        w
        for w, p in mixed.items()
        if 4 * max((pairs[pair] for pair in pairwise(p)), default=0) <= counts[w]
        and word_of_letters(w)
        and not (p[0].islower() and counts[p[0]] > 10_000)
    }
    table: dict[str, list[int]] = {}
    for word, n in counts.items():
        if plain(word) and word not in glued:
            kind = 0 if word.islower() else 2 if word.isupper() and len(word) > 1 else 1
            table.setdefault(word.lower(), [0, 0, 0])[kind] += n
    lines = []
    for word, some in sorted(table.items()):
        if sum(some) >= LEAST and len(word) < 30:
            digits = "".join(BASE36[min(35, round(math.log2(n + 1)))] for n in some)
            lines.append(f"{word}\t{digits}")
    total = round(math.log2(sum(counts.values())))
    data = "\n".join([f"{total}", *lines, "", *sorted(own)]) + "\n"
    OUT.write_bytes(gzip.compress(data.encode(), mtime=0))
    print(f"{len(lines)} words, {len(own)} of mixed case, {len(glued)} run together; {OUT.stat().st_size:,} bytes")
    print("run together:", sorted(glued)[:: max(1, len(glued) // 60)])
    print("mixed:", sorted(own)[:: max(1, len(own) // 80)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
