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
