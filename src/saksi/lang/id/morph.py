"""Indonesian morphology: prefixes meN-, di-, ber-, ter-, peN-, suffixes -kan, -i, -an, clitics -nya, -lah, -kah, -pun."""

from __future__ import annotations

_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_SUFFIXES = ("kan", "an", "i")
_NASAL = (("meny", "s"), ("meng", ""), ("mem", ""), ("men", ""), ("me", ""))
_NASAL_P = (("peny", "s"), ("peng", ""), ("pem", ""), ("pen", ""), ("pe", ""))
_LOST = {"mem": "p", "men": "t", "meng": "k", "pem": "p", "pen": "t", "peng": "k"}
_VOWELS = "aiueo"
_LEAST = 3


def stem(word: str) -> str:
    """The word without its affixes, in lower case: a key for matching, not always a dictionary word.

    Source: the affix order of Indonesian grammar (Alwi et al., Tata Bahasa Baku Bahasa Indonesia), light form.
    """
    w = word.casefold()
    for clitic in _CLITICS:
        if w.endswith(clitic) and len(w) - len(clitic) > _LEAST:
            w = w[: -len(clitic)]
            break
    w = _without_prefix(w)
    for suffix in _SUFFIXES:
        if w.endswith(suffix) and len(w) - len(suffix) >= _LEAST:
            return w[: -len(suffix)]
    return w


def _without_prefix(w: str) -> str:
    for prefix, put_back in (*_NASAL, *_NASAL_P):
        if w.startswith(prefix) and len(w) - len(prefix) >= _LEAST:
            rest = w[len(prefix) :]
            lost = _LOST.get(prefix, "")
            if put_back:
                return put_back + rest
            return lost + rest if lost and rest[0] in _VOWELS else rest
    for prefix in ("ber", "ter", "per", "di", "ke", "se"):
        if w.startswith(prefix) and len(w) - len(prefix) >= _LEAST:
            return w[len(prefix) :]
    return w
