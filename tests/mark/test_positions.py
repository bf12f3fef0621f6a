"""Title phrases and who stands beside them."""

from __future__ import annotations

import pytest

from saksi.lang.base import codes, pack
from tests.assemble.build import marked

ID = [
    ("Menteri Kesehatan {P:Budi Santoso} hadir.", [("Menteri Kesehatan", "Budi Santoso")]),
    ("Wakil Ketua Komisi IX {O:DPR RI}, {P:Siti Awan}, hadir.", [("Wakil Ketua Komisi IX DPR RI", "Siti Awan")]),
    ("Kritik datang dari anggota Komisi II {O:DPR} lainnya, {P:Deni Hujan}.", [("anggota Komisi II DPR", "Deni Hujan")]),
    ("Menteri Dalam Negeri (Mendagri) {P:Joko Bulan} hadir.", [("Menteri Dalam Negeri", "Joko Bulan")]),
    (
        "Mantan Menteri Pendidikan, Kebudayaan, Riset dan Teknologi (Mendikbud Ristek) {P:Ali Bintang} hadir.",
        [("Menteri Pendidikan, Kebudayaan, Riset dan Teknologi", "Ali Bintang")],
    ),
    (
        "Kepala Pusat Penerangan Hukum (Kapuspenkum) {O:Kejagung} {P:Hadi Awan} hadir.",
        [("Kepala Pusat Penerangan Hukum (Kapuspenkum) Kejagung", "Hadi Awan")],
    ),
    (
        "Kepala markas koordinasi {L:Awan} yang berlokasi di {L:Bulan}, Kolonel Jenderal {P:Ivan Hujan}, setuju.",
        [("Kepala markas koordinasi Awan", "Ivan Hujan")],
    ),
    ("Kapolsek {L:Awan}, AKP {P:Rizki Hujan}, hadir.", [("Kapolsek Awan", "Rizki Hujan")]),
    ("{P:Rima Hujan}, anggota {O:Parlemen Awan} asal {L:Bulan}, ikut.", [("anggota Parlemen Awan", "Rima Hujan")]),
    ("{P:Rima Hujan} selaku Ketua {O:KPU} menutup acara.", [("Ketua KPU", "Rima Hujan")]),
    (
        "Menurut {O:HTR}, komandan Angkatan Laut {L:Awan}, Laksamana {P:Ivan Hujan}, datang.",
        [("komandan Angkatan Laut Awan", "Ivan Hujan")],
    ),
    ("Hal itu dikatakan kader sekaligus advokat {O:Partai Awan}, {P:Wira Hujan}.", [("kader sekaligus advokat Partai Awan", "Wira Hujan")]),
    ("Hadir Gubernur {L:Awan} {P:Ani Hujan} dan Gubernur {L:Bulan} {P:Budi Laut}.", [("Gubernur Awan", "Ani Hujan"), ("Gubernur Bulan", "Budi Laut")]),
    ("Anggota Komisi III {O:DPR} dari Fraksi {O:Partai Awan} (PA) {P:Hasan Laut} hadir.", [("Anggota Komisi III DPR", "Hasan Laut")]),
    ("Presiden {L:Awan Raya} (AR) {P:Budi Laut} hadir.", [("Presiden Awan Raya (AR)", "Budi Laut")]),
    ("Menkes menutup acara.", [("Menkes", None)]),
    ("Aktivis {P:Ani Hujan} ditangkap.", []),
    ("Jenderal {P:Ani Hujan} hadir.", []),
    ("{P:Ani Hujan} adalah anggota keluarga itu.", []),
]  # fmt: skip
EN = [
    ("Secretary of State {P:Mary Smith} spoke.", [("Secretary of State", "Mary Smith")]),
    ("{O:Cloud Inc} executive {P:Mary Smith} spoke.", [("Cloud Inc executive", "Mary Smith")]),
    ("{P:Mary Smith}, deputy director of {O:Cloud Health Centre}, spoke.", [("deputy director of Cloud Health Centre", "Mary Smith")]),
    ("Interim Cloud Police Chief {P:Mary Smith} spoke.", [("Cloud Police Chief", "Mary Smith")]),
    ("{P:Mary Smith}, who is also an executive at {O:Cloud Bank}, spoke.", [("executive at Cloud Bank", "Mary Smith")]),
    ("{O:Cloud Inc}'s founder and former CEO, {P:Mary Smith}, spoke.", [("Cloud Inc's founder", "Mary Smith"), ("CEO", "Mary Smith")]),
    ("Activist {P:Mary Smith} spoke.", []),
    ("Col. {P:Mary Smith} spoke.", []),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "wanted"), [("id", *row) for row in ID] + [("en", *row) for row in EN])
def test_positions(code: str, text: str, wanted: list[tuple[str, str | None]]) -> None:
    _, marks, _ = marked(text, code)
    names = {m.id: m.span.text for m in marks.names}
    assert [(m.head, names.get(m.holder_id or "")) for m in marks.names if m.kind == "position"] == wanted


@pytest.mark.parametrize("code", codes())
def test_every_title_stands_in_its_example(code: str) -> None:
    assert not [t.form for t in pack(code).titles if t.form.casefold() not in t.example.casefold()]


def test_people_whom_only_a_title_shows() -> None:
    from saksi.mark.bearers import bearers_in

    article, marks, lang = marked("Secretary of State Mary P. Smith spoke. Smith left at noon.", "en")
    found = bearers_in(article, marks.sentences, (), marks.times, lang)
    assert [(m.span.text, m.head) for m in found] == [("Mary P. Smith", "Mary P. Smith"), ("Smith", "Mary P. Smith")]
