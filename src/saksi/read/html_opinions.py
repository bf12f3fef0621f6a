"""What two other extractors take for the article: the second and third opinion on our own blocks."""

from __future__ import annotations


def by_trafilatura(html: str) -> str:
    """The article as trafilatura sees it, for precision."""
    import trafilatura

    try:
        return trafilatura.extract(html, favor_precision=True, include_comments=False, include_tables=False) or ""
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):  # its own faults on broken pages
        return ""


def by_resiliparse(html: str) -> str:
    """The article as resiliparse sees it: fast, and more than the article rather than less."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(
        extract_plain_text(html, main_content=True, alt_texts=False, links=False, noscript=False, list_bullets=False)
    )
