"""Names that may be one's, and names that may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksi.link.names import compare, name_words
from saksi.link.spelling import distance, latin

SHARED = Path(__file__).resolve().parents[3] / "shared"
ONE = [
    ("Aleksei Zhuravlyov", "Alexey Zhuravlev", "person"),
    ("Suwayda", "Sweida", "other"),
    ("Dr. Rina Wulandari", "Rina Wulandari", "person"),
    ("Сергей Киселёв", "Sergey Kiselyov", "person"),
    ("R. Wulandari", "Rina Wulandari", "person"),
    ("Wulandari, Rina", "Rina Wulandari", "person"),
    ("Muhammed al-Halabi", "Mohammad Al Halabi", "person"),
    ("PT Nusa Karya Tbk", "Nusa Karya", "organization"),
    ("Nusa Karya Incorporated", "Nusa Karya Inc.", "organization"),
    ("N.K.B. Bank", "NKB Bank", "organization"),
]
TWO = [
    ("Rina Wulandari", "Rina Kartika", "person"),
    ("Budi Santoso", "Agus Santoso", "person"),
    ("Salman bin Yusuf al-Halabi", "Yusuf bin Salman al-Halabi", "person"),
    ("Divisi Infanteri 3", "Divisi Infanteri 4", "organization"),
    ("Pemerintah Kota Arun", "Pemerintah Kota Tebing", "organization"),
    ("Nusa Karya Systems", "Bina Marga Systems", "organization"),
]


@pytest.mark.parametrize(("a", "b", "kind"), ONE)
def test_may_be_one(a: str, b: str, kind: str) -> None:
    assert compare(a, b, kind).score >= 0.5, compare(a, b, kind)


@pytest.mark.parametrize(("a", "b", "kind"), TWO)
def test_may_not(a: str, b: str, kind: str) -> None:
    assert compare(a, b, kind).score < 0.5, compare(a, b, kind)


@pytest.mark.parametrize(("a", "b", "kind"), ONE + TWO)
def test_the_order_of_the_two_does_not_matter(a: str, b: str, kind: str) -> None:
    assert compare(a, b, kind).score == compare(b, a, kind).score


def test_every_match_says_why() -> None:
    assert "initial" in compare("R. Wulandari", "Rina Wulandari").because
    assert "kartika" in compare("Rina Wulandari", "Rina Kartika").because


def test_words_are_set_aside_by_kind() -> None:
    assert name_words("Presiden Rina Wulandari").own == ("rina", "wulandari")
    words = name_words("PT Nusa Karya Tbk", "organization")
    assert words.own == ("nusa", "karya")
    assert words.form == "joint-stock"


def test_letters() -> None:
    assert latin("Киселёв") == "kiselyov"
    assert latin("ERDOĞAN") == "erdogan"
    assert latin("Łódź") == "lodz"


def test_distance() -> None:
    assert distance("gaddafi", "qaddafi") < 0.5
    assert distance("lewat", "lewat") == 0
    assert distance("ayu", "budi") > 2


def test_names_of_nothing() -> None:
    assert 0 <= compare("", "Rina").score < 0.5
    assert 0 <= compare("!!!", "???").score <= 1


@pytest.mark.data
def test_the_bench() -> None:
    if not (SHARED / "data" / "cross-names-bench").is_dir():
        pytest.skip("../shared/data is not here")
    from tests.link.scored import score

    assert score("names", "cross-names-bench")["all"]["f1"] >= 0.85
