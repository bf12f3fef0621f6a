"""Indonesian morphology: prefixes meN- di- ber- ter- peN-, suffixes -kan -i -an, clitics -nya -lah -kah -pun."""

from __future__ import annotations

_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_SUFFIXES = ("kan", "an", "i")
_NASAL = (("meny", "s"), ("meng", ""), ("mem", ""), ("men", ""), ("me", ""))
_NASAL_P = (("peny", "s"), ("peng", ""), ("pem", ""), ("pen", ""), ("pe", ""))
_PLAIN = ("memper", "diper", "per", "ber", "ter", "di", "ke")
_WITH_AN = ("per", "ke")
"""Prefixes that go with the suffix -an ("perkataan", "kebanjiran"), and are else part of the word ("perintah")."""
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
    w, noun = _without_prefix(w)
    for suffix in ("an", "kan", "i") if noun else _SUFFIXES:  # "penarikan" is pe-tarik-an, "menarikkan" me-tarik-kan
        if w.endswith(suffix) and len(w) - len(suffix) >= _LEAST:
            return w[: -len(suffix)]
    return w


def _without_prefix(w: str) -> tuple[str, bool]:
    """The word without its prefix, and whether the prefix makes nouns."""
    for prefix, put_back in (*_NASAL, *_NASAL_P) if not w.startswith(("memper", "per")) else ():
        if w.startswith(prefix) and len(w) - len(prefix) >= _LEAST:
            rest = w[len(prefix) :]
            lost = _LOST.get(prefix, "")
            noun = prefix[0] == "p"
            if put_back:
                return put_back + rest, noun
            return lost + rest if lost and rest[0] in _VOWELS else rest, noun
    for prefix in _PLAIN:
        if w.startswith(prefix) and len(w) - len(prefix) > _LEAST and (prefix not in _WITH_AN or w.endswith("an")):
            return w[len(prefix) :], prefix in _WITH_AN
    return w, False
