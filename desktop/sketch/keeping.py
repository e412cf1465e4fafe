"""Keeps the last sketch in a file, so that it is there again at the next start, come what may."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.sketch.document import SketchDocument
from desktop.sketch.svg import from_svg, to_svg
from desktop.widgets.save_file import write
from engine.errors import DataError

CALM_MS = 800  # after the last change: drawing never waits for the disk


class SketchKeeper(QObject):
    """Brings back what a file holds, and writes the sketch there whenever it has changed."""

    def __init__(self, document: SketchDocument, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._path = path
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self.save)
        self._bring_back()
        document.changed.connect(self._calm.start)

    @Slot()
    def save(self) -> None:
        """Write now. What can't be written is let go: it would be no help to stop anyone."""
        self._calm.stop()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return
        write(self._path, to_svg(self._document.content))

    def _bring_back(self) -> None:
        try:
            self._document.restore(from_svg(self._path.read_bytes()))
        except (OSError, DataError):
            return  # the first start, or a damaged file: an empty pad is a fine beginning
