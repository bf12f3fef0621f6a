"""The Python API: saksi.read, its cost, and that it gives the same bytes twice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import saksi
from saksi.errors import BadInput
from saksi.model.journal import Record


def spans_of(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        own = [value] if {"start", "end", "text"} == set(value) else []
        return own + [s for v in value.values() for s in spans_of(v)]
    if isinstance(value, list | tuple):
        return [s for v in value for s in spans_of(v)]
    return []


def test_every_span_of_every_sample_lies_in_its_article(samples: Path) -> None:
    for page in sorted(samples.glob("*.txt")):
        record = saksi.read(page.read_text(encoding="utf-8"))
        text = record.article.text
        for span in spans_of(msgspec.to_builtins(record)):
            assert text[span["start"] : span["end"]] == span["text"]


def test_two_runs_give_the_same_bytes(samples: Path) -> None:
    for page in sorted(samples.glob("*.txt")):
        text = page.read_text(encoding="utf-8")
        assert msgspec.json.encode(saksi.read(text)) == msgspec.json.encode(saksi.read(text))


def test_a_record_survives_a_round_trip(samples: Path) -> None:
    record = saksi.read((samples / "2-harianlintang-banjir.txt").read_text(encoding="utf-8"))
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record


def test_reading_twice_keeps_the_function() -> None:
    saksi.read("Menurut Budi, jalan itu dibuka.", lang="id", clean=True)
    assert callable(saksi.read)
    saksi.read("Menurut Budi, jalan itu dibuka.", lang="id", clean=True)


def test_nothing_to_read_is_bad_input() -> None:
    with pytest.raises(BadInput) as refused:
        saksi.read("  \n ")
    assert refused.value.reason == "empty"


@pytest.mark.parametrize("what", ["import saksi", "from saksi.cli import main"])
def test_importing_costs_little(what: str) -> None:
    code = f"import time; t = time.perf_counter(); {what}; print(time.perf_counter() - t)"
    spent = min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout) for _ in range(3)
    )
    assert spent < 0.3


def test_what_is_too_long_for_an_article_is_bad_input_and_quickly_so() -> None:
    with pytest.raises(BadInput) as refused:
        saksi.read("Budi mengatakan bahwa jalan dibuka. " * 40_000, lang="id")
    assert refused.value.reason == "too-long"


HEAVY = {
    "trafilatura",
    "lxml",
    "httpx",
    "pyarrow",
    "sqlalchemy",
    "rich",
    "py3langid",
    "htmldate",
    "resiliparse",
    "daft",
}


@pytest.mark.parametrize(("what", "heavy"), [("saksi", {*HEAVY, "numpy"}), ("saksi, saksi.flow.order", HEAVY)])
def test_importing_loads_nothing_that_is_not_used(what: str, heavy: set[str]) -> None:
    code = f"import sys, {what}; print(*sys.modules)"
    loaded = set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()
    )
    assert not heavy & loaded
