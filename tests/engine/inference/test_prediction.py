"""What a prediction tells."""

import numpy as np
import pytest

from engine.inference.prediction import Prediction


@pytest.mark.parametrize(
    ("shares", "known", "sure"),
    [((0.9, 0.1), True, True), ((0.55, 0.45), True, False), ((0.9, 0.1), False, False)],
)
def test_it_is_sure_only_when_known_and_clearly_ahead(
    shares: tuple[float, float], known: bool, sure: bool
) -> None:
    prediction = Prediction("3", np.float32(shares), ("3", "7"), known)
    assert prediction.sure is sure
    assert prediction.probability == pytest.approx(max(shares))


@pytest.mark.parametrize(
    ("classes", "of_digits"),
    [(tuple("0123456789"), True), (("3", "7"), True), (("3", "cat"), False)],
)
def test_some_or_all_of_the_ten_are_digits(classes: tuple[str, ...], of_digits: bool) -> None:
    prediction = Prediction("3", np.full(len(classes), 1 / len(classes), np.float32), classes)
    assert prediction.of_digits is of_digits
