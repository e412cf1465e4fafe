"""The self-test, as a person types it: in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path


def test_the_self_test_passes_and_takes_a_picture(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "selftest", "--screenshot", str(picture)],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    facts = json.loads(done.stdout)
    assert done.returncode == 0, facts
    assert facts["ok"]
    assert {step["step"] for step in facts["steps"]} >= {"draw a 3", "draw a 7", "train one epoch"}
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_window_opens_without_torch(tmp_path: Path) -> None:
    look = (
        "import sys; from desktop.app import create_application, create_window;"
        "app = create_application(); window = create_window();"
        "print('torch' in sys.modules); window.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", look],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)},
        check=True,
    )
    assert done.stdout.split() == ["False"]
