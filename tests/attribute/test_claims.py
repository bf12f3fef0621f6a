"""What every claim of the room holds to, whatever the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.attribute.claims import claims_in
from saksi.lang.base import pack
from saksi.model.claims import Claim
from saksi.model.marks import Marks
from saksi.model.pages import Article, Block, Outlet, Role

WORDS = {
    "id": [
        "kata",
        "ujarnya",
        "mengatakan",
        "bahwa",
        "menurut",
        "Menurut",
        "menurutnya",
        "dilansir",
        "AFP",
        "Budi",
        "Santoso",
        '"',
        "“",
        "”",
        "'",
        "’",
        ",",
        ".",
        "?",
        ":",
        "-",
        "—",
        "(",
        ")",
        "yang",
        "dan",
        "itu",
        "dilaporkan",
        "hal",
        "disampaikan",
        "kepada",
        "CNN",
        "Senin",
        "2024",
        "jalan",
        "dibuka",
        "\n",
        "tidak",
        "ia",
        "pernyataan",
        "seperti",
        "sementara",
        "meminta",
        "agar",
        "untuk",
        "Presiden",
        "dikutip",
        "dari",
        "laporan",
        "seraya",
        "menambahkan",
    ],
    "en": [
        "said",
        "says",
        "that",
        "according",
        "to",
        "told",
        "Reuters",
        "he",
        "The",
        "army's",
        "claim",
        '"',
        "“",
        "”",
        ",",
        ".",
        "?",
        ":",
        "-",
        "—",
        "(",
        ")",
        "who",
        "and",
        "which",
        "reportedly",
        "adding",
        "Monday",
        "Mayor",
        "Helen",
        "Brook",
        "\n",
        "not",
        "as",
        "put",
        "it",
        "while",
        "asked",
        "in",
        "a",
        "statement",
        "’",
        "''",
        "road",
        "was",
        "open",
        "reported",
        "by",
    ],
}


def article(text: str, lang: str = "id", roles: dict[int, Role] | None = None, outlet: Outlet | None = None) -> Article:
    blocks, at = [], 0
    for n, line in enumerate(text.split("\n")):
        if line.strip():
            blocks.append(Block(start=at, end=at + len(line), role=(roles or {}).get(n, "body")))
        at += len(line) + 1
    return Article(page_id="page", doc="doc", lang=lang, text=text, blocks=tuple(blocks), outlet=outlet)


def claims(text: str, lang: str = "id", **how: object) -> tuple[Claim, ...]:
    page = article(text, lang, **how)  # type: ignore[arg-type]
    return claims_in(page, Marks(article_id=page.id, sentences=()), pack(lang))


@pytest.mark.parametrize("lang", ["id", "en"])
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_spans_are_of_the_text_and_ids_unique(lang: str, data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(WORDS[lang]), max_size=50)))
    found = claims(text, lang)
    assert len({c.id for c in found}) == len(found)
    ids = {c.id for c in found}
    for claim in found:
        assert claim.rule
        assert claim.inside is None or claim.inside in ids
        for span in (*claim.content.spans, *(h.source.span for h in claim.chain if h.source.span)):
            assert text[span.start : span.end] == span.text
    assert found == claims(text, lang)


@pytest.mark.parametrize(
    "piece",
    [
        '" ',
        "kata ",
        "Menurut Budi, ",
        '"a," kata Budi. ',
        "“Jalan itu dibuka.\n",
        "'a ",
        "(",
        "yang menyebut ",
        "Budi\n",
        "a",
    ],
)
def test_work_is_linear(piece: str) -> None:
    began = time.perf_counter()
    claims(piece * (24_000 // len(piece)))
    assert time.perf_counter() - began < 4


def test_empty() -> None:
    assert claims("") == ()


def test_furniture_within_a_quotation_is_left_out() -> None:
    text = '"Air naik sejak pagi.\nBaca juga: Harga beras\nKami pergi," kata Budi.'
    (claim,) = claims(text, roles={1: "readalso"})
    assert [s.text for s in claim.content.spans] == ["Air naik sejak pagi.", "Kami pergi"]


def test_the_publisher_comes_first_and_is_no_relay_of_itself() -> None:
    outlet = Outlet(name="Kabar Pagi", domain="kabarpagi.example")
    (claim,) = claims('"Air sudah naik," kata Budi Santoso kepada Kabar Pagi.', outlet=outlet)
    assert [hop.source.name for hop in claim.chain] == ["Kabar Pagi", "Budi Santoso"]


def test_a_relay_under_another_name_is_a_layer() -> None:
    outlet = Outlet(name="Kabar Pagi", domain="kabarpagi.example")
    (claim,) = claims('"Air sudah naik," kata Budi Santoso kepada Reuters.', outlet=outlet)
    assert [hop.source.name for hop in claim.chain] == ["Kabar Pagi", "Reuters", "Budi Santoso"]


def test_nested_claims_point_to_the_one_that_tells_them() -> None:
    outer, inner = claims('"Kepala gudang mengakui bahwa catatan itu dipalsukan," kata jaksa Lukman.')
    assert inner.inside == outer.id
    assert inner.chain[:-1] == outer.chain


def test_stances() -> None:
    denied, hoped = claims("Perusahaan itu membantah telah mencemari sungai.\nWarga berharap sungai itu segera bersih.")
    assert (denied.cue and denied.cue.stance, denied.negated) == ("denies", True)
    assert (hoped.cue and hoped.cue.stance, hoped.hedged) == ("expects", True)


def test_carried_quotation_says_where_from() -> None:
    text = 'Budi Santoso mengatakan, air mulai surut.\n"Kami berterima kasih kepada semua pihak yang membantu."'
    first, carried = claims(text)
    assert first.carried_from is None
    assert carried.carried_from is not None
    assert carried.origin.name == first.origin.name
