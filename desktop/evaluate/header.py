"""The line above an evaluation: which model read what, how well, and the button to do it again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from desktop.widgets.controls import Card, title
from desktop.widgets.one_line import OneLine, small_line
from desktop.widgets.theme import GAP_PX, scaled_font


class Header(Card):
    """Says what is shown. Signals: `evaluate_requested()`."""

    evaluate_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.accuracy = title("")
        self.accuracy.setObjectName("evaluatedAccuracy")
        self.accuracy.setAccessibleName(self.tr("Accuracy on the validation set"))
        self.accuracy.setFont(scaled_font(self, 1.7, bold=True))
        self.what = OneLine()
        self.what.setObjectName("evaluatedModel")
        self.note = small_line()
        self.note.setObjectName("evaluationNote")
        self.button = QPushButton(self.tr("&Evaluate again"))
        self.button.setObjectName("evaluateButton")
        self.button.setToolTip(
            self.tr("Read the validation set with the current model, which learns nothing from it")
        )
        self.button.clicked.connect(self.evaluate_requested)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self.what, self.note):
            words.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, 7, GAP_PX, 7)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.accuracy)
        layout.addLayout(words, 1)
        layout.addWidget(self.button)

    def ask_again(self, wanted: bool) -> None:
        """Make the button stand out where the figures are of the past."""
        if self.button.property("primary") != wanted:
            self.button.setProperty("primary", wanted)
            self.button.style().polish(self.button)
