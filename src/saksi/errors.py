"""The error tree; each branch says who must act.

SaksiError
├── BadInput       the page is at fault: skip it, count its reason, go on
├── BadPack        a language pack or table is at fault: refuse to start, name file and line
├── BadConfig      a setting or argument is at fault: refuse to start
├── BrokenRecord   our fault: a record that contradicts itself; crash
├── LinkConflict   two links that cannot both hold: keep both, ask an editor
├── StoreError     the store is at fault: nothing was written, say what to do
└── RunError       a long run is at fault
    ├── Retry        once more may work
    └── ShardFailed  one input file failed for good; the others go on

Every error has a stable ``code``, carries its values, and pickles.
"""

from __future__ import annotations


class SaksiError(Exception):
    """The root of all errors that saksi raises on purpose."""

    code = "saksi-error"

    def __init__(self, message: str = "", **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        told = ", ".join(f"{k}={v!r}" for k, v in self.values.items())
        return f"{self.message} ({told})" if told else self.message

    def __reduce__(self) -> tuple[object, ...]:
        return (_again, (type(self), self.message, self.values))


def _again(kind: type[SaksiError], message: str, values: dict[str, object]) -> SaksiError:
    return kind(message, **values)


class BadInput(SaksiError):
    """A page that cannot be read. ``reason`` is one of a few slugs and is what gets counted."""

    code = "bad-input"

    def __init__(self, message: str = "", reason: str = "unreadable", **values: object) -> None:
        super().__init__(message, reason=reason, **values)

    @property
    def reason(self) -> str:
        """The slug under which the page is counted."""
        return str(self.values["reason"])

    def __str__(self) -> str:
        return self.message or self.reason


class BadPack(SaksiError):
    """A language pack or a table of known things with a bad row. Carries ``file`` and ``line``."""

    code = "bad-pack"


class BadConfig(SaksiError):
    """A setting or an argument that cannot be meant."""

    code = "bad-config"


class BrokenRecord(SaksiError):
    """A record that contradicts itself: a defect of saksi."""

    code = "broken-record"


class LinkConflict(SaksiError):
    """Two links that cannot both hold."""

    code = "link-conflict"


class StoreError(SaksiError):
    """The store cannot be read or written as asked."""

    code = "store-error"


class RunError(SaksiError):
    """A long run met a fault."""

    code = "run-error"


class Retry(RunError):
    """The same step may work when tried again."""

    code = "retry"


class ShardFailed(RunError):
    """One input file failed for good."""

    code = "shard-failed"
