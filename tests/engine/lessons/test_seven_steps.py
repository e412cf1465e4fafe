"""The seven steps, each against the same calculation in numpy on the same batch."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset, Learner, TrainConfig
from engine.lessons.figures import Code, Figure, Outcome, Pictures, Plot
from engine.lessons.lab import Lab
from engine.lessons.samples import some

Show = Callable[..., tuple[Figure, ...]]


@pytest.fixture(scope="module")
def batch(mnist_sample: Dataset) -> dict[str, np.ndarray]:
    """Return the first batch of a linear model, and mnist_loss's gradient by hand, in float64."""
    config = TrainConfig(model="linear", batch_size=64)
    learner = Learner(some(mnist_sample, 2048), config)
    learner.batches.as_bytes = False
    xb, yb = (tensor.numpy() for tensor in next(iter(learner.batches)))
    weight, bias = (p.detach().numpy().astype(float) for p in learner.model.parameters())
    p = 1 / (1 + np.exp(-(xb @ weight[0] + bias)))
    of_right = np.where(yb == 0, p, 1 - p)
    slope = np.where(yb == 0, -1, 1) * p * (1 - p) / len(yb)
    return {"weight": weight[0], "of_right": of_right, "gradient": slope @ xb}


def pictures(figures: tuple[Figure, ...]) -> list[np.ndarray]:
    (row,) = (figure for figure in figures if isinstance(figure, Pictures))
    return [picture.values.ravel() for picture in row.pictures]


def test_initialise_and_predict(show: Show, batch: dict[str, np.ndarray]) -> None:
    (weights,) = pictures(show("seven_steps", step=0))
    np.testing.assert_allclose(weights, batch["weight"], atol=1e-6)
    plot = show("seven_steps", step=1)[-1]
    assert isinstance(plot, Plot)
    np.testing.assert_allclose(plot.curves[0].y, batch["of_right"], atol=1e-5)
    assert plot.curves[1].y.tolist() == [0.5, 0.5]


def test_the_loss_is_the_mean_of_its_parts(show: Show, batch: dict[str, np.ndarray]) -> None:
    plot = show("seven_steps", step=2)[-1]
    assert isinstance(plot, Plot)
    np.testing.assert_allclose(plot.curves[0].y, 1 - batch["of_right"], atol=1e-5)
    assert plot.curves[1].y[0] == pytest.approx((1 - batch["of_right"]).mean(), abs=1e-5)


def test_gradients_and_step(show: Show, batch: dict[str, np.ndarray]) -> None:
    _, gradient = pictures(show("seven_steps", step=3))
    np.testing.assert_allclose(gradient, batch["gradient"], atol=1e-6)
    figures = show("seven_steps", step=4)
    before, moved, after = pictures(figures)
    np.testing.assert_allclose(moved, 0.5 * batch["gradient"], atol=1e-6)
    np.testing.assert_allclose(after, before - moved, atol=1e-6)
    assert isinstance(figures[-1], Outcome)
    assert figures[-1].as_promised


def test_repeat_and_stop(show: Show) -> None:
    plot = show("seven_steps", step=5)[-1]
    assert isinstance(plot, Plot)
    losses = plot.curves[0].y
    assert len(losses) == 1 + 3 * 32
    assert losses[-10:].mean() < 0.2 * losses[0]
    plot, outcome = show("seven_steps", step=6)[-2:]
    assert isinstance(plot, Plot)
    assert isinstance(outcome, Outcome)
    assert plot.curves[0].y[-1] > 95
    assert outcome.as_promised


@pytest.mark.parametrize("step", range(7))
def test_the_code_tells_what_was_done_so_far(
    show: Show, lab: Callable[..., Lab], few_digits: Dataset, step: int
) -> None:
    code = show("seven_steps", lab("seven_steps", dataset=few_digits), step=step)[0]
    assert isinstance(code, Code)
    assert [line.now for line in code.lines].index(True) == step
    shapes = ["weight: (10, 784)", "xb: (64, 784), logits: (64, 10)"]
    assert [line.value for line in code.lines[:2]] == [shapes[0], shapes[1] if step else ""]
    assert not any(line.value for line in code.lines[step + 1 :])
