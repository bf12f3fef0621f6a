"""A hundred hard sentences, each the example of a rule: who is found to have said what."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.attribute.test_cue_rows import plain_claims

from saksi.model.claims import Claim

HERE = Path(__file__).parent


class Case(NamedTuple):
    lang: str
    rule: str
    text: str
    expected: tuple[tuple[str, ...], ...]


def _cases(lang: str) -> list[Case]:
    found: list[Case] = []
    rule, text, expected = "", "", []
    for line in [*(HERE / f"hard_{lang}.txt").read_text(encoding="utf-8").split("\n"), "## end"]:
        if line.startswith("## "):
            if text:
                found.append(Case(lang, rule, text, tuple(expected)))
            rule, text, expected = line[3:], "", []
        elif line.startswith("> "):
            if line != "> none":
                expected.append(tuple(part.strip() for part in line[2:].split("|")))
        elif line and not line.startswith("#"):
            text = re.sub(r"\s*¶\s*", "\n", line)
    return found


def _said(claim: Claim) -> tuple[str, str, str, str]:
    origin = claim.origin
    cue = claim.cue
    return (
        origin.span.text if origin.span else "-",
        cue.span.text if cue else "-",
        " // ".join(s.text.replace("\n", " ") for s in claim.content.spans),
        " > ".join(hop.source.name or "-" for hop in claim.chain[1:]),
    )


def claims_of(text: str, lang: str) -> list[tuple[str, str, str, str]]:
    """The claims without any name marked: what the sentences' own words and the pack tell must do."""
    return [_said(c) for c in plain_claims(text, lang)]


CASES = _cases("id") + _cases("en")


@pytest.mark.parametrize("case", CASES, ids=[f"{c.lang}-{c.rule}".replace(" ", "_") for c in CASES])
def test_hard(case: Case) -> None:
    found = claims_of(case.text, case.lang)
    assert [c[:3] for c in found] == [e[:3] for e in case.expected]
    for have, want in zip(found, case.expected, strict=True):
        mine, gold = have[3].split(" > "), want[3].split(" > ")
        assert len(mine) == len(gold)
        assert all(g in m for m, g in zip(mine, gold, strict=True)), have
