"""The rooms' versions: raised when a room gives other records for the same page."""

from __future__ import annotations

from typing import Final

VERSIONS: Final[dict[str, str]] = {"read": "1", "mark": "1", "attribute": "1", "assemble": "1", "link": "1"}
