"""A GPU that fills up in the middle of a run, as the window tells of it. No GPU is needed here."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.i18n import translations
from desktop.main_window import MainWindow
from desktop.training import status
from desktop.worker.run_state import State
from engine.hardware.graphics_cards import why_no_gpu
from engine.reports import Advice, EpochReport
from engine.words.message import Message

REASON = Message("gpu_memory_full", gpu=Message("cuda", name="Quadro"))


@pytest.fixture
def moved(window: MainWindow, wait_for_state: Callable[[State], None]) -> MainWindow:
    """Return the window in the middle of a run that goes on on the CPU."""
    window.model.step()
    wait_for_state(State.PAUSED)
    report = EpochReport(1, 40, 0.5, 0.5, 0.5, 1.0, moved=REASON)
    window.model.link.reported.emit((report,))
    return window


def end(window: MainWindow, wait_for_state: Callable[[State], None]) -> None:
    window.model.trainer.stop()
    wait_for_state(State.IDLE)


def test_it_is_told_and_the_run_goes_on(
    moved: MainWindow, wait_for_state: Callable[[State], None]
) -> None:
    assert moved.banner.isVisible()
    assert moved.banner.message.text() == f"{REASON}. The run goes on."
    assert not moved.banner.remedy.isVisible()
    assert moved.findChild(QLabel, "deviceLabel").toolTip() == str(REASON)
    assert moved.model.trainer.state is State.PAUSED
    end(moved, wait_for_state)


def test_what_is_wrong_with_the_run_is_told_after_it(
    moved: MainWindow, wait_for_state: Callable[[State], None]
) -> None:
    advice = Advice(
        Message("learns_nothing", causes=Message("rate_too_low", lr=0.001, better=0.1)), {"lr": 0.1}
    )
    report = EpochReport(2, 40, 0.5, 0.5, 0.5, 2.0, advice)
    moved.model.link.reported.emit((report,))
    assert moved.banner.message.text().startswith("It learns nothing")
    assert moved.banner.remedy.isVisible()
    end(moved, wait_for_state)


def test_a_card_that_this_torch_does_not_know_is_named_with_the_way_to_it(
    window: MainWindow, wait_for_state: Callable[[State], None]
) -> None:
    window.model.step()
    wait_for_state(State.PAUSED)
    why = why_no_gpu(("NVIDIA GeForce RTX 3060",), has_cuda=False)
    window.model.link.reported.emit((EpochReport(1, 40, 0.5, 0.5, 0.5, 1.0, moved=why),))
    label = window.findChild(QLabel, "deviceLabel")
    assert label.text() == "CPU"
    assert "RTX 3060 is here" in label.toolTip()
    assert "pipx install git+https" in label.toolTip()
    assert label.accessibleDescription() == label.toolTip()
    end(window, wait_for_state)


def test_it_is_told_in_german(qapp: QApplication) -> None:
    translations.install(qapp, "de")
    try:
        told = status.moved(REASON)
    finally:
        translations.install(qapp, "en")
    assert told == "CPU: GPU Quadro hatte zu wenig Speicher. Der Lauf geht weiter."
