"""Counts in how many articles a word stands, for the stories' weights: src/saksi/known/tables/word_counts.tsv.gz.

python train/word_counts.py [PATH OF news.jsonl.gz]

Word statistics of the `news` set (no text of it ships): stems of the text, stems of its first 500 characters, and
words with a capital and pairs of them. Every second article; words of fewer than LEAST articles are left out.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from saksi.link.sides import StoryText, sides

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "src" / "saksi" / "known" / "tables" / "word_counts.tsv.gz"
LEAST = 12
KEPT = {"body": 0, "lead": 2, "names": 3}
"""Which of the sides; titles take the lead's counts, numbers have none."""


def main() -> None:
    """Writes the table."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data" / "news" / "news.jsonl.gz"
    counts: dict[str, Counter[str]] = {side: Counter() for side in KEPT}
    seen = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for i, line in enumerate(lines):
            if i % 2:
                continue
            seen += 1
            made = sides(StoryText(id="", text=json.loads(line)["text"][:6000], lang="id"))
            for side, at in KEPT.items():
                counts[side].update(made[at].keys())
    rows = [f"# {seen} Indonesian articles; made by train/word_counts.py", "side\tword\tarticles", f"all\t\t{seen}"]
    for side, held in counts.items():
        rows += [f"{side}\t{w}\t{n}" for w, n in sorted(held.items()) if n >= LEAST and "\t" not in w]
    with OUT.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write(("\n".join(rows) + "\n").encode())
    print(len(rows), "rows,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
