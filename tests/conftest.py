"""What all tests share: where the data lies, and a loud skip where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if (SHARED / "data").is_dir():
        return
    for item in items:
        if item.get_closest_marker("data"):
            item.add_marker(
                pytest.mark.skip(reason="../shared/data is not here: tests on the shared data are left out")
            )


@pytest.fixture(scope="session")
def data() -> Path:
    return SHARED / "data"


@pytest.fixture(scope="session")
def samples() -> Path:
    return ROOT / "samples"
