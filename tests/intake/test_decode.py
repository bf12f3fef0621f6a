import codecs

import pytest

from saksi.errors import BadInput
from saksi.intake.decode import declared_in, decoded, mended

WORDS = "Menteri “Ani” berkata – harga beras naik 5 persen di Cirebon. Café, naïve."


@pytest.mark.parametrize("bom, charset", [
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
])  # fmt: skip
def test_a_mark_decides(bom, charset):
    assert decoded(bom + WORDS.encode(charset)) == (WORDS, charset)


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(charset):
    assert decoded(WORDS.encode(charset)) == (WORDS, charset)


def test_utf8_wins_over_a_wrong_declaration():
    assert decoded(WORDS.encode(), "iso-8859-1") == (WORDS, "utf-8")


def test_latin1_means_windows_1252():
    html = '<html><head><meta charset="iso-8859-1"></head>' + WORDS
    assert decoded(html.encode("cp1252")) == (html, "cp1252")


def test_windows_1252_that_nobody_declares():
    assert decoded((WORDS * 5).encode("cp1252")) == (WORDS * 5, "cp1252")


def test_windows_1252_that_says_it_is_utf8():
    assert decoded((WORDS * 5).encode("cp1252"), "utf-8")[0] == WORDS * 5


def test_declared_cyrillic():
    text = "Министр сообщил, что цены выросли на пять процентов." * 4
    assert decoded(text.encode("cp1251"), "windows-1251") == (text, "cp1251")
    assert decoded(text.encode("koi8-r"), "no-such-charset")[0] == text


def test_utf8_with_a_slip_stays_utf8():
    data = (WORDS * 20).encode() + b"\xff\xfe akhir"
    text, charset = decoded(data)
    assert charset == "utf-8"
    assert "“Ani”" in text
    assert text.endswith("akhir")


@pytest.mark.parametrize("data, reason", [
    (b"", "empty"), (b" \n\t ", "empty"), (b"\xef\xbb\xbf ", "empty"), (b"%PDF-1.7 and so on", "binary"),
    (b"\x89PNG\r\n\x1a\n", "binary"), (b"word\0" * 100, "binary"), (bytes(range(1, 9)) * 50, "bad-encoding"),
])  # fmt: skip
def test_what_is_no_text_has_a_reason(data, reason):
    with pytest.raises(BadInput) as fault:
        decoded(data)
    assert fault.value.reason == reason


def test_no_codec_that_is_no_charset():
    assert decoded(b"plain words", "hex")[0] == "plain words"
    assert decoded(b"plain w\xe9rds and some more", "rot13")[1] == "cp1252"


def test_mended_moves_no_offset():
    assert mended("a\ud800b\0c") == "a\ufffdb\ufffdc"


def test_charset_of_a_header():
    assert declared_in('text/html; charset="UTF-8"') == "UTF-8"
    assert declared_in("text/html") is None
    assert declared_in(None) is None
