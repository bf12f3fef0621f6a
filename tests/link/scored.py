"""The figures of a compare command on one of the shared sets."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from click.testing import CliRunner

SHARED = Path(__file__).resolve().parents[3] / "shared"
FILES = {"copies": ("docs",), "stories": ("docs",), "names": ("pairs",), "claims": ("docs", "queries")}
JUDGES = {"copies": "copies", "stories": "clusters", "names": "pairs", "claims": "retrieval"}


def score(what: str, name: str, threshold: float = 0.5) -> dict[str, dict[str, float]]:
    """In: what to compare and the set. Out: the scorer's figures."""
    from saksi.cli.compare import command

    folder = SHARED / "data" / name
    files = [str(folder / f"{f}.jsonl.gz") for f in FILES[what]]
    run = CliRunner().invoke(command, [what, *files, "--json"], catch_exceptions=False)
    sys.path.insert(0, str(SHARED / "score"))
    import score_pairs

    preds = [json.loads(line) for line in run.output.splitlines() if line.strip()]
    return score_pairs.WHAT[JUDGES[what]](folder, preds, threshold)
