"""The starter network can be called back once another model answers."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from desktop.sketch.content import Content, Picture
from desktop.worker.messages import Kind
from desktop.worker.run_state import State
from engine.data.loading import Dataset
from engine.inference.classifier import Classifier


def test_the_starter_answers_again(
    window: MainWindow,
    train: Callable[..., Run],
    mnist: Dataset,
    wait_for_state: Callable[[State], None],
    qtbot: QtBot,
) -> None:
    train()
    answer = window.sketch.answer
    qtbot.waitUntil(lambda: answer.source.kind is Kind.RUN)
    five = mnist.valid.images[mnist.valid.labels == 5][0]
    window.sketch.document.put(Content(picture=Picture(five)))
    qtbot.waitUntil(lambda: answer.digit.text() in ("3", "7", "?"))
    opinion = "Knows only 3 and 7.\nThe starter network reads it as 5."
    qtbot.waitUntil(lambda: answer.limits.text() == opinion)
    assert answer.limits.isVisible()
    assert window.centralWidget().verticalScrollBar().maximum() == 0  # the answer stays in view
    with qtbot.waitSignal(window.training.desk.told):
        window.actions_.use_starter.trigger()
    assert window.status.text == "The starter network reads your sketch again"
    label = Classifier.starter("mnist").predict(five).label
    qtbot.waitUntil(lambda: answer.digit.text() == label)
    assert answer.model_name.text() == "the starter network"
    assert not answer.limits.isVisible()
    window.training.panel.settings.epochs.setValue(100_000)
    window.model.train()
    wait_for_state(State.RUNNING)
    assert not window.actions_.use_starter.isEnabled()
    qtbot.waitUntil(lambda: answer.source.kind is Kind.RUN)
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
    assert window.actions_.use_starter.isEnabled()
