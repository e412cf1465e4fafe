"""The sigmoid: its values by hand, the sketch's logit by the model, the two thresholds."""

import math

import numpy as np
import pytest
import torch

from engine.config import TrainConfig
from engine.learner import Learner
from engine.lessons.figures import Plot, Text


def test_the_curve_is_the_formula_and_the_dragged_point_lies_on_it(show) -> None:
    plot, table, *_ = show("sigmoid", x=-2.5)
    assert isinstance(plot, Plot)
    curve = plot.curves[0]
    assert curve.y == pytest.approx([1 / (1 + math.exp(-x)) for x in curve.x])
    dragged = plot.marks[1]
    assert (plot.drag_x, dragged.x) == ("x", -2.5)
    assert dragged.y == pytest.approx(1 / (1 + math.exp(2.5)))
    assert float(table.rows[0][3]) + float(table.rows[1][3]) == pytest.approx(1, abs=1e-3)
    assert show("sigmoid", x=0.0)[1].rows[0][3:] == ("0.5000", "0.2500")


def test_the_sketch_lies_where_the_readers_network_puts_it(lab, show, handful, mnist) -> None:
    learner = Learner(handful, TrainConfig(epochs=2, lr=0.5, batch_size=30))
    for _ in learner.fit():
        pass
    sketch = mnist.valid.images[0]
    plot, _, whose, outcome = show("sigmoid", lab("sigmoid", sketch, learner))
    with torch.no_grad():
        x = torch.tensor(sketch).flatten() / 255
        logit = float(learner.model(x[None]))
    mark = plot.marks[0]
    assert (mark.x, mark.y) == pytest.approx((logit, learner.predict(sketch).probabilities[0]))
    assert isinstance(whose, Text)
    assert "your own network" in whose.text
    assert "All 2,038 validation images get the same answer" in outcome.text
    assert outcome.as_promised


def test_a_logit_of_a_network_that_went_far_astray_is_shown_too(lab, show, handful, mnist) -> None:
    learner = Learner(handful, TrainConfig(epochs=1, lr=0.5, batch_size=30))
    with torch.no_grad():
        learner.model[-1].bias.fill_(-1e4)
    plot, table, *_ = show("sigmoid", lab("sigmoid", mnist.valid.images[0], learner))
    assert plot.marks[0].y == 0
    assert table.rows[2][3] == "0.0000"


def test_without_such_a_network_a_quick_one_reads_threes_and_sevens(
    lab, show, mnist_sample
) -> None:
    valid = mnist_sample.valid
    heights = {}
    for name, label in (("3", 0), ("7", 1)):
        images = valid.images[valid.labels == label][:20]
        found = [show("sigmoid", lab("sigmoid", image))[0].marks[0].y for image in images]
        heights[name] = np.mean(found)
    assert heights["3"] > 0.8 > 0.2 > heights["7"]
    assert "trained just now" in show("sigmoid")[2].text
