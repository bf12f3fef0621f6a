"""Claims found by questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksi.link.retrieval import Claimed, ClaimIndex

SHARED = Path(__file__).resolve().parents[3] / "shared"
INDEX = ClaimIndex(
    [
        Claimed(id="1", text="Jembatan Way Harapan putus diterjang banjir pada Senin malam."),
        Claimed(id="2", text="Pemerintah membagikan beras sepuluh kilogram kepada setiap keluarga."),
        Claimed(id="3", text="Gunung Sunyi meletus dan abunya menutup tiga desa.", title="Letusan Gunung Sunyi"),
    ]
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("benarkah pembagian beras 10 kg?", "2"),
        ("kapan gunungsunyi meletus", "3"),
        ("banjirnya memutus jembatan", "1"),
        ("letusan", "3"),
    ],
)
def test_affixes_and_glued_words(asked: str, found: str) -> None:
    assert INDEX.ranked(asked, "id")[0][0] == found


def test_nothing_shared() -> None:
    assert INDEX.ranked("xyzzy", "id") == []
    assert INDEX.ranked("", "id") == []
    assert ClaimIndex([]).ranked("beras", "id") == []


@pytest.mark.data
@pytest.mark.slow
def test_the_claim_set() -> None:
    if not (SHARED / "data" / "cross-knownlie").is_dir():
        pytest.skip("../shared/data is not here")
    from tests.link.scored import score

    assert score("claims", "cross-knownlie")["hit@5"]["value"] >= 0.90
