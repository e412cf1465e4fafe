"""The numbers that "What's this?" tells, of a run whose news are told by hand."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app_model import AppModel
from desktop.explain.explanation import explain
from desktop.explain.now import now
from desktop.worker.messages import Kind, Outcome, Source
from engine.config import TrainConfig
from engine.reports import EpochReport, StepReport
from tests.desktop.by_hand import a_start


def begin(
    model: AppModel, config: TrainConfig, images: tuple[int, int, int] = (12_396, 2_038, 49)
) -> None:
    """Tell of a run on so many images, with so many to test it and batches per epoch."""
    model.settings.take(config)
    model.train()
    train, valid, batches = images
    start = a_start(config=config, train_images=train, valid_images=valid, batches=batches)
    model.link.run_started.emit(start)


def test_before_a_run_it_tells_what_the_next_will_do(model: AppModel) -> None:
    assert now("canvas", model) == ""
    assert now("datasetCombo", model) == ""
    assert now("learningRate", model) == (
        "The next run will use 0.1. Each step moves a weight by 0.1 times its gradient: where the "
        "gradient is 2, the weight falls by 0.2."
    )
    assert now("batchSize", model) == "The next run will take 256 images for each step."
    assert now("epochs", model) == "The next run will have 40."
    assert now("accuracyLabel", model) == "There is no epoch yet."
    assert now("lossPlot", model) == "There is no batch yet."


def test_of_a_run_it_tells_what_is_done_and_misread(model: AppModel) -> None:
    begin(model, TrainConfig())
    losses = np.float32([0.5, 0.25])
    model.link.reported.emit((StepReport(49, 1, losses, 0.1, 1.0),))
    model.link.reported.emit((EpochReport(1, 40, 0.4, 0.3, 0.975, 1.0),))
    assert now("batchSize", model) == (
        "Run 1: batches of 256 out of 12,396 training images, so 49 steps per epoch."
    )
    assert now("epochs", model) == "Run 1 has done 1 of 40, which is 49 steps."
    assert now("lossPlot", model) == "The last point: batch 49 of Run 1, loss 0.25."
    assert (
        now("datasetCombo", model) == "Run 1 learns from 12,396 images, and 2,038 others test it."
    )
    misread = "After epoch 1: 97.50 %, so 51 of 2,038 validation images are misread."
    assert now("accuracyLabel", model) == misread
    model.link.run_ended.emit(Outcome.STOPPED)
    assert now("accuracyLabel", model) == misread
    assert now("learningRate", model).startswith("The next run will use")


def test_a_rate_that_was_changed_amid_a_run_is_told_at_once(model: AppModel) -> None:
    begin(model, TrainConfig())
    model.link.reported.emit((StepReport(1, 1, np.float32([0.5]), 0.1, 1.0),))
    model.change_lr(0.5)
    assert now("learningRate", model).startswith("This run uses 0.5.")


def test_one_is_told_as_one(model: AppModel) -> None:
    begin(model, TrainConfig(), (9, 1, 1))
    model.link.reported.emit((StepReport(1, 1, np.float32([0.5]), 0.1, 1.0),))
    model.link.reported.emit((EpochReport(1, 40, 0.4, 0.3, 0, 1.0),))
    assert now("batchSize", model).endswith("9 training images, so 1 step per epoch.")
    assert now("epochs", model).endswith("which is 1 step.")
    assert now("datasetCombo", model).endswith("9 images, and 1 other tests it.")
    assert now("accuracyLabel", model).endswith("so 1 of 1 validation images is misread.")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"momentum": 0.9}, "and 0.9 of the step before is added."),
        ({"optimizer": "adam"}, "moves each weight by about 0.1."),
    ],
)
def test_a_step_is_told_as_the_optimizer_takes_it(
    model: AppModel, settings: dict[str, object], words: str
) -> None:
    begin(model, TrainConfig(**settings))  # type: ignore[arg-type]
    told = now("learningRate", model)
    assert told.startswith("This run uses 0.1.")
    assert told.endswith(words)


def test_a_rate_that_was_changed_or_follows_a_schedule_is_the_last_one(model: AppModel) -> None:
    begin(model, TrainConfig())
    model.change_lr(0.5)
    assert now("learningRate", model).startswith("This run uses 0.5.")
    model.link.run_ended.emit(Outcome.STOPPED)
    begin(model, TrainConfig(schedule="one_cycle"))
    model.link.reported.emit((StepReport(1, 1, np.float32([0.5]), 0.004, 0.1),))
    assert now("learningRate", model).startswith("This run uses 0.004.")


def test_who_answers_is_told_with_what_it_knows(model: AppModel) -> None:
    assert now("modelName", model) == ""
    model.link.source_changed.emit(Source(Kind.STARTER, "mnist", ("3", "7")))
    assert now("predictionLabel", model) == (
        "The answer comes from the starter network, which knows 3, 7."
    )


@pytest.mark.parametrize(
    ("described", "told"), [("Three of four.", "Three of four."), ("A bar.", "")]
)
def test_what_a_figure_says_of_itself_is_not_said_twice(
    model: AppModel, qtbot: QtBot, described: str, told: str
) -> None:
    figure = QWidget()
    qtbot.addWidget(figure)
    figure.setToolTip("A bar.")
    figure.setAccessibleDescription(described)
    found = explain(figure, QPoint(), model)
    assert found
    assert (found.words, found.now) == ("A bar.", told)
