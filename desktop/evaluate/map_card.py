"""The card around the map: which mark is which class, what is under the mouse, and the star."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from desktop.evaluate.map import PointsMap
from desktop.evaluate.markers import MARK_PX, mark, marks_of, paint_ring
from desktop.evaluate.questions import Evaluated, Mapped, find
from desktop.i18n.numbers import fill
from desktop.inspect.live import LiveQuestion
from desktop.sketch.reader import SketchReader
from desktop.widgets.controls import Card, title
from desktop.widgets.one_line import small_line
from desktop.widgets.plain_text import Label, as_tip
from desktop.widgets.theme import GAP_PX, scaled_font
from desktop.worker.questions import Question, Questions

_STAR_MS = 33  # the star follows the pen
_BETWEEN_PX = 9


class MapCard(Card):
    """Shows a `Mapped` validation set. Signals: `chosen(int)`, an image's place in the set."""

    chosen = Signal(int)

    def __init__(self, questions: Questions, reader: SketchReader) -> None:
        super().__init__()
        self.map = PointsMap()
        self.legend = MarkLegend()
        self.rings = RingKey()
        self.sample = small_line()
        self.readout = small_line()
        self._evaluated: Evaluated | None = None
        self._mapped: Mapped | None = None
        self._reader = reader
        self._has_sketch = reader.image is not None
        self._empty = Label(self.tr("Drawing the map…"))
        self._stack = QStackedLayout()
        self._live = LiveQuestion(questions, self.map, self._question, _STAR_MS)
        self._build()
        self._live.answered.connect(self.map.show_star)
        reader.image_changed.connect(self._on_image_changed)
        self.map.hovered.connect(self._on_hovered)
        self.map.chosen.connect(self._on_chosen)

    def _build(self) -> None:
        heading = title(self.tr("Map of the images"))
        heading.setToolTip(
            self.tr(
                "Each mark is an image as the last hidden layer sees it, laid flat along "
                "its two main directions (PCA). Images that look alike to the network lie "
                "close together; the star is your sketch, and each misread image has a "
                "ring around it."
            )
        )
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addWidget(self.sample, 1)
        head.addWidget(self.rings)
        self.sample.setObjectName("mapSample")
        self._empty.setProperty("muted", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stacked = QWidget()
        stacked.setLayout(self._stack)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.map)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, GAP_PX - 3, GAP_PX + 2, GAP_PX - 5)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.legend)
        layout.addWidget(stacked, 1)
        layout.addWidget(self.readout)

    def show_waiting(self, evaluated: Evaluated | None) -> None:
        """Show that the map of this evaluation isn't there yet."""
        self._evaluated, self._mapped = evaluated, None
        self.legend.show_classes((), np.zeros(0, np.int64))
        self.rings.hide()
        self.sample.setText("")
        self._say("")
        self._stack.setCurrentIndex(0)

    def show_mapped(self, mapped: Mapped) -> None:
        """Show the map of the evaluation that was told of last."""
        assert self._evaluated is not None
        self._mapped = mapped
        found = self._evaluated.evaluation
        labels = found.labels[mapped.rows]
        marks = np.array(marks_of(found.classes))
        misread = labels != found.answers[mapped.rows]
        self._tell_of_sample(len(mapped.rows), len(found.labels))
        self.map.show_points(mapped.points, marks[labels], misread, self.sample.text())
        self.legend.show_classes(found.classes, np.unique(labels))
        self.rings.setVisible(bool(misread.any()))
        self._stack.setCurrentIndex(1)
        self._on_hovered(-1)
        self._live.refresh()

    def _tell_of_sample(self, shown: int, images: int) -> None:
        """Say how many of the images there are marks for, if not for all."""
        text = fill(self.tr("{0:,} of {1:,}"), shown, images) if shown < images else ""
        self.sample.setText(text)
        tip = self.tr(
            "{0:,} of the {1:,} validation images have a mark, spread evenly over the set"
        )
        self.sample.setToolTip(as_tip(fill(tip, shown, images) if text else ""))

    def _question(self) -> Question | None:
        image = self._reader.image
        return find(image) if self._mapped and image is not None else None

    @Slot(object)
    def _on_image_changed(self, image: NDArray[np.uint8] | None) -> None:
        if image is None:
            self.map.show_star(None)
        if self._has_sketch is not (image is not None):
            self._has_sketch = image is not None
            self._on_hovered(-1)
        self._live.refresh()

    @Slot(int)
    def _on_hovered(self, index: int) -> None:
        if self._mapped is None or self._evaluated is None:
            return
        if index < 0:
            shares = [round(share * 100) for share in self._mapped.shares]
            text = self.tr("spread: ↔ {0} %, ↕ {1} %")
            aloud = self.tr("spread: {0} % across, {1} % up and down")
            if self._has_sketch:
                text = self.tr("spread: ↔ {0} %, ↕ {1} %; the star is your sketch")
                aloud = self.tr("spread: {0} % across, {1} % up and down; the star is your sketch")
            self._say(fill(text, *shares), fill(aloud, *shares))
            return
        found, row = self._evaluated.evaluation, int(self._mapped.rows[index])
        label, answer = (found.classes[k] for k in (found.labels[row], found.answers[row]))
        text = self.tr("is {0}, read as {1}: click to put it on the pad")
        self._say(fill(text, label, answer))

    def _say(self, text: str, aloud: str = "") -> None:
        """Say something below the map; `aloud` is for a screen reader, where text has signs."""
        self.readout.setText(text)
        self.readout.setAccessibleName(aloud)

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        if self._mapped:
            self.chosen.emit(int(self._mapped.rows[index]))


class MarkLegend(QWidget):
    """The marks with their classes' names, or as much of them as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(scaled_font(self, 0.92))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._entries: list[tuple[int, str]] = []

    def sizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().height() + 2)

    def show_classes(self, classes: tuple[str, ...], occurring: NDArray[np.int64]) -> None:
        """Show the classes that occur."""
        marks = marks_of(classes)
        self._entries = [(marks[kind], classes[kind]) for kind in occurring]
        self.setToolTip(as_tip(", ".join(name for _, name in self._entries)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), self.fontMetrics()
        x, share = 0.0, self.width() // max(len(self._entries), 1) - MARK_PX - _BETWEEN_PX
        baseline = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.setPen(self.palette().placeholderText().color())
        for number, name in self._entries:
            while len(name) > 1 and metrics.horizontalAdvance(name) > share:
                name = name[:-1]
            pixmap = mark(number, self.palette(), self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, (self.height() - MARK_PX) / 2), pixmap)
            painter.drawText(QPointF(x + MARK_PX + 1, baseline), name)
            x += MARK_PX + metrics.horizontalAdvance(name) + _BETWEEN_PX


class RingKey(QWidget):
    """Says what a ring around a mark means."""

    def __init__(self) -> None:
        super().__init__()
        self._words = self.tr("misread")
        self.setFont(scaled_font(self, 0.92))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = MARK_PX + 7 + metrics.horizontalAdvance(self._words)
        return QSize(width, metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), self.fontMetrics()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ring(painter, QPointF(1, (self.height() - MARK_PX) / 2), self.palette())
        painter.setPen(self.palette().placeholderText().color())
        baseline = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(MARK_PX + 6, baseline), self._words)
