"""Into the pad and out of it: open, paste, drop, test digits; copy and save. How: `svg`, `mime`.

What may take long (decoding a photo, looking for a misread digit) is asked of the worker.
"""

from pathlib import Path

from PySide6.QtCore import (
    QMimeData,
    QObject,
    QRectF,
    QSizeF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill
from desktop.shell.kinds import OPENED
from desktop.sketch.arrivals import (
    NoneKnown,
    TestDigit,
    Wanted,
    find_digit,
    open_file,
    read_pixels,
)
from desktop.sketch.content import Content, Image, Picture
from desktop.sketch.document import SketchDocument
from desktop.sketch.facts import png
from desktop.sketch.ink_layer import paint_picture, paint_stroke
from desktop.sketch.mime import files_in, pixels_in, rgba
from desktop.sketch.svg import to_svg
from desktop.widgets.save_file import whole_name, write
from desktop.worker.questions import Newest, Question, Questions
from engine.errors import DataError

PNG_PX = 1024


class SketchFiles(QObject):
    """Brings pictures to a document, one at a time, and takes the sketch out of it.

    Signals: `failed(str)` a sentence for people; `busy_changed(bool)`; `arrived()`;
    `opened(Path)` a file that was read; `files_brought(list[Path])` whatever they are.
    """

    failed = Signal(str)
    busy_changed = Signal(bool)
    arrived = Signal()
    opened = Signal(object)
    files_brought = Signal(object)

    def __init__(self, document: SketchDocument, questions: Questions, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._document = document
        self._question = Newest(questions, self)
        self._question.answered.connect(self._on_answered)
        self._question.ended.connect(self._on_ended)
        self._question.failed.connect(self._on_failed)
        document.changed.connect(self.give_up)
        self._path: Path | None = None  # of the file that is awaited
        self._found = False

    @property
    def are_awaited(self) -> bool:
        """Whether something for the pad is on its way."""
        return self._question.is_awaited

    @Slot()
    def choose(self) -> None:
        """Ask which files to open, of whatever kind."""
        kinds = fill(self.tr("All files that Inkgrad opens ({0})"), OPENED)
        every = self.tr("All files")
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Open"), "", f"{kinds};;{every} (*)"
        )
        if names:
            self.files_brought.emit([Path(name) for name in names])

    def open(self, path: Path) -> None:
        """Put an image file or a saved sketch on the pad."""
        self._ask(open_file(path), path)

    @Slot()
    def paste(self) -> None:
        """Put the clipboard's image on the pad."""
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()
        self.take(held or QMimeData())  # none, where its owner is gone

    @Slot(object)
    def take(self, mime: QMimeData) -> None:
        """Put a pasted or dropped image on the pad; files can be anything, and are handed on."""
        paths = files_in(mime)
        if paths:
            self.files_brought.emit(paths)
            return
        name = self.tr("Pasted image")
        try:
            pixels = pixels_in(mime, name)
        except DataError as error:
            self.failed.emit(in_words(error))
            return
        if pixels is not None:
            self._ask(read_pixels(pixels, name))
        else:
            self.failed.emit(self.tr("There is no image to paste: copy one first."))

    @Slot()
    def give_up(self) -> None:
        """Put nothing more on the pad: what happened there since is newer than what was asked."""
        if self._question.is_awaited:
            self._question.cancel()
            self.busy_changed.emit(False)

    @Slot()
    def fetch_any(self) -> None:
        """Put a test digit on the pad, whichever."""
        self._ask(find_digit(Wanted.ANY))

    @Slot()
    def fetch_misread(self) -> None:
        """Put a test digit on the pad that the model of the moment gets wrong."""
        self._ask(find_digit(Wanted.MISREAD))

    def fetch(self, label: str) -> None:
        """Put a test digit of one class on the pad."""
        self._ask(find_digit(Wanted.OF_CLASS, label))

    def copy(self, image: Image | None) -> None:
        """Put what the model sees on the clipboard, 28x28 with the ink white, as MNIST has it."""
        if image is not None:
            QGuiApplication.clipboard().setImage(_grey(image))
        else:
            self.failed.emit(self.tr("There is nothing to copy: draw something first."))

    @Slot()
    def save(self) -> None:
        """Ask where to save the sketch, and do it."""
        svg, png = self.tr("SVG, can be opened here again (*.svg)"), self.tr("PNG image (*.png)")
        name, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the sketch"), "sketch.svg", f"{svg};;{png}"
        )
        endings = (".png", ".svg") if kind == png else (".svg", ".png")
        path = whole_name(self._window, name, *endings) if name else None
        if path:
            self.save_as(path)

    def save_as(self, path: Path) -> None:
        """Save the sketch, as PNG where the name ends so and as SVG otherwise."""
        self._document.finish_stroke()
        content = self._document.content
        problem = write(path, as_png(content) if path.suffix.lower() == ".png" else to_svg(content))
        if problem:
            self.failed.emit(problem)

    def _ask(self, question: Question, path: Path | None = None) -> None:
        self._found, self._path = False, path
        self._question.ask(question)
        self.busy_changed.emit(True)

    @Slot(object)
    def _on_answered(self, value: object) -> None:
        if value is None:
            return
        self._found = True
        if isinstance(value, NoneKnown):
            words = self.tr(
                "The current dataset has none of the classes that this model knows: {0}."
            )
            self.failed.emit(fill(words, ", ".join(value.classes)))
            return
        if isinstance(value, TestDigit):
            value = Content(picture=Picture(value.image, caption=self._caption(value)))
        assert isinstance(value, Content)
        self._arrive(value)

    def _arrive(self, content: Content) -> None:
        """Put what was asked for on the pad: nothing newer stands against it."""
        self.give_up()
        self._document.put(content)
        self.arrived.emit()
        if self._path:
            self.opened.emit(self._path)

    def _caption(self, digit: TestDigit) -> str:
        if digit.answer is None:
            return fill(self.tr("A test image: {0}"), digit.label)
        return fill(self.tr("A test image: {0}, read as {1}"), digit.label, digit.answer)

    @Slot()
    def _on_ended(self) -> None:
        self.busy_changed.emit(False)
        if not self._found:
            self.failed.emit(self.tr("There is no such image in the validation set."))

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.busy_changed.emit(False)
        self.failed.emit(sentence)


def as_png(content: Content) -> bytes:
    """Return the sketch as a PNG file, dark on white, as large as a good printout needs."""
    left, top, width, height = content.box()
    unit_px = PNG_PX / max(width, height)
    size = QSizeF(width, height) * unit_px
    picture = QImage(size.toSize(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-left * unit_px, -top * unit_px)
    if content.picture:
        area = QRectF(0, 0, unit_px, unit_px)
        paint_picture(painter, content.picture, area, QColor("black"))
    for stroke in content.strokes:
        paint_stroke(painter, stroke, unit_px, QColor("black"))
    painter.end()
    return png(rgba(picture)[..., :3])


def _grey(image: Image) -> QImage:
    return QImage(image.tobytes(), 28, 28, 28, QImage.Format.Format_Grayscale8).copy()
