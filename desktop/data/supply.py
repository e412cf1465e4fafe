"""Brings an album's images from the worker as they come into view."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from desktop.data.album import Album
from desktop.data.questions import fetch_images
from desktop.worker.messages import DataSource
from desktop.worker.questions import Newest, Questions


class Supply(QObject):
    """Asks for one lot at a time: however fast one scrolls, the next is for what is seen then.

    Signals: `arrived()`, there are more images in the album; `failed(str)` a sentence for people.
    """

    arrived = Signal()
    failed = Signal(str)

    def __init__(self, questions: Questions, parent: QObject) -> None:
        super().__init__(parent)
        self._question = Newest(questions, self)
        self._question.answered.connect(self._on_answered)
        self._question.ended.connect(self._on_ended)
        self._question.failed.connect(self._on_failed)
        self._source: DataSource = ""
        self._album: Album | None = None
        self._seen = range(0)
        self._places: list[int] = []  # of the lot that is on its way

    def serve(self, source: DataSource, album: Album) -> None:
        """Fill this album from now on, with the images of a dataset that was opened."""
        self.stop()
        self._source, self._album = source, album

    def stop(self) -> None:
        """Bring nothing more."""
        self._question.cancel()
        self._album = None

    @Slot(object)
    def follow(self, seen: range) -> None:
        """Bring what is seen now, and as much before and after it, for whoever scrolls on."""
        self._seen = seen
        if self._album is None or self._question.is_awaited:
            return
        first, last = seen.start - len(seen), seen.stop + len(seen)
        places = range(max(0, first), min(last, len(self._album)))
        self._places = self._album.missing(places)
        if self._places:
            self._question.ask(fetch_images(self._source, self._album.rows[self._places]))

    @Slot(object)
    def _on_answered(self, images: NDArray[np.uint8]) -> None:
        if self._album is not None:
            self._album.put(self._places, images)
            self.arrived.emit()

    @Slot()
    def _on_ended(self) -> None:
        self.follow(self._seen)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.stop()
        self.failed.emit(sentence)
