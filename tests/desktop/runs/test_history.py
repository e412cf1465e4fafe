"""The numbers of a run: where a batch's loss stands, and what is smoothed anew."""

import numpy as np
import pytest

from desktop.runs.history import RunHistory
from engine.reports import EpochReport, StepReport


def steps(step: int, losses: list[float], seconds: float = 0.0) -> StepReport:
    return StepReport(step, 1, np.float32(losses), 0.1, seconds)


def filled() -> RunHistory:
    history = RunHistory()
    history.add([steps(1, [0.5]), steps(4, [0.4, 0.3, 0.2], seconds=2)])
    history.add([EpochReport(1, 3, 0.35, 0.3, 0.97, 2.5)])
    return history


def test_each_batchs_loss_stands_at_its_number_from_1_on() -> None:
    history = filled()
    assert history.batch_loss.x.tolist() == [1, 2, 3, 4]
    assert history.batch_loss.y == pytest.approx([0.5, 0.4, 0.3, 0.2])
    assert history.smooth_loss.x.tolist() == [1, 2, 3, 4]
    assert (history.accuracy.x.tolist(), history.accuracy.y.tolist()) == ([1], [97.0])
    assert history.valid_loss.y == pytest.approx([0.3])
    assert history.seconds == 2.5


def test_smoothed_anew_it_is_as_if_it_had_always_been_smoothed_so() -> None:
    anew, always = filled(), RunHistory()
    anew.smooth(0.5)
    always.smooth(0.5)
    always.add([steps(1, [0.5]), steps(4, [0.4, 0.3, 0.2])])
    for history in (anew, always):
        history.add([steps(5, [0.9])])
    np.testing.assert_allclose(anew.smooth_loss.y, always.smooth_loss.y)
    assert anew.smooth_loss.x.tolist() == [1, 2, 3, 4, 5]


def test_a_history_that_is_handed_over_begins_anew_with_the_same_smoothing() -> None:
    history = filled()
    history.smooth(0.0)
    taken = history.hand_over()
    assert len(taken.batch_loss) == 4
    assert len(history.batch_loss) == 0
    assert history.last_step is None
    assert history.seconds == 0
    history.add([steps(2, [0.5, 0.1])])
    assert history.smooth_loss.y == pytest.approx([0.5, 0.1])
    assert len(taken.batch_loss) == 4


def test_the_best_epoch_is_the_first_of_those_with_the_highest_accuracy() -> None:
    history = RunHistory()
    history.add([EpochReport(n + 1, 4, 0.3, 0.3, a, n) for n, a in enumerate((0.8, 0.9, 0.9, 0.7))])
    assert history.best == (2, 0.9)
