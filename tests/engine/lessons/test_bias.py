"""The blank pad: exactly 0.5 without a bias, whatever was learned."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset, Learner
from engine.lessons import bias
from engine.lessons.figures import Figure, Outcome, Pictures, Plot
from engine.lessons.lab import Lab, RunRecord

Show = Callable[..., tuple[Figure, ...]]


def test_as_the_ink_goes_the_answer_without_bias_comes_to_a_half(show: Show) -> None:
    pictures, plot, outcome = show("bias", ink=0)
    assert isinstance(pictures, Pictures)
    assert isinstance(plot, Plot)
    assert isinstance(outcome, Outcome)
    with_bias, without = plot.curves
    assert without.y[0] == 0.5
    assert with_bias.y[0] != 0.5
    assert not pictures.pictures[0].values.any()
    assert [(mark.name, mark.y) for mark in plot.marks] == [
        ("with a bias", with_bias.y[0]),
        ("without a bias", 0.5),
    ]
    assert outcome.as_promised


def test_one_name_stands_where_both_answers_are_one(show: Show) -> None:
    for ink in (0, 30, 60, 100):
        _, plot, _ = show("bias", ink=ink)
        assert isinstance(plot, Plot)
        with_bias, without = (np.interp(ink, curve.x, curve.y) for curve in plot.curves)
        are_one = abs(with_bias - without) < 0.02
        assert [mark.name for mark in plot.marks] == (
            ["both"] if are_one else ["with a bias", "without a bias"]
        )


def test_logits_without_a_bias_grow_in_proportion_to_the_ink(show: Show) -> None:
    _, plot, _ = show("bias")
    assert isinstance(plot, Plot)
    without = plot.curves[1]
    logits = np.log(without.y / (1 - without.y))
    np.testing.assert_allclose(logits, logits[-1] * without.x / 100, atol=1e-4)


def test_the_model_trained_without_is_asked_of_the_blank_pad(
    fit: Callable[..., tuple[RunRecord, Learner]], few: Dataset, lab: Callable[..., Lab]
) -> None:
    trained = {run.name: fit(few, run.config) for run in bias.runs({})}
    records = {name: record for name, (record, _) in trained.items()}
    *_, outcome = bias.judge(lab("bias", learner=trained["without"][1]), records)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert outcome.text.endswith("a probability of 0.5.")
    blank = np.zeros((28, 28), np.uint8)
    assert trained["with"][1].predict(blank).probabilities[0] != 0.5


@pytest.mark.parametrize("with_learner", [True, False])
def test_without_that_model_nothing_is_promised(
    fit: Callable[..., tuple[RunRecord, Learner]],
    handful: Dataset,
    lab: Callable[..., Lab],
    with_learner: bool,
) -> None:
    trained = {run.name: fit(handful, run.config) for run in bias.runs({})}
    records = {name: record for name, (record, _) in trained.items()}
    learner = trained["with"][1] if with_learner else None
    (_,) = bias.judge(lab("bias", learner=learner), records)
