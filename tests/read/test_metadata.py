import json

import pytest

from saksi.read.metadata import iso, said_in


def ld(**held):
    return f'<script type="application/ld+json">{json.dumps(held)}</script>'


def test_json_ld_comes_first():
    article = {
        "@type": ["NewsArticle"],
        "headline": "A &amp; <b>B</b>",
        "author": [{"@type": "Person", "name": "Citra"}, {"name": "Dedi"}],
        "datePublished": "2024-12-02T10:00:00+0700",
        "dateModified": "2024-12-03",
        "publisher": {"name": "Suara Kota"},
        "articleSection": ["Kota"],
        "isAccessibleForFree": "False",
        "inLanguage": "id-ID",
    }
    html = '<meta property="og:title" content="B"><meta name="author" content="X">'
    said = said_in(html + ld(**{"@graph": [{"@type": "WebPage", "name": "W"}, article]}))
    assert (said.title, said.authors, said.outlet) == ("A & B", ("Citra", "Dedi"), "Suara Kota")
    assert (said.published, said.modified) == ("2024-12-02T10:00:00+07:00", "2024-12-03")
    assert (said.section, said.paywalled, said.lang, said.kind) == ("Kota", True, "id-ID", "")


def test_meta_link_and_title():
    html = """<html lang=id><head><TITLE>Judul - Suara</TITLE><link rel="canonical" href="https://a.example/1">
    <meta content='Suara Kota' property='og:site_name'><meta name="pubdate" content="2024/12/02 10:00"></head>"""
    said = said_in(html)
    assert (said.title, said.url, said.outlet) == ("Judul - Suara", "https://a.example/1", "Suara Kota")
    assert (said.published, said.lang) == ("2024-12-02T10:00:00", "id")


def test_dates_in_elements():
    assert said_in('<time class="x" datetime="2024-12-02T10:00Z">2 jam lalu</time>').published == "2024-12-02T10:00:00Z"
    both = '<time datetime="2024-12-01">a</time><time pubdate datetime="2024-12-02">b</time>'
    assert said_in(both).published == "2024-12-02"
    assert said_in('<span itemprop="datePublished" content="2024-12-02">x</span>').published == "2024-12-02"
    several = '<time datetime="2024-12-01">a</time><time datetime="2024-12-02">b</time>'
    assert said_in(several, guess_date=False).published is None


@pytest.mark.parametrize(("words", "expected"), [
    ("2024-12-02", "2024-12-02"), ("20241202", "2024-12-02"), ("2024-12-02T10:11:12.345Z", "2024-12-02T10:11:12Z"),
    ("2024-12-02 10:11 +07:00", "2024-12-02T10:11:00+07:00"), ("2024-13-02", None), ("2024-02-31", None), ("1970-01-01", None),
    ("0001-01-01T00:00:00Z", None), ("Senin, 2 Desember", None), ("", None), ("2024120299", None),
])  # fmt: skip
def test_iso(words, expected):
    assert iso(words) == expected


@pytest.mark.parametrize("held", [
    "{", "[1, 2", "null", "5", '"x"', "{}", '{"@type": 5}', '{"@type": "NewsArticle", "author": 5}', "[" * 5000,
    '{"@type": "NewsArticle", "headline": {"a": 1}, "publisher": []}',
])  # fmt: skip
def test_broken_json_ld_is_passed_over(held):
    html = f'<title>Judul</title><script type="application/ld+json">{held}</script>'
    assert said_in(html, guess_date=False).title == "Judul"


@pytest.mark.parametrize(
    ("kind", "expected"), [("LiveBlogPosting", "liveblog"), ("ImageGallery", "gallery"), ("CollectionPage", "index")]
)
def test_kinds(kind, expected):
    assert said_in(ld(**{"@type": kind, "headline": "x"})).kind == expected


def test_the_article_s_text():
    body = said_in(ld(**{"@type": "Article", "articleBody": "<p>Satu.</p><p>Dua.</p>"})).body
    assert body.split() == ["Satu.", "Dua."]
