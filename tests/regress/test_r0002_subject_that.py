"""r2: a subject all in capitals right before "bahwa" had no end."""

from __future__ import annotations

import pytest

import saksi


@pytest.mark.parametrize(
    "text", ["PT Karya Bahwa jalan dibuka, kata Budi.", "Hasil Rapat Komite Bahwa Harga Naik kata Budi Santoso."]
)
def test_a_subject_in_capitals_ends(text: str) -> None:
    assert saksi.read(text, lang="id", clean=True).article.text == text
