"""Takes the pictures of every page and of some moments, light and dark, in the real window.

    make screenshots

Each sitting is a process of its own, without a screen. The pictures go to docs/screenshots;
README's own is one of them.
"""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt

from engine.lessons.lesson_file import PAGES

if TYPE_CHECKING:  # a sitting alone needs them
    from PySide6.QtWidgets import QWidget

    from desktop.main_window import MainWindow

FOLDER = Path(__file__).parent / "screenshots"
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
EPOCHS = 5
TOO_HIGH_RATE = 1000.0
REST_MS = 800  # a page asks its next question when it has the last answer
README = "training-light-small"


@dataclass(frozen=True)
class Sitting:
    """One window, and what it sits for: "start", "step", "moments", or pages by name."""

    name: str
    scheme: str
    size: tuple[int, int]
    scenes: tuple[str, ...]
    language: str = "en"
    scale: float = 1.0


SCENES = ("start", *PAGES)
SMALL, LARGE, MAGNIFIED = (1366, 768), (1920, 1080), (1093, 614)
SITTINGS = (
    Sitting("light-small", "light", SMALL, (*SCENES, "step", "moments")),
    Sitting("light-large", "light", LARGE, SCENES),
    Sitting("dark-small", "dark", SMALL, SCENES),
    Sitting("dark-large", "dark", LARGE, (*SCENES, "step")),
    Sitting("light-small", "light", SMALL, ("stands",)),
    Sitting("dark-large", "dark", LARGE, ("stands",)),
    Sitting("german", "light", SMALL, ("training",), language="de"),
    Sitting("magnified", "dark", MAGNIFIED, ("evaluate",), scale=1.25),
)


def main() -> None:
    if len(sys.argv) == 2:
        take(SITTINGS[int(sys.argv[1])])
        return
    FOLDER.mkdir(exist_ok=True)
    for index, sitting in enumerate(SITTINGS):
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(sitting.scale),
        }
        subprocess.run([sys.executable, __file__, str(index)], env=environment, check=True)
    (FOLDER / f"{README}.png").replace(FOLDER.parent / "inkgrad.png")


def take(sitting: Sitting) -> None:
    """Draw a 7, train, and picture each scene in turn."""
    from desktop.app import create_application, create_window
    from desktop.selftest import drag, seven, wait_until
    from desktop.shell.preferences import Preferences, keep_settings_in

    create_application()
    with tempfile.TemporaryDirectory() as folder:
        keep_settings_in(folder)
        os.environ["XDG_DATA_HOME"] = folder  # nobody's own drawings are shown
        keep_some_drawings()
        Preferences().language = sitting.language
        window = create_window()
        window.theme.choose(SCHEMES[sitting.scheme])
        window.resize(*sitting.size)
        window.show()
        wait_until(lambda: window.sketch.answer.source is not None)
        if "start" in sitting.scenes:
            picture(window, f"start-{sitting.name}")
        drag(window, window.sketch.canvas, seven())
        window.training.panel.settings.epochs.setValue(EPOCHS)
        window.model.train()
        wait_until(lambda: window.model.trainer.is_free)
        for page in window.pages.names:
            if page in sitting.scenes:
                window.pages.open(page)
                picture(window, f"{page}-{sitting.name}")
        if "step" in sitting.scenes:
            take_step(window, sitting.name)
        if "stands" in sitting.scenes:
            take_stands(window, sitting.name)
        if "moments" in sitting.scenes:
            take_moments(window, sitting.name)
        window.close()


def take_stands(window: "MainWindow", name: str) -> None:
    """Train with and without augmentation, and picture how both stand a shift of the sketch."""
    from desktop.evaluate.page import EvaluatePage
    from desktop.evaluate.views import ROBUSTNESS
    from desktop.selftest import wait_until

    page = window.pages.open("evaluate")
    assert isinstance(page, EvaluatePage)
    page.views.tabs.setCurrentIndex(ROBUSTNESS)
    panel = page.robustness
    assert panel
    panel.bar.pair.click()
    wait_until(lambda: not panel.pair.preset)
    panel.bar.choice.choose_plain("shift")
    panel.bar.slider.setValue(16)  # 4 px
    picture(window, f"stands-{name}")


def take_neuron(window: "MainWindow", name: str) -> None:
    """Picture the hidden neuron that speaks most for the answer."""
    from desktop.inspect.network_view import Neuron
    from desktop.inspect.page import InsidePage

    inside = window.pages.open("inside")
    assert isinstance(inside, InsidePage)
    passage = inside.network.view.passage
    assert passage
    inside.network.chosen.emit(Neuron(0, int(passage.columns[0].adds.argmax())))
    assert inside.neuron
    picture(window, f"neuron-{name}", inside.neuron)
    inside.neuron.close()


def take_step(window: "MainWindow", name: str) -> None:
    """Picture how a gradient comes about, and what the optimizer makes of it."""
    from desktop.inspect.page import InsidePage
    from desktop.selftest import wait_until

    inside = window.pages.open("inside")
    assert isinstance(inside, InsidePage)
    inside.network.step.click()
    step = inside.step
    assert step
    wait_until(lambda: step.pages)
    kinds = [page.kind.value for page in step.pages]
    for kind in ("back", "update"):
        step.list.setCurrentRow(kinds.index(kind))
        picture(window, f"step-{kind}-{name}", step)
    step.close()


def take_moments(window: "MainWindow", name: str) -> None:
    """Picture what opens or happens only now and then; the last one spoils the network."""
    from desktop.selftest import wait_until

    take_neuron(window, name)
    window.pages.open("training")
    settings, finder = window.training.panel.settings, window.training.lr_card
    window.sketch.answer.seen.why_button.click()
    picture(window, f"why-{name}")
    window.sketch.answer.seen.why_button.click()
    settings.more.click()
    picture(window, f"more-{name}")
    settings.more.click()
    window.training.find_lr()
    wait_until(lambda: not finder.is_searching)
    picture(window, f"finder-{name}")
    finder.close_finder()
    take_comparison(window, name)
    take_landscape(window, name)
    window.model.datasets.choose("mnist")
    settings.model.setCurrentText("mlp")
    settings.lr.setValue(TOO_HIGH_RATE)
    window.model.train()
    wait_until(window.banner.isVisible)
    wait_until(lambda: window.model.trainer.is_free)
    picture(window, f"diverged-{name}")


def take_comparison(window: "MainWindow", name: str) -> None:
    """Train twice more with other settings, compare all three runs, and look back on one."""
    from desktop.selftest import wait_until

    settings = window.training.panel.settings
    for lr, batch_size in ((0.02, 256), (0.1, 32)):
        settings.lr.setValue(lr)
        settings.batch_size.setValue(batch_size)
        window.model.train()
        wait_until(lambda: window.model.trainer.is_free)
    tick_all(window)
    window.training.curves.along_menu.choose("images")
    picture(window, f"compare-{name}")
    window.training.curves.along_menu.choose("batches")
    slider, view = window.training.playback.slider, window.training.runs.view
    view.selectRow(2)
    wait_until(lambda: slider.maximum() > 3)
    slider.setValue(4)  # after 8 batches
    picture(window, f"playback-{name}")
    slider.setValue(slider.maximum())


def take_landscape(window: "MainWindow", name: str) -> None:
    """Let momentum and Adam walk from the same weights, and picture the paths of all runs."""
    from desktop.selftest import wait_until

    usual = {"optimizer": "sgd", "momentum": 0.0, "lr": 0.1, "batch_size": 256}
    for others in ({"momentum": 0.9}, {"optimizer": "adam", "lr": 0.01}):
        window.model.settings.change(usual | others)
        window.model.train()
        wait_until(lambda: window.model.trainer.is_free)
    window.model.settings.change(usual)
    tick_all(window)
    window.training.landscapes.open()
    landscape = window.training.landscapes.window
    assert landscape
    landscape.choices.plane.setCurrentIndex(1)  # the main directions of the paths
    picture(window, f"landscape-{name}", landscape)
    landscape.close()


def tick_all(window: "MainWindow") -> None:
    table, tick = window.training.runs.table, Qt.ItemDataRole.CheckStateRole
    for row in range(table.rowCount()):
        table.setData(table.index(row, 0), Qt.CheckState.Checked, tick)


def keep_some_drawings() -> None:
    """Fill My drawings as somebody might: flat 3s and crossed 7s, and some letters."""
    from engine.data.drawings import own_folder
    from engine.data.own_places import keep
    from engine.starter.handwriting import rewrite
    from engine.starter.material import paint
    from engine.starter.shapes import shapes

    rng = np.random.default_rng(0)
    kinds = (("digits", "3", 1, 8), ("digits", "7", 1, 11), ("letters", "A", 0, 6))
    for kind, label, variant, count in kinds:
        drawing = shapes(kind)[label][variant]
        for _ in range(count):
            keep(own_folder(), paint(rewrite(drawing, rng, 0.9), rng, thickest_px=3), label)


def picture(window: "MainWindow", name: str, shown: "QWidget | None" = None) -> None:
    """Let the page have its answers, and save how it looks, or another window that is `shown`."""
    from PySide6.QtTest import QTest

    from desktop.selftest import wait_until

    QTest.qWait(REST_MS)
    wait_until(lambda: window.model.questions.are_answered)
    QTest.qWait(REST_MS)
    (shown or window).grab().save(str(FOLDER / f"{name}.png"))


if __name__ == "__main__":
    main()
