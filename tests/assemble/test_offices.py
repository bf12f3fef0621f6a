"""Who holds, held, gets or loses which office."""

from __future__ import annotations

import pytest

from saksi.assemble.offices import offices_in
from saksi.assemble.same_office import same_office, words_of
from saksi.lang.base import pack
from saksi.model.claims import Claim, Content, Hop, Source
from tests.assemble.build import marked

ID = [
    ("Menteri Kesehatan {P:Budi Laut} hadir.", [("Budi Laut", "Menteri Kesehatan", "holds")]),
    ("Mantan Presiden {P:Budi Laut} hadir.", [("Budi Laut", "Presiden", "held")]),
    ("Pj Gubernur {L:Awan} {P:Budi Laut} hadir.", [("Budi Laut", "Gubernur Awan", "acting")]),
    ("Calon gubernur {P:Budi Laut} berkampanye.", [("Budi Laut", "gubernur", "candidate")]),
    ("Presiden memecat Menteri Pertanian {P:Budi Laut}.", [("Budi Laut", "Menteri Pertanian", "dismissed")]),
    ("{P:Budi Laut} dicopot dari jabatan Kapolres {L:Awan}.", [("Budi Laut", "Kapolres Awan", "dismissed")]),
    ("Presiden menunjuk {P:Budi Laut} sebagai Kepala Badan Pangan.", [("Budi Laut", "Kepala Badan Pangan", "appointed")]),
    ("{P:Budi Laut} dilantik menjadi Bupati {L:Awan}.", [("Budi Laut", "Bupati Awan", "appointed")]),
    ("{P:Budi Laut} mengundurkan diri dari jabatan Menteri Sosial.", [("Budi Laut", "Menteri Sosial", "resigned")]),
    ("{P:Budi Laut} adalah Ketua {O:KPU}.", [("Budi Laut", "Ketua KPU", "holds")]),
    ("{P:Budi Laut} pernah menjabat sebagai Menteri Sosial.", [("Budi Laut", "Menteri Sosial", "held")]),
    (
        "Ramai diskusi tentang pengunduran diri komandan pasukan {L:Awan}, Jenderal {P:Ivan Laut}.",
        [("Ivan Laut", "komandan pasukan Awan", "resigned")],
    ),
    (
        "Istana memecat komandan pasukan {L:Awan} {P:Ivan Laut}. Sebagai gantinya, istana menunjuk Jenderal {P:Oleg Hujan}.",
        [("Ivan Laut", "komandan pasukan Awan", "dismissed"), ("Oleg Hujan", "komandan pasukan Awan", "appointed")],
    ),
    (
        "{P:Oleg Hujan}, yang memimpin pasukan {L:Awan} dari tahun 2017 hingga 2019, hadir.",
        [("Oleg Hujan", "memimpin pasukan Awan", "held")],
    ),
    ("Menteri Koperasi {P:Budi Laut} dan Menkop {P:Budi Laut} satu orang.", [("Budi Laut", "Menteri Koperasi", "holds")]),
    ("{P:Budi Laut} datang. Eks Kepala Badan Pangan ini setuju.", [("Budi Laut", "Kepala Badan Pangan", "held")]),
    ("{P:Budi Laut} diminta mundur dari jabatan Menteri Sosial.", []),
    ("Penyidik menetapkan Menteri Sosial {P:Budi Laut} sebagai tersangka.", [("Budi Laut", "Menteri Sosial", "holds")]),
    ("Jenderal {P:Budi Laut} hadir.", []),
    ("{P:Budi Laut} adalah korban banjir.", []),
]  # fmt: skip
EN = [
    ("Former President {P:Mary Smith} spoke.", [("Mary Smith", "President", "held")]),
    ("Acting Director {P:Mary Smith} spoke.", [("Mary Smith", "Director", "acting")]),
    ("{P:Mary Smith} was named chairman of {O:Cloud Bank} in 2018.", [("Mary Smith", "chairman of Cloud Bank", "appointed")]),
    ("{P:Mary Smith} resigned as CEO last week.", [("Mary Smith", "CEO", "resigned")]),
    ("The president fired Defence Minister {P:Mary Smith}.", [("Mary Smith", "Defence Minister", "dismissed")]),
    ("The president appointed {P:Mary Smith} as ambassador.", [("Mary Smith", "ambassador", "appointed")]),
    ("{P:Mary Smith}, who heads {O:Cloud Bank}, spoke.", [("Mary Smith", "heads Cloud Bank", "holds")]),
    (
        "The president dismissed the head of {O:Cloud Agency}, {P:Ann Smith}, and appointed retired Gen. {P:Bo Rain} in her place.",
        [("Ann Smith", "head of Cloud Agency", "dismissed"), ("Bo Rain", "head of Cloud Agency", "appointed"), ("Bo Rain", "Gen.", "held")],
    ),
    ("{P:Mary Smith} refused to resign as CEO.", []),
    ("{P:Mary Smith} is a survivor of the flood.", []),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "wanted"), [("id", *row) for row in ID] + [("en", *row) for row in EN])
def test_offices(code: str, text: str, wanted: list[tuple[str, str, str]]) -> None:
    article, marks, lang = marked(text, code)
    assert [(o.holder, o.position.title, o.status) for o in offices_in(article, marks, (), lang)] == wanted


def test_the_term_and_the_body() -> None:
    article, marks, lang = marked(
        "{P:Oleg Hujan}, yang memimpin {O:Pasukan Awan} dari tahun 2017 hingga 2019, hadir.", "id"
    )
    (office,) = offices_in(article, marks, (), lang)
    assert (office.start, office.end, office.position.organization) == ("2017", "2019", "Pasukan Awan")


def test_one_occupancy_holds_all_its_evidence_and_its_claims() -> None:
    article, marks, lang = marked("Ketua {O:KPU} {P:Ani Laut} hadir. Acara dibuka Ketua {O:KPU} {P:Ani Laut}.", "id")
    claim = Claim(
        article_id=article.id,
        chain=(Hop(source=Source(kind="outlet", name="x")),),
        content=Content(spans=(article.span(0, 25),), mode="indirect"),
    )
    (office,) = offices_in(article, marks, (claim,), lang)
    assert len(office.evidence) == 2
    assert office.claim_ids == (claim.id,)
    assert office.evidence[0].span.text == "Ketua KPU Ani Laut"


def test_a_speaker_who_names_his_own_office() -> None:
    article, marks, lang = marked('"Saya selaku Ketua {O:KPU} setuju," kata {P:Ani Laut}.', "id")
    end = article.text.index(",")
    claim = Claim(
        article_id=article.id,
        chain=(Hop(source=Source(kind="person", name="Ani Laut")),),
        content=Content(spans=(article.span(1, end),), mode="direct"),
    )
    assert [(o.holder, o.position.title) for o in offices_in(article, marks, (claim,), lang)] == [
        ("Ani Laut", "Ketua KPU")
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Menkes", "Menteri Kesehatan", True),
        ("Presiden AS", "Presiden Amerika Serikat", True),
        ("Anggota DPR", "Anggota Komisi IX DPR", True),
        ("Ketua DPR", "Wakil Ketua DPR", False),
        ("Menteri Pertahanan", "Menteri Sosial", False),
    ],
)
def test_same_office(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    lang = pack("id")
    assert same_office(words_of(one, lang), words_of(other, lang), lang) is same
