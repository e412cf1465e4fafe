"""The figure beside the validation set's: strokes of writers that nothing learned from."""

from itertools import islice

import numpy as np
import pytest
import torch

from engine import EpochReport, Learner, TrainConfig
from engine.data.bundled import load_left_out
from engine.data.splits import Dataset
from engine.runs.plain import read_report, report_line


def epochs_of(learner: Learner) -> list[EpochReport]:
    return [report for report in learner.fit() if isinstance(report, EpochReport)]


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize("order", [1, -1])
def test_it_is_what_the_saved_model_reads_of_them(handful: Dataset, order: int, fast: bool) -> None:
    """The classes may stand in any order."""
    classes = handful.classes[::order]
    turned = Dataset(handful.train, handful.valid, classes, "turned")
    learner = Learner(turned, TrainConfig(epochs=2, lr=0.5), fast=fast)
    last = epochs_of(learner)[-1]
    drawn = load_left_out(classes)
    answers = learner.classifier().predict_batch(drawn.images).argmax(axis=1)
    assert last.drawn_accuracy == pytest.approx(float((answers == drawn.labels).mean()), abs=0.01)
    assert last.drawn_accuracy == learner.drawn_accuracy != last.valid_accuracy


def test_ten_digits_have_one(few_digits: Dataset) -> None:
    (report,) = epochs_of(Learner(few_digits, TrainConfig(epochs=1, lr=0.3)))
    assert report.drawn_accuracy is not None
    assert 0.3 < report.drawn_accuracy < 1


def test_other_classes_have_none(handful: Dataset) -> None:
    named = Dataset(handful.train, handful.valid, ("3", "seven"), "named")
    learner = Learner(named, TrainConfig(epochs=1))
    assert epochs_of(learner)[0].drawn_accuracy is learner.drawn_accuracy is None


@pytest.mark.parametrize(
    ("fast", "read_after"), [(True, [*range(1, 9), 16, 18]), (False, range(1, 19))]
)
def test_fast_epochs_are_not_held_up(
    handful: Dataset, fast: bool, read_after: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two readings the last figure stands, so that it never disappears."""
    told, read = [], Learner.read_drawn

    def note(learner: Learner) -> float | None:
        told.append(learner.epochs_done + 1)  # it counts once its figures are read
        return read(learner)

    monkeypatch.setattr(Learner, "read_drawn", note)
    reports = epochs_of(Learner(handful, TrainConfig(epochs=18), fast=fast))
    assert told == [*read_after]
    assert all(report.drawn_accuracy is not None for report in reports)
    if fast:
        assert len({report.drawn_accuracy for report in reports[7:15]}) == 1


def test_reading_them_changes_nothing_that_is_learned(
    handful: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = TrainConfig(epochs=2, augment="gentle", batch_size=64)
    learner, other = Learner(handful, config), Learner(handful, config)
    epochs_of(learner)
    monkeypatch.setattr(Learner, "read_drawn", lambda _: None)
    epochs_of(other)
    for mine, theirs in zip(learner.model.parameters(), other.model.parameters(), strict=True):
        assert torch.equal(mine, theirs)


def test_a_report_is_read_again_and_one_of_earlier_versions_too(handful: Dataset) -> None:
    learner = Learner(handful, TrainConfig(epochs=1, batch_size=512))
    _, report = islice(learner.fit(), 2)
    assert isinstance(report, EpochReport)
    line = report_line(report)
    assert read_report(line) == report
    assert np.isfinite(report.drawn_accuracy)
    earlier = line.replace(f', "drawn_accuracy": {report.drawn_accuracy}', "")
    assert "drawn" not in earlier
    read = read_report(earlier)
    assert isinstance(read, EpochReport)
    assert read.drawn_accuracy is None
