"""Records: spans lie in their text, ids are stable and checked, encode and decode is the identity."""

from __future__ import annotations

import pickle

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.errors import BadInput, BadPack, BrokenRecord, SaksiError
from saksi.model.frozen import content_id, replace
from saksi.model.marks import Figure, Timex
from saksi.model.pages import Article, Block, Page
from saksi.model.spans import OffsetMap, Span

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(words, st.integers(0, 40), st.integers(0, 40))
def test_a_span_carries_its_words(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    span = Span.of(text, start, end)
    assert span.text == text[span.start : span.end]
    assert msgspec.json.decode(msgspec.json.encode(span), type=Span) == span


def test_a_span_that_is_not_as_long_as_its_words_is_refused() -> None:
    with pytest.raises(BrokenRecord):
        Span(start=0, end=3, text="ab")


def test_records_are_frozen_and_closed() -> None:
    span = Span.of("abc", 0, 1)
    with pytest.raises(AttributeError):
        span.start = 2  # type: ignore[misc]
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"start":0,"end":1,"text":"a","colour":"red"}', type=Span)


@given(words, st.floats(0, 1e12), st.floats(0, 1e12))
def test_ids_are_made_from_what_is_said_and_survive_a_round_trip(text: str, low: float, high: float) -> None:
    def make() -> Figure:
        span = Span.of(text, 0, len(text))
        return Figure(article_id="a", span=span, low=low, high=high, unit="orang", measure="killed")

    first, second = make(), make()
    assert first.id == second.id
    assert msgspec.json.decode(msgspec.json.encode(first), type=Figure) == first
    assert msgspec.json.encode(first) == msgspec.json.encode(second)


def test_an_id_that_is_not_the_records_is_refused() -> None:
    with pytest.raises(BrokenRecord):
        Timex(id="timex-00", type="DATE", value="2024-12-02", basis="explicit")


def test_parts_of_an_id_do_not_run_together() -> None:
    assert content_id("x", "a.b", "c") != content_id("x", "a", "b.c")


def test_replace_makes_a_new_id() -> None:
    one = Timex(type="DATE", value="2024-12-02", basis="weekday")
    two = replace(one, value="2019-12-02")
    assert (one.value, two.value) == ("2024-12-02", "2019-12-02")
    assert one.id != two.id


def test_whole_numbers_and_fractions_of_one_value_make_one_id() -> None:
    def make(n: float) -> Figure:
        return Figure(article_id="a", span=Span.of("tiga", 0, 4), low=n, high=n, unit="orang", measure="killed")

    assert make(3).id == make(3.0).id


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(1, 5)), max_size=8), st.data())
def test_offset_maps_lead_there_and_back(gaps: list[tuple[int, int, int]], draw: st.DataObject) -> None:
    runs, here, there = [], 0, 0
    for skip_here, skip_there, length in gaps:
        here, there = here + skip_here, there + skip_there
        runs.append((here, there, length))
        here, there = here + length, there + length
    offsets = OffsetMap(runs=tuple(runs))
    if not runs:
        assert offsets.there(3, 5) == (3, 5)
        return
    h, t, n = draw.draw(st.sampled_from(runs))
    assert offsets.there(h, h + n) == (t, t + n)
    assert offsets.here(t, t + n) == (h, h + n)
    a = draw.draw(st.integers(0, here))
    b = draw.draw(st.integers(a, here))
    x, y = offsets.there(a, b)
    assert 0 <= x <= y <= there


def test_offset_maps_that_do_not_ascend_are_refused() -> None:
    with pytest.raises(BrokenRecord):
        OffsetMap(runs=((0, 0, 5), (3, 9, 2)))


def test_blocks_must_lie_in_the_text_in_order() -> None:
    page = Page(doc="d", digest="0", size=1)
    with pytest.raises(BrokenRecord):
        Article(page_id=page.id, doc="d", lang="id", text="abc", blocks=(Block(start=0, end=9, role="body"),))


@pytest.mark.parametrize(
    "error", [BadInput("gone", reason="empty"), BadPack("bad", file="x.tsv", line=3), SaksiError("x", a=1)]
)
def test_errors_pickle(error: SaksiError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.values, again.code) == (type(error), str(error), error.values, error.code)
