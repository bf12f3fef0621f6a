"""Sentences made from patterns and lists of names, for the name tagger: many names in few, plain surroundings.

The patterns are ours (train/sentences/templates-id.txt), the names come from the package's own tables (known/), from
GeoNames and idn-area-data through known/places, from lists of ours below, and from Wikidata name tokens
(cross-netranslit-rus and -ara in ../shared/data, CC0).
"""

from __future__ import annotations

import random
from pathlib import Path

from person_names import is_unlisted, names

from saksi.known.bodies import bodies
from saksi.known.outlets import OutletRow
from saksi.known.places import gazetteer
from saksi.lang.tables import folder, table

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"

FIRST = """Budi Agus Siti Sri Dewi Rina Andi Joko Bambang Slamet Wahyu Eko Dwi Tri Hendra Yusuf Ahmad Muhammad Abdul Nur
Ratna Endang Suharto Sutrisno Yanto Rudi Dedi Asep Ujang Cecep Iwan Ridwan Taufik Hasan Husein Ali Umar Usman Ismail
Ibrahim Fajar Rizky Dimas Bagus Putri Ayu Made Wayan Ketut Nyoman Komang Gede Luh Maria Yohanes Petrus Yosef Martinus
Herman Benny Robert Daniel Samuel Ruth Esther Markus Lukas Paulus Frans Johnny Alex Irwan Syahrul Zulkarnain Nasrul
Marzuki Teuku Cut Sulaiman Bachtiar Hamzah Lalu Baiq Sahrul Rahmat Hidayat Arif Irfan Fauzi Anwar Saiful Khairul Nanang
Kurnia Yuli Yudi Heri Heru Hari Hadi Edi Didik Sigit Teguh Suryo Bayu Galih Panji Gilang Rangga Adi Aditya Ade Indah
Intan Mega Melati Lestari Wulan Fitri Nurul Laila Aisyah Khadijah Fatimah Zainab Halimah Rohani Tuti Titin Neneng Euis
Sarah Clara Monica Vina Nina Lina Dian Rini Yuni Yanti Wati Tini Kartika Ani Ana Desi Devi Novi Okta Febri Meiliana
Hotman Togar Poltak Tigor Sahat Ucok Binsar Luhut Martua Mangasi Yosua Kristian Elias Theo Victor Simon Otis Benhur""".split()
LAST = """Santoso Wijaya Kurniawan Setiawan Hidayat Nugroho Saputra Pratama Siregar Nasution Harahap Lubis Simanjuntak
Sitompul Hutapea Panjaitan Manurung Situmorang Sinaga Ginting Tarigan Sembiring Purba Saragih Damanik Tampubolon Pasaribu
Batubara Daulay Rangkuti Hasibuan Pohan Rumapea Wibowo Susanto Handoko Gunawan Hartono Sugiarto Prasetyo Utomo Raharjo
Suryadi Mulyadi Supriyadi Suhendra Suherman Maulana Firmansyah Ramadhan Akbar Rahman Hakim Mubarak Azhari Lubis Tanjung
Chaniago Piliang Koto Sikumbang Pattimura Latuconsina Tuasikal Wattimena Pelupessy Sahetapy Mandagi Lumentut Runtuwene
Wowor Kalalo Kambey Tumbelaka Wenda Kogoya Tabuni Enembe Wanimbo Yoman Gwijangge Mote Kossay Lestari Wulandari Permata
Anggraini Safitri Rahmawati Handayani Kusuma Kusumawati Puspita Maharani Adiputra Mahendra Darma Sudarma Suardana Arnawa
Pastika Sukerta Daeng Mappanyukki Syahputra Alamsyah Burhanuddin Salim Shihab Assegaf Alatas Alkatiri Basalamah Yahya
Fadillah Iskandar Zein Yusuf Karim Kadir Latif Malik Nasir Said Thamrin Umar Wahid Zaini Tjahjono Halim Tanoto Widjaja
Ariyanto Sutikno Riyadi Supardi Sukarno Suprapto Widodo Susilo Purnomo Yulianto Kristanto Budiman Sulistyo Hermawan""".split()
STREETS = """Merdeka Sudirman Diponegoro Ahmad Yani Gatot Subroto Gajah Mada Hayam Wuruk Imam Bonjol Pahlawan Veteran
Pemuda Kartini Thamrin Pattimura Kenanga Melati Mawar Cendrawasih Rajawali Garuda Siliwangi Pajajaran Majapahit Sriwijaya
Dr Sutomo Cokroaminoto Hasanuddin Teuku Umar Sultan Agung Panglima Sudirman Brigjen Katamso MT Haryono S Parman""".split()
PROVINCES = {
    "Aceh": "Aceh", "Sumatera Utara": "Sumut", "Sumatera Barat": "Sumbar", "Riau": "Riau", "Kepulauan Riau": "Kepri",
    "Jambi": "Jambi", "Sumatera Selatan": "Sumsel", "Bangka Belitung": "Babel", "Bengkulu": "Bengkulu", "Lampung": "Lampung",
    "DKI Jakarta": "DKI", "Jawa Barat": "Jabar", "Banten": "Banten", "Jawa Tengah": "Jateng", "DI Yogyakarta": "DIY",
    "Jawa Timur": "Jatim", "Bali": "Bali", "Nusa Tenggara Barat": "NTB", "Nusa Tenggara Timur": "NTT",
    "Kalimantan Barat": "Kalbar", "Kalimantan Tengah": "Kalteng", "Kalimantan Selatan": "Kalsel", "Kalimantan Timur": "Kaltim",
    "Kalimantan Utara": "Kaltara", "Sulawesi Utara": "Sulut", "Gorontalo": "Gorontalo", "Sulawesi Tengah": "Sulteng",
    "Sulawesi Barat": "Sulbar", "Sulawesi Selatan": "Sulsel", "Sulawesi Tenggara": "Sultra", "Maluku": "Maluku",
    "Maluku Utara": "Malut", "Papua": "Papua", "Papua Barat": "Papua Barat", "Papua Tengah": "Papua Tengah",
    "Papua Selatan": "Papua Selatan", "Papua Pegunungan": "Papua Pegunungan", "Papua Barat Daya": "Papua Barat Daya",
}  # fmt: skip
COUNTRIES = """Iran Israel Palestina Suriah Lebanon Yaman Irak Yordania Mesir Turki Qatar Kuwait Oman Bahrain Rusia Ukraina
Belarusia Polandia Jerman Prancis Inggris Italia Spanyol Portugal Belanda Belgia Swedia Norwegia Finlandia Denmark Yunani
Hungaria Rumania Serbia Kroasia Austria Swiss Irlandia Kanada Meksiko Brasil Argentina Chile Kolombia Venezuela Peru Kuba
Haiti China Jepang Taiwan India Pakistan Bangladesh Nepal Afghanistan Myanmar Thailand Vietnam Kamboja Laos Malaysia
Singapura Filipina Brunei Australia Fiji Indonesia Nigeria Sudan Libya Tunisia Aljazair Maroko Mali Niger Somalia Kenya
Ethiopia Rwanda Kongo Uganda Zimbabwe Kazakhstan Azerbaijan Armenia Georgia AS Tiongkok""".split()
COUNTRIES += [
    "Amerika Serikat",
    "Arab Saudi",
    "Uni Emirat Arab",
    "Korea Selatan",
    "Korea Utara",
    "Afrika Selatan",
    "Selandia Baru",
]
ABBREVIATED = {
    "Amerika Serikat": "AS",
    "Uni Emirat Arab": "UEA",
    "Republik Demokratik Kongo": "RDK",
    "Korea Selatan": "Korsel",
}
DUTIES = """Kesehatan Keuangan Pertahanan Pertanian Perhubungan Kehutanan Sosial Agama Perdagangan Perindustrian Koperasi
Kebudayaan Pariwisata ESDM BUMN PAN-RB ATR/BPN PPPA Komdigi""".split() + [
    "Dalam Negeri", "Luar Negeri", "Pekerjaan Umum", "Lingkungan Hidup", "Hukum dan HAM", "Kelautan dan Perikanan",
    "Energi dan Sumber Daya Mineral", "Komunikasi dan Digital", "Pendidikan Dasar dan Menengah", "Pemuda dan Olahraga",
    "Pertahanan (Menhan)", "Dalam Negeri (Mendagri)", "Koperasi (Menkop)", "Keuangan (Menkeu)",
]  # fmt: skip
OFFICES = """Kesehatan Pendidikan Perhubungan Sosial Lingkungan Hidup Perdagangan Pariwisata Pertanian""".split() + [
    "Pekerjaan Umum", "Pemadam Kebakaran", "Sumber Daya Air", "Kependudukan dan Pencatatan Sipil", "Pendidikan dan Kebudayaan",
]  # fmt: skip
FIRMS = """Cahaya Karya Sentosa Makmur Abadi Jaya Nusantara Indah Mandiri Sejahtera Utama Perkasa Bumi Sawit Tambang Energi
Mineral Agro Lestari Media Multi Sinar Bio Sarana Mitra Graha Prima Artha Dana Trans Global
Surya Mega Tirta Baja Semen Kimia Tekstil Pangan Logistik Properti Konstruksi Sulawesi Kalimantan Borneo 
Indonesia Bara Timah Nikel Sukses Bersama Harapan Bangsa Anugerah Kencana""".split()
COUNTRIES_EN = """Iran Israel Syria Lebanon Yemen Iraq Jordan Egypt Turkey Qatar Kuwait Oman Bahrain Russia Ukraine Belarus
Poland Germany France Britain England Italy Spain Portugal Belgium Sweden Norway Finland Denmark Greece Hungary Romania
Serbia Croatia Austria Switzerland Ireland Canada Mexico Brazil Argentina Chile Colombia Venezuela Peru Cuba Haiti China
Japan Taiwan India Pakistan Bangladesh Nepal Afghanistan Myanmar Thailand Vietnam Cambodia Malaysia Singapore Indonesia
Australia Nigeria Sudan Libya Tunisia Algeria Morocco Mali Somalia Kenya Ethiopia Rwanda Congo Uganda Zimbabwe""".split()
COUNTRIES_EN += ["the United States", "Saudi Arabia", "South Korea", "North Korea", "South Africa", "New Zealand", "Sri Lanka"]
LAST_EN = """Baker Walsh Harlow Preston Whitfield Carver Mercer Holt Sterling Ashford Langley Thornton Pierce Granger""".split()
_INDONESIAN = frozenset(
    "Badan Dinas Departemen Dewan Pasukan Tentara Kelompok Gerakan Partai Front Brigade Jihad Negara Otoritas Organisasi "
    "Unit Korps Jaringan Persatuan Macan Legiun Ikhwanul Jaringan Grup Biro Komando Kementerian Resimen Survei Tentara".split()
)
DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
SIDES = ["", "", "", " Utara", " Selatan", " Timur", " Barat", " Tengah"]


def sentences_from(where: Path, times: int, seed: int = 11) -> list[str]:
    """Marked sentences, ``times`` for each pattern."""
    patterns = [p for p in where.read_text(encoding="utf-8").splitlines() if p.strip() and not p.startswith("#")]
    fill = Filler(random.Random(seed))
    return [fill.filled(p) for p in patterns for _ in range(times)]


class Filler:
    """Fills slots from lists."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._places = _places()
        self._foreign = _foreign_names()
        by_kind: dict[str, list[str]] = {}
        for body in bodies():
            group = {"ministry": "MIN", "agency": "AGENCY", "party": "PARTY", "armed": "ARMED", "military": "MIL"}
            group |= {"international": "INTL", "club": "CLUB", "university": "UNIV"}
            if body.kind in group and (body.country == "ID" or body.kind not in ("agency", "party")):
                forms = [f for f in (body.name, *body.aliases) if len(f) > 2]
                by_kind.setdefault(
                    group[body.kind] + ("" if body.kind != "military" or body.country != "ID" else "ID"), []
                ).extend(forms)
        self._bodies = by_kind
        self._english = {
            kind: [
                f for b in bodies() if b.kind == kind and b.country != "ID" for f in (b.name, *b.aliases)
                if len(f) > 2 and not _INDONESIAN.intersection(f.split())
            ]
            for kind in ("agency", "armed")
        }  # fmt: skip
        self._outlets = [r.name for r in table(folder("saksi.known") / "outlets.tsv", OutletRow)]

    def filled(self, pattern: str) -> str:
        """The pattern with each slot filled; {KABCAPS} and the like in capitals."""
        out, at = "", 0
        while (start := pattern.find("{", at)) >= 0:
            end = pattern.index("}", start)
            out += pattern[at:start] + self._one(pattern[start + 1 : end])
            at = end + 1
        return (out + pattern[at:]).replace("[LOC the ", "the [LOC ")

    def _one(self, slot: str) -> str:
        pick = self._chance.choice
        if slot.endswith("CAPS"):
            return self._one(slot[:-4]).upper()
        if slot in self._bodies:
            return pick(self._bodies[slot])
        if slot in self._places:
            name = pick(self._places[slot])
            return name + pick(SIDES) if slot == "KEC" and " " not in name else name
        province = pick(list(PROVINCES))
        match slot:
            case "PER":
                return self._person()
            case "PER1":
                return pick(FIRST + LAST) if self._chance.random() < 0.8 else pick(self._places["DESA"]).split()[0]
            case "PERX":
                return self._foreigner()
            case "PERX1":
                return pick(self._foreign)
            case "INI":
                return "".join(pick("ABDEFHIJKLMNRSTWYZ") for _ in range(self._chance.choice((1, 2, 2, 3))))
            case "PROV":
                return province
            case "PROVS":
                return PROVINCES[province]
            case "NEG":
                return pick(COUNTRIES)
            case "NEGL":
                return "Amerika Serikat"
            case "NEGA":
                return "AS"
            case "KOMISI":
                number = pick("I II III IV V VI VII VIII IX X XI XII XIII".split())
                return pick(
                    [
                        f"Komisi {number} DPR RI",
                        f"Komisi {number} DPR",
                        f"Komisi {pick('ABCDE')} DPRD {self._one('KAB')}",
                    ]
                )
            case "POL":
                kab, kec = self._one("KAB"), self._one("KEC")
                return pick([f"Polres {kab}", f"Polsek {kec}", f"Polsek {self._one('DESA')}", f"Polresta {kab}",
                             f"Polrestabes {kab}", f"Polres Metro {kab}"])  # fmt: skip
            case "POLDA":
                return f"Polda {pick([province, PROVINCES[province], 'Metro Jaya'])}"
            case "COURT":
                kab = self._one("KAB")
                return pick([f"Pengadilan Negeri {kab}", f"PN {kab}", f"Kejaksaan Negeri {kab}", f"Kejari {kab}",
                             f"Kejaksaan Tinggi {province}", f"Kejati {PROVINCES[province]}", f"Pengadilan Agama {kab}"])  # fmt: skip
            case "GOV":
                kab = self._one("KAB")
                return pick([f"Pemkot {kab}", f"Pemkab {kab}", f"Pemprov {PROVINCES[province]}", f"Pemprov {province}",
                             f"Pemerintah Kabupaten {kab}", f"Pemerintah Kota {kab}", f"Pemerintah Provinsi {province}"])  # fmt: skip
            case "DINAS":
                return (
                    f"Dinas {pick(OFFICES)} {pick(['Kabupaten', 'Kota', 'Provinsi', ''])} {self._one('KAB')}".replace(
                        "  ", " "
                    )
                )
            case "MINP":
                return f"Kementerian {pick([d for d in DUTIES if '(' not in d and not d.isupper()])}"
            case "MINA":
                return f"Kemen{pick('kes keu hub sos tan hut perin dag dikbud pora'.split())}"
            case "MINW":
                return pick(DUTIES)
            case "PT":
                return f"PT {self._firm(pick((2, 2, 3)))}{pick(['', '', ' Tbk', ' (Persero) Tbk', ' (Persero)'])}"
            case "PTS":
                return self._firm(2)
            case "JALAN":
                return pick(STREETS) + pick(["", "", " " + pick(LAST)])
            case "OUTLET":
                return pick(self._outlets)
            case "OUTLETDOT":
                return pick(FIRMS + LAST) + pick([".com", "news.com", ".id", ".co.id", "post.com"])
            case "UNIVA":
                return pick(
                    "UI UGM ITB IPB ITS Unair Unpad Undip Unhas USU Unud Unnes UNY UNJ UMS UMY Unila Unsri".split()
                )
            case "NEGE":
                return pick(COUNTRIES_EN)
            case "BODYE":
                return pick(self._english["agency"])
            case "ARMEDE":
                return pick(self._english["armed"])
            case "FIRME":
                return f"{pick(LAST_EN)} {pick('Industries Group Holdings Energy Foods Motors Partners Systems Bank Airlines'.split())}"
            case "HARI":
                return pick(DAYS)
            case "D":
                return f"{self._chance.randint(1, 28)}/{self._chance.randint(1, 12)}/{self._chance.randint(2015, 2026)}"
            case "N":
                return str(self._chance.randint(1, 9))
        raise KeyError(slot)

    def _person(self) -> str:
        pick, roll = self._chance.choice, self._chance.random()
        if roll < 0.6:
            return f"{pick(FIRST)} {pick(LAST)}"
        if roll < 0.75:
            return f"{pick(FIRST)} {pick(FIRST)} {pick(LAST)}"
        if roll < 0.82:
            return f"{pick(FIRST)} {pick('ABDFHIKMRSTW')}. {pick(LAST)}"
        if roll < 0.88:
            return f"{pick('ABDFHIKMRSTW')}. {pick(FIRST)} {pick(LAST)}"
        return f"{pick(FIRST + LAST)}" if roll < 0.94 else f"{pick(FIRST)} {pick(LAST)} {pick(LAST)}"

    def _foreigner(self) -> str:
        pick, roll = self._chance.choice, self._chance.random()
        names = self._foreign
        if roll < 0.7:
            return f"{pick(names)} {pick(names)}"
        if roll < 0.8:
            return f"{pick(names)} {pick(['al-', 'Al-', 'bin ', 'de ', 'van ', 'von ', 'el-', 'Ben-'])}{pick(names)}"
        if roll < 0.9:
            return f"{pick(names)} {pick(names)} {pick(names)}"
        return f"{pick(names)} {pick('ABCDEFGHJKLMPRSTW')}. {pick(names)}"

    def _firm(self, size: int) -> str:
        return " ".join(self._chance.sample(FIRMS, size))


def _places() -> dict[str, list[str]]:
    found: dict[str, set[str]] = {"KAB": set(), "KEC": set(), "DESA": set(), "CITYX": set()}
    slots = {"admin2": "KAB", "district": "KEC", "village": "DESA"}
    for part in gazetteer()._tables:  # noqa: SLF001
        for row in range(len(part._country)):  # noqa: SLF001
            place = part._place(row, 100)  # noqa: SLF001
            name = place.own_name
            if not name.replace(" ", "").replace("-", "").isalpha() or not name[0].isupper() or name.isupper():
                continue
            if place.country == "ID" and place.kind in slots:
                name = name.removeprefix("Kabupaten ").removeprefix("Kota ").removeprefix("Kecamatan ")
                found[slots[place.kind]].add(name)
            elif place.country != "ID" and place.kind == "city" and place.population > 60_000 and len(name.split()) < 3:
                found["CITYX"].add(name)
    return {slot: sorted(names) for slot, names in found.items()}


def _foreign_names() -> list[str]:
    """Names of which three in five are in the shipped list and two are not."""
    known, unknown = [], []
    for name in names():
        (unknown if is_unlisted(name) else known).append(name)
    return unknown + random.Random(5).sample(known, len(unknown) * 3 // 2)
