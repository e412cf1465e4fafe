"""Sentences in the reading column: a figure's text, and what an experiment's outcome says."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.i18n.numbers import fill, with_minus
from desktop.lessons.figures.prose import Prose, paragraph
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import FRESH, GAP_PX, WARM, curve_color, scaled_font
from engine.lessons.figures import Outcome, Text

_SIGN_PX = 18


def level_with_sign(label: QLabel) -> None:
    """Let the first line stand level with a sign at the label's left."""
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    spare = _SIGN_PX - label.fontMetrics().height()
    label.setContentsMargins(0, max(0, spare // 2), 0, 0)


class TextView(Prose):
    """A sentence; bold, as a heading is, where it says what follows."""

    def show_figure(self, figure: Text) -> None:
        self.setFont(scaled_font(self, 1.0, bold=figure.strong))
        self.setText(with_minus(figure.text))


class Sign(QWidget):
    """A tick or a cross in a disc: the form says it, the colour only helps."""

    def __init__(self, *, good: bool = True) -> None:
        super().__init__()
        self.good = good
        self.setFixedSize(_SIGN_PX, _SIGN_PX)

    def show_sign(self, good: bool) -> None:
        """Become a tick or a cross."""
        self.good = good
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_sign(painter, QRectF(self.rect()), self, good=self.good)
        painter.end()


def paint_sign(painter: QPainter, box: QRectF, widget: QWidget, *, good: bool) -> None:
    """Paint the disc with its tick or cross into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(curve_color(FRESH if good else WARM, widget.palette()))
    middle, part = box.center(), box.width() / 18
    painter.drawEllipse(middle, 8 * part, 8 * part)
    white = widget.palette().base().color()
    painter.setPen(QPen(white, 1.9 * part, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    if good:
        tick = ((-3.6, 0.2), (-1, 2.8), (3.8, -2.8))
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) * part for x, y in tick]))
    else:
        arm = QPointF(2.8, 2.8) * part
        painter.drawLine(middle - arm, middle + arm)
        arm = QPointF(2.8, -2.8) * part
        painter.drawLine(middle - arm, middle + arm)
    painter.restore()


class OutcomeView(QWidget):
    """What came out, in words, and a sign that says whether it was promised."""

    def __init__(self, code: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.sign = Sign()
        self.text = paragraph(bold=True, code=code)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(GAP_PX - 4)
        level_with_sign(self.text)
        layout.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 1)

    def show_figure(self, figure: Outcome) -> None:
        self.sign.show_sign(figure.as_promised)
        self.text.setText(with_minus(figure.text))
        words = self.tr("As expected: {0}") if figure.as_promised else self.tr("Not yet: {0}")
        self.setAccessibleName(fill(words, figure.text))
        self.sign.setToolTip(as_tip(self.accessibleName()))
