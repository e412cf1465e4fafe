"""The list of questions, lesson by lesson, with a tick at those that are done."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.i18n.numbers import fill
from desktop.lessons.question_rows import ASK, DONE, NUMBER, QuestionRows
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import fade
from engine.lessons.catalogue import Lesson

_FADE_PX = 14


class Contents(QListWidget):
    """Signals: `chosen(int)`, a question's number; `entered(int)`, by Enter or a double click."""

    chosen = Signal(int)
    entered = Signal(int)

    def __init__(self, lessons: tuple[Lesson, ...]) -> None:
        self._is_resized = False
        super().__init__()
        self.setObjectName("lessonList")
        self.setAccessibleName(self.tr("Questions"))
        self.setItemDelegate(QuestionRows(self))
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
        return int(item.data(NUMBER) or 0) if item else 0

    def choose(self, number: int) -> None:
        """Choose a question; `chosen` follows if it was another."""
        self.setCurrentItem(self._items[number])
        self._bring_into_sight(self._items[number])

    def show_done(self, done: set[int]) -> None:
        """Tick these questions and no others."""
        for number, item in self._items.items():
            item.setData(DONE, number in done)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let what goes on beyond an edge fade out there, as no row is cut without a sign of it."""
        super().paintEvent(event)
        bar, box = self.verticalScrollBar(), QRectF(self.viewport().rect())
        painter = QPainter(self.viewport())
        if bar.value() > bar.minimum():
            self._fade(painter, box.topLeft(), _FADE_PX)
        if bar.value() < bar.maximum():
            self._fade(painter, box.bottomLeft(), -_FADE_PX)
        painter.end()

    def _fade(self, painter: QPainter, edge: QPointF, reach: float) -> None:
        shade = QLinearGradient(edge, edge + QPointF(0, reach))
        color = self.palette().base().color()
        shade.setColorAt(0, color)
        shade.setColorAt(1, fade(color, 0))
        box = QRectF(edge, edge + QPointF(self.viewport().width(), reach)).normalized()
        painter.fillRect(box, shade)

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
        if above and above.data(NUMBER) is None:
            self.scrollToItem(above)
        self.scrollToItem(item)
        self._leave_whole(above or item)

    def _leave_whole(self, above: QListWidgetItem) -> None:
        """Scroll a little further where the topmost row is cut: so it is out of sight, or whole."""
        bar, top = self.verticalScrollBar(), self.itemAt(1, 0)
        box = self.visualItemRect(top) if top else QRect()
        if box.top() >= 0 or box.bottom() >= self.visualItemRect(above).top():
            return
        room = self.viewport().height() - self.visualItemRect(self.currentItem()).bottom()
        if bar.value() + box.bottom() + 1 <= bar.maximum():
            bar.setValue(bar.value() + box.bottom() + 1)
        elif room > -box.top():
            bar.setValue(bar.value() + box.top())

    def _add(self, lesson: Lesson) -> None:
        heading = QListWidgetItem(lesson.title, self)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        for question in lesson.questions:
            item = QListWidgetItem(f"{question.number} {question.ask}", self)
            item.setData(NUMBER, question.number)
            item.setData(ASK, question.ask)
            item.setToolTip(as_tip(question.ask))
            self._items[question.number] = item

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_changed(self, item: QListWidgetItem | None, _: object) -> None:
        if item and item.data(NUMBER):
            self.chosen.emit(item.data(NUMBER))

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        if item.data(NUMBER):
            self.entered.emit(item.data(NUMBER))
