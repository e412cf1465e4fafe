"""How the first cell of a run's row looks: a tick box, its name, and a piece of its curve."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.plots.curve_styles import run_style
from desktop.plots.legend import paint_key
from desktop.runs.run_list import Run
from desktop.runs.table import COMPARED_ROLE, RUN_ROLE
from desktop.widgets import icons
from desktop.widgets.controls import paint_check
from desktop.widgets.typed_cells import TypedCells

_Index = QModelIndex | QPersistentModelIndex
KEY_PX = 26  # a piece of the curve
KEPT_PX = 16  # the sign of a run that is kept for good


class NameCells(TypedCells):
    """Paints a tick box before the run's name and a piece of its curve behind it.

    A lone run has several curves, whose plots say which is which.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        run: Run = index.data(RUN_ROLE)
        whole, words = QStyleOptionViewItem(option), QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        whole.widget.style().drawPrimitive(panel, whole, painter, whole.widget)
        words.rect = option.rect.adjusted(0, 0, -KEY_PX - KEPT_PX * run.keep, 0)
        super().paint(painter, words, index)
        if run.keep:
            sign = icons.icon("keep", option.palette, QPalette.ColorRole.PlaceholderText)
            sign.paint(painter, _square(words.rect.right() + 1, option.rect))
        self._paint_tick(painter, words, index, run.shown)
        if index.data(COMPARED_ROLE):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            key = QRectF(option.rect)
            key.setLeft(option.rect.right() + 1 - KEY_PX)
            style = run_style(run.look, run.name)
            paint_key(painter, style, key.adjusted(0, 0, -6, 0), option.palette)
            painter.restore()

    def _paint_tick(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        on: bool,
    ) -> None:
        filled = QStyleOptionViewItem(option)
        self.initStyleOption(filled, index)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        square = QRectF(filled.widget.style().subElementRect(part, filled, filled.widget))
        chosen = bool(filled.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.AlternateBase if chosen else QPalette.ColorRole.Base
        painter.fillRect(square.adjusted(-2, -2, 2, 2), filled.palette.color(role))
        paint_check(painter, square, on=on, enabled=True, focus=False)


def _square(left: int, cell: QRect) -> QRect:
    """Return where a sign stands in a cell."""
    return QRect(left, cell.center().y() - KEPT_PX // 2 + 1, KEPT_PX, KEPT_PX)
