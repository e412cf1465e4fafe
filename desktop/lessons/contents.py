"""The list of questions, lesson by lesson, with a tick at those that are done."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.i18n.numbers import fill
from desktop.lessons.figures.words import paint_sign
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import scaled_font
from desktop.widgets.wrapping import wrapped
from engine.lessons.catalogue import Lesson

_NUMBER, _ASK, _DONE = (Qt.ItemDataRole.UserRole + place for place in range(3))
_NUMBER_PX, _SIGN_PX, _PAD_PX = 20, 13, 6
_BESIDE_SIGN_PX = 4


class Contents(QListWidget):
    """Signals: `chosen(int)`, a question's number; `entered(int)`, by Enter or a double click."""

    chosen = Signal(int)
    entered = Signal(int)

    def __init__(self, lessons: tuple[Lesson, ...]) -> None:
        self._is_resized = False
        super().__init__()
        self.setObjectName("lessonList")
        self.setAccessibleName(self.tr("Questions"))
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self._items: dict[int, QListWidgetItem] = {}
        self.list_lessons(lessons)
        self.currentItemChanged.connect(self._on_current_changed)
        self.itemActivated.connect(self._on_activated)

    def list_lessons(self, lessons: tuple[Lesson, ...]) -> None:
        """List these lessons; the chosen question stays chosen where it is among them."""
        before = self.current
        self.clear()
        self._items.clear()
        for lesson in lessons:
            self._add(lesson)
        if before in self._items:
            self.choose(before)

    @property
    def numbers(self) -> list[int]:
        """The questions' numbers, in the list's order."""
        return list(self._items)

    @property
    def current(self) -> int:
        """The chosen question's number; 0 while none is."""
        item = self.currentItem()
        return int(item.data(_NUMBER) or 0) if item else 0

    def choose(self, number: int) -> None:
        """Choose a question; `chosen` follows if it was another."""
        self.setCurrentItem(self._items[number])
        self._bring_into_sight(self._items[number])

    def show_done(self, done: set[int]) -> None:
        """Tick these questions and no others."""
        for number, item in self._items.items():
            item.setData(_DONE, number in done)
            words = self.tr("{0}, done") if number in done else "{0}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, fill(words, item.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen question in sight: in another width the others are of another height."""
        self._is_resized = True
        super().resizeEvent(event)

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        item, self._is_resized = self.currentItem() if self._is_resized else None, False
        if item:
            self._bring_into_sight(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        first, last = self.numbers[:1], self.numbers[-1:]
        if event.key() == Qt.Key.Key_Home and first:
            self.choose(first[0])
        elif event.key() == Qt.Key.Key_End and last:
            self.choose(last[0])
        else:
            super().keyPressEvent(event)

    def _bring_into_sight(self, item: QListWidgetItem) -> None:
        """Scroll to a question, and to its lesson's title where that stands right above it."""
        above = self.item(self.row(item) - 1)
        if above and above.data(_NUMBER) is None:
            self.scrollToItem(above)
        self.scrollToItem(item)

    def _add(self, lesson: Lesson) -> None:
        heading = QListWidgetItem(lesson.title, self)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        for question in lesson.questions:
            item = QListWidgetItem(f"{question.number} {question.ask}", self)
            item.setData(_NUMBER, question.number)
            item.setData(_ASK, question.ask)
            item.setToolTip(as_tip(question.ask))
            self._items[question.number] = item

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_changed(self, item: QListWidgetItem | None, _: object) -> None:
        if item and item.data(_NUMBER):
            self.chosen.emit(item.data(_NUMBER))

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        if item.data(_NUMBER):
            self.entered.emit(item.data(_NUMBER))


class _Delegate(QStyledItemDelegate):
    """Paints a lesson's title as a quiet heading, and a question with number and tick."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._view.viewport().width()
        if index.data(_NUMBER) is None:
            words = wrapped(index.data(), QFontMetrics(self._heading_font()), _heading_room(width))
            more = (len(words) - 1) * QFontMetrics(self._heading_font()).lineSpacing()
            return QSize(width, self._metrics().height() + 2 * _PAD_PX + 4 + more)
        room = width - 2 * _PAD_PX - 2 - _NUMBER_PX - _SIGN_PX - _BESIDE_SIGN_PX
        lines = len(wrapped(index.data(_ASK), self._metrics(), room))
        return QSize(width, lines * self._metrics().lineSpacing() + 2 * _PAD_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if index.data(_NUMBER) is None:
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
        painter.drawText(row, Qt.AlignmentFlag.AlignTop, str(index.data(_NUMBER)))
        painter.setPen(palette.text().color())
        line = row.adjusted(_NUMBER_PX, 0, -_SIGN_PX - _BESIDE_SIGN_PX, 0)
        for words in wrapped(index.data(_ASK), self._metrics(), int(line.width())):
            painter.drawText(line, Qt.AlignmentFlag.AlignTop, words)
            line.translate(0, self._metrics().lineSpacing())
        if index.data(_DONE):
            sign = QRectF(row.right() - _SIGN_PX, row.top() + 1, _SIGN_PX, _SIGN_PX)
            paint_sign(painter, sign, self._view, good=True)

    def _heading_font(self) -> QFont:
        return scaled_font(self._view, 0.85, bold=True)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(scaled_font(self._view, 0.95))


def _heading_room(width: int) -> int:
    return width - 2 * _PAD_PX - 2


def width_hint(widget: QWidget) -> int:
    """Return how wide the list should be: some thirty characters of a question's words."""
    return QFontMetrics(scaled_font(widget, 0.95)).averageCharWidth() * 32 + _NUMBER_PX + _SIGN_PX
