"""Stories, on notes of fictional events."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksi.link.sides import StoryText
from saksi.link.stories import Window, clusters, stories_among

SHARED = Path(__file__).resolve().parents[3] / "shared"
BRIDGE = (
    "Jembatan Way Harapan di Kabupaten Lambur putus. Bupati Rudi Hartanto menyebut 3 orang hanyut di Sungai Lambur. "
)
PRICES = "Harga cabai di Pasar Tebing naik. Kepala Dinas Perdagangan Kota Arun, Sari Melati, menggelar pasar murah. "
FILLER = [
    "Klub Rajawali Muda menang atas Banteng Utara di Stadion Pelita.",
    "Universitas Nusa Jaya membuka jurusan baru tentang cuaca laut.",
    "Kereta cepat Arun ke Tebing mulai beroperasi bulan depan.",
    "Film Langit Senja tayang perdana di Gedung Kesenian Arun.",
    "Rumah sakit Kota Lambur menerima alat rontgen baru.",
    "Petani kopi Bukit Sunyi memanen lebih awal tahun ini.",
]


def notes() -> list[StoryText]:
    made = [
        StoryText(id="a1", title="Jembatan Way Harapan Putus", text=BRIDGE, published="2031-05-01"),
        StoryText(
            id="a2",
            title="Bupati: 3 Orang Hanyut di Way Harapan",
            text="Kata Bupati. " + BRIDGE,
            published="2031-05-02",
        ),
        StoryText(id="b1", title="Harga Cabai Naik", text=PRICES, published="2031-05-01"),
        StoryText(id="b2", title="Pasar Murah Cabai di Tebing", text="Kemarin. " + PRICES, published="2031-05-02"),
    ]
    return made + [StoryText(id=f"f{i}", title=t[:30], text=t, published="2031-05-01") for i, t in enumerate(FILLER)]


def test_two_affairs() -> None:
    got = clusters(stories_among(notes()))
    assert got["a1"] == got["a2"]
    assert got["b1"] == got["b2"]
    assert got["a1"] != got["b1"]
    assert len({got[f"f{i}"] for i in range(len(FILLER))}) == len(FILLER)


def test_the_order_given_does_not_matter() -> None:
    assert clusters(stories_among(notes())) == clusters(stories_among(notes()[::-1]))


def test_articles_far_apart_are_two_stories() -> None:
    some = notes()
    some[1] = StoryText(id="a2", title=some[1].title, text=some[1].text, published="2031-08-02")
    got = clusters(stories_among(some))
    assert got["a1"] != got["a2"]


def test_a_known_story_keeps_its_articles_as_long_as_they_fit() -> None:
    got = clusters(stories_among(notes(), {"a1": "story-x", "a2": "story-x", "f0": "story-y", "f1": "story-y"}))
    assert got["a1"] == got["a2"]
    assert got["f0"] != got["f1"]


def test_a_window_takes_articles_in_as_they_come() -> None:
    window = Window()
    for note in notes():
        window.add([note])
    window.add(notes())
    got = clusters(window.stories({}))
    assert got["a1"] == got["a2"] != got["b1"]
    window.drop(["a2"])
    assert "a2" not in clusters(window.stories({}))


def test_every_member_says_why() -> None:
    story = next(s for s in stories_among(notes()) if s.first == "a1")
    assert "harapan" in story.members[1].because


def test_nothing() -> None:
    assert stories_among([]) == []
    assert len(stories_among([StoryText(id="a", text="")])) == 1


@pytest.mark.data
def test_the_story_set() -> None:
    if not (SHARED / "data" / "cross-stories-id").is_dir():
        pytest.skip("../shared/data is not here")
    from tests.link.scored import score

    assert score("stories", "cross-stories-id")["stories"]["f1"] >= 0.90
