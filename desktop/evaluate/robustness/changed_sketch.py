"""The sketch after the distortion, as the networks see it, and what each of them answers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
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
Answer = tuple[CurveStyle, Prediction | None]


class NetworkAnswers(Painted):
    """Paints for each network a piece of its curve, its name, and below them its answer."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("distortedAnswers")
        self.setAccessibleName(self.tr("Answers to the distorted sketch"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.answers: list[Answer] = []

    def sizeHint(self) -> QSize:
        return QSize(0, max(1, len(self.answers)) * self._row_px())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show these, from above."""
        is_other = len(answers) != len(self.answers)
        self.answers = list(answers)
        words = "\n".join(f"{style.name}: {answer_words(answer)}" for style, answer in answers)
        self.setAccessibleDescription(words)
        self.setToolTip(as_tip(words))
        if is_other:
            self.updateGeometry()
        self.update()

    def _row_px(self) -> int:
        return 2 * self.fontMetrics().height() + _APART_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, line = QPainter(self), self.palette(), self.fontMetrics().height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, (style, answer) in enumerate(self.answers):
            top, left = place * self._row_px(), _KEY_PX + 5
            paint_key(painter, style, QRectF(0, top, _KEY_PX, line), palette)
            painter.setFont(scaled_font(self, 0.92))
            painter.setPen(palette.placeholderText().color())
            room = self.width() - left
            name = painter.fontMetrics().elidedText(style.name, Qt.TextElideMode.ElideRight, room)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(left, top, room, line), middle, name)
            painter.setFont(scaled_font(self, 1.0, bold=True))
            painter.setPen(palette.text().color())
            painter.drawText(QRectF(left, top + line, room, line), middle, answer_words(answer))


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

    def show_nothing(self) -> None:
        """Show that the pad is empty."""
        self.answers.show_answers([])
        self._stack.setCurrentWidget(self._empty)
