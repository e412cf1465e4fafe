"""L1, RMSE and the L2 norm, against numpy's linear algebra."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset
from engine.lessons.figures import Code, Figure, Outcome, Pictures, Table
from engine.lessons.lab import Lab

Show = Callable[..., tuple[Figure, ...]]


def differences(sketch: np.ndarray, sample: Dataset) -> list[np.ndarray]:
    """Return sketch minus mean for both digits, (784,) each."""
    train = sample.train
    means = [train.images[train.labels == label].mean(axis=0) / 255 for label in (0, 1)]
    return [(sketch - mean).ravel() for mean in means]


@pytest.mark.parametrize("blot", [0, 5])
def test_the_three_measures(
    show: Show, lab: Callable[..., Lab], mnist_sample: Dataset, blot: int
) -> None:
    sketch = lab("rmse_l1").sketch / 255
    sketch[:blot, :blot] = 1
    *maps, table, _, outcome = show("rmse_l1", blot=blot)
    assert isinstance(table, Table)
    rows = table.rows[:: 2 if blot else 1]
    pairs = zip(rows, maps, differences(sketch, mnist_sample), strict=True)
    for row, pictures, difference in pairs:
        norms = [np.linalg.norm(difference, order) for order in (1, 2)]
        expected = norms[0] / 784, norms[1] / np.sqrt(784), norms[1]
        np.testing.assert_allclose([float(cell) for cell in row[1:]], expected, atol=6e-5)
        assert isinstance(pictures, Pictures)
        signed, absolute, squared = (picture.values.ravel() for picture in pictures.pictures)
        np.testing.assert_allclose(signed, difference, atol=1e-5)
        np.testing.assert_allclose(absolute, abs(difference), atol=1e-5)
        np.testing.assert_allclose(squared, difference**2, atol=1e-5)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


def test_torchs_own_functions_agree(show: Show) -> None:
    code = show("rmse_l1")[3]
    assert isinstance(code, Code)
    l1, torch_l1, rmse, torch_rmse, from_norm = (line.value for line in code.lines)
    assert l1 == torch_l1
    assert rmse == torch_rmse == from_norm


def test_a_sheet_without_a_difference(show: Show, lab: Callable[..., Lab]) -> None:
    blank = np.zeros((28, 28), np.uint8)
    outcome = show("rmse_l1", at=lab("rmse_l1", sketch=blank))[-1]
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
