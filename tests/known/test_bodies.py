"""The table of bodies."""

from __future__ import annotations

from collections import Counter

from saksi.known.bodies import Phrases, bodies, body_phrases, by_name


def test_no_body_twice():
    count = Counter(b.name for b in bodies())
    assert [name for name, n in count.items() if n > 1] == []


def test_no_name_belongs_to_two_bodies_of_one_country():
    seen: dict[tuple[str, str | None], str] = {}
    for body in bodies():
        for name in (body.name, *body.aliases):
            assert seen.setdefault((name, body.country), body.name) == body.name


def test_aliases_lead_to_the_body():
    assert by_name()["KPK"].name == "Komisi Pemberantasan Korupsi"
    assert by_name()["Hezbollah"].kind == "armed"


def test_longest_name_wins():
    assert body_phrases().at(["Bareskrim", "Polri", "memanggil"], 0) == 2
    assert Phrases(("Al-Qaeda",)).at(["Al", "-", "Qaeda"], 0) == 3
    assert body_phrases().at(["hujan"], 0) == 0
