"""A row for each class: the network's probability as a bar, and both distances to the mean image.

What the answer means lives in `answer`, how the distances are measured in `baseline`. With each
answer those rows are painted that look different now, with each measurement the distances.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.answer.baseline import Distances
from desktop.answer.columns import Columns, Texts
from desktop.i18n.numbers import decimal, fill
from desktop.widgets.painted import Painted
from desktop.widgets.theme import fade
from desktop.widgets.throttle import Throttle
from engine.inference.prediction import Prediction

ROW_PX, HEADER_PX = 17, 17
MOST_ROWS = 12  # a folder may have more classes: then the likeliest are shown
_THICK_PX = 7
_PILL_PX = 5  # more than its distance to the left, and a little less to the right
_WORDS_MS = 300


class _Look(NamedTuple):
    """What can be seen of a row: two that are equal needn't be painted twice."""

    name: str
    number: str  # the bar is as long as that says
    leads: bool


class ClassBars(Painted):
    """Paints the classes' rows; the likeliest, and the nearest mean in each column, stand out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("classBars")
        self.setAccessibleName(self.tr("Probability of each class"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lent_px = 0
        self._rows: list[tuple[str, float]] = []
        self._looks: list[_Look] = []
        self._known = True  # without it no bar stands out: the model takes it for no class
        self._distances: Distances | None = None
        self._has_columns = False
        self._texts = Texts()
        self._names: list[str] = []  # as much of each as there is room for
        self._columns: Columns | None = None
        self._describing = Throttle(self._describe, _WORDS_MS, self)
        self._describe()

    def minimumSizeHint(self) -> QSize:
        return QSize(190, ROW_PX * 10 + HEADER_PX - self._lent_px)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def lend(self, height_px: int) -> None:
        """Do with so much less height: few classes leave room for words below them."""
        self._lent_px = height_px
        self.updateGeometry()

    def show_classes(self, classes: tuple[str, ...]) -> None:
        """Show the classes with empty bars: nothing has been read yet."""
        self._show(classes, np.zeros(len(classes), np.float32))

    def show_prediction(self, prediction: Prediction) -> None:
        """Show one answer."""
        self._show(prediction.classes, prediction.probabilities, known=prediction.known)

    def show_distances(self, distances: Distances | None, *, has_columns: bool = True) -> None:
        """Show how far each mean image is, in two columns; None empties them."""
        had_columns = self._has_columns
        self._distances, self._has_columns = distances, has_columns
        if has_columns == had_columns:
            self.update(self._distances_area())
        else:
            self._lay_out()
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
            self._lay_out()
            return
        best = self._best()
        for index, (now, then) in enumerate(zip(self._looks, before, strict=True)):
            if now != then or index == best:  # something is painted for every answer
                self.update(self._answer_area(index))

    def _look(self) -> list[_Look]:
        best, has_read = self._best(), self._has_read()
        return [
            _Look(name, in_percent(p) if has_read else "", self._known and index == best and p > 0)
            for index, (name, p) in enumerate(self._rows)
        ]

    def _best(self) -> int:
        return max(range(len(self._rows)), key=lambda index: self._rows[index][1])

    def _describe(self) -> None:
        """Say the same in words, for those who can't see it."""
        lines = []
        for name, p in self._rows:
            far = self.distances_of(name)
            distances = fill(self.tr(" (L1 {0:.3f}, RMSE {1:.3f})"), *far) if far else ""
            lines.append(f"{name}: {in_percent(p)}{distances}")
        empty = self.tr("Nothing drawn yet")
        self.setAccessibleDescription(", ".join(lines) if self._has_read() else empty)

    def _has_read(self) -> bool:
        return any(p for _, p in self._rows)

    # Painting.

    def _lay_out(self) -> None:
        """Find the columns anew, and paint everything."""
        names = tuple(name for name, _ in self._rows)
        if names:
            self._columns = Columns(
                self._texts, self.width(), names, has_distances=self._has_columns
            )
            self._names = [self._texts.fit(name, self._columns.name[1]) for name in names]
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._texts = Texts()
            self._lay_out()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._columns is None:
            return
        painter, region = QPainter(self), event.region()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._has_columns and region.intersects(QRect(0, 0, self.width(), HEADER_PX)):
            self._paint_header(painter, self._columns)
        with_distances = region.intersects(self._distances_area())
        for index in range(len(self._rows)):
            if region.intersects(self._answer_area(index)):
                self._paint_answer(painter, index, self._columns)
            if with_distances:
                self._paint_distances(painter, index, self._columns)

    def _row(self, index: int) -> QRectF:
        top = HEADER_PX if self._has_columns else 0
        height = min((self.height() - top) / len(self._rows), ROW_PX * 2)
        return QRectF(0, top + index * height, self.width(), height)

    def _answer_area(self, index: int) -> QRect:
        """Return where what the network says of one class is painted."""
        assert self._columns is not None
        row = self._row(index)
        row.setRight(self._columns.number[1])
        return row.toAlignedRect()

    def _distances_area(self) -> QRect:
        """Return where the columns of distances are, below their names."""
        if self._columns is None or not self._has_columns:
            return QRect()
        left = int(self._columns.l1[0]) - _PILL_PX
        return QRect(left, HEADER_PX, self.width() - left, self.height() - HEADER_PX)

    def _paint_answer(self, painter: QPainter, index: int, columns: Columns) -> None:
        look, p, palette = self._looks[index], self._rows[index][1], self.palette()
        row, leads = self._row(index), look.leads
        painter.setPen(palette.text().color() if leads else palette.placeholderText().color())
        self._texts.paint(painter, columns.of(row, columns.name), self._names[index], bold=leads)
        self._texts.paint(painter, columns.of(row, columns.number), look.number, bold=leads)
        bar = self._bar(columns, row)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.alternateBase())
        painter.drawRoundedRect(bar, _THICK_PX / 2, _THICK_PX / 2)
        if p * bar.width() >= 1:
            bar.setWidth(max(p * bar.width(), _THICK_PX))
            painter.setBrush(palette.highlight() if leads else palette.placeholderText())
            painter.drawRoundedRect(bar, _THICK_PX / 2, _THICK_PX / 2)

    def _bar(self, columns: Columns, row: QRectF) -> QRectF:
        track = columns.of(row, columns.bar)
        return QRectF(track.left(), row.center().y() - _THICK_PX / 2, track.width(), _THICK_PX)

    def _paint_header(self, painter: QPainter, columns: Columns) -> None:
        painter.setPen(self.palette().placeholderText().color())
        row = QRectF(0, 0, self.width(), HEADER_PX)
        words = ((columns.l1, "L1"), (columns.rmse, "RMSE"), (columns.number, self.tr("network")))
        for place, word in words:
            self._texts.paint(painter, columns.of(row, place), word)

    def _paint_distances(self, painter: QPainter, index: int, columns: Columns) -> None:
        name, row = self._rows[index][0], self._row(index)
        far, known = self.distances_of(name), self._distances
        if far is None or known is None:
            return
        palette = self.palette()
        places = (columns.l1, columns.rmse)
        for place, value, nearest in zip(places, far, known.nearest, strict=True):
            area = columns.of(row, place)
            if name == nearest:
                pill = area.adjusted(-_PILL_PX, 0, _PILL_PX - 1, 0)
                middle = pill.center()
                pill.setHeight(min(pill.height(), ROW_PX) - 2)
                pill.moveCenter(middle)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(fade(palette.highlight().color(), 0.18))
                painter.drawRoundedRect(pill, 5, 5)
            grey = palette.placeholderText().color()
            painter.setPen(palette.text().color() if name == nearest else grey)
            self._texts.paint(painter, area, decimal(value, 3), bold=name == nearest)


def in_percent(p: float) -> str:
    """Return 0.9834 as "98.3 %"."""
    return "100 %" if p >= 0.9995 else f"{decimal(p * 100, 1)} %"
