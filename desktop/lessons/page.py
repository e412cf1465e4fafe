"""The page "Learn": the questions on the left, the lesson that answers the chosen one on the right.

A lesson's view is made when it is first opened and stays, with its controls as they were set.
"""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.app_model import AppModel
from desktop.i18n.numbers import fill, style
from desktop.lessons.contents import Contents
from desktop.lessons.progress import Progress
from desktop.lessons.question_rows import width_hint
from desktop.lessons.questions import Bench
from desktop.lessons.reading_area import reading_area
from desktop.lessons.view import WIDEST_PX, LessonView
from desktop.sketch.reader import SketchReader
from desktop.widgets.controls import Card, caption, title
from desktop.widgets.progress_bar import ProgressBar
from desktop.widgets.theme import GAP_PX
from engine.lessons.catalogue import Lesson
from engine.lessons.figures import Figure

_NARROW_PX, _LESSON_PX = 164, 508  # the narrowest list; what most lessons need


class LearnPage(QWidget):
    """`figures` are what the open lesson shows now.

    Signals: `failed(str)` and `told_of(str)`, sentences for people; `inside_wished(str, int)`, to
    open Look inside at a place, and come back to a question.
    """

    failed = Signal(str)
    told_of = Signal(str)
    inside_wished = Signal(str, int)

    def __init__(
        self,
        lessons: tuple[Lesson, ...],
        progress: Progress,
        model: AppModel,
        reader: SketchReader,
    ) -> None:
        super().__init__()
        self.setObjectName("learnPage")
        self.lessons, self.progress = lessons, progress
        self._model, self._reader = model, reader
        self._views: dict[str, LessonView] = {}
        self._areas: dict[str, QScrollArea] = {}  # in which the views stand
        self._of_question = {number: each for each in lessons for number in each.numbers}
        self.contents = Contents(lessons)
        self._left = Card()
        self.told = caption("")
        self.bar = ProgressBar()
        self._stack = QStackedWidget()  # a view that loses its parent would be a window
        self._build()
        self._connect()
        self._show_progress()

    @property
    def view(self) -> LessonView:
        """The open lesson."""
        view = self.reading.widget()
        assert isinstance(view, LessonView)
        return view

    @property
    def reading(self) -> QScrollArea:
        """What scrolls the open lesson."""
        area = self._stack.currentWidget()
        assert isinstance(area, QScrollArea)
        return area

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.view.figures

    def open(self, number: int) -> None:
        """Open the lesson of a question and show where the question stands."""
        self.contents.choose(number)

    def open_lesson(self, name: str) -> bool:
        """Open a lesson by its name; tell whether there is such a one."""
        found = [lesson for lesson in self.lessons if lesson.name == name]
        if found:
            self.open(found[0].numbers[0])
        return bool(found)

    def follow(self, names: tuple[str, ...]) -> list[str]:
        """List these lessons only, in their order, and open the first; all of them for none.

        Return the names that no lesson has.
        """
        known = {lesson.name: lesson for lesson in self.lessons}
        wanted = tuple(known[name] for name in names if name in known)
        self.contents.list_lessons(wanted or self.lessons)
        self._show_progress()
        if wanted:
            self.open(wanted[0].numbers[0])
        return [name for name in names if name not in known]

    def go(self, step: int) -> None:
        """Open the next question (1) or the one before (-1)."""
        numbers = self.contents.numbers
        place = numbers.index(self.contents.current) + step if self.contents.current else 0
        if 0 <= place < len(numbers):
            self.contents.choose(numbers[place])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.contents.current and self.contents.numbers:
            undone = [n for n in self.contents.numbers if n not in self.progress.done]
            self.open((undone or self.contents.numbers)[0])
        self.contents.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whose network answered here is of no interest elsewhere."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._model.give_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list what the lesson can do without, and more than usual where that is much."""
        super().resizeEvent(event)
        usual, width = width_hint(self), event.size().width()
        spare = max(_NARROW_PX, width - _LESSON_PX)
        beside = width - WIDEST_PX - 3 * GAP_PX
        self._left.setFixedWidth(max(min(usual, spare), min(beside, usual * 3 // 2)))

    def _build(self) -> None:
        column = QVBoxLayout(self._left)
        column.setContentsMargins(6, GAP_PX, 4, 6)
        column.setSpacing(6)
        for label in (title(self.tr("Lessons")), self.told):
            label.setContentsMargins(GAP_PX - 4, 0, 0, 0)
            column.addWidget(label)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Questions done"))
        column.addLayout(self._bar_row())
        column.addWidget(self.contents, 1)
        self.contents.verticalScrollBar().setAccessibleName(self.tr("Scroll the questions"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._left)
        layout.addWidget(self._stack, 1)

    def _bar_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(GAP_PX - 4, 0, GAP_PX - 2, 0)
        row.addWidget(self.bar)
        return row

    def _connect(self) -> None:
        self.contents.chosen.connect(self._on_chosen)
        self.contents.entered.connect(self._on_entered)
        self.progress.changed.connect(self._show_progress)
        self._reader.image_changed.connect(self._on_bench_changed)
        self._model.datasets.chosen_changed.connect(self._on_bench_changed)
        self._model.trainer.reported.connect(self._on_learned)
        self._model.source_changed.connect(self._on_learned)
        self._model.trainer.run_ended.connect(self._on_learned)

    def _bench(self, lesson: Lesson) -> Bench:
        return Bench(
            lesson.name, lesson.words, style(), self._reader.image, self._model.datasets.chosen
        )

    def _view_of(self, lesson: Lesson) -> LessonView:
        if lesson.name not in self._views:
            view = LessonView(lesson, self._model, self._bench)
            view.tried.connect(self.progress.note_try)
            view.passed.connect(self.progress.mark)
            view.experiment.inside_wished.connect(self.inside_wished)
            view.next_requested.connect(self._on_next_requested)
            view.experiment.notebook.told.connect(self.told_of)
            view.experiment.notebook.failed.connect(self.failed)
            self._views[lesson.name] = view
            area = reading_area(self.tr("Scroll the lesson"), view)
            area.setObjectName("lessonScroll")
            self._stack.addWidget(area)
            self._areas[lesson.name] = area
        last = self.contents.numbers[-1] in lesson.numbers
        self._views[lesson.name].end_list(last)
        return self._views[lesson.name]

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        lesson = self._of_question[number]
        view = self._view_of(lesson)
        area = self._areas[lesson.name]
        if self._stack.currentWidget() is not area:
            self._model.give_back()
        if self._stack.currentWidget() is not area or not view.figures:
            self._stack.setCurrentWidget(area)
            view.experiment.refresh()
        QTimer.singleShot(0, self, self._scroll_to_question)

    @Slot()
    def _scroll_to_question(self) -> None:
        """Bring the question to the top; a lesson's first question has the title above it."""
        asked = self.view.questions.get(self.contents.current)
        first = self.contents.current == self.view.lesson.numbers[0]
        if asked is not None:
            at = 0 if first else asked.mapTo(self.view, asked.rect().topLeft()).y() - GAP_PX
            self.reading.verticalScrollBar().setValue(at)

    @Slot()
    def _on_next_requested(self) -> None:
        """Go on behind this lesson's last question."""
        self.contents.choose(self.view.lesson.numbers[-1])
        self.go(1)

    @Slot(int)
    def _on_entered(self, number: int) -> None:
        target: QWidget = self.view.checks[0].button
        form = self.view.experiment.form
        if form and form.fields:
            target = next(iter(form.fields.values()))
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_bench_changed(self) -> None:
        if self._views:
            self.view.experiment.refresh()
            self.view.code.refresh()

    @Slot()
    def _on_learned(self) -> None:
        if self._views:
            self.view.learned()

    @Slot()
    def _show_progress(self) -> None:
        numbers = self.contents.numbers
        done = set(self.progress.done) & set(numbers)
        self.contents.show_done(done)
        self.told.setText(fill(self.tr("{0} of {1} done"), len(done), len(numbers)))
        self.bar.setRange(0, max(len(numbers), 1))
        self.bar.setValue(len(done))
