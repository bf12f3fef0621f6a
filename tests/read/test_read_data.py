"""The reader on the shared data: what must hold on every run."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from saksi.model.pages import BODY, Given
from saksi.model.raw import raw_page
from saksi.read.article import article_in

pytestmark = pytest.mark.data


def pages(folder: Path) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    def read(name: str) -> list[dict[str, Any]]:
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    docs = {d["doc"]: d for d in read("docs.jsonl.gz")}
    return [(docs[g["doc"]], g) for g in read("gold.jsonl.gz")]


def roles_on(doc: dict[str, Any], gold: dict[str, Any]) -> list[tuple[str, str]]:
    """Gold and given role of each line that is not blank."""
    given = Given(title=doc["title"], published=None, lang=doc["lang"])
    article = article_in(raw_page(doc["doc"], doc["text"], url=doc["url"], given=given))
    mine = [(*article.offsets.there(b.start, b.end), b.role) for b in article.blocks]
    out = []
    for line in gold["lines"]:
        if doc["text"][line["start"] : line["end"]].strip():
            shared = [(min(line["end"], e) - max(line["start"], s), role) for s, e, role in mine]
            size, role = max(shared, default=(0, ""))
            out.append((line["role"], role if size > 0 else ""))
    return out


def test_the_seed_page_is_read_right_line_by_line(data: Path) -> None:
    for doc, gold in pages(data / "record-seed"):
        assert all(g == r or {g, r} <= BODY for g, r in roles_on(doc, gold))


def test_the_seed_page_is_of_the_day_that_its_weekday_proves(data: Path) -> None:
    (doc, _), *_ = pages(data / "record-seed")
    article = article_in(raw_page("seed", doc["text"]))
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2024-12-02", "weekday")
    assert article.outlet is not None
    assert article.outlet.name == "Suara"


@pytest.mark.slow
def test_clean_text_stays_clean(data: Path) -> None:
    """On lines-aeb, render trafr, the reader is no worse than calling every line body."""
    right = said = all_body = lines = 0
    for doc, gold in pages(data / "lines-aeb"):
        if gold["render"] != "trafr":
            continue
        for g, r in roles_on(doc, gold):
            lines += 1
            all_body += g in BODY
            said += r in BODY
            right += g in BODY and r in BODY
    assert 2 * right / (said + all_body) >= 2 * all_body / (lines + all_body)


def test_no_page_with_an_article_is_refused(data: Path) -> None:
    for name in ("lines-idns-dev", "record-dev", "record-en-dev"):
        for doc, _ in pages(data / name):
            assert article_in(raw_page(doc["doc"], doc["text"])).text
