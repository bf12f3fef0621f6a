"""Article + Marks -> Claims: who said what, in which words, by which chain."""

from __future__ import annotations

from saksi.attribute.chain import claims_of
from saksi.attribute.drafting import drafts_in
from saksi.attribute.lexicon import lexicon_of
from saksi.lang.base import Pack
from saksi.model.claims import Claim
from saksi.model.marks import Marks
from saksi.model.pages import Article


def claims_in(article: Article, marks: Marks, lang: Pack) -> tuple[Claim, ...]:
    """The claims of an article, in text order of their content; () when nobody is said to have said anything."""
    lex = lexicon_of(lang.code)
    drafts, subjects = drafts_in(article, lex)
    return claims_of(article, marks, drafts, subjects, lex)
