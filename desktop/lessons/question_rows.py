"""The rows of the list of questions: the lessons' titles, and questions with number and tick."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.lessons.figures.words import paint_sign
from desktop.widgets.theme import scaled_font
from desktop.widgets.wrapping import wrapped

NUMBER, ASK, DONE = (Qt.ItemDataRole.UserRole + place for place in range(3))
_NUMBER_PX, _SIGN_PX, _PAD_PX = 20, 13, 6
_BESIDE_SIGN_PX = 4


class QuestionRows(QStyledItemDelegate):
    """Paints a lesson's title as a quiet heading, and a question with number and tick."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._view.viewport().width()
        if index.data(NUMBER) is None:
            words = wrapped(index.data(), QFontMetrics(self._heading_font()), _heading_room(width))
            more = (len(words) - 1) * QFontMetrics(self._heading_font()).lineSpacing()
            return QSize(width, self._metrics().height() + 2 * _PAD_PX + 4 + more)
        room = width - 2 * _PAD_PX - 2 - _NUMBER_PX - _SIGN_PX - _BESIDE_SIGN_PX
        lines = len(wrapped(index.data(ASK), self._metrics(), room))
        return QSize(width, lines * self._metrics().lineSpacing() + 2 * _PAD_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if is_left_out(self._view, index):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if index.data(NUMBER) is None:
            self._paint_heading(painter, box, index.data())
        else:
            self._paint_question(painter, box, option, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, words: str) -> None:
        painter.setFont(self._heading_font())
        painter.setPen(self._view.palette().placeholderText().color())
        room = _heading_room(int(box.width()))
        lines = wrapped(words, QFontMetrics(painter.font()), room)
        box.adjust(_PAD_PX + 2, 0, -_PAD_PX, -_PAD_PX / 2)
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom, "\n".join(lines))

    def _paint_question(
        self,
        painter: QPainter,
        box: QRectF,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        palette = self._view.palette()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.alternateBase())
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
            if self._view.hasFocus():
                painter.setPen(palette.highlight().color())
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        painter.setFont(scaled_font(self._view, 0.95))
        row = box.adjusted(_PAD_PX + 2, _PAD_PX, -_PAD_PX, -_PAD_PX)
        painter.setPen(palette.placeholderText().color())
        painter.drawText(row, Qt.AlignmentFlag.AlignTop, str(index.data(NUMBER)))
        painter.setPen(palette.text().color())
        line = row.adjusted(_NUMBER_PX, 0, -_SIGN_PX - _BESIDE_SIGN_PX, 0)
        for words in wrapped(index.data(ASK), self._metrics(), int(line.width())):
            painter.drawText(line, Qt.AlignmentFlag.AlignTop, words)
            line.translate(0, self._metrics().lineSpacing())
        if index.data(DONE):
            sign = QRectF(row.right() - _SIGN_PX, row.top() + 1, _SIGN_PX, _SIGN_PX)
            paint_sign(painter, sign, self._view, good=True)

    def _heading_font(self) -> QFont:
        return scaled_font(self._view, 0.85, bold=True)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(scaled_font(self._view, 0.95))


def is_left_out(view: QListWidget, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Tell whether the list's foot would cut a row, or part a lesson's title from its questions."""
    top, last = view.visualRect(index).top(), index
    below = index.sibling(index.row() + 1, 0)
    if index.data(NUMBER) is None and below.isValid():
        last = below
    return top > 0 and view.visualRect(last).bottom() > view.viewport().rect().bottom()


def _heading_room(width: int) -> int:
    return width - 2 * _PAD_PX - 2


def width_hint(widget: QWidget) -> int:
    """Return how wide the list should be: some thirty characters of a question's words."""
    return QFontMetrics(scaled_font(widget, 0.95)).averageCharWidth() * 35 + _NUMBER_PX + _SIGN_PX
