"""Names of people, organisations and places in an article."""

from __future__ import annotations

from saksi.lang.base import Pack
from saksi.mark.identity import headed
from saksi.mark.name_document import PAGE, agreed
from saksi.mark.name_edges import Found, edged
from saksi.mark.name_joints import jointed, pairs_apart, without_bare
from saksi.mark.name_lexicon import lexicon
from saksi.mark.name_model import LABELS, Floats, tagger
from saksi.mark.name_parts import settled, split
from saksi.mark.name_tokens import tokens_of
from saksi.model.marks import Mention
from saksi.model.pages import Article


def names_in(article: Article, sentences: tuple[tuple[int, int], ...], lang: Pack) -> tuple[Mention, ...]:
    """The names in the sentences, in text order; () when there are none, or no model for the language."""
    model, known = tagger(lang.code), lexicon(lang.code)
    if model is None:
        return ()
    tokens = tokens_of(article.text, sentences, known.is_common)
    words = tokens.words
    if not words:
        return ()
    scores = model.scores(tokens)
    labels = model.labels(scores, tokens.firsts).tolist()
    found = spans_of(labels, model.chances(scores, tokens.firsts))
    if len(tokens.firsts) >= PAGE:
        breaks = frozenset(
            i for i in range(1, len(words)) if "\n" in article.text[tokens.ends[i - 1] : tokens.starts[i]]
        )
        found = jointed(words, found, breaks, known)
        found = edged(words, split(words, found, known), lang.code, known)
        found = pairs_apart(words, agreed(words, tokens.firsts, found, known))
        found = without_bare(words, settled(words, edged(words, found, lang.code, known), known), known)
    found = _apart(found)
    return headed(article, tokens, found, known)


def spans_of(labels: list[int], chances: Floats) -> list[Found]:
    """The names that the labels say, each with the mean probability of its type over its tokens."""
    found: list[Found] = []
    start, kind = -1, ""
    for i, number in enumerate([*labels, 0]):
        label = LABELS[number]
        if label[0] == "I" and start >= 0:
            continue
        if start >= 0:
            b = LABELS.index("B-" + kind)
            found.append(Found(start, i, kind, float(chances[start:i, b : b + 2].sum() / (i - start))))
        start, kind = (i, label[2:]) if label[0] == "B" else (-1, "")
    return found


def _apart(found: list[Found]) -> list[Found]:
    """The names without those that reach into a name before them."""
    out: list[Found] = []
    for name in sorted(found, key=lambda n: (n.start, -n.end)):
        if not out or name.start >= out[-1].end:
            out.append(name)
    return out
