"""The 28x28 pixels that the model sees, enlarged but never smoothed."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import fade

SIDE = 28
CELL_PX = 6


class ModelView(QWidget):
    """Shows one uint8 (28, 28) image, or empty paper; `image` is what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelView")
        self.setAccessibleName(self.tr("What the model sees"))
        self.setToolTip(
            self.tr(
                "The sketch as the model gets it: 28 by 28 numbers from 0 (paper) to 255 (ink), "
                "sized and centred as in MNIST."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.image: NDArray[np.uint8] | None = None

    def sizeHint(self) -> QSize:
        return QSize(SIDE * CELL_PX + 2, SIDE * CELL_PX + 2)

    @Slot(object)
    def show_image(self, image: NDArray[np.uint8] | None) -> None:
        """Show uint8 (28, 28), 0 paper and 255 ink; None is an empty pad."""
        self.image = image
        inked = 0 if image is None else int(np.count_nonzero(image))
        self.setAccessibleDescription(self.tr("%n of 784 pixels have ink", "", inked))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        cell = (min(self.width(), self.height()) - 2) // SIDE
        area = QRectF(1, 1, cell * SIDE, cell * SIDE)
        painter.fillRect(area, self.palette().base())
        if self.image is not None:
            painter.drawImage(area, self._picture(self.image))
        painter.setPen(QPen(fade(self.palette().mid().color(), 0.45), 1))
        for line in range(1, SIDE):
            painter.drawLine(1 + line * cell, 1, 1 + line * cell, cell * SIDE)
            painter.drawLine(1, 1 + line * cell, cell * SIDE, 1 + line * cell)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _picture(self, image: NDArray[np.uint8]) -> QImage:
        """Return the image in the colours of the moment: paper to ink, one pixel a pixel."""
        paper, ink = self.palette().base().color(), self.palette().text().color()
        amount = image[..., None] / 255.0
        ends = [np.array([c.red(), c.green(), c.blue()]) for c in (paper, ink)]
        pixels = np.rint(ends[0] + (ends[1] - ends[0]) * amount).astype(np.uint8)
        return QImage(pixels.tobytes(), SIDE, SIDE, SIDE * 3, QImage.Format.Format_RGB888).copy()
