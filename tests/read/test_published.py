"""Days that pages say, datelines, bylines, outlets."""

from __future__ import annotations

import pytest

from saksi.model.pages import Block
from saksi.read.byline import byline_in
from saksi.read.dateline import dateline_at, outlet_in, stands_alone
from saksi.read.published import day_of_url, days_in, fetched_in, published_in


def page(*lines: tuple[str, str]) -> tuple[str, tuple[Block, ...]]:
    text, blocks = "", []
    for role, line in lines:
        blocks.append(Block(start=len(text), end=len(text) + len(line), role=role))  # type: ignore[arg-type]
        text += line + "\n"
    return text, tuple(blocks)


@pytest.mark.parametrize(
    ("said", "code", "value"),
    [
        ("Senin (20/10/2025) malam", "id", "2025-10-20"),
        ("Rabu, 4 November 2015", "id", "2015-11-04"),
        ("5 Agt 2021", "id", "2021-08-05"),
        ("Nov. 19, 2019, 8:41 AM", "en", "2019-11-19"),
        ("Tuesday 19th November 2019", "en", "2019-11-19"),
        ("11/19/2019", "en", "2019-11-19"),
        ("2019-11-19T10:00", "en", "2019-11-19"),
        ("Kamis, 05/11/15", "id", "2015-11-05"),
        ("Selasa (20/10/2025)", "id", None),
        ("31/02/2020", "id", None),
    ],
)
def test_days_are_read(said: str, code: str, value: str | None) -> None:
    found = [there.isoformat() for d in days_in(said, 0, len(said), code) if (there := d.value())]
    assert (found[:1] or [None])[0] == value


def test_a_line_of_its_own_goes_before_the_address_and_the_text() -> None:
    text, blocks = page(("dateline", "Rabu, 4 November 2015"), ("body", "Jalan dibuka pada Kamis (5/11/2015)."))
    found = published_in(text, blocks, "https://kabar.com/2015/11/06/jalan", None, "id")
    assert found is not None
    assert (found.value, found.rule, found.basis) == ("2015-11-04", "line", "explicit")
    assert found.span is not None
    assert text[found.span.start : found.span.end] == found.span.text
    without = published_in(text[len("Rabu, 4 November 2015") :], (), "https://kabar.com/2015/11/06/jalan", None, "id")
    assert without is not None
    assert (without.value, without.rule) == ("2015-11-06", "url")


def test_a_weekday_argues_for_the_year_and_keeps_the_others() -> None:
    text, blocks = page(
        ("body", "Laporan itu terbit pada hari Senin, 2 Desember."), ("body", "Minggu, 1 Desember, jalan ditutup.")
    )
    found = published_in(text, blocks, None, None, "id")
    assert found is not None
    assert (found.value, found.basis) == ("2024-12-02", "weekday")
    assert {"2013-12-02", "2019-12-02", "2024-12-02"} <= set(found.candidates)
    before = published_in(text, blocks, None, "2021-03-04", "id")
    assert before is not None
    assert before.value == "2019-12-02"


def test_a_page_that_says_nothing_has_no_day() -> None:
    text, blocks = page(("body", "Jalan dibuka. Pada 17 Agustus 1945 belum ada jalan."))
    assert published_in(text, blocks, "https://kabar.com/jalan-12345678", None, "id") is None


def test_side_lists_bound_the_fetch() -> None:
    text, blocks = page(("body", "Jalan dibuka Senin, 2 Desember."), ("latest", "Jalan lain dibuka 26 Oktober 2025"))
    found = fetched_in(text, blocks, "id")
    assert found is not None
    assert (found.value, found.bounds, found.mod) == ("2025-10-26", ("2025-10-26", None), "ON_OR_AFTER")
    assert fetched_in(*page(("body", "Jalan dibuka 26 Oktober 2025")), "id") is None


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://kabar.com/2025/06/19/jalan", "2025-06-19"),
        ("https://kabar.com/read/20250619-jalan", "2025-06-19"),
        ("https://kabar.com/a-2025-06-19.html", "2025-06-19"),
        ("https://kabar.com/read/12025061912345", None),
        ("https://kabar.com/d-8172530/jalan", None),
        (None, None),
    ],
)
def test_addresses_hold_days(url: str | None, value: str | None) -> None:
    found = day_of_url(url)
    assert (found.isoformat() if found else None) == value


@pytest.mark.parametrize(
    ("line", "dateline", "outlet"),
    [
        ("Suara.com - Di kota itu, jalan dibuka.", "Suara.com", "Suara"),
        ("JAKARTA, KOMPAS.com - Jalan dibuka.", "JAKARTA, KOMPAS.com", "Kompas"),
        ("Liputan6.com, Jakarta - Jalan dibuka.", "Liputan6.com, Jakarta", "Liputan6"),
        ("Liputan6.com, Jakarta Jalan lama dibuka.", "Liputan6.com, Jakarta", "Liputan6"),
        ("Jakarta (ANTARA) - Jalan dibuka.", "Jakarta (ANTARA)", "ANTARA"),
        ("MADRID — The bridge is open.", "MADRID", None),
        ("WASHINGTON (AP) — The bridge is open.", "WASHINGTON (AP)", "Associated Press"),
        ("WARTAKOTALIVE.COM, JAKARTA- Jalan dibuka.", "WARTAKOTALIVE.COM, JAKARTA", "Warta Kota"),
        ("KABARDESA.com - Jalan dibuka.", "KABARDESA.com", "KABARDESA.com"),
        ("Sejumlah warga - termasuk anak-anak - pulang.", None, None),
        ("Anak-anak pulang.", None, None),
        ("Presiden Prabowo - yang baru tiba - berpidato.", None, None),
        ("“Jalan - dibuka”", None, None),
    ],
)
def test_datelines_before_the_first_words(line: str, dateline: str | None, outlet: str | None) -> None:
    found = dateline_at(line, 0, len(line))
    told = line[slice(*found)] if found else None
    assert told == dateline
    if told:
        named = outlet_in(told)
        assert (named.name if named else None) == outlet


def test_lines_that_are_datelines() -> None:
    assert stands_alone("JAKARTA, KOMPAS.com -")
    assert not stands_alone("Jalan Lama Dibuka")
    assert not stands_alone("HARGA CABAI NAIK LAGI DI PASAR INDUK KRAMAT JATI")


def test_bylines_give_the_name() -> None:
    text, blocks = page(("byline", "Penulis: Siti Aminah | 3 Mei 2021"), ("byline", "By Jane Miller"))
    assert byline_in(text, blocks) == "Siti Aminah"
    assert byline_in(text, blocks[1:]) == "Jane Miller"
    assert byline_in(text, ()) is None
