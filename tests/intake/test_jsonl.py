import gzip
import io
import json

import pytest
import zstandard

from saksi.intake import jsonl
from saksi.intake.files import pages_at
from saksi.intake.how import How
from saksi.model.pages import Dropped

GOOD = b'{"doc": "d%d", "text": "Satu dua tiga."}\n'


def read(data, folder=None):
    return list(jsonl.pages_in_jsonl(io.BytesIO(data), "x.jsonl", How(), folder))


def reasons(found):
    return [x.reason if isinstance(x, Dropped) else x.page.doc for x in found]


def test_one_bad_line_does_not_stop_the_rest():
    deep = b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    lines = [b'{"doc": "a", "text": "Satu."}', b"{broken", b"[1]", b"", b'{"doc": "e", "text": ""}', b'{"text": 5.5}',
             b"\xff\xfe\x00", deep, b'{"text": {"a": 1}}', b'{"id": 7, "text": "Dua."}', b'{"text": "Tiga."}']  # fmt: skip
    assert reasons(read(b"\n".join(lines))) == [
        "a", "bad-json", "bad-json", "empty", "bad-row", "bad-json", "bad-json", "bad-row", "7", "x.jsonl:11",
    ]  # fmt: skip


def test_what_a_row_says():
    row = {
        "doc": "a",
        "text": "Satu.",
        "url": "https://a.example/1",
        "title": "T",
        "published": "2025-01-02",
        "lang": "ind_Latn",
    }
    (page,) = read(json.dumps(row).encode())
    assert page.page.url == "https://a.example/1"
    assert (page.given.title, page.given.published, page.given.lang) == ("T", "2025-01-02", "id")


def test_lone_surrogates_and_nuls_are_mended():
    (page,) = read(rb'{"doc": "a", "text": "x \ud800 y \u0000 z"}')
    assert page.content == "x \ufffd y \ufffd z"


def test_html_inline_and_beside(tmp_path):
    (tmp_path / "h").mkdir()
    (tmp_path / "h" / "a.html.gz").write_bytes(gzip.compress(b"<p>Di berkas.</p>"))
    (tmp_path.parent / "secret.html").write_text("<p>rahasia</p>")
    rows = [{"doc": "a", "html": "h/a.html.gz"}, {"doc": "b", "html": "<p>Di baris.</p>"}, {"doc": "c", "html": "h/no.html"},
            {"doc": "d", "html": "../secret.html"}, {"doc": "e", "html": "/etc/hostname"}]  # fmt: skip
    found = read("\n".join(map(json.dumps, rows)).encode(), tmp_path)
    assert [x.content for x in found[:2]] == ["<p>Di berkas.</p>", "<p>Di baris.</p>"]
    assert reasons(found[2:]) == ["unreadable", "outside-folder", "outside-folder"]
    assert all(x.page.media_type == "text/html" for x in found[:2])


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_packed_files(tmp_path, pack):
    where = tmp_path / "a.jsonl.packed"
    where = where.with_name("a.jsonl.gz" if pack is gzip.compress else "a.jsonl.zst")
    where.write_bytes(pack(b"".join(GOOD % i for i in range(50))))
    assert len(list(pages_at(str(where)))) == 50


def test_a_truncated_file_gives_what_stands_before(tmp_path):
    where = tmp_path / "a.jsonl.gz"
    data = gzip.compress(b"".join(b'{"doc": "d%d", "text": "%d"}\n' % (i, i * i * 7919) for i in range(5000)))
    where.write_bytes(data[: len(data) // 2])
    found = list(pages_at(str(where)))
    assert len(found) > 100
    assert reasons(found)[-1] == "truncated"
    assert not any(isinstance(x, Dropped) for x in found[:-1])


def test_a_line_too_long_is_counted_and_passed(monkeypatch):
    monkeypatch.setattr(jsonl, "MAX_PAGE", 1000)
    data = b'{"doc": "a", "text": "Satu."}\n{"text": "' + b"x" * 5_000_000 + b'"}\n' + b'{"doc": "b", "text": "Dua."}'
    assert reasons(read(data)) == ["a", "too-large", "b"]


def test_a_line_of_50_mb():
    (page,) = read(b'{"doc": "a", "text": "' + b"Satu dua. " * 5_000_000 + b'"}')
    assert len(page.content) == 50_000_000


def test_memory_stays_small_on_a_long_stream():
    import tracemalloc

    class Endless(io.RawIOBase):
        left = 20_000

        def readable(self):
            return True

        def readinto(self, into):
            if self.left <= 0:
                return 0
            line = b'{"doc": "a", "text": "' + b"kata " * 200 + b'"}\n'
            self.left -= 1
            into[: len(line)] = line
            return len(line)

    tracemalloc.start()
    count = sum(1 for _ in jsonl.pages_in_jsonl(io.BufferedReader(Endless(), 4096), "x", How()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000  # 20 MB
    assert peak < 2_000_000
