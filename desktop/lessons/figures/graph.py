"""A computation as boxes and arrows, from its inputs on the left to its result on the right."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n.numbers import fill
from desktop.widgets.theme import WARM, curve_color, scaled_font
from engine.lessons.figures import Graph, Node

_ACROSS_PX, _DOWN_PX, _PAD_PX = 40, 16, 9
_NARROWEST_PX = 18  # between two columns


class GraphView(QWidget):
    """Paints the nodes in columns by how far they are from the inputs."""

    def __init__(self) -> None:
        super().__init__()
        self.figure = Graph(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: Graph) -> None:
        self.figure = figure
        self.setAccessibleName(self.tr("Graph of the computation"))
        self.setAccessibleDescription("; ".join(map(self._describe, figure.nodes)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        boxes = self.boxes(600)
        return QSize(420, round(max((box.bottom() for box in boxes), default=0)) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def boxes(self, width: float) -> list[QRectF]:
        """Return where each node's box lies in a widget of that width."""
        columns = _columns(self.figure)
        sizes = [self._size(node) for node in self.figure.nodes]
        wide = [max(sizes[at].width() for at in column) for column in columns]
        gaps = max(len(columns) - 1, 1)
        gap = min(_ACROSS_PX * 2.0, max(_NARROWEST_PX, (width - sum(wide)) / gaps))
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
        for text, color, bold in (
            (node.name, palette.text().color(), True),
            (node.value, palette.text().color(), False),
            (self._slope(node), curve_color(WARM, palette), False),
        ):
            if text:
                painter.setFont(scaled_font(self, 0.95, bold=bold))
                painter.setPen(color)
                painter.drawText(row, Qt.AlignmentFlag.AlignCenter, text)
                row.translate(0, self._line())

    def _paint_arrow(self, painter: QPainter, source: QRectF, target: QRectF) -> None:
        start = QPointF(source.right(), source.center().y())
        end = QPointF(target.left() - 1, target.center().y())
        half = QPointF((end.x() - start.x()) / 2, 0)
        path = QPainterPath(start)
        path.cubicTo(start + half, end - half, end)
        color = self.palette().placeholderText().color()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 1.2))
        painter.drawPath(path)
        painter.setBrush(color)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([end, end + QPointF(-7, -3.5), end + QPointF(-7, 3.5)]))

    def _size(self, node: Node) -> QRectF:
        metrics = QFontMetricsF(scaled_font(self, 0.95, bold=True))
        lines = [text for text in (node.name, node.value, self._slope(node)) if text]
        across = max((metrics.horizontalAdvance(text) for text in lines), default=20.0)
        return QRectF(0, 0, across + 2 * _PAD_PX, len(lines) * self._line() + _PAD_PX)

    def _slope(self, node: Node) -> str:
        return fill(self.tr("slope {0}"), node.gradient) if node.gradient else ""

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
