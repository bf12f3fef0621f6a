"""RawPage of HTML -> the text of its article, a block a line, with the way back to the source."""

from __future__ import annotations

from saksi.model.frozen import Frozen
from saksi.model.pages import RawPage
from saksi.model.spans import OffsetMap
from saksi.read.html_align import aligned, silenced
from saksi.read.metadata import Said, said_in


class HtmlText(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The article of an HTML page as text, and what the page says of itself.

    ``text`` has one block (paragraph, heading, list item, ...) a line; ``tags`` says of each line what element it was
    ("p", "h2", "li", "blockquote", ...), as far as known. ``offsets`` leads from the text to the HTML source, in code points.
    """

    text: str
    tags: tuple[str, ...] = ()
    offsets: OffsetMap = OffsetMap()
    said: Said = Said()


def text_of(raw: RawPage) -> HtmlText:
    """The article of a page of HTML. Empty text when it has none."""
    lines = _lines(raw.content)
    return HtmlText(
        text="\n".join(lines),
        tags=("",) * len(lines),
        offsets=aligned(lines, silenced(raw.content)),
        said=said_in(raw.content),
    )


def _lines(html: str) -> list[str]:
    import trafilatura

    text = trafilatura.extract(html, favor_precision=True, include_comments=False, include_tables=False) or ""
    return [line for line in text.split("\n") if line.strip()]
