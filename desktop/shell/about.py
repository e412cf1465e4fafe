"""The About box: what this is, the versions it runs on, its licence, and whose digits they are."""

import platform
from importlib.metadata import PackageNotFoundError, version

import pyqtgraph
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop.i18n.numbers import fill
from desktop.widgets.controls import caption, close_row, title
from desktop.widgets.dialog import Dialog
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import GAP_PX, scaled_font
from engine.version import program_version

_WIDTH_PX = 400
_LICENCE = "https://creativecommons.org/licenses/by-sa/3.0/"


def window_versions() -> dict[str, str]:
    """Return the versions of what the window stands on."""
    return {"PySide6": pyside_version, "pyqtgraph": pyqtgraph.__version__}


class AboutBox(Dialog):
    """Opens beside the window and holds nothing up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("aboutBox")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Inkgrad"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP_PX, 2 * GAP_PX, 2 * GAP_PX, GAP_PX)
        layout.setSpacing(GAP_PX)
        name = title(f"Inkgrad {program_version()}")
        name.setFont(scaled_font(self, 1.6, bold=True))
        layout.addWidget(name)
        aim = self.tr("Draw a digit, press Train, and watch gradient descent learn to read it.")
        layout.addWidget(_text(aim))
        layout.addLayout(self._versions())
        layout.addWidget(_text(self.tr("Free software under the MIT licence.")))
        self._credit = _text(self._credit_words())
        layout.addWidget(self._credit)
        layout.addStretch()
        layout.addWidget(close_row(self))

    def _versions(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GAP_PX)
        form.setVerticalSpacing(2)
        versions = {"Python": platform.python_version(), **window_versions(), "torch": _torch()}
        for name, number in versions.items():
            label = Label(number)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(caption(name), label)
        return form

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_credit"):
            self._credit.clear()  # or its link would keep the colour of before
            self._credit.setText(self._credit_words())

    def _credit_words(self) -> str:
        words = self.tr(
            "The digits are from MNIST, by Yann LeCun, Corinna Cortes and Christopher J. "
            "C. Burges, licensed under {0}."
        )
        return fill(words, f'<a href="{_LICENCE}">CC BY-SA 3.0</a>')


def _torch() -> str:
    try:
        return version("torch")  # without importing it
    except PackageNotFoundError:
        return "–"


def _text(words: str) -> QLabel:
    label = Label(words)
    label.setWordWrap(True)
    label.setFixedWidth(_WIDTH_PX)
    label.setTextFormat(Qt.TextFormat.RichText)  # for the link; the words are our own
    label.setOpenExternalLinks(True)
    return label
