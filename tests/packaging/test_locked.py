"""What the package is frozen from is known file by file, and agrees with what is tested."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKED = ROOT / "packaging" / "linux" / "locked.txt"
LINE = re.compile(r"([\w.-]+)==([\w.]+)(\+cpu)? --hash=sha256:[0-9a-f]{64}")
REPORT = {
    "install": [
        {"metadata": {"name": "Torch", "version": "2.1+cpu"},
         "download_info": {"url": "…", "archive_info": {"hashes": {"sha256": "ab"}}}},
        {"metadata": {"name": "inkgrad", "version": "0.1"},
         "download_info": {"url": "file:///inkgrad", "dir_info": {}}},
    ]
}  # fmt: skip


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def versions() -> dict[str, str]:
    """Return the locked versions by name; each line must be whole."""
    lines = LOCKED.read_text().splitlines()
    found = [LINE.fullmatch(line) for line in lines if not line.startswith("#")]
    return {plain(line[1]): line[2] for line in found if line}


def test_every_file_has_a_hash_and_the_version_that_is_tested(versions: dict[str, str]) -> None:
    lines = [line for line in LOCKED.read_text().splitlines() if not line.startswith("#")]
    assert len(versions) == len(lines) > 20
    constraints = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "constraints.txt").read_text(), re.M)
    tested = {plain(name): version for name, version in constraints}
    assert {name: tested.get(name) for name in versions} == versions


def test_all_that_inkgrad_asks_for_is_locked(versions: dict[str, str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["package"]]
    names = {plain(re.split(r"[<>=!~;\[ ]", line)[0]) for line in wanted}
    assert names - versions.keys() == set()


def test_inkgrad_itself_is_not_locked() -> None:
    import lock

    assert lock.LOCKED == LOCKED
    (line,) = lock.locked(REPORT).splitlines()[1:]
    assert line == "torch==2.1+cpu --hash=sha256:ab"


def test_what_is_known_is_told_and_what_cannot_be_asked_is_no_answer() -> None:
    import audit

    assert audit.requirements("# a\ntorch==2.1+cpu --hash=sha256:ab\n") == "torch==2.1\n"
    fault = {"id": "PYSEC-1", "fix_versions": ["2.2"]}
    other = {"name": "x", "skip_reason": ""}
    packages = [{"name": "torch", "version": "2.1", "vulns": [fault]}, other]
    assert audit.found_in('{"dependencies": []}') == []
    assert audit.found_in("") is audit.found_in("[]") is None
    (line,) = audit.found_in(json.dumps({"dependencies": packages})) or []
    assert line == "torch 2.1: PYSEC-1, mended in ['2.2']"
