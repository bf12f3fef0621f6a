"""Many short articles at once: the stories come to an end, each article in one."""

from __future__ import annotations

from saksi.link.sides import StoryText
from saksi.link.stories import Window, clusters, stories_among

TOWNS = ["Lambur", "Tebing", "Arun", "Sanga", "Wirai", "Melur", "Pelita", "Sunyi", "Harapan", "Rajawali"]


def notes(n: int) -> list[StoryText]:
    made = []
    for i in range(n):
        a, b, c = TOWNS[i % 10], TOWNS[(i * 3 + i // 10) % 10], TOWNS[(i * 7 + 2) % 10]
        words = f"Banjir di {a} dan {b}. Bupati {a} {c} menyebut {i % 5} desa terendam. Warga {b} mengungsi ke {c}."
        made.append(
            StoryText(id=f"n{i:03}", title=f"Banjir {a} {b}", text=words, published=f"2031-05-{1 + i // 30:02}")
        )
    return made


def test_every_article_in_one_story() -> None:
    some = notes(200)
    got = stories_among(some)
    assert sorted(m.article_id for s in got for m in s.members) == [t.id for t in some]


def test_steps_end_too() -> None:
    window = Window()
    known: dict[str, str] = {}
    some = notes(120)
    for i in range(0, len(some), 20):
        window.add(some[i : i + 20])
        known = clusters(window.stories(known))
    assert len(known) == len(some)
