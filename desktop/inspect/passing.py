"""Asks the worker what the sketch does to the network: one at a time, thirty a second at most."""

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.sketch.reader import SketchReader
from desktop.widgets.throttle import Throttle
from desktop.worker.link import WorkerLink
from desktop.worker.to_window import WentThrough

EVERY_MS = 30
BLANK = np.zeros((28, 28), np.uint8)  # an empty pad is a sketch, too: only biases speak


class LivePassage(QObject):
    """Asks anew when it is told to `refresh`, as long as `watched` can be seen.

    Signals: `came(WentThrough)`.
    """

    came = Signal(object)

    def __init__(self, link: WorkerLink, reader: SketchReader, watched: QWidget) -> None:
        super().__init__(watched)
        self._link, self._reader, self._watched = link, reader, watched
        self._is_awaited = self._is_outdated = False
        self._asking = Throttle(self._ask, EVERY_MS, self)
        link.went_through.connect(self._on_came)
        link.lost.connect(self._on_lost)
        link.gave_up.connect(self._on_lost)

    @Slot()
    def refresh(self) -> None:
        """Ask as soon as the last answer is there and its time is over."""
        self._is_outdated = self._is_awaited
        if not self._is_awaited and self._watched.isVisible():
            self._asking.wish()

    def _ask(self) -> None:
        if not self._watched.isVisible():
            return
        self._is_awaited = True
        image = self._reader.image
        self._link.send_through(BLANK if image is None else image)

    @Slot(object)
    def _on_came(self, told: WentThrough) -> None:
        self._is_awaited = False
        if self._watched.isVisible():
            self.came.emit(told)
        if self._is_outdated:
            self.refresh()

    @Slot()
    def _on_lost(self) -> None:
        self._is_awaited = False
        self.refresh()
