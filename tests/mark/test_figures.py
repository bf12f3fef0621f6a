"""Figures: every row of measures.tsv by its example, hard sentences of our own, and numbers that count nothing."""

from __future__ import annotations

import pytest

from saksi.lang.base import MeasureRow, codes, pack
from tests.mark.timed import figures, whole_figures

ROWS = [(code, row) for code in codes() for row in pack(code).measures]


@pytest.mark.parametrize(("code", "row"), ROWS, ids=lambda x: x if isinstance(x, str) else x.form)
def test_each_row_measures_its_example(code: str, row: MeasureRow) -> None:
    assert row.form.casefold() in row.example.casefold()
    found = figures(row.example, code)
    if row.kind in ("plain", "loose"):
        assert found == []
    else:
        assert [f[3] for f in found] == [row.measure]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ledakan itu menewaskan sedikitnya 24 orang dan melukai ratusan orang lainnya.",
         [("sedikitnya 24 orang", 24, 24, "killed"), ("ratusan orang", 100, 999, "injured")]),
        ("Sebanyak 12 orang tewas, 3 luka-luka, dan tiga warga hilang.",
         [("12 orang", 12, 12, "killed"), ("3 luka-luka", 3, 3, "injured"), ("tiga warga", 3, 3, "missing")]),
        ("Luasnya 6,5 hektare dengan nilai Rp2,4 juta atau 3.600-3.700 dolar AS.",
         [("6,5 hektare", 6.5, 6.5, "size"), ("Rp2,4 juta", 2_400_000, 2_400_000, "money"),
          ("3.600-3.700 dolar AS", 3600, 3700, "money")]),
        ("Kerugian ditaksir Rp 3-4 miliar.", [("Rp 3-4 miliar", 3e9, 4e9, "money")]),
        ("Ribuan warga mengungsi ke balai desa.", [("Ribuan warga", 1000, 9999, "displaced")]),
        ("Puluhan ribu buruh turun ke jalan.", [("Puluhan ribu buruh", 10_000, 99_999, "other")]),
        ("Beberapa ratus rumah terendam.", [("Beberapa ratus rumah", 100, 999, "damaged")]),
        ("Angka itu naik 12,5 persen atau sekitar 40%.",
         [("12,5 persen", 12.5, 12.5, "percent"), ("sekitar 40%", 40, 40, "percent")]),
        ("Terdakwa dihukum dua hingga tiga tahun penjara.", [("dua hingga tiga tahun", 2, 3, "duration")]),
        ("Banjir setinggi 30-40 cm merendam 70 rumah.",
         [("30-40 cm", 30, 40, "size"), ("70 rumah", 70, 70, "damaged")]),
        ("Bendungan itu mengairi 6.240 hektare (ha) sawah.", [("6.240 hektare (ha)", 6240, 6240, "size")]),
        ("Ada 35.000 bidan, dengan 18.000 di antaranya bersertifikat.",
         [("35.000 bidan", 35_000, 35_000, "other"), ("18.000", 18_000, 18_000, "other")]),
        ("Polisi menangkap lima orang dan menyita 1.250 butir pil.",
         [("lima orang", 5, 5, "arrested"), ("1.250 butir", 1250, 1250, "other")]),
        ("Markas itu mengerahkan 2.000 personel.", [("2.000 personel", 2000, 2000, "deployed")]),
        ("Uang senilai Rp11.880.351.802.619 disita.",
         [("Rp11.880.351.802.619", 11_880_351_802_619, 11_880_351_802_619, "money")]),
        ("Debitnya 205 liter per detik.", [("205 liter per detik", 205, 205, "size")]),
        ("Gudang itu memuat 1,3 ton beras untuk 285,1 juta jiwa.",
         [("1,3 ton", 1.3, 1.3, "size"), ("285,1 juta jiwa", 285_100_000, 285_100_000, "other")]),
    ],
)  # fmt: skip
def test_indonesian(text: str, expected: list[tuple[str, float, float, str]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 12 people were killed and more than 30 wounded.",
         [("At least 12 people", 12, 12, "killed"), ("more than 30 wounded", 30, 30, "injured")]),
        ("The number will be between four to six services.", [("between four to six services", 4, 6, "other")]),
        ("It sold hundreds of thousands of tickets for $6.5 billion.",
         [("hundreds of thousands of tickets", 100_000, 999_999, "other"), ("$6.5 billion", 6.5e9, 6.5e9, "money")]),
        ("Up to 60 percent of 450 million people moved.",
         [("Up to 60 percent", 60, 60, "percent"), ("450 million people", 450_000_000, 450_000_000, "other")]),
        ("The army is sending 2,000 soldiers.", [("2,000 soldiers", 2000, 2000, "deployed")]),
        ("The quake destroyed 70 homes.", [("70 homes", 70, 70, "damaged")]),
        ("He faces 10 years in prison.", [("10 years", 10, 10, "duration")]),
        ("The 18-year war displaced dozens of families.",
         [("18-year", 18, 18, "duration"), ("dozens of families", 24, 99, "displaced")]),
        ("They seized three high-ranking officers and 24 lakh rupees.",
         [("three high-ranking officers", 3, 3, "other"), ("24 lakh rupees", 2_400_000, 2_400_000, "money")]),
        ("The field spans twenty-five acres.", [("twenty-five acres", 25, 25, "size")]),
        ("Police arrested forty-two men.", [("forty-two men", 42, 42, "arrested")]),
    ],
)  # fmt: skip
def test_english(text: str, expected: list[tuple[str, float, float, str]]) -> None:
    assert figures(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [("Ia ditangkap pada 17 Agustus 1945 pukul 10.00 WIB.", "id"), ("Menurut Pasal 27 dan 28 UU itu, ia bebas.", "id"),
     ("Timnas kalah 0-4 dari tamunya.", "id"), ("Kendaraan roda dua dan empat dilarang.", "id"),
     ("Rudal Fattah-1 jatuh di laut.", "id"), ("Sutrisno (56) selamat.", "id"), ("Peringatan HUT ke-74 itu meriah.", "id"),
     ("Hubungi 081905364250 segera.", "id"), ("Liga 1 musim 2023-2024 usai.", "id"), ("Salah satu warga melapor.", "id"),
     ("Ia pulang enam hari setelah kejadian.", "id"), ("Balita berusia 4 tahun itu selamat.", "id"),
     ("Sekolah SMP 5 Ende ditutup.", "id"), ("Tarifnya naik dua kali lipat.", "id"),
     ("James, 44, of Leeds, was held.", "en"), ("Flight 370 vanished in 2014.", "en"), ("They won 3-2 on Monday.", "en"),
     ("A .45-caliber gun was found.", "en"), ("He met sources in Room 12.", "en")],
)  # fmt: skip
def test_numbers_that_count_nothing(text: str, code: str) -> None:
    assert figures(text, code) == []


def test_a_figure_says_its_unit() -> None:
    (figure,) = whole_figures("Nilainya US$ 8,30.")
    assert (figure.unit, figure.low) == ("US$", 8.3)
    (figure,) = whole_figures("Mereka menyita 12 senapan.")
    assert figure.unit == "senapan"
