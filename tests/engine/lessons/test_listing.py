"""The engine's real lines, as the code view and notebooks have them."""

import inspect
import linecache
from pathlib import Path

import pytest

import engine.losses
from engine.errors import InkgradError
from engine.learner import Learner
from engine.lessons.catalogue import load_lessons
from engine.lessons.figures import Line
from engine.lessons.listing import lines_of, listing


def test_the_lines_of_a_method_stand_as_in_its_file_without_the_docstring() -> None:
    lines = listing("engine.learner:Learner.train_epoch").text.splitlines()
    assert lines[0] == "def train_epoch(self, is_due: Callable[[], bool]) -> Iterator[Tensor]:"
    assert lines[1].startswith("    for xb, yb in self.batches")
    assert "Learn from each batch once" not in "\n".join(lines)
    file = Path(inspect.getfile(Learner)).read_text()
    assert all(line.strip() in file for line in lines)


def test_it_lists_functions_properties_decorated_ones_and_classes() -> None:
    assert listing("engine.losses:mnist_loss").lines[-1][1].strip().startswith("return")
    assert "return self.step" in listing("engine.learner:Learner.progress").text
    assert listing("engine.optimizers:SGD.step").text.startswith(
        "@torch.no_grad()\ndef step(self) -> None:\n"
    )
    whole = listing("engine.optimizers:SGD").text
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


def test_lines_have_their_numbers_in_the_file_and_what_is_given() -> None:
    target = "engine.losses:mnist_loss"
    number, text = listing(target).lines[-1]
    file = Path(inspect.getfile(engine.losses)).read_text().splitlines()
    assert file[number - 1] == text
    code = engine.losses.mnist_loss.__code__
    lines = lines_of([target, "engine.losses:predicted"], {(code, number): "0.5"})
    assert lines[1] == Line(text, "0.5")
    assert lines[2] == Line("")
    assert not any(line.value for line in lines[2:])


def test_the_lessons_name_code_that_is_there() -> None:
    for lesson in load_lessons():
        for target in lesson.code:
            assert listing(target).lines, lesson.name
