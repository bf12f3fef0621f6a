"""Pages per second and peak memory of each room and of the whole, beside a peer on the same pages, on one core.

python bench/rooms.py [--pages N] [--write]

Pages: the texts of ../shared/data/news if it is there, else the samples again and again. The HTML peer is
trafilatura alone, on the pages of ../shared/data/html-aeb. Each room runs over all pages before the next starts, so its
time is its own. --write puts the table into bench/results/ with the machine and the versions.
"""

from __future__ import annotations

import argparse
import gzip
import json
import platform
import resource
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"


def texts(count: int) -> list[tuple[str, str, str | None]]:
    """(name, text, published) of pages."""
    news = DATA / "news" / "news.jsonl.gz"
    found: list[tuple[str, str, str | None]] = []
    if news.exists():
        with gzip.open(news, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if 1200 < len(row.get("text") or "") < 6000:
                    found.append((str(row.get("doc") or row.get("id")), row["text"], row.get("published")))
                if len(found) == count:
                    return found
    else:
        print("../shared/data/news is not here: the samples are read again and again")
    samples = [(p.name, p.read_text(encoding="utf-8"), None) for p in sorted((ROOT / "samples").glob("*.txt"))]
    while len(found) < count:
        found.extend(samples)
    return found[:count]


def html_pages(count: int) -> list[tuple[str, str]]:
    """(name, HTML) of pages; () without the data."""
    folder = DATA / "html-aeb" / "html"
    if not folder.is_dir():
        return []
    return [
        (p.name, gzip.decompress(p.read_bytes()).decode("utf-8", "replace")) for p in sorted(folder.iterdir())[:count]
    ]


def peak() -> float:
    """Peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(step: Callable[[Any], Any], items: Iterable[Any]) -> tuple[list[Any], float]:
    """What the step gives for each item, and the seconds it took."""
    began = time.perf_counter()
    out = [step(item) for item in items]
    return out, time.perf_counter() - began


def measure(count: int) -> list[tuple[str, float, float, float]]:
    """Rows of (what, pages/s, words/s, peak MB)."""
    import trafilatura

    from saksi.assemble.events import events_in
    from saksi.assemble.offices import offices_in
    from saksi.attribute.claims import claims_in
    from saksi.export.record_json import record_line
    from saksi.flow.order import record_of
    from saksi.lang.base import codes, pack
    from saksi.mark.marks import marks_in
    from saksi.model.pages import Given
    from saksi.model.raw import raw_page
    from saksi.read.article import article_in

    raws = [raw_page(n, t, given=Given(published=p, lang="id")) for n, t, p in texts(count)]
    words = sum(len(r.content.split()) for r in raws)
    record_of(raws[0])  # models and tables load once, outside the clock
    rows: list[tuple[str, float, float, float]] = []

    def row(what: str, n: int, seconds: float, size: int) -> None:
        rows.append((what, n / seconds, size / seconds, peak()))

    articles, spent = timed(article_in, raws)
    row("read (text)", len(raws), spent, words)
    articles = [a for a in articles if a.lang in codes()]
    marks, spent = timed(lambda a: marks_in(a, pack(a.lang)), articles)
    row("mark", len(articles), spent, words)
    both = list(zip(articles, marks, strict=True))
    claims, spent = timed(lambda b: claims_in(*b, pack(b[0].lang)), both)
    row("attribute", len(articles), spent, words)
    three = list(zip(articles, marks, claims, strict=True))
    _, spent = timed(lambda b: (offices_in(*b, pack(b[0].lang)), events_in(*b, pack(b[0].lang))), three)
    row("assemble", len(articles), spent, words)
    _, spent = timed(lambda r: record_line(record_of(r)), raws)
    row("whole record, text to JSON", len(raws), spent, words)
    pages = html_pages(count)
    if pages:
        size = sum(len(h.split()) for _, h in pages)
        page_raws = [raw_page(n, h, media_type="text/html") for n, h in pages]
        _, spent = timed(_quiet(article_in), page_raws)
        row("read (HTML)", len(pages), spent, size)
        _, spent = timed(lambda p: trafilatura.extract(p[1], favor_precision=True), pages)
        row("peer: trafilatura alone (HTML)", len(pages), spent, size)
    return rows


def _quiet(step: Callable[[Any], Any]) -> Callable[[Any], Any]:
    from saksi.errors import BadInput

    def run(item: Any) -> Any:
        try:
            return step(item)
        except BadInput:
            return None

    return run


def main() -> int:
    """Print the table."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--pages", type=int, default=300)
    ap.add_argument("--write", action="store_true")
    a = ap.parse_args()
    rows = measure(a.pages)
    head = f"{'':34}{'pages/s':>10}{'words/s':>12}{'peak MB':>10}"
    table = "\n".join([head] + [f"{what:34}{rate:>10.1f}{words:>12.0f}{mb:>10.0f}" for what, rate, words, mb in rows])
    print(table)
    if a.write:
        when = datetime.now(UTC)
        facts = (
            f"{when:%Y-%m-%d %H:%M} UTC, {platform.machine()} {platform.system()}, Python {platform.python_version()}"
        )
        versions = ", ".join(f"{p} {version(p)}" for p in ("saksi", "trafilatura", "msgspec", "python-crfsuite"))
        out = ROOT / "bench" / "results" / f"{when:%Y-%m-%d}-rooms.md"
        out.parent.mkdir(exist_ok=True)
        out.write_text(
            f"# Rooms\n\n`make bench` on {facts}; {versions}; {a.pages} pages.\n\n```text\n{table}\n```\n",
            encoding="utf-8",
        )
        print("wrote", out.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
