"""Times: every rule of the packs by its example, years and weekdays, what decided, and pages without a date."""

from __future__ import annotations

import itertools

import pytest

from saksi.lang.base import codes, pack
from saksi.mark.time_rules import TimeRule, time_rules
from saksi.mark.times import times_in
from tests.mark.timed import article_of, times, timexes

RULES = [(code, rule) for code in codes() for rule in time_rules(code).rules]


@pytest.mark.parametrize(("code", "rule"), RULES, ids=lambda x: x if isinstance(x, str) else x.form[:40])
def test_each_rule_reads_its_example(code: str, rule: TimeRule) -> None:
    assert (rule.text, rule.value) in times(rule.example, code, rule.published)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Laporan itu terbit Senin, 2 Desember.", "2024-12-02", "2024-12-02"),
        ("Sidang digelar Kamis, 12 Juni.", "2025-06-09", "2025-06-12"),
        ("Acara digelar Kamis, 1 Januari.", "2025-12-20", "2026-01-01"),
        ("Desa itu dibakar pada 15 September.", "2024-12-02", "2024-09-15"),
        ("Desa itu dibakar pada 20 Desember.", "2025-01-03", "2024-12-20"),
        ("Pesawat jatuh pada 3 Maret 1998. Puing ditemukan 12 April.", "2025-06-18", "1998-04-12"),
    ],
)
def test_a_day_without_a_year_takes_the_year_that_fits(text: str, published: str, value: str) -> None:
    assert times(text, published=published)[-1][1] == value


def test_a_weekday_decides_between_years_up_to_the_fetch() -> None:
    (time,) = timexes("Laporan itu terbit Senin, 2 Desember.", published=None, fetched="2025-03-01")
    assert time.value == "2024-12-02"
    assert time.basis == "weekday"
    assert "2019-12-02" in time.candidates


def test_nothing_is_reckoned_from_the_day_of_the_fetch() -> None:
    (time,) = timexes("Kapal itu karam kemarin.", published=None, fetched="2025-03-01")
    assert (time.value, time.basis) == ("PAST_REF", "undecided")
    (time,) = timexes("Kapal itu karam pada 15 September.", published=None, fetched="2025-03-01")
    assert (time.value, time.basis) == ("2024-09-15", "inherited")


def test_without_a_date_or_a_fetch_nothing_is_invented() -> None:
    (time,) = timexes("Laporan itu terbit Senin, 2 Desember.", published=None)
    assert time.basis == "undecided"
    assert time.value == "XXXX-12-02"


def test_a_page_without_a_date_argues_from_its_own_full_dates() -> None:
    text = "Bupati berkata demikian, Rabu (18/6/2025). Banjir itu datang Senin malam."
    assert times(text, published=None)[-1] == ("Senin malam", "2025-06-16TNI")


def test_an_old_date_alone_is_no_ground_to_reckon_from() -> None:
    text = "Koran itu terbit 10 Juli 1936, dan pada 2015 dicetak ulang. Tahun ini ia berumur 89 tahun."
    assert ("Tahun ini", "1936") not in times(text, published=None)


def test_a_slip_of_the_page_keeps_what_the_weekday_proves() -> None:
    (time,) = timexes("Ia berkata demikian, Selasa (10/5/2025).", published="2025-06-10")
    assert time.value == "2025-06-10"
    assert time.candidates == ("2025-06-10", "2025-05-10")
    assert times("Ia berkata demikian, Rabu (18/6/225).")[0][1] == "2025-06-18"


def test_a_wrong_weekday_near_publication_changes_nothing() -> None:
    assert times("Ia berkata demikian, Selasa (22/10/2025).", published="2025-10-22")[0][1] == "2025-10-22"


@pytest.mark.parametrize(
    ("text", "value"),
    [("Kata Bupati, Minggu.", "2025-06-15"), ("Kapal karam pada Minggu lalu.", "2025-06-15"),
     ("Kapal itu karam minggu lalu.", "2025-W24"), ("Ia menunggu tiga minggu.", "P3W"),
     ("Pasar buka setiap minggu.", "P1W"), ("Pasar buka setiap Minggu.", "XXXX-WXX-7"),
     ("Mereka datang hari Minggu.", "2025-06-15")],
)  # fmt: skip
def test_minggu_is_a_day_or_a_week(text: str, value: str) -> None:
    assert times(text)[0][1] == value


@pytest.mark.parametrize(
    "text",
    ["Rumah itu bernomor 2045.", "Sebanyak 2000 orang datang.", "Skor akhir 3-2.", "Ia menelepon nomor 081234567890.",
     "Lihat Pasal 12 ayat 3.", "Posisinya 8 derajat 50 menit lintang selatan.", "Gilang Ramadan menabuh drum.", "Mereka menunaikan salat Jumat.",
     "Surat bernomor SE/2/11/2021 itu palsu.", "Ia mengalami dua kali gagal."],
)  # fmt: skip
def test_what_is_no_time(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize("code", codes())
def test_nothing_found_is_nothing(code: str) -> None:
    assert times("", code) == []
    assert times(" \n ", code) == []


def test_spans_hold_their_words_and_ascend() -> None:
    text = "Pada 27-29 November 2024, dan Senin (2/12) malam pukul 20.00 WIB, tiga hari kemudian, kini."
    article = article_of(text)
    found = times_in(article, ((0, len(text)),), pack("id"))
    spans = [t.span for t in found if t.span]
    assert [s.start for s in spans] == sorted(s.start for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert [t.id for t in found] == [t.id for t in times_in(article, ((0, len(text)),), pack("id"))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Longsor terjadi Maret, April, dan Mei 2024.", ["2024-03", "2024-04", "2024-05"]),
        ("Dari 2 Desember 2023 hingga 4 Januari sekolah libur.", ["2023-12-02", "2024-01-04"]),
        ("Dari 2 Desember hingga 4 Januari 2020 sekolah libur.", ["2019-12-02", "2020-01-04"]),
        ("Listrik padam pukul 20.00 hingga 22.00 WIB pada Kamis (12/6).", ["2025-06-12T20:00", "2025-06-12T22:00", "2025-06-12"]),
    ],
)  # fmt: skip
def test_the_times_of_a_row_share_a_year_or_a_day(text: str, values: list[str]) -> None:
    assert [value for _, value in times(text)] == values


@pytest.mark.parametrize("text", ["Campur 1/2 gelas air.", "Toko itu buka 24/7.", "Pada tanggal 1 Muharram ia pulang."])
def test_fractions_and_other_calendars_are_no_days(text: str) -> None:
    assert times(text) == []
