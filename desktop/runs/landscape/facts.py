"""What stands beside the map: which plane it is, whose paths are on it, and the marked moments."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.plots.curve_styles import CurveStyle
from desktop.plots.legend import paint_key
from desktop.runs.landscape import words
from desktop.runs.landscape.messages import Found
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import GAP_PX
from desktop.widgets.whole_rows import WholeRows

_KEY_PX = 22


class Facts(QWidget):
    """Lines of text; a path's has a piece of the path before it."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, GAP_PX, 0)
        self._lines.setSpacing(5)
        self._lines.addStretch(1)

    @property
    def lines(self) -> list[QWidget]:
        """Each with its text, from the top down."""
        items = (self._lines.itemAt(place) for place in range(self._lines.count() - 1))
        return [line for item in items if item and (line := item.widget())]

    @property
    def texts(self) -> list[str]:
        """What is said, line by line."""
        return [label.text() for label in self.findChildren(Label)]

    def say(self, text: str) -> None:
        """Say this and nothing else."""
        while self._lines.count() > 1:
            item = self._lines.takeAt(0)
            if item and (line := item.widget()):
                line.setParent(None)
                line.deleteLater()
        if text:
            self._add(text)

    def show_found(
        self, found: Found, looks: Mapping[int, CurveStyle], apart: Mapping[int, str]
    ) -> None:
        """Say what lies on a plane; `looks` has each run's name and look, by its number, `apart`
        the settings that tell it from the others.
        """
        self.say(words.plane_words(found))
        for number, path in found.paths.items():
            seen = words.path_words(path, looks[number].name, found.box)
            told = seen, apart[number], self._end(found, number, looks)
            self._add("\n".join(filter(None, told)), looks[number])
        for mark in found.marks:
            self._add(words.mark_words(mark))
        for why in sorted(set(found.left.values()), key=lambda why: why.value):
            runs = [looks[number].name for number, its in found.left.items() if its is why]
            self._add(words.left_words(why, runs))
        if len(found.paths) == 1:
            self._add(words.more_words())

    def _end(self, found: Found, number: int, looks: Mapping[int, CurveStyle]) -> str:
        """Say where a path ends; the own run's loss there is among the marked moments."""
        own, ended = found.wish.own.number, found.ends.get(number)
        if ended is None:
            return ""
        if number == own:
            return words.end_words(ended)
        return words.other_end_words(ended, looks[own].name)

    def _add(self, text: str, look: CurveStyle | None = None) -> None:
        line, label = QWidget(), Label(text)
        label.setWordWrap(True)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        if look:
            row.addWidget(_Key(look), 0, Qt.AlignmentFlag.AlignTop)
        else:
            label.setProperty("muted", True)
        row.addWidget(label, 1)
        self._lines.insertWidget(self._lines.count() - 1, line)


class FactsArea(WholeRows):
    """Scrolls them where there are many, and cuts none."""

    def __init__(self, facts: Facts) -> None:
        super().__init__()
        self._facts = facts
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(facts)
        facts.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("What is on the map"))

    def rows(self) -> list[QWidget]:
        return self._facts.lines


class _Key(QWidget):
    """A piece of a path, as it is drawn."""

    def __init__(self, look: CurveStyle) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(_KEY_PX, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_key(painter, self._look, QRectF(self.rect()), self.palette())
