"""The desk: every page and its twin, escaped, closed to strangers, decisions made and undone."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from saksi.desk.app import app
from saksi.flow.order import record_of, records_of
from saksi.intake.files import pages_at
from saksi.model.journal import Decision, Record
from saksi.model.pages import Given
from saksi.model.raw import raw_page
from saksi.store.judge import decide, standing
from saksi.store.keep import keep
from saksi.store.link_run import link_steps
from saksi.store.opened import Shelf, opened

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    samples = Path(__file__).resolve().parents[2] / "samples"
    made = opened(str(tmp_path_factory.mktemp("desk") / "s.db"), create=True)
    keep(made, list(records_of(pages_at(str(samples)))))
    text = f"{HOSTILE} Budi Santoso mengatakan bahwa {HOSTILE} ditemukan di Kota Bandung \u202egnp.exe pada Senin (6/1/2025)."
    given = Given(title=HOSTILE, lang="id", published="2025-01-06")
    keep(made, [record_of(raw_page(HOSTILE, text, url="javascript:alert(1)", given=given, clean=True))])
    list(link_steps(made))
    yield made
    made.close()


@pytest.fixture
def desk(shelf: Shelf) -> TestClient:
    return TestClient(app(shelf, secret="token"), base_url="http://localhost")


def ids(desk: TestClient) -> list[str]:
    return [f["id"] for f in desk.get("/index.json").json()["latest"]]


def addresses(desk: TestClient) -> list[str]:
    articles = [f"/article/{i}" for i in ids(desk)]
    claims = [f"/claim/{c['id']}" for a in articles for c in desk.get(a + ".json").json()["claims"]][:12]
    lists = ["/", "/timeline", "/map", "/search", "/search?words=banjir", "/search?kind=claims", "/review", "/how"]
    return [*lists, *articles, *claims, "/person/Surya Wibisana"]


def test_every_page_is_there_and_escaped_and_guarded(desk: TestClient) -> None:
    for lang in ("id", "en"):
        for address in addresses(desk):
            got = desk.get(address, params={"ui": lang}) if "?" not in address else desk.get(f"{address}&ui={lang}")
            assert got.status_code == 200, address
            assert "<script>alert" not in got.text
            assert "<img src=x" not in got.text
            assert "javascript:" not in re.sub(r">[^<]*<", "><", got.text)
            assert "\u202e" not in got.text.split("<title>")[-1].split("</title>")[-1] or "article" not in address
            assert "script-src 'self'" in got.headers["content-security-policy"]
            assert "http://" not in got.text.replace("http://localhost", ""), "a third party"


def test_every_page_has_a_json_twin(desk: TestClient) -> None:
    for address in addresses(desk):
        path, _, query = address.partition("?")
        twin = "/index.json" if path == "/" else path + ".json"
        got = desk.get(f"{twin}?{query}")
        assert got.status_code == 200, twin
        assert got.headers["content-type"] == "application/json"
        assert got.json() is not None


def test_lists_have_a_feed_that_parses(desk: TestClient) -> None:
    for address in ("/latest.atom", "/search.atom?words=banjir"):
        root = ET.fromstring(desk.get(address).content)
        entries = root.findall("{http://www.w3.org/2005/Atom}entry")
        assert entries
        assert all(e.find("{http://www.w3.org/2005/Atom}id").text.startswith("urn:saksi:") for e in entries)


def test_an_article_shows_its_claims_and_folds_its_furniture(desk: TestClient) -> None:
    article = next(
        i
        for i in ids(desk)
        if "Copot" in (desk.get(f"/article/{i}.json").json()["record"]["article"]["headline"] or "")
    )
    page = desk.get(f"/article/{article}").text
    assert 'class="claim' in page
    assert "<summary>related" in page
    claim = desk.get(f"/article/{article}.json").json()["claims"][0]
    assert f'href="/claim/{claim["id"]}"' in page
    shown = desk.get(f"/claim/{claim['id']}").text
    assert "<svg" in shown
    assert claim["content"]["spans"][0]["text"] in shown


def test_a_story_has_its_articles_its_origins_and_where_they_differ(desk: TestClient) -> None:
    lines = desk.get("/index.json").json()["stories"]
    flood = max(lines, key=lambda s: s["articles"])
    assert flood["articles"] >= 3
    assert 1 <= flood["at_least"] <= flood["at_most"]
    view = desk.get(f"/story/{flood['id']}.json").json()
    killed = next(row for row in view["grid"] if "killed" in row["question"])
    assert killed["differ"], "the samples disagree on how many died"
    assert {"12", "19"} <= {answer[0] for answer in killed["answers"].values()}
    assert 'class="differ"' in desk.get(f"/story/{flood['id']}").text


def test_what_is_not_there_is_404(desk: TestClient) -> None:
    for address in (
        "/nothing",
        "/article/none",
        "/claim/none.json",
        "/static/../app.py",
        "/static/app.py",
        "/story/none",
    ):
        assert desk.get(address).status_code == 404, address


@pytest.mark.parametrize(
    "query",
    [
        "page=-1",
        "page=999999999999",
        "page=x",
        "page=²",
        "words=%00",
        'words="',
        "words=" + "a" * 5000,
        "since=x' OR 1=1--",
    ],
)
def test_strange_questions_are_answered(desk: TestClient, query: str) -> None:
    assert desk.get(f"/search?{query}").status_code == 200


def test_decisions_are_made_and_undone_only_with_the_token(desk: TestClient, shelf: Shelf) -> None:
    one, two = ids(desk)[:2]
    rule = Decision(
        left=one, right=two, relation="copy_of", judgement="unsure", score=0.5, because="alike", by="rule:copies"
    )
    decide(shelf, [rule])
    assert rule.id in desk.get("/review").text
    form = {"decision": rule.id, "what": "accept", "by": "ratri", "because": "read both"}
    assert desk.post("/review/decide", data=form).status_code == 403
    assert desk.post("/review/decide", data=form | {"token": "token"}, follow_redirects=False).status_code == 303
    made = next(d for d in standing(shelf, "copy_of") if {d.left, d.right} == {one, two})
    assert (made.judgement, made.by) == ("positive", "ratri")
    assert "read both" in desk.get(f"/article/{one}").text
    desk.post("/review/decide", data={"decision": made.id, "what": "undo", "token": "token"})
    assert next(d for d in standing(shelf, "copy_of") if {d.left, d.right} == {one, two}) == rule


def test_another_name_for_this_machine_is_refused(shelf: Shelf) -> None:
    assert TestClient(app(shelf), base_url="http://evil.example").get("/").status_code == 400


def test_pages_are_small(desk: TestClient) -> None:
    assert len(desk.get("/").content) + len(desk.get("/static/style.css").content) < 100_000


def test_records_of_the_samples_are_kept(shelf: Shelf) -> None:
    from saksi.store.read_back import records

    assert all(isinstance(r, Record) for _, r in records(shelf))
