"""The docs name what there is: every command, error, reason and record field; the generated parts are fresh."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import msgspec
import pytest
from click.testing import CliRunner

from saksi.cli import main
from saksi.errors import SaksiError
from saksi.export import record_form
from saksi.export.record_json import record_line
from saksi.flow.order import records_of
from saksi.intake.files import pages_at

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def errors(kind: type[SaksiError] = SaksiError) -> list[type[SaksiError]]:
    return [kind] + [e for sub in kind.__subclasses__() for e in errors(sub)]


@pytest.mark.parametrize("error", errors(), ids=lambda e: e.code)
def test_every_error_has_a_heading(error: type[SaksiError]) -> None:
    assert f"\n## {error.code}\n" in (DOCS / "errors.md").read_text(encoding="utf-8")


def test_every_reason_is_told() -> None:
    told = (DOCS / "errors.md").read_text(encoding="utf-8")
    source = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "src").rglob("*.py"))
    reasons = set(re.findall(r"""reason=["']([a-z-]+)["']""", source))
    assert reasons
    assert not {r for r in reasons if f"`{r}`" not in told}


@pytest.mark.parametrize("name", main.list_commands(None))
def test_every_command_has_help_and_a_heading(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--help"])
    assert shown.exit_code == 0
    assert len(shown.output) > 200
    assert f"\n## saksi {name}\n" in (DOCS / "commands.md").read_text(encoding="utf-8")


def test_every_field_of_the_record_is_in_its_page() -> None:
    told = (DOCS / "record.md").read_text(encoding="utf-8")
    for form in vars(record_form).values():
        if isinstance(form, type) and issubclass(form, record_form.Form) and form is not record_form.Form:
            assert f"### {form.__name__}\n" in told
            assert all(f"| `{f.encode_name}` |" in told for f in msgspec.structs.fields(form))


def test_the_samples_fit_the_schema(samples: Path) -> None:
    check = jsonschema.Draft202012Validator(record_form.schema())
    lines = [record_line(r) for r in records_of(pages_at(str(samples)))]
    assert len(lines) == 8
    for line in lines:
        check.validate(msgspec.json.decode(line))


def test_the_generated_pages_are_fresh() -> None:
    run = subprocess.run([sys.executable, DOCS / "generate.py", "--check"], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_folder_says_what_it_is() -> None:
    for folder in (ROOT / "src" / "saksi").rglob("__init__.py"):
        assert folder.read_text(encoding="utf-8").startswith('"""'), folder


def test_long_files_say_why() -> None:
    for where in (ROOT / "src").rglob("*.py"):
        text = where.read_text(encoding="utf-8")
        if text.count("\n") > 400:
            assert "over 400 lines" in text[:1500].lower(), f"{where.name} is long: say why at its top"
