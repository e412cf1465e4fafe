"""A plot from the keyboard: Left and Right move, + and - zoom, 0 and Home show everything."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from desktop.plots.plot_card import PlotCard

_MOVES = {Qt.Key.Key_Left: -0.2, Qt.Key.Key_Right: 0.2}  # of what is seen
_ZOOMS = {
    Qt.Key.Key_Plus: 0.5,
    Qt.Key.Key_Equal: 0.5,  # + without Shift, where they share a key
    Qt.Key.Key_Minus: 2.0,
    Qt.Key.Key_Underscore: 2.0,
}
_WHOLE = (Qt.Key.Key_0, Qt.Key.Key_Home)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def handling() -> str:
    """Say how a plot is moved and zoomed."""
    return _tr(
        "Dragging, or Left and Right, moves this plot; the wheel, or + and -, zooms; "
        "0 or Home shows everything again."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlotKeys", text)


class PlotKeys(QObject):
    """Obeys the keys that come to a card's plot; one with nothing in it leaves them alone."""

    def __init__(self, card: "PlotCard") -> None:
        super().__init__(card)
        self._card = card
        card.plot.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._obey(event)
        return super().eventFilter(watched, event)

    def _obey(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self._card.is_empty or event.modifiers() & ~_PLAIN:
            return False
        if key in _WHOLE:
            self._card.show_everything()
        elif key in _MOVES:
            self._look(move=_MOVES[key])
        elif key in _ZOOMS:
            self._look(zoom=_ZOOMS[key])
        else:
            return False
        return True

    def _look(self, *, move: float = 0.0, zoom: float = 1.0) -> None:
        """Look at another part, never past the curves' ends."""
        first, last = self._card.whole_x
        low, high = self._card.plot.getViewBox().viewRange()[0]
        width = (high - low) * zoom
        if width >= last - first:
            self._card.show_everything()
            return
        middle = (low + high) / 2 + move * width
        left = min(max(first, middle - width / 2), last - width)
        self._card.look_at((left, left + width))
