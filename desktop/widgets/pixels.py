"""Arrays of pixels as Qt has them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage


def as_qimage(colors: NDArray[np.uint8]) -> QImage:
    """Copy uint8 (H, W, 3) into a QImage."""
    height, width, _ = colors.shape
    kind = QImage.Format.Format_RGB888
    return QImage(np.ascontiguousarray(colors).tobytes(), width, height, width * 3, kind).copy()


def as_ink(image: NDArray[np.uint8], ink: QColor) -> QImage:
    """Return uint8 (H, W), 0 paper and 255 ink, as ink of that colour on nothing."""
    height, width = image.shape
    pixels = np.empty((height, width, 4), np.uint8)
    pixels[...] = ink.red(), ink.green(), ink.blue(), 255
    pixels[..., 3] = image
    kind = QImage.Format.Format_RGBA8888
    return QImage(pixels.tobytes(), width, height, width * 4, kind).copy()
