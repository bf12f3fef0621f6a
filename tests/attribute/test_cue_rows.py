"""Every reporting word of the packs: its example sentence gives a claim by it."""

from __future__ import annotations

import pytest

from saksi.attribute.claims import claims_in
from saksi.lang.base import CueRow, pack
from saksi.model.claims import Claim
from saksi.model.marks import Marks
from saksi.model.pages import Article, Block

ROWS = [(code, row) for code in ("id", "en") for row in pack(code).cues]


def plain_claims(text: str, lang: str) -> tuple[Claim, ...]:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start=at, end=at + len(line), role="body"))
        at += len(line) + 1
    article = Article(page_id="page", doc="doc", lang=lang, text=text, blocks=tuple(blocks))
    return claims_in(article, Marks(article_id=article.id, sentences=()), pack(lang))


@pytest.mark.parametrize(("code", "row"), ROWS, ids=[f"{c}-{r.kind}-{r.form}".replace(" ", "_") for c, r in ROWS])
def test_example(code: str, row: CueRow) -> None:
    found = plain_claims(row.example, code)
    assert found
    if row.kind == "relay":
        assert any(hop.source.name in ("AFP", "Reuters") for c in found for hop in c.chain)
    else:
        assert any(c.cue and c.cue.span.text.casefold() == row.form.casefold() for c in found)
