"""r3: "An internal report said" was read as the verb "report"; an outlet that cites stood behind the one it cites."""

from __future__ import annotations

import pytest

import saksi


@pytest.mark.parametrize(
    ("lang", "text", "chain", "content"),
    [
        ("en", "A police report said the car was stolen.", ["A police report"], "the car was stolen"),
        (
            "id",
            "Lusk Courier melaporkan bahwa jalan itu ditutup, mengutip DIML.",
            ["Lusk Courier", "DIML"],
            "jalan itu ditutup",
        ),
        (
            "id",
            "Warga meninggalkan kota itu setelah banjir, Badan Bencana Nasional (BBN) melaporkan pada hari Minggu.",
            ["Badan Bencana Nasional (BBN)"],
            "Warga meninggalkan kota itu setelah banjir",
        ),
    ],
)
def test_the_chain(lang: str, text: str, chain: list[str], content: str) -> None:
    record = saksi.read(text, lang=lang, clean=True)
    told = [([h.source.name for h in c.chain][1:], c.content.spans[0].text) for c in record.claims]
    assert (chain, content) in told
