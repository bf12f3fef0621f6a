"""What others take for the article, as marks on our own blocks: two extractors, and the page's own metadata."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from saksi.read.html_blocks import HtmlBlock

Matrix = npt.NDArray[np.float32]

_WORDS = re.compile(r"\w+")


def key_of(text: str) -> str:
    """The words of a text, one space between: what two renderings of one line share."""
    return " ".join(_WORDS.findall(text))


SHORT = 25  # characters up to which a block must be a whole line of the other text: shorter ones are found anywhere


def agreed(blocks: list[HtmlBlock], keys: list[str], extracted: str) -> Matrix:
    """For each block whether another text of the article has it, and has the next one and the one before."""
    lines = [key_of(line) for line in extracted.split("\n") if line.strip()]
    whole = set(lines)
    joined = " " + " ".join(lines) + " "
    has = np.array(
        [
            float(key in whole or (len(block.text) > SHORT and f" {key} " in joined)) if key else 0.0
            for block, key in zip(blocks, keys, strict=True)
        ],
        dtype=np.float32,
    )
    return np.column_stack([has, np.append(has[1:], 0.0), np.insert(has[:-1], 0, 0.0)]).astype(np.float32)


def by_trafilatura(html: str) -> str:
    """The article as trafilatura sees it, for precision."""
    import trafilatura

    try:
        return trafilatura.extract(html, favor_precision=True, include_comments=False, include_tables=False) or ""
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):  # its own faults on broken pages
        return ""


def by_resiliparse(html: str) -> str:
    """The article as resiliparse sees it: fast, and more than the article rather than less."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(
        extract_plain_text(html, main_content=True, alt_texts=False, links=False, noscript=False, list_bullets=False)
    )
