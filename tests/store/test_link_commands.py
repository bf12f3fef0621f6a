"""The commands on a store: link, story, claim, person, office; and compare on a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from saksi.cli import main
from saksi.store import schema as t
from saksi.store.keep import keep
from saksi.store.opened import opened
from tests.store.test_link_run import some


@pytest.fixture
def store(tmp_path: Path) -> str:
    where = str(tmp_path / "s.db")
    shelf = opened(where, create=True)
    keep(shelf, some())
    shelf.close()
    assert run("link", "--store", where).splitlines()[-1].startswith(str(len(some())))
    return where


def run(*words: str, fails: bool = False) -> str:
    done = CliRunner().invoke(main, words)
    assert (done.exit_code != 0) == fails, done.output
    return done.output


def ids(store: str) -> tuple[str, str]:
    shelf = opened(store)
    with shelf.reading() as connection:
        story = connection.execute(
            select(t.stories.c.story_id).where(t.stories.c.article_id == some()[0].article.id)
        ).scalar()
        claim = connection.execute(select(t.claims.c.id).order_by(t.claims.c.id)).scalar()
    shelf.close()
    return str(story), str(claim)


def test_a_story_and_a_claim(store: str) -> None:
    story, claim = ids(store)
    assert "independent origins" in run("story", story, "--store", store)
    assert json.loads(run("story", story, "--store", store, "--json"))["story"]["line"]["articles"] == 2
    assert "independent origins" in run("claim", claim, "--store", store)
    assert json.loads(run("claim", claim, "--store", store, "--json"))["origins"]["at_least"] >= 1


def test_what_is_not_there_is_said(store: str) -> None:
    for command in ("story", "claim", "person", "office"):
        assert "no such" in run(command, "tidak ada", "--store", store, fails=True)


def test_a_person(store: str) -> None:
    out = run("person", "Rudi Hartanto", "--store", store)
    assert "articles" in out


def test_comparing_files(tmp_path: Path) -> None:
    docs = tmp_path / "docs.jsonl"
    rows = [
        {"doc": r.article.doc, "text": r.article.text, "published": "2031-05-06", "title": r.article.headline}
        for r in some()
    ]
    docs.write_text("\n".join(json.dumps(r) for r in rows))
    found = [json.loads(line) for line in run("compare", "copies", str(docs), "--json").splitlines()]
    assert [{f["a"], f["b"]} for f in found] == [{"a1", "b1"}]
    stories = {
        r["doc"]: r["cluster"] for r in map(json.loads, run("compare", "stories", str(docs), "--json").splitlines())
    }
    assert stories["a1"] == stories["b1"] != stories["c1"]
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps({"id": "1", "a": "Rina Wulan", "b": "Rina Wulan", "schema": "Person"}))
    assert json.loads(run("compare", "names", str(pairs), "--json"))["score"] > 0.9
    asked = tmp_path / "asked.jsonl"
    asked.write_text(json.dumps({"query": "q", "text": "harga cabai"}))
    assert json.loads(run("compare", "claims", str(docs), str(asked), "--json"))["ranked"][0] == "c1"
    docs.write_text("no json")
    assert "not JSON" in run("compare", "copies", str(docs), fails=True)
