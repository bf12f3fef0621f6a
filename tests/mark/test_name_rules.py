"""The small steps of the names room, each by itself."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from saksi.mark.identity import is_short_of
from saksi.mark.name_definitions import bracketed_after, definitions_in
from saksi.mark.name_features import features_at, pair_class, shape
from saksi.mark.name_lexicon import lexicon
from saksi.mark.name_model import LABELS, tagger
from saksi.mark.name_tokens import TOKEN, tokens_of


def definition(text: str) -> tuple[str, str] | None:
    words = TOKEN.findall(text)
    found = definitions_in(words)
    if not found:
        return None
    d = found[0]
    return " ".join(words[d.long_start : d.long_end]), " ".join(words[d.short_start : d.short_end])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kata Badan Pengawas Air (BPA) kemarin", ("Badan Pengawas Air", "BPA")),
        (
            "Direktorat Jenderal Kebudayaan Daerah (Ditjen Kebuda)",
            ("Direktorat Jenderal Kebudayaan Daerah", "Ditjen Kebuda"),
        ),
        ("Wawan (35) datang", None),
        ("Selasa (10/5/2025)", None),
        ("hujan lebat (BMKG)", None),
    ],
)
def test_definitions(text, found):
    assert definition(text) == found


def test_bracket_after_a_name_defines_whatever_its_letters():
    words = TOKEN.findall("Direktorat Intelijen Utama (HUR) melaporkan")
    found = bracketed_after(words, 0, 3)
    assert found is not None
    assert words[found.short_start : found.short_end] == ["HUR"]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Budi", "Xx"),
        ("KPK", "XX"),
        ("NASDEM", "XXX"),
        ("di", "x"),
        ("detikJateng", "xX"),
        ("12", "0"),
        ("2x", "0x"),
        ("B", "X"),
    ],
)
def test_shapes(word, form):
    assert shape(word) == form


def test_marks_between_letters_are_told_from_marks_at_the_end():
    text = "Suara.com pro-Iran. Ya."
    words = tokens_of(text, [(0, len(text))]).words
    assert words == ["Suara", "_.", "com", "pro", "_-", "Iran", ".", "Ya", "."]


def test_sentence_without_an_end_runs_on():
    text = "Otoritas\nIran\nmenutup jalan.\nWarga protes."
    spans = [(0, 8), (9, 13), (14, 28), (29, 42)]
    assert len(tokens_of(text, spans).firsts) == 2


def test_features_of_the_edge():
    words = lexicon("id")
    assert features_at("", words, -1) == ["-1|edge"]
    assert pair_class("", words) == "<edge>"


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        (("Berezin",), ("Anatoly", "Berezin"), True),
        (("Wira",), ("Wiranegara", "Lubis"), True),
        (("Ani",), ("Anita", "Rahma"), False),
        (("Rahma", "Anita"), ("Anita", "Rahma"), False),
    ],
)
def test_short_names(short, full, same):
    assert is_short_of(short, full) is same


def test_best_labels_and_chances_agree_with_each_other():
    model = tagger("id")
    assert model is not None
    text = "Budi Santoso tiba di Surabaya. Ia bertemu Siti Rahma dari KPK."
    tokens = tokens_of(text, [(0, 30), (31, len(text))])
    scores = model.scores(tokens)
    chances = model.chances(scores, tokens.firsts)
    assert np.allclose(chances.sum(1), 1, atol=1e-4)
    labels = model.labels(scores, tokens.firsts)
    for before, after in pairwise(labels):
        if LABELS[after].startswith("I-"):
            assert LABELS[before][2:] == LABELS[after][2:]
    assert (chances.argmax(1) == labels).mean() > 0.9


def test_stretches_are_tagged_alone():
    model = tagger("id")
    assert model is not None
    one, two = "Budi Santoso tiba di Surabaya.", "Siti Rahma dari KPK menunggu."
    both = tokens_of(one + " " + two, [(0, len(one)), (len(one) + 1, len(one) + 1 + len(two))])
    alone = [model.scores(tokens_of(t, [(0, len(t))])) for t in (one, two)]
    assert np.allclose(model.scores(both), np.concatenate(alone), atol=1e-4)
