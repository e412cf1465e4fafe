"""The network, drawn: the sketch, a column for each layer, the answer, and the strongest edges.

What lies where is in `network_plan`, which edges are shown in `network_edges`, and how they are
painted in `network_painter`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from desktop.inspect.network_edges import Numbers, orders, shapes
from desktop.inspect.network_painter import NetworkPainter, names_width
from desktop.inspect.network_plan import Bank, lay
from desktop.widgets.plain_text import as_tip
from desktop.widgets.pointed import Pointed
from desktop.widgets.throttle import Throttle
from engine.analysis.passage import Passage

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SORTED_EVERY_MS = 1000  # neurons that change places more often can't be followed
_EDGE_PX = 2


@dataclass(frozen=True)
class Neuron:
    """One of a column of the passage, counted from 0; column -1 has the pixels of the sketch."""

    column: int
    number: int


class NetworkView(Pointed):
    """Paints a passage; what didn't change isn't painted again.

    The same network a moment later is painted in parts, each in a turn of the event loop of its
    own: so painting it thirty times a second holds up no stroke. The last picture stays meanwhile.

    Signals: `spotted(Neuron | None)` under the mouse or the keys' cursor; `chosen(Neuron)`, one
    that was clicked or entered.
    """

    spotted = Signal(object)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("networkView")
        self.setAccessibleName(self.tr("The network, drawn"))
        self.setToolTip(as_tip(self.tr("Click a neuron or a map to open it (Enter)")))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.passage: Passage | None = None
        self.names: tuple[str, ...] = ()
        self.cursor_at: Neuron | None = None
        self.slots: list[Numbers] = []  # of each column: which neuron lies in a slot
        self._is_sorted = False
        self._banks: list[Bank] = []
        self._base: QPixmap | None = None
        self._parts: Iterator[None] | None = None  # of the next one
        self._is_stale = False  # the next one is, too
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._on_turn)
        self._sorting = Throttle(self._sort, _SORTED_EVERY_MS, self)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 220)

    def show_passage(self, passage: Passage, names: tuple[str, ...]) -> None:
        """Show what a sketch did to a network, or the same network a moment later."""
        is_other = self.passage is None or shapes(passage) != shapes(self.passage)
        if is_other or names != self.names:
            self._banks = []
        self.passage, self.names = passage, names
        if is_other:
            self.cursor_at = None
            self._sort()
            return
        if self._is_sorted:
            self._sorting.wish()
        self._is_stale = True
        self._turns.start()
        self.spotted.emit(self.cursor_at)

    def sort_by_what_they_add(self, is_sorted: bool) -> None:
        """Let those that add most to the answer lie on top, or all in the network's own order."""
        self._is_sorted = is_sorted
        self._sort()

    def _sort(self) -> None:
        if self.passage:
            self.slots = orders(self.passage, by_what_they_add=self._is_sorted)
            self._tell()

    def banks(self) -> list[Bank]:
        """Return where the columns lie now; the first is the sketch."""
        if not self._banks and self.passage:
            caption_px = 2 * self.fontMetrics().height() + 4
            room = (self.width() - 2 * _EDGE_PX, self.height() - 2 * _EDGE_PX - caption_px)
            names_px = names_width(self.names, self)
            self._banks = lay(room, shapes(self.passage), names_px)
        return self._banks

    # The cursor.

    def _point_at(self, place: QPointF | None) -> None:
        self._move_to(self._neuron_at(place) if place is not None else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        neuron = self._neuron_at(event.position())
        if neuron and neuron.column >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(neuron)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step and self.passage:
            self._move_to(self._beside(*step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.cursor_at:
            if self.cursor_at.column >= 0:
                self.chosen.emit(self.cursor_at)
        else:
            super().keyPressEvent(event)

    def _beside(self, across: int, down: int) -> Neuron:
        """Return the neuron that the cursor comes to: in the next slot, or in the next column."""
        at = self.cursor_at
        if at is None or at.column < 0:
            return Neuron(0, int(self.slots[0][0]))
        slot = int(np.flatnonzero(self.slots[at.column] == at.number)[0])
        column = min(max(at.column + across, 0), len(self.slots) - 1)
        here, there = self.banks()[at.column + 1], self.banks()[column + 1]
        if column != at.column:
            heights = there.slots[:, 1] + there.side[1] / 2
            slot = int(np.abs(heights - here.slots[slot, 1] - here.side[1] / 2).argmin())
        slot = min(max(slot + down, 0), len(self.slots[column]) - 1)
        return Neuron(column, int(self.slots[column][slot]))

    def _neuron_at(self, place: QPointF) -> Neuron | None:
        x, y = place.x() - _EDGE_PX, place.y() - _EDGE_PX
        for index, bank in enumerate(self.banks()):
            slot = bank.slot_at(x, y)
            if slot is not None and index:
                return Neuron(index - 1, int(self.slots[index - 1][slot]))
            if slot is not None:
                scale = bank.side[0] / 28
                column, row = int((x - bank.left) // scale), int((y - bank.top) // scale)
                return Neuron(-1, row * 28 + column)
        return None

    def _move_to(self, neuron: Neuron | None) -> None:
        if neuron != self.cursor_at:
            self.cursor_at = neuron
            self.spotted.emit(neuron)
            self.update()

    def _tell(self) -> None:
        self._paint_anew()
        self.spotted.emit(self.cursor_at)
        self.update()

    # Painting.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._banks = []
        self._paint_anew()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._banks = []
            self._paint_anew()
        super().changeEvent(event)

    def _paint_anew(self) -> None:
        """Show nothing that lies otherwise now: the next paint has it all."""
        self._base = self._parts = None

    @Slot()
    def _on_turn(self) -> None:
        if self._parts is None:
            self._is_stale = False
            self._parts = self._paint()
        if next(self._parts, self) is self:  # it was the last
            self._parts = None
            self.update()
            if not self._is_stale:
                self._turns.stop()

    def _painter(self) -> NetworkPainter:
        assert self.passage
        return NetworkPainter(self, self.passage, self.names, self.banks(), self.slots)

    def _paint(self) -> Iterator[None]:
        ratio = self.devicePixelRatioF()
        base = QPixmap(self.size() * ratio)
        base.setDevicePixelRatio(ratio)
        base.fill(Qt.GlobalColor.transparent)
        painter = QPainter(base)
        try:
            painter.translate(_EDGE_PX, _EDGE_PX)
            yield from self._painter().paint_in_parts(painter)
        finally:  # also where it is given up half-way
            painter.end()
        self._base = base

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.passage is None:
            return
        if self._base is None:
            for _ in self._paint():
                pass
        assert self._base
        painter = QPainter(self)
        painter.setOpacity(0.4 if self.cursor_at else 1.0)
        painter.drawPixmap(0, 0, self._base)
        painter.setOpacity(1.0)
        if self.cursor_at:
            painter.translate(_EDGE_PX, _EDGE_PX)
            at = self.cursor_at
            self._painter().paint_cursor(painter, at.column, at.number)
