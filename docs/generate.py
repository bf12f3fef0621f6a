"""Makes the generated parts of docs/ anew: the JSON Schema, the field tables of record.md, the tour, the README's output.

python docs/generate.py [--check]   (--check: write nothing, exit 1 when something is out of date)
"""

from __future__ import annotations

import difflib
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import msgspec
from click.testing import CliRunner
from rich.console import Console

from saksi.cli import main as main_group
from saksi.cli.page import origins_line, show
from saksi.export import record_form
from saksi.export.record_json import record_line
from saksi.flow.order import record_of
from saksi.intake.files import pages_at
from saksi.model.journal import Record
from saksi.model.pages import BODY, RawPage

ROOT = Path(__file__).resolve().parents[1]
TOURED = ROOT / "samples" / "6-kabarsagara-pencopotan.txt"
WIDTH = 110
SEEN = {"lines-aeb", "lines-idns-dev", "html-aeb", "html-idns-dev", "names-idner2k-dev", "names-nergrit-dev"}
"""Sets that a shipped model was trained on: their floors guard against accidents and say nothing of unseen pages."""


def toured() -> Record:
    """The record of the page that the tour walks through."""
    page = next(iter(pages_at(str(TOURED))))
    assert isinstance(page, RawPage)
    return record_of(page)


def terminal_page(record: Record) -> str:
    """The terminal page as plain text."""
    out = io.StringIO()
    show(record, Console(file=out, width=WIDTH, highlight=False))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).strip("\n")


def terminal_picture(record: Record) -> str:
    """The terminal page as an SVG picture."""
    console = Console(record=True, file=io.StringIO(), width=WIDTH, highlight=False, force_terminal=True)
    show(record, console)
    svg = console.export_svg(title="saksi read", unique_id="saksi")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


def field_tables() -> str:
    """A heading and a table of fields for each part of the JSON record."""
    parts = []
    for form in vars(record_form).values():
        if isinstance(form, type) and issubclass(form, record_form.Form) and form is not record_form.Form:
            doc = " ".join((form.__doc__ or "").split())
            rows = [f"### {form.__name__}", "", doc, "", "| field | type |", "|---|---|"]
            rows += [f"| `{f.encode_name}` | {_type(f.type)} |" for f in msgspec.structs.fields(form)]
            parts.append("\n".join(rows))
    return "\n\n".join(parts)


def _type(t: Any) -> str:
    words = str(t.__name__ if isinstance(t, type) else t)
    words = words.replace("typing.", "").replace("saksi.export.record_form.", "").replace("msgspec._core.", "")
    return words.replace("|", "or").replace("'", "")


def tour() -> str:
    """docs/tour.md: one sample page walked through every room."""
    record = toured()
    article = record.article
    lines = [
        f"| {article.text[b.start : b.end][:70]} | {b.role} | {b.rule} |".replace("\n", " ") for b in article.blocks
    ]
    aside = sum(b.role not in BODY for b in article.blocks)
    names = [f"| {m.span.text} | {m.kind} | {m.head} | {m.rule} |" for m in record.marks.names]
    times = [
        f"| {t.span.text if t.span else ''} | {t.value} | {t.basis} | {', '.join(t.candidates)} | {t.rule} |"
        for t in record.marks.times
    ]
    places = [
        f"| {p.span.text} | {p.name} | {p.country or ''} | {p.precision} | {p.rule} |" for p in record.marks.places
    ]
    figures = [f"| {f.span.text} | {f.low:g} to {f.high:g} {f.unit} | {f.measure} |" for f in record.marks.figures]
    claims = [
        f"| {' … '.join(s.text for s in c.content.spans)} | {' → '.join(h.source.name or 'unnamed' for h in reversed(c.chain))}"
        f" | {c.content.mode} | {c.cue.stance if c.cue else ''} | {c.rule} |"
        for c in record.claims
    ]
    offices = [
        f"| {o.holder} | {o.status} | {o.position.title} | {o.start or ''} | {o.end or ''} | {o.rule} |"
        for o in record.occupancies
    ]
    events = [f"| {e.trigger.text} | {e.kind} {e.subkind} | {e.reality} | {e.rule} |" for e in record.events]
    head = (
        f"{len(article.blocks)} lines, {aside} of them set aside. Language: {article.lang}."
        f" Outlet: {article.outlet.name if article.outlet else 'unknown'}."
        f" Published: {article.published.value if article.published else 'unknown'}"
        f" ({article.published.rule if article.published else ''})."
    )
    first_claim = json.loads(record_line(record))["claims"][:1]
    return "\n".join([
        "# Tour: one page through every room",
        "",
        "Made by `make docs`; do not edit. The page is `samples/6-kabarsagara-pencopotan.txt` (fictional events).",
        "",
        "## read",
        head,
        "",
        "| line | role | rule |", "|---|---|---|", *lines,
        "",
        "## mark",
        "| name | kind | head | rule |", "|---|---|---|---|", *names, "",
        "| time | value | basis | candidates | rule |", "|---|---|---|---|---|", *times, "",
        "| place | is | country | precision | rule |", "|---|---|---|---|---|", *places, "",
        "| figure | value | measure |", "|---|---|---|", *figures,
        "",
        "## attribute",
        "| content | chain, origin first | mode | stance | rule |", "|---|---|---|---|---|", *claims,
        "",
        "## assemble",
        "| person | status | title | from | to | rule |", "|---|---|---|---|---|---|", *offices, "",
        "| trigger | kind | reality | rule |", "|---|---|---|---|", *events,
        "",
        "## link",
        f"Behind the {len(record.claims)} claims: {origins_line(record.origins) if record.origins else 'none'}.",
        "",
        "## The record",
        "The first claim as `saksi read --json` gives it:",
        "", "```json", json.dumps(first_claim, ensure_ascii=False, indent=1), "```", "",
    ])  # fmt: skip


def commands() -> str:
    """docs/commands.md: the help of every command."""
    parts = ["# Commands", "", "Made by `make docs`; do not edit.", ""]
    for name in main_group.list_commands(None):  # type: ignore[arg-type]
        shown = CliRunner().invoke(main_group, [name, "--help"], prog_name="saksi").output.rstrip()
        parts += [f"## saksi {name}", "", "```text", shown, "```", ""]
    return "\n".join(parts)


def floors() -> str:
    """The table of floors, one line per set and measure."""
    kept = ROOT / "tests" / "score" / "floors.json"
    rows = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    lines = ["| set | measure | value | n | since |", "|---|---|---|---|---|"]
    for key, row in rows.items():
        name, measure = key.split(" ", 1)
        value = f"{row['floor']:g}" if measure.endswith("leaks") else f"{row['floor']:.3f}"
        name += " †" if name in SEEN else ""
        lines.append(f"| {name} | {measure} | {value} | {row['n']} | {row['date']} |")
    return "\n".join(lines)


def between(text: str, name: str, new: str) -> str:
    """The text with what stands between the markers of ``name`` replaced."""
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    assert pattern.search(text), name
    return pattern.sub(lambda m: m[1] + new + "\n" + m[2], text)


def pages() -> dict[Path, str]:
    """What each generated file should hold."""
    record = toured()
    readme, form = (ROOT / "README.md").read_text(encoding="utf-8"), ROOT / "docs" / "record.md"
    scores = ROOT / "docs" / "scores.md"
    page = terminal_page(record)
    return {
        ROOT / "docs" / "record.schema.json": json.dumps(record_form.schema(), indent=1) + "\n",
        form: between(form.read_text(encoding="utf-8"), "fields", field_tables()),
        scores: between(scores.read_text(encoding="utf-8"), "floors", floors()),
        ROOT / "docs" / "tour.md": tour(),
        ROOT / "docs" / "commands.md": commands(),
        ROOT / "docs" / "terminal.svg": terminal_picture(record),
        ROOT / "README.md": between(readme, "demo", f"```text\n{page}\n```"),
    }


def main() -> int:
    """0, or 1 with --check when a file is out of date."""
    stale = 0
    for where, text in pages().items():
        old = where.read_text(encoding="utf-8") if where.exists() else ""
        if old == text:
            continue
        if "--check" in sys.argv:
            stale = 1
            told = difflib.unified_diff(old.split("\n"), text.split("\n"), lineterm="", n=0)
            print(f"{where.relative_to(ROOT)} is out of date (make docs):", *list(told)[:12], sep="\n")
        else:
            where.write_text(text, encoding="utf-8")
            print("wrote", where.relative_to(ROOT))
    return stale


if __name__ == "__main__":
    sys.exit(main())
