"""Particulars of two articles (fictional): slips and denials are found, look-alikes are not."""

from __future__ import annotations

import pytest

from saksi.flow.order import record_of
from saksi.link.differing import differing, same_person, slip
from saksi.link.particulars import particulars_of
from saksi.model.journal import Record
from saksi.model.pages import Given, Page, RawPage

PAIRS = [
    # one of the two is wrong
    ("Pesawat Nusa Air dengan nomor penerbangan NA-4718 mendarat di Lambur.", "Pesawat Nusa Air dengan nomor penerbangan NA-4178 mendarat.", "contradicts"),
    ("Rina Wulandari (35) dibawa ke rumah sakit.", "Korban, Rina Wulandari yang berusia 34 tahun, dirawat.", "contradicts"),
    ("Tersangka adalah Rudi Hadi Santoso (37).", "Polisi menahan RHS (27) di Lambur.", "contradicts"),
    ("Bantuan telah tersalurkan kepada 4.871.960 keluarga penerima di desa.", "Bantuan sudah tersalurkan kepada 4.871.160 keluarga penerima di desa.", "contradicts"),
    ("Aturan itu Peraturan Daerah Kabupaten Lambur Nomor 3 Tahun 2023 tentang tata ruang.", "Menurut Peraturan Daerah Kabupaten Lambur Nomor 3 Tahun 2003 tentang tata ruang.", "contradicts"),
    ("Bupati Lambur membuka pasar terapung, Rabu (18/6/2031).", "Bupati Lambur membuka pasar terapung, Rabu (19/6/2031).", "contradicts"),
    ("Gempa berpusat di 8.72 LS di selatan Lambur.", "Gempa berpusat di 8.27 LS di selatan Lambur.", "contradicts"),
    ("Gempa bumi itu berkekuatan magnitudo 4,8 di Lambur.", "Gempa bumi itu berkekuatan magnitudo 4,9 di Lambur.", "update"),
    # look-alikes
    ("Pesawat Nusa Air dengan nomor penerbangan NA-4718 mendarat di Lambur.", "Pesawat Nusa Air dengan nomor penerbangan NA-4719 mendarat.", None),
    ("Rina Wulandari (35) dibawa ke rumah sakit.", "Rini Wulandari (34) dibawa ke rumah sakit.", None),
    ("Rina Wulandari dituntut 14 tahun penjara.", "Rina Wulandari divonis 11 tahun penjara.", None),
    ("Bantuan tersalurkan kepada 4.871.960 keluarga penerima.", "Panen jagung mencapai 4.871.160 kuintal.", None),
    ("Bantuan tersalurkan kepada 1.200 keluarga penerima.", "Bantuan tersalurkan kepada 1.300 keluarga penerima.", None),
    ("Bupati Lambur membuka pasar terapung, Rabu (18/6/2031).", "Sidang di Tebing ditunda, Rabu (19/6/2031).", None),
    ("Gempa bumi itu berkekuatan magnitudo 4,8 di Lambur.", "Gempa bumi itu berkekuatan magnitudo 7,9 di Lambur.", None),
    ("Gempa bumi itu berkekuatan magnitudo 4,8.", "Gempa bumi magnitudo 4,9 disusul gempa magnitudo 4,8.", None),
]  # fmt: skip


def read(text: str, n: int) -> Record:
    body = f"{text} Warga diminta tetap tenang sampai pemeriksaan itu selesai.\n"
    page = Page(doc=f"d{n}", digest=f"{n}", size=len(body))
    return record_of(RawPage(page=page, content=body, given=Given(lang="id", published="2031-06-20"), clean=True))


@pytest.mark.parametrize(("one", "other", "verdict"), PAIRS)
def test_pair(one: str, other: str, verdict: str | None) -> None:
    answers = [a for n, text in enumerate((one, other)) for a in particulars_of(read(text, n))]
    assert [f.verdict for f in differing(answers)] == ([verdict] if verdict else [])


def test_slips() -> None:
    assert slip("5726", "5276")
    assert slip("2003", "2023")
    assert not slip("2003", "2013x")
    assert not slip("2003", "2125")
    assert not slip("872", "822", swaps_only=True)


def test_initials() -> None:
    assert same_person("RHS", "Rudi Hadi Santoso")
    assert same_person("Wulandari Rina", "Rina Wulandari")
    assert not same_person("RH", "Rudi Hadi Santoso")
    assert not same_person("Rina", "Wulandari")
