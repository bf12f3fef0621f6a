import gzip
import io
import zlib

import pytest
import zstandard

from saksi.errors import BadInput
from saksi.intake.unpack import GZIP, opened, stream_of, unpacked, whole

DATA = b"Gubernur membuka pasar baru. " * 400


def raises(reason, call, *args):
    with pytest.raises(BadInput) as fault:
        call(*args)
    assert fault.value.reason == reason


def test_content_encodings():
    raw = zlib.compressobj(wbits=-15)
    assert unpacked(gzip.compress(DATA), "gzip") == DATA
    assert unpacked(zlib.compress(DATA), "deflate") == DATA
    assert unpacked(raw.compress(DATA) + raw.flush(), "deflate") == DATA
    assert unpacked(zstandard.compress(DATA), "zstd") == DATA
    assert unpacked(gzip.compress(zlib.compress(DATA)), "deflate, gzip") == DATA
    assert unpacked(DATA, None) == DATA
    assert unpacked(DATA, "identity") == DATA


def test_brotli():
    brotli = pytest.importorskip("brotli")
    assert unpacked(brotli.compress(DATA), "br") == DATA
    raises("too-large", unpacked, brotli.compress(b"a" * 9_000_000), "br", 1_000_000)


def test_a_header_that_lies():
    assert unpacked(DATA, "gzip") == DATA
    raises("unknown-coding", unpacked, DATA, "rot13")


def test_bombs_stop_at_the_limit():
    raises("too-large", unpacked, gzip.compress(b"\0" * 20_000_000), "gzip", 1_000_000)
    raises("too-large", unpacked, zstandard.compress(b"\0" * 20_000_000), "zstd", 1_000_000)
    nested = gzip.compress(gzip.compress(b"\0" * 20_000_000))
    raises("too-large", unpacked, nested, "gzip, gzip", 1_000_000)


def test_truncated_and_broken():
    raises("truncated", unpacked, gzip.compress(DATA)[:-20], "gzip")
    raises("bad-compression", unpacked, GZIP + b"\x08" + b"\xff" * 40, "gzip")
    packed = gzip.compress(DATA)
    raises("truncated", whole, stream_of(io.BytesIO(packed[:-30]), GZIP))


def test_files_by_their_first_bytes(tmp_path):
    for name, data in (("a", DATA), ("b", gzip.compress(DATA)), ("c", zstandard.compress(DATA))):
        (tmp_path / name).write_bytes(data)
        with opened(tmp_path / name) as stream:
            assert whole(stream) == DATA
    for where in (tmp_path / "nothing", tmp_path):
        with pytest.raises(BadInput, match="directory"), opened(where):
            pass
