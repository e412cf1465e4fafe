"""What the chosen images have in common: the mean of each class, and how much ink there is."""

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from desktop.data.histogram import Histogram
from desktop.data.tree import Wanted
from desktop.i18n.numbers import fill
from desktop.inspect.mosaic import Mosaic
from desktop.inspect.shades import Scale, Shade
from desktop.widgets.controls import Card, caption, title
from desktop.widgets.theme import GAP_PX
from engine.data.summary import Summary

_NAMED = 20
Summaries = dict[tuple[str, str], Summary]  # by split and class


class Facts(Card):
    """Means and pixel values. Signals: `class_chosen(int)`, a mean that was clicked."""

    class_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.means = Mosaic(self.tr("Mean of each class"))
        self.means.setObjectName("meanImages")
        self.means.setToolTip(self.tr("The mean of all images of a class; click to see them"))
        self.histogram = Histogram()
        self.note = caption("")
        self.note.setWordWrap(True)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, GAP_PX - 3, GAP_PX + 2, GAP_PX)
        layout.setSpacing(6)
        layout.addWidget(title(self.tr("Mean of each class")))
        layout.addWidget(self.means, 3)
        layout.addSpacing(4)
        layout.addWidget(title(self.tr("Pixel values")))
        layout.addWidget(self.note)
        layout.addWidget(self.histogram, 1)
        self.means.chosen.connect(self._on_chosen)

    def show_facts(self, found: Summaries, classes: tuple[str, ...], wanted: Wanted) -> None:
        """Show what is known so far of the wanted images."""
        splits = (wanted.split,) if wanted.split else ("train", "valid")
        nothing = Summary.of(np.zeros((0, 28, 28), np.uint8))
        by_class = [
            sum((found.get((split, name), nothing) for split in splits), nothing)
            for name in classes
        ]
        names = classes if len(classes) <= _NAMED else ()
        means = np.stack([summary.mean for summary in by_class])
        self.means.show_values(means, Scale(Shade.INK, 1.0), names)
        chosen = classes.index(wanted.label) if wanted.label in classes else None
        self.means.mark(chosen)
        whole = sum(by_class, nothing) if chosen is None else by_class[chosen]
        self.histogram.show_counts(whole.histogram)
        text = self.tr("{0:.0f} % paper, mean value {1:.1f}")
        self.note.setText(fill(text, whole.paper_share * 100, whole.mean_ink))

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        self.class_chosen.emit(index)
