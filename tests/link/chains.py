"""Claims from short notes: "a1: Harian Timur > Kantor Warta > Budi Santoso", "?" unnamed, "~warga" a collective."""

from __future__ import annotations

from saksi.model.claims import Claim, Content, Hop, Source
from saksi.model.marks import Mention
from saksi.model.spans import Span


def claim(note: str) -> Claim:
    article, chain = note.split(":", 1)
    hops = [part.strip() for part in chain.split(">")]
    made = [_source(name, first=i == 0) for i, name in enumerate(hops)]
    words = "isi " + note
    return Claim(
        article_id=article.strip(),
        chain=tuple(Hop(source=s) for s in made),
        content=Content(spans=(Span.of(words, 0, len(words)),), mode="indirect"),
    )


def _source(name: str, *, first: bool) -> Source:
    if name.startswith("?"):
        words = name[1:].strip()
        return Source(kind="unnamed", name=None, span=Span.of(words, 0, len(words)) if words else None)
    if name.startswith("~"):
        return Source(kind="collective", name=name[1:])
    if first:
        return Source(kind="outlet", name=name)
    person = name.startswith("@")
    return Source(kind="person" if person else "organization", name=name.lstrip("@"))


def mention(article: str, text: str, head: str, short: str | None = None, kind: str = "organization") -> Mention:
    return Mention(article_id=article, span=Span.of(text, 0, len(text)), kind=kind, head=head, short=short)
