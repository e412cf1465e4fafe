"""Doing again and again what is wished for, but not too often. What is done is the caller's."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Throttle(QObject):
    """Acts at once at a first wish, then once every `every_ms` at most: the last wish is met."""

    def __init__(self, act: Callable[[], None], every_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self._wished = False
        self._rest = QTimer(self, interval=every_ms, singleShot=True)
        self._rest.timeout.connect(self._on_rested)

    @property
    def is_wished(self) -> bool:
        """Whether there is something to be done when the rest is over."""
        return self._wished

    def wish(self) -> None:
        """Act now or when the rest after the last time is over."""
        self._wished = True
        if not self._rest.isActive():
            self._on_rested()

    def act_now(self) -> None:
        """Act without a rest."""
        self._wished = True
        self._on_rested()

    @Slot()
    def _on_rested(self) -> None:
        if self._wished:
            self._wished = False
            self._rest.start()
            self._act()
