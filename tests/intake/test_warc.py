import gzip
import zlib

import pytest

from saksi.intake.files import pages_at
from saksi.model.pages import Dropped

PAGE = "<html><head><meta charset=utf-8></head><body><p>Gubernur “Ani” datang.</p></body></html>".encode()


def record(kind, body, uri="https://a.example/1", content="application/http; msgtype=response", **more):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uri[-1]}>\r\nWARC-Date: 2025-01-02T03:04:05Z\r\n"
    )
    head += f"WARC-Target-URI: {uri}\r\nContent-Type: {content}\r\n"
    head += "".join(f"{k}: {v}\r\n" for k, v in more.items()) + f"Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def answer(body, status="200 OK", kind="text/html", **headers):
    lines = "".join(f"{k.replace('_', '-')}: {v}\r\n" for k, v in headers.items())
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{lines}\r\n".encode() + body


def read(tmp_path, data, name="a.warc"):
    (tmp_path / name).write_bytes(data)
    return list(pages_at(str(tmp_path / name)))


def told(found):
    return [x.reason if isinstance(x, Dropped) else x.content for x in found]


def test_codings(tmp_path):
    chunked = b"10\r\n" + PAGE[:16] + b"\r\n" + f"{len(PAGE) - 16:x}\r\n".encode() + PAGE[16:] + b"\r\n0\r\n\r\n"
    data = b"".join([
        record("warcinfo", b"software: x\r\n", content="application/warc-fields"),
        record("request", b"GET / HTTP/1.1\r\n\r\n", content="application/http; msgtype=request"),
        record("response", answer(PAGE)),
        record("response", answer(gzip.compress(PAGE), Content_Encoding="gzip")),
        record("response", answer(zlib.compress(PAGE), Content_Encoding="deflate")),
        record("response", answer(chunked, Transfer_Encoding="chunked")),
        record("response", answer(PAGE, Transfer_Encoding="chunked")),
        record("response", answer(PAGE, Content_Encoding="gzip")),
    ])  # fmt: skip
    found = read(tmp_path, data)
    assert told(found) == [PAGE.decode()] * 6
    assert (found[0].page.url, found[0].page.fetched_at) == ("https://a.example/1", "2025-01-02T03:04:05Z")
    assert told(read(tmp_path, gzip.compress(data), "b.warc.gz")) == [PAGE.decode()] * 6


def test_a_gzip_member_a_record(tmp_path):
    data = b"".join(gzip.compress(record("response", answer(PAGE))) for _ in range(5))
    assert told(read(tmp_path, data, "a.warc.gz")) == [PAGE.decode()] * 5
    assert told(read(tmp_path, data[:-30], "b.warc.gz"))[:4] == [PAGE.decode()] * 4
    assert told(read(tmp_path, data[:-30], "b.warc.gz"))[-1] in {"truncated", "bad-warc"}


def test_reasons(tmp_path):
    data = b"".join([
        record("response", answer(b"gone", status="404 Not Found")),
        record("response", answer(b"\x89PNG", kind="image/png")),
        record("response", answer(b"")),
        record("response", answer(gzip.compress(PAGE * 99)[:-9], Content_Encoding="gzip")),
        record("response", answer(gzip.compress(b"a" * 30_000_000), Content_Encoding="gzip")),
        record("response", answer(PAGE)),
    ])  # fmt: skip
    assert told(read(tmp_path, data)) == ["http-404", "not-html", "empty", "truncated", "too-large", PAGE.decode()]


def test_wet(tmp_path):
    (page,) = read(tmp_path, record("conversion", b"Judul\nGubernur datang.", content="text/plain"), "a.warc.wet")
    assert (page.content, page.page.media_type) == ("Judul\nGubernur datang.", "text/plain")


@pytest.mark.parametrize(
    "data", [b"", b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: nonsense\r\n\r\nxx", b"rubbish" * 500]
)
def test_rubbish_has_a_reason(tmp_path, data):
    found = read(tmp_path, data)
    assert found
    assert all(isinstance(x, Dropped) for x in found)


def test_a_broken_record_between_good_ones(tmp_path):
    good = record("response", answer(PAGE))
    found = told(
        read(tmp_path, good + b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nxx\r\n\r\n" + good)
    )
    assert found[0] == PAGE.decode()
