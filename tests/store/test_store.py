"""The store: idempotent, versioned, searchable, checked, and able to forget; on SQLite and, when given, PostgreSQL."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import MetaData, inspect, text

from saksi.errors import StoreError
from saksi.flow.order import record_of
from saksi.model.journal import Decision
from saksi.model.pages import Given
from saksi.model.raw import raw_page
from saksi.store import schema
from saksi.store.check import check
from saksi.store.forget import forget
from saksi.store.judge import decide, history, judge, standing, undo
from saksi.store.keep import keep
from saksi.store.opened import Shelf, opened
from saksi.store.read_back import record, records
from saksi.store.search import Question, articles, claims

BANJIR = 'Banjir bandang melanda Kota Bandung pada Senin (6/1/2025). "Air datang cepat," kata Wali Kota Bandung Surya Wibisana.'
GEMPA = "Gempa mengguncang Kota Ambon pada Selasa (7/1/2025). Menurut BMKG, gempa itu tidak berpotensi tsunami."


def rec(doc: str, text: str, url: str | None = None, title: str | None = None):
    return record_of(raw_page(doc, text, url=url, given=Given(title=title, lang="id"), clean=True))


@pytest.fixture(params=["sqlite", "postgresql"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shelf]:
    if request.param == "sqlite":
        made = opened(str(tmp_path / "s.db"), create=True)
        yield made
        made.close()
        return
    address = os.environ.get("SAKSI_TEST_POSTGRES")
    if not address:
        pytest.skip("SAKSI_TEST_POSTGRES is not set: the store's tests on PostgreSQL are left out")
    made = opened(address, create=True)
    with made.writing() as connection:
        connection.execute(
            text(
                "TRUNCATE " + ", ".join(t.name for t in schema.METADATA.sorted_tables if t.name != "meta") + ", search"
            )
        )
    yield made
    made.close()


def test_the_migrations_make_the_tables_of_the_schema(shelf: Shelf) -> None:
    made = MetaData()
    with shelf.engine.connect() as connection:
        made.reflect(bind=connection, only=lambda name, _: not name.startswith("search"))
        for table in schema.METADATA.sorted_tables:
            assert [c.name for c in made.tables[table.name].columns] == [c.name for c in table.columns]
            found = {i["name"] for i in inspect(connection).get_indexes(table.name)}
            assert {i.name for i in table.indexes} <= found


def test_adding_twice_keeps_once(shelf: Shelf) -> None:
    one = rec("a", BANJIR, url="https://x.example/a")
    first, second = keep(shelf, [one]), keep(shelf, [one])
    assert (first.new, first.known, second.new, second.known) == (1, 0, 0, 1)
    assert [r for _, r in records(shelf)] == [one]
    assert record(shelf, one.article.id) == one
    assert not list(check(shelf))


def test_a_changed_page_is_a_new_version_and_the_old_one_stays(shelf: Shelf) -> None:
    old, new = (
        rec("a", BANJIR, url="https://x.example/a"),
        rec("a", BANJIR + " Tiga orang tewas.", url="https://x.example/a"),
    )
    keep(shelf, [old])
    kept = keep(shelf, [new])
    assert kept.versions == 1
    assert [r.article.id for _, r in records(shelf)] == [new.article.id]
    assert record(shelf, old.article.id) == old
    assert not list(check(shelf))


def test_asking(shelf: Shelf) -> None:
    a, b = rec("a", BANJIR, title="Banjir di Bandung"), rec("b", GEMPA, title="Gempa di Ambon")
    keep(shelf, [a, b])

    def ids(**q) -> list[str]:
        return [f.id for f in articles(shelf, Question(**q))]

    assert ids(words="gempa") == [b.article.id]
    assert ids(words="mengguncangkan") == [b.article.id]  # affixes folded
    assert ids(words='"berpotensi tsunami"') == [b.article.id]
    assert ids(words='"tsunami berpotensi"') == []
    assert ids(words="gempa banjir") == []
    assert ids(person="Surya Wibisana") == [a.article.id]
    assert ids(origin="BMKG") == [b.article.id]
    assert ids(words='" OR * NEAR("') == []  # no operator of the engine gets through
    assert {c.origin for c in claims(shelf, Question(origin="BMKG"))} == {"BMKG"}


def test_decisions_are_overruled_and_undone_without_loss(shelf: Shelf) -> None:
    rule = Decision(
        left="a",
        right="b",
        relation="same_entity",
        judgement="unsure",
        score=0.6,
        because="same name",
        by="rule:name",
        at="2026-01-01",
    )
    assert decide(shelf, [rule, rule]) == 1
    said = judge(shelf, rule.id, "positive", by="ratri", because="same office")
    assert [d.id for d in standing(shelf, "same_entity")] == [said.id]
    undo(shelf, said.id)
    assert [d.id for d in standing(shelf, "same_entity")] == [rule.id]
    assert {d.id for d in history(shelf, "a")} == {rule.id, said.id}
    with pytest.raises(StoreError):
        undo(shelf, said.id)


def test_forgetting_takes_all_of_a_source_and_says_so(shelf: Shelf) -> None:
    a, b = rec("a", BANJIR, url="https://x.example/a"), rec("b", GEMPA, url="https://y.example/b")
    keep(shelf, [a, b])
    gone = forget(shelf, "x.example", why="asked by the outlet")
    assert gone.articles == 1
    assert record(shelf, a.article.id) is None
    assert articles(shelf, Question(words="banjir")) == []
    assert [f.id for f in articles(shelf, Question(words="gempa"))] == [b.article.id]
    assert not list(check(shelf))


def test_faults_are_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here"):
        opened(str(tmp_path / "none.db"))
    (tmp_path / "text.db").write_text("this is a text, and no database at all")
    with pytest.raises(StoreError, match="no store"):
        opened(str(tmp_path / "text.db"))
    newer = opened(str(tmp_path / "new.db"), create=True)
    with newer.writing() as connection:
        connection.execute(schema.meta.update().values(value="99"))
    newer.close()
    with pytest.raises(StoreError, match="newer"):
        opened(str(tmp_path / "new.db"))


def test_a_read_only_store_can_be_read_and_not_written(tmp_path: Path) -> None:
    where = str(tmp_path / "s.db")
    shelf = opened(where, create=True)
    keep(shelf, [rec("a", BANJIR)])
    shelf.close()
    reader = opened(where, read_only=True)
    assert len(articles(reader, Question())) == 1
    with pytest.raises(StoreError, match="may not be written"):
        keep(reader, [rec("b", GEMPA)])
    reader.close()


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    where = tmp_path / "s.db"
    shelf = opened(str(where), create=True)
    keep(shelf, [rec(f"a{i}", f"{BANJIR} Nomor {i}.") for i in range(40)])
    shelf.close()
    sqlite3.connect(where).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    data = bytearray(where.read_bytes())
    data[4096:40960] = b"\xff" * (40960 - 4096)
    where.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"):
        list(check(opened(str(where))))


def test_a_second_writer_waits_and_readers_go_on(tmp_path: Path) -> None:
    where = str(tmp_path / "s.db")
    one, two = opened(where, create=True), opened(where)
    keep(one, [rec("a", BANJIR)])
    with one.writing() as connection:
        connection.execute(text("DELETE FROM dropped"))
        assert len(articles(two, Question())) == 1
    keep(two, [rec("b", GEMPA)])
    assert len(articles(one, Question())) == 2
    one.close()
    two.close()


@pytest.mark.slow
def test_killed_at_random_moments_it_loses_nothing_that_it_told(tmp_path: Path) -> None:
    pages, store = tmp_path / "pages.jsonl", tmp_path / "s.db"
    rows = [
        {"doc": f"d{i}", "url": f"https://x.example/{i}", "text": f"{BANJIR} Nomor {i}.", "lang": "id"}
        for i in range(120)
    ]
    pages.write_text("\n".join(json.dumps(r) for r in rows))
    run = [
        sys.executable,
        "-c",
        "from saksi.cli import main; main()",
        "add",
        "--clean",
        "--batch",
        "5",
        "--store",
        str(store),
        str(pages),
    ]
    told = 0
    for moment in range(12):
        process = subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, bufsize=1)
        deadline = time.monotonic() + 0.9 + 0.12 * moment
        while time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        lines = process.communicate()[0].split()
        if lines:
            told = max(told, int(lines[-1]))
        if store.exists() and store.stat().st_size:
            shelf = opened(str(store), create=True)
            assert not list(check(shelf))
            assert len(list(records(shelf))) >= told
            shelf.close()
    assert subprocess.run(run, capture_output=True, check=False).returncode == 0
    shelf = opened(str(store))
    assert sorted(r.article.doc for _, r in records(shelf)) == sorted(r["doc"] for r in rows)
    assert not list(check(shelf))
    shelf.close()
