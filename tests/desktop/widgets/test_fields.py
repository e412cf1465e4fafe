"""The wheel over a field: it scrolls the page, unless somebody is in that field."""

import re
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QSlider, QWidget

import desktop
from desktop.main_window import MainWindow


def turn_wheel(widget: QWidget) -> bool:
    """Turn the wheel a notch over a widget; return whether it took that."""
    place = QPointF(widget.rect().center())
    everywhere = QPointF(widget.mapToGlobal(place.toPoint()))
    up, none = QPoint(0, 120), (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, everywhere, QPoint(), up, *none, phase, False)
    event.ignore()
    widget.event(event)
    return event.isAccepted()


def test_the_wheel_changes_no_field_without_the_focus(window: MainWindow) -> None:
    window.training.panel.settings.more.click()
    window.sketch.canvas.setFocus()
    kinds = (QAbstractSpinBox, QComboBox, QSlider)
    fields = [each for each in window.findChildren(QWidget) if isinstance(each, kinds)]
    assert len(fields) >= 8
    taken = [each.objectName() for each in fields if each.isEnabled() and turn_wheel(each)]
    assert taken == []


def test_the_wheel_turns_a_field_with_the_focus(window: MainWindow) -> None:
    smoothing = window.training.curves.smoothing.slider
    before = smoothing.value()
    window.activateWindow()
    smoothing.setFocus()
    QApplication.processEvents()
    assert turn_wheel(smoothing)
    assert smoothing.value() != before


def test_sliders_are_all_of_that_kind() -> None:
    root = Path(desktop.__file__).parent
    makers = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if re.search(r"\bQSlider\(|\(QSlider\b", path.read_text("utf-8"))
    }
    assert makers == {"widgets/fields.py"}
