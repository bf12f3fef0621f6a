"""Words -> the language they are in: a pack's code or "other", and why that is unsure."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from saksi.lang.base import Row, codes
from saksi.lang.tables import folder, table

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

OTHER = "other"
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 900
"""Characters that are read: more change nothing (names, times and news sets: same answers with 900 and 10,000)."""
_SHORT = 12
"""Words under which an answer is called short."""
_SURE, _SUREST = 0.8, 0.99
_FEW = 40
"""Words under which a pack's language is taken when it is among the first three."""
_PART = 300
"""Characters at the end of a text that are looked at for another language beside its own."""
_NEAR = 2
"""Words by which the markers of one near language must outnumber the other's."""


class NearRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that tells a language from its near kin: frequent in ``lang``, rare or otherwise meant in ``near``."""

    lang: str
    near: str


def language_of(text: str, tag: str | None = None) -> tuple[str, str]:
    """The language of a text and why it is unsure: "", "short", "mixed", "malay?".

    In: the article's own words; ``tag`` is what the page says, which only settles a short text.
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    told = (tag or "")[:2].lower()
    if not words:
        return (told if told in codes() else OTHER), "short"
    best, chance = _ranked(sample)
    short = len(words) < _SHORT
    if (short or chance < _SURE) and told in codes():
        return told, "short" if short else ""
    lang, note = _near(best, words)
    if lang not in codes():
        among = _among_first(sample) if len(words) < _FEW and not _speaks(lang, words) else None
        return (among, "short") if among else (OTHER, note)
    if short:
        return lang, "short"
    return lang, note or ("mixed" if _is_mixed(text, lang) else "")


def _speaks(lang: str, words: list[str]) -> bool:
    """Whether enough words speak for a language against its kin."""
    marks = _kin().get(lang, {})
    return sum(marks.get(word.lower()) == lang for word in words) >= _NEAR


def _among_first(sample: str) -> str | None:
    return next((str(lang) for lang, _ in _identifier().rank(sample)[:3] if lang in codes()), None)


def _near(best: str, words: list[str]) -> tuple[str, str]:
    """The language when its near kin are asked too."""
    kin = _kin()
    if best not in kin:
        return best, ""
    counts: dict[str, int] = {}
    for word in words:
        if lang := kin[best].get(word.lower()):
            counts[lang] = counts.get(lang, 0) + 1
    if not counts:
        return best, ""
    first = max(sorted(counts), key=lambda lang: counts[lang])
    rest = sum(n for lang, n in counts.items() if lang != first)
    if counts[first] - rest < _NEAR:
        return next((lang for lang in (*counts, best) if lang in codes()), best), "malay?" if rest else ""
    return first, "malay?" if rest * 3 > counts[first] else ""


def _is_mixed(text: str, lang: str) -> bool:
    """Whether the text ends in a language that is not its own nor its kin's."""
    if len(text) < 3 * _PART:
        return False
    other, chance = _ranked(text[-_PART:])
    return other != lang and other not in _kin().get(lang, {}).values() and chance > _SUREST


def _ranked(sample: str) -> tuple[str, float]:
    """The likeliest language and its share of the likelihood."""
    best, chance = _identifier().classify(sample)
    return str(best), float(chance)


@cache
def _kin() -> dict[str, dict[str, str]]:
    """Language -> word -> the language among its kin that the word speaks for."""
    out: dict[str, dict[str, str]] = {}
    for row in table(folder("saksi.lang") / "near.tsv", NearRow):
        for lang in (row.lang, row.near):
            out.setdefault(lang, {})[row.form] = row.lang
    return out


@cache
def _identifier() -> LanguageIdentifier:
    """Source: py3langid (BSD-3), the model of langid.py by Lui and Baldwin."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
