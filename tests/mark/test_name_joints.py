"""Marks inside and beside names, on sentences of our own."""

from __future__ import annotations

import pytest

from saksi.mark.name_edges import Found
from saksi.mark.name_joints import jointed, pairs_apart, without_bare
from saksi.mark.name_lexicon import lexicon
from saksi.mark.name_tokens import tokens_of


def after(text: str, found: list[tuple[str, str]], code: str) -> list[tuple[str, str]]:
    """The names of ``text`` after the joints, where the tagger found ``found``."""
    tokens = tokens_of(text, [(0, len(text))])
    names = []
    for kind, name in found:
        start = text.index(name)
        inside = [i for i, s in enumerate(tokens.starts) if start <= s < start + len(name)]
        names.append(Found(inside[0], inside[-1] + 1, kind))
    breaks = frozenset(i for i in range(1, len(tokens.words)) if "\n" in text[tokens.ends[i - 1] : tokens.starts[i]])
    known = lexicon(code)
    done = without_bare(tokens.words, pairs_apart(tokens.words, jointed(tokens.words, names, breaks, known)), known)
    return [(n.kind, text[tokens.starts[n.start] : tokens.ends[n.end - 1]]) for n in done]


@pytest.mark.parametrize(
    ("code", "text", "found", "right"),
    [
        ("en", "Saturn's Enceladus is icy", [("LOC", "Saturn's Enceladus")], [("LOC", "Saturn"), ("LOC", "Enceladus")]),
        ("en", "at St. Mary's Hospital today", [("LOC", "St. Mary's Hospital")], [("LOC", "St. Mary's Hospital")]),
        ("en", "wrote R.K. Dorsey today", [("LOC", "R.K"), ("PER", "Dorsey")], [("PER", "R.K. Dorsey")]),
        ("en", "wrote R.K. Merck today", [("LOC", "R.K.")], [("PER", "R.K. Merck")]),
        ("en", "in N.Y. House prices rose", [("LOC", "N.Y.")], [("LOC", "N.Y.")]),
        ("id", "film Laskar Senja laris", [("PER", "film Laskar Senja")], [("PER", "film Laskar Senja")]),
        ("id", "koleksi Film Laskar Senja", [("PER", "Film Laskar Senja")], []),
        ("en", "met Ann Holt\n• Timeline", [("PER", "Ann Holt\n• Timeline")], [("PER", "Ann Holt"), ("PER", "Timeline")]),
        ("en", "in Dayton, Tenn., he said", [("LOC", "Dayton")], [("LOC", "Dayton"), ("LOC", "Tenn.")]),
        ("en", "shot on Alder Weir Road, he said", [], [("LOC", "Alder Weir Road")]),
        ("en", "shot in Alder County, he said", [("ORG", "Alder County")], [("LOC", "Alder County")]),
        ("en", "the Alder County Sheriff said", [], []),
        ("en", "the Boer War began", [("ORG", "Boer War")], []),
        ("en", "the Canadian team", [("LOC", "Canadian")], []),
        ("id", "kata Pemerintah Mesir kemarin", [("ORG", "Pemerintah Mesir")], [("LOC", "Mesir")]),
        ("id", "kata Pemerintah Kabupaten Jepara", [("LOC", "Kabupaten Jepara")], [("ORG", "Pemerintah Kabupaten Jepara")]),
        ("id", "yakni RD alias T (otak)", [], [("PER", "RD"), ("PER", "T")]),
        ("id", "tulis KABARKITA. COM, Tegal", [("LOC", "Tegal")], [("ORG", "KABARKITA. COM"), ("LOC", "Tegal")]),
        ("id", "tulis Kabarkita.co di situsnya", [], [("ORG", "Kabarkita.co")]),
        ("id", "senilai 2 juta dolar AS kemarin", [("LOC", "AS")], []),
        ("id", "ANTARA FOTO / Rina Mala", [("ORG", "ANTARA FOTO / Rina Mala")], [("ORG", "ANTARA FOTO"), ("ORG", "Rina Mala")]),
        (
            "id",
            "Budi Sapto hadir. Foto Rina Mala Budi Sapto",
            [("PER", "Budi Sapto"), ("PER", "Rina Mala Budi Sapto")],
            [("PER", "Budi Sapto"), ("PER", "Rina Mala"), ("PER", "Budi Sapto")],
        ),
    ],
)  # fmt: skip
def test_joints(code, text, found, right):
    assert after(text, found, code) == right


def test_sentence_end_is_no_initial():
    assert after("plan B. Dorsey left", [("PER", "Dorsey")], "id") != [("PER", "Dorsey left")]


def test_everyday_words_only_where_a_dictionary_is():
    assert lexicon("en").everyday("House") == "y"
    assert lexicon("en").everyday("Netflix") == "n"
    assert lexicon("en").everyday("house") == ""
    assert lexicon("id").everyday("House") == ""


def test_places_with_small_words_inside():
    words = ["in", "Rio", "de", "Janeiro", "and", "Lima"]
    codes = lexicon("en").codes_of(words)
    assert [c[:2] for c in codes] == ["", "B-", "I-", "I-", "", "B-"]
