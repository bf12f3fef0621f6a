"""Which names of an article are the same: family names and full names, abbreviations and what they stand for."""

from __future__ import annotations

from saksi.mark.name_document import definitions_among
from saksi.mark.name_edges import PERSON, Found
from saksi.mark.name_lexicon import Lexicon
from saksi.mark.name_tokens import Tokens
from saksi.model.marks import Mention, MentionKind
from saksi.model.pages import Article

KINDS: dict[str, MentionKind] = {"PER": "person", "ORG": "organization", "LOC": "place"}
_LEAST_NICKNAME = 4
"""Letters that a nickname shares with the beginning of a name ("Wira" of "Wiranto")."""

Key = tuple[str, ...]


def headed(article: Article, tokens: Tokens, found: list[Found], lexicon: Lexicon) -> tuple[Mention, ...]:
    """The mentions of the names, each with the fullest form that the article has of it."""
    words = tokens.words
    keys = [tuple(words[n.start : n.end]) for n in found]
    texts = {
        key: article.text[tokens.starts[n.start] : tokens.ends[n.end - 1]] for key, n in zip(keys, found, strict=True)
    }
    long_of: dict[Key, Key] = {}
    short_of: dict[Key, Key] = {}
    for d in definitions_among(words, found, lexicon):
        long, short = tuple(words[d.long_start : d.long_end]), tuple(words[d.short_start : d.short_end])
        if long in texts and short in texts:
            long_of.setdefault(short, long)
            short_of.setdefault(long, short)
    people = sorted({k for k, n in zip(keys, found, strict=True) if n.kind == PERSON}, key=lambda k: (-len(k), k))
    full: dict[Key, Key] = {}
    for i, key in enumerate(people):
        full[key] = next((f for f in people[:i] if len(f) > len(key) and is_short_of(key, f)), key)
    out = []
    for key, n in zip(keys, found, strict=True):
        head = full.get(key, key) if n.kind == PERSON else long_of.get(key, key)
        short_form = short_of.get(key)
        out.append(
            Mention(
                article_id=article.id,
                span=article.span(tokens.starts[n.start], tokens.ends[n.end - 1]),
                kind=KINDS[n.kind],
                head=" ".join(texts[head].split()),
                short=" ".join(texts[short_form].split()) if short_form else None,
                rule=n.rule,
            )
        )
    return tuple(out)


def is_short_of(short: Key, full: Key) -> bool:
    """Whether a name's words stand in a fuller name in order; a lone word may begin the fuller name's first word."""
    rest = iter(full)
    if all(any(word == other for other in rest) for word in short):
        return True
    return len(short) == 1 and len(short[0]) >= _LEAST_NICKNAME and full[0].startswith(short[0])
