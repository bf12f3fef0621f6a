"""Times and figures on nasty text: no crash, spans inside, and a cost that grows with the length only."""

from __future__ import annotations

import random
import time

import pytest

from tests.mark.timed import timexes, whole_figures

PIECES = {
    "id": "1 12 31/2 2025 (18/6/225) 99.99 ( ) , . - – / pukul jam 25.61 WIB Senin Minggu Minggu lalu ini itu dua puluh ratusan "
          "belas juta beberapa hari tahun tahun abad ke XXI kuartal setiap tanggal Februari 30 se sehari lalu yang lalu ini "
          "hingga sampai awal akhir pekan Rp % persen orang tewas 1.000.000.000.000.000.000 0 00 000 setengah \x00 \u200b é 中",
    "en": "1 12 2/31 2025 (6/18/225) 99.99 ( ) , . - – / at a.m. 25:61 GMT Monday May March last this that two hundred dozens of "
          "a an the week year years century 21st quarter every Feb. 30 ago later earlier next to early end of $ % percent "
          "people killed 1,000,000,000,000,000,000 0 00 000 half \x00 \u200b é 中 fiscal third half-year '80s 1980s",
}  # fmt: skip
LENGTH, WITHIN = 60_000, 6.0
"""Characters, and seconds on a slow machine: a run that is not linear takes minutes."""


@pytest.mark.parametrize("code", ["id", "en"])
def test_any_row_of_pieces_is_read(code: str) -> None:
    rng = random.Random(8)
    pieces = PIECES[code].split(" ")
    for _ in range(150):
        text = rng.choice(["", " "]).join(rng.choice(pieces) + rng.choice(["", " "]) for _ in range(rng.randint(1, 60)))
        for published in (None, "2025-06-18", "2024-02-29"):
            for found in timexes(text, code, published):
                assert found.span is not None
                assert 0 <= found.span.start < found.span.end <= len(text)
        for figure in whole_figures(text, code):
            assert 0 <= figure.span.start < figure.span.end <= len(text)
            assert figure.low <= figure.high


@pytest.mark.parametrize("code", ["id", "en"])
@pytest.mark.parametrize(
    "piece",
    ["1", "1.", "1,", "1/", "1-", "12 ", "((((", "2025-", "dua ", "two ", "hundred ", "ratus ", "Senin ", "Monday ",
     "tahun ", "the ", "early ", "awal ", "a", "18/6 ", "pukul ", "dan 3 ", "of the "],
)  # fmt: skip
def test_a_long_row_of_one_piece_stays_linear(code: str, piece: str) -> None:
    text = piece * (LENGTH // len(piece) // 4)
    began = time.perf_counter()
    timexes(text, code)
    whole_figures(text, code)
    assert time.perf_counter() - began < WITHIN
