"""Forty hand-made sets of chains (fictional), and the independent origins that they have."""

from __future__ import annotations

import pytest

from saksi.link.origins import origins_of, origins_of_one
from tests.link.chains import claim, mention

# reports of one claim; copies "copy=original"; at least, at most
ONE = [
    ("a named source", ["a: Timur > Polda"], "", 1, 1),
    ("one named source in three papers", ["a: Timur > Polda", "b: Barat > Polda", "c: Utara > Polda"], "", 1, 1),
    ("two named sources", ["a: Timur > Polda", "b: Barat > Basarnas"], "", 2, 2),
    ("a relay", ["a: Timur > Kantor Warta > Polda"], "", 1, 1),
    ("a relay and the origin itself", ["a: Timur > Kantor Warta > Polda", "b: Barat > Polda"], "", 1, 1),
    ("a relay, and another paper stops at the relay", ["a: Timur > Kantor Warta > Polda", "b: Barat > Kantor Warta"], "", 1, 1),
    ("a relay of a relay", ["a: Timur > Barat > Kantor Warta > Polda", "b: Utara > Barat"], "", 1, 1),
    ("two wires with one origin", ["a: Timur > Kantor Warta > Polda", "b: Barat > Nusa Press > Polda"], "", 1, 1),
    ("two wires with two origins", ["a: Timur > Kantor Warta > Polda", "b: Barat > Nusa Press > Basarnas"], "", 2, 2),
    ("one wire with two origins", ["a: Timur > Kantor Warta > Polda", "b: Barat > Kantor Warta > Basarnas"], "", 2, 2),
    ("a wire with two origins, and a paper that names the wire", ["a: T > Kantor Warta > Polda", "b: B > Kantor Warta > Basarnas", "c: U > Kantor Warta"], "", 2, 2),
    ("the papers themselves", ["a: Timur", "b: Barat"], "", 2, 2),
    ("a paper itself, and another that has it from that paper", ["a: Timur", "b: Barat > Timur"], "", 1, 1),
    ("a paper's origin through another that reports it", ["a: Timur > Polda", "b: Barat > Timur"], "", 1, 1),
    ("a reprint", ["a: Timur > Polda", "b: Barat > Polda"], "b=a", 1, 1),
    ("a reprint of the paper's own words", ["a: Timur", "b: Barat"], "b=a", 1, 1),
    ("a reprint of a reprint", ["a: Timur", "b: Barat", "c: Utara"], "b=a c=b", 1, 1),
    ("a reprint of a relay", ["a: Timur > Kantor Warta > Polda", "b: Barat > Kantor Warta > Polda", "c: Utara > Polda"], "b=a", 1, 1),
    ("a reprint and one independent paper", ["a: Timur", "b: Barat", "c: Utara"], "b=a", 2, 2),
    ("unnamed", ["a: Timur > ?"], "", 1, 1),
    ("unnamed twice", ["a: Timur > ?", "b: Barat > ?"], "", 1, 2),
    ("unnamed in a paper and in its copy", ["a: Timur > ?", "b: Barat > ?"], "b=a", 1, 1),
    ("unnamed beside a named one", ["a: Timur > Polda", "b: Barat > ?"], "", 1, 2),
    ("two unnamed beside two named", ["a: T > Polda", "b: B > Basarnas", "c: U > ?", "d: S > ?"], "", 2, 4),
    ("residents in two papers", ["a: Timur > ~warga", "b: Barat > ~warga"], "", 1, 2),
    ("residents twice in one article", ["a: Timur > ~warga", "a: Timur > ~warga"], "", 1, 1),
    ("an unnamed official and an unnamed doctor", ["a: Timur > ? seorang pejabat", "a: Timur > ? seorang dokter"], "", 1, 2),
    ("unnamed behind one wire in two papers", ["a: Timur > Kantor Warta > ?", "b: Barat > Kantor Warta > ?"], "", 1, 2),
    ("two papers that have it from each other", ["a: Timur > Barat", "b: Barat > Timur"], "", 1, 1),
    ("a ring of three", ["a: Timur > Barat", "b: Barat > Utara", "c: Utara > Timur"], "", 1, 1),
    ("a ring with a way out", ["a: Timur > Barat", "b: Barat > Timur", "b: Barat > Polda"], "", 1, 1),
    ("a ring beside a named source", ["a: Timur > Barat", "b: Barat > Timur", "c: Utara > Polda"], "", 2, 2),
    ("an unnamed source behind a paper that others name", ["a: Timur > ?", "b: Barat > Timur", "c: Utara > Timur"], "", 1, 1),
    ("the same body, defined with its short name", ["a: Timur > Badan Cuaca Nusa (BCN)", "b: Barat > BCN"], "", 1, 1),
    ("a short name that no text explains", ["a: Timur > Badan Cuaca Nusa", "b: Barat > BCN"], "", 1, 2),
    ("the longer and the shorter name in one article", ["a: Timur > @Sergey Kiselyov", "a: Timur > @Kiselyov"], "", 1, 1),
    ("the shorter name in another article", ["a: Timur > @Sergey Kiselyov", "b: Barat > @Kiselyov"], "", 1, 2),
    ("a family name that two people have", ["a: Timur > @Budi Santoso", "a: Timur > @Rina Santoso", "a: Timur > @Santoso"], "", 3, 3),
    ("upper case and accents", ["a: Timur > @José Ramos", "b: Barat > @JOSE RAMOS"], "", 1, 1),
    ("a person and the body that he is of", ["a: Timur > @Budi Santoso", "b: Barat > Polda"], "", 2, 2),
]  # fmt: skip


@pytest.mark.parametrize(("notes", "copies", "least", "most"), [c[1:] for c in ONE], ids=[c[0] for c in ONE])
def test_one_claim(notes: list[str], copies: str, least: int, most: int) -> None:
    pairs = dict(pair.split("=") for pair in copies.split())
    found = origins_of_one([claim(n) for n in notes], copies=pairs)
    assert (found.at_least, found.at_most) == (least, most), found


def test_forty() -> None:
    assert len(ONE) == 40


PAGE = [
    ("two sources on two matters", ["a: Timur > Polda", "a: Timur > Basarnas"], 2, 2),
    (
        "a wire that relays one thing and says another itself",
        ["a: T > Kantor Warta > Polda", "a: T > Kantor Warta"],
        1,
        2,
    ),
    ("nothing", [], 0, 0),
    ("only the paper", ["a: Timur", "a: Timur"], 1, 1),
    ("three unnamed", ["a: T > ? satu", "a: T > ? dua", "a: T > ? tiga"], 1, 3),
]


@pytest.mark.parametrize(("notes", "least", "most"), [c[1:] for c in PAGE], ids=[c[0] for c in PAGE])
def test_many_claims(notes: list[str], least: int, most: int) -> None:
    found = origins_of([claim(n) for n in notes])
    assert (found.at_least, found.at_most) == (least, most), found


def test_one_source_under_three_names() -> None:
    # "Direktorat Intelijen Negeri Alam (DINA)", "DINA", "Intelijen Alam"
    notes = ["a: T > Direktorat Intelijen Negeri Alam (DINA)", "a: T > Kota Post > DINA", "a: T > Intelijen Alam"]
    found = origins_of([claim(n) for n in notes])
    assert found.named == ("Direktorat Intelijen Negeri Alam",)
    assert (found.at_least, found.at_most) == (1, 1)
    assert "the text says so" in found.because


def test_the_short_name_of_a_mention_counts() -> None:
    a = claim("a: T > Badan Cuaca Nusa")
    m = mention("a", "Badan Cuaca Nusa", "Badan Cuaca Nusa", short="BCN")
    source = type(a.origin)(kind="organization", name="Badan Cuaca Nusa", mention_id=m.id)
    hop = type(a.chain[1])(source=source)
    a = type(a)(article_id="a", chain=(a.chain[0], hop), content=a.content)
    found = origins_of_one([a, claim("b: B > BCN")], [m])
    assert (found.at_least, found.at_most) == (1, 1)


def test_the_order_of_the_claims_changes_no_number() -> None:
    notes = ["a: T > Kantor Warta > Polda", "b: B > Kantor Warta", "c: U > ?", "d: S > Timur > T"]
    one = origins_of_one([claim(n) for n in notes])
    other = origins_of_one([claim(n) for n in reversed(notes)])
    assert (one.at_least, one.at_most, one.named) == (other.at_least, other.at_most, other.named)
