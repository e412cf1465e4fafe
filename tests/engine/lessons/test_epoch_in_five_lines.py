"""The five lines: each leaves what it says, against a plain torch loop."""

import re

import pytest
import torch

from engine.config import TrainConfig
from engine.learner import Learner
from engine.lessons.figures import Code, Outcome, Pictures, Plot
from engine.lessons.samples import some

LINES = 5


def told(figures) -> list[str]:
    code = figures[0]
    assert isinstance(code, Code)
    return [line.value for line in code.lines]


def test_there_are_five_lines_and_the_marked_one_moves_on(show) -> None:
    for step in range(3 * LINES):
        code = show("epoch_in_five_lines", line=step)[0]
        assert [line.now for line in code.lines] == [place == step % LINES for place in range(5)]
        compile("\n".join(line.code for line in code.lines), "lesson", "exec")


def test_the_gradient_is_none_then_filled_then_none(show) -> None:
    values = [told(show("epoch_in_five_lines", line=step)) for step in range(5)]
    assert values[0] == ["xb (64, 784), yb (64,)", "", "", "", "w.grad = None"]
    assert values[1][1].startswith("loss = 0.")
    assert values[1][2] == ""
    assert values[2][2].startswith("|w.grad| = ")
    assert values[2][3] == ""
    assert values[3][3].startswith("|Δw| = ")
    assert values[4][2] == ""
    assert values[4][4] == "w.grad = None"


def test_the_numbers_are_those_of_a_plain_loop(show, mnist_sample) -> None:
    learner = Learner(
        some(mnist_sample, 2048), TrainConfig(batch_size=64, lr=0.2, device="cpu"), fast=False
    )
    model, losses = learner.model, []
    for (xb, yb), _ in zip(learner.batches, range(2), strict=False):
        p = model(xb).sigmoid()[:, 0]
        loss = torch.where(yb == 0, 1 - p, p).mean()
        for parameter in model.parameters():
            parameter.grad = None
        loss.backward()
        losses.append(loss.item())
        step = 0.2 * next(model.parameters()).grad.norm()
        with torch.no_grad():
            for parameter in model.parameters():
                parameter -= 0.2 * parameter.grad
    values = told(show("epoch_in_five_lines", line=LINES + 3))
    assert float(values[1].removeprefix("loss = ")) == pytest.approx(losses[1], abs=1e-4)
    assert float(values[3].removeprefix("|Δw| = ")) == pytest.approx(float(step), abs=2e-4)


def test_the_rest_of_the_epoch_makes_it_better(lab, show, mnist) -> None:
    for bench in (lab("epoch_in_five_lines"), lab("epoch_in_five_lines", dataset=mnist)):
        _, plot, outcome = show("epoch_in_five_lines", bench, line=3 * LINES)
        assert isinstance(plot, Plot)
        assert isinstance(outcome, Outcome)
        assert len(plot.curves[0].y) == 2048 // 64
        before, after = map(float, re.findall(r"(\d+\.\d)\s%", outcome.text))
        assert after > before
        assert outcome.as_promised


def test_the_pictures_are_the_batch_and_then_the_weights(show) -> None:
    batch = show("epoch_in_five_lines", line=0)[1]
    assert isinstance(batch, Pictures)
    assert {picture.caption for picture in batch.pictures} <= {"3", "7"}
    assert len(show("epoch_in_five_lines", line=2)[1].pictures) == 2
    assert len(show("epoch_in_five_lines", line=4)[1].pictures) == 1
