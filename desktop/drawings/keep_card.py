"""Says what the sketch on the pad is, and keeps it. Where it goes is `library`'s business."""

from collections.abc import Sequence

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
from desktop.drawings.label_field import LabelField
from desktop.i18n.numbers import fill
from desktop.widgets.controls import Card, caption
from desktop.widgets.one_line import heading_line
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX
from engine.data.bundled import DIGITS
from engine.data.drawings import KeptDrawing

_CELL_PX = 4
_COLUMNS = 5


class KeepCard(Card):
    """Shows the sketch, a button for each digit, a field for any other label, and what keeps it.

    Signals: `keep_requested(uint8 (28, 28), str)`, the sketch and its class; `done_typing()`.
    """

    keep_requested = Signal(object, str)
    done_typing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ModelView(_CELL_PX)
        self.view.setObjectName("ownSketch")
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.digits = QButtonGroup(self)
        self.field = self._label_field()
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
        self.digits.idClicked.connect(self._on_digit_clicked)
        self.field.editTextChanged.connect(self._on_label_changed)
        self.field.edit.returnPressed.connect(self._on_return_pressed)
        self.keep_button.clicked.connect(self.keep)
        self._tell()

    @property
    def label(self) -> str:
        """What the sketch is said to be; empty before anything was."""
        return self.field.label

    def choose(self, label: str) -> None:
        """Say what the sketch is."""
        self.field.setEditText(label)
        self.field.edit.setCursorPosition(0)  # of a long one the beginning is seen

    def offer(self, labels: Sequence[str]) -> None:
        """List the labels in use, but for the digits: those have buttons."""
        self.field.offer([label for label in labels if label not in DIGITS])

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

    def show_kept(self, drawing: KeptDrawing, number: int) -> None:
        """Say where a drawing went; `number` counts those of its class."""
        words = self.tr("Kept as {0}, no. {1}, for training. Draw the next one.")
        if drawing.kept_back:
            words = self.tr("Kept as {0}, no. {1}, held out for testing. Draw the next one.")
        self._just_kept = fill(words, drawing.label, number)
        self._tell()

    def _build(self) -> None:
        buttons = QGridLayout()
        buttons.setSpacing(6)
        for place, label in enumerate(DIGITS):
            button = self._digit_button(label)
            self.digits.addButton(button, place)
            buttons.addWidget(button, *divmod(place, _COLUMNS))
        self.keep_button.setToolTip(
            self.tr("Add the sketch to My drawings and clear the pad for the next one (Ctrl+K)")
        )
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(heading_line(self.tr("Label this drawing as…")))
        right.addLayout(buttons)
        right.addWidget(self.field)
        right.addWidget(self.keep_button)
        right.addWidget(self.hint)
        right.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.view, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(right, 1)

    def _label_field(self) -> LabelField:
        field = LabelField()
        field.setObjectName("labelField")
        field.edit.setPlaceholderText(self.tr("or type any label"))
        field.setAccessibleName(self.tr("Label"))
        field.setToolTip(
            self.tr(
                "Type any label, or choose one already in use; Enter keeps the sketch with "
                "that label"
            )
        )
        return field

    def _digit_button(self, label: str) -> QPushButton:
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
            words = self.tr("Draw on the pad: a digit, a letter, a shape, anything.")
        elif not self.label:
            words = self.tr("Choose a digit or press its key, or type any other label.")
        else:
            words = self.tr("Every third drawing of a class is held out for testing.")
        self.hint.setText(words)

    @Slot(int)
    def _on_digit_clicked(self, place: int) -> None:
        self.choose(DIGITS[place])
        self._on_label_changed()

    @Slot()
    def _on_label_changed(self) -> None:
        self._just_kept = ""
        self.digits.setExclusive(False)  # or the last one couldn't be let go
        for place, label in enumerate(DIGITS):
            self.digits.button(place).setChecked(label == self.label)
        self.digits.setExclusive(True)
        self._tell()

    @Slot()
    def _on_return_pressed(self) -> None:
        self.keep()
        self.done_typing.emit()
