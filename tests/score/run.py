"""Scores every layer on ../shared/data with the scorers of ../shared/score, against the floors.

python -m tests.score.run [SET ...] [--lower NOTE] [--jobs N] [--by FIELD] [--keep FOLDER]

A floor goes up by itself when a run beats it and never down, unless --lower names the decision note that says why.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "tests" / "score" / "floors.json"

# set -> how it is read, the last room it needs, the measures that have floors
SETS: dict[str, tuple[bool, str, tuple[str, ...]]] = {
    "record-dev": (False, "assemble", (
        "lines.body", "lines.role", "statements.exact", "statements.partial", "statements.attribution",
        "statements.chain", "times.value", "places.span_country", "offices.person_relation", "figures.span",
        "figures.value", "names.all", "statements.leaks")),
    "record-seed": (False, "assemble", (
        "lines.body", "lines.role", "statements.attribution", "statements.chain", "times.value", "names.all",
        "places.span_country", "offices.person_relation", "statements.leaks")),
    "record-en-dev": (False, "assemble", (
        "lines.body", "statements.exact", "statements.attribution", "statements.chain", "times.value",
        "places.span_country", "offices.person_relation", "figures.span", "statements.leaks")),
    "lines-idns-dev": (False, "read", ("lines.body",)),
    "lines-aeb": (False, "read", ("lines.body",)),
    "html-idns-dev": (False, "read", ("body",)),
    "html-aeb": (False, "read", ("body",)),
    "names-idner2k-dev": (True, "mark", ("names.all",)),
    "names-nergrit-dev": (True, "mark", ("names.all",)),
    "names-nerui": (True, "mark", ("names.all",)),
    "times-indotimex": (True, "mark", ("times.strict", "times.value")),
    "times-tbaq": (True, "mark", ("times.strict", "times.value")),
    "places-inageo": (True, "mark", ("places.relaxed", "places.acc161")),
    "places-trnews": (True, "mark", ("places.relaxed", "places.acc161")),
    "statements-pfsa-dev": (True, "attribute", ("statements.exact", "statements.attribution")),
    "statements-kota": (True, "attribute", ("statements.partial",)),
    "statements-polnear-dev": (True, "attribute", ("statements.partial", "statements.attribution")),
}  # fmt: skip
LOW_IS_GOOD = ("statements.leaks", "places.median_km")


def predict(args: tuple[str, bool, str, int, int]) -> list[bytes]:
    from saksi.export.record_json import record_line
    from saksi.flow.order import records_of
    from saksi.intake.files import pages_at
    from saksi.model.pages import Dropped

    name, clean, until, part, parts = args
    pages = (
        p
        for i, p in enumerate(pages_at(str(SHARED / "data" / name / "docs.jsonl.gz"), clean=clean))
        if i % parts == part
    )
    return [record_line(r) for r in records_of(pages, until) if not isinstance(r, Dropped)]


def run(name: str, jobs: int, by: str | None, keep: Path | None) -> tuple[dict, dict, float]:
    sys.path.insert(0, str(SHARED / "score"))
    import score as judge

    clean, until, _ = SETS[name]
    began = time.perf_counter()
    parts = [(name, clean, until, i, jobs) for i in range(jobs)]
    if jobs == 1:
        lines = predict(parts[0])
    else:
        with ProcessPoolExecutor(jobs) as pool:
            lines = [line for some in pool.map(predict, parts) for line in some]
    spent = time.perf_counter() - began
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{name}.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    preds = {r["doc"]: r for r in map(json.loads, lines)}
    if name.startswith("statements-"):  # gold without chains: the scorer wants none in the predictions either
        preds = {doc: r | {"claims": [c | {"chain": []} for c in r["claims"]]} for doc, r in preds.items()}
    pairs = judge.load(SHARED / "data" / name)
    figures, groups = judge.score(pairs, preds, by)
    return figures, groups, len(pairs) / spent


def digest(name: str) -> str:
    with gzip.open(SHARED / "data" / name / "gold.jsonl.gz") as gold:
        return hashlib.sha256(gold.read()).hexdigest()[:16]


def _hold(floors: dict, fallen: list[str], key: str, value: float, n: int, of: str, lower: str | None) -> None:
    """Holds a figure against its floor, and raises the floor to it."""
    old = floors.get(key)
    low_is_good = key.rsplit(" ", maxsplit=1)[-1] in LOW_IS_GOOD
    worse = old and (value > old["floor"] if low_is_good else value < old["floor"])
    if worse and not lower:
        fallen.append(f"{key}: {value} is under its floor {old['floor']}")
        return
    if not old or value != old["floor"] or old["digest"] != of:
        floors[key] = {"floor": value, "n": n, "digest": of, "date": date.today().isoformat()}
        if worse:
            floors[key]["lowered_by"] = lower


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("sets", nargs="*", help="which sets (default: all)")
    ap.add_argument("--lower", metavar="NOTE", help="let floors go down; NOTE is the decision note that says why")
    ap.add_argument("--jobs", type=int, default=2)
    ap.add_argument("--by", help="also print the figures by this field (render, lang ...)")
    ap.add_argument("--keep", type=Path, help="keep the predictions in this folder")
    ap.add_argument("--dry", action="store_true", help="leave floors.json as it is")
    a = ap.parse_args()
    if not (SHARED / "data").is_dir() or not (SHARED / "score").is_dir():
        print("skipped: ../shared/data is not here, nothing to score")
        return 0
    if a.lower and not Path(a.lower).is_file():
        ap.error(f"no such decision note: {a.lower}")
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen = []
    from tests.score import pairs

    for name in a.sets or [*SETS, *pairs.SETS]:
        if name in pairs.SETS:
            found = pairs.floored(name)
            print(f"\n{name}\n" + "\n".join(f"{m:44} {v:.4f}" for m, v in found.items()))
            for measure, v in found.items():
                _hold(floors, fallen, f"{name} {measure}", round(v, 4), 0, pairs.digest(name), a.lower)
            continue
        figures, groups, rate = run(name, a.jobs, a.by, a.keep)
        print(f"\n{name}  ({rate:.1f} documents/s, {a.jobs} processes)")
        sys.path.insert(0, str(SHARED / "score"))
        import score as judge

        print(judge.show(figures))
        for group, some in groups.items():
            print(f"\n{a.by} = {group}\n{judge.show(some)}")
        for measure in SETS[name][2]:
            if measure not in figures:
                continue
            m = figures[measure]
            value = round(m.get("f1", m.get("value")) or 0.0, 4)
            n = m.get("gold", m.get("n", 0))
            _hold(floors, fallen, f"{name} {measure}", value, n, digest(name), a.lower)
    if not a.dry:
        FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=1) + "\n", encoding="utf-8")
    for line in fallen:
        print("FALLEN", line)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
