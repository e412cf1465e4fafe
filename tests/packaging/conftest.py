"""The installers' modules are scripts beside each other, not a package: this finds them."""

import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture(autouse=True)
def _packaging_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(PACKAGING / "linux"), str(PACKAGING), *sys.path])


@pytest.fixture
def packaging() -> Path:
    """Return the folder of all that makes the installers."""
    return PACKAGING
