"""`engine`, `desktop` and `assets` are names that others give to their files too."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# What pip writes for an entry point.
SCRIPT = """
import sys
from {module} import {function}
if __name__ == "__main__":
    sys.exit({function}())
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return somebody's folder, in which they work."""
    folder = tmp_path / "theirs"
    (folder / "assets").mkdir(parents=True)
    (folder / "assets" / "__init__.py").touch()
    for name in ("engine", "random", "socket"):  # and names that Python itself has
        (folder / f"{name}.py").write_text(f"raise SystemExit('this is their {name}.py')\n")
    return folder


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """Return the `inkgrad` command as pip installs it."""
    module, function = PROJECT["scripts"]["inkgrad"].split(":")
    script = tmp_path / "inkgrad"
    script.write_text(SCRIPT.format(module=module, function=function))
    return script


def run(*command: str | Path, folder: Path, path: list[Path]) -> subprocess.CompletedProcess[str]:
    places = os.pathsep.join(map(str, path))
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": places},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def passed(done: subprocess.CompletedProcess[str]) -> bool:
    assert done.stdout, done.stderr
    facts = json.loads(done.stdout)
    assert facts["ok"], facts
    return done.returncode == 0


@pytest.mark.long
def test_the_command_works_where_pythonpath_has_such_names(
    folder: Path, script: Path, tmp_path: Path
) -> None:
    (folder / "desktop.py").write_text("raise SystemExit('this is their desktop.py')\n")
    for name in ("random", "socket"):  # on PYTHONPATH these would break Python itself
        (folder / f"{name}.py").unlink()
    assert passed(run(script, "selftest", folder=tmp_path, path=[folder, ROOT]))


@pytest.mark.long
def test_the_window_and_its_worker_work_in_a_folder_with_such_names(folder: Path) -> None:
    assert passed(run("-m", "desktop", "selftest", folder=folder, path=[ROOT]))


@pytest.mark.long
def test_the_command_works_in_a_folder_with_such_names(folder: Path, script: Path) -> None:
    assert passed(run(script, "selftest", folder=folder, path=[ROOT]))


@pytest.mark.long
def test_the_engine_alone_works_in_a_folder_with_such_names(folder: Path) -> None:
    (folder / "engine.py").unlink()  # Python would run theirs, as it was asked to
    Image.fromarray(np.full((28, 28), 255, np.uint8)).save(folder / "blank.png")
    done = run("-m", "engine", "predict", "blank.png", "--json", folder=folder, path=[ROOT])
    assert (done.returncode, done.stderr) == (0, "")
    assert "label" in done.stdout
