"""Language packs: every row's example holds its form, and a bad row is refused with its file and line."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from saksi.errors import BadConfig, BadPack
from saksi.lang.base import FurnitureRow, Row, codes, pack
from saksi.lang.sentences import sentences
from saksi.lang.tables import table

TABLES = [
    (code, field.name)
    for code in codes()
    for field in msgspec.structs.fields(type(pack(code)))
    if isinstance(rows := getattr(pack(code), field.name), tuple) and rows and isinstance(rows[0], Row)
]


def test_there_are_the_packs_of_indonesian_and_english() -> None:
    assert {"id", "en"} <= set(codes())


@pytest.mark.parametrize(("code", "name"), TABLES)
def test_every_row_stands_in_its_example(code: str, name: str) -> None:
    rows: tuple[Row, ...] = getattr(pack(code), name)
    assert rows, "an empty table"
    missing = [r.form for r in rows if r.form.casefold() not in r.example.casefold()]
    assert not missing


@pytest.mark.parametrize(("code", "name"), TABLES)
def test_no_row_twice(code: str, name: str) -> None:
    rows: tuple[Row, ...] = getattr(pack(code), name)
    said = [msgspec.structs.replace(r, example="") for r in rows]
    assert len(said) == len(set(said))


def test_a_code_without_a_pack_is_refused() -> None:
    with pytest.raises(BadConfig):
        pack("xx")


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ("form\trole\texample\nBaca Juga\treadalso\tBaca Juga: X\nTerkini\tnonsense\tTerkini\n", 3),
        ("form\trole\texample\nBaca Juga\treadalso\tBaca\textra\tcells\n", 2),
        ("form\trole\tcolour\texample\nBaca\treadalso\tred\tBaca\n", 1),
        ("form\texample\nBaca\tBaca\n", 1),
    ],
)
def test_a_bad_row_is_refused_with_file_and_line(tmp_path: Path, rows: str, line: int) -> None:
    where = tmp_path / "furniture.tsv"
    where.write_text(rows, encoding="utf-8")
    with pytest.raises(BadPack) as refused:
        table(where, FurnitureRow)
    assert refused.value.values["line"] == line
    assert refused.value.values["file"] == str(where)


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("id", "Prof. Dr. H. Budi Santoso datang. Ia pergi ke Jl. Merdeka No. 5.", 2),
        ("id", "“Kami siap. Kami datang,” kata Budi. Ia pulang.", 3),
        ("id", "Harga naik 2.500 rupiah. Rp 3.000.000 hilang!", 2),
        ("en", "Mr. Smith met Gen. Jones in Washington. They left.", 2),
        ("en", "The U.S. army left. It was Jan. 5.", 2),
    ],
)
def test_sentences(code: str, text: str, count: int) -> None:
    found = sentences(text, 0, len(text), pack(code))
    assert len(found) == count, [text[a:b] for a, b in found]


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [("id", "mengatakan", "dikatakan"), ("id", "penarikan", "menarik"), ("en", "reported", "reports")],
)
def test_stems_fold_the_forms_of_a_word(code: str, one: str, other: str) -> None:
    assert pack(code).stem(one) == pack(code).stem(other)
