"""Text shown as it is: names of files, classes and datasets, and what lessons say, are no HTML.

Qt takes what looks like HTML for it, and so would load a picture that a folder's name names.
"""

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget


class Label(QLabel):
    """A label that shows its text as it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def as_tip(text: str) -> str:
    """Return what a tooltip shows as this text."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def ask(parent: QWidget, title: str, question: str) -> bool:
    """Ask something that is answered with yes or no; return whether it was yes."""
    buttons = QMessageBox.StandardButton
    box = QMessageBox(QMessageBox.Icon.Question, title, "", buttons.Yes | buttons.No, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    return box.exec() == buttons.Yes
