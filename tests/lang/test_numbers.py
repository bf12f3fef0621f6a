"""Numbers in words and digits, as each language writes them."""

from __future__ import annotations

import pytest

from saksi.errors import BadPack
from saksi.lang.base import codes, pack
from saksi.lang.numbers import NumberWords, number_words


@pytest.mark.parametrize("code", codes())
def test_the_examples_of_a_pack_read_as_they_say(code: str) -> None:
    assert number_words(code).starts


def test_a_false_example_is_refused() -> None:
    facts = pack("id").numbers | {"examples": {"dua": [3, 3]}}
    with pytest.raises(BadPack):
        NumberWords(facts, "id")


@pytest.mark.parametrize(
    ("code", "text", "low", "high", "words"),
    [
        ("id", "dua ratus lima puluh ribu orang", 250_000, 250_000, 5),
        ("id", "tujuh kader", 7, 7, 1),
        ("id", "seratus satu", 101, 101, 2),
        ("id", "dua tiga orang", 2, 2, 1),
        ("id", "ratusan ribu warga", 100_000, 999_999, 2),
        ("id", "1.5 juta", 1_500_000, 1_500_000, 2),
        ("id", "3,600 dolar", 3.6, 3.6, 1),
        ("en", "one hundred and twenty three men", 123, 123, 5),
        ("en", "three and a half years", 3.5, 3.5, 4),
        ("en", "two and three", 2, 2, 1),
        ("en", "seventy - two homes", 72, 72, 3),
        ("en", "16.057 percent", 16.057, 16.057, 1),
    ],
)
def test_a_number_is_read_to_its_end(code: str, text: str, low: float, high: float, words: int) -> None:
    number = number_words(code).read(text.split(), 0)
    assert number is not None
    assert (number.low, number.high, number.end) == (low, high, words)


@pytest.mark.parametrize("text", ["300.2.2", "1.2.3.4", "12,34,56", "1,2,3"])
def test_what_is_no_number(text: str) -> None:
    assert number_words("id").value(text) is None
