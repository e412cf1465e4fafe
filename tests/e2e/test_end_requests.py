"""The window is told to end from outside: what was changed a moment ago is kept."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.sketch.svg import history_from_svg

ROOT = Path(__file__).parents[2]
LIMIT_S = 120
USE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from desktop import app, session
from desktop.selftest import drag, seven

session.CALM_MS = 10_000_000  # nothing is kept by the clock
present = app.present

def use(window):
    present(window)
    drag(window, window.sketch.canvas, seven())
    window.pages.open("data")
    if "commit" in sys.argv:
        QGuiApplication.instance().commitDataRequest.emit(None)
    elif "dialog" in sys.argv:
        QTimer.singleShot(0, window.learn.reset_progress)
        QTimer.singleShot(500, lambda: print("ready", flush=True))
    elif "drawn" in sys.argv:
        window.actions_.clear.trigger()
        window.actions_.undo.trigger()
        window.sketch.kept.connect(lambda problem: print(problem or "ready", flush=True))
    if not {"dialog", "drawn"} & set(sys.argv):
        print("ready", flush=True)

app.present = use
sys.exit(app.run())
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


@contextmanager
def window(tmp_path: Path, *typed: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a window that was just used, and end it by force where it doesn't by itself."""
    (tmp_path / "run").mkdir(mode=0o700)
    folders = {f"XDG_{n}_HOME": str(tmp_path / n) for n in ("STATE", "DATA", "CONFIG", "CACHE")}
    own = {"XDG_RUNTIME_DIR": str(tmp_path / "run"), "PYTHONPATH": str(ROOT), **folders}
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **own}
    command = [sys.executable, "-c", USE, *typed]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        try:
            assert run.stdout is not None
            assert run.stdout.readline() == b"ready\n"
            yield run
        finally:
            run.kill()


def is_kept(tmp_path: Path) -> bool:
    settings = tmp_path / "CONFIG" / "Inkgrad" / "Inkgrad.conf"
    sketch = tmp_path / "DATA" / "Inkgrad" / "Inkgrad" / "sketch.svg"
    return sketch.exists() and settings.exists() and b"page=data" in settings.read_bytes()


@pytest.mark.parametrize(
    "name",
    ["SIGTERM", *(pytest.param(name, marks=pytest.mark.long) for name in ("SIGHUP", "SIGINT"))],
)
def test_a_signal_ends_it_and_nothing_is_lost(tmp_path: Path, name: str) -> None:
    with window(tmp_path) as run:
        assert not is_kept(tmp_path)
        run.send_signal(getattr(signal, name))
        _, err = run.communicate(timeout=LIMIT_S)
        assert run.returncode == 0
        assert b"Traceback" not in err
    assert is_kept(tmp_path)


@pytest.mark.long
def test_a_dialog_that_is_open_holds_nothing_up(tmp_path: Path) -> None:
    with window(tmp_path, "dialog") as run:
        run.send_signal(signal.SIGTERM)
        assert run.wait(LIMIT_S) == 0
    assert is_kept(tmp_path)


def test_the_end_of_a_desktops_session_keeps_it(tmp_path: Path) -> None:
    """Killed a moment after the session manager has asked to save."""
    with window(tmp_path, "commit") as run:
        run.kill()
    assert is_kept(tmp_path)


def test_a_kill_leaves_the_sketch_and_what_can_be_undone(tmp_path: Path) -> None:
    with window(tmp_path, "drawn") as run:
        run.kill()
    sketch = tmp_path / "DATA" / "Inkgrad" / "Inkgrad" / "sketch.svg"
    history = history_from_svg(sketch.read_bytes())
    assert [step.value for step in history.steps[-2:]] == ["stroke", "clear"]
    assert history.now == len(history.steps) - 1
    assert not history.content.is_empty
    assert history.states[-1].is_empty
