"""The slider under other pages than Train, while a run is looked back on."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.playback.bar import PlaybackBar
from desktop.playback.playback import Playback
from desktop.widgets.controls import Card


class PlaybackStrip(Card):
    """Is in sight where a moment answers and the page has no slider of its own."""

    def __init__(self, playback: Playback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playback = playback
        self._page_has_one = True
        self.bar = PlaybackBar(playback)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 2)
        layout.addWidget(self.bar)
        playback.moved.connect(self._on_moved)
        playback.moments_changed.connect(self._on_moved)
        self._on_moved()

    @Slot(str)
    def on_page_opened(self, name: str) -> None:
        self._page_has_one = name == "training"
        self._on_moved()

    @Slot()
    def _on_moved(self) -> None:
        self.setVisible(self._playback.moment is not None and not self._page_has_one)
