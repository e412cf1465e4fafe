"""The legend of a scale: a strip of its colours with the numbers at its ends."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.i18n.numbers import fill
from desktop.inspect.frame import paint_frame
from desktop.inspect.shades import Scale, number
from desktop.widgets.painted import Painted
from desktop.widgets.theme import scaled_font

_BAR_PX, _TEXT_PX, _THICK_PX = 84, 58, 8


class ScaleBar(Painted):
    """Shows which colour is which number."""

    def __init__(self) -> None:
        super().__init__()
        self.scale: Scale | None = None
        self.setFont(scaled_font(self, 0.85))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_BAR_PX + 2 * _TEXT_PX, self.fontMetrics().height() + 2)

    def show_scale(self, scale: Scale | None) -> None:
        """Show another scale, or none."""
        self.scale = scale
        if scale:
            text = self.tr("Colours from {0} to {1}")
            self.setAccessibleName(fill(text, number(scale.least), number(scale.most)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.scale is None:
            return
        scale, painter = self.scale, QPainter(self)
        steps = np.linspace(scale.least, scale.most, 128, dtype=np.float32)
        bar = QRectF(_TEXT_PX, (self.height() - _THICK_PX) / 2, _BAR_PX, _THICK_PX)
        painter.drawImage(bar, scale.image(steps[None], self.palette()))
        paint_frame(painter, bar, self.palette())
        painter.setPen(self.palette().placeholderText().color())
        left = QRectF(0, 0, _TEXT_PX - 6, self.height())
        right = QRectF(bar.right() + 6, 0, _TEXT_PX - 6, self.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(left, middle | Qt.AlignmentFlag.AlignRight, number(scale.least))
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignLeft, number(scale.most))
