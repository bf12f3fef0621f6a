import pytest

from saksi.errors import BadInput
from saksi.intake.feeds import entries_in_feed, feeds_in_opml, looks_like_feed, looks_like_opml
from saksi.intake.sitemaps import looks_like_sitemap, sitemap_in

RSS = b"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Suara Kota</title><language>id</language>
<item><title>Pasar dibuka</title><link>https://a.example/1</link><pubDate>Mon, 02 Dec 2024 10:00:00 +0700</pubDate>
<content:encoded><![CDATA[<p>Pasar dibuka Senin.</p>]]></content:encoded></item>
<item><title>Tanpa alamat</title></item><item><link>file:///etc/passwd</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>S</title><entry><title>Satu</title>
<link href="https://a.example/2"/><updated>2024-12-02T03:00:00Z</updated></entry></feed>"""
JSON = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "S", "language": "id", "items": [5, {"id": "x"},
{"url": "https://a.example/3", "title": "Tiga", "content_html": "<p>Isi.</p>", "date_published": "2024-12-02T03:00:00Z"}]}"""


def test_rss():
    (entry,) = entries_in_feed(RSS)
    assert (entry.url, entry.title, entry.published) == ("https://a.example/1", "Pasar dibuka", "2024-12-02T03:00:00Z")
    assert (entry.lang, entry.outlet, entry.html) == ("id", "Suara Kota", "<p>Pasar dibuka Senin.</p>")


def test_atom_and_json():
    assert [e.url for e in entries_in_feed(ATOM)] == ["https://a.example/2"]
    (entry,) = entries_in_feed(JSON)
    assert (entry.url, entry.outlet, entry.html) == ("https://a.example/3", "S", "<p>Isi.</p>")


def test_a_feed_that_breaks_off_gives_what_stands_before():
    assert [e.url for e in entries_in_feed(RSS[: RSS.index(b"<item><title>Tanpa")])] == ["https://a.example/1"]


@pytest.mark.parametrize("data", [b"<html></html>", b"words", b'{"items": 5}', b"{", b"\xff\x00"])
def test_no_feed(data):
    with pytest.raises(BadInput):
        entries_in_feed(data)


def test_opml():
    data = b"""<opml version="2.0"><body><outline text="x"><outline xmlUrl="https://a.example/rss"/></outline>
    <outline xmlUrl="https://a.example/rss"/><outline xmlUrl="javascript:x"/></body></opml>"""
    assert feeds_in_opml(data) == ("https://a.example/rss",)
    for bad in (b"<opml>", b"<rss/>", b""):
        with pytest.raises(BadInput):
            feeds_in_opml(bad)


BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"""


def test_entity_bombs_are_refused():
    with pytest.raises(BadInput):
        feeds_in_opml(BOMB + b"<opml><body>&b;</body></opml>")
    with pytest.raises(BadInput):
        sitemap_in(BOMB + b"<urlset><url><loc>&b;</loc></url></urlset>")


def test_sitemaps():
    data = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://a.example/1 </loc><news:news>
    <news:publication><news:name>Suara Kota</news:name><news:language>id</news:language></news:publication>
    <news:publication_date>2024-12-02</news:publication_date><news:title>Pasar</news:title></news:news></url>
    <url><loc>https://a.example/2</loc></url><url><loc>ftp://x</loc></url></urlset>"""
    first, second = sitemap_in(data).entries
    assert (first.url, first.title, first.published) == ("https://a.example/1", "Pasar", "2024-12-02")
    assert (first.outlet, first.lang, second.url) == ("Suara Kota", "id", "https://a.example/2")
    assert len(sitemap_in(data[: data.index(b"<url><loc>ftp")]).entries) == 2


def test_indexes_and_lists():
    data = b"<sitemapindex><sitemap><loc>https://a.example/s.xml.gz</loc></sitemap></sitemapindex>"
    assert sitemap_in(data).sitemaps == ("https://a.example/s.xml.gz",)
    assert [e.url for e in sitemap_in(b"https://a.example/1\nnot\nhttps://a.example/2\n").entries] == [
        "https://a.example/1", "https://a.example/2",
    ]  # fmt: skip
    for bad in (b"<html/>", b"", b"<urlset", b"<a>" * 10_000):
        with pytest.raises(BadInput):
            sitemap_in(bad)


def test_what_a_document_looks_like():
    assert looks_like_feed(RSS)
    assert looks_like_feed(ATOM)
    assert looks_like_feed(JSON)
    assert not looks_like_feed(b"<html><p>rss feed</p>")
    assert looks_like_opml(b"<?xml?><opml>")
    assert looks_like_sitemap(b"\xef\xbb\xbf<?xml?><urlset>")
