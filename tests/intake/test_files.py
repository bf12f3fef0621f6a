import gzip
import io
import json
import os
import sys
import threading

import pytest
import zstandard

from saksi.intake.files import pages_at
from saksi.model.pages import Dropped

HTML = "<!doctype html><html><body><p>Bupati Ani membuka jembatan.</p></body></html>"


def read(path, **how):
    return list(pages_at(str(path), **how))


def reasons(found):
    return [x.reason if isinstance(x, Dropped) else "page" for x in found]


def stdin(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_text_stays_as_it_is(tmp_path):
    (tmp_path / "a.txt").write_bytes("Satu.\r\nDua “tiga”.\n".encode())
    (page,) = read(tmp_path / "a.txt", clean=True)
    assert page.content == "Satu.\r\nDua “tiga”.\n"
    assert (page.page.doc, page.page.media_type, page.clean) == ("a.txt", "text/plain", True)


def test_html_is_html_and_never_clean(tmp_path):
    (tmp_path / "a.htm").write_text(HTML)
    (page,) = read(tmp_path / "a.htm", clean=True, fast=True)
    assert (page.page.media_type, page.clean, page.fast) == ("text/html", False, True)


def test_a_folder_in_name_order_with_all_below(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("hidden")
    (tmp_path / "b" / "c.html.gz").write_bytes(gzip.compress(HTML.encode()))
    (tmp_path / "a.txt").write_text("satu")
    (tmp_path / "z.png").write_bytes(b"\x89PNG")
    (tmp_path / "e.txt").write_text("")
    (tmp_path / "p.txt").write_bytes(b"%PDF-1.4")
    found = read(tmp_path)
    docs = [x.page.doc if not isinstance(x, Dropped) else (x.doc, x.reason) for x in found]
    assert docs == ["a.txt", ("e.txt", "empty"), ("p.txt", "binary"), ("z.png", "unknown-format"), "b/c.html.gz"]


def test_what_is_not_there(tmp_path):
    assert reasons(read(tmp_path / "nothing.txt")) == ["unreadable"]
    assert reasons(read(tmp_path / "nothing.parquet")) == ["unreadable"]
    assert reasons(read("a\0b")) == ["unreadable"]


@pytest.mark.parametrize("data, kind", [
    (HTML.encode(), "text/html"), (HTML.encode("utf-16"), "text/html"), (b"Jakarta - Satu.", "text/plain"),
    (gzip.compress(HTML.encode()), "text/html"), (zstandard.compress(b"Satu dua."), "text/plain"),
    (b'{"doc": "x", "text": "Satu dua."}\n', "text/plain"), (b"{bukan json}", "text/plain"),
])  # fmt: skip
def test_standard_input_is_sniffed(monkeypatch, data, kind):
    stdin(monkeypatch, data)
    (page,) = read("-")
    assert page.page.media_type == kind


def test_a_pipe_that_has_a_name(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(gzip.compress(b'{"doc": "x", "text": "Satu."}\n')))
    writer.start()
    (page,) = read(pipe)
    writer.join()
    assert page.page.doc == "x"


def test_a_pipe_in_a_folder_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(read(tmp_path)) == ["unreadable"]


def test_truncated_gzip_says_so(tmp_path):
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(HTML.encode() * 50)[:-12])
    assert reasons(read(tmp_path / "a.html.gz")) == ["truncated"]


def test_json_documents(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"id": "x", "text": "Satu."}, indent=2))
    (tmp_path / "b.json").write_text(json.dumps([{"id": "y", "text": "Dua."}, 5]))
    (tmp_path / "c.json").write_text('{"id": "z", "text": "Tiga."}\n{"id": "w", "text": "Empat."}\n')
    found = read(tmp_path)
    assert reasons(found) == ["page", "page", "bad-json", "page", "page"]


def test_feeds_in_folders_are_not_fetched(tmp_path):
    (tmp_path / "a.rss").write_text(
        '<rss version="2.0"><channel><title>S</title><item><link>https://a.example/1</link></item></channel></rss>'
    )
    assert [(x.doc, x.reason) for x in read(tmp_path)] == [("https://a.example/1", "not-fetched")]


def test_xml_that_is_a_page(tmp_path):
    (tmp_path / "a.xml").write_text('<?xml version="1.0"?><html><body><p>Satu.</p></body></html>')
    (page,) = read(tmp_path / "a.xml")
    assert page.page.media_type == "text/html"
