"""Lines that a page broke are read as one."""

from __future__ import annotations

from saksi.attribute.passages import passages_in
from saksi.model.pages import Article, Block, Role


def passages(*lines: tuple[str, Role]) -> list[str]:
    text = "\n".join(line for line, _ in lines)
    blocks, at = [], 0
    for line, role in lines:
        blocks.append(Block(start=at, end=at + len(line), role=role))
        at += len(line) + 1
    article = Article(page_id="page", doc="doc", lang="id", text=text, blocks=tuple(blocks))
    return [" ".join(text[a:b] for a, b in p.stretches) for p in passages_in(article)]


def test_paragraphs_stay_apart() -> None:
    assert passages(("Budi datang.", "body"), ("Siti pergi.", "body")) == ["Budi datang.", "Siti pergi."]


def test_a_link_on_a_line_of_its_own() -> None:
    assert passages(("Polisi menangkap", "body"), ("Budi Santoso", "body"), ("di rumahnya.", "body")) == [
        "Polisi menangkap Budi Santoso di rumahnya."
    ]


def test_a_lost_full_stop_line() -> None:
    assert passages(("Rumah itu dijual", "body"), (". Harganya naik.", "body")) == ["Rumah itu dijual . Harganya naik."]


def test_a_section_title_is_no_paragraph() -> None:
    assert passages(("Budi datang", "body"), ("Banjir lagi", "subhead"), ("siti pergi.", "body")) == [
        "Budi datang",
        "siti pergi.",
    ]


def test_furniture_parts() -> None:
    assert passages(("Polisi menangkap", "body"), ("Baca juga: Banjir", "readalso"), ("di rumahnya.", "body")) == [
        "Polisi menangkap",
        "di rumahnya.",
    ]
