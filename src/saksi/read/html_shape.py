"""How the text of a block looks, as numbers: length, sentence ends, links, capitals, marks."""

from __future__ import annotations

import re

from saksi.read.html_blocks import HtmlBlock

_END = re.compile(r"[.!?…。।؟！？][\"'”’»)\]」』]{0,3}$")
_SENTENCE = re.compile(r"[.!?।؟][\"'”’»)\]]{0,2}\s|[。！？](?!$)")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # signs that say about as much as three letters
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_LETTERS_A_WORD = 6  # of Latin running text, spaces counted
_WORDS = re.compile(r"\w+")
_CLOCK = re.compile(r"\d[:.]\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COLON = re.compile(r"^[^.:]{2,30}:")

SHAPE = (
    "chars",
    "words",
    "sentences",
    "ends",
    "linked",
    "links",
    "strong",
    "digits",
    "upper",
    "capital",
    "commas",
    "lower_first",
    "quote_first",
    "odd_first",
    "colon_early",
    "colon_last",
    "dots_last",
    "question",
    "clock",
    "year",
    "marks",
    "word_length",
    "copyright",
    "after_break",
    "images",
    "short_words",
)


def shape(block: HtmlBlock) -> list[float]:
    """The numbers of ``SHAPE`` for a block."""
    text = block.text
    n = len(text)
    words = _WORDS.findall(text)
    count = len(words) or 1
    if not text.isascii() and (unspaced := len(_UNSPACED.findall(text))):
        n += 2 * len(_WIDE.findall(text))
        count = max(count, min(unspaced * 3, n) // _LETTERS_A_WORD)
    size = max(sum(b - a for a, b in block.pieces), 1)
    first = text[0]
    return [
        n,
        count if words else 0,
        len(_SENTENCE.findall(text)),
        1.0 if _END.search(text) else 0.0,
        min(1.0, block.linked / size),
        block.links,
        min(1.0, block.strong / size),
        sum(map(text.count, "0123456789")) / n,
        sum([w.isupper() and len(w) > 1 for w in words]) / count,
        sum([w[0].isupper() for w in words]) / count,
        text.count(",") / count,
        1.0 if first.islower() else 0.0,
        1.0 if first in "\"'“‘«" else 0.0,
        0.0 if first.isalnum() or first in "\"'“‘«" else 1.0,
        1.0 if _COLON.match(text) else 0.0,
        1.0 if text[-1] == ":" else 0.0,
        1.0 if text.endswith(("...", "…", "»", "›", ">")) else 0.0,
        1.0 if text[-1] == "?" else 0.0,
        1.0 if _CLOCK.search(text) else 0.0,
        1.0 if _YEAR.search(text) else 0.0,
        sum(map(text.count, "|@#/•·")) / count,
        n / count,
        1.0 if "©" in text or "(c)" in text else 0.0,
        1.0 if block.after_break else 0.0,
        block.images,
        sum([len(w) < 4 and w.islower() for w in words]) / count,
    ]
