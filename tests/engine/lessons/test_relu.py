"""ReLU: its values by hand, both forms alike, and the sketch's own hidden values."""

import numpy as np
import pytest
import torch

from engine.config import TrainConfig
from engine.learner import Learner
from engine.lessons.figures import Code, Picture, Plot


@pytest.mark.parametrize("x", [-2.0, -0.05, 0.0, 0.5, 2.0])
def test_negative_is_zero_and_the_rest_comes_through(show, x: float) -> None:
    plot, code, *_ = show("relu", x=x)
    assert isinstance(plot, Plot)
    curve = plot.curves[0]
    assert (curve.x[0], curve.x[-1]) == (-2, 2)
    assert np.array_equal(curve.y, np.where(curve.x < 0, 0, curve.x))
    assert (plot.marks[0].x, plot.marks[0].y, plot.drag_x) == (x, max(x, 0), "x")
    assert isinstance(code, Code)
    values = [line.value for line in code.lines]
    assert float(values[0]) == float(values[2]) == float(values[3]) == max(x, 0)


def test_one_is_a_module_and_the_other_is_not(show) -> None:
    values = {line.code: line.value for line in show("relu")[1].lines}
    assert values["isinstance(act, nn.Module)"] == "True"
    assert values["isinstance(F.relu, nn.Module)"] == "False"
    assert values["nn.Sequential(nn.Linear(784, 30), act)"] == "OK"
    assert values["nn.Sequential(nn.Linear(784, 30), F.relu)"] == "TypeError"


def test_the_sketch_goes_through_the_readers_own_first_layer(lab, show, handful, mnist) -> None:
    learner = Learner(handful, TrainConfig(model="mlp", hidden=(17,), epochs=1))
    for _ in learner.fit():
        pass
    sketch = mnist.valid.images[11]
    *_, first, second, whose, outcome = show("relu", lab("relu", sketch, learner))
    assert isinstance(first, Picture)
    assert isinstance(second, Picture)
    weight, bias = (p.detach().numpy() for p in learner.model[0].parameters())
    hidden = weight @ (sketch.flatten() / 255) + bias
    before, after = first.values, second.values
    assert np.allclose(before, hidden, atol=1e-4)
    assert np.allclose(after, np.maximum(hidden, 0), atol=1e-4)
    up, down = hidden.max(), -hidden.min()
    assert first.high == second.high == pytest.approx(max(min(up, down), max(up, down) / 4))
    assert "your own network" in whose.text
    assert outcome.text.startswith(f"{(hidden <= 0).sum()} of 17 hidden values")
    assert outcome.as_promised


def test_with_another_activation_a_quick_network_takes_its_place(lab, show, handful) -> None:
    learner = Learner(handful, TrainConfig(activation="tanh"))
    state = torch.random.get_rng_state()
    *_, whose, outcome = show("relu", lab("relu", learner=learner))
    assert "trained just now" in whose.text
    assert "of 30 hidden values" in outcome.text
    assert torch.equal(state, torch.random.get_rng_state())
