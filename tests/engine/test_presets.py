"""Every preset trains, and what its sentence says of it holds."""

from dataclasses import replace

import numpy as np
import pytest

from engine.data.loading import Dataset, Split
from engine.learner import Learner
from engine.presets import PRESETS, learning_from
from engine.reports import EpochReport
from tests.mostly_long import mostly_long


def accuracies(dataset: Dataset, name: str) -> list[float]:
    reports = Learner(dataset, PRESETS[name].config).fit(every=10_000)
    return [r.valid_accuracy for r in reports if isinstance(r, EpochReport)]


@pytest.mark.parametrize(
    "name",
    mostly_long(PRESETS, {place for place, name in enumerate(PRESETS) if name != "ten_drawings"}),
)
def test_each_trains_on_two_classes_and_on_ten(
    name: str, handful: Dataset, few_digits: Dataset
) -> None:
    for dataset in (handful, few_digits):
        learner = Learner(dataset, replace(PRESETS[name].config, epochs=2))
        first, last = (r.train_loss for r in learner.fit() if isinstance(r, EpochReport))
        assert last < first


def test_the_recommended_one_beats_the_book_from_its_first_epoch(mnist_sample: Dataset) -> None:
    recommended, book = accuracies(mnist_sample, "recommended"), accuracies(mnist_sample, "book")
    assert book[-1] > 0.98
    assert recommended[0] > 0.98
    assert recommended[-1] > book[-1] + 0.005


def test_the_ones_for_drawings_learn_from_what_they_are_named_for() -> None:
    assert {name: preset.dataset for name, preset in PRESETS.items()} == {
        **dict.fromkeys(PRESETS, "mnist_sample"),
        "ten_digits": "mnist",
        "ten_drawings": "mnist+pens",
    }


def test_names_and_sentences_are_for_people() -> None:
    assert len({str(preset.name) for preset in PRESETS.values()}) == len(PRESETS)
    assert all(str(preset.about).endswith(".") for preset in PRESETS.values())


@pytest.mark.parametrize(("images", "epochs"), [(12, 100), (140, 34), (5000, 5)])
def test_the_fewer_drawings_the_more_often_they_are_looked_at(images: int, epochs: int) -> None:
    assert learning_from(images).epochs == epochs


@pytest.mark.long
def test_a_few_drawings_are_enough(mnist: Dataset) -> None:
    """Fourteen of each digit, as somebody might draw them, and nine in ten others are read."""
    rows = np.concatenate([np.flatnonzero(mnist.train.labels == digit)[:14] for digit in range(10)])
    valid = Split(mnist.valid.images[::20], mnist.valid.labels[::20])
    drawn = Split(mnist.train.images[rows], mnist.train.labels[rows])
    few = Dataset(drawn, valid, mnist.classes, "few")
    learner = Learner(few, learning_from(len(rows)))
    assert list(learner.fit())
    answers = learner.classifier().predict_batch(valid.images).argmax(axis=1)
    assert (answers == valid.labels).mean() > 0.88
