"""Keeps the last sketch in a file, so that it is there again at the next start, come what may."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.sketch.document import SketchDocument
from desktop.sketch.svg import from_svg, to_svg
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
        content, self.damage = read_kept(path, from_svg, LARGEST_BYTES)
        if content:
            document.restore(content)
        self._kept = document.content
        document.changed.connect(self._calm.start)

    @Slot()
    def save(self) -> None:
        """Write now, where there is something new."""
        self._calm.stop()
        content = self._document.content
        if content is self._kept:
            return
        problem = keep(self._path, to_svg(content))
        if not problem:
            self._kept = content
        self.saved.emit(problem)
