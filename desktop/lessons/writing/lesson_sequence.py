"""The list in which a teacher ticks lessons, and brings them into an order."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.theme import GAP_PX
from engine.lessons.catalogue import Lesson

_HIGH_PX, _BETWEEN_PX = 112, 8
_NAME = Qt.ItemDataRole.UserRole


class LessonSequence(QWidget):
    """Ticked lessons count, from top to bottom. Signals: `changed()`."""

    changed = Signal()

    def __init__(self, lessons: tuple[Lesson, ...]) -> None:
        super().__init__()
        self.list = QListWidget()
        self.up = QPushButton(self.tr("Up"))
        self.down = QPushButton(self.tr("Down"))
        self.list.setObjectName("lessonSequence")
        self.list.setAccessibleName(self.tr("Lessons in their order"))
        self.list.setFixedHeight(_HIGH_PX)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for lesson in lessons:
            item = QListWidgetItem(lesson.title, self.list)
            item.setData(_NAME, lesson.name)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, self.list.fontMetrics().height() + _BETWEEN_PX))
        self.list.setCurrentRow(0)
        self.up.setToolTip(self.tr("Let the selected lesson come earlier"))
        self.down.setToolTip(self.tr("Let the selected lesson come later"))
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.list.itemChanged.connect(self.changed)
        self.list.model().rowsMoved.connect(self.changed)  # by the mouse
        layout, buttons = QHBoxLayout(self), QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX - 4)
        layout.addWidget(self.list, 1)
        for button in (self.up, self.down):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        layout.addLayout(buttons)

    def chosen(self) -> tuple[str, ...]:
        """Return the names of the ticked lessons in their order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return tuple(str(item.data(_NAME)) for item in ticked)

    def tick(self, name: str) -> None:
        """Take a lesson into the sequence, after those that are in it; an unknown one isn't."""
        items = [self.list.item(row) for row in range(self.list.count())]
        row = next((at for at, item in enumerate(items) if item.data(_NAME) == name), None)
        if row is None:
            return
        place = len(self.chosen())
        item = self.list.takeItem(row)
        assert item is not None
        item.setCheckState(Qt.CheckState.Checked)
        self.list.insertItem(min(place, self.list.count()), item)
        self.list.setCurrentItem(item)
        self.changed.emit()

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count() and row >= 0:
            item = self.list.takeItem(row)
            assert item is not None
            self.list.insertItem(row + step, item)
            self.list.setCurrentItem(item)
            self.changed.emit()
