"""The rule for a digit's place: exactly twenty pixels long, whatever its balance."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.images.placing import CENTRE_PX, centre_of_mass, fitted_side


@given(st.floats(0.05, 0.95))
def test_a_fitted_side_touches_twenty_pixels(share: float) -> None:
    side = fitted_side(share)
    start = CENTRE_PX - share * side + 0.5
    assert 19.1 <= side <= 20
    grazed = 0.1  # this much of a pixel is trimmed
    touched = math.ceil(start + side - grazed) - math.floor(start + grazed)
    assert touched in (19, 20)
    assert math.ceil(start + side) - math.floor(start) in (20, 21)


@given(st.floats(0.05, 0.95))
def test_nearly_equal_balances_give_nearly_equal_sides(share: float) -> None:
    assert abs(fitted_side(share + 1e-6) - fitted_side(share)) < 1e-3


def test_the_centre_of_mass_is_x_then_y() -> None:
    ink = np.zeros((28, 20))
    ink[10, 3], ink[10, 5] = 1, 3
    assert centre_of_mass(ink).tolist() == [4.5, 10]
