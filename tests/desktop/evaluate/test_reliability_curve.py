"""The reliability curve says what it paints, and is painted where it says."""

import numpy as np
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.evaluate.reliability_curve import CalibrationError, ReliabilityCurve
from engine.analysis.calibration import reliability

# ten answers given at 60 %, of which four are right, and a thousand at 98 %, of which 990 are
SURE = np.repeat([0.6, 0.98], [10, 1000]).astype(np.float32)
PROBABILITIES = np.stack([SURE, 1 - SURE], axis=1)
LABELS = np.repeat([0, 1, 0, 1], [4, 6, 990, 10])


def test_each_step_is_told_in_per_cent_and_the_empty_ones_are_not(qtbot: QtBot) -> None:
    curve, error = ReliabilityCurve(), CalibrationError()
    for widget in (curve, error):
        qtbot.addWidget(widget)
    found = reliability(PROBABILITIES, LABELS)
    curve.show_curve(found)
    assert curve.accessibleDescription().splitlines() == [
        "60 % sure: 40 % correct (of 10)",
        "98 % sure: 99 % correct (of 1,000)",
    ]
    error.show_error(found.expected_error)
    assert error.text() == "calibration error 1.2 %"


def test_its_points_stand_at_confidence_and_accuracy(qtbot: QtBot) -> None:
    curve = ReliabilityCurve()
    qtbot.addWidget(curve)
    curve.resize(300, 300)
    curve.show_curve(reliability(PROBABILITIES, LABELS))
    image, accent = curve.grab().toImage(), curve.palette().highlight().color()
    for x, y in ((0.6, 0.4), (0.98, 0.99)):
        at = curve._at(x, y).toPoint()
        assert QColor(image.pixelColor(at)).name() == accent.name()
    assert image.pixelColor(curve._at(0.4, 0.6).toPoint()).name() != accent.name()
