"""Takes the pictures of every page, light and dark, small and large, in the real window.

    make screenshots

Each appearance is a process of its own, without a screen. The pictures go to docs/screenshots;
README's own is one of them.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt

FOLDER = Path(__file__).parent / "screenshots"
SIZES = {"small": (1366, 768), "large": (1920, 1080)}
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
EPOCHS = 5
REST_MS = 800  # a page asks its next question when it has the last answer
README = ("training", "light", "small")


def main() -> None:
    if len(sys.argv) == 3:
        take(*sys.argv[1:])
        return
    FOLDER.mkdir(exist_ok=True)
    for scheme in SCHEMES:
        for size in SIZES:
            environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
            subprocess.run([sys.executable, __file__, scheme, size], env=environment, check=True)
    training = FOLDER / f"{'-'.join(README)}.png"
    training.replace(FOLDER.parent / "inkgrad.png")


def take(scheme: str, size: str) -> None:
    """Draw a 7, train, and picture each page in turn."""
    from desktop.app import create_application, create_window
    from desktop.preferences import keep_settings_in
    from desktop.selftest import drag, seven, wait_until
    from desktop.training.run_state import State

    create_application()
    with tempfile.TemporaryDirectory() as folder:
        keep_settings_in(folder)
        os.environ["XDG_DATA_HOME"] = folder  # nobody's own digits are shown
        keep_some_digits()
        window = create_window()
        window.theme.choose(SCHEMES[scheme])
        window.resize(*SIZES[size])
        window.show()
        wait_until(lambda: window.sketch.answer.source is not None)
        picture(window, f"start-{scheme}-{size}")
        drag(window, window.sketch.canvas, seven())
        window.training.panel.settings.epochs.setValue(EPOCHS)
        window.training.train()
        wait_until(lambda: window.controller.state is State.IDLE)
        for page in window.pages.names:
            window.pages.open(page)
            picture(window, f"{page}-{scheme}-{size}")
        window.close()


def keep_some_digits() -> None:
    """Fill My digits with drawings as somebody might keep them: flat 3s and crossed 7s."""
    from engine.data.own_digits import keep, own_folder
    from engine.starter.handwriting import rewrite
    from engine.starter.material import paint
    from engine.starter.shapes import shapes

    rng = np.random.default_rng(0)
    for label, variant, count in (("3", 1, 11), ("7", 1, 14)):
        drawing = shapes("digits")[label][variant]
        for _ in range(count):
            keep(own_folder(), paint(rewrite(drawing, rng, 0.9), rng, thickest_px=3), label)


def picture(window, name: str) -> None:
    """Let the page have its answers, and save how it looks."""
    from PySide6.QtTest import QTest

    from desktop.selftest import wait_until

    QTest.qWait(REST_MS)
    wait_until(lambda: window.controller.inquiries.are_answered)
    QTest.qWait(REST_MS)
    window.grab().save(str(FOLDER / f"{name}.png"))


if __name__ == "__main__":
    main()
