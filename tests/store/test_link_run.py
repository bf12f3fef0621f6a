"""Links in a store: step by step the same as at once, again without change, undone without loss, safe from kills."""

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
from sqlalchemy import event, select, text

from saksi.errors import StoreError
from saksi.flow.order import record_of
from saksi.model.journal import Record
from saksi.model.pages import Given
from saksi.model.raw import raw_page
from saksi.store import schema as t
from saksi.store.check import check
from saksi.store.forget import forget
from saksi.store.judge import standing, undo
from saksi.store.keep import keep
from saksi.store.link_queries import copies_of, joined, names_of, origins_behind
from saksi.store.link_run import link_steps
from saksi.store.opened import Shelf, opened

FLOOD = (
    "Jembatan Way Harapan di Kabupaten Lambur putus diterjang banjir pada Senin malam. "
    "“Tiga orang hanyut dan dua sudah ditemukan selamat,” kata Bupati Lambur Rudi Hartanto. "
    "Tim penyelamat menyisir Sungai Lambur sejak Selasa pagi dengan dua perahu karet dan satu pesawat nirawak. "
    "Jalan menuju Desa Harapan masih tertutup lumpur sehingga alat berat belum dapat masuk."
)
MARKET = (
    "Harga cabai di Pasar Tebing naik dua kali lipat dalam sepekan. "
    "“Pasokan dari lereng Gunung Sunyi berkurang karena hujan,” kata Kepala Dinas Perdagangan Sari Melati. "
    "Dinas Perdagangan Kota Arun akan menggelar pasar murah di empat kecamatan mulai akhir pekan depan."
)
OTHERS = (
    "Klub Rajawali Muda menang atas Banteng Utara di Stadion Pelita dengan dua gol di babak kedua.",
    "Universitas Nusa Jaya membuka jurusan baru tentang cuaca laut mulai tahun ajaran mendatang.",
    "Kereta cepat dari Sanga ke Wirai mulai beroperasi bulan depan setelah uji coba selama setahun.",
    "Film Langit Senja tayang perdana di Gedung Kesenian Melur dan dihadiri para pemainnya.",
)


def rec(doc: str, words: str, day: str, title: str) -> Record:
    given = Given(title=title, lang="id", published=day)
    return record_of(raw_page(doc, words, url=f"https://{doc[0]}.example/{doc}", given=given, clean=True))


def some() -> list[Record]:
    made = [
        rec("a1", FLOOD, "2031-05-06", "Jembatan Way Harapan Putus"),
        rec("b1", "(Kantor Warta) " + FLOOD, "2031-05-07", "Jembatan Way Harapan Putus, Tiga Hanyut"),
        rec("c1", MARKET, "2031-05-06", "Harga Cabai Naik di Pasar Tebing"),
    ]
    return made + [rec(f"o{i}", words, "2031-05-06", words[:40]) for i, words in enumerate(OTHERS)]


@pytest.fixture(params=["sqlite", "postgresql"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shelf]:
    where = str(tmp_path / "s.db") if request.param == "sqlite" else os.environ.get("SAKSI_TEST_POSTGRES")
    if not where:
        pytest.skip("SAKSI_TEST_POSTGRES is not set: the store's tests on PostgreSQL are left out")
    made = opened(where, create=True)
    if not made.sqlite:
        names = [table.name for table in t.METADATA.sorted_tables if table.name != "meta"]
        with made.writing() as connection:
            connection.execute(text("TRUNCATE " + ", ".join(names) + ", search"))
    yield made
    made.close()


def linked(shelf: Shelf, step: int = 200) -> int:
    total = 0
    for done in link_steps(shelf, step):
        total = done.articles
    return total


def state(shelf: Shelf) -> tuple[dict[str, frozenset[str]], set[tuple[str, str, str]]]:
    """The stories as groups of documents, and the decisions without the ids of stories."""
    with shelf.reading() as connection:
        rows = connection.execute(select(t.stories.c.article_id, t.stories.c.story_id)).all()
        made = connection.execute(
            select(t.decisions.c.left, t.decisions.c.right, t.decisions.c.relation).where(
                t.decisions.c.relation != "same_event"
            )
        ).all()
    groups: dict[str, set[str]] = {}
    for article_id, story_id in rows:
        groups.setdefault(story_id, set()).add(article_id)
    return {a: frozenset(groups[s]) for a, s in rows}, {tuple(m) for m in made}


def test_a_reprint_and_its_story(shelf: Shelf) -> None:
    records = some()
    keep(shelf, records)
    assert linked(shelf) == len(records)
    a, b, c = (r.article.id for r in records[:3])
    assert copies_of(shelf, [a, b]) == {b: a}
    stories, _ = state(shelf)
    assert stories[a] == {a, b}
    assert stories[c] == {c}
    behind = origins_behind(shelf, [a, b])
    assert behind.at_least <= behind.at_most
    assert not list(check(shelf))


def test_again_changes_nothing(shelf: Shelf) -> None:
    keep(shelf, some())
    linked(shelf)
    before = state(shelf)
    assert linked(shelf) == 0
    assert state(shelf) == before


def test_one_by_one_finds_the_same_copies(shelf: Shelf) -> None:
    for record in some():
        keep(shelf, [record])
        linked(shelf, 1)
    stories, made = state(shelf)
    a, b = (r.article.id for r in some()[:2])
    assert (b, a, "copy_of") in made
    assert stories[a] == {a, b}


def test_undone_stays_undone(shelf: Shelf) -> None:
    keep(shelf, some())
    linked(shelf)
    (copy,) = standing(shelf, "copy_of")
    undo(shelf, copy.id)
    assert copies_of(shelf, [copy.left, copy.right]) == {}
    keep(shelf, [rec("d9", OTHERS[0] + " Penonton penuh.", "2031-05-08", "Rajawali Muda")])
    linked(shelf)
    assert standing(shelf, "copy_of", about=copy.left) == []


def test_names_joined_by_a_decision_part_again(shelf: Shelf) -> None:
    from saksi.model.journal import Decision
    from saksi.store.judge import decide

    made = Decision(
        left="person:rudi hartanto", right="person:r hartanto", relation="same_entity", judgement="positive",
        score=1.0, because="one man", by="ratri",
    )  # fmt: skip
    decide(shelf, [made])
    assert names_of(shelf, "Rudi Hartanto") == ["rudi hartanto", "r hartanto"]
    undo(shelf, made.id)
    assert names_of(shelf, "Rudi Hartanto") == ["rudi hartanto"]
    assert joined(shelf, "x", "same_claim") == ["x"]


def test_a_changed_page_takes_the_place_of_the_old_one(shelf: Shelf) -> None:
    keep(shelf, some())
    linked(shelf)
    newer = rec("a1", FLOOD + " Korban ketiga ditemukan.", "2031-05-06", "Jembatan Way Harapan Putus")
    keep(shelf, [newer])
    assert linked(shelf) == 1
    stories, _ = state(shelf)
    b = some()[1].article.id
    assert stories[newer.article.id] == {newer.article.id, b}
    assert some()[0].article.id not in stories


def test_forgetting_takes_the_links_too(shelf: Shelf) -> None:
    keep(shelf, some())
    linked(shelf)
    a, b = (r.article.id for r in some()[:2])
    forget(shelf, "a.example", why="asked")
    assert standing(shelf, about=a) == []
    stories, _ = state(shelf)
    assert stories[b] == {b}
    assert not list(check(shelf))


@pytest.mark.slow
def test_killed_while_linking(tmp_path: Path) -> None:
    where = str(tmp_path / "s.db")
    shelf = opened(where, create=True)
    records = [
        rec(
            f"{'ab'[i % 2]}{i}",
            f"{(FLOOD, MARKET)[i % 2]} Catatan nomor {i} dari lapangan.",
            f"2031-05-{1 + i // 8:02}",
            f"Kabar {i}",
        )
        for i in range(60)
    ]
    keep(shelf, records)
    shelf.close()
    run = [sys.executable, "-c", "from saksi.cli import main; main()", "link", "--step", "4", "--store", where]
    told = 0
    for moment in range(8):
        process = subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        time.sleep(0.5 + 0.13 * moment)
        process.send_signal(signal.SIGKILL)
        lines = process.communicate()[0].split()
        told += int(lines[-1]) if lines else 0
        shelf = opened(where)
        assert not list(check(shelf))
        with shelf.reading() as connection:
            assert len(connection.execute(select(t.linked.c.article_id)).all()) >= told
        shelf.close()
    assert subprocess.run(run, capture_output=True, check=False).returncode == 0
    shelf = opened(where)
    with shelf.reading() as connection:
        assert len(connection.execute(select(t.linked.c.article_id)).all()) == len(records)
        pairs = [
            tuple(r)
            for r in connection.execute(select(t.decisions.c.left, t.decisions.c.right, t.decisions.c.relation))
        ]
    assert len(pairs) == len(set(pairs))
    assert json.dumps(pairs)
    shelf.close()


def test_a_full_disk_is_told_and_the_rest_is_done_later(tmp_path: Path) -> None:
    shelf = opened(str(tmp_path / "s.db"), create=True)
    records = [rec(f"d{i}", f"{FLOOD} Catatan nomor {i}.", "2031-05-06", f"Kabar {i}") for i in range(40)]
    keep(shelf, records)

    def full(connection: sqlite3.Connection, _: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    shelf.engine.dispose()
    event.listen(shelf.engine, "connect", full)
    with pytest.raises(StoreError, match="full"):
        linked(shelf, 10)
    event.remove(shelf.engine, "connect", full)
    shelf.engine.dispose()
    assert not list(check(shelf))
    linked(shelf)
    assert len(state(shelf)[0]) == len(records)
    shelf.close()


def test_a_connection_that_is_cut_is_told(tmp_path: Path) -> None:
    where = os.environ.get("SAKSI_TEST_POSTGRES")
    if not where:
        pytest.skip("SAKSI_TEST_POSTGRES is not set: the store's tests on PostgreSQL are left out")
    del tmp_path
    shelf, other = opened(where, create=True), opened(where)
    with shelf.writing() as connection:
        names = [table.name for table in t.METADATA.sorted_tables if table.name != "meta"]
        connection.execute(text("TRUNCATE " + ", ".join(names) + ", search"))
    keep(shelf, some())
    with pytest.raises(StoreError), shelf.writing() as connection:  # noqa: PT012 - the cut falls between two statements
        connection.execute(t.linked.insert().values(article_id=some()[0].article.id, at="x"))
        mine = connection.execute(text("SELECT pg_backend_pid()")).scalar()
        with other.writing() as cutter:
            cutter.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": mine})
        connection.execute(select(t.linked.c.article_id)).all()
    assert linked(shelf) == len(some())
    assert not list(check(shelf))
    shelf.close()
    other.close()
