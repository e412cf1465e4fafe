"""Parts of the doubled square, against numpy's indexing."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset
from engine.errors import InkgradError
from engine.lessons.figures import Code, Figure, Outcome, Picture, Pictures, Text

Show = Callable[..., tuple[Figure, ...]]
DOUBLED = np.arange(2, 20, 2).reshape(3, 3)


def test_the_bottom_right_four(show: Show) -> None:
    code, pictures, outcome, *_ = show("three_by_three")
    assert isinstance(code, Code)
    assert code.lines[1].value == str(DOUBLED.tolist())
    assert code.lines[2].value == "[[10, 12], [16, 18]]"
    assert isinstance(pictures, Pictures)
    np.testing.assert_array_equal(pictures.pictures[2].values, [[10, 12], [16, 18]])
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


@pytest.mark.parametrize(
    ("part", "expected", "is_it"),
    [
        ("-2:, -2:", DOUBLED[-2:, -2:], True),
        ("::2, 1", DOUBLED[::2, 1], False),
        ("2", DOUBLED[2], False),
        ("1, 1", DOUBLED[1, 1], False),
        ("3:", DOUBLED[3:], False),
    ],
)
def test_other_parts(show: Show, part: str, expected: np.ndarray, is_it: bool) -> None:
    code, pictures, outcome, *_ = show("three_by_three", part=part)
    assert isinstance(code, Code)
    assert code.lines[2].code == f"t[{part}]"
    assert code.lines[2].value == str(expected.tolist())
    assert code.lines[3].value == str(expected.shape)
    assert isinstance(pictures, Pictures)
    assert len(pictures.pictures) == (3 if expected.size else 2)
    framed = pictures.pictures[1]
    assert (framed.part is None) == (not expected.size)
    if framed.part is not None:  # what is taken is framed here, as it is in the sketch
        np.testing.assert_array_equal(framed.values[framed.part].ravel(), expected.ravel())
    assert isinstance(outcome, Outcome if is_it else Text)  # what was asked to be tried isn't wrong


def test_an_index_outside_is_explained(show: Show) -> None:
    with pytest.raises(InkgradError, match="out of range"):
        show("three_by_three", part="3")


@pytest.mark.parametrize(
    "cut", ["14:, 14:", ":14", "::2, ::2", "5", ":, 14", "10:12, -8", "3, 4", "30:", "-3:, 2:9"]
)
def test_the_same_on_the_sketch(show: Show, mnist_sample: Dataset, cut: str) -> None:
    *_, code, pictures = show("three_by_three", cut=cut)
    sketch = mnist_sample.valid.images[0]
    places = np.arange(784).reshape(28, 28)
    parts = [
        slice(*(int(n) if n.strip() else None for n in part.split(":")))
        if ":" in part
        else int(part)
        for part in cut.split(",")
    ]
    expected = sketch[tuple(parts)]
    assert isinstance(code, Code)
    assert code.lines[0].code == f"sketch[{cut}].shape"
    assert code.lines[0].value == str(expected.shape)
    if not expected.size:
        assert isinstance(pictures, Picture)
        return
    assert isinstance(pictures, Pictures)
    framed, result = pictures.pictures
    np.testing.assert_array_equal(result.values.ravel(), expected.ravel())
    assert framed.part is not None
    chosen = places[tuple(parts)]
    rows, columns = np.divmod(chosen, 28)
    assert (framed.part[0].start, framed.part[0].stop - 1) == (rows.min(), rows.max())
    assert (framed.part[1].start, framed.part[1].stop - 1) == (columns.min(), columns.max())


def test_an_index_outside_the_sketch_is_explained(show: Show) -> None:
    with pytest.raises(InkgradError, match=r"sketch\[28\] is out of range"):
        show("three_by_three", cut="28")
