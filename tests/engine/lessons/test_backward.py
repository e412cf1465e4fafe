"""backward(): None comes back, gradients are added up, no weight is moved."""

import numpy as np
import pytest
import torch

from engine.config import TrainConfig
from engine.lessons.figures import Code, Outcome
from engine.models import build_model


@pytest.mark.parametrize("step", range(5))
def test_every_line_does_what_is_promised(show, step: int) -> None:
    code, _, pictures, outcome = show("backward", step=step)
    assert isinstance(code, Code)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert code.lines[step].now
    assert all(not line.value for line in code.lines[step + 1 :])
    weights = next(build_model(TrainConfig(model="linear"), 2).parameters()).detach()
    assert np.array_equal(pictures.pictures[1].values.flatten(), weights[0].numpy())


def test_the_gradient_is_the_formulas_then_twice_it_then_none_then_it_again(
    lab, show, mnist
) -> None:
    sketch = mnist.valid.images[30]
    found = [
        show("backward", lab("backward", sketch), step=step)[2].pictures[2].values
        for step in range(5)
    ]
    x = sketch.flatten() / 255
    weights = next(build_model(TrainConfig(model="linear"), 2).parameters()).detach()[0].numpy()
    p = 1 / (1 + np.exp(-(weights @ x)))  # the bias is 0 at first
    gradient = (-p * (1 - p) * x).reshape(28, 28)
    for values, times in zip(found, (0, 1, 2, 0, 1), strict=True):
        assert np.allclose(values, times * gradient, atol=1e-6)


def test_backward_gives_none_back(show) -> None:
    assert show("backward", step=1)[0].lines[1].value.startswith("result = None, |w.grad| = ")
    assert show("backward", step=3)[0].lines[3].value == "w.grad = None"


def test_a_second_backward_is_an_error_where_something_was_saved() -> None:
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    saved = (x * x).sum()
    saved.backward()
    with pytest.raises(RuntimeError, match="second time"):
        saved.backward()
    nothing_saved = x.sum()
    nothing_saved.backward()
    nothing_saved.backward()
    kept = (x * x).sum()
    kept.backward(retain_graph=True)
    kept.backward()
