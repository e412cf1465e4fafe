"""What someone reads who types `make run` for the first time."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

MANY_WORDS = 'i=0; while [ $i -lt 99 ]; do echo "word $i"; i=$((i + 1)); done; echo oh >&2; exit 3'


def quietly(packaging: Path, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [packaging / "quietly", "logs/step.log", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_step_that_works_says_nothing(packaging: Path, tmp_path: Path) -> None:
    done = quietly(packaging, tmp_path, "echo", "much")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "logs" / "step.log").read_text() == "much\n"


def test_a_step_that_fails_shows_the_end_of_its_log_and_names_it(
    packaging: Path, tmp_path: Path
) -> None:
    done = quietly(packaging, tmp_path, "sh", "-c", MANY_WORDS)
    assert done.returncode == 3
    assert done.stdout == ""
    assert "word 98\n    oh\n" in done.stderr
    assert "word 80\n" not in done.stderr
    assert done.stderr.endswith("All that it said is in logs/step.log.\n")
    assert "word 0\n" in (tmp_path / "logs" / "step.log").read_text()


@pytest.mark.long
def test_without_a_network_it_says_so_in_a_few_lines(packaging: Path, tmp_path: Path) -> None:
    place = tmp_path / "a clone"
    place.mkdir()
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(packaging.parent / name, place)
    shutil.copytree(packaging, place / "packaging")
    alone = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": ""}
    done = subprocess.run(
        [place / "packaging" / "environment", "run"],
        env=os.environ | alone,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    said = done.stdout.splitlines()
    assert said[0] == "Making the Python environment in .venv, once:"
    assert len(said) == 3
    log = place / done.stderr.split()[-1].rstrip(".")
    assert "setuptools" in log.read_text()
