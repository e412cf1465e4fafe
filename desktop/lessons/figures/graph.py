"""A computation as boxes and arrows, from its inputs on the left to its result on the right.

Where there isn't room for that the slopes' numbers stand in a line of their own; where that isn't
enough, the inputs stand on top, and the result below.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy

from desktop.i18n.numbers import fill, with_minus
from desktop.widgets.painted import Painted
from desktop.widgets.theme import ORANGE, curve_color, scaled_font
from engine.lessons.figures import Graph, Node

SLOPES = ("#A84900", ORANGE)  # their letters on light and on dark
_ACROSS_PX, _DOWN_PX, _PAD_PX = 40, 16, 9
_NARROWEST_PX = 18  # between two columns
_BELOW_PX = 26  # between two rows, where an arrow goes down


class GraphView(Painted):
    """Paints the nodes in columns by how far they are from the inputs."""

    def __init__(self) -> None:
        super().__init__()
        self.figure = Graph(())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_figure(self, figure: Graph) -> None:
        self.figure = figure
        self.setAccessibleName(self.tr("Graph of the computation"))
        self.setAccessibleDescription("; ".join(map(self._describe, figure.nodes)))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(max((box.bottom() for box in self.boxes(width)), default=0)) + 2

    def sizeHint(self) -> QSize:
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 40)

    def goes_down(self, width: float) -> bool:
        """Tell whether the columns, side by side, are wider than that however narrow they are."""
        return self._across(folded=True) > width

    def is_folded(self, width: float) -> bool:
        """Tell whether the columns are only narrow enough with the slopes' numbers below."""
        return self._across(folded=True) <= width < self._across(folded=False)

    def _across(self, *, folded: bool) -> float:
        columns = _columns(self.figure)
        gaps = _NARROWEST_PX * (len(columns) - 1)
        return sum(self._widest(column, folded=folded) for column in columns) + gaps + 2

    def boxes(self, width: float) -> list[QRectF]:
        """Return where each node's box lies in a widget of that width."""
        return self._below(width) if self.goes_down(width) else self._beside(width)

    def _beside(self, width: float) -> list[QRectF]:
        columns = _columns(self.figure)
        folded = self.is_folded(width)
        sizes = [self._size(node, folded=folded) for node in self.figure.nodes]
        wide = [self._widest(column, folded=folded) for column in columns]
        gap = (width - sum(wide) - 2) / max(len(columns) - 1, 1)
        gap = min(_ACROSS_PX * 2.0, gap)
        tallest = max((self._height(column, sizes) for column in columns), default=0.0)
        found = [QRectF()] * len(sizes)
        left = 1.0
        for column, across in zip(columns, wide, strict=True):
            top = 1 + (tallest - self._height(column, sizes)) / 2
            for at in column:
                found[at] = QRectF(left, top, across, sizes[at].height())
                top += sizes[at].height() + _DOWN_PX
            left += across + gap
        return found

    def _below(self, width: float) -> list[QRectF]:
        sizes = [self._size(node) for node in self.figure.nodes]
        found = [QRectF()] * len(sizes)
        top = 1.0
        for row in _columns(self.figure):
            wide = sum(sizes[at].width() for at in row) + _DOWN_PX * (len(row) - 1)
            left = max(1.0, (width - wide) / 2)
            top += max(sizes[at].height() for at in row)
            for at in row:  # all end at one height: an arrow would pass behind a taller box
                found[at] = sizes[at].translated(left, top - sizes[at].height())
                left += sizes[at].width() + _DOWN_PX
            top += _BELOW_PX
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = self.boxes(self.width())
        widest = max((box.right() for box in boxes), default=1.0)
        if widest > self.width():  # a long chain is drawn smaller rather than cut off
            painter.scale(self.width() / (widest + 2), self.width() / (widest + 2))
        for at, node in enumerate(self.figure.nodes):
            for source in node.inputs:
                self._paint_arrow(painter, boxes[source], boxes[at])
        for node, box in zip(self.figure.nodes, boxes, strict=True):
            self._paint_node(painter, node, box)
        painter.end()

    def _paint_node(self, painter: QPainter, node: Node, box: QRectF) -> None:
        palette = self.palette()
        painter.setPen(QPen(palette.placeholderText().color(), 1))
        painter.setBrush(palette.alternateBase())
        painter.drawRoundedRect(box, 6, 6)
        row = QRectF(box.left(), box.top() + _PAD_PX / 2, box.width(), self._line())
        slopes = self._slope_lines(node, folded=self.is_folded(self.width()))
        for text, color, bold in (
            (node.name, palette.text().color(), True),
            (node.value, palette.text().color(), False),
            *((line, curve_color(SLOPES, palette), False) for line in slopes),
        ):
            if text:
                painter.setFont(scaled_font(self, 0.95, bold=bold))
                painter.setPen(color)
                painter.drawText(row, Qt.AlignmentFlag.AlignCenter, with_minus(text))
                row.translate(0, self._line())

    def _paint_arrow(self, painter: QPainter, source: QRectF, target: QRectF) -> None:
        start = QPointF(source.right(), source.center().y())
        end = QPointF(target.left() - 1, target.center().y())
        half, back = QPointF((end.x() - start.x()) / 2, 0), QPointF(7, 0)
        if self.goes_down(self.width()):
            start = QPointF(source.center().x(), source.bottom())
            end = QPointF(target.center().x(), target.top() - 1)
            half, back = QPointF(0, (end.y() - start.y()) / 2), QPointF(0, 7)
        aside = QPointF(back.y(), back.x()) / 2
        path = QPainterPath(start)
        path.cubicTo(start + half, end - half, end)
        color = self.palette().placeholderText().color()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 1.2))
        painter.drawPath(path)
        painter.setBrush(color)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([end, end - back - aside, end - back + aside]))

    def _widest(self, column: list[int], *, folded: bool) -> float:
        return max(self._size(self.figure.nodes[at], folded=folded).width() for at in column)

    def _size(self, node: Node, *, folded: bool = False) -> QRectF:
        metrics = QFontMetricsF(scaled_font(self, 0.95, bold=True))
        slopes = self._slope_lines(node, folded=folded)
        lines = [text for text in (node.name, node.value, *slopes) if text]
        across = max((metrics.horizontalAdvance(text) for text in lines), default=20.0)
        return QRectF(0, 0, across + 2 * _PAD_PX, len(lines) * self._line() + _PAD_PX)

    def _slope(self, node: Node) -> str:
        return fill(self.tr("slope {0}"), node.gradient) if node.gradient else ""

    def _slope_lines(self, node: Node, *, folded: bool) -> list[str]:
        return self._slope(node).rsplit(" ", 1) if folded else [self._slope(node)]

    def _line(self) -> float:
        return QFontMetricsF(scaled_font(self, 0.95)).height() + 1

    def _height(self, column: list[int], sizes: list[QRectF]) -> float:
        return sum(sizes[at].height() for at in column) + _DOWN_PX * (len(column) - 1)

    def _describe(self, node: Node) -> str:
        inputs = ", ".join(self.figure.nodes[at].name for at in node.inputs)
        words = f"{node.name} = {node.value}" + (f" ← {inputs}" if inputs else "")
        return f"{words}, {self._slope(node)}" if node.gradient else words


def _columns(figure: Graph) -> list[list[int]]:
    """Return the nodes' places, column by column: one more than the farthest of its inputs.

    What has no inputs stands right before the first that needs it.
    """
    depth: list[int] = []
    for node in figure.nodes:
        depth.append(1 + max((depth[at] for at in node.inputs), default=-1))
    for place, node in enumerate(figure.nodes):
        needed = [depth[at] for at, other in enumerate(figure.nodes) if place in other.inputs]
        if needed and not node.inputs:
            depth[place] = min(needed) - 1
    columns: list[list[int]] = [[] for _ in range(max(depth, default=-1) + 1)]
    for at, far in enumerate(depth):
        columns[far].append(at)
    return columns
