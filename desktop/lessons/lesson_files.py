"""Teachers' files in the window: what opening one sets, and how one is saved."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.app_model import AppModel
from desktop.data.dataset_list import NAMED
from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill
from desktop.lessons.lesson_banner import LessonBanner
from desktop.lessons.progress import Progress
from desktop.lessons.writing.lesson_draft import DraftKeeper
from desktop.plots.saving import ask_where
from desktop.shell.pages import Pages
from desktop.widgets.save_file import saved
from engine.errors import InkgradError
from engine.lessons.catalogue import Check
from engine.lessons.lesson_file import (
    PAGES,
    SUFFIX,
    LessonFile,
    read_lesson_file,
    write_lesson_file,
)

LEARN = "learn"


class LessonFiles(QObject):
    """Opens and saves `.inkgrad` files. Signals: `failed(str)`, `told(str)` sentences for people;
    `opened(Path)` a file that was read.
    """

    failed = Signal(str)
    told = Signal(str)
    opened = Signal(object)

    def __init__(
        self,
        pages: Pages,
        model: AppModel,
        banner: LessonBanner,
        progress: Progress,
        keeper: DraftKeeper,
        language: str,
        follow: Callable[[tuple[str, ...]], None],
    ) -> None:
        """`keeper` has what isn't saved yet; `language` is of the lessons; `follow` lists these
        only, or all where none is named.
        """
        super().__init__(pages)
        self._pages, self._model, self._banner = pages, model, banner
        self._progress, self._keeper = progress, keeper
        self._language, self._follow = language, follow
        self._lesson: LessonFile | None = None  # that is open
        banner.everything_wanted.connect(self._on_everything_wanted)
        banner.questions_wanted.connect(self.ask_questions)
        banner.closed.connect(self._on_closed)

    @Slot()
    def choose(self) -> None:
        """Ask for a file and open it."""
        kinds = fill(self.tr("Lessons ({0})"), f"*{SUFFIX}")
        name, _ = QFileDialog.getOpenFileName(self._window(), self.tr("Open a lesson"), "", kinds)
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Set the window as the file says, or tell why it can't be."""
        if not self._model.trainer.is_free:
            self.failed.emit(self.tr("Stop the run first, then open the lesson again."))
            return
        try:
            lesson = read_lesson_file(path)
            dataset = _dataset(lesson.dataset, path.parent)
        except InkgradError as error:
            self.failed.emit(in_words(error))
            return
        self._show(lesson, dataset)
        self.opened.emit(path)

    @Slot()
    def save(self) -> None:
        """Ask what the lesson says and shows, and where to save it."""
        from desktop.lessons.writing.saving_dialog import SavingDialog
        from engine.lessons.catalogue import load_lessons

        config, dataset = self._model.checked_settings(), self._model.datasets.chosen
        if config is None:
            return
        titles = {name: self._pages.title(name) for name in PAGES if name in self._pages.names}
        save = lambda wish, dialog: self._write(wish(str(dataset), config), dialog)  # noqa: E731
        lessons = load_lessons(self._language)
        SavingDialog(titles, lessons, save, self._keeper, self._window()).open()

    def _write(self, lesson: LessonFile, dialog: QWidget) -> bool:
        """Ask where to, and save; tell whether that was done. Raises LessonFileError."""
        name, kind = f"{lesson.title}{SUFFIX}", self.tr("Lessons")
        path = ask_where(dialog, self.tr("Save the lesson"), name, kind)
        if path:
            write_lesson_file(path, lesson)
            self.told.emit(saved(path))
        return bool(path)

    def _show(self, lesson: LessonFile, dataset: str | Path) -> None:
        self._model.datasets.choose(dataset)
        self._model.settings.take(lesson.config)
        self._pages.show_only(lesson.pages)
        self._lesson = lesson
        hides = self._pages.hides_any or bool(lesson.lessons)
        self._banner.tell(lesson.title, lesson.text, hides=hides, asks=bool(lesson.questions))
        self._follow(lesson.lessons)

    @property
    def questions(self) -> tuple[Check, ...]:
        """The open lesson's own questions."""
        return self._lesson.questions if self._lesson else ()

    @Slot()
    def ask_questions(self) -> None:
        """Ask the open lesson's own questions, in one window however often."""
        from desktop.lessons.questions_window import QuestionsWindow

        if (lesson := self._lesson) is None:
            return
        parent, questions = self._window(), lesson.questions
        for asked in parent.findChildren(QuestionsWindow):
            is_same = asked.windowTitle() == lesson.title and asked.questions == questions
            if is_same and asked.isVisible():
                break
        else:
            asked = QuestionsWindow(lesson.title, questions, self._progress, parent)
        asked.come_forward()

    @Slot()
    def _on_everything_wanted(self) -> None:
        self._pages.show_all()
        self._follow(())

    @Slot()
    def _on_closed(self) -> None:
        self._lesson = None

    def _window(self) -> QWidget:
        return self._pages.window()


def _dataset(named: str, folder: Path) -> str | Path:
    """Return what the file means: a name, or a place, seen from where the file lies."""
    if named in NAMED:
        return named
    path = (folder / named).absolute()
    if not os.path.exists(path):
        raise InkgradError("lesson_data_missing", file=named, folder=folder.absolute())
    return path
