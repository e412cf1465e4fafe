"""Arrays of pixels as Qt has them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage


def as_qimage(colors: NDArray[np.uint8]) -> QImage:
    """Copy uint8 (H, W, 3) into a QImage."""
    height, width, _ = colors.shape
    kind = QImage.Format.Format_RGB888
    return QImage(np.ascontiguousarray(colors).tobytes(), width, height, width * 3, kind).copy()
