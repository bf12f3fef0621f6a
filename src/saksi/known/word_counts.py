"""In how many articles a word stands, counted on Indonesian news (train/word_counts.py)."""

from __future__ import annotations

import gzip
from functools import cache
from typing import Literal

from saksi.errors import BadPack
from saksi.lang.tables import folder

Side = Literal["body", "lead", "names"]


@cache
def word_counts() -> tuple[int, dict[Side, dict[str, int]]]:
    """The number of articles counted, and by side of an article how many hold a word. Raises: BadPack."""
    where = folder("saksi.known") / "tables" / "word_counts.tsv.gz"
    seen = 0
    out: dict[Side, dict[str, int]] = {"body": {}, "lead": {}, "names": {}}
    for number, line in enumerate(gzip.decompress(where.read_bytes()).decode("utf-8").split("\n"), 1):
        if not line or line.startswith("# ") or number == 2:
            continue
        side, word, n = line.split("\t")
        if side == "all":
            seen = int(n)
        elif side in out:
            out[side][word] = int(n)
        else:
            raise BadPack("an unknown side", file=str(where), line=number)
    return seen, out
