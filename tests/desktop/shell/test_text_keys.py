"""Keys in a text field are the field's: none of them does anything to the pad."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def drawn(window: MainWindow, drag) -> MainWindow:
    """Return the window with a stroke on its pad."""
    drag(window.sketch.canvas, np.array([[120, 100], [280, 100], [200, 330]]))
    window.activateWindow()
    return window


def test_erasing_a_word_in_a_field_clears_no_pad(drawn: MainWindow) -> None:
    fields: list[QWidget] = [*drawn.findChildren(QAbstractSpinBox)]
    fields += [each for each in drawn.findChildren(QLineEdit) if each.focusProxy() is None]
    fields = [each for each in fields if each.isVisible() and each.isEnabled()]
    assert len(fields) >= 3
    for field in fields:
        field.setFocus()
        assert field.hasFocus()
        QTest.keyClick(field, Qt.Key.Key_Backspace, CTRL)
        assert not drawn.sketch.document.is_empty, field.objectName()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox])
def test_a_word_is_erased_instead(drawn: MainWindow, kind: type[QWidget]) -> None:
    field = kind(drawn.centralWidget())
    if isinstance(field, QComboBox):
        field.setEditable(True)
    field.show()
    field.setFocus()
    target = drawn.focusWidget()
    QTest.keyClicks(target, "two words")
    QTest.keyClick(target, Qt.Key.Key_Backspace, CTRL)
    text = {
        QLineEdit: lambda: field.text(),
        QPlainTextEdit: lambda: field.toPlainText(),
        QComboBox: lambda: field.currentText(),
    }[kind]()
    assert text == "two "
    assert not drawn.sketch.document.is_empty
    drawn.sketch.canvas.setFocus()
    QTest.keyClick(drawn.sketch.canvas, Qt.Key.Key_Backspace, CTRL)
    assert drawn.sketch.document.is_empty
