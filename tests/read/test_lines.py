"""Lines and their roles. The pages are written for these tests."""

from __future__ import annotations

import time

import pytest

from saksi.read.lines import blocks_in, lines_in, roles_of

STORY = [
    "Kabar.com - Pemerintah Kota Rawalaya membuka kembali jembatan lama di atas Sungai Layung pada Senin pagi setelah ditutup dua tahun.",
    "Wali Kota Rawalaya, Sri Handayani, mengatakan perbaikan jembatan itu menelan biaya dua belas miliar rupiah dan selesai lebih cepat.",
    "“Warga tidak perlu lagi memutar sejauh sepuluh kilometer untuk sampai ke pasar,” kata Sri di tepi sungai, Senin (5/5/2025).",
    "Menurut dinas pekerjaan umum, jembatan itu dapat menahan beban tiga puluh ton dan dipakai hingga dua puluh tahun mendatang.",
    "Sejumlah pedagang menyambut pembukaan itu karena ongkos angkut barang mereka turun sepertiga dibandingkan tahun lalu.",
]


def roles(lines: list[str], title: str | None = None) -> list[str]:
    return [role for role, _, _ in roles_of(lines, title)]


def test_plain_paragraphs_are_the_article() -> None:
    assert roles(STORY) == ["body"] * 5


def test_side_lists_carry_their_role_and_rank_over_lone_dashes() -> None:
    page = [
        *STORY,
        "Berita Terkait",
        "-",
        "Sungai Layung Surut, Warga Menyeberang",
        "-",
        "Dua Truk Terjebak di Rawalaya",
    ]
    page += ["Terpopuler", "- Harga Cabai Naik Lagi", "- Tujuh Resep Sambal"]
    said = roles_of(page)
    assert [r for r, _, _ in said[5:]] == ["related"] * 5 + ["popular"] * 3
    assert [rank for _, rank, _ in said[5:]] == [None, None, 1, None, 2, None, 1, 2]


def test_inline_furniture_does_not_end_the_article() -> None:
    page = [
        *STORY[:2],
        "SCROLL TO CONTINUE WITH CONTENT",
        STORY[2],
        "Baca juga:",
        "Sungai Layung Surut, Warga Menyeberang",
    ]
    page += [STORY[3], "[Gambas:Video 20detik]", STORY[4], "(sri/bud)"]
    assert roles(page) == [
        "body", "body", "advert", "body", "readalso", "readalso", "body", "advert", "body", "note",
    ]  # fmt: skip


def test_a_teasers_sentence_below_its_heading_is_body_again() -> None:
    assert roles([*STORY[:3], "Baca Juga", STORY[3], STORY[4]])[3:] == ["readalso", "body", "body"]


def test_a_line_that_repeats_the_title_is_the_headline() -> None:
    title = "Jembatan Lama Rawalaya Dibuka Kembali"
    assert roles([title, *STORY], title)[0] == "headline"


def test_a_dateline_of_its_own_is_not_the_article() -> None:
    assert roles(["RAWALAYA, KABAR.com -", *STORY[1:]])[0] == "dateline"
    assert roles(["Rawalaya", "-", *STORY[1:]])[:2] == ["dateline", "dateline"]


def test_menus_around_an_article_are_left_out_in_a_language_without_a_pack() -> None:
    story = [
        "Die Stadt hat die alte Brücke über den Fluss am Montagmorgen nach zwei Jahren Bauzeit wieder für den Verkehr geöffnet.",
        "Der Umweg von zehn Kilometern entfällt damit, sagte die Bürgermeisterin am Ufer, und die Händler hoffen auf mehr Kundschaft.",
        "Nach Angaben des Bauamtes trägt die Brücke dreißig Tonnen und soll in den nächsten zwanzig Jahren nicht erneuert werden.",
        "Die Kosten lagen mit zwölf Millionen unter dem Plan, weil weniger Stahl gebraucht wurde als zunächst berechnet worden war.",
    ]
    page = ["• Startseite", "• Politik", "• Wirtschaft", "• Sport", *story, "• Impressum", "• Datenschutz", "• Kontakt"]
    assert [r == "body" for r in roles(page)] == [False] * 4 + [True] * 4 + [False] * 3


def test_lines_are_trimmed_and_blank_ones_left_out() -> None:
    text = "  a b \n\n\t\nc\n"
    assert [text[a:b] for a, b in lines_in(text)] == ["a b", "c"]


def test_blocks_ascend_and_hold_the_lines() -> None:
    text = "\n\n".join(STORY)
    blocks = blocks_in(text)
    assert [text[b.start : b.end] for b in blocks] == STORY


@pytest.mark.parametrize("text", ["", "\n\n", "-", "a", "•\n•\n•", "\u200b"])
def test_next_to_nothing_is_read_without_a_fault(text: str) -> None:
    assert len(blocks_in(text)) <= 3


def test_a_long_line_and_many_lines_are_read_in_linear_time() -> None:
    began = time.perf_counter()
    blocks_in("kata " * 400_000)
    blocks_in("satu dua tiga\n" * 3000)
    assert time.perf_counter() - began < 10
