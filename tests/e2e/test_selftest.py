"""The self-test, as a person types it: in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.long
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


@pytest.mark.long
def test_the_window_never_needs_torch(tmp_path: Path) -> None:
    script = tmp_path / "use.py"
    script.write_text(USE)
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        timeout=300,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": str(tmp_path),
            "XDG_DATA_HOME": str(tmp_path),
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        check=True,
    )
    assert done.stdout.split() == ["opened", "False", "used", "False"]


USE = """
import sys
from pathlib import Path

from PIL import Image

import engine
from desktop.app import create_application, create_window
from desktop.selftest import drag, three, wait_until


def main():
    create_application()
    window = create_window()
    print("opened", "torch" in sys.modules)
    window.show()
    drag(window, window.sketch.canvas, three())
    window.sketch.answer.seen.why_button.setChecked(True)
    window.training.panel.settings.epochs.setValue(1)
    window.model.train()
    assert wait_until(lambda: window.model.trainer.is_free)
    window.training.find_lr()
    assert wait_until(lambda: not window.training.lr_card.is_searching)
    scans, mnist = Path(sys.argv[0]).parent / "scans", engine.load_dataset("mnist")
    for row in range(200):
        place = scans / mnist.classes[mnist.train.labels[row]]
        place.mkdir(parents=True, exist_ok=True)
        Image.fromarray(255 - mnist.train.images[row]).save(place / f"{row}.png")
    window.model.datasets.choose(scans)  # whether its digits lie is seen by a network
    found = []
    window.model.checking.found.connect(found.append)
    assert wait_until(lambda: found)
    assert "light_paper" in [finding.code for finding in found[0].findings]
    questions = window.model.questions
    for page in window.pages.names:
        window.pages.open(page)
        wait_until(lambda: questions.are_answered, 5000)
    window.close()
    print("used", "torch" in sys.modules)


if __name__ == "__main__":
    main()
"""
