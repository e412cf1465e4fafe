"""Questions 35 and 37, read in the window."""

import pytest

from engine.lessons.figures import Code, Plot
from tests.desktop.lessons.conftest import Reader


def test_relu_from_minus_two_to_two(reader: Reader) -> None:
    reader.open_question(35)
    for x in (-2.0, 0.0, 2.0):
        plot, *_ = reader.set("x", x)
        assert isinstance(plot, Plot)
        assert (plot.marks[0].x, plot.marks[0].y) == pytest.approx((x, max(x, 0)))
    (curve,) = plot.curves
    assert (curve.x[0], curve.x[-1]) == (-2, 2)
    assert (curve.y[0], curve.y[-1]) == (0, 2)


def test_a_function_and_a_module(reader: Reader) -> None:
    reader.open_question(37)
    _, code, *_ = reader.page.figures
    assert isinstance(code, Code)
    assert [line.value for line in code.lines[-2:]] == ["OK", "TypeError"]
    (outcome,) = reader.outcomes
    assert outcome.as_promised
    assert "agree in every one" in outcome.text
