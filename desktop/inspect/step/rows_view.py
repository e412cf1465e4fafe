"""One page of a walk as rows: names on the left, how it is worked out, and what comes out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.inspect.step.rows import Page, Row, line
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import GAP_PX, scaled_font

_LARGEST = 0.45  # of the width; a shorter formula stays in one line
_MARK_PX = 14  # for the arrow along the path


class RowsView(QScrollArea):
    """Shows a page; `text` is all of it as lines, which screen readers are told as well."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stepRows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setAccessibleName(self.tr("Scroll the numbers"))
        self.viewport().setAutoFillBackground(False)
        self.text = ""
        self._formulas: list[Label] = []

    def show_page(self, page: Page) -> None:
        """Show the rows of a page, from the top."""
        self.text = "\n".join(map(line, page.rows))
        self.setAccessibleName(page.heading)
        self.setAccessibleDescription(self.text)
        self._formulas.clear()
        column = QWidget()
        column.setObjectName("plain")
        outer, grid = QVBoxLayout(column), QGridLayout()
        outer.setContentsMargins(0, 0, GAP_PX, 0)
        outer.addLayout(grid)
        outer.addStretch(1)
        grid.setHorizontalSpacing(GAP_PX - 4)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _MARK_PX)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        for number, row in enumerate(page.rows):
            self._add(grid, number, row)
        self._wrap_long()
        self.setWidget(column)
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._wrap_long()
        super().resizeEvent(event)

    def _wrap_long(self) -> None:
        room = self.viewport().width() * _LARGEST
        for formula in self._formulas:
            width = formula.fontMetrics().horizontalAdvance(formula.text())
            formula.setWordWrap(width > room)

    def _add(self, grid: QGridLayout, number: int, row: Row) -> None:
        steps = f"{row.formula} =" if row.formula and row.value else row.formula
        name, formula, value = Label(row.name), Label(steps), Label(row.value)
        mark = Label("→" if row.is_walked else "")
        name.setWordWrap(True)
        self._formulas.append(formula)
        formula.setProperty("muted", True)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        for column, label in enumerate((mark, name, formula, value)):
            if row.is_result:
                label.setFont(scaled_font(label, 1.0, bold=column != 2))
            label.setAlignment(right if column > 1 else Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, number, column)
