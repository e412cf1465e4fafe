"""Which keys belong to a text field that has the focus, whatever the menus' commands are."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_ERASING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


def belongs_to_text(event: QKeyEvent, focused: QWidget | None) -> bool:
    """Tell whether a key that may be a command's erases words in the widget with the focus.

    Qt itself lets text fields have the keys that move, select, copy, paste and undo, but not these.
    """
    return event.key() in _ERASING and _is_text_field(focused)


def _is_text_field(widget: QWidget | None) -> bool:
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QAbstractSpinBox | QTextEdit | QPlainTextEdit)
