"""The packs' furniture: every row's example is its test."""

from __future__ import annotations

import pytest

from saksi.lang.base import FurnitureRow, codes, pack
from saksi.read.furniture import bare, phrases
from saksi.read.kinds import _rows as page_rows

ROWS = [(code, row) for code in codes() for row in pack(code).furniture]


@pytest.mark.parametrize(("code", "row"), ROWS, ids=[f"{c}:{r.form}:{r.where}" for c, r in ROWS])
def test_a_rows_example_has_the_rows_role(code: str, row: FurnitureRow) -> None:
    hit = phrases().hit(row.example)
    assert hit is not None
    assert hit.role == row.role


def test_no_row_stands_twice_in_a_pack() -> None:
    for code in codes():
        keys = [(row.form.casefold(), row.where) for row in pack(code).furniture]
        assert len(keys) == len(set(keys))


def test_every_page_phrase_stands_in_its_example() -> None:
    assert all(row.form in row.example.casefold() for row in page_rows())


@pytest.mark.parametrize(
    "line",
    [
        "Baca buku itu, kata guru kepada murid-murid di desa.",
        "Related costs rose by a third last year, the ministry said in its report to parliament on Monday.",
        "By the time the bridge opened, the river had fallen.",
        "Advertisement spending fell.",
        "Share prices fell on Monday after the bank's report on growth, which most had thought would be far better than this.",
        "Sejumlah warga pulang.",
        "",
        "-",
    ],
)
def test_sentences_that_only_begin_alike_are_no_furniture(line: str) -> None:
    hit = phrases().hit(line)
    assert hit is None or hit.where == "whole"


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("Baca juga:\xa0Jalan Lama Dibuka", "Baca Juga"),
        ("• 12 Comments", "Comments"),
        ("| Editor | : Budi Santoso |", "Editor :"),
        ("TERPOPULER", "Terpopuler"),
        ("Comments (4)", "Comments"),
    ],
)
def test_bullets_counts_borders_and_case_do_not_matter(line: str, form: str) -> None:
    hit = phrases().hit(line)
    assert hit is not None
    assert hit.form.casefold().startswith(form.casefold()[:6])


def test_bare_leaves_only_the_words() -> None:
    assert bare("• Berita  Terkait:") == "berita terkait"
