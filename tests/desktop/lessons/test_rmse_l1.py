"""Question 8, read in the window."""

import numpy as np
import pytest

from engine import Dataset
from engine.lessons.figures import Table
from tests.desktop.lessons.conftest import Reader


def test_both_distances_of_the_sketch(reader: Reader, mnist_sample: Dataset) -> None:
    reader.open_question(8)
    sketch = mnist_sample.valid.images[20]
    _, _, table, _, _ = reader.draw(sketch)
    train = mnist_sample.train
    difference = (sketch - train.images[train.labels == 0].mean(axis=0)) / 255
    assert isinstance(table, Table)
    l1, rmse, l2 = (float(cell) for cell in table.rows[0][1:])
    assert l1 == pytest.approx(np.abs(difference).mean(), abs=1e-4)
    assert rmse == pytest.approx(np.sqrt((difference**2).mean()), abs=1e-4)
    assert l2 == pytest.approx(28 * rmse, abs=2e-3)
    _, _, table, _, _ = reader.set("blot", 5)
    assert isinstance(table, Table)
    l1, rmse, _ = (float(cell) for cell in table.rows[1][1:])
    assert rmse > l1 > 0
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
