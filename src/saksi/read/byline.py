"""Who wrote it, by the lines that say so."""

from __future__ import annotations

import re

from saksi.model.pages import Block
from saksi.read.furniture import phrases

_AFTER = " \t:|-–—,"
_STOP = re.compile(r"\s[|•·]\s|\s[-–—]\s|\d{1,2}[:./ ]")


def byline_in(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The name or names of the first byline, without the words that make it one; None when there is none."""
    for block in blocks:
        if block.role != "byline":
            continue
        line = text[block.start : block.end].lstrip("| ")
        hit = phrases().hit(line)
        if hit and line.casefold().startswith(hit.form.casefold()):
            line = line[len(hit.form) :]
        name = _STOP.split(line.strip(_AFTER), maxsplit=1)[0].strip(_AFTER)
        if name:
            return name
    return None
