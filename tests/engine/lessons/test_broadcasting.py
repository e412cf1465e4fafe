"""The aligned shapes, against numpy's broadcasting over all pairs of small shapes."""

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest

from engine import Dataset
from engine.errors import InkgradError
from engine.lessons.broadcasting import aligned
from engine.lessons.figures import Code, Figure, Outcome, Pictures, Table, Text
from engine.lessons.lab import Lab

Show = Callable[..., tuple[Figure, ...]]
SHAPES = [shape for rank in range(4) for shape in product((0, 1, 2, 3), repeat=rank)]


def test_alignment_follows_numpys_rule() -> None:
    for left, right in product(SHAPES, repeat=2):
        found = [axis[2] for axis in aligned(left, right)]
        try:
            expected = np.broadcast_shapes(left, right)
        except ValueError:
            assert None in found, (left, right)
        else:
            assert tuple(found) == expected, (left, right)


def aligning(show: Show, **shapes: str) -> list[Figure]:
    """Return the figures about the typed shapes alone."""
    return list(show("broadcasting", **shapes)[:-6])


def test_shapes_that_fit(show: Show) -> None:
    table, *told, outcome = aligning(show, left="(5, 1, 3)", right="(4, 1)")
    assert isinstance(table, Table)
    assert table.rows == (
        ("First shape", "5", "1", "3"),
        ("Second shape", "·", "4", "1"),
        ("Result", "5", "4", "3"),
    )
    assert len(told) == 3
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert outcome.text.endswith("(5, 4, 3).")


def test_shapes_that_dont_fit_are_explained(show: Show) -> None:
    table, *told, outcome = aligning(show, left="4", right="(4, 3)")
    assert isinstance(table, Table)
    assert table.rows[2] == ("Result", "4", "✗")
    assert told == [
        Text("Axis -2: only one shape has it; the other one is repeated 4 times."),
        Text("Axis -1: 4 and 3 differ and neither is 1, so they don't fit."),
    ]
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


def test_the_sketch_against_both_means(
    show: Show, lab: Callable[..., Lab], mnist_sample: Dataset
) -> None:
    train = mnist_sample.train
    means = [train.images[train.labels == label].mean(axis=0) / 255 for label in (0, 1)]
    sketch = lab("broadcasting").sketch / 255
    *_, code, pictures, _, _, _, _ = show("broadcasting")
    assert isinstance(pictures, Pictures)
    for picture, mean in zip(pictures.pictures, means, strict=True):
        np.testing.assert_allclose(picture.values, sketch - mean, atol=1e-5)
    assert isinstance(code, Code)
    distances = [float(cell) for cell in code.lines[2].value.strip("[]").split(", ")]
    np.testing.assert_allclose(distances, [abs(sketch - m).mean() for m in means], atol=6e-5)
    assert code.lines[3].value == "(0, 28, 1)"


def test_no_shape(show: Show) -> None:
    with pytest.raises(InkgradError, match="“x28” is not a shape"):
        show("broadcasting", left="x28")


def test_two_shapes_whose_result_torch_cannot_count(show: Show) -> None:
    with pytest.raises(InkgradError, match=r"“\(999999, 999999, 999999, 999999\)” is not a shape"):
        show("broadcasting", left="999999, 999999, 1, 1", right="999999, 999999")


@pytest.mark.parametrize(
    ("fade", "shape", "times"),
    [("row", (28,), 28), ("column", (28, 1), 28), ("number", (1,), 784), ("two", (2, 1, 1), 784)],
)
def test_a_few_numbers_fade_the_sketch(
    show: Show, lab: Callable[..., Lab], fade: str, shape: tuple[int, ...], times: int
) -> None:
    *_, code, pictures, outcome = show("broadcasting", fade=fade)
    count = int(np.prod(shape))
    few = (np.arange(1, count + 1) / count).reshape(shape)
    result = lab("broadcasting").sketch / 255 * few
    assert isinstance(code, Code)
    assert code.lines[0].value == f"(28, 28), {shape}"
    assert code.lines[1].value == str(result.shape)
    assert isinstance(pictures, Pictures)
    shown = np.stack([picture.values for picture in pictures.pictures[2:]])
    np.testing.assert_allclose(shown.reshape(result.shape), result, atol=1e-6)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert f"“few”: {count}. Each is used {times} times" in outcome.text
