"""Asks how many runs are kept before the oldest are cleared away."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from desktop.runs.kept_runs import LEAST, MOST, Limits
from desktop.widgets.controls import add_labelled, caption
from desktop.widgets.dialog import Dialog
from desktop.widgets.numbers.fields import WholeNumber
from desktop.widgets.numbers.problem_line import ProblemLine
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX

_WIDE_PX = 320


class RoomDialog(Dialog):
    """Signals: `chosen(Limits)` when it is closed with OK."""

    chosen = Signal(object)

    def __init__(self, limits: Limits, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("roomDialog")
        self.setWindowTitle(self.tr("How many runs are kept"))
        self.runs = WholeNumber(LEAST.runs, MOST.runs, limits.runs)
        self.megabytes = WholeNumber(LEAST.megabytes, MOST.megabytes, limits.megabytes)
        self.problem = ProblemLine()
        choice = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(choice.Ok | choice.Cancel)
        self._build()

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(GAP_PX)
        form.setVerticalSpacing(GAP_PX - 2)
        add_labelled(form, self.tr("Runs at most"), self.runs)
        tip = self.tr("Where there are more, the oldest is cleared away when a run ends")
        self.runs.setToolTip(as_tip(tip))
        add_labelled(form, self.tr("Megabytes at most"), self.megabytes)
        tip = self.tr(
            "Where they take up more disk space, the oldest is cleared away when a run ends"
        )
        self.megabytes.setToolTip(as_tip(tip))
        self.problem.follow(self.runs, self.megabytes)
        for field in (self.runs, self.megabytes):
            field.typing.changed.connect(self._on_typed)
        note = caption(
            self.tr(
                "The oldest runs that you haven't named are cleared away first. Those that you "
                "keep for good stay."
            )
        )
        note.setWordWrap(True)
        note.setMinimumWidth(_WIDE_PX)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP_PX, 2 * GAP_PX, 2 * GAP_PX, GAP_PX + 4)
        layout.setSpacing(GAP_PX)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(note)
        layout.addWidget(self.buttons)

    @Slot()
    def _on_typed(self) -> None:
        is_whole = not (self.runs.problem or self.megabytes.problem)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_whole)

    @Slot()
    def _on_accepted(self) -> None:
        self.chosen.emit(Limits(self.runs.value(), self.megabytes.value()))
        self.accept()
