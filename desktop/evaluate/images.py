"""The images behind the figures: the worst mistakes, or those of one cell of the matrix."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.data.gallery import Gallery
from desktop.evaluate.questions import Evaluated
from desktop.i18n.numbers import fill
from desktop.i18n.wording import images_words
from desktop.widgets.plain_text import as_tip

_WIDEST_PX = 160  # of the words below an image; long names of classes are cut


class MisreadImages(Gallery):
    """Shows images with what they are, what they were read as, and their loss.

    Signals: `mistakes_requested()`, to leave a cell.
    """

    mistakes_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Worst mistakes"), lines=2)
        self.thumbnails.setObjectName("evaluatedImages")
        self.heading.setToolTip(
            as_tip(
                self.tr(
                    "Below each image is its cross-entropy: large where the network was sure of "
                    "something else. Training may have had another loss, such as the book's, "
                    "which is never above 1."
                )
            )
        )
        self.all_button = QPushButton(self.tr("All &mistakes"))
        self.all_button.setProperty("compact", True)
        self.all_button.setToolTip(self.tr("Show the mistakes of all classes, the worst first"))
        self.all_button.clicked.connect(self.mistakes_requested)
        self.all_button.hide()  # it leads back from a cell
        self.top.insertWidget(self.top.count() - 1, self.all_button)
        self._shown: Evaluated | None = None
        self.rows: NDArray[np.int64] = np.zeros(0, np.int64)

    def show_mistakes(self, evaluated: Evaluated) -> None:
        """Show all that was misread, the worst first."""
        self._shown = evaluated
        rows = evaluated.evaluation.mistakes
        note = images_words(len(rows)) if len(rows) else ""
        empty = self.tr("Nothing was misread.")
        self._show(rows, self.tr("Worst mistakes"), note, empty)
        self.all_button.hide()

    def show_cell(self, evaluated: Evaluated, actual: int, answered: int) -> None:
        """Show what is `actual` and was read as `answered`, the highest loss first."""
        self._shown = evaluated
        found = evaluated.evaluation
        rows = np.flatnonzero((found.labels == actual) & (found.answers == answered))
        rows = rows[np.argsort(-found.losses[rows], kind="stable")]
        heading = fill(self.tr("{0} read as {1}"), found.classes[actual], found.classes[answered])
        images = images_words(len(rows))
        self._show(rows, heading, images, self.tr("No image was read that way."))
        self.all_button.show()

    def _show(self, rows: NDArray[np.int64], heading: str, note: str, empty: str) -> None:
        assert self._shown is not None
        self.rows = rows
        found = self._shown.evaluation
        self._losses = found.losses[rows]
        self.thumbnails.leave_room(self._room(rows))
        self.show_images(heading, self._shown.images[rows], self._words, note, empty)

    def _room(self, rows: NDArray[np.int64]) -> int:
        """Return how wide the words below the images are at most, in pixels."""
        assert self._shown is not None
        found, metrics = self._shown.evaluation, self.thumbnails.fontMetrics()
        pairs = {(int(found.labels[row]), int(found.answers[row])) for row in rows}
        lines = [self._read(found.classes[a], found.classes[b]) for a, b in pairs]
        return min(_WIDEST_PX, max(map(metrics.horizontalAdvance, lines), default=0))

    def _read(self, label: str, answer: str) -> str:
        return fill(self.tr("is {0}, read as {1}"), label, answer)

    def _words(self, index: int) -> tuple[str, ...]:
        assert self._shown is not None
        found, row = self._shown.evaluation, self.rows[index]
        label, answer = found.classes[found.labels[row]], found.classes[found.answers[row]]
        return self._read(label, answer), fill(self.tr("loss {0:.2f}"), float(self._losses[index]))

    def words_of(self, evaluated: Evaluated, row: int) -> str:
        """Say of one validation image what it is and was read as."""
        found = evaluated.evaluation
        label, answer = found.classes[found.labels[row]], found.classes[found.answers[row]]
        return self._read(label, answer)
