"""What stands in front of an article's first words: the place it was written in, and who publishes it."""

from __future__ import annotations

import re

from saksi.known.outlets import is_outlet, outlet_named
from saksi.known.places import gazetteer
from saksi.model.pages import Block, Outlet

_LONGEST = 90
_DASH = re.compile(r"\s{0,3}(?:--|[-–—:|])\s{0,3}")
_PART = re.compile(r"[^,()/]{1,40}")
_SITE = re.compile(r"[\w-]{2,30}\.(?:com|co|id|net|org|tv|news|co\.id|or\.id|my\.id)\b", re.IGNORECASE)
_TITLED = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]*|\d{1,4}|of|de|del|la|di|and)(?: (?:[A-ZÀ-Þ][\w.'’-]*|\d{1,4}|of|de|del|la|di|and)){0,4}$"
)
_DIGIT = re.compile(r"\d")
_SITE_FIRST = re.compile(_SITE.pattern + r"(?:, [A-ZÀ-Þ][a-z]{2,20})?(?=[ ])", re.IGNORECASE)


def dateline_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Start and end of the dateline that a paragraph begins with, without its dash; None when there is none.

    ("Suara.com -", "JAKARTA, KOMPAS.com -", "Jakarta (ANTARA) -", "MADRID —", "Liputan6.com, Jakarta")
    """
    head = text[start : min(end, start + _LONGEST)]
    for dash in _DASH.finditer(head):
        before = head[: dash.start()]
        if dash[0] in ("-", ":", "|") and before[-1:].isalnum() and head[dash.end() : dash.end() + 1].islower():
            continue  # a word with a hyphen
        if dash[0].strip() in (":", "|") and not _SITE.search(before):
            continue
        if before and _is_dateline(before, sure=len(dash[0].strip()) == 2 or dash[0].strip() in "–—"):
            return start, start + len(before)
        if len(before) > 60:
            break
    site = _SITE_FIRST.match(head)
    return (start, start + site.end()) if site and is_outlet(site[0].split(",")[0]) else None


def outlet_in(dateline: str) -> Outlet | None:
    """The outlet that a dateline names, known or by its address alone."""
    for part in _PART.findall(dateline):
        if found := outlet_named(part.strip()):
            return found
    if site := _SITE.search(dateline):
        return Outlet(name=site[0], domain=site[0].lower())
    return _unknown_outlet(dateline)


def _unknown_outlet(dateline: str) -> Outlet | None:
    """The outlet in brackets, or words in capitals that are no place ("(The Harbour Post)", "MEDAN, HARIAN KITA")."""
    in_brackets = re.search(r"\(([^()\d]{3,40})\)", dateline)
    if in_brackets:
        return Outlet(name=in_brackets[1].strip())
    parts = [p.strip() for p in dateline.split(",")]
    behind = [p for p in parts if p.isupper() and len(p.split()) > 1 and not _DIGIT.search(p)]
    if behind and not gazetteer().named(behind[-1].casefold()):
        return Outlet(name=behind[-1].title())
    return None


def stands_alone(line: str) -> bool:
    """Whether a whole line is a dateline ("JAKARTA, KOMPAS.com -")."""
    bare = line.strip()
    return (
        len(bare) <= _LONGEST
        and bool(_SITE.search(bare) or bare.isupper())
        and _is_dateline(bare.rstrip(" -–—"), sure=bare[-1:] in "-–—")
    )


def first_paragraph(blocks: tuple[Block, ...]) -> Block | None:
    """The first block of the article itself."""
    return next((b for b in blocks if b.role in ("body", "lead")), None)


def _is_dateline(before: str, *, sure: bool) -> bool:
    parts = [p.strip() for p in _PART.findall(before) if p.strip()]
    if not parts or len(parts) > 5:
        return False
    named = [is_outlet(p) or bool(_SITE.fullmatch(p)) for p in parts]
    if not all(n or _TITLED.fullmatch(p) for n, p in zip(named, parts, strict=True)):
        return False
    words = sum(len(p.split()) for p in parts if not _DIGIT.search(p))  # a date among them counts nothing
    if any(named):
        return words <= 9
    upper = parts[0].isupper() and len(parts[0]) > 2
    return words <= 6 and (upper or (sure and words <= 4 and "(" not in before))
