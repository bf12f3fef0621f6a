"""The table of event codes against the schemes that it names."""

from __future__ import annotations

import pytest

from saksi.known.events import codes_of, event_codes, plover_of_cameo, types_of_acled

PLOVER = frozenset(
    [
        "ACCUSE",
        "AGREE",
        "AID",
        "ASSAULT",
        "COERCE",
        "CONCEDE",
        "CONSULT",
        "COOPERATE",
        "MOBILIZE",
        "PROTEST",
        "REJECT",
        "REQUEST",
        "RETREAT",
        "SANCTION",
        "SUPPORT",
        "THREATEN",
    ]
)
ACLED = frozenset({
    "Government regains territory", "Non-state actor overtakes territory", "Armed clash",
    "Excessive force against protesters", "Protest with intervention", "Peaceful protest",
    "Violent demonstration", "Mob violence", "Chemical weapon", "Air/drone strike", "Suicide bomb",
    "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade", "Sexual violence", "Attack",
    "Abduction/forced disappearance", "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
    "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other",
})  # fmt: skip


def test_every_code_is_one_of_its_scheme() -> None:
    assert not [c for c in event_codes() if c.plover and c.plover not in PLOVER]
    assert not [c for c in event_codes() if c.acled_sub and c.acled_sub not in ACLED]
    assert {c.plover for c in event_codes()} - {""} == PLOVER


def test_the_plover_class_is_the_kind_or_none() -> None:
    other = {"disaster", "accident", "crime", "harm", "office"}
    assert not [c for c in event_codes() if (c.kind in other) == bool(c.plover) and c.subkind != "dispersal"]


def test_cameo_and_plover_agree() -> None:
    assert not [c for c in event_codes() if c.cameo and c.plover and plover_of_cameo(c.cameo) != c.plover]


def test_no_type_stands_twice() -> None:
    types = [(c.kind, c.subkind) for c in event_codes()]
    assert len(types) == len(set(types))


@pytest.mark.parametrize(
    ("code", "plover"), [("190", "ASSAULT"), ("0871", "RETREAT"), ("081", "CONCEDE"), ("010", None)]
)
def test_plover_of_cameo(code: str, plover: str | None) -> None:
    assert plover_of_cameo(code) == plover


def test_lookups() -> None:
    clash = codes_of("assault", "clash")
    assert clash is not None
    assert clash.acled_sub == "Armed clash"
    assert codes_of("assault", "nothing") is None
    assert clash in types_of_acled("Armed clash")
    assert types_of_acled("nothing") == ()
