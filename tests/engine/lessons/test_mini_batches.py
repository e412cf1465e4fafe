"""The noise of gradients against a per-image calculation; what three kinds of batches give."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset, Learner, TrainConfig
from engine.lessons import mini_batches
from engine.lessons.figures import Figure, Outcome, Pictures, Table
from engine.lessons.lab import Lab, RunRecord

Show = Callable[..., tuple[Figure, ...]]


def test_noise_falls_like_one_over_the_root(show: Show) -> None:
    for draw in (1, 7, 20):
        _, table, outcome, *_ = show("mini_batches", draw=draw)
        assert isinstance(table, Table)
        assert isinstance(outcome, Outcome)
        assert [int(row[0]) for row in table.rows] == [1, 4, 16, 64, 256]
        assert outcome.as_promised


def test_one_images_noise_is_that_of_the_images(
    show: Show, lab: Callable[..., Lab], mnist_sample: Dataset
) -> None:
    _, table, *_ = show("mini_batches")
    assert isinstance(table, Table)
    rows = np.linspace(0, len(mnist_sample.train) - 1, 4096).round().astype(int)
    x = mnist_sample.train.images[rows].reshape(-1, 784) / 255
    learner = Learner(mnist_sample, TrainConfig(model="linear"))
    weight, bias = (p.detach().numpy().astype(float) for p in learner.model.parameters())
    p = 1 / (1 + np.exp(-(x @ weight[0] + bias)))
    slope = np.where(mnist_sample.train.labels[rows] == 0, -1, 1) * p * (1 - p)
    each = slope[:, None] * x
    whole = each.mean(axis=0)
    noise = np.sqrt(((each - whole) ** 2).sum(axis=1).mean()) / np.linalg.norm(whole)
    assert float(table.rows[0][1].rstrip(" %")) == pytest.approx(100 * noise, rel=0.2)


def test_a_draw_changes_the_picture_of_one_image_most(show: Show) -> None:
    (one, other) = (show("mini_batches", draw=draw)[0] for draw in (1, 2))
    assert isinstance(one, Pictures)
    assert isinstance(other, Pictures)
    apart = [
        np.linalg.norm(a.values - b.values)
        for a, b in zip(one.pictures, other.pictures, strict=True)
    ]
    assert apart[0] > apart[1] > apart[2] > apart[3] == 0


def test_three_kinds_of_batches_judged(
    fit: Callable[..., tuple[RunRecord, Learner]], few: Dataset, lab: Callable[..., Lab]
) -> None:
    records = {run.name: fit(few, run.config)[0] for run in mini_batches.runs({})}
    assert [len(record.losses) for record in records.values()] == [2000, 8, 1]
    table, outcome = mini_batches.judge(lab("mini_batches"), records)
    assert isinstance(table, Table)
    assert isinstance(outcome, Outcome)
    assert [row[1] for row in table.rows] == ["2,000", "8", "1"]
    assert outcome.as_promised
    swapped = records | {"one": records["some"], "some": records["one"]}
    *_, outcome = mini_batches.judge(lab("mini_batches"), swapped)
    assert isinstance(outcome, Outcome)
    assert not outcome.as_promised


def test_all_at_once_is_the_whole_of_mnist_sample(mnist_sample: Dataset) -> None:
    assert mini_batches.runs({})[-1].config.batch_size == len(mnist_sample.train)


def test_step_for_step_the_larger_batch_is_better(show: Show) -> None:
    *_, table, outcome = show("mini_batches")
    assert isinstance(table, Table)
    assert isinstance(outcome, Outcome)
    assert [row[:2] for row in table.rows] == [("1", "49"), ("16", "784"), ("256", "12,544")]
    assert outcome.as_promised


@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(s, marks=pytest.mark.long) for s in range(2, 8))]
)
def test_and_so_it_is_with_other_seeds(mnist_sample: Dataset, seed: int) -> None:
    one, some = (mini_batches.after_steps(mnist_sample, size, seed) for size in (1, 256))
    assert one < some
