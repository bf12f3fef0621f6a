"""Sixty pairs of answers (fictional), half of them traps."""

from __future__ import annotations

import pytest

from saksi.link.answers import bound_of
from saksi.link.contradictions import Answer, compared, contradictions_among, decision

KEYS = {
    "s": "subject",
    "v": "value",
    "u": "unit",
    "b": "bound",
    "t": "when",
    "asof": "as_of",
    "w": "where",
    "by": "source",
    "p": "published",
}
# predicate and number or value, then key=value; "!" negated, "deny" denies, "fix" corrects, "plan" not actual
PAIRS = [
    # both cannot hold
    ("killed 12 p=2031-05-01 by=Polda", "killed 15 p=2031-05-01 by=Basarnas", "contradicts"),
    ("killed 12 p=2031-05-01T10:00 by=Polda", "killed 15 p=2031-05-01T11:00 by=Basarnas", "contradicts"),
    ("killed 20 p=2031-05-01 by=Polda", "killed 12 p=2031-05-02 by=Basarnas", "contradicts"),
    ("killed 20 p=2031-05-01 by=Polda b=least", "killed 12 p=2031-05-01 by=Basarnas", "contradicts"),
    ("injured 3 p=2031-05-01", "injured 40 p=2031-05-01", "contradicts"),
    ("injured 40 p=2031-05-01 by=Polda u=orang", "injured 3 p=2031-05-01 by=Dinas u=korban", "contradicts"),
    ("missing 3 p=2031-05-01 by=Polda", "missing 30 p=2031-05-01 by=Basarnas", "contradicts"),
    ("displaced 7991960 p=2031-05-01 by=A", "displaced 7991160 p=2031-05-01 by=B", "contradicts"),
    ("damaged 1 p=2031-05-01 u=rumah", "damaged 7 p=2031-05-01 u=rumah", "contradicts"),
    ("arrested 5 p=2031-05-01 by=A b=about", "arrested 9 p=2031-05-01 by=B", "contradicts"),
    ("killed 100-200 p=2031-05-01 by=A", "killed 400-500 p=2031-05-01 by=B", "contradicts"),
    ("controlled_by v=pemberontak s=Tolmeth p=2031-05-01 by=A", "controlled_by v=tentara s=Tolmeth p=2031-05-01 by=B", "contradicts"),
    ("controlled_by v=pemberontak s=Kota_Tolmeth p=2031-05-01", "controlled_by v=pemberontak s=Tolmeth p=2031-05-01 !", "contradicts"),
    ("controlled_by v=pemberontak s=Tolmeth p=2031-05-01T09:00", "controlled_by v=tentara s=Tolmeth p=2031-05-01T10:00", "contradicts"),
    ("alive s=Rudi_Hartanto p=2031-05-01 by=A", "alive s=Rudi_Hartanto p=2031-05-01 by=B !", "contradicts"),
    ("alive s=Rudi_Hartanto p=2031-05-01 by=A !", "alive s=Rudi_Hartanto p=2031-05-03 by=B", "contradicts"),
    ("holds_office v=Rina_Wulan s=Wali_Kota_Arun p=2031-05-01 by=A", "holds_office v=Budi_Santoso s=Wali_Kota_Arun p=2031-05-01 by=B", "contradicts"),
    ("controlled_by v=tentara s=Kota_Lusk p=2031-05-01 by=A", "controlled_by v=tentara s=Kota_Lusk p=2031-05-01 by=B !", "contradicts"),
    ("present v=pasukan_Arvenia s=Tolmeth p=2031-05-01 by=A", "present v=pasukan_Arvenia s=Tolmeth p=2031-05-01 by=B !", "contradicts"),
    ("killed 8 p=2031-05-01 w=Lambur", "killed 9 p=2031-05-01 w=Kabupaten_Lambur", "contradicts"),
    ("killed 8 p=2031-05-01 t=2031-04-30", "killed 9 p=2031-05-01 t=2031-04-30TNI", "contradicts"),
    ("money 2000000 p=2031-05-01 u=rupiah", "money 3000000 p=2031-05-01 u=rupiah", "contradicts"),
    # one denies the other
    ("controlled_by v=pemberontak s=Tolmeth p=2031-05-01 by=A", "controlled_by v=pemberontak s=Tolmeth p=2031-05-01 by=B ! deny", "denies"),
    ("alive s=Rudi_Hartanto p=2031-05-01 by=A !", "alive s=Rudi_Hartanto p=2031-05-02 by=Keluarga deny", "denies"),
    ("holds_office v=Rina_Wulan s=Kepala_Badan p=2031-05-01 by=A !", "holds_office v=Rina_Wulan s=Kepala_Badan p=2031-05-02 by=Istana deny", "denies"),
    ("killed 12 p=2031-05-01 by=A", "killed 12 p=2031-05-02 by=Tentara ! deny", "denies"),
    ("present v=pasukan_Arvenia s=Tolmeth p=2031-05-01 by=A", "present v=pasukan_Arvenia s=Tolmeth p=2031-05-02 by=Arvenia ! deny", "denies"),
    ("arrested 5 p=2031-05-01 by=A", "arrested 5 p=2031-05-01 by=Polda ! deny", "denies"),
    # both sides told in one article
    ("killed 12 p=2031-05-01 by=Polda", "killed 18 p=2031-05-01 by=Warga", "contradicts"),
    ("missing 0 p=2031-05-01 by=Polda", "missing 4 p=2031-05-01 by=Keluarga", "contradicts"),
    # traps: updates
    ("killed 12 p=2031-05-01 by=Polda", "killed 15 p=2031-05-02 by=Basarnas", "update"),
    ("killed 12 p=2031-05-01T06:00 by=Polda", "killed 15 p=2031-05-01T18:00 by=Basarnas", "update"),
    ("killed 15 p=2031-05-01 by=Polda", "killed 12 p=2031-05-02 by=Polda", "update"),
    ("killed 15 p=2031-05-01 by=Polda", "killed 14 p=2031-05-02 by=Basarnas fix", "update"),
    ("missing 9 p=2031-05-01 by=A", "missing 4 p=2031-05-02 by=B", "update"),
    ("displaced 300 p=2031-05-01", "displaced 120 p=2031-05-03", "update"),
    ("controlled_by v=pemberontak s=Tolmeth p=2031-05-01", "controlled_by v=tentara s=Tolmeth p=2031-05-04", "update"),
    ("alive s=Rudi_Hartanto p=2031-05-01", "alive s=Rudi_Hartanto p=2031-05-02 !", "update"),
    ("holds_office v=Rina_Wulan s=Kepala_Badan p=2031-05-01", "holds_office v=Rina_Wulan s=Kepala_Badan p=2031-05-02 !", "update"),
    ("holds_office v=Rina_Wulan s=Kepala_Badan p=2031-05-01", "holds_office v=Budi_Santoso s=Kepala_Badan p=2031-06-02", "update"),
    ("killed 12 asof=2031-05-01T06:00 p=2031-05-01", "killed 15 asof=2031-05-01T12:00 p=2031-05-01", "update"),
    # traps: not the same question
    ("killed 12 p=2031-05-01 t=2031-04-29", "killed 15 p=2031-05-01 t=2031-04-30", "apart"),
    ("killed 12 p=2031-05-01 w=Lambur", "killed 15 p=2031-05-01 w=Tebing", "apart"),
    ("killed 12 p=2031-05-01 u=orang", "killed 3 p=2031-05-01 u=anak", "apart"),
    ("killed 12 p=2031-05-01 u=orang", "killed 3 p=2031-05-01 u=warga_asing", "apart"),
    ("damaged 85 p=2031-05-01 u=rumah", "damaged 2 p=2031-05-01 u=jembatan", "apart"),
    ("killed 12 p=2031-05-01", "injured 15 p=2031-05-01", "apart"),
    ("controlled_by v=A s=Tolmeth p=2031-05-01", "controlled_by v=B s=Lusk p=2031-05-01", "apart"),
    ("holds_office v=Rina s=Komisaris_Nusa_Karya p=2031-05-01", "holds_office v=Budi s=Komisaris_Nusa_Karya p=2031-05-01", "apart"),
    ("killed 1000 p=2031-05-01 plan", "killed 12 p=2031-05-01", "apart"),
    ("killed 12 s=Batalyon_3 p=2031-05-01", "killed 40 p=2031-05-01", "apart"),
    # traps: both hold
    ("killed 20 p=2031-05-01 b=least by=A", "killed 53 p=2031-05-01 by=B", "compatible"),
    ("killed 380 p=2031-05-01 b=about by=A", "killed 386 p=2031-05-01 by=B", "compatible"),
    ("displaced 1300000 p=2031-05-01 by=A", "displaced 1323459 p=2031-05-01 by=B", "compatible"),
    ("missing 100-999 p=2031-05-01 by=A", "missing 340 p=2031-05-01 by=B", "compatible"),
    ("killed 45 p=2031-05-01 by=A b=least", "killed 53 p=2031-05-01 by=B b=least", "compatible"),
    ("controlled_by v=pemberontak s=Tolmeth p=2031-05-01", "controlled_by v=kelompok_pemberontak s=Tolmeth p=2031-05-01", "compatible"),
    ("controlled_by v=pemberontak s=Tolmeth p=2031-05-01", "controlled_by v=tentara s=Tolmeth p=2031-05-01 !", "compatible"),
    ("holds_office v=Rina_Wulan s=Kepala_Badan p=2031-05-01", "holds_office v=Wulan s=Kepala_Badan p=2031-05-01", "compatible"),
    ("holds_office v=Rina_Wulan s=Kepala_Badan p=2031-05-01 !", "holds_office v=Budi_Santoso s=Kepala_Badan p=2031-05-01", "compatible"),
]  # fmt: skip


def answer(note: str, name: str) -> Answer:
    predicate, *rest = note.split()
    made: dict[str, object] = {}
    for part in rest:
        if part == "!":
            made["negated"] = True
        elif part == "deny":
            made["denies"] = True
        elif part == "fix":
            made["corrects"] = True
        elif part == "plan":
            made["actual"] = False
        elif "=" in part:
            k, v = part.split("=")
            made[KEYS[k]] = v.replace("_", " ")
        else:
            low, _, high = part.partition("-")
            made["low"], made["high"] = float(low), float(high or low)
    return Answer(id=name, article_id="article " + name, predicate=predicate, **made)


def test_sixty() -> None:
    assert len(PAIRS) == 60
    assert sum(v in ("contradicts", "denies") for *_, v in PAIRS) == 30


@pytest.mark.parametrize(("left", "right", "verdict"), PAIRS)
def test_pair(left: str, right: str, verdict: str) -> None:
    a, b = answer(left, "a"), answer(right, "b")
    found = compared(a, b)
    assert found.verdict == verdict, found
    assert compared(b, a).verdict == verdict


def test_floors_that_rise_and_ages_that_do_not() -> None:
    low, high = answer("killed 45 p=2031-05-01 b=least", "a"), answer("killed 53 p=2031-05-02 b=least", "b")
    assert compared(low, high).verdict == "update"
    one, other = (
        answer("age 35 s=Rina_Wulan p=2031-05-01 by=A", "a"),
        answer("age 27 s=Rina_Wulan p=2031-05-02 by=B", "b"),
    )
    assert compared(one, other).verdict == "contradicts"


def test_only_what_differs_is_given() -> None:
    some = [
        answer("killed 12 p=2031-05-01 by=A", "a"),
        answer("killed 12 p=2031-05-02 by=B", "b"),
        answer("killed 15 p=2031-05-02 by=C", "c"),
    ]
    got = {(f.left, f.right): f.verdict for f in contradictions_among(some)}
    assert got[("c", "a")] == "update"
    assert sorted(got.values()) == ["contradicts", "update"]


def test_the_decision_carries_the_reason() -> None:
    made = decision(compared(answer(PAIRS[0][0], "a"), answer(PAIRS[0][1], "b")))
    assert made.relation == "contradicts"
    assert "12, 15" in made.because or "15, 12" in made.because


@pytest.mark.parametrize(
    ("before", "text", "bound"),
    [
        ("menewaskan sedikitnya ", "12 orang", "least"),
        ("killed at least ", "12 people", "least"),
        ("terdapat ", "sekitar 30 rumah", "about"),
        ("menewaskan ", "12 orang", "exact"),
        ("sedikitnya 3 rumah rusak dan ", "12 orang", "exact"),
    ],
)
def test_bounds(before: str, text: str, bound: str) -> None:
    assert bound_of(before, text) == bound
