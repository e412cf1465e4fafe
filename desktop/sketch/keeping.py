"""Keeps the last sketch in a file, with its history, so that both are there at the next start."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.sketch.document import SketchDocument
from desktop.sketch.svg import history_from_svg, history_to_svg
from desktop.sketch.svg_reading import LARGEST_BYTES
from desktop.widgets.kept_file import keep, read_kept

CALM_MS = 800  # after the last change: drawing never waits for the disk


class SketchKeeper(QObject):
    """Brings back what a file holds, and writes the sketch there whenever it has changed.

    `damage` is a sentence where the file was damaged; the pad is empty then. Signals:
    `saved(str)`, with what went wrong, empty where nothing did.
    """

    saved = Signal(str)

    def __init__(self, document: SketchDocument, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._path = path
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self.save)
        history, self.damage = read_kept(path, history_from_svg, LARGEST_BYTES)
        if history:
            document.restore(history)
        self._kept = document.history
        document.changed.connect(self._calm.start)

    @Slot()
    def save(self) -> None:
        """Write now, where there is something new."""
        self._calm.stop()
        history = self._document.history
        if history == self._kept:
            return
        problem = keep(self._path, history_to_svg(history))
        if not problem:
            self._kept = history
        self.saved.emit(problem)
