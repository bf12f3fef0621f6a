"""English morphology: plural and verb endings."""

from __future__ import annotations

_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
_LEAST = 3


def stem(word: str) -> str:
    """The word without its ending, in lower case: a key for matching, not always a dictionary word."""
    w = word.casefold().removesuffix("'s").removesuffix("’s")
    for ending, put_back in _ENDINGS:
        if w.endswith(ending) and not w.endswith("ss") and len(w) - len(ending) >= _LEAST:
            return w[: -len(ending)] + put_back
    return w
