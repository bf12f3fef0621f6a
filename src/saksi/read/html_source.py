"""HTML source -> the same source with all that is never shown blanked out, so that offsets stay."""

from __future__ import annotations

import re

_SILENT = re.compile(r"<!--|<(script|style|noscript|template|svg|iframe|textarea|select)\b", re.IGNORECASE | re.ASCII)
_HEAD_END = re.compile(r"</head\s*>|<body\b", re.IGNORECASE | re.ASCII)


def silenced(html: str) -> str:
    """The source with all that is never shown blanked out, as long as before (scripts, styles, comments, the head)."""
    parts: list[str] = []
    at = 0
    while found := _SILENT.search(html, at):
        parts.append(html[at : found.start()])
        at = _close(html, found.end(), found.group(1))
        parts.append(" " * (at - found.start()))
    parts.append(html[at:])
    shown = "".join(parts)
    head = _HEAD_END.search(shown)
    return " " * head.start() + shown[head.start() :] if head else shown


_CLOSES = {
    kind: re.compile(rf"</{kind}\b[^>]*+>", re.IGNORECASE | re.ASCII)
    for kind in ("script", "style", "noscript", "template", "svg", "iframe", "textarea", "select")
}


def _close(html: str, at: int, kind: str | None) -> int:
    if kind is None:
        end = html.find("-->", at)
        return len(html) if end < 0 else end + 3
    closed = _CLOSES[kind.lower()].search(html, at)
    return len(html) if closed is None else closed.end()
