"""Pages of plain text, read whole. The pages are written for these tests."""

from __future__ import annotations

import pytest

from saksi.errors import BadInput
from saksi.known.outlets import is_outlet, outlet_at, outlet_named, outlet_rows
from saksi.lang.tables import folder, table
from saksi.model.pages import Given
from saksi.model.raw import raw_page
from saksi.read.article import article_in
from saksi.read.language import NearRow, language_of

STORY = """Kabar.com - Pemerintah Kota Rawalaya membuka kembali jembatan lama di atas Sungai Layung setelah ditutup dua tahun.
Wali Kota Rawalaya, Sri Handayanimengatakan perbaikan jembatan itu menelan biaya dua belas miliar rupiah.
“Warga tidak perlu lagi memutar sejauh sepuluh kilometer,” kata Sri di tepi sungai, Senin (5/5/2025).
Baca Juga: Sungai Layung Surut
Menurut dinas pekerjaan umum, jembatan itu dapat menahan beban tiga puluh ton hingga dua puluh tahun mendatang."""


def test_a_page_says_who_where_and_when() -> None:
    article = article_in(raw_page("t", STORY))
    assert (article.lang, article.lang_note) == ("id", "")
    assert article.outlet is not None
    assert article.outlet.name == "Kabar.com"
    assert article.dateline == "Kabar.com"
    assert article.published is not None
    assert article.published.value == "2025-05-05"
    assert [b.role for b in article.blocks] == ["body", "body", "body", "readalso", "body"]


def test_a_lost_space_is_put_back_and_the_offsets_lead_home() -> None:
    article = article_in(raw_page("t", STORY))
    at = article.text.index("mengatakan")
    assert article.text[at - 1] == " "
    a, b = article.offsets.there(at, at + len("mengatakan"))
    assert STORY[a:b] == "mengatakan"


def test_a_dateline_of_an_agency_on_another_outlets_page_says_what_it_is_made_from() -> None:
    text = STORY.replace("Kabar.com - ", "Rawalaya (ANTARA) - ")
    assert article_in(raw_page("t", text, url="https://www.kompas.com/x")).derived_from == "ANTARA"
    assert article_in(raw_page("t", text, url="https://www.antaranews.com/x")).derived_from is None
    assert article_in(raw_page("t", STORY)).derived_from is None


def test_html_keeps_what_its_own_model_chose() -> None:
    page = (
        "<html><body><article>" + "".join(f"<p>{line}</p>" for line in STORY.split("\n")) + "</article></body></html>"
    )
    article = article_in(raw_page("t", page, media_type="text/html"))
    assert [b.role for b in article.blocks] == ["body", "body", "body", "readalso", "body"]
    at = article.text.index("mengatakan")
    a, b = article.offsets.there(at, at + len("mengatakan"))
    assert page[a:b] == "mengatakan"


def test_clean_text_keeps_every_line_and_its_headings() -> None:
    article = article_in(raw_page("t", "Berita Terkait\n\xa0Jalan dibuka.\nTerpopuler", clean=True))
    assert [b.role for b in article.blocks] == ["body"] * 3


def test_what_is_given_goes_before_what_is_guessed() -> None:
    given = Given(title="Jembatan Dibuka", published="2025-05-06T10:00:00Z", lang="id")
    article = article_in(raw_page("t", STORY, url="https://news.detik.com/x", given=given))
    assert article.headline == "Jembatan Dibuka"
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2025-05-06", "given")
    assert article.outlet is not None
    assert article.outlet.name == "detikcom"


def _refused(text: str) -> str:
    with pytest.raises(BadInput) as caught:
        article_in(raw_page("t", text))
    return caught.value.reason


def test_pages_without_an_article_are_refused_with_their_reason() -> None:
    assert _refused("  \n ") == "empty"
    assert _refused("404 Not Found\nnginx") == "error-page"
    assert _refused("Maaf, halaman tidak ditemukan\nKembali ke beranda") == "error-page"
    assert _refused("We value your privacy\nWe use cookies to show you this site.\nAccept all cookies") == "cookie-wall"
    assert _refused("Jembatan Dibuka\nArtikel ini khusus pelanggan\nMasuk") == "paywall"
    assert _refused("\n".join(f"• Jalan Nomor {i} Kini Dibuka Lagi" for i in range(40))) == "index"
    assert _refused("Jembatan Lama\nFoto 1 dari 4\nFoto 2 dari 4\nFoto 3 dari 4\nFoto 4 dari 4") == "gallery"


def test_a_short_article_is_an_article() -> None:
    assert article_in(raw_page("t", "Jalan di Rawalaya dibuka, kata wali kota.")).text


def test_a_full_article_about_a_paywall_is_read() -> None:
    text = STORY + "\nMedia itu menulis subscribe to continue reading di halaman depannya." + "\n" + STORY
    assert article_in(raw_page("t", text)).lang == "id"


@pytest.mark.parametrize(
    ("text", "lang", "note"),
    [
        ("Pemerintah kota membuka kembali jembatan lama karena warga tidak bisa menyeberang, kata wali kota itu.", "id", ""),
        ("The city opened the old bridge again because people could not cross the river, the mayor said on Monday.", "en", ""),
        ("Kerajaan negeri membuka semula jambatan lama kerana penduduk tidak boleh menyeberang, menurut polis dan syarikat itu, bahawa mesyuarat diadakan Khamis.", "other", ""),
        ("Город открыл старый мост, потому что люди не могли перейти реку, сказал мэр в понедельник.", "other", ""),
        ("La ville a rouvert le vieux pont lundi, car les habitants ne pouvaient plus traverser la rivière.", "other", ""),
        ("", "other", "short"),
    ],
)  # fmt: skip
def test_languages(text: str, lang: str, note: str) -> None:
    assert language_of(text) == (lang, note)


def test_a_tag_settles_only_a_short_text() -> None:
    assert language_of("Sutiyoso.", "id") == ("id", "short")
    assert (
        language_of("The city opened the old bridge again because people could not cross the river there.", "id")[0]
        == "en"
    )


def test_a_text_in_two_languages_is_said_to_be_mixed() -> None:
    one = "Pemerintah kota membuka kembali jembatan lama karena warga tidak bisa menyeberang sungai itu. " * 8
    two = (
        "The city opened the old bridge again because people could not cross the river, the mayor said on Monday. " * 8
    )
    assert language_of(one + two) == ("id", "mixed")


def test_near_words_stand_in_their_examples() -> None:
    for row in table(folder("saksi.lang") / "near.tsv", NearRow):
        assert row.form in row.example.casefold().replace(".", " ").replace(",", " ").split()


def test_outlets_by_name_alias_and_address() -> None:
    assert is_outlet("Kompas.com")
    assert is_outlet("The Guardian")
    assert not is_outlet("Kantor Wali Kota")
    named = outlet_named("agence france-presse")
    assert named is not None
    assert (named.name, named.kind) == ("AFP", "wire")
    at = outlet_at("https://wartakota.tribunnews.com/2025/06/09/x")
    assert at is not None
    assert at.name == "Warta Kota"
    assert outlet_at("https://nasional.kompas.com/read/1") == outlet_named("Kompas")
    assert outlet_at("https://unknown.example/") is None
    assert outlet_at("http://[bad") is None


def test_outlet_rows_do_not_clash() -> None:
    rows = outlet_rows()
    names = [row.name.casefold() for row in rows]
    assert len(names) == len(set(names))
    domains = [row.domain for row in rows if row.domain]
    assert len(domains) == len(set(domains))
    assert len(rows) >= 150
