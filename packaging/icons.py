"""Makes every icon out of the drawn ones: PNGs of all sizes, and Windows' and macOS' own formats.

    python packaging/icons.py FOLDER

writes FOLDER/inkgrad.ico, FOLDER/inkgrad.icns and FOLDER/hicolor, a theme's folder.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
DRAWN = {
    "apps/io.github.inkgrad.Inkgrad": HERE.parent / "assets" / "icons" / "inkgrad.svg",
    "mimetypes/application-x-inkgrad-lesson": HERE / "linux" / "application-x-inkgrad-lesson.svg",
}
HICOLOR = (16, 22, 24, 32, 36, 48, 64, 72, 96, 128, 192, 256, 512)
WINDOWS = (16, 24, 32, 48, 64, 256)
MACOS = (16, 32, 64, 128, 256, 512, 1024)


def make(folder: Path) -> None:
    """Write all of them; a Qt application must exist."""
    for name, source in DRAWN.items():
        drawing = QSvgRenderer(str(source))
        assert drawing.isValid(), source
        for size in HICOLOR:
            kind, _, file = name.partition("/")
            place = folder / "hicolor" / f"{size}x{size}" / kind / f"{file}.png"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(_png(drawing, size))
        scalable = folder / "hicolor" / "scalable" / f"{name}.svg"
        scalable.parent.mkdir(parents=True, exist_ok=True)
        scalable.write_bytes(source.read_bytes())
    drawing = QSvgRenderer(str(next(iter(DRAWN.values()))))
    _save(folder / "inkgrad.ico", drawing, WINDOWS)
    _save(folder / "inkgrad.icns", drawing, MACOS)


def _save(path: Path, drawing: QSvgRenderer, sizes: tuple[int, ...]) -> None:
    """Write one file of many sizes, each drawn anew."""
    images = [Image.open(io.BytesIO(_png(drawing, size))) for size in sizes]
    images[-1].save(path, sizes=[image.size for image in images], append_images=images[:-1])


def _png(drawing: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide declares bytes, refuses them
    return bytes(buffer.data().data())


if __name__ == "__main__":
    application = QGuiApplication(["icons", "-platform", "offscreen"])
    make(Path(sys.argv[1]))
