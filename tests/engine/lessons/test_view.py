"""What is written into the row is in the picture, and nowhere else."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.lessons.figures import Code, Figure, Outcome, Picture, Pictures
from engine.lessons.lab import Lab

Show = Callable[..., tuple[Figure, ...]]


@pytest.mark.parametrize("place", [0, 300, 783])
def test_a_pixel_of_the_row_is_one_of_the_picture(
    show: Show, lab: Callable[..., Lab], place: int
) -> None:
    bench = lab("view")
    original = bench.sketch.copy()
    code, near, pictures, outcome, _ = show("view", at=bench, place=place, value=77)
    assert isinstance(pictures, Pictures)
    before, after = (picture.values for picture in pictures.pictures)
    expected = original.copy()
    expected.flat[place] = 77
    np.testing.assert_array_equal(before, original)
    np.testing.assert_array_equal(after, expected)
    assert isinstance(near, Picture)
    assert 77 in near.values
    assert near.values.shape == (1, 14)
    np.testing.assert_array_equal(bench.sketch, original)
    assert isinstance(code, Code)
    row, column = divmod(place, 28)
    assert code.lines[-1].code == f"picture[{row}, {column}]"
    assert code.lines[-1].value == f"{original[row, column]} → 77"
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


def test_a_turned_picture_has_no_view(show: Show) -> None:
    trap = show("view")[-1]
    assert isinstance(trap, Code)
    assert [line.value for line in trap.lines] == [
        "(28, 1)",
        "(1, 28)",
        "RuntimeError",
        "(784,)",
        "False",
    ]
