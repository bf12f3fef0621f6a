"""Times in hard sentences of our own: what is marked, and the TIMEX3 value of each, read on Wednesday 18 June 2025."""

from __future__ import annotations

import pytest

from tests.mark.timed import times

INDONESIAN: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "Rapat digelar dua hingga tiga jam, mulai pukul 09.00 hingga 11.30 WITA, Jumat (13/6/2025) di Ende.",
        [
            ("tiga jam", "PT3H"),
            ("pukul 09.00", "2025-06-13T09:00"),
            ("11.30 WITA", "2025-06-13T11:30"),
            ("Jumat (13/6/2025)", "2025-06-13"),
        ],
    ),
    (
        "Gempa terjadi Sabtu dini hari pukul 02.15 WIB dan susulan pada Minggu pagi.",
        [("Sabtu dini hari pukul 02.15 WIB", "2025-06-14T02:15"), ("Minggu pagi", "2025-06-15TMO")],
    ),
    (
        "Ia ditangkap Rabu pekan lalu, dua hari setelah kabur dari tahanan.",
        [("Rabu pekan lalu", "2025-06-11"), ("dua hari", "P2D")],
    ),
    (
        "Pada 3 Mei 2021 kapal karam. Sehari sebelumnya, cuaca cerah; keesokan harinya tim SAR datang pukul 07.00.",
        [
            ("3 Mei 2021", "2021-05-03"),
            ("Sehari sebelumnya", "2021-05-02"),
            ("keesokan harinya", "2021-05-03"),
            ("pukul 07.00", "2021-05-03T07:00"),
        ],
    ),
    (
        "Proyek itu berjalan dari 2017 hingga 2019 dan dilanjutkan awal 2026 mendatang.",
        [("2017", "2017"), ("2019", "2019"), ("awal 2026 mendatang", "2026")],
    ),
    (
        "Pemilu digelar 14 Februari 2024, sedangkan pilkada serentak 27 November.",
        [("14 Februari 2024", "2024-02-14"), ("27 November", "2024-11-27")],
    ),
    (
        "Setiap Jumat malam warga berkumpul; saban tahun jumlahnya naik.",
        [("Setiap Jumat malam", "XXXX-WXX-5TNI"), ("saban tahun", "P1Y")],
    ),
    (
        "Kerajaan itu berdiri pada abad ke-13 dan runtuh akhir abad XVI.",
        [("abad ke-13", "12XX"), ("akhir abad XVI", "15XX")],
    ),
    (
        "Laba bersih pada kuartal III 2024 naik dibanding semester I tahun lalu.",
        [("kuartal III 2024", "2024-Q3"), ("semester I tahun lalu", "2024-H1")],
    ),
    (
        "Ramadan tahun ini jatuh pada Maret, Idulfitri 1446 H akan dirayakan akhir bulan itu.",
        [
            ("Ramadan tahun ini", "2025-03"),
            ("Maret", "2025-03"),
            ("Idulfitri 1446", "2025-03-31"),
            ("akhir bulan itu", "2025-03"),
        ],
    ),
    (
        "Dua minggu lalu, Minggu (1/6/2025), banjir melanda; minggu depan posko ditutup.",
        [("Dua minggu lalu", "2025-W23"), ("Minggu (1/6/2025)", "2025-06-01"), ("minggu depan", "2025-W26")],
    ),
    (
        "Hujan diperkirakan turun besok sore hingga lusa malam.",
        [("besok sore", "2025-06-19TAF"), ("lusa malam", "2025-06-20TNI")],
    ),
    ("Sejak era 90-an hingga tahun 2010-an, desa ini sepi.", [("era 90-an", "199X"), ("tahun 2010-an", "201X")]),
    (
        "Listrik padam pukul 18.00-20.00 WIB pada Kamis, 12 Juni 2025.",
        [("pukul 18.00", "2025-06-12T18:00"), ("20.00 WIB", "2025-06-12T20:00"), ("Kamis, 12 Juni 2025", "2025-06-12")],
    ),
    ("Laporan polisi bernomor LP/B/250/V/2025 tanggal 27 Mei 2025 diterima.", [("tanggal 27 Mei 2025", "2025-05-27")]),
    (
        "Peristiwa 30 September 1965 dikenang setiap 1 Oktober.",
        [("30 September 1965", "1965-09-30"), ("setiap 1 Oktober", "XXXX-10-01")],
    ),
    (
        "Harga naik sejak tiga bulan terakhir dan akan turun dalam lima tahun ke depan.",
        [("tiga bulan terakhir", "P3M"), ("lima tahun ke depan", "P5Y")],
    ),
    (
        "Ia lahir di Kupang, 17-8-1945, dan wafat 2 Des 2010.",
        [("17-8-1945", "1945-08-17"), ("2 Des 2010", "2010-12-02")],
    ),
    (
        "Tenggat jatuh pada Senin, 30 Juni 2025 pukul 23.59 WIB.",
        [("Senin, 30 Juni 2025 pukul 23.59 WIB", "2025-06-30T23:59")],
    ),
    (
        "Jam setengah delapan malam ia pulang, kata tetangganya, Selasa.",
        [("Jam setengah delapan malam", "2025-06-18T19:30"), ("Selasa", "2025-06-17")],
    ),
    ("Upacara HUT ke-80 RI pada 17 Agustus mendatang digelar di IKN.", [("17 Agustus mendatang", "2025-08-17")]),
    (
        "Ia menjabat sejak 20 Oktober 2019 - 1 Oktober 2024 di Ambon.",
        [("20 Oktober 2019", "2019-10-20"), ("1 Oktober 2024", "2024-10-01")],
    ),
    (
        "Sekitar pukul 05.30 Wita, Rabu (18/6), kapal itu karam.",
        [("Sekitar pukul 05.30 Wita", "2025-06-18T05:30"), ("Rabu (18/6)", "2025-06-18")],
    ),
    ("Rapat kerja digelar 3 dan 4 Juli mendatang.", [("3", "2025-07-03"), ("4 Juli mendatang", "2025-07-04")]),
    (
        "Beberapa hari terakhir cuaca buruk; beberapa pekan lalu cerah.",
        [("Beberapa hari terakhir", "PXD"), ("beberapa pekan lalu", "PAST_REF")],
    ),
    (
        "Keputusan Nomor 12 Tahun 2024 berlaku mulai 1 Januari 2025.",
        [("Tahun 2024", "2024"), ("1 Januari 2025", "2025-01-01")],
    ),
    (
        "Dini hari tadi gempa mengguncang; pagi ini warga kembali ke rumah.",
        [("Dini hari tadi", "2025-06-18TNI"), ("pagi ini", "2025-06-18TMO")],
    ),
    ("Kemarin malam ia menelepon, dan lusa ia pulang.", [("Kemarin malam", "2025-06-17TNI"), ("lusa", "2025-06-20")]),
    ("Antara Januari-Maret 2024 terjadi tiga longsor.", [("Januari", "2024-01"), ("Maret 2024", "2024-03")]),
    ("Bandara ditutup hingga akhir pekan ini.", [("akhir pekan ini", "2025-W25-WE")]),
    ("Pada tanggal 5 bulan depan sidang dilanjutkan.", [("tanggal 5 bulan depan", "2025-07-05")]),
]
ENGLISH: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "The talks began Monday night and will resume on Friday at 9 a.m. local time.",
        [("Monday night", "2025-06-16TNI"), ("Friday at 9 a.m. local time", "2025-06-20T09:00")],
    ),
    (
        "She was born on the 4th of July, 1976, and died in late 2019.",
        [("4th of July, 1976", "1976-07-04"), ("late 2019", "2019")],
    ),
    (
        "The ceasefire took effect at midnight on Sunday, June 15, 2025.",
        [("midnight on Sunday, June 15, 2025", "2025-06-15T24:00")],
    ),
    (
        "Two days after the vote, on 12 June, rioters stormed the hall.",
        [("Two days", "P2D"), ("12 June", "2025-06-12")],
    ),
    (
        "The ferry service, which runs every two hours, stopped last week.",
        [("every two hours", "PT2H"), ("last week", "2025-W24")],
    ),
    ("By the end of next month, the army expects to withdraw.", [("the end of next month", "2025-07")]),
    (
        "In the early 1990s, and again in the mid-2000s, the valley flooded.",
        [("the early 1990s", "199X"), ("the mid-2000s", "200X")],
    ),
    ("The company lost $4 million in the first half of 2024.", [("the first half of 2024", "2024-H1")]),
    ("He has led the union since 2008 and plans to retire in January.", [("2008", "2008"), ("January", "2026-01")]),
    (
        "The court adjourned until next Tuesday; the following day it reopened.",
        [("next Tuesday", "2025-06-24"), ("the following day", "2025-06-25")],
    ),
    ("A three-year-old boy was found 36 hours later.", [("36 hours later", "PT36H")]),
    ("The storm hit at 4:14 p.m. EDT on Sept. 3.", [("4:14 p.m. EDT on Sept. 3", "2025-09-03T16:14")]),
    ("The festival, held each July, draws thousands of people daily.", [("each July", "XXXX-07"), ("daily", "P1D")]),
    (
        "It was the deadliest attack in a decade, officials said Wednesday.",
        [("a decade", "P10Y"), ("Wednesday", "2025-06-18")],
    ),
    (
        "The previous year, exports had doubled; a year earlier they had fallen.",
        [("The previous year", "2024"), ("a year earlier", "2024")],
    ),
    (
        "Earlier this month, the minister resigned; on Thursday morning he left.",
        [("Earlier this month", "2025-06"), ("Thursday morning", "2025-06-12TMO")],
    ),
    ("The law passed in March 2018 and took effect on Jan. 1.", [("March 2018", "2018-03"), ("Jan. 1", "2018-01-01")]),
    (
        "In the 18th century the fort was rebuilt; in the summer of 1944 it burned.",
        [("the 18th century", "17XX"), ("the summer of 1944", "1944-SU")],
    ),
    (
        "The lease expires on 2026-03-31, three weeks from now.",
        [("2026-03-31", "2026-03-31"), ("three weeks from now", "2025-W28")],
    ),
    ("The quake struck at 02:15 GMT on Saturday.", [("02:15 GMT on Saturday", "2025-06-14T02:15")]),
    ("May said in May that the rule may change by mid-June.", [("May", "2025-05"), ("mid-June", "2025-06")]),
    ("March to the square began in March.", [("March", "2025-03")]),
    (
        "They met twice a week for five years, most recently on Nov. 30, 2024.",
        [("a week", "P1W"), ("five years", "P5Y"), ("recently", "PAST_REF"), ("Nov. 30, 2024", "2024-11-30")],
    ),
    ("The curfew runs from 9 p.m. to 5 a.m.", [("9 p.m.", "2025-06-18T21:00"), ("5 a.m.", "2025-06-19T05:00")]),
    (
        "Over the past two years, and in the next six months, prices will rise.",
        [("the past two years", "P2Y"), ("the next six months", "P6M")],
    ),
    ("Last night's fire was the third this year.", [("Last night", "2025-06-17TNI"), ("this year", "2025")]),
    ("It will be held June 27-29 in York.", [("June 27", "2025-06-27"), ("29", "2025-06-29")]),
    ("From 2017 to 2019 he commanded troops in Syria.", [("2017", "2017"), ("2019", "2019")]),
    ("He was 24 when the war began in the fall of 1973.", [("the fall of 1973", "1973-FA")]),
]


@pytest.mark.parametrize(("text", "expected"), INDONESIAN)
def test_indonesian(text: str, expected: list[tuple[str, str]]) -> None:
    assert times(text) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert times(text, "en") == expected
