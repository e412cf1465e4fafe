"""A second start, as a person makes it: it hands its file to the first and ends."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

FIRST = """
from desktop.app import create_application
from desktop.shell.single_instance import SingleInstance
app = create_application()
instance = SingleInstance(app)
instance.called.connect(lambda path: print(f"called {path}", flush=True))
print("first" if instance.is_first else "later", flush=True)
app.exec()
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a person who has just logged in."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    own = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("STATE", "DATA", "CONFIG")}
    runs = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(runtime)}
    return {**os.environ, **own, **runs}


@contextmanager
def first_start(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Start a program that is called, and end it by force."""
    command = [sys.executable, "-c", FIRST]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as first:
        try:
            yield first
        finally:
            first.kill()


def start_again(environment: dict[str, str], *typed: str, folder: Path) -> int:
    command = [sys.executable, "-m", "desktop", *typed]
    root = str(Path(__file__).parents[2])
    return subprocess.run(
        command, env=environment | {"PYTHONPATH": root}, cwd=folder, timeout=60, check=False
    ).returncode


def said(first: subprocess.Popen[str]) -> str:
    assert first.stdout is not None
    return first.stdout.readline().strip()


@pytest.mark.long
def test_a_second_start_hands_its_file_to_the_first(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "mine.safetensors").touch()
    with first_start(environment) as first:
        assert said(first) == "first"
        assert start_again(environment, "mine.safetensors", folder=tmp_path) == 0
        assert said(first) == f"called {tmp_path / 'mine.safetensors'}"
        assert start_again(environment, folder=tmp_path) == 0
        assert said(first) == "called"
        assert start_again(environment, "gone.safetensors", folder=tmp_path) == 1
        assert start_again(environment, folder=tmp_path) == 0
        assert said(first) == "called"  # of the file that isn't there it heard nothing


@pytest.mark.long
def test_after_a_crash_the_next_start_is_the_first(
    environment: dict[str, str], tmp_path: Path
) -> None:
    with first_start(environment) as crashed:
        assert said(crashed) == "first"
    assert list((tmp_path / "run").glob("inkgrad-*"))  # what a crash leaves behind
    (tmp_path / "lesson.inkgrad").touch()
    with first_start(environment) as first:
        assert said(first) == "first"
        assert start_again(environment, "lesson.inkgrad", folder=tmp_path) == 0
        assert said(first) == f"called {tmp_path / 'lesson.inkgrad'}"


@pytest.mark.long
def test_each_screen_has_a_first(environment: dict[str, str]) -> None:
    with first_start(environment | {"DISPLAY": ":71"}) as one:
        with first_start(environment | {"DISPLAY": ":72"}) as other:
            assert (said(one), said(other)) == ("first", "first")
        with first_start(environment | {"DISPLAY": ":71"}) as later:
            assert said(later) == "later"
