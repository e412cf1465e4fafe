"""The sketch after the distortion, as the networks see it, and what each of them answers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from desktop.answer.model_view import CELL_PX, SIDE, ModelView
from desktop.evaluate.robustness.words import answer_words
from desktop.plots.curve_styles import CurveStyle
from desktop.plots.legend import paint_key
from desktop.widgets.controls import Card, title
from desktop.widgets.painted import Painted
from desktop.widgets.plain_text import Label, as_tip
from desktop.widgets.theme import GAP_PX, scaled_font
from engine.inference.prediction import Prediction

_KEY_PX, _APART_PX = 18, 6
_SMALL = 0.92  # of the usual type
_ENDLESS_PX = 10_000
Answer = tuple[CurveStyle, Prediction | None]


class NetworkAnswers(Painted):
    """Paints for each network a piece of its curve, its name, below them its answer, and how far
    that holds.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("distortedAnswers")
        self.setAccessibleName(self.tr("Answers to the distorted sketch"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.answers: list[Answer] = []
        self.reaches: tuple[str, ...] = ()

    def sizeHint(self) -> QSize:
        return QSize(0, max(self._row_px(), sum(map(self._row_px, range(len(self.answers))))))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show these, from above."""
        self.answers = list(answers)
        self._tell()

    def show_reaches(self, reaches: Sequence[str]) -> None:
        """Say of each network how far its answer holds; nothing where that isn't known."""
        if self.reaches != tuple(reaches):  # with each move of the pen none is known again
            self.reaches = tuple(reaches)
            self._tell()

    def _tell(self) -> None:
        words = "\n".join(
            f"{style.name}: {answer_words(answer)}. {self._reach(place)}".rstrip()
            for place, (style, answer) in enumerate(self.answers)
        )
        self.setAccessibleDescription(words)
        self.setToolTip(as_tip(words))
        self.updateGeometry()
        self.update()

    def _reach(self, place: int) -> str:
        return self.reaches[place] if place < len(self.reaches) else ""

    def _reach_px(self, place: int) -> int:
        """Return how high the words of a reach are; there is always room for two lines."""
        metrics = QFontMetrics(scaled_font(self, _SMALL))
        room = QRect(0, 0, self.width(), _ENDLESS_PX)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._reach(place))
        return max(needed.height(), 2 * metrics.lineSpacing())

    def _row_px(self, place: int = 0) -> int:
        return 2 * self.fontMetrics().height() + self._reach_px(place) + _APART_PX

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # words need fewer lines, or more

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, line = QPainter(self), self.palette(), self.fontMetrics().height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, left = 0, _KEY_PX + 5
        for place, (style, answer) in enumerate(self.answers):
            paint_key(painter, style, QRectF(0, top, _KEY_PX, line), palette)
            painter.setFont(scaled_font(self, _SMALL))
            painter.setPen(palette.placeholderText().color())
            room = self.width() - left
            name = painter.fontMetrics().elidedText(style.name, Qt.TextElideMode.ElideRight, room)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(left, top, room, line), middle, name)
            below = QRectF(0, top + 2 * line, self.width(), self._reach_px(place))
            painter.drawText(below, Qt.TextFlag.TextWordWrap, self._reach(place))
            painter.setFont(scaled_font(self, 1.0, bold=True))
            painter.setPen(palette.text().color())
            below = QRectF(0, top + line, self.width(), line)
            painter.drawText(below, middle, answer_words(answer))
            top += self._row_px(place)


class ChangedSketch(Card):
    """A view of the sketch; the sketch itself stays as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.view, self.answers = ModelView(CELL_PX), NetworkAnswers()
        self.view.setObjectName("distortedView")
        self.view.setAccessibleName(self.tr("The sketch, distorted"))
        self.heading = title(self.tr("Distorted sketch"))
        tip = self.tr(
            "What the networks see of your sketch after the distortion. It stays on the "
            "pad as it is."
        )
        self.heading.setToolTip(as_tip(tip))
        self._empty = Label(self.tr("Draw something on the pad: it is shown here, distorted."))
        self._stack = QStackedLayout()
        self._build()
        self.show_nothing()

    def _build(self) -> None:
        side_px = SIDE * CELL_PX + 2
        self._empty.setProperty("muted", True)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stacked = QWidget()
        stacked.setFixedSize(side_px, side_px)
        stacked.setLayout(self._stack)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX - 3, GAP_PX, GAP_PX - 3)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(stacked)
        layout.addWidget(self.answers)
        layout.addStretch(1)
        self.setFixedWidth(side_px + 2 * GAP_PX + 2)

    def show_changed(self, image: NDArray[np.uint8], answers: Sequence[Answer]) -> None:
        """Show the distorted sketch uint8 (28, 28), and the answers to it."""
        self.view.show_image(image)
        self.answers.show_answers(answers)
        self._stack.setCurrentWidget(self.view)

    def show_late(self, *, is_late: bool) -> None:
        """Say whether what is shown is of a moment ago, and the answer of now on its way."""
        self.heading.setText(self.tr("Being read…") if is_late else self.tr("Distorted sketch"))
        for shown in (self.view, self.answers):
            shown.setEnabled(not is_late)

    def show_nothing(self) -> None:
        """Show that the pad is empty."""
        self.show_late(is_late=False)
        self.answers.show_answers([])
        self._stack.setCurrentWidget(self._empty)
