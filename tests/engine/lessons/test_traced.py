"""What lines give: noted while they run, and told briefly."""

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from torch import nn

from engine.lessons.listing import Listing, listing
from engine.lessons.traced import Trace, brief


def values(watched: Listing, trace: Trace) -> dict[str, str]:
    """Return what each line gave, by its text."""
    assert watched.code
    given = {text.strip(): trace.given.get((watched.code, n), "") for n, text in watched.lines}
    return {text: value for text, value in given.items() if value}


def test_it_tells_what_each_line_gave_the_first_time() -> None:
    watched = listing("engine.losses:_probability_of_right")
    trace = Trace([watched])
    logits, labels = torch.tensor([[0.0], [2.0]]), torch.tensor([0, 1])

    def journey() -> None:
        from engine.losses import mnist_loss

        mnist_loss(logits, labels)
        mnist_loss(-logits, labels)

    trace.follow(journey)
    assert values(watched, trace) == {
        "if logits.shape[1] == 1:": "True",
        "p = logits[:, 0].sigmoid()": "p = [0.5, 0.8808]",
        "return torch.where(labels == 0, p, 1 - p)": "[0.5, 0.1192]",
    }


def test_a_generator_goes_on_where_it_was() -> None:
    watched = listing("engine.inference.similarity:class_means")
    trace = Trace([watched])
    from engine.data.splits import Split
    from engine.inference.similarity import class_means

    images = np.stack([np.full((28, 28), 51, np.uint8), np.full((28, 28), 255, np.uint8)])

    def journey() -> None:
        means = class_means(Split(images, np.array([1, 1])), ("a", "b"))
        with pytest.raises(Exception, match="a"):
            next(means)

    trace.follow(journey)
    given = values(watched, trace)
    assert given["for label, name in enumerate(classes):"] == "label = 0, name = 'a'"
    assert given["images = split.images[split.labels == label]"] == "images = (0, 28, 28)"
    assert given["if not len(images):"] == "True"
    assert "yield (images.mean(axis=0) / 255).astype(np.float32)" not in given


def test_what_raises_gives_nothing_and_tracing_ends() -> None:
    import sys

    watched = listing("engine.data.splits:Split.__post_init__")
    trace = Trace([watched])
    from engine.data.splits import Split
    from engine.errors import DataError

    before = sys.gettrace()
    with pytest.raises(DataError):
        trace.follow(lambda: Split(np.zeros((1, 2, 2), np.uint8), np.zeros(1, np.int64)))
    assert sys.gettrace() is before
    given = values(watched, trace)
    assert given["images, labels = self.images, self.labels"].startswith("images = (1, 2, 2)")
    assert not any(line.startswith("raise") for line in given)


def numbers() -> Iterator[int]:
    yield 1


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (3, "3"),
        (0.123456, "0.1235"),
        (True, "True"),
        (None, "None"),
        ("seven", "'seven'"),
        ("x" * 99, "'" + "x" * 58 + "…"),
        (torch.tensor(0.25), "0.25"),
        (np.int64(7), "7"),
        (torch.zeros(2, 3), "(2, 3)"),
        (np.arange(9), "[0, 1, 2, …] (9,)"),
        (torch.tensor([1.5, 2.5], dtype=torch.bfloat16), "[1.5, 2.5]"),
        ((1, 2), "(1, 2)"),
        ((1,), "(1,)"),
        ([], "[]"),
        (list(range(9)), "[0, 1, 2, 3, …]"),
        (nn.Sequential(nn.Linear(4, 2), nn.ReLU()), "Linear(4, 2) → ReLU"),
        (nn.Linear(4, 2, bias=False), "Linear(4, 2, bias=False)"),
        (object(), ""),
        (numbers(), ""),
    ],
)
def test_values_are_told_briefly(value: object, told: str) -> None:
    assert brief(value) == told
