"""A row for each class: the network's probability as a bar, and both distances to the mean digit.

What the answer means lives in `answer`, how the distances are measured in `baseline`. Of what
changes with each point of a stroke, the rows that look different now are painted; the rest is kept
as a picture, and follows a few times a second.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.pacing import Pace
from desktop.sketch.baseline import Distances
from desktop.sketch.columns import Columns, Texts
from desktop.theme import fade
from engine.prediction import Prediction

ROW_PX = 17
HEADER_PX = 17
MOST_ROWS = 12  # a folder may have more classes: then the likeliest are shown
_THICK_PX = 7
_GROUND_MS = 80
_WORDS_MS = 300


class _Look(NamedTuple):
    """What can be seen of a row: two that are equal needn't be painted twice."""

    name: str
    number: str  # the bar is as long as that says
    leads: bool


class ClassBars(QWidget):
    """Paints the classes' rows; the likeliest, and the nearest mean in each column, stand out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("classBars")
        self.setAccessibleName(self.tr("Probability of each class"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._rows: list[tuple[str, float]] = []
        self._looks: list[_Look] = []
        self._known = True  # without it no bar stands out: the model takes it for no class
        self._distances: Distances | None = None
        self._has_columns = False
        self._texts = Texts()
        self._names: list[str] = []  # as much of each as there is room for
        self._columns: Columns | None = None
        self._ground = QPixmap()
        self._repainting = Pace(self._forget_ground, _GROUND_MS, self)
        self._describing = Pace(self._describe, _WORDS_MS, self)
        self._describe()

    def minimumSizeHint(self) -> QSize:
        return QSize(190, ROW_PX * 10 + HEADER_PX)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def show_classes(self, classes: tuple[str, ...]) -> None:
        """Show the classes with empty bars: nothing has been read yet."""
        self._show(classes, np.zeros(len(classes), np.float32))

    def show_prediction(self, prediction: Prediction) -> None:
        """Show one answer."""
        self._show(prediction.classes, prediction.probabilities, known=prediction.known)

    def show_distances(self, distances: Distances | None, *, has_columns: bool = True) -> None:
        """Show how far each mean digit is, in two columns; None empties them."""
        at_once = distances is None or has_columns != self._has_columns
        self._distances, self._has_columns = distances, has_columns
        if at_once:
            self._forget_ground()
        else:
            self._repainting.wish()
        self._describing.wish()

    def rows(self) -> list[tuple[str, float]]:
        """Return what the rows show: the class and its probability, in the classes' order."""
        return self._rows

    def distances_of(self, name: str) -> tuple[float, float] | None:
        """Return L1 and RMSE to the mean of a class, where they are known."""
        known = self._distances
        if known is None or name not in known.classes:
            return None
        place = known.classes.index(name)
        return float(known.l1[place]), float(known.rmse[place])

    def _show(
        self,
        classes: tuple[str, ...],
        probabilities: NDArray[np.float32],
        *,
        known: bool = True,
    ) -> None:
        before = self._looks
        shown = np.sort(np.argsort(-probabilities, kind="stable")[:MOST_ROWS])
        self._rows = [(classes[index], float(probabilities[index])) for index in shown]
        self._known = known
        self._looks = self._look()
        self._describing.wish()
        if [now.name for now in self._looks] != [then.name for then in before]:
            self._forget_ground()
            return
        best = self._best()
        for index, (now, then) in enumerate(zip(self._looks, before, strict=True)):
            if now != then or index == best:  # something is painted for every answer
                self.update(self._row(index).toAlignedRect())

    def _look(self) -> list[_Look]:
        best, has_read = self._best(), self._has_read()
        return [
            _Look(name, percent(p) if has_read else "", self._known and index == best and p > 0)
            for index, (name, p) in enumerate(self._rows)
        ]

    def _best(self) -> int:
        return max(range(len(self._rows)), key=lambda index: self._rows[index][1])

    def _describe(self) -> None:
        """Say the same in words, for those who can't see it."""
        lines = []
        for name, p in self._rows:
            far = self.distances_of(name)
            distances = self.tr(" (L1 {0:.3f}, RMSE {1:.3f})").format(*far) if far else ""
            lines.append(f"{name}: {percent(p)}{distances}")
        empty = self.tr("Nothing is drawn")
        self.setAccessibleDescription(", ".join(lines) if self._has_read() else empty)

    def _has_read(self) -> bool:
        return any(p for _, p in self._rows)

    # Painting.

    def _forget_ground(self) -> None:
        self._ground = QPixmap()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget_ground()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._texts = Texts()
            self._forget_ground()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        if self._ground.isNull() or self._ground.devicePixelRatio() != self.devicePixelRatioF():
            self._paint_ground()
        painter, region = QPainter(self), event.region()
        painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(len(self._rows)):
            if region.intersects(self._row(index).toAlignedRect()):
                self._paint_answer(painter, index)

    def _row(self, index: int) -> QRectF:
        top = HEADER_PX if self._has_columns else 0
        height = min((self.height() - top) / len(self._rows), ROW_PX * 2)
        return QRectF(0, top + index * height, self.width(), height)

    def _paint_answer(self, painter: QPainter, index: int) -> None:
        """Paint what the network says of one class."""
        look, p, columns, palette = (
            self._looks[index],
            self._rows[index][1],
            self._columns,
            self.palette(),
        )
        assert columns is not None  # the ground was painted first
        row, leads = self._row(index), look.leads
        painter.setPen(palette.text().color() if leads else palette.placeholderText().color())
        self._texts.paint(painter, columns.of(row, columns.name), self._names[index], bold=leads)
        self._texts.paint(painter, columns.of(row, columns.number), look.number, bold=leads)
        bar = self._bar(columns, row)
        if p * bar.width() >= 1:
            bar.setWidth(max(p * bar.width(), _THICK_PX))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight() if leads else palette.placeholderText())
            painter.drawRoundedRect(bar, _THICK_PX / 2, _THICK_PX / 2)

    def _bar(self, columns: Columns, row: QRectF) -> QRectF:
        track = columns.of(row, columns.bar)
        return QRectF(track.left(), row.center().y() - _THICK_PX / 2, track.width(), _THICK_PX)

    def _paint_ground(self) -> None:
        """Paint what the network has no part in: the header, the bars' tracks, the distances."""
        names = tuple(name for name, _ in self._rows)
        columns = self._columns = Columns(
            self._texts, self.width(), names, has_distances=self._has_columns
        )
        self._names = [self._texts.fit(name, columns.name[1]) for name in names]
        self._ground = QPixmap(self.size() * self.devicePixelRatioF())
        self._ground.setDevicePixelRatio(self.devicePixelRatioF())
        self._ground.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._has_columns:
            self._paint_header(painter, columns)
        for index, name in enumerate(names):
            row = self._row(index)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().alternateBase())
            painter.drawRoundedRect(self._bar(columns, row), _THICK_PX / 2, _THICK_PX / 2)
            self._paint_distances(painter, row, columns, name)
        painter.end()

    def _paint_header(self, painter: QPainter, columns: Columns) -> None:
        painter.setPen(self.palette().placeholderText().color())
        row = QRectF(0, 0, self.width(), HEADER_PX)
        words = ((columns.l1, "L1"), (columns.rmse, "RMSE"), (columns.number, self.tr("network")))
        for place, word in words:
            self._texts.paint(painter, columns.of(row, place), word)

    def _paint_distances(self, painter: QPainter, row: QRectF, columns: Columns, name: str) -> None:
        far, known = self.distances_of(name), self._distances
        if not self._has_columns or far is None or known is None:
            return
        palette = self.palette()
        places = (columns.l1, columns.rmse)
        for place, value, nearest in zip(places, far, known.nearest, strict=True):
            area = columns.of(row, place)
            if name == nearest:
                pill = area.adjusted(-5, 0, 4, 0)
                pill.setHeight(min(pill.height(), ROW_PX) - 2)
                pill.moveCenter(QRectF(area.adjusted(-5, 0, 4, 0)).center())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(fade(palette.highlight().color(), 0.18))
                painter.drawRoundedRect(pill, 5, 5)
            grey = palette.placeholderText().color()
            painter.setPen(palette.text().color() if name == nearest else grey)
            text = f"{value:.3f}".removeprefix("0")
            self._texts.paint(painter, area, text, bold=name == nearest)


def percent(p: float) -> str:
    """Return 0.9834 as "98.3 %"."""
    return "100 %" if p >= 0.9995 else f"{p * 100:.1f} %"
