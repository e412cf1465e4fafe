"""What the code view tells beside a line is what that very line gave, on the reader's own run."""

from collections.abc import Sequence

import pytest
import torch
import torch.nn.functional as F

from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.learner import Learner
from engine.lessons.catalogue import load_lessons
from engine.lessons.lab import Lab
from engine.lessons.live_code import live_lines

LESSONS = {lesson.name: lesson for lesson in load_lessons()}


def lab_of(dataset: Dataset, sample: Dataset, learner: Learner | None = None) -> Lab:
    return Lab(sample.valid.images[0], True, dataset, sample, learner, None, {})


def begun(dataset: Dataset, **settings: object) -> Learner:
    learner = Learner(dataset, TrainConfig(epochs=2, batch_size=64, **settings))  # type: ignore[arg-type]
    reports = learner.fit()
    for _ in range(3):
        next(reports)
    return learner


def given(code: Sequence[str], lab: Lab) -> dict[str, str]:
    return {line.code.strip(): line.value for line in live_lines(code, lab) if line.value}


@pytest.mark.parametrize("model", ["simple_net", "convnet"])
def test_the_run_stays_as_it_is(handful: Dataset, mnist_sample: Dataset, model: str) -> None:
    learner = begun(handful, model=model)
    chance = learner.generator.get_state()
    before = {name: t.clone() for name, t in learner.model.state_dict().items()}
    gradients = [p.grad.clone() for p in learner.model.parameters()]
    for lesson in LESSONS.values():
        live_lines(lesson.code, lab_of(handful, mnist_sample, learner))
    assert learner.step == 3
    assert torch.equal(chance, learner.generator.get_state())
    assert all(torch.equal(before[name], t) for name, t in learner.model.state_dict().items())
    assert all(
        torch.equal(a, p.grad) for a, p in zip(gradients, learner.model.parameters(), strict=True)
    )


def test_the_validation_line_tells_the_sums_over_the_whole_set(
    handful: Dataset, mnist_sample: Dataset
) -> None:
    learner = begun(handful)
    shown = given(LESSONS["validation"].code, lab_of(handful, mnist_sample, learner))
    copy = Learner(handful, learner.config, fast=False)
    copy.model.load_state_dict(learner.model.state_dict())
    next(copy.fit())  # the journey measures after one more batch
    x = torch.tensor(handful.valid.images).flatten(1) / 255
    y = torch.tensor(handful.valid.labels)
    with torch.no_grad():
        p = copy.model(x).sigmoid()[:, 0]
    wrong = torch.where(y == 0, 1 - p, p)
    loss, right = float(wrong.sum()), int((wrong < 0.5).sum())
    assert (
        shown["loss, right = self.measure(self.valid_batches).tolist()"]
        == f"loss = {loss:.4g}, right = {right}"
    )
    told = shown["return loss / len(self.dataset.valid), right / len(self.dataset.valid)"]
    assert told == f"({loss / len(y):.4g}, {right / len(y):.4g})"


def test_a_batch_is_predicted_with_the_weights_of_the_run(
    handful: Dataset, mnist_sample: Dataset
) -> None:
    learner = begun(handful, loss="cross_entropy")
    shown = given(LESSONS["autograd"].code, lab_of(handful, mnist_sample, learner))
    rows = torch.randperm(len(handful.train), generator=torch.Generator().manual_seed(0))[:64]
    x = torch.tensor(handful.train.images).flatten(1)[rows] / 255
    y = torch.tensor(handful.train.labels)[rows]
    with torch.no_grad():
        loss = F.cross_entropy(learner.model(x), y)
    assert shown["logits = self.model(xb)"] == "logits = (64, 2)"
    assert shown["loss = self.loss(logits.float(), yb)"] == f"loss = {float(loss):.4g}"


def test_a_network_is_that_of_the_run_s_classes(mnist_sample: Dataset, few_digits: Dataset) -> None:
    learner = begun(few_digits)
    told = given(LESSONS["activation_functions"].code, lab_of(mnist_sample, mnist_sample, learner))
    assert any("Linear(30, 10)" in value for value in told.values())
    assert not any("Linear(30, 2)" in value for value in told.values())


def test_every_lesson_tells_values_without_a_run_too(mnist_sample: Dataset) -> None:
    for lesson in LESSONS.values():
        assert given(lesson.code, lab_of(mnist_sample, mnist_sample)), lesson.name


def test_a_run_that_diverges_tells_what_it_can(handful: Dataset, mnist_sample: Dataset) -> None:
    learner = Learner(handful, TrainConfig(model="linear", loss="cross_entropy", lr=0.1))
    with torch.no_grad():
        for parameter in learner.model.parameters():
            parameter.fill_(torch.nan)
    shown = given(LESSONS["epoch_in_five_lines"].code, lab_of(handful, mnist_sample, learner))
    assert shown["loss = self.gradients(xb, yb)  # predict, loss, backward"] == "loss = nan"


def test_a_step_tells_the_rate_that_it_was_taken_with(
    handful: Dataset, mnist_sample: Dataset
) -> None:
    lab = lab_of(handful, mnist_sample, begun(handful, lr=0.25))
    shown = given(LESSONS["too_high_rate"].code, lab)
    line = "parameter.sub_(self._direction(index, parameter, gradient), alpha=self.lr)"
    assert shown[line] == "parameter = (30, 784), self.lr = 0.25"
