"""The code view: the engine's real lines, and values that leave the run as it was."""

import inspect
import linecache
from pathlib import Path

import pytest
import torch

import engine.losses
from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.errors import InkgradError
from engine.inference.classifier import Classifier
from engine.learner import Learner
from engine.lessons.catalogue import load_lessons
from engine.lessons.figures import Line
from engine.lessons.listing import listing, live_lines, live_values


def test_the_lines_of_a_method_stand_as_in_its_file_without_the_docstring() -> None:
    lines = listing("engine.learner:Learner.train_epoch")
    assert lines[0] == "def train_epoch(self, is_due: Callable[[], bool]) -> Iterator[Tensor]:"
    assert lines[1].startswith("    for xb, yb in self.batches")
    assert "Learn from each batch once" not in "\n".join(lines)
    file = Path(inspect.getfile(Learner)).read_text()
    assert all(line.strip() in file for line in lines)


def test_it_lists_functions_properties_decorated_ones_and_classes() -> None:
    assert listing("engine.losses:mnist_loss")[-1].strip().startswith("return")
    assert "return self.step" in listing("engine.learner:Learner.progress")[-1]
    assert listing("engine.optimizers:SGD.step")[:2] == (
        "@torch.no_grad()",
        "def step(self) -> None:",
    )
    whole = "\n".join(listing("engine.optimizers:SGD"))
    assert whole.startswith("class SGD:\n    def __init__(")
    assert '"""' not in whole
    compile(whole.replace("@torch.no_grad()", ""), "sgd", "exec")


@pytest.mark.parametrize(
    "target",
    [
        "os:system",
        "engine.nowhere:x",
        "engine.losses:nothing",
        "engine.losses",
        "engine.losses:F",
        ":",
        "engine.losses:LOSSES",
        "engine.losses:Tensor",
        "engine.losses:mnist_loss.",
        "enginex.losses:f",
    ],
)
def test_what_is_no_code_of_the_engine_is_refused_in_a_sentence(target: str) -> None:
    with pytest.raises(InkgradError, match=r"engine.*\."):
        listing(target)


def test_without_sources_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(linecache, "getlines", lambda *_: [])
    with pytest.raises(InkgradError, match="not included in this copy"):
        listing("engine.losses:mnist_loss")


@pytest.mark.parametrize("model", ["simple_net", "convnet"])
def test_live_values_are_those_of_the_run_and_change_nothing(handful: Dataset, model: str) -> None:
    learner = Learner(handful, TrainConfig(model=model, epochs=2, batch_size=64))
    reports = learner.fit()
    for _ in range(3):
        next(reports)
    chance = learner.generator.get_state()
    before = {name: t.clone() for name, t in learner.model.state_dict().items()}
    gradients = [p.grad.clone() for p in learner.model.parameters()]

    values = live_values(learner, learner.classifier())

    assert (values["xb.shape"], values["yb.shape"]) == ("(64, 784)", "(64,)")
    assert values["logits.shape"] == "(64, 1)"
    assert (values["self.step"], values["lr"]) == ("3", "0.1")
    assert values["self.classes"] == "('3', '7')"
    x = torch.tensor(handful.train.images[:64]).flatten(1) / 255
    p = learner.model(x).sigmoid()[:, 0]
    right = torch.where(torch.tensor(handful.train.labels[:64]) == 0, p, 1 - p)
    assert float(values["loss"]) == pytest.approx(1 - float(right.mean().detach()), abs=1e-4)

    assert torch.equal(chance, learner.generator.get_state())
    assert all(torch.equal(before[name], t) for name, t in learner.model.state_dict().items())
    assert all(
        torch.equal(a, p.grad) for a, p in zip(gradients, learner.model.parameters(), strict=True)
    )


def test_the_lessons_name_code_that_is_there() -> None:
    for lesson in load_lessons():
        for target in lesson.code:
            assert listing(target), lesson.name


def test_without_a_run_there_are_only_the_values_of_who_answers() -> None:
    assert live_values(None, None) == {}
    assert set(live_values(None, Classifier.starter())) == {"self.classes", "self.card.temperature"}


def test_values_stand_where_their_names_stand_and_once() -> None:
    lines = live_lines(
        ("loss = f(x)  # lr", "self.lr = lr", "lr += loss", "losses = 1"),
        {"loss": "0.5", "lr": "0.1", "self.lr": "0.2"},
    )
    assert lines == (
        Line("loss = f(x)  # lr", "loss = 0.5"),
        Line("self.lr = lr", "lr = 0.1, self.lr = 0.2"),
        Line("lr += loss"),
        Line("losses = 1"),
    )


def test_the_values_fit_the_engines_lines(handful: Dataset) -> None:
    learner = Learner(handful, TrainConfig(epochs=1, batch_size=64))
    lines = live_lines(listing("engine.learner:Learner.gradients"), live_values(learner, None))
    assert any("self.config.zero_grad = True" in line.value for line in lines)
    assert inspect.getsource(engine.losses.mnist_loss).count("\n") > len(
        listing("engine.losses:mnist_loss")
    )
