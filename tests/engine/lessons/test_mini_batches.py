"""The noise of gradients against a per-image calculation; what three kinds of batches give."""

import functools
import re
from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset, Learner, TrainConfig
from engine.lessons import batch_paths, mini_batches
from engine.lessons.batch_progress import progress
from engine.lessons.figures import Figure, Outcome, Pictures, Plot, Table, Text
from engine.lessons.lab import Lab, RunRecord
from engine.lessons.samples import some
from tests.engine.lessons.claims.quoted import says

Show = Callable[..., tuple[Figure, ...]]


@pytest.fixture(scope="module")
def show(show: Show) -> Show:
    """Return one that runs nothing twice: each trains for a second or more."""
    return functools.cache(show)


def first_figures(lab: Callable[..., Lab], draw: int) -> tuple[Figure, ...]:
    """Return what is shown before anything is trained."""
    shown = mini_batches.run(lab("mini_batches"), {"draw": draw})
    return next(figures for figures in shown if isinstance(figures[-1], Outcome))


def test_noise_falls_like_one_over_the_root(lab: Callable[..., Lab]) -> None:
    for draw in range(1, 9):
        _, table, outcome = first_figures(lab, draw)
        assert isinstance(table, Table)
        assert isinstance(outcome, Outcome)
        assert [int(row[0]) for row in table.rows] == [1, 4, 16, 64, 256]
        assert outcome.as_promised


def test_one_images_noise_is_that_of_the_images(
    lab: Callable[..., Lab], mnist_sample: Dataset
) -> None:
    _, table, _ = first_figures(lab, 1)
    assert isinstance(table, Table)
    rows = np.linspace(0, len(mnist_sample.train) - 1, 4096).round().astype(int)
    x = mnist_sample.train.images[rows].reshape(-1, 784) / 255
    learner = Learner(mnist_sample, TrainConfig(model="linear"))
    weight, bias = (p.detach().numpy().astype(float) for p in learner.model.parameters())
    p = 1 / (1 + np.exp(-(x @ weight[0] + bias)))
    slope = np.where(mnist_sample.train.labels[rows] == 0, -1, 1) * p * (1 - p)
    says("mini_batches", f"from {len(rows):,} images or some of them")
    each = slope[:, None] * x
    whole = each.mean(axis=0)
    noise = np.sqrt(((each - whole) ** 2).sum(axis=1).mean()) / np.linalg.norm(whole)
    assert float(table.rows[0][1].rstrip(" %")) == pytest.approx(100 * noise, rel=0.2)


def test_a_draw_changes_the_picture_of_one_image_most(lab: Callable[..., Lab]) -> None:
    (one, other) = (first_figures(lab, draw)[0] for draw in (1, 2))
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
    records = {run.name: fit(few, run.config)[0] for run in mini_batches.runs({"draw": 1})}
    assert [len(record.losses) for record in records.values()] == [2000, 8, 1]
    table, outcome = mini_batches.judge(lab("mini_batches"), records)
    assert isinstance(table, Table)
    assert isinstance(outcome, Outcome)
    assert [row[1] for row in table.rows] == ["2,000", "8", "1"]
    assert outcome.as_promised
    assert "as long" not in outcome.text  # the clock is read in one place of the lesson
    swapped = records | {"one": records["some"], "some": records["one"]}
    *_, outcome = mini_batches.judge(lab("mini_batches"), swapped)
    assert isinstance(outcome, Outcome)
    assert not outcome.as_promised


def test_all_at_once_is_the_whole_of_mnist_sample(mnist_sample: Dataset) -> None:
    *_, whole = mini_batches.runs({"draw": 1})
    assert whole.config.batch_size == len(mnist_sample.train)


def test_all_accuracies_of_the_page_begin_at_the_same_start(mnist_sample: Dataset) -> None:
    """One step over all images can't have taught less than none, nor more than three."""
    *_, whole = mini_batches.runs({"draw": 1})
    learner = Learner(mnist_sample, whole.config)
    shown = progress(some(mnist_sample, 4096, 1000), mini_batches._config(4096, 1), 3)
    assert learner.validate()[1] == pytest.approx(shown.right[0], abs=0.03)
    assert [*learner.fit()]
    assert shown.right[0] < learner.validate()[1] < shown.right[-1]


@pytest.mark.long
def test_batches_have_taught_more_after_as_many_steps(show: Show) -> None:
    figures = show("mini_batches")
    _, table = (figure for figure in figures if isinstance(figure, Table))
    outcome = figures[figures.index(table) + 1]
    assert isinstance(outcome, Outcome)
    assert [row[:2] for row in table.rows] == [("1", "49"), ("16", "784"), ("256", "12,544")]
    assert outcome.as_promised


def plots(figures: tuple[Figure, ...]) -> list[Plot]:
    return [figure for figure in figures if isinstance(figure, Plot)]


@pytest.mark.long
def test_three_paths_on_one_contour(show: Show, mnist_sample: Dataset) -> None:
    figures = show("mini_batches", draw=3)
    plot, *_ = plots(figures)
    outcome = figures[figures.index(plot) + 1]
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    where = batch_paths.bowl(some(mnist_sample, 4096, 1).train)
    for line in (curve for curve in plot.curves if curve.faint):
        losses = [where.loss(weights) for weights in zip(line.x, line.y, strict=True)]
        assert losses == pytest.approx([losses[0]] * len(losses))
    paths = plot.curves[:3]
    assert len({(path.x[0], path.y[0]) for path in paths}) == 1
    assert [len(path.x) for path in paths] == [61] * 3
    whole = paths[2]
    losses = [where.loss(weights) for weights in zip(whole.x, whole.y, strict=True)]
    assert (np.diff(losses) < 0).all()
    assert np.polyfit(whole.x, whole.y, 1)[0] < 0
    start, least = plot.marks
    assert (start.x, start.y) == (whole.x[0], whole.y[0])
    assert where.gradient(np.array([least.x, least.y]), np.arange(4096)) == pytest.approx(0)


def test_a_paths_slope_is_the_losss(mnist_sample: Dataset) -> None:
    where = batch_paths.bowl(some(mnist_sample, 500, 1).train)
    weights, tiny = np.array([0.3, -0.7]), 1e-6
    measured = [
        (where.loss(weights + step) - where.loss(weights - step)) / (2 * tiny)
        for step in tiny * np.eye(2)
    ]
    assert where.gradient(weights, np.arange(500)) == pytest.approx(measured, abs=1e-6)
    assert where.inputs.mean(axis=0) == pytest.approx(0, abs=1e-9)
    assert where.inputs.std(axis=0) == pytest.approx(1)


@pytest.mark.parametrize("seed", range(8))
def test_single_images_stagger_in_every_draw(mnist_sample: Dataset, seed: int) -> None:
    where = batch_paths.bowl(some(mnist_sample, 4096, 1).train)
    one, few, whole = (
        batch_paths.length(batch_paths.path(where, size, seed)) for size in (1, 16, 4096)
    )
    assert one > 1.5 * whole
    assert one > few > whole


def test_image_for_image_small_batches_teach_more(show: Show) -> None:
    figures = show("mini_batches")
    _, by_images, by_seconds = plots(figures)
    *_, outcome, same_time = figures
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    one, _, some_, whole = (curve.y[-1] for curve in by_images.curves)
    assert [curve.x[-1] for curve in by_images.curves] == [12_288] * 4
    assert f"{one:.1f} % right, {some_:.1f} % in batches of 256" in outcome.text
    assert f"{whole:.1f} % with all 4,096 at once" in outcome.text
    (times,) = re.findall(r"took (\d+) times as long", outcome.text)
    assert int(times) > 2  # by the clock, single images are the dearest
    for images, seconds in zip(by_images.curves, by_seconds.curves, strict=True):
        count = min(len(images.y), len(seconds.y))
        assert (images.y[:count] == seconds.y[:count]).all()
        pace = seconds.x[1:count] / images.x[1:count]
        assert pace == pytest.approx(pace[0])  # whatever came in between
        assert pace[0] > 0
    assert isinstance(same_time, Text)
    one, _, some_, whole = (curve.y[-1] for curve in by_seconds.curves)
    reached = re.findall(r"\(([\d.]+) %", same_time.text)
    assert reached == [f"{share:.1f}" for share in (one, some_, whole)]


def test_a_batch_size_has_one_look_in_all_plots(show: Show) -> None:
    looks = {"1 image": 0, "1": 0, "16": 1, "256": 2, "all": 3}
    shown = [curve for plot in plots(show("mini_batches")) for curve in plot.curves]
    assert all(curve.faint or curve.look == looks[curve.name] for curve in shown)
    assert [run.look for run in mini_batches.runs({"draw": 1})] == [0, 2, 3]


@pytest.mark.long
@pytest.mark.parametrize("draw", range(1, 9))
def test_and_so_it_is_in_every_draw(mnist_sample: Dataset, draw: int) -> None:
    few = some(mnist_sample, 4096, 1000)
    one, some_, whole = (
        progress(few, mini_batches._config(size, draw), 3).right[-1] for size in (1, 256, 4096)
    )
    assert one > some_ > whole


@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(s, marks=pytest.mark.long) for s in range(2, 8))]
)
def test_and_so_it_is_with_other_seeds(mnist_sample: Dataset, seed: int) -> None:
    one, some = (mini_batches.after_steps(mnist_sample, size, seed) for size in (1, 256))
    assert one < some
