"""What the menu offers pupils and teachers beside the lessons: the name, the export, the class."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from desktop.app_model import AppModel
from desktop.i18n.numbers import fill
from desktop.lessons.progress import Progress
from desktop.plots.saving import ask_where
from desktop.shell.pages import Pages
from desktop.widgets.save_file import saved


class PupilActions(QObject):
    """Signals: `failed(str)` and `told(str)`, sentences for people."""

    failed = Signal(str)
    told = Signal(str)

    def __init__(self, pages: Pages, model: AppModel, progress: Progress) -> None:
        super().__init__(pages)
        self._pages, self._model, self._progress = pages, model, progress
        model.trainer.run_ended.connect(self._on_run_ended)

    @Slot()
    def ask_name(self) -> bool:
        """Ask who the reader is, for what is exported; tell whether that is known."""
        words = self.tr("Your name, as your teacher knows it:")
        before = self._progress.work.name
        title = self.tr("Your name")
        name, is_sure = QInputDialog.getText(self._window(), title, words, text=before)
        if is_sure and name.strip():
            self._progress.rename(name)
        return bool(self._progress.work.name)

    @Slot()
    def export(self) -> None:
        """Ask where to, and write down what was done; the name is asked for once."""
        if not self._progress.work.name and not self.ask_name():
            return
        caption, kind = self.tr("Export progress"), self.tr("Progress")
        name = fill(self.tr("{0}, progress"), self._progress.work.name) + ".json"
        path = ask_where(self._window(), caption, name, kind, ".csv")
        if path:
            problem = self._progress.export(path)
            if problem:
                self.failed.emit(problem)
            else:
                self.told.emit(saved(path))

    @Slot()
    def choose_class(self) -> None:
        """Ask for a folder of what pupils have exported, and show it as one table."""
        from desktop.lessons.class_window import class_of

        caption = self.tr("Choose the folder with your class's exports")
        folder = QFileDialog.getExistingDirectory(self._window(), caption)
        if folder:
            pending = self._model.questions.ask(partial(class_of, Path(folder)))
            pending.answered.connect(partial(self._show_class, Path(folder)))
            pending.failed.connect(self.failed)

    def _show_class(self, folder: Path, school_class: object) -> None:
        from desktop.lessons.class_window import ClassWindow
        from engine.lessons.school_class import SchoolClass

        assert isinstance(school_class, SchoolClass)
        window = ClassWindow(school_class, folder, self._window())
        window.failed.connect(self.failed)
        window.told.connect(self.told)
        window.show()

    @Slot()
    def _on_run_ended(self) -> None:
        """Note what the reader's own run came to."""
        run = self._model.runs.ended
        last = run.history.last_epoch if run and run.is_own else None
        if run and last:
            model, dataset = run.start.config.model, run.start.dataset
            self._progress.note_run(f"{run.name}: {model}, {dataset}", last.valid_accuracy)

    def _window(self) -> QWidget:
        return self._pages.window()
