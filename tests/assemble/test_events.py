"""Event reports: kind, reality, roles, place, time, figures and slots."""

from __future__ import annotations

import pytest

from saksi.assemble.events import events_in
from saksi.known.events import codes_of
from saksi.lang.base import codes, pack
from saksi.model.claims import Claim, Content, Cue, Hop, Source
from tests.assemble.build import marked

# text, then "kind/subkind reality role=words role=words" for each report, in order
ID = [
    ("Pemberontak menyerang pasukan pemerintah di {L:Awan}.", ["assault/attack actual agent=Pemberontak patient=pasukan pemerintah"]),
    ("Kantor polisi diserang massa.", ["assault/attack actual agent=massa patient=Kantor polisi"]),
    ("{L:Awan} melancarkan serangan udara terhadap {L:Bulan}.", ["assault/air_strike actual patient=Bulan"]),
    ("Serangan udara {L:Awan} menghantam kamp milisi.", ["assault/air_strike actual agent=Awan"]),
    ("Bentrokan pecah antara polisi dan demonstran.", ["assault/clash actual agent=polisi agent=demonstran"]),
    ("Tentara bentrok dengan pemberontak.", ["assault/clash actual agent=Tentara agent=pemberontak"]),
    ("Pemberontak merebut kota {L:Awan}.", ["assault/capture actual agent=Pemberontak patient=kota Awan"]),
    ("Pemberontak gagal merebut kota {L:Awan}.", ["assault/capture negated agent=Pemberontak patient=kota Awan"]),
    ("Kota {L:Awan} dikuasai pemberontak.", ["assault/capture actual agent=pemberontak patient=Kota Awan"]),
    ("Rezim {P:Ali Hujan} telah kehilangan kendali atas kota {L:Awan}.", ["retreat/loss_of_control actual agent=Rezim Ali Hujan patient=kota Awan"]),
    ("Pasukan {L:Awan} mundur dari {L:Bulan}.", ["retreat/withdrawal actual agent=Pasukan Awan patient=Bulan"]),
    ("Pasukan {L:Awan} akan mundur dari {L:Bulan}.", ["retreat/withdrawal future agent=Pasukan Awan patient=Bulan"]),
    ("Jika tentara menyerang kota itu, warga mengungsi.", ["assault/attack hypothetical agent=tentara patient=kota", "harm/displacement hypothetical victim=warga"]),
    ("Dikhawatirkan banjir melanda desa itu.", ["disaster/flood hypothetical"]),
    ("Banjir merendam desa itu sejak Senin (16/6/2025).", ["disaster/flood actual"]),
    ("Banjir bandang melanda {L:Awan} pada tahun 2019.", ["disaster/flood historical"]),
    ("Warga waspada ancaman banjir.", ["disaster/flood hypothetical"]),
    ("Polisi menangkap tersangka di {L:Awan}.", ["coerce/arrest actual agent=Polisi patient=tersangka"]),
    ("Pelaku ditangkap oleh polisi.", ["coerce/arrest actual agent=polisi patient=Pelaku"]),
    ("Polisi belum menangkap pelaku.", ["coerce/arrest negated agent=Polisi patient=pelaku"]),
    ("Warga meminta polisi menangkap pelaku.", ["coerce/arrest hypothetical agent=polisi patient=pelaku"]),
    ("Polisi bisa menahan tersangka.", ["coerce/arrest hypothetical agent=Polisi patient=tersangka"]),
    ("Petugas menahan air sungai.", []),
    ("Penangkapan tersangka dilakukan semalam.", ["coerce/arrest actual patient=tersangka"]),
    ("Sidang perdana akan digelar besok.", ["coerce/trial future"]),
    ("Terdakwa divonis lima tahun penjara.", ["coerce/verdict actual patient=Terdakwa"]),
    ("Mahasiswa berunjuk rasa di depan istana.", ["protest/protest actual agent=Mahasiswa"]),
    ("Unjuk rasa mahasiswa berakhir ricuh.", ["protest/protest actual agent=mahasiswa"]),
    ("Kerusuhan pecah di pusat kota {L:Awan}.", ["protest/riot actual"]),
    ("Dua warga tewas dalam kecelakaan di tol.", ["harm/death actual victim=warga", "accident/road_accident actual"]),
    ("{P:Ali Hujan} meninggal dunia di rumah sakit.", ["harm/death actual victim=Ali Hujan"]),
    ("Serangan itu menewaskan 24 orang dan melukai ratusan orang.", ["harm/death actual agent=Serangan patient=orang", "harm/injury actual agent=Serangan patient=orang"]),
    ("Gunung {L:Awan} meletus pagi ini.", ["disaster/eruption actual"]),
    ("Bentrokan meletus di kota itu.", ["assault/clash actual"]),
    ("Petugas mengevakuasi warga.", ["aid/evacuation actual agent=Petugas patient=warga"]),
    ("Pemerintah menyalurkan bantuan kepada warga.", ["aid/humanitarian_aid actual agent=Pemerintah patient=warga"]),
    ("Gencatan senjata mulai berlaku.", ["retreat/ceasefire actual"]),
    ("{P:Budi Laut} mengunjungi warga di {L:Awan}.", ["consult/visit actual agent=Budi Laut patient=warga"]),
    ("Pemerintah menjatuhkan sanksi terhadap perusahaan itu.", ["sanction/sanctions actual agent=Pemerintah patient=perusahaan"]),
    ("Menteri Sosial mengecam milisi.", ["accuse/criticism actual agent=Menteri Sosial patient=milisi"]),
    ("Presiden memecat Menteri Sosial {P:Budi Laut}.", ["office/dismissal actual holder=Budi Laut"]),
    ("Presiden akan melantik {P:Budi Laut} sebagai Menteri Sosial.", ["office/appointment future holder=Budi Laut"]),
    ("Hanya dua pejabat tidak hadir dalam rapat paripurna.", ["consult/meeting actual"]),
    ("Tentara tidak melakukan serangan udara.", ["assault/air_strike negated"]),
    ("Pemain itu menyerang gawang pada babak kedua.", []),
    ("Mereka lewat di Banjir Kanal Timur.", []),
    ("Beberapa unit polisi dikepung massa.", ["assault/blockade actual agent=massa patient=unit polisi"]),
    ("Ini bukan kerusuhan.", ["protest/riot negated"]),
]  # fmt: skip
EN = [
    ("Rebels attacked troops near {L:Cloudville}.", ["assault/attack actual agent=Rebels patient=troops"]),
    ("{L:Cloudland} troops were attacked by rebels.", ["assault/attack actual agent=rebels patient=Cloudland troops"]),
    ("Troops will attack the village.", ["assault/attack future agent=Troops patient=village"]),
    ("Troops could attack the village.", ["assault/attack hypothetical agent=Troops patient=village"]),
    ("Troops did not attack the village.", ["assault/attack negated agent=Troops patient=village"]),
    ("If rebels seize the town, residents will flee.", ["assault/capture hypothetical agent=rebels patient=town"]),
    ("Rebels seized control of {L:Cloudville}.", ["assault/capture actual agent=Rebels patient=Cloudville"]),
    ("{L:Cloudville} was captured by rebels.", ["assault/capture actual agent=rebels patient=Cloudville"]),
    ("The government lost control of {L:Cloudville}.", ["retreat/loss_of_control actual agent=government patient=Cloudville"]),
    ("Troops withdrew from {L:Cloudville}.", ["retreat/withdrawal actual agent=Troops patient=Cloudville"]),
    ("The army plans to withdraw from {L:Cloudville}.", ["retreat/withdrawal future agent=army patient=Cloudville"]),
    ("Clashes broke out between police and protesters.", ["assault/clash actual agent=police agent=protesters"]),
    ("Police arrested the suspect in {L:Cloudville}.", ["coerce/arrest actual agent=Police patient=suspect"]),
    ("Two suspects were arrested by police on Monday.", ["coerce/arrest actual agent=police patient=suspects"]),
    ("Police must arrest the suspect.", ["coerce/arrest hypothetical agent=Police patient=suspect"]),
    ("{P:Mary Smith} was arrested in April.", ["coerce/arrest actual patient=Mary Smith"]),
    ("{P:Mary Smith} was convicted of fraud in 1998.", ["coerce/verdict historical patient=Mary Smith"]),
    ("{P:Mary Smith} pleaded guilty on Monday.", ["coerce/trial actual agent=Mary Smith"]),
    ("Students protested outside the palace.", ["protest/protest actual agent=Students"]),
    ("Riots broke out in the capital.", ["protest/riot actual"]),
    ("Police fired tear gas at protesters.", ["protest/dispersal actual agent=Police patient=protesters"]),
    ("Militants abducted the villagers.", ["assault/abduction actual agent=Militants patient=villagers"]),
    ("The hostages were released by militants.", ["concede/release actual agent=militants patient=hostages"]),
    ("The company released its report.", []),
    ("A suicide bomber struck the police station.", ["assault/suicide_bombing actual"]),
    ("An airstrike hit the camp.", ["assault/air_strike actual"]),
    ("The army denied attacking civilians.", ["assault/attack negated agent=army patient=civilians"]),
    ("An earthquake shook the town.", ["disaster/earthquake actual"]),
    ("The agency warned of flooding.", ["disaster/flood hypothetical"]),
    ("Residents marked the anniversary of the earthquake.", ["disaster/earthquake historical"]),
    ("A plane crash shook the town.", ["accident/air_accident actual"]),
    ("Two residents died at the scene.", ["harm/death actual victim=residents"]),
    ("{P:Mary Smith} died on Monday.", ["harm/death actual victim=Mary Smith"]),
    ("Firefighters evacuated residents.", ["aid/evacuation actual agent=Firefighters patient=residents"]),
    ("The government imposed sanctions on the company.", ["sanction/sanctions actual agent=government patient=company"]),
    ("Prosecutors indicted the official.", ["coerce/trial actual agent=Prosecutors patient=official"]),
    ("Workers sued the company.", ["accuse/lawsuit actual agent=Workers patient=company"]),
    ("The government condemned the rebels.", ["accuse/criticism actual agent=government patient=rebels"]),
    ("The president fired Defence Minister {P:Mary Smith}.", ["office/dismissal actual holder=Mary Smith"]),
    ("Two residents have been evicted by police.", ["coerce/eviction actual agent=police patient=residents"]),
    ("Two residents have been killed in a crash.", ["harm/death actual patient=residents"]),
    ("The injured party spoke.", []),
    ("The flood killed two residents.", ["harm/death actual agent=flood patient=residents"]),
    ("Militants killed two residents.", ["assault/killing actual agent=Militants patient=residents"]),
    ("The delegation visited {L:Cloudville}.", ["consult/visit actual agent=delegation patient=Cloudville"]),
    ("Rebels tried to seize the town.", ["assault/capture hypothetical agent=Rebels patient=town"]),
    ("The government deported the migrants.", ["coerce/deportation actual agent=government patient=migrants"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "wanted"), [("id", *row) for row in ID] + [("en", *row) for row in EN])
def test_events(code: str, text: str, wanted: list[str]) -> None:
    article, marks, lang = marked(text, code)
    found = [
        " ".join([f"{e.kind}/{e.subkind} {e.reality}", *(f"{r.role}={r.span.text}" for r in e.roles)])
        for e in events_in(article, marks, (), lang)
    ]
    assert found == wanted


@pytest.mark.parametrize("code", codes())
def test_every_row_of_the_events_finds_itself_in_its_example(code: str) -> None:
    wrong = []
    for row in pack(code).events:
        article, marks, lang = marked(row.example, code)
        events = events_in(article, marks, (), lang)
        if row.kind == "none":  # a saying: its own words report nothing
            wrong += [row.form for e in events if e.trigger.text.casefold() in row.form.casefold()]
            continue
        if (row.kind, row.subkind, row.form.casefold()) not in {
            (e.kind, e.subkind, e.trigger.text.casefold()) for e in events
        }:
            wrong.append(row.form)
    assert not wrong


@pytest.mark.parametrize("code", codes())
def test_every_word_of_reality_tells_it_in_its_example(code: str) -> None:
    wrong = []
    for row in pack(code).realities:
        article, marks, lang = marked(row.example, code)
        if row.reality not in {e.reality for e in events_in(article, marks, (), lang)}:
            wrong.append(row.form)
    assert not wrong


@pytest.mark.parametrize("code", codes())
def test_every_type_of_event_is_in_the_table_of_codes(code: str) -> None:
    assert not {
        (r.kind, r.subkind) for r in pack(code).events if r.kind != "none" and codes_of(r.kind, r.subkind) is None
    }


@pytest.mark.parametrize(
    ("text", "predicate", "subject", "value", "negated"),
    [
        ("Pemberontak merebut kota {L:Awan}.", "controlled_by", "kota Awan", "Pemberontak", False),
        ("Pemerintah kehilangan kendali atas {L:Awan}.", "controlled_by", "Awan", "Pemerintah", True),
        ("Pasukan {L:Bulan} meninggalkan pangkalan di kota {L:Awan}.", "present", "pangkalan di kota Awan", "Pasukan Bulan", True),
        ("{P:Ali Hujan} meninggal dunia.", "alive", "Ali Hujan", None, True),
        ("{P:Ali Hujan} ditemukan selamat.", "alive", "Ali Hujan", None, False),
        ("Presiden memecat Menteri Sosial {P:Budi Laut}.", "holds_office", "Menteri Sosial", "Budi Laut", True),
    ],
)  # fmt: skip
def test_slots(text: str, predicate: str, subject: str, value: str | None, negated: bool) -> None:  # noqa: FBT001
    article, marks, lang = marked(text, "id")
    (slot,) = [s for e in events_in(article, marks, (), lang) for s in e.slots]
    assert (slot.predicate, slot.subject, slot.value, slot.negated) == (predicate, subject, value, negated)


def test_the_years_of_a_sentence_and_no_deaths() -> None:
    article, marks, lang = marked("Terdakwa divonis lima tahun penjara. Tidak ada korban jiwa.", "id")
    slots = [s for e in events_in(article, marks, (), lang) for s in e.slots]
    assert [(s.predicate, s.subject, s.value, s.low, s.high) for s in slots] == [
        ("sentence", "Terdakwa", "P5Y", None, None),
        ("killed", "", None, 0, 0),
    ]


def test_what_is_only_supposed_fills_no_slot() -> None:
    article, marks, lang = marked("Pemberontak bisa merebut kota {L:Awan}.", "id")
    (event,) = events_in(article, marks, (), lang)
    assert (event.reality, event.slots) == ("hypothetical", ())


def test_place_time_and_losses() -> None:
    article, marks, lang = marked(
        "Gempa mengguncang kota {L:Awan} pada Senin (16/6/2025), sedikitnya 12 orang tewas.", "id"
    )
    quake, death = events_in(article, marks, (), lang)
    assert (quake.subkind, quake.when) == ("earthquake", "2025-06-16")
    places = {p.id: p.name for p in marks.places}
    assert death.subkind == "death"
    losses = [(s.predicate, s.low, s.high) for s in death.slots]
    assert losses == [("killed", 12, 12)]
    assert [s.predicate for s in quake.slots] == ["killed"]
    assert quake.figures == death.figures != ()
    assert quake.where is None or places[quake.where] == "Awan"


def _claim(article, content, stance, cue):
    return Claim(
        article_id=article.id,
        chain=(
            Hop(source=Source(kind="outlet", name="x")),
            Hop(source=Source(kind="person", name="y"), cue=Cue(span=cue, lemma="z", stance=stance)),
        ),
        content=Content(spans=(content,), mode="indirect"),
    )


@pytest.mark.parametrize(
    ("stance", "reality"), [("denies", "negated"), ("asserts", "actual"), ("asks", "hypothetical")]
)
def test_the_claim_that_it_stands_on(stance: str, reality: str) -> None:
    article, marks, lang = marked("Juru bicara menyebut tentara menyerang warga.", "id")
    start = article.text.index("tentara")
    claim = _claim(article, article.span(start, len(article.text) - 1), stance, article.span(12, 19))
    (event,) = events_in(article, marks, (claim,), lang)
    assert (event.claim_id, event.reality) == (claim.id, reality)


def test_the_publishers_own_voice_has_no_claim() -> None:
    article, marks, lang = marked("Tentara menyerang warga.", "id")
    (event,) = events_in(article, marks, (), lang)
    assert event.claim_id is None


def test_a_date_of_the_telling_is_not_the_events() -> None:
    article, marks, lang = marked("Tentara menyerang warga, kata {P:Ali Hujan}, Rabu (18/6/2025).", "id")
    claim = _claim(article, article.span(0, 24), "asserts", article.span(26, 30))
    (event,) = events_in(article, marks, (claim,), lang)
    assert event.when is None


def test_a_repeated_noun_without_news_is_reported_once() -> None:
    article, marks, lang = marked("Banjir datang. Banjir itu surut.", "id")
    assert len(events_in(article, marks, (), lang)) == 1
