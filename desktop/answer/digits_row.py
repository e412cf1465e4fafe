"""A number, digit by digit: each large, how sure, and its own 28x28; one of them is chosen."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.answer.answer_words import read_as
from desktop.i18n.numbers import fill
from desktop.widgets.one_line import small_line
from desktop.widgets.pixels import as_ink
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import fade, scaled_font
from engine.inference.prediction import Prediction

_SIDE_PX = 28
_EDGE_PX, _RADIUS_PX, _APART_PX = 3, 6, 2
_AROUND_PX = 8  # a picture and the words beside it
_LARGE, _SMALL = 1.5, 0.85  # times the usual letter

Image = NDArray[np.uint8]


class DigitsRow(QWidget):
    """Shows the digits from left to right, or how to get there. Signals: `chosen(int)`."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("digitsRow")
        self.setAccessibleName(self.tr("Number"))
        self.chips: list[DigitChip] = []
        self.words = small_line(self.tr("Write digits side by side: each is read by itself."))
        self.words.setObjectName("digitsWords")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_APART_PX)
        self._layout.addWidget(self.words, 9)
        self._layout.addStretch(1)
        self._scale = 1.0
        self.set_scale(self._scale)
        self.setVisible(False)

    def set_scale(self, scale: float) -> None:
        """Show all of it so many times as large: a high window has room."""
        self._scale = scale
        height = max(sizes(self, scale).height, self.words.sizeHint().height())
        self.setFixedHeight(height)  # whatever is shown: nothing jumps
        for chip in self.chips:
            chip.set_scale(scale)

    def show_digits(self, images: Sequence[Image], place: int) -> None:
        """Show digits uint8 (28, 28), of which the one at `place` is chosen."""
        before = [(chip.image, chip.answer) for chip in self.chips]
        while len(self.chips) > len(images):
            self._drop(self.chips.pop())
        while len(self.chips) < len(images):
            self._add()
        self.words.setVisible(not images)
        for at, (chip, image) in enumerate(zip(self.chips, images, strict=True)):
            kept = next((answer for known, answer in before if known is image), None)
            if kept is None and len(before) == len(images):
                kept = chip.answer  # the digit that is being drawn
            chip.show_image(image, kept)
            chip.setChecked(at == place)
        self._describe()

    def show_answers(self, answers: Sequence[Prediction]) -> None:
        """Show what is read; answers to other digits than those of the moment are passed over."""
        if len(answers) == len(self.chips):
            for chip, answer in zip(self.chips, answers, strict=True):
                chip.show_answer(answer)
            self._describe()

    def show_late(self) -> None:
        """Grey what was read: the answers to what is on the pad by now aren't there yet."""
        for chip in self.chips:
            chip.show_late()

    def _add(self) -> None:
        chip = DigitChip(len(self.chips), self)
        chip.set_scale(self._scale)
        chip.clicked.connect(self._on_clicked)
        self._layout.insertWidget(len(self.chips), chip)
        chip.show()  # now, and not a moment later
        self.chips.append(chip)

    def _drop(self, chip: "DigitChip") -> None:
        self._layout.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _describe(self) -> None:
        number = " ".join(chip.label for chip in self.chips)
        self.setAccessibleDescription(number or self.words.text())

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(next(at for at, chip in enumerate(self.chips) if chip.isChecked()))


class DigitChip(QAbstractButton):
    """One digit; narrow, its picture is small, then there is none, and no number below."""

    def __init__(self, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._sizes = place, sizes(self, 1.0)
        self.image: Image | None = None
        self.answer: Prediction | None = None
        self._is_late = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves its keys to the pad
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_scale(self, scale: float) -> None:
        """Be so many times as large."""
        self._sizes = sizes(self, scale)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        it = self._sizes
        return QSize(it.side + it.words + _AROUND_PX + 2 * _EDGE_PX, it.height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._sizes.digit + 2 * _EDGE_PX, self._sizes.height)

    @property
    def label(self) -> str:
        """What it is read as."""
        return read_as(self.answer)

    def show_image(self, image: Image, answer: Prediction | None) -> None:
        """Show a 28x28, and what is known of it by now."""
        if image is not self.image or answer is not self.answer:
            self.image, self.answer = image, answer
            self._tell()
            self.update()

    def show_answer(self, answer: Prediction) -> None:
        """Show what it is read as."""
        self.answer, self._is_late = answer, False
        self._tell()
        self.update()

    def show_late(self) -> None:
        """Show that it is being read again."""
        self._is_late = True
        self.update()

    def _tell(self) -> None:
        sure = self._sure()
        words = self.tr("Digit {0}: {1}, {2} sure") if sure else self.tr("Digit {0}: {1}")
        said = fill(words, self._place + 1, self.label, sure)
        self.setAccessibleName(said)
        tip = self.tr("Click to see its bars, its 28 × 28 pixels and why.")
        self.setToolTip(as_tip(f"{said}. {tip}"))

    def _sure(self) -> str:
        answer = self.answer
        return _percent(answer.probability) if answer and answer.known else ""

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isChecked()
        accent = palette.highlight().color()
        edge = accent if lit or self.hasFocus() else palette.mid().color()
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(fade(accent, 0.12) if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)
        room = self.rect().adjusted(_EDGE_PX, 0, -_EDGE_PX, 0)
        side = min(self._sizes.side, self.width() - self._sizes.words - _AROUND_PX)
        if side >= _SIDE_PX and self.image is not None:
            place = QRect(_EDGE_PX + 1, (self.height() - side) // 2, side, side)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, as_ink(self.image, palette.text().color()))
            room.setLeft(place.right() + 1)
        self._paint_words(painter, room)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        palette, sure, it = self.palette(), self._sure(), self._sizes
        fits = bool(sure) and QFontMetrics(it.small).horizontalAdvance(sure) <= room.width()
        below = QFontMetrics(it.small).height() if fits else 0
        is_sure = self.answer is not None and self.answer.sure and not self._is_late
        painter.setPen((palette.text() if is_sure else palette.placeholderText()).color())
        painter.setFont(it.large)
        mode, width = Qt.TextElideMode.ElideRight, max(room.width(), it.digit)
        text = QFontMetrics(it.large).elidedText(self.label, mode, width)
        digit = room.adjusted(0, 0, 0, -below)
        painter.drawText(digit, Qt.AlignmentFlag.AlignCenter, text)
        if fits:
            painter.setPen(palette.placeholderText().color())
            painter.setFont(it.small)
            room.setTop(digit.bottom() - 2)
            painter.drawText(room.adjusted(0, 0, 0, -3), Qt.AlignmentFlag.AlignCenter, sure)


class Sizes(NamedTuple):
    """Of a digit in the row: its letters, and in px its picture, the words beside it, all of it."""

    large: QFont
    small: QFont
    side: int
    digit: int
    words: int
    height: int


def sizes(widget: QWidget, scale: float) -> Sizes:
    """Return how large everything is, so many times the usual."""
    large = scaled_font(widget, _LARGE * scale, bold=True)
    small = scaled_font(widget, _SMALL)
    letters, figures = QFontMetrics(large), QFontMetrics(small)
    digit, side = letters.horizontalAdvance("0"), round(_SIDE_PX * scale)
    words = max(digit, figures.horizontalAdvance(_percent(1.0)))
    height = max(side + 2 * _EDGE_PX, letters.height() + figures.height() - 2)
    return Sizes(large, small, side, digit, words, height)


def _percent(share: float) -> str:
    """Return 0.9834 as "98 %": less than all is never 100."""
    return fill("{0} %", 100 if share >= 0.9995 else min(99, round(100 * share)))
