"""mnist_loss of three predictions, against the book's formula in numpy."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.lessons.figures import Figure, Outcome, Plot, Table

Show = Callable[..., tuple[Figure, ...]]


@pytest.mark.parametrize("given", [(0.8, 0.3, 0.45), (0.01, 0.99, 0.5), (0.99, 0.01, 0.99)])
def test_the_loss_is_the_mean_distance(show: Show, given: tuple[float, ...]) -> None:
    names = ("first", "second", "third")
    _, table, plot, outcome = show("loss", **dict(zip(names, given, strict=True)))
    assert isinstance(table, Table)
    assert isinstance(plot, Plot)
    assert isinstance(outcome, Outcome)
    mean = (1 - given[0] + given[1] + 1 - given[2]) / 3
    assert float(table.rows[-1][2]) == pytest.approx(mean, abs=1e-3)
    assert plot.marks[0].y == pytest.approx(mean)
    wrong = (given[0] <= 0.5) + (given[1] > 0.5) + (given[2] <= 0.5)
    assert table.rows[-1][3] == f"{100 * wrong / 3:.0f} % wrong"
    shares = plot.curves[1]  # of wrong answers too
    assert shares.y[np.abs(shares.x - given[2]).argmin()] == pytest.approx(wrong / 3)
    assert outcome.as_promised


def test_the_loss_slopes_everywhere_and_the_accuracy_jumps_once(show: Show) -> None:
    _, _, plot, _ = show("loss")
    assert isinstance(plot, Plot)
    loss, wrong = plot.curves
    np.testing.assert_allclose(np.diff(loss.y) / np.diff(loss.x), -1 / 3, atol=1e-6)
    (place,) = np.flatnonzero(np.diff(wrong.y))
    assert loss.x[place] == pytest.approx(0.5, abs=0.006)
    assert loss.x[place + 1] - loss.x[place] < 0.001
