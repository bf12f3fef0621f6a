"""What is known of words before the text is read: their clusters, their traits, and the phrases they begin."""

from __future__ import annotations

import gzip
from functools import cache

import msgspec

from saksi.lang.tables import folder

NO_CLUSTERS = ("-", "-", "-")


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """A language's words as the tagger knows them."""

    clusters: dict[str, tuple[str, str, str]]
    """Word (digits as 0) -> coarse, middle and fine cluster."""
    traits: dict[str, tuple[str, ...]]
    """Word in lower case -> traits ("title", "first", "place" ...)."""

    def clusters_of(self, plain: str) -> tuple[str, str, str]:
        """The word's clusters; those of its lower-case form where it is unknown as it stands."""
        return self.clusters.get(plain) or self.clusters.get(plain.lower()) or NO_CLUSTERS

    def traits_of(self, word: str) -> tuple[str, ...]:
        """The word's traits."""
        return self.traits.get(word.lower(), ())


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language; without clusters where none were made."""
    return Lexicon(clusters=_clusters(code), traits={})


def _clusters(code: str) -> dict[str, tuple[str, str, str]]:
    where = folder("saksi.mark.models") / f"clusters-{code}.tsv.gz"
    if not where.is_file():
        return {}
    found: dict[str, tuple[str, str, str]] = {}
    seen: dict[tuple[str, str, str], tuple[str, str, str]] = {}
    for line in gzip.decompress(where.read_bytes()).decode("utf-8").splitlines():
        word, coarse, middle, fine = line.split("\t")
        key = (coarse, middle, fine)
        found[word] = seen.setdefault(key, key)
    return found
