"""What other programs hand over by clipboard or drop, as arrays and paths.

What is done with it lives in `files`.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

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

    stated = _stated_size(mime)  # first: Qt decodes nothing above 256 MB, and says no word
    image = mime.imageData() if stated.width() * stated.height() <= LIMIT_PIXELS else QImage()
    held = image.size() if isinstance(image, QImage) else QSize()
    if max(size.width() * size.height() for size in (stated, held)) > LIMIT_PIXELS:
        raise DataError("image_too_large", file=name, megapixels=LIMIT_PIXELS // 10**6)
    if not isinstance(image, QImage) or image.isNull():
        return None
    if max(image.width(), image.height()) > READ_PX:
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image = image.scaled(READ_PX, READ_PX, keep, smooth)
    return rgba(image)


def _stated_size(mime: QMimeData) -> QSize:
    """Return how large an image from another program is, by its head; nothing where it has none."""
    for kind in mime.formats():
        buffer = QBuffer()
        buffer.setData(mime.data(kind) if kind.startswith("image/") else b"")
        if (size := QImageReader(buffer).size()).isValid():
            return size
    return QSize(0, 0)


def rgba(image: QImage) -> NDArray[np.uint8]:
    """Copy a QImage into uint8 (H, W, 4)."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return lines[:, : image.width() * 4].reshape(image.height(), image.width(), 4).copy()
