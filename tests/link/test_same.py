"""The same people and bodies, and the same claims, across articles."""

from __future__ import annotations

from saksi.link.entities import Named, same_entities
from saksi.link.fold import key, words
from saksi.link.same_claim import KEPT, Said, same_claims
from saksi.model.frozen import replace


def name(
    article: str, shown: str, *beside: str, kind: str = "person", short: str | None = None, office: str = ""
) -> Named:
    return Named(
        entity_id=f"{kind}:{key(shown)}", name=shown, article_id=article, kind=kind, short=short,
        offices=frozenset(words(office)), beside=frozenset(key(b) for b in beside),
    )  # fmt: skip


def verdicts(*names: Named) -> dict[tuple[str, str], str]:
    return {(d.left, d.right): d.judgement for d in same_entities(names)}


def test_a_spelling_with_context_is_one() -> None:
    got = verdicts(name("a", "Sergey Kiselyov", "Tolmeth"), name("b", "Sergei Kiselev", "Tolmeth"))
    assert list(got.values()) == ["positive"]


def test_a_spelling_without_context_is_possible_only() -> None:
    got = verdicts(name("a", "Sergey Kiselyov"), name("b", "Sergei Kiselev"))
    assert list(got.values()) == ["unsure"]


def test_a_family_name_alone_needs_the_office() -> None:
    with_office = verdicts(
        name("a", "Rudi Hartanto", "Lambur", office="Bupati"), name("b", "Hartanto", "Lambur", office="Bupati")
    )
    without = verdicts(name("a", "Rudi Hartanto", "Lambur"), name("b", "Hartanto", "Lambur"))
    assert "positive" not in without.values()
    assert set(with_office.values()) <= {"positive", "unsure"}


def test_two_of_one_article_are_two() -> None:
    assert verdicts(name("a", "Budi Santoso", "X"), name("a", "Budi Santosa", "X")) == {}


def test_an_abbreviation_that_an_article_gives() -> None:
    long = name("a", "Badan Cuaca Nusa", kind="organization", short="BCN")
    assert list(verdicts(long, name("b", "BCN", kind="organization")).values()) == ["positive"]


def test_a_person_is_no_body() -> None:
    assert verdicts(name("a", "Rudi Hartanto", "X"), name("b", "Rudi Hartanto", "X", kind="organization")) == {}


def claim(id_: str, article: str, text: str, *numbers: str, negated: bool = False) -> Said:
    return Said(id=id_, article_id=article, stems=frozenset(text.split()), numbers=frozenset(numbers), negated=negated)


def test_the_same_claim() -> None:
    a = claim("1", "a", "tiga orang hanyut sungai lambur", "3")
    assert [d.judgement for d in same_claims([a, claim("2", "b", "tiga orang hanyut sungai lambur senin", "3")])] == [
        "positive"
    ]
    assert not list(same_claims([a, claim("2", "b", "tiga orang hanyut sungai lambur senin", "4")]))
    assert not list(same_claims([a, claim("2", "b", "tiga orang hanyut sungai lambur senin", "3", negated=True)]))
    assert not list(same_claims([a, claim("2", "a", "tiga orang hanyut sungai lambur senin", "3")]))
    assert not list(same_claims([claim("1", "a", "hanyut"), claim("2", "b", "hanyut")]))


def test_a_claim_keeps_its_best_few() -> None:
    some = [
        Said(id=f"c{i}", article_id=f"a{i}", stems=frozenset(["jembatan", "putus", "akibat", "banjir", "bandang"]),
             numbers=frozenset(), negated=False)
        for i in range(12)
    ]  # fmt: skip
    made = list(same_claims(some))
    assert len(made) <= KEPT * len(some)
    joined = {"c0"}
    for _ in some:
        joined |= {x for d in made if {d.left, d.right} & joined for x in (d.left, d.right)}
    assert joined == {s.id for s in some}


def test_what_is_only_possible_needs_one_source_or_number() -> None:
    one, other = "jembatan putus banjir warga desa", "jembatan putus banjir bupati jalan"
    a, b = (
        Said(id=i, article_id=i, stems=frozenset(s.split()), numbers=frozenset(), negated=False)
        for i, s in (("a", one), ("b", other))
    )
    assert not list(same_claims([a, b]))
    made = list(same_claims([replace(a, source="rina"), replace(b, source="rina")]))
    assert [d.judgement for d in made] == ["unsure"]
