"""What other programs hand over by clipboard or drop, as arrays and paths.

What is done with it lives in `files`.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage

from desktop.sketch.arrivals import READ_PX
from engine.errors import DataError


def has_image_or_file(mime: QMimeData) -> bool:
    """Tell whether there is anything in it to open; what a file is shows later."""
    return mime.hasImage() or bool(files_in(mime))


def files_in(mime: QMimeData) -> list[Path]:
    """Return the files and folders of this machine that are named there."""
    return [Path(name) for url in mime.urls() if (name := url.toLocalFile())]


def pixels_in(mime: QMimeData, name: str) -> NDArray[np.uint8] | None:
    """Return the image in it as uint8 (H, W, 4), red, green, blue, alpha; None without any.

    A large one is made smaller before anything else is done with it. Raises DataError, with the
    `name` it has for people, where it has more pixels than a file may have.
    """
    from engine.images.bitmaps import LIMIT_PIXELS  # late: the window is there sooner without

    image = mime.imageData() if mime.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return None
    if image.width() * image.height() > LIMIT_PIXELS:
        raise DataError("image_too_large", file=name, megapixels=LIMIT_PIXELS // 10**6)
    if max(image.width(), image.height()) > READ_PX:
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image = image.scaled(READ_PX, READ_PX, keep, smooth)
    return rgba(image)


def rgba(image: QImage) -> NDArray[np.uint8]:
    """Copy a QImage into uint8 (H, W, 4)."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return lines[:, : image.width() * 4].reshape(image.height(), image.width(), 4).copy()
