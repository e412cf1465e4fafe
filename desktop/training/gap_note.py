"""Below the buttons, once a run has ended: what its two figures tell together."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.runs.gap_words import gap_words
from desktop.runs.run_list import Run
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import scaled_font


class GapNote(Label):
    """A sentence or two; hidden while there is nothing to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("gapNote")
        self.setProperty("muted", True)
        self.setFont(scaled_font(self, 0.92))
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.hide()

    def tell_of(self, run: Run | None) -> None:
        """Tell of a run that has ended well; nothing of another, or of none."""
        is_told = run and run.has_model and not run.diverged
        self.setText(gap_words(run) if run and is_told else "")
        self.setVisible(bool(self.text()))
