"""Near copies, on sentences written here."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksi.link.copies import Text, decision, first_of, reuse, reuses_among, without_furniture
from saksi.link.sketch import pairs, sketches

SHARED = Path(__file__).resolve().parents[3] / "shared"
STORY = (
    "Jembatan gantung di Desa Harapan putus pada Senin malam setelah hujan deras selama enam jam. "
    "Kepala desa, Rudi Hartanto, mengatakan tiga orang hanyut dan dua di antaranya sudah ditemukan selamat oleh warga. "
    "Tim penyelamat dari kabupaten mulai menyisir sungai sejak Selasa pagi dengan dua perahu karet dan satu pesawat nirawak. "
    "Jalan menuju desa itu masih tertutup lumpur sehingga alat berat belum dapat masuk sampai sore hari."
)
OTHER = (
    "Harga cabai di Pasar Baru naik dua kali lipat dalam sepekan menurut para pedagang yang ditemui kemarin. "
    "Mereka menyebut pasokan dari lereng gunung berkurang karena hujan terus turun sejak awal bulan ini. "
    "Dinas perdagangan kota akan menggelar pasar murah di empat kecamatan mulai akhir pekan depan."
)


def text(id_: str, words: str, **known: object) -> Text:
    return Text(id=id_, text=words, **known)


def found(*texts: Text) -> dict[tuple[str, str], str]:
    return {(r.a, r.b): r.kind for r in reuses_among(texts)}


def test_a_reprint_is_a_copy_of_the_earlier_one() -> None:
    later = text("b", "(Warta) " + STORY, published="2031-05-02")
    assert found(text("a", STORY, published="2031-05-01"), later, text("c", OTHER)) == {("b", "a"): "copy"}


def test_a_reused_sentence_is_no_copy() -> None:
    sentence = STORY.split(". ")[2] + ". "
    longer = OTHER + " " + sentence + OTHER.replace("cabai", "bawang").replace("Pasar Baru", "Pasar Lama")
    assert list(found(text("a", STORY), text("b", longer)).values()) in (["passages"], ["part"])


def test_chance_runs_are_nothing() -> None:
    a, b = STORY + " Demikian kata dia kepada wartawan di", OTHER + " Demikian kata dia kepada wartawan di"
    assert not found(text("a", a), text("b", b))


def test_the_passages_stand_in_both_texts() -> None:
    a, b = text("a", STORY), text("b", OTHER + "\n" + STORY)
    r = reuse(a, b)
    assert r is not None
    by_id = {"a": a.text, "b": b.text}
    for start, end, start_b, end_b in r.passages:
        assert by_id[r.a][start:end] == by_id[r.b][start_b:end_b]


def test_naming_the_other_outlet_beats_the_dates() -> None:
    a = text("a", STORY, outlet="Harian Timur", published="2031-05-01", cites=("Kabar Barat",))
    b = text("b", STORY, outlet="Kabar Barat", published="2031-05-02")
    first, because = first_of(a, b)
    assert first is b
    assert "names Kabar Barat" in because


def test_two_that_name_one_agency_are_not_each_others() -> None:
    a = text("a", STORY, outlet="Harian Timur", published="2031-05-01", cites=("Kantor Warta",))
    b = text("b", STORY, outlet="Kabar Barat", published="2031-05-02", cites=("Kantor Warta",))
    assert first_of(a, b)[0] is None
    r = reuse(a, b)
    assert r is not None
    assert decision(r).judgement == "unsure"


def test_furniture_of_an_outlet_does_not_count() -> None:
    line = "Ikuti terus kabar terbaru kami di saluran resmi dan unduh aplikasinya sekarang juga tanpa biaya apa pun"
    some = [
        text(str(i), f"{STORY if i == 0 else OTHER.replace('cabai', f'barang {i}')}\n{line}", outlet="Timur")
        for i in range(6)
    ]
    assert line not in without_furniture(some)[0]
    assert [len(t) for t in without_furniture(some)] == [len(t.text) for t in some]


def test_a_formula_in_many_texts_joins_none() -> None:
    notes = [" ".join(f"kata{i}x{j}" for j in range(200)) for i in range(12)]
    formula = " daftar untuk kabar harian kami dan dapatkan cerita terbaik setiap pagi langsung di kotak surat anda "
    assert not pairs(sketches([n + formula for n in notes]), least=2)


def test_parts_add_up() -> None:
    some = sketches([STORY, STORY + " " + OTHER, OTHER, STORY.replace("Senin", "Rabu")])
    assert pairs(some, 2, parts=1) == pairs(some, 2, parts=7)


def test_short_and_empty_texts() -> None:
    assert not found(text("a", ""), text("b", "satu dua"), text("c", "satu dua"))


@pytest.mark.data
def test_the_near_copy_set() -> None:
    if not (SHARED / "data" / "cross-nearcopy-dev").is_dir():
        pytest.skip("../shared/data is not here")
    from tests.link.scored import score

    figures = score("copies", "cross-nearcopy-dev")
    assert figures["all"]["p"] >= 0.99
    for kind, least in {"reprint": 1.0, "edit15": 1.0, "edit30": 0.96, "quoted3": 0.97}.items():
        assert figures[f"recall {kind}"]["value"] >= least
