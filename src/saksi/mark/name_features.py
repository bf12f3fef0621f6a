"""What the name tagger sees of a word: features of the word itself and of the words beside it.

The trainer (train/names.py) and the tagger use the same functions, so a model fits only the code it was trained by.
"""

from __future__ import annotations

import re

from saksi.mark.name_lexicon import Lexicon

REACH = 3
"""Words this far to either side are seen."""
CODE_REACH = 1
"""Known names this far to either side are seen."""
_DIGIT = re.compile(r"\d")
_EDGE = ("<edge>",)


def shape(word: str) -> str:
    """The kind of word by its letters: Xx, X (one capital), XX (up to five), XXX, x, xX, 0, 0x, or the mark itself."""
    first = word[0]
    if first.isalpha():
        if word.isupper():
            return "X" if len(word) == 1 else "XX" if len(word) <= 5 else "XXX"
        if first.isupper():
            return "Xx" if word[1:].islower() else "XxX"
        return "x" if word.islower() else "xX"
    if first.isdigit():
        return "0" if word.isdigit() else "0x"
    return word


def features_at(word: str, lexicon: Lexicon, offset: int) -> list[str]:
    """The features that ``word`` gives to the token ``offset`` places before (negative: after) it.

    Out: strings that begin with the offset.
    """
    if word == "":
        return [f"{offset}|edge"]
    plain = _DIGIT.sub("0", word)
    low = plain.lower()
    form = shape(word)
    coarse, middle, fine = lexicon.clusters_of(plain)
    near = abs(offset) <= 1
    out = [f"w={low}", f"c={coarse}", f"m={middle}"]
    if near:
        habit = lexicon.habit(word)
        out += [f"f={fine}", f"s={form}", *(f"t={t}" for t in lexicon.traits_of(word))]
        if habit:
            out += [f"h={habit[0]}", f"h={habit}"]
        everyday = lexicon.everyday(word)
        if everyday:
            out += [f"d={everyday}", f"d={everyday}|{form}"]
    if offset == 0:
        out += [f"sh={form}|{habit}"]
        out += [f"W={plain}", f"s={form}|{min(len(word), 9)}", f"sm={form}|{middle}"]
        if form[0] != "0" and len(word) > 1:
            out += [f"p={low[:n]}" for n in (2, 3, 4) if len(low) > n]
            out += [f"e={low[-n:]}" for n in (1, 2, 3, 4) if len(low) > n]
    elif near:
        out += [f"e={low[-3:]}"] if len(low) > 4 else []
    elif offset in (-2, 2):
        out += [f"s={form}", *(f"t={t}" for t in lexicon.traits_of(word))]
    return [f"{offset}|{f}" for f in out]


def pair_class(word: str, lexicon: Lexicon) -> str:
    """The class by which a word is seen together with its neighbour: common words by themselves, others by shape."""
    if word == "":
        return "<edge>"
    form = shape(word)
    if not form.isalnum() or form in ("0", "0x"):
        return form
    coarse, middle, _ = lexicon.clusters_of(_DIGIT.sub("0", word))
    if form in ("x", "xX"):
        return f"x{middle}"
    return f"{form}{coarse}"


def features_of_code(code: str, offset: int) -> list[str]:
    """The features that a known name gives to the token ``offset`` places away."""
    return [f"{offset}|g={code}"] if code else []
