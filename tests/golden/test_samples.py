"""The samples' records, line by line as they were last read by eye.

A change here is a change that a user sees: read the diff, then `make golden` to keep it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from saksi.flow.order import record_of
from saksi.intake.files import pages_at
from saksi.model.journal import Record
from saksi.model.pages import RawPage

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
PAGES = sorted(p.name for p in SAMPLES.iterdir() if p.suffix in (".txt", ".html"))


def told(record: Record) -> str:
    """A record as lines that a person can read."""
    a = record.article
    published = f"{a.published.value} {a.published.basis}" if a.published else "-"
    lines = [f"headline {a.headline}", f"outlet {a.outlet.name if a.outlet else '-'}", f"published {published}"]
    lines += [f"line {b.role}: {a.text[b.start : b.end][:60]}" for b in a.blocks]
    lines += [f"name {m.kind}: {m.span.text} = {m.head}" for m in record.marks.names]
    lines += [f"time {t.span.text if t.span else '-'} = {t.value} ({t.basis})" for t in record.marks.times]
    lines += [f"place {p.span.text} = {p.name}, {p.country}" for p in record.marks.places]
    lines += [f"figure {f.span.text} = {f.low:g}..{f.high:g} {f.unit} ({f.measure})" for f in record.marks.figures]
    for c in record.claims:
        chain = " > ".join(h.source.name or "unnamed" for h in c.chain)
        lines.append(f"claim {chain} [{c.content.mode}]: {' … '.join(s.text for s in c.content.spans)}")
    lines += [
        f"office {o.holder} {o.status} {o.position.title} {o.start or ''} {o.end or ''}".rstrip()
        for o in record.occupancies
    ]
    lines += [f"event {e.kind}/{e.subkind} {e.reality}: {e.trigger.text}" for e in record.events]
    return "\n".join(lines) + "\n"


def record(name: str) -> Record:
    page = next(iter(pages_at(str(SAMPLES / name))))
    assert isinstance(page, RawPage)
    return record_of(page)


@pytest.mark.parametrize("name", PAGES)
def test_the_record_is_as_it_was_read(name: str) -> None:
    kept = HERE / f"{name}.golden"
    assert told(record(name)) == kept.read_text(encoding="utf-8")


if __name__ == "__main__":
    for name in PAGES:
        (HERE / f"{name}.golden").write_text(told(record(name)), encoding="utf-8")
    sys.exit(0)
