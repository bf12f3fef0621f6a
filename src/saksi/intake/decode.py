"""Bytes -> text, whatever the page says of its charset.

Source: WHATWG Encoding Standard (labels, and windows-1252 wherever a page says Latin-1); HTML Standard 13.2.3.2
(<meta>).
"""

from __future__ import annotations

import codecs
import re

from saksi.errors import BadInput

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"BZh",
    b"\xfd7zXZ", b"PAR1", b"RIFF", b"\x00\x00\x01\x00", b"OggS", b"ID3", b"\xd0\xcf\x11\xe0",
    b"7z\xbc\xaf", b"SQLite format",
)  # fmt: skip
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s{0,4}=\s{0,4}["']([A-Za-z0-9_.:-]{2,40})["']""")
_LATIN = {"iso8859-1", "latin-1", "ascii", "cp1252", "iso8859-15"}
_BROKEN = re.compile("[\ud800-\udfff\x00]")

HEAD = 4096  # bytes looked at for a declaration or a sign of UTF-16
GUESSED = 65_536  # bytes that the guesser sees: it is slow, and a page's charset shows early
MOST_BROKEN = 0.1  # share of characters that could not be decoded from which a page is not text
FEW_BROKEN = 0.01  # up to this share of bad bytes a page is UTF-8 with slips rather than another charset


def decoded(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of some bytes and the charset that was used.

    In: declared, what the server said, if it did.
    Out: no lone surrogates and no NULs (each becomes U+FFFD), else as it was.
    Raises: BadInput "empty", "binary", "bad-encoding".
    """
    if not data.strip():
        raise BadInput("nothing in it", reason="empty")
    for bom, charset in _BOMS:
        if data.startswith(bom):
            return _checked(data[len(bom) :].decode(charset, "replace"), charset)
    wide = _wide(data[:HEAD])
    if wide:
        return _checked(data.decode(wide, "replace"), wide)
    if data.startswith(_MAGIC) or data[:HEAD].count(0) > HEAD // 100:
        raise BadInput("not text", reason="binary")
    said = _named(declared) or _named(_declared(data))
    if said == "iso2022_jp" and b"\x1b" in data[:HEAD]:
        return _checked(data.decode(said, "replace"), said)
    try:
        return _checked(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as fault:
        if fault.start >= len(data) - 3 and fault.start > 0:  # cut off within its last character
            return _checked(data.decode("utf-8", "replace"), "utf-8")
    return _checked(*_guessed(data, said))


def declared_in(content_type: str | None) -> str | None:
    """The charset that a Content-Type header names."""
    found = re.search(r"charset\s{0,4}=\s{0,4}[\"']?([\w.:-]{2,40})", content_type or "", re.IGNORECASE)
    return found.group(1) if found else None


def mended(text: str) -> str:
    """The text without lone surrogates and NULs; each becomes U+FFFD, so that no offset moves."""
    return _BROKEN.sub("\ufffd", text) if _BROKEN.search(text) else text


def _declared(data: bytes) -> str | None:
    found = _META.search(data[:HEAD]) or _XML.search(data[:200])
    return found.group(1).decode("ascii") if found else None


def _named(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip()).name
    except LookupError:
        return None
    if name in {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "rot13", "utf-7"}:
        return None
    if not codecs.lookup(name)._is_text_encoding:  # noqa: SLF001  "hex", "zip" and the like are codecs too
        return None
    return "cp1252" if name in _LATIN else name


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has a NUL in every other byte."""
    if len(head) < 8:
        return None
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _guessed(data: bytes, said: str | None) -> tuple[str, str]:
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    beyond = sum(1 for c in loose[:GUESSED] if c > "\x7f" and c != "\ufffd")
    if broken <= max(1, len(loose) * FEW_BROKEN) and beyond > broken:
        return loose, "utf-8"
    if said and said not in {"utf-8", "cp1252"}:
        try:
            return data.decode(said), said
        except (UnicodeDecodeError, ValueError):
            pass
    if said == "cp1252" or _latin(data):
        return data.decode("cp1252", "replace"), "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:GUESSED]).best()
    charset = best.encoding if best else "cp1252"
    return data.decode(charset, "replace"), charset


def _latin(data: bytes) -> bool:
    """Whether the high bytes are few and stand as cp1252's quotation marks, dashes and accents do."""
    high = sum(data.count(bytes([b])) for b in (0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x85, 0xA0, 0xE9, 0xB0, 0xBD))
    all_high = sum(1 for b in data[:GUESSED] if b > 0x7F)
    return 0 < all_high <= min(len(data), GUESSED) * 0.15 and high >= all_high * 0.5


def _checked(text: str, charset: str) -> tuple[str, str]:
    text = mended(text)
    odd = text.count("\ufffd") + sum(text.count(chr(c)) for c in (*range(1, 9), *range(14, 32)) if c != 27)
    if odd > max(3, len(text) * MOST_BROKEN):
        raise BadInput(f"{odd} of {len(text)} characters cannot be decoded ({charset})", reason="bad-encoding")
    if not text.strip(" \t\r\n\ufeff\u200b"):
        raise BadInput("nothing in it", reason="empty")
    return text, charset
