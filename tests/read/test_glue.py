"""Lost spaces and broken lines. The sentences are written for these tests."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.model.spans import OffsetMap
from saksi.read.glue import cleaned, mended, through

FILLER = " Warga yang tinggal di dekat jembatan itu mengatakan bahwa mereka akan kembali ke pasar pada hari Senin."


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("Kabar.com, JakartaPresiden datang", "Kabar.com, Jakarta Presiden datang"),
        ("Menteri Prabowomengatakan hal itu", "Menteri Prabowo mengatakan hal itu"),
        ("di Kota Gaza.Baca juga: Jalan", "di Kota Gaza. Baca juga: Jalan"),
        ("Serikat(AS) dan (AS)Donald", "Serikat (AS) dan (AS) Donald"),
        ("laporanReuters, Rabu", "laporan Reuters, Rabu"),
        ("analisisAFPterhadap citra", "analisis AFP terhadap citra"),
        ("kaderPDI-Pbernama Budi", "kader PDI-P bernama Budi"),
        ("itu selesai,”kata warga", "itu selesai,” kata warga"),
        ("Baca juga:Jalan Lama", "Baca juga: Jalan Lama"),
    ],
)
def test_seams_are_opened(glued: str, apart: str) -> None:
    assert mended(glued + FILLER)[0] == apart + FILLER


@pytest.mark.parametrize(
    "whole",
    [
        "YouTube", "WhatsApp", "iPhone", "McDonald", "LinkedIn", "SpaceX", "MotoGP", "NasDem", "BBC", "detikcom", "ChatGPT",
        "DeepMind", "OpenAI", "mempertanggungjawabkannya", "ketidakterbatasan", "Sugiyanto", "Tanjungpinang", "indikatornya",
        "KTP-nya", "S.H.", "Rp1.500.000", "12.30", "U.S.", "kompas.com", "www.kabar.com/BeritaKota", "a.b@kabar.com", "1,5",
        "Wijayakusuma", "e-KTP", "#SaveJembatan", "Node.js", "jalan-jalan", "antarprovinsi",
    ],
)  # fmt: skip
def test_words_that_are_one_stay_one(whole: str) -> None:
    text = f"Warga memakai {whole} di sana." + FILLER
    assert mended(text)[0] == text


def test_english_and_other_languages_are_left_alone() -> None:
    for text in (
        "The groundbreaking counterterrorism bill passed, MarketWatch and the GoldDerby reported on Monday evening.",
        "Das Bundesverfassungsgericht entschied über die Straßenverkehrsordnung und das Arbeitnehmerüberlassungsgesetz.",
        "Правительство открыло старый мост.",
        "政府は古い橋を再び開通させた。住民は喜んだ。",
    ):
        assert mended(text)[0] == text


def test_a_sentence_broken_at_its_links_is_joined() -> None:
    text = "Otoritas\nRawalaya\nmenjatuhkan\nhukuman berat\nterhadap dua pencuri\n. Keduanya ditahan.\nBaca juga:\nJalan Lama Dibuka"
    told, _ = mended(text)
    first, *rest = told.split("\n")
    assert first == "Otoritas Rawalaya menjatuhkan hukuman berat terhadap dua pencuri. Keduanya ditahan."
    assert rest == ["Baca juga:", "Jalan Lama Dibuka"]


def test_menus_in_small_letters_are_not_joined() -> None:
    text = "• home\n• news\n• sport\n• about\nthe bridge\nis open\nagain"
    assert mended(text)[0] == text


def test_marks_without_width_go_and_white_space_becomes_plain() -> None:
    text, offsets = cleaned("\ufeffA\u200bb\xa0c\r\nd")
    assert text == "Ab c\nd"
    assert offsets.there(0, 1) == (1, 2)
    assert offsets.there(5, 6) == (8, 9)


def test_lone_surrogates_become_a_mark_that_can_be_written() -> None:
    text, _ = cleaned("a\ud800b")
    text.encode()
    assert len(text) == 3


def test_the_map_leads_to_the_same_letters() -> None:
    page = "\ufeffKabar.com, JakartaPresiden\xa0datang,kata(AS)Donald di Kota Gaza.Baca juga: Jalan"
    text, offsets = mended(page)
    for word in ("Presiden", "datang", "Donald", "Gaza", "Baca"):
        at = text.index(word)
        a, b = offsets.there(at, at + len(word))
        assert page[a:b] == word


def test_two_maps_become_one() -> None:
    outer = OffsetMap(runs=((0, 0, 3), (4, 3, 5)))
    inner = OffsetMap(runs=((0, 10, 4), (4, 20, 4)))
    assert through(outer, inner).runs == ((0, 10, 3), (4, 13, 1), (5, 20, 4))
    assert through(OffsetMap(), inner) == inner
    assert through(outer, OffsetMap()) == outer


@given(st.text(alphabet=st.sampled_from('aBc .,\n(AS)\xa0\u200b\r1JakartaPresiden"-:'), max_size=200))
@settings(max_examples=150, deadline=None)
def test_nothing_but_white_space_changes(page: str) -> None:
    text, offsets = mended(page)
    runs = offsets.runs or ((0, 0, len(page)),)
    assert all(text[h : h + n] == page[t : t + n] for h, t, n in runs)
    drop = str.maketrans("", "", " \xa0\n\r\u200b")
    assert text.translate(drop) == page.translate(drop)


def test_a_long_line_takes_linear_time() -> None:
    began = time.perf_counter()
    mended("JakartaPresiden mengatakan,itu (AS)Donald. " * 20_000)
    mended("x" * 5_000_000)
    mended("(A" * 1_000_000)
    assert time.perf_counter() - began < 15
