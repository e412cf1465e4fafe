"""Question 29, read in the window."""

import numpy as np

from engine.lessons.figures import Outcome, Plot
from tests.desktop.lessons.conftest import Reader


def test_without_a_bias_a_blank_pad_gives_exactly_a_half(reader: Reader) -> None:
    reader.open_question(29)
    ink = np.zeros((28, 28), np.uint8)
    ink[4:24, 12:16] = 255
    reader.draw(ink)
    _, plot, outcome = reader.set("ink", 0)
    assert isinstance(plot, Plot)
    assert isinstance(outcome, Outcome)
    assert {mark.name: mark.y for mark in plot.marks}["without a bias"] == 0.5
    assert outcome.as_promised
    _, outcome = reader.train()
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert "0.5." in outcome.text
    reader.check("0.5")
    assert 29 in reader.page.progress.done
