"""The gazetteer: its names, its areas, what it costs to load."""

from __future__ import annotations

import pytest

from saksi.errors import BadPack
from saksi.known import places
from saksi.known.places import UNCOUNTED, Gazetteer, Place, folded, gazetteer


def first(name: str, kind: str | None = None) -> Place:
    found = [p for p in gazetteer().named(folded(name)) if kind in (None, p.kind)]
    assert found, name
    return found[0]


@pytest.mark.parametrize(
    ("written", "looked_up"),
    [
        ("Khān Shaykhūn", "khan shaykhun"),
        ("Deir ez-Zor", "deir ez zor"),
        ("Sana’a", "sanaa"),
        ("São  Paulo", "sao paulo"),
        ("Washington, D.C.", "washington d c"),
        ("GAZA", "gaza"),
    ],
)
def test_names_are_folded(written: str, looked_up: str) -> None:
    assert folded(written) == looked_up
    assert folded(looked_up) == looked_up


@pytest.mark.parametrize(
    ("exonym", "name", "country"),
    [
        ("Suriah", "Syria", "SY"),
        ("Damaskus", "Damascus", "SY"),
        ("Yordania", "Jordan", "JO"),
        ("Tiongkok", "China", "CN"),
        ("Inggris", "United Kingdom", "GB"),
        ("Yerusalem", "Jerusalem", "IL"),
        ("Jaksel", "South Jakarta", "ID"),
        ("Sumbar", "West Sumatra", "ID"),
        ("Deliserdang", "Deli Serdang Regency", "ID"),
        ("Laut Merah", "Red Sea", None),
        ("Pangkalan Udara Incirlik", "Incirlik Air Base", "TR"),
    ],
)
def test_indonesian_names_lead_to_the_usual_english_ones(exonym: str, name: str, country: str | None) -> None:
    place = first(exonym)
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize(("short", "place_id"), [("AS", "US"), ("U.S.", "US"), ("UAE", "AE"), ("Calif.", "US.CA")])
def test_abbreviations_keep_their_case(short: str, place_id: str) -> None:
    assert gazetteer().named("=" + short)[0].id == place_id
    assert place_id not in {p.id for p in gazetteer().named(folded(short))} or short == "UAE"


def test_us_the_pronoun_is_no_country() -> None:
    assert "US" not in {p.id for p in gazetteer().named("us")}
    assert "US" not in {p.id for p in gazetteer().named("as")}


def test_a_district_lies_in_its_regency_province_and_country() -> None:
    genuk = first("Genuk", "district")
    above = gazetteer().above(genuk)
    assert {"id3374", "id33", "ID"} <= above
    holder = gazetteer().by_id("id3374")
    assert holder is not None
    assert holder.name == "Semarang"


def test_a_city_lies_in_its_state() -> None:
    houston = max(gazetteer().named("houston"), key=lambda p: p.population)
    assert {"US", "US.TX"} <= gazetteer().above(houston)


@pytest.mark.parametrize(
    "oblast", ["Donetsk", "Luhansk", "Kherson", "Zaporizhzhia", "Kharkiv", "Odesa", "Lviv", "Sumy"]
)
def test_ukrainian_oblasts_are_known(oblast: str) -> None:
    assert first(oblast, "admin1").country == "UA"


@pytest.mark.parametrize("area", ["Idlib", "Aleppo", "Hama", "Homs", "Latakia", "Tartus", "Raqqa", "Daraa", "Suwayda"])
def test_syrian_governorates_are_known(area: str) -> None:
    assert first(area, "admin1").country == "SY"


def test_names_were_counted_in_news() -> None:
    assert first("Jakarta").likelihood == 100
    assert first("Harapan").likelihood < 50
    assert first("Khan Shaykhun").likelihood == UNCOUNTED


def test_nothing_is_found_under_no_name() -> None:
    assert gazetteer().named("qqqq zzzz") == ()
    assert gazetteer().named("") == ()
    assert gazetteer().by_id("nowhere") is None


def test_coordinates_are_where_they_should_be() -> None:
    for name, lat, lon in (("Jakarta", -6.2, 106.8), ("Teheran", 35.7, 51.4), ("Surabaya", -7.25, 112.75)):
        place = first(name)
        assert abs(place.lat - lat) < 0.5
        assert abs(place.lon - lon) < 0.5


def test_a_missing_file_is_a_bad_pack() -> None:
    with pytest.raises(BadPack):
        places._Table("no-such-file.bin")


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_KEPT", 3)
    small = Gazetteer(gazetteer()._tables)
    for n in range(10):
        small.named(f"nothing {n}")
    assert len(small._found) <= 3
