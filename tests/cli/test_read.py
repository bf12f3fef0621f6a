"""saksi read, run as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SAKSI = [sys.executable, "-c", "from saksi.cli import main; main()"]


def saksi(*args: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*SAKSI, *args], input=given, capture_output=True, timeout=120, check=False)


def test_the_samples_give_a_terminal_page_each(samples: Path) -> None:
    run = saksi("read", str(samples))
    out = run.stdout.decode()
    assert run.returncode == 0, run.stderr.decode()
    assert out.count("╭") == 8
    assert "lines set aside" in out


def test_json_is_one_object_per_page(samples: Path) -> None:
    run = saksi("read", "--json", "--quiet", str(samples))
    records = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(records) == 8
    page = (samples / "1-kabarsagara-banjir.txt").read_text(encoding="utf-8")
    first = next(r for r in records if r["doc"].startswith("1-"))
    assert "text" not in first
    for line in first["lines"]:
        assert page[line["start"] : line["end"]].strip()


def test_standard_input() -> None:
    run = saksi("read", "--json", "--clean", "-", given=b"Menurut Budi, jalan itu sudah dibuka.")
    assert json.loads(run.stdout)["lines"] == [{"start": 0, "end": 37, "role": "body"}]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "binary"),
        ("only-furniture.txt", b"Berita Terkait\n-\nA\n-\nB\nTerpopuler\n- C\n- D\n", ""),
        ("german.txt", ("Der Minister sagte am Montag, dass die Straße wieder offen sei. " * 8).encode(), "language"),
    ],
)
def test_a_bad_page_has_a_reason_and_the_others_are_read(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    good = "Budi mengatakan bahwa jalan menuju kota itu sudah dibuka kembali pada hari Senin pagi.\n"
    (tmp_path / "good.txt").write_text(good, encoding="utf-8")
    run = saksi("read", "--json", str(tmp_path))
    told = run.stderr.decode()
    assert run.returncode == 1
    assert name in told
    assert reason in told
    assert [json.loads(line)["doc"] for line in run.stdout.splitlines()] == ["good.txt"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    text = "Gubernur berkata, “Jalan ini sudah dibuka.” Warga menyambut kabar itu dengan gembira di café milik Budi.\n"
    (tmp_path / "page.txt").write_bytes(text.encode(encoding))
    run = saksi("read", "--json", "--text", str(tmp_path / "page.txt"))
    assert "“Jalan ini sudah dibuka.”" in json.loads(run.stdout)["text"]


def test_wrong_use_is_exit_code_2() -> None:
    assert saksi("read", "--only", "dance", "x").returncode == 2
    assert saksi("read").returncode == 2


def test_a_path_that_is_not_there_is_told() -> None:
    run = saksi("read", "no-such-file.txt")
    assert run.returncode == 1
    assert "no-such-file.txt" in run.stderr.decode()


def test_help_teaches() -> None:
    assert b"Examples:" in saksi("read", "--help").stdout
