"""The whole road is linear in the length of a page, whatever stands in it."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

import saksi
from saksi.errors import BadInput

NASTY = {
    "one word": "a",
    "quotation marks": '"',
    "open quotations": "“Ia berkata ",
    "cues": "kata Budi ",
    "subjects and cues": "Budi mengatakan bahwa ",
    "dates": "Senin (20/10/2025) ",
    "numbers": "1.234,5 juta ",
    "ranges": "12-13-14-15-",
    "titles": "Kepala Badan ",
    "capitals": "Satu Dua Tiga ",
    "brackets": "(",
    "commas": "x, ",
    "full stops": "A. ",
    "sentences": "Menurut Budi, jalan itu dibuka. ",
    "short lines": "Terkini\n",
    "list marks": "-\n",
    "glued": "BudimengatakanJalanDibuka",
    "zero width": "\u200b\u200dx",
    "places": "Jakarta Bandung ",
}
SIZE, TIMES = 15_000, 4
SLOWEST = 8.0
"""CPU seconds for the longer page: far above what any page takes here, far below what a quadratic step takes."""


def seconds(text: str) -> float:
    began = time.process_time()
    with suppress(BadInput):
        saksi.read(text, lang="id", published="2025-10-20")
    return time.process_time() - began


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_page_is_read_in_linear_time(name: str) -> None:
    piece = NASTY[name]
    short = (piece * (SIZE // len(piece) + 1))[:SIZE]
    seconds(short[:100])
    one = min(seconds(short) for _ in range(2))
    more = seconds(short * TIMES)
    assert more < max(1.0, one * TIMES * 2.5), f"{one:.2f} s, then {more:.2f} s for {TIMES} times the text"
    assert more < SLOWEST
