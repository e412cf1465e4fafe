"""Says what the sketch on the pad is, and keeps it. Where it goes is `library`'s business."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.answer.model_view import ModelView
from desktop.i18n.numbers import fill
from desktop.widgets.controls import Card, caption, title
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX
from engine.data.bundled import DIGITS
from engine.data.drawings import OwnDigit

_CELL_PX = 4
_COLUMNS = 5


class KeepCard(Card):
    """Shows the sketch, ten buttons for what it is, and one that keeps it.

    Signals: `keep_requested(uint8 (28, 28), str)`, the sketch and its class.
    """

    keep_requested = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ModelView(_CELL_PX)
        self.view.setObjectName("ownSketch")
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.labels = QButtonGroup(self)
        self.keep_button = QPushButton(self.tr("&Keep sketch"))
        self.keep_button.setObjectName("keepButton")
        self.keep_button.setProperty("primary", True)
        self.hint = caption("")
        self.hint.setObjectName("keepHint")
        self.hint.setWordWrap(True)
        self.hint.setMinimumHeight(2 * self.hint.fontMetrics().height())  # nothing jumps
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._just_kept = ""
        self._build()
        self.labels.idClicked.connect(self._on_label_clicked)
        self.keep_button.clicked.connect(self.keep)
        self._tell()

    @property
    def label(self) -> str:
        """Which digit the sketch is said to be; empty before one was chosen."""
        return DIGITS[self.labels.checkedId()] if self.labels.checkedId() >= 0 else ""

    def choose(self, label: str) -> None:
        """Say which digit it is."""
        self.labels.button(DIGITS.index(label)).setChecked(True)
        self._just_kept = ""
        self._tell()

    @Slot(object)
    def show_image(self, image: NDArray[np.uint8] | None) -> None:
        """Show what would be kept, uint8 (28, 28); None while the pad is empty."""
        if image is not None:
            self._just_kept = ""
        self.view.show_image(image)
        self._tell()

    @Slot()
    def keep(self) -> None:
        """Keep the sketch, if there is one and it has a name."""
        if self.keep_button.isEnabled():
            self.keep_requested.emit(self.view.image, self.label)

    def show_kept(self, digit: OwnDigit, number: int) -> None:
        """Say where a drawing went; `number` counts those of its class."""
        words = self.tr("Kept as {0}, no. {1}, for training. Draw the next one.")
        if digit.kept_back:
            words = self.tr("Kept as {0}, no. {1}, held out for testing. Draw the next one.")
        self._just_kept = fill(words, digit.label, number)
        self._tell()

    def _build(self) -> None:
        buttons = QGridLayout()
        buttons.setSpacing(6)
        for place, label in enumerate(DIGITS):
            button = self._label_button(label)
            self.labels.addButton(button, place)
            buttons.addWidget(button, *divmod(place, _COLUMNS))
        self.keep_button.setToolTip(
            self.tr("Add the sketch to My digits and clear the pad for the next one (Ctrl+K)")
        )
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(title(self.tr("The sketch on the pad is a …")))
        right.addLayout(buttons)
        right.addWidget(self.keep_button)
        right.addWidget(self.hint)
        right.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.view, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(right, 1)

    def _label_button(self, label: str) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName(f"label{label}")
        button.setCheckable(True)
        button.setProperty("compact", True)
        button.setMinimumWidth(36)
        button.setAccessibleName(fill(self.tr("Label as {0}"), label))
        button.setToolTip(as_tip(fill(self.tr("Label this drawing as {0} (key {0})"), label)))
        shortcut = QShortcut(QKeySequence(label), self)  # works while the page is to be seen
        shortcut.activated.connect(lambda: self.choose(label))
        return button

    def _tell(self) -> None:
        drawn = self.view.image is not None
        self.keep_button.setEnabled(drawn and bool(self.label))
        if self._just_kept:
            words = self._just_kept
        elif not drawn:
            words = self.tr("Draw a digit on the pad, the way you write it.")
        elif not self.label:
            words = self.tr("Choose which digit it is, or press its key.")
        else:
            words = self.tr("Every third drawing of a digit is held out for testing.")
        self.hint.setText(words)

    @Slot(int)
    def _on_label_clicked(self, place: int) -> None:
        self.choose(DIGITS[place])
