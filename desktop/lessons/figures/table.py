"""A small table in the reading column, made of labels, so that screen readers know it."""

import re
from itertools import compress

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.i18n.numbers import with_minus
from desktop.lessons.figures.prose import Prose
from desktop.widgets.controls import caption, title
from desktop.widgets.plain_text import Label, held_together
from desktop.widgets.theme import scaled_font
from engine.lessons.figures import Table

_ACROSS_PX, _DOWN_PX, _WIDE_PX, _MARK_PX = 9, 5, 200, 8
_ROOMY_PX = 9  # more between columns, where there is room for it
_LONGEST = 16  # characters, of a number with its unit
_NUMBER = re.compile(r"(?:> )?[+−-]?[\d.,]*\d(e[+−-]?\d+)?[%×]?( .*)?")
_WRAPPED = 44  # characters, from which on a cell may take several lines


class TableView(QWidget):
    """Rows under their columns' names; the strong row is bold and has a mark before it.

    Between ` in a cell is code, as is what is one of `code` or looks like it.

    Where there isn't room for each cell in one line, names of columns and long cells take several.
    """

    def __init__(self, code: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._code = code
        self.heading = title("")
        self._shape: tuple[int, int] = (0, 0)
        self._cells: list[list[Prose]] = []
        self._heads: list[QLabel] = []
        self._marks: list[QLabel] = []
        self._grid = QWidget()
        self._columns = QGridLayout(self._grid)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.heading)
        self._layout.addWidget(self._grid)

    def show_figure(self, figure: Table) -> None:
        self.heading.setText(figure.title)
        self.heading.setVisible(bool(figure.title))
        self.setAccessibleName(figure.title or ", ".join(figure.columns))
        self.setAccessibleDescription(_plain("; ".join(", ".join(row) for row in figure.rows)))
        columns = max((len(row) for row in (figure.columns, *figure.rows)), default=0)
        if (len(figure.rows), columns) != self._shape:
            self._make(len(figure.rows), columns)
        for label, text in zip(self._heads, figure.columns, strict=False):
            label.setText(with_minus(text))
        for place, row in enumerate(figure.rows):
            strong = place == figure.strong
            self._marks[place].setText("▸" if strong else "")
            for label, text in zip(self._cells[place], row, strict=False):
                self._fill(label, text, strong=strong)
        for column in range(columns):
            self._align(column)
        self._wrap()

    def minimumSizeHint(self) -> QSize:
        """Return how narrow it can be once it wraps: otherwise it would stay as wide as it is."""
        columns = zip(self._heads, *self._cells, strict=True)
        least = [max(_longest_word(head), *map(_least_width, cells)) for head, *cells in columns]
        width = sum(least) + _ACROSS_PX * (len(least) + 1) + _MARK_PX
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._wrap()

    def _wrap(self) -> None:
        """Let texts wrap, or stand further apart, by the room there is."""
        columns = list(zip(self._heads, *self._cells, strict=True))
        widths = [max(map(_natural_width, column)) for column in columns]
        room = self.width() - _MARK_PX - _ACROSS_PX * (len(widths) + 1)
        wraps = sum(widths) > room
        if wraps:
            widths = [
                max(_longest_word(head), *map(_least_width, cells)) for head, *cells in columns
            ]
        apart = self._spread(widths, room)
        long = sum(any(map(_is_long, cells)) for cells in zip(*self._cells, strict=True))
        share = (room - sum(widths) - apart * (len(widths) - 1)) // max(1, long)
        for head in self._heads:
            head.setWordWrap(wraps)
        for label in (cell for row in self._cells for cell in row):
            is_long = wraps and _is_long(label)
            label.setWordWrap(is_long)
            label.setMinimumWidth(_WIDE_PX + max(0, share) + apart if is_long else 0)

    def _spread(self, widths: list[int], room: int) -> int:
        """Keep columns apart, by how much is returned, and those named by numbers equally wide."""
        are_numbers = [is_number(head.text()) for head in self._heads]
        widest = max(compress(widths, are_numbers), default=0)
        even = [widest + 2 if is_one else 0 for is_one in are_numbers]  # a label's own edges
        if sum(map(max, even, widths)) > room:
            even = [0] * len(even)
        spare = room - sum(map(max, even, widths))
        apart = max(0, min(_ROOMY_PX, spare // max(1, len(widths) - 1)))
        for place, column in enumerate(zip(self._heads, *self._cells, strict=True)):
            left = apart if place else 0
            self._columns.setColumnMinimumWidth(place + 1, even[place] and even[place] + left)
            for label in column:
                label.setContentsMargins(left, 0, 0, 0)
        return apart

    def _fill(self, label: Prose, text: str, *, strong: bool) -> None:
        label.code = (*self._code, text) if "`" in text else self._code
        label.setText(with_minus(_plain(text)))
        label.setFont(scaled_font(label, 1.0, bold=strong))

    def _align(self, column: int) -> None:
        """Let a column of numbers end at the right, what stands in a number's place included."""
        cells = [row[column] for row in self._cells]
        count = sum(is_number(cell.text()) for cell in cells)
        side = (
            Qt.AlignmentFlag.AlignRight if 2 * count >= len(cells) else Qt.AlignmentFlag.AlignLeft
        )
        for label in (self._heads[column], *cells):
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)

    def _make(self, rows: int, columns: int) -> None:
        self._shape = (rows, columns)
        self._layout.removeWidget(self._grid)
        self._grid.hide()
        self._grid.deleteLater()
        self._grid = QWidget()
        self._columns = grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_ACROSS_PX)
        grid.setVerticalSpacing(_DOWN_PX)
        self._heads = [caption("") for _ in range(columns)]
        line = QFrame()
        line.setObjectName("divider")
        line.setFixedHeight(1)
        for column, head in enumerate(self._heads):
            grid.addWidget(head, 0, column + 1)
        grid.addWidget(line, 1, 0, 1, columns + 1)
        self._marks = [Label() for _ in range(rows)]
        self._cells = [[_cell() for _ in range(columns)] for _ in range(rows)]
        for row, cells in enumerate(self._cells):
            grid.addWidget(self._marks[row], row + 2, 0, Qt.AlignmentFlag.AlignTop)
            for column, cell in enumerate(cells):
                grid.addWidget(cell, row + 2, column + 1)
        grid.setColumnMinimumWidth(0, _MARK_PX)
        grid.setColumnStretch(columns + 1, 1)
        self._layout.addWidget(self._grid)


def _natural_width(label: QLabel) -> int:
    if isinstance(label, Prose):
        return label.width_in_one_line()
    return QFontMetrics(label.font()).horizontalAdvance(label.text())


def _is_long(cell: QLabel) -> bool:
    return len(cell.text()) > _WRAPPED


def _least_width(cell: QLabel) -> int:
    return _WIDE_PX if _is_long(cell) else _natural_width(cell)


def _longest_word(head: QLabel) -> int:
    words = held_together(head.text()).split(" ")
    return max(map(QFontMetrics(head.font()).horizontalAdvance, words))


def _cell() -> Prose:
    label = Prose()
    label.setWordWrap(False)
    return label


def _plain(text: str) -> str:
    return text.replace("`", "")


def is_number(text: str) -> bool:
    """Tell whether a cell holds a number, perhaps with a unit: "0.25", "−3", "94 %", "1.2 ms"."""
    return len(text) < _LONGEST and _NUMBER.fullmatch(text.strip()) is not None
