"""The gradient: tangents against calculus, and the weights' slopes against the formula."""

import math

import numpy as np
import pytest

from engine.lessons.figures import Outcome, Pictures, Plot, Table

SLOPES = {
    "square": lambda x: 2 * x,
    "wave": lambda x: 2 * math.cos(2 * x) + 0.3,
    "valley": lambda x: x**3 / 2 - 2 * x + 0.25,
}


@pytest.mark.parametrize("curve", SLOPES)
@pytest.mark.parametrize("x", [-3.0, -0.5, 0.0, 1.5, 3.0])
def test_the_tangent_has_the_slope_of_the_curve(show, curve: str, x: float) -> None:
    plot, table, *_, outcome = show("gradient", curve=curve, x=x, h=0.05)
    _, tangent, secant = plot.curves
    assert np.diff(tangent.y) / np.diff(tangent.x) == pytest.approx(SLOPES[curve](x))
    height = np.interp(x, tangent.x, tangent.y)
    assert (plot.marks[0].x, plot.marks[0].y) == pytest.approx((x, height))
    assert secant.x == pytest.approx([x, x + 0.05])
    assert float(table.rows[-1][1]) == pytest.approx(SLOPES[curve](x), abs=1e-4)
    assert outcome.as_promised


def test_a_smaller_nudge_comes_nearer(show) -> None:
    table = show("gradient", x=1.5, h=1)[1]
    assert isinstance(table, Table)
    off = [float(row[2]) for row in table.rows[:3]]
    assert off == pytest.approx([1, 0.1, 0.01], abs=1e-4)  # (w + h)² − w² over h is 2w + h


def test_the_plot_is_dragged(show) -> None:
    plot = show("gradient")[0]
    assert isinstance(plot, Plot)
    assert plot.drag_x == "x"


def test_the_weights_slopes_are_p_times_one_minus_p_times_the_pixels(lab, show, mnist) -> None:
    sketch = mnist.valid.images[18]
    bench = lab("gradient", sketch)
    gradients = {}
    for target in ("3", "7"):
        pictures, outcome = show("gradient", bench, target=target)[-2:]
        assert isinstance(pictures, Pictures)
        assert isinstance(outcome, Outcome)
        assert outcome.as_promised
        gradients[target] = pictures.pictures[1].values
        assert np.array_equal(pictures.pictures[2].values, -gradients[target])
    assert np.allclose(gradients["3"], -gradients["7"])
    assert not gradients["3"][sketch == 0].any()
    ink = sketch > 0
    ratio = gradients["3"][ink] / (sketch[ink] / 255)
    assert np.allclose(ratio, ratio[0])  # the same factor everywhere: −p (1 − p)
    assert -0.25 <= ratio[0] < 0
