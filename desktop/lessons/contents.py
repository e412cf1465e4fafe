"""The list of questions, lesson by lesson, with a tick at those that are done."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.i18n.numbers import fill
from desktop.lessons.question_rows import ASK, DONE, NUMBER, QuestionRows, is_left_out
from desktop.widgets.plain_text import as_tip
from engine.lessons.catalogue import Lesson


class Contents(QListWidget):
    """Shows whole rows only: it scrolls row by row, and leaves out the one that its foot would cut.

    Signals: `chosen(int)`, a question's number; `entered(int)`, by Enter or a double
    click.
    """

    chosen = Signal(int)
    entered = Signal(int)

    def __init__(self, lessons: tuple[Lesson, ...]) -> None:
        self._is_resized = False
        super().__init__()
        self.setObjectName("lessonList")
        self.setAccessibleName(self.tr("Questions"))
        self.setItemDelegate(QuestionRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerItem)
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
        """Keep the chosen question in sight: in another width the others are of another height.

        Qt lays the rows out anew for another height alone, so not when the scroll bar appears.
        """
        self._is_resized = True
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        item, self._is_resized = self.currentItem() if self._is_resized else None, False
        if item:
            self._bring_into_sight(item)

    def indexAt(self, p: QPoint) -> QModelIndex:
        """Return the row at a point; none where a row is left out because it would be cut."""
        index = super().indexAt(p)
        return QModelIndex() if is_left_out(self, index) else index

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
