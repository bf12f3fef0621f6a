"""What saksi person prints once."""

from __future__ import annotations

from saksi.cli.person import folded_offices
from saksi.desk.views import Office


def office(title: str, status: str, article: str) -> Office:
    return Office(
        holder="Rina Wulandari", title=title, org=None, status=status, term_start=None, term_end=None,
        published=None, article=article, words=title,
    )  # fmt: skip


def test_an_office_once_with_how_often_it_is_told() -> None:
    told = [office("Bupati", "holds", "a"), office("bupati", "holds", "b"), office("Bupati", "held", "c")]
    assert [(o.article, n) for o, n in folded_offices(told)] == [("a", 2), ("c", 1)]
