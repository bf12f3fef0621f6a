"""Places in sentences of our own: what is one, what is none, which one is meant."""

from __future__ import annotations

import pytest

from saksi.lang.base import pack
from saksi.lang.sentences import sentences
from saksi.mark.places import places_in
from saksi.model.marks import Mention, PlaceMention
from saksi.model.pages import Article, Block


def found(text: str, lang: str = "id", names: tuple[tuple[str, str], ...] = ()) -> dict[str, PlaceMention]:
    article = Article(page_id="p", doc="d", lang=lang, text=text, blocks=(Block(start=0, end=len(text), role="body"),))
    mentions = tuple(
        Mention(article_id=article.id, span=article.span(at, at + len(n)), kind=kind, head=n)  # type: ignore[arg-type]
        for n, kind in names
        if (at := text.index(n)) >= 0
    )
    split = tuple(sentences(text, 0, len(text), pack(lang)))
    marked = places_in(article, split, mentions, pack(lang))
    assert [m.span.start for m in marked] == sorted(m.span.start for m in marked)
    return {m.span.text: m for m in marked}


@pytest.mark.parametrize(
    ("text", "mention", "place_id"),
    [
        ("Banjir melanda Kabupaten Demak sejak kemarin.", "Kabupaten Demak", "id3321"),
        ("Warga asal Jaksel itu mengungsi.", "Jaksel", "id3174"),
        ("Presiden tiba di Damaskus, Suriah.", "Damaskus", "gn170654"),
        ("Kapal itu melintasi Selat Hormuz.", "Selat Hormuz", "own:strait-of-hormuz-water"),
        ("Gubernur NTT menolak rencana itu.", "NTT", "id53"),
        ("Iran menyerang sebuah kapal.", "Iran", "IR"),
        ("Abu turun di lereng Gunung Semeru.", "Gunung Semeru", None),
    ],
)
def test_a_place_is_found(text: str, mention: str, place_id: str | None) -> None:
    marked = found(text)
    assert mention in marked
    assert place_id is None or marked[mention].place_id == place_id


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Harapan warga besar sekali.", "id"),
        ("Lima orang luka dan dua hilang.", "id"),
        ("Polsek Menteng menahan dua orang.", "id"),
        ("Bank Indonesia menaikkan suku bunga.", "id"),
        ("Sikap pasukan Rusia itu dikecam.", "id"),
        ("Ia berbahasa Arab dengan lancar.", "id"),
        ("Hukuman mati berlaku di negara Syiah tersebut.", "id"),
        ('"Kami siap," kata Victoria.', "id"),
        ("Menurut Vatikan (27), air masuk ke mesin.", "id"),
        ("They met on Sunday.", "en"),
        ("The Kyiv Post said so.", "en"),
        ("Please tell us what you know.", "en"),
        ("John Awanbiru, MD, said so.", "en"),
        ("AS usual, nobody came.", "en"),
        ("Petugas PT. Gunung Selatan datang.", "id"),
        ("The Canadian team won.", "en"),
        ("Mr Blair spoke first. Tony Blair left.", "en"),
    ],
)
def test_no_place(text: str, lang: str) -> None:
    assert found(text, lang) == {}


def test_the_kind_word_belongs_to_the_mention_where_it_has_a_capital() -> None:
    assert "Kota Semarang" in found("Hujan mengguyur Kota Semarang semalam.")
    assert "Hama" in found("Bentrokan terjadi di kota Hama, Suriah.")


def test_an_office_keeps_its_words() -> None:
    assert "Bandung" in found("Wali Kota Bandung meresmikan jembatan itu.")


def test_a_direction_is_no_sea() -> None:
    marked = found("Gempa terjadi 67 km timur laut Saumlaki.")
    assert list(marked) == ["Saumlaki"]


def test_the_area_named_after_it_decides() -> None:
    marked = found("Kebakaran melanda Menteng, Jakarta Pusat, dan Manggarai, Jakarta Selatan.")
    assert marked["Menteng"].place_id == "id317106"
    assert (marked["Manggarai"].lat or 0) > -7


def test_the_famous_place_wins_without_a_reason_against_it() -> None:
    assert found("Gempa di Lebak, Banten, terasa hingga Bandung.")["Bandung"].place_id == "id3273"


def test_the_countries_of_the_article_decide() -> None:
    syria = found("Perang di Suriah meluas. Pasukan pemerintah Suriah merebut Hama dan menuju Tripoli.")
    assert syria["Hama"].country == "SY"
    texas = found("The crash happened in Paris, Texas, police said. Paris is a small town.", "en")
    assert texas["Paris"].country == "US"
    france = found("The minister arrived in Paris on Monday.", "en")
    assert france["Paris"].country == "FR"


def test_countries_come_before_villages_of_their_name() -> None:
    marked = found("Officials in Washington, Ohio and Texas met envoys from Mexico and Russia.", "en")
    assert marked["Mexico"].place_id == "MX"
    assert marked["Russia"].place_id == "RU"


def test_a_country_comes_before_a_village_at_home() -> None:
    assert found("Rute Surabaya-Singapura dan Bali-Singapura dibuka dari Jakarta.")["Singapura"].place_id == "SG"


def test_one_sense_in_an_article() -> None:
    text = "Kecelakaan terjadi di Kecamatan Kota, Kabupaten Kediri. Warga Kediri berkerumun."
    marked = found(text)
    assert marked["Kediri"].country == "ID"


def test_a_short_name_in_brackets_is_one_mention() -> None:
    assert "Nusa Tenggara Timur (NTT)" in found("Gempa mengguncang Nusa Tenggara Timur (NTT) pagi tadi.")


def test_an_unknown_village_stays_unknown_but_lies_somewhere() -> None:
    marked = found("Longsor menimpa Desa Awanbirunan, Kabupaten Demak.")
    unknown = marked["Desa Awanbirunan"]
    assert unknown.place_id is None
    assert unknown.country == "ID"
    assert unknown.precision == "district"
    assert abs((unknown.lat or 0) + 6.9) < 0.5


def test_a_building_lies_where_its_name_says() -> None:
    marked = found("Korban dibawa ke RSUD Blitar.")
    assert marked["RSUD Blitar"].kind == "facility"
    assert abs((marked["RSUD Blitar"].lat or 0) + 8.1) < 0.3


def test_an_agency_is_a_place_only_where_something_is_there() -> None:
    assert "Polsek Sukmajaya" in found("Pelaku dibawa ke Polsek Sukmajaya, Depok.")
    assert "Polsek Sukmajaya" not in found("Polsek Sukmajaya menangkap pelaku.")


def test_people_and_organisations_of_the_names_room_are_left_out() -> None:
    assert found("Kemarin Jordan Henderson tiba.", names=(("Jordan Henderson", "person"),)) == {}
    assert found("Dewan Pers Jawa Timur rapat.", names=(("Dewan Pers Jawa Timur", "organization"),)) == {}


def test_places_of_the_names_room_are_kept_though_unknown_where_the_words_around_agree() -> None:
    marked = found("Api membesar di Awan Birunan, Kabupaten Demak.", names=(("Awan Birunan", "place"),))
    assert marked["Awan Birunan"].place_id is None
    assert found("Ia menjual Awan Birunan sejak pagi.", names=(("Awan Birunan", "place"),)) == {}


def test_a_building_ends_where_a_person_begins() -> None:
    text = "Rapat digelar di Universitas Awanbiru Budi Santoso, kemarin."
    assert "Universitas Awanbiru" in found(text, names=(("Budi Santoso", "person"),))


def test_agencies_in_a_list_of_buildings_are_buildings() -> None:
    assert "Polda Jatim" in found("Ia berbicara di Mapolresta Sidoarjo, Polda Jatim, Senin.")


def test_money_is_no_country() -> None:
    assert found("Nilainya mencapai US$5 juta.") == {}


@pytest.mark.parametrize(
    ("text", "mention", "place_id"),
    [
        ("Fighting spread in Zabul province.", "Zabul province", "AF.28"),
        ("A man from Metcalfe County was arrested.", "Metcalfe County", "US.KY.169"),
        ("LOUISVILLE, Ky. (AP) - A man was arrested.", "Ky.", "US.KY"),
        ("LOUISVILLE, KY - A man was arrested.", "KY", "US.KY"),
        ("She moved to Washington, D.C., in May.", "Washington, D.C.", None),
        ("Talks on Iran will be held in Alexandria, Virginia, not in Tehran.", "Alexandria", "gn4744091"),
        ("U.S. officials arrived in Doha, Qatar.", "U.S.", "US"),
    ],
)
def test_english_places(text: str, mention: str, place_id: str | None) -> None:
    marked = found(text, "en")
    assert mention in marked
    assert place_id is None or marked[mention].place_id == place_id


def test_the_state_of_georgia_and_the_country() -> None:
    assert found("Voters in Atlanta, Georgia, and in Alabama went to the polls.", "en")["Georgia"].place_id == "US.GA"
    assert found("Russia sent troops to Georgia and Armenia.", "en")["Georgia"].place_id == "GE"


@pytest.mark.parametrize(
    ("text", "mention", "name", "country"),
    [
        ("Pertempuran pecah di Kivu Utara, Kongo.", "Kivu Utara", "North Kivu", "CD"),
        ("Bentrokan terjadi di Deir ez-Zor, Suriah.", "Deir ez-Zor", "Deir ez-Zor", "SY"),
        ("Serangan udara menghantam Khan Younis, Gaza.", "Khan Younis", "Khan Yunis", "PS"),
        ("Pasukan itu merebut Pokrovsk di Ukraina.", "Pokrovsk", "Pokrovsk", "UA"),
        ("Warga Gaza mengungsi.", "Gaza", "Gaza Strip", "PS"),
        ("Kapal induk itu menuju Laut China Selatan.", "Laut China Selatan", "South China Sea", None),
        ("Pertumbuhan tercepat di Asia.", "Asia", "Asia", None),
    ],
)
def test_places_of_the_wars_and_seas_have_their_usual_names(
    text: str, mention: str, name: str, country: str | None
) -> None:
    place = found(text)[mention]
    assert (place.name, place.country) == (name, country)


def test_nothing_in_nothing() -> None:
    assert found("tidak ada apa-apa di sini.") == {}


def test_long_runs_of_capitals_take_no_long_time() -> None:
    import time

    text = "Kota Baru " * 4000
    began = time.perf_counter()
    found(text)
    assert time.perf_counter() - began < 5
