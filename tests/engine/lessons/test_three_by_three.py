"""Parts of the doubled square, against numpy's indexing."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.errors import InkgradError
from engine.lessons.figures import Code, Figure, Outcome, Pictures

Show = Callable[..., tuple[Figure, ...]]
DOUBLED = np.arange(2, 20, 2).reshape(3, 3)


def test_the_bottom_right_four(show: Show) -> None:
    code, pictures, outcome, _ = show("three_by_three")
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
    code, pictures, outcome, _ = show("three_by_three", part=part)
    assert isinstance(code, Code)
    assert code.lines[2].code == f"t[{part}]"
    assert code.lines[2].value == str(expected.tolist())
    assert code.lines[3].value == str(expected.shape)
    assert isinstance(pictures, Pictures)
    assert len(pictures.pictures) == (3 if expected.size else 2)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised is is_it


def test_an_index_outside_is_explained(show: Show) -> None:
    with pytest.raises(InkgradError, match="out of range"):
        show("three_by_three", part="3")
