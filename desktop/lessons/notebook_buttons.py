"""Takes a lesson's experiment along: as a notebook that is saved, as a script that is copied."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.lessons import questions
from desktop.plots.saving import ask_where
from desktop.widgets.save_file import saved, write
from desktop.widgets.theme import GAP_PX
from desktop.worker.questions import PendingQuestion, Questions
from engine.lessons.catalogue import Lesson
from engine.lessons.controls import Values


class NotebookButtons(QWidget):
    """Signals: `failed(str)` and `told(str)`, sentences for people."""

    failed = Signal(str)
    told = Signal(str)

    def __init__(
        self, lesson: Lesson, asked: Questions, bench: Callable[[], questions.Bench]
    ) -> None:
        super().__init__()
        self._lesson, self._questions, self._bench = lesson, asked, bench
        self.values: Callable[[], Values] = dict  # what is set; told once the controls are there
        self.save_button = QPushButton(self.tr("Save as a notebook…"))
        self.copy_button = QPushButton(self.tr("Copy as a script"))
        self.save_button.setObjectName("saveNotebook")
        self.save_button.setToolTip(
            self.tr(
                "Save this experiment, as it is set and with your sketch, in plain PyTorch for "
                "Jupyter or Colab"
            )
        )
        self.copy_button.setObjectName("copyNotebook")
        self.copy_button.setToolTip(
            self.tr("Copy this experiment as a Python script, cell by cell, to change and run it")
        )
        self.save_button.clicked.connect(self._on_save)
        self.copy_button.clicked.connect(self._on_copy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX - 4)
        layout.addWidget(self.save_button)
        layout.addWidget(self.copy_button)

    @Slot()
    def _on_save(self) -> None:
        name, kind = f"{self._lesson.title}.ipynb", self.tr("Notebooks")
        path = ask_where(self.window(), self.tr("Save the notebook"), name, kind, ".py")
        if path:
            pending = self._ask(is_script=path.suffix.lower() == ".py", is_copied=False)
            pending.answered.connect(partial(self._write, path))

    @Slot()
    def _on_copy(self) -> None:
        self._ask(is_script=True, is_copied=True).answered.connect(self._on_written)

    def _ask(self, *, is_script: bool, is_copied: bool) -> PendingQuestion:
        question = partial(
            questions.notebook, self._lesson, self._bench(), self.values(), is_script
        )
        pending = self._questions.ask(question, saves=not is_copied)
        pending.failed.connect(self.failed)
        return pending

    def _write(self, path: Path, text: object) -> None:
        if problem := write(path, str(text).encode()):
            self.failed.emit(problem)
        else:
            self.told.emit(saved(path))

    @Slot(object)
    def _on_written(self, script: object) -> None:
        QGuiApplication.clipboard().setText(str(script))
        self.told.emit(self.tr("The script is on the clipboard: paste it and run it with Python"))
