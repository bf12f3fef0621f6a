"""What every record is: frozen, keyword-only, closed to unknown fields, and named by what it says."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any, ClassVar, TypeVar, dataclass_transform

import msgspec

from saksi.errors import BrokenRecord

_ENCODER = msgspec.json.Encoder(order="deterministic")


def content_id(noun: str, *says: Any) -> str:
    """The id of a record that says ``says``: the same on every run and on every machine.

    Source: BLAKE2b (RFC 7693), 80 bits, over the JSON list of the parts, so ("a.b", "c") and ("a", "b.c") differ.
    """
    return noun + "-" + blake2b(_ENCODER.encode(says), digest_size=10).hexdigest()


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Frozen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record without a name of its own (a span, a hop)."""


class Named(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record with an id made from the fields that ``SAYS`` lists.

    Leave ``id`` out and it is made; give it and it is checked.
    Raises: BrokenRecord when the id given is not the one that the record says.
    """

    NOUN: ClassVar[str] = "record"
    SAYS: ClassVar[tuple[str, ...]] = ()

    id: str = ""

    def __post_init__(self) -> None:
        made = content_id(self.NOUN, *(getattr(self, field) for field in self.SAYS))
        if not self.id:
            msgspec.structs.force_setattr(self, "id", made)
        elif self.id != made:
            raise BrokenRecord("an id that is not its record's", id=self.id, made=made)


R = TypeVar("R", bound=Frozen)


def replace(record: R, **changes: Any) -> R:
    """A new record with some fields changed, and its id made anew."""
    if isinstance(record, Named):
        changes.setdefault("id", "")
    return msgspec.structs.replace(record, **changes)
