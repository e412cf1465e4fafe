"""A lesson on paper: its text, the figures as they stand, the checks, and room to write."""

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QIODevice, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QWidget

from desktop.lessons.figures.plot import PlotView
from desktop.lessons.view import LessonView
from engine.lessons.catalogue import Check

_DPI = 150
_TEXT_PT, _TITLE_PT = 10.5, 18.0
_LINES = 4  # to write on, after each question
_LINE = "_" * 70
_DARK = 128  # lightness of the window
_LEAST_PX = 4  # a side of a figure; what is lower or narrower has nothing to show
_SHARPER = 2  # pixels of a figure for one on the screen


def lesson_pdf(view: LessonView, more: tuple[Check, ...] = ()) -> bytes:
    """Return a lesson as a PDF of A4 pages; `more` are a teacher's own questions."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(_DPI)
    writer.setTitle(view.lesson.title)
    _Paper(view, more).document.print_(writer)
    del writer  # which writes the end
    return bytes(data.data())


class _Paper:
    """Lays a lesson out, paragraph by paragraph."""

    def __init__(self, view: LessonView, more: tuple[Check, ...]) -> None:
        self.document = QTextDocument()
        self._cursor = QTextCursor(self.document)
        lesson = view.lesson
        self._say(lesson.title, _TITLE_PT, bold=True)
        for question in lesson.questions:
            self._say(f"{question.number}  {question.ask}", bold=True)
            self._say(question.answer.replace("\n", " "))
        self._say(lesson.watch.replace("\n", " "), italic=True)
        self._show(view.experiment.board)
        if view.experiment.runs:
            runs = view.experiment.runs
            for part in (runs.loss, runs.accuracy, runs.legend, runs.board):
                self._show(part)
        for check in (*lesson.checks, *more):
            self._ask(check)

    def _say(
        self, words: str, points: float = _TEXT_PT, *, bold: bool = False, italic: bool = False
    ) -> None:
        look, block = QTextCharFormat(), QTextBlockFormat()
        look.setFontPointSize(points)
        look.setForeground(Qt.GlobalColor.black)
        look.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        look.setFontItalic(italic)
        block.setBottomMargin(points * 0.6)
        self._cursor.insertBlock(block, look)
        self._cursor.insertText(words)

    def _ask(self, check: Check) -> None:
        self._say(check.question, bold=True)
        for choice in check.choices:
            self._say(f"☐  {choice}")
        for _ in range(1 if check.choices else _LINES):
            self._say(_LINE)

    def _show(self, board: QWidget) -> None:
        """Put a picture of what is shown there, no wider than the page."""
        if board.isHidden():
            return
        board.grab()  # a plot knows how wide its numbers are when it was painted once,
        layouts = QEvent.Type.LayoutRequest.value  # and then makes room for them
        QCoreApplication.sendPostedEvents(None, layouts)
        if min(board.width(), board.height()) < _LEAST_PX:
            return
        image = QImage(board.size() * _SHARPER, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARPER)
        image.fill(board.palette().base().color())
        for plot in board.findChildren(PlotView):
            plot.dress_curves(_SHARPER)
        board.render(image)
        for plot in board.findChildren(PlotView):
            plot.dress_curves()
        if board.palette().window().color().lightness() < _DARK:
            image = _for_paper(image)
        name = f"figure-{self._cursor.position()}"
        self.document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        look = QTextImageFormat()
        look.setName(name)
        look.setWidth(min(board.width(), 480))
        self._say("")
        self._cursor.insertImage(look)


def _for_paper(image: QImage) -> QImage:
    """Turn light into dark and dark into light, and leave each colour the one that it is."""
    shape = (image.height(), image.width(), 4)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(shape).astype(np.int16)
    colours = pixels[:, :, :3]
    lightness = colours.max(axis=2) + colours.min(axis=2)
    pixels[:, :, :3] = colours + 255 - lightness[:, :, None]
    turned = np.ascontiguousarray(pixels.astype(np.uint8))
    ratio = image.devicePixelRatio()
    image = QImage(turned.data, shape[1], shape[0], QImage.Format.Format_RGB32).copy()
    image.setDevicePixelRatio(ratio)
    return image
