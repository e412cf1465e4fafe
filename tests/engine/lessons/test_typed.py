"""What people type: read in all the ways they write it, or refused in a sentence."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.errors import InkgradError
from engine.lessons import typed
from engine.lessons.lab import Lab

WORDS = {
    f"bad_{kind}": f"no {kind}: {{typed}}" for kind in ("shape", "numbers", "slices", "matrix")
}
ALL = slice(None)


@pytest.fixture
def bench(lab: Callable[..., Lab]) -> Lab:
    return lab("none", words=WORDS)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("(6131, 28, 28)", (6131, 28, 28)),
        ("2x28x28", (2, 28, 28)),
        ("28 × 28", (28, 28)),
        ("torch.Size([64, 1])", (64, 1)),
        ("[3]", (3,)),
        ("(10,)", (10,)),
        ("0, 4", (0, 4)),
        ("1,2,3,4,5,6", (1, 2, 3, 4, 5, 6)),
        ("()", ()),
        ("", ()),
    ],
)
def test_shapes(bench: Lab, text: str, shape: tuple[int, ...]) -> None:
    assert typed.shape(bench, text) == shape


@pytest.mark.parametrize(
    "text", ["two", "(3, -1)", "1.5", "3,,4", "1,1,1,1,1,1,1", "9999999", "999999,999999,9", "²"]
)
def test_no_shapes(bench: Lab, text: str) -> None:
    with pytest.raises(InkgradError, match="no shape: "):
        typed.shape(bench, text)


def test_numbers(bench: Lab) -> None:
    assert typed.numbers(bench, "[1, 2, -3]") == [1, 2, -3]
    assert typed.numbers(bench, "1 2,3") == [1, 2, 3]
    assert typed.numbers(bench, "−2, 5") == [-2, 5]
    assert len(typed.numbers(bench, ", ".join("1" * 12))) == 12


def test_a_matrix_may_have_five_rows_and_columns(bench: Lab) -> None:
    assert typed.matrix(bench, ";".join(["1 2 3 4 5"] * 5)).shape == (5, 5)


@pytest.mark.parametrize("text", ["", "one", "1.5", "--3", "1;2", ", ".join("1" * 13), "1234567"])
def test_no_numbers(bench: Lab, text: str) -> None:
    with pytest.raises(InkgradError, match="no numbers: "):
        typed.numbers(bench, text)


@pytest.mark.parametrize(
    ("text", "indices"),
    [
        ("1:, 1:", (slice(1, None), slice(1, None))),
        ("[-2:, :2]", (slice(-2, None), slice(None, 2))),
        ("0", (0,)),
        (":, -1", (ALL, -1)),
        ("::2", (slice(None, None, 2),)),
        ("0 : 2 : 1, 1", (slice(0, 2, 1), 1)),
    ],
)
def test_slices(bench: Lab, text: str, indices: tuple[typed.Index, ...]) -> None:
    assert typed.slices(bench, text) == indices


@pytest.mark.parametrize(
    "text", ["", "a", "٣", "1,", "1:2:0", "1 2", "1,2,3", "::-1", "1:2:3:4", "-"]
)
def test_no_slices(bench: Lab, text: str) -> None:
    with pytest.raises(InkgradError, match="no slices: "):
        typed.slices(bench, text)


def test_matrices(bench: Lab) -> None:
    np.testing.assert_array_equal(typed.matrix(bench, "1 2; 3 -4.5"), [[1, 2], [3, -4.5]])
    np.testing.assert_array_equal(typed.matrix(bench, "[1, 2, 3]"), [[1, 2, 3]])
    np.testing.assert_array_equal(typed.matrix(bench, "1, 2; 3, 4"), [[1, 2], [3, 4]])
    np.testing.assert_array_equal(typed.matrix(bench, ".5 1e2; -5E-1 0"), [[0.5, 100], [-0.5, 0]])
    np.testing.assert_array_equal(typed.matrix(bench, "0,5 1; 1 -0,5"), [[0.5, 1], [1, -0.5]])


@pytest.mark.parametrize(
    "text",
    [
        *("", "1 2; 3", "a", "1;2;3;4;5;6", "1 2 3 4 5 6", "1e9", ";"),
        *("0,5", "1,2; 3,4", "1, 2,3; 4, 5,6", "1 ,2 3,4"),
    ],
)
def test_no_matrices(bench: Lab, text: str) -> None:
    with pytest.raises(InkgradError, match="no matrix: "):
        typed.matrix(bench, text)
