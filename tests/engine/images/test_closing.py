"""The highest value nearby: looked up place by place as the oracle."""

import numpy as np
import pytest

from engine.images.closing import highest


@pytest.mark.parametrize("reach", [1, 2, 3, 5, 10])
@pytest.mark.parametrize("axis", [0, 1])
def test_each_place_gets_the_highest_value_in_reach(reach: int, axis: int) -> None:
    values = np.random.default_rng(reach).random((13, 9))
    found = highest(values, reach, axis)
    for row, column in np.ndindex(values.shape):
        at = (row, column)[axis]
        line = values[:, column] if axis == 0 else values[row]
        assert found[row, column] == line[max(0, at - reach) : at + reach + 1].max()
