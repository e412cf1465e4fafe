"""What mattered, asked of a real network in the worker's thread."""

import numpy as np
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.worker.messages import Kind
from engine.analysis.saliency import occlusion
from engine.inference.classifier import Classifier


def test_why_colours_what_mattered_and_goes_away(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.sketch
    seen = panel.answer.seen
    qtbot.waitUntil(
        lambda: panel.answer.source is not None and panel.answer.source.kind is Kind.STARTER
    )
    panel.document.begin_stroke(0.3, 0.2)
    for x, y in ((0.5, 0.2), (0.7, 0.2), (0.6, 0.5), (0.5, 0.8)):
        panel.document.extend_stroke(x, y)
    panel.document.finish_stroke()
    qtbot.waitUntil(lambda: panel.answer.digit.text() == "7")
    window.actions_.why.trigger()
    assert seen.why_button.isChecked()
    assert seen.heading.text() == "Why this answer"
    qtbot.waitUntil(lambda: seen.view.heat is not None)
    starter = Classifier.starter("mnist")
    image = panel.document.image()
    assert image is not None
    expected = occlusion(starter.model, image, starter.classes.index("7"))
    for view in (seen.view, panel.numbers.view):
        np.testing.assert_allclose(view.heat, expected, atol=1e-3)
    assert "for" in seen.readout.text()
    QTest.mouseMove(seen.view, seen.view.rect().center())
    assert "(" in seen.readout.text()  # the pixel's own part
    panel.document.clear()
    assert seen.view.heat is None
    window.actions_.why.trigger()
    assert not seen.why_button.isChecked()
    assert seen.heading.text() == "What the model sees"
