"""Codes of event types in other schemes: PLOVER, CAMEO, ACLED."""

from __future__ import annotations

from functools import cache

from saksi.lang.tables import folder, table
from saksi.model.frozen import Frozen


class EventCodes(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of our event types and its nearest codes elsewhere; "" where a scheme has none.

    Source: PLOVER and CAMEO 1.1b3 (Open Event Data Alliance; Schrodt, Gerner, Yilmaz), ACLED codebook (2023).
    """

    kind: str
    subkind: str
    plover: str = ""
    mode: str = ""
    """PLOVER's mode of its class."""
    cameo: str = ""
    acled_type: str = ""
    acled_sub: str = ""


@cache
def event_codes() -> tuple[EventCodes, ...]:
    """All event types, in the table's order."""
    return table(folder("saksi.known") / "event_codes.tsv", EventCodes)


@cache
def _by_type() -> dict[tuple[str, str], EventCodes]:
    return {(c.kind, c.subkind): c for c in event_codes()}


def codes_of(kind: str, subkind: str) -> EventCodes | None:
    """The codes of an event type; None for a type that is not in the table."""
    return _by_type().get((kind, subkind))


PLOVER_OF_CAMEO_ROOT: dict[str, str] = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "CONCEDE",
    "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST",
    "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
"""CAMEO root -> PLOVER class. 01 (statement) has none; 087 (de-escalate) is RETREAT in PLOVER."""


def plover_of_cameo(code: str) -> str | None:
    """The PLOVER class of a CAMEO code; None for a public statement or an unknown code."""
    if code.startswith("087"):
        return "RETREAT"
    return PLOVER_OF_CAMEO_ROOT.get(code[:2])


def types_of_acled(sub_event: str) -> tuple[EventCodes, ...]:
    """Our event types that fit an ACLED sub-event type, in the table's order; () for none."""
    return tuple(c for c in event_codes() if c.acled_sub == sub_event)
