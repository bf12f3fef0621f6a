import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest

from saksi.errors import BadInput
from saksi.intake.fetch import Fetcher, Fetching
from saksi.intake.files import pages_at
from saksi.model.pages import Dropped

PAGE = "<html><body><p>Wali kota “Ani” membuka taman.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    """A host that misbehaves in every way, one path each."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def give(self, body=b"", status=200, kind="text/html; charset=utf-8", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        site = self.server
        site.asked.append((self.path, time.monotonic(), dict(self.headers)))
        path = self.path.split("?")[0]
        page = PAGE.encode()
        try:
            if path == "/robots.txt":
                self.give(site.robots.encode(), site.robots_status, "text/plain", Location="/robots.txt")
            elif path == "/page":
                self.give(page, ETag='"v1"', Last_Modified="Mon, 02 Dec 2024 03:00:00 GMT")
            elif path == "/conditional":
                self.give(page, 304 if self.headers.get("If-None-Match") == '"v1"' else 200, ETag='"v1"')
            elif path == "/latin":
                self.give(PAGE.encode("cp1252"))
            elif path == "/slow":
                time.sleep(3)
                self.give(page)
            elif path == "/endless":
                self.send_response(200)
                self.end_headers()
                while True:
                    self.wfile.write(b"<p>lagi</p>" * 100)
            elif path == "/drip":
                self.send_response(200)
                self.end_headers()
                for _ in range(100):
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    time.sleep(0.1)
            elif path == "/huge":
                self.give(b"", Content_Length="999999999999")
            elif path == "/bomb":
                self.give(gzip.compress(b"\0" * 30_000_000), Content_Encoding="gzip")
            elif path == "/cut":
                self.give(gzip.compress(page * 50)[:-20], Content_Encoding="gzip")
            elif path == "/loop":
                self.give(b"", 302, Location="/loop")
            elif path == "/to":
                self.give(b"", 302, Location=self.path.split("?", 1)[1])
            elif path == "/nowhere":
                self.give(b"", 302, Location="http://[::bad")
            elif path == "/busy":
                site.busy += 1
                self.give(b"", 429, Retry_After="1") if site.busy == 1 else self.give(page)
            elif path == "/closed":
                self.give(b"", 503, Retry_After="86400")
            elif path == "/picture":
                self.give(b"\x89PNG", kind="image/png")
            elif path == "/rss":
                items = "".join(
                    f"<item><link>{site.base}{p}</link><title>J</title></item>" for p in ("/page", "/gone", "/page")
                )
                self.give(
                    f'<rss version="2.0"><channel><title>S</title>{items}</channel></rss>'.encode(), kind="text/xml"
                )
            elif path == "/map":
                self.give(f"<sitemapindex><sitemap><loc>{site.base}/map1</loc></sitemap></sitemapindex>".encode())
            elif path == "/map1":
                data = f"<urlset><url><loc>{site.base}/page</loc></url><url><loc>{site.base}/latin</loc></url></urlset>"
                self.give(gzip.compress(data.encode()), kind="application/gzip")
            else:
                self.give(b"", 404)
        except (BrokenPipeError, ConnectionResetError):
            pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    server.asked, server.busy, server.robots, server.robots_status = [], 0, "", 404
    server.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def fetcher(**settings):
    settings = {"pause": 0.0, "timeout": 1.0, "total": 5.0, "max_bytes": 1_000_000, "allow_loopback": True} | settings
    return Fetcher(Fetching(**settings))


def reason(site, path, **settings):
    with fetcher(**settings) as ours, pytest.raises(BadInput) as fault:
        ours.get(site.base + path)
    return fault.value.reason


def test_a_page(site):
    with fetcher(contact="redaksi@a.example") as ours:
        got = ours.get(site.base + "/page#part")
    assert got.data.decode() == PAGE
    assert (got.etag, got.modified) == ('"v1"', "Mon, 02 Dec 2024 03:00:00 GMT")
    assert [path for path, *_ in site.asked] == ["/robots.txt", "/page"]
    assert site.asked[-1][2]["User-Agent"] == "saksi/0.1 (+redaksi@a.example)"


def test_conditional(site):
    with fetcher() as ours:
        first = ours.get(site.base + "/conditional")
        with pytest.raises(BadInput) as fault:
            ours.get(site.base + "/conditional", etag=first.etag)
    assert fault.value.reason == "not-modified"


@pytest.mark.parametrize("path, expected", [
    ("/huge", "too-large"), ("/endless", "too-large"), ("/bomb", "too-large"), ("/cut", "truncated"), ("/loop", "redirects"),
    ("/slow", "too-slow"), ("/nowhere", "no-connection"), ("/gone", "http-404"), ("/to?file:///etc/passwd", "bad-url"),
    ("/to?ftp://a.example/", "bad-url"), ("/to?http://169.254.169.254/latest/meta-data/", "not-public"),
    ("/to?http://10.0.0.1/", "not-public"), ("/to?http://[fe80::1]/", "not-public"), ("/to?http://[::ffff:10.0.0.1]/", "not-public"),
])  # fmt: skip
def test_misbehaviour(site, path, expected):
    assert reason(site, path) == expected


def test_a_drip_ends_in_time(site):
    began = time.monotonic()
    assert reason(site, "/drip", total=0.6) == "too-slow"
    assert time.monotonic() - began < 3


def test_loopback_is_not_public_without_the_setting(site):
    assert reason(site, "/page", allow_loopback=False) == "not-public"
    assert not site.asked


def test_no_such_scheme_or_host():
    with fetcher() as ours:
        for url, expected in (
            ("file:///etc/passwd", "bad-url"),
            ("http://", "bad-url"),
            ("http://no-such-host.invalid/", "no-such-host"),
        ):
            with pytest.raises(BadInput) as fault:
                ours.get(url)
            assert fault.value.reason == expected


def test_robots(site):
    site.robots, site.robots_status = "User-agent: *\nDisallow: /page\n", 200
    assert reason(site, "/page") == "robots"
    assert [path for path, *_ in site.asked] == ["/robots.txt"]
    with fetcher(obey_robots=False) as ours:
        assert ours.get(site.base + "/page").data


def test_robots_that_fail(site):
    site.robots_status = 500
    assert reason(site, "/page") == "robots"
    site.robots_status = 302  # to itself: after five redirects there are no rules (RFC 9309)
    with fetcher() as ours:
        assert ours.get(site.base + "/page").data


def test_a_pause_between_two_pages(site):
    with fetcher(pause=0.3) as ours:
        ours.get(site.base + "/page")
        ours.get(site.base + "/latin")
    times = [when for _, when, _ in site.asked]
    assert all(b - a >= 0.29 for a, b in pairwise(times))


def test_crawl_delay_is_obeyed(site):
    site.robots, site.robots_status = "User-agent: *\nCrawl-delay: 0.4\n", 200
    with fetcher() as ours:
        ours.get(site.base + "/page")
    assert site.asked[1][1] - site.asked[0][1] >= 0.39


def test_retry_after(site):
    with fetcher() as ours:
        assert ours.get(site.base + "/busy").data.decode() == PAGE
    busy = [when for path, when, _ in site.asked if path == "/busy"]
    assert busy[1] - busy[0] >= 0.99
    assert reason(site, "/closed") == "http-503"


def test_pages_of_addresses(site):
    with fetcher() as ours:
        (page,) = pages_at(site.base + "/latin", fetcher=ours)
        assert (page.content, page.page.charset, page.page.media_type) == (PAGE, "cp1252", "text/html")
        assert page.page.fetched_at
        assert [x.reason for x in pages_at(site.base + "/picture", fetcher=ours)] == ["not-html"]


def told(found):
    return [x.reason if isinstance(x, Dropped) else x.page.url.rpartition("/")[2] for x in found]


def test_feeds_and_sitemaps(site, tmp_path):
    with fetcher() as ours:
        assert told(pages_at(site.base + "/rss", fetcher=ours)) == ["page", "http-404", "seen"]
        assert told(pages_at(site.base + "/map", fetcher=ours)) == ["page", "latin"]
        feed = tmp_path / "a.rss"
        feed.write_text(f'<rss version="2.0"><channel><item><link>{site.base}/page</link></item></channel></rss>')
        assert told(pages_at(str(feed), fetcher=ours)) == ["page"]
        opml = tmp_path / "a.opml"
        opml.write_text(f'<opml><body><outline xmlUrl="{site.base}/rss"/></body></opml>')
        assert told(pages_at(str(opml), fetcher=ours)) == ["page", "http-404", "seen"]


def test_without_a_fetcher_the_guard_stands(site):
    assert told(pages_at(site.base + "/page")) == ["not-public"]
