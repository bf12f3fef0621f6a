"""Quotation marks as pages type them."""

from __future__ import annotations

import pytest

from saksi.attribute.passages import Passage
from saksi.attribute.quotes import quotes_in


def quoted(*lines: str) -> list[str]:
    text, passages, at = "\n".join(lines), [], 0
    for line in lines:
        passages.append(Passage(stretches=((at, at + len(line)),)))
        at += len(line) + 1
    return [text[slice(*q.inner)] for _, found in quotes_in(text, passages) for q in found]


@pytest.mark.parametrize(
    "text",
    [
        '"Air naik," kata Budi.',
        "“Air naik,” kata Budi.",
        '"Air naik,” kata Budi.',
        "”Air naik,” kata Budi.",
        "«Air naik,» kata Budi.",
        "''Air naik,'' kata Budi.",
        '" Air naik, " kata Budi.'.replace('" A', '"A').replace(', "', ',"'),
        'Budi berkata:"Air naik," lalu pergi.',
    ],
)
def test_marks(text: str) -> None:
    assert quoted(text) == ["Air naik,"]


def test_spaces_put_right() -> None:
    assert quoted('"Air naik, "ujarnya. "Kami pergi," katanya.') == ["Air naik, ", "Kami pergi,"]


def test_two_in_a_line() -> None:
    assert quoted("“Air naik,” kata Budi. “Kami pergi.”") == ["Air naik,", "Kami pergi."]


def test_over_paragraphs_closed_once() -> None:
    assert quoted('"Air naik.', 'Kami pergi," kata Budi.') == ["Air naik.\nKami pergi,"]


def test_over_paragraphs_opened_again() -> None:
    assert quoted("“Air naik.", "“Kami pergi,” kata Budi.") == ["Air naik.\n“Kami pergi,"]


def test_never_closed() -> None:
    assert quoted('"Air naik.', "Budi pergi.") == ["Air naik."]


def test_opening_mark_lost() -> None:
    assert quoted('Air naik," kata Budi.') == ["Air naik,"]


def test_apostrophes_are_no_marks() -> None:
    assert quoted("Jum'at itu Ma'ruf datang ke rumah Nu'man.") == []


def test_single_marks() -> None:
    assert quoted("'Air sudah naik ke jalan,' kata Budi.") == ["Air sudah naik ke jalan,"]


def test_inches_do_not_swallow_the_page() -> None:
    found = quoted('Layar 6" itu pecah.', '"Air naik," kata Budi.')
    assert found[-1] == "Air naik,"
