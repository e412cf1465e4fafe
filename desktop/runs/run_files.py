"""What of several runs goes into files: their comparison, and the table."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.app_model import AppModel
from desktop.i18n.numbers import fill
from desktop.plots.along import Along
from desktop.plots.saving import ask_where
from desktop.runs.comparison import comparison_html, runs_csv
from desktop.runs.run_list import Run
from desktop.training.model_questions import confusions
from desktop.widgets.save_file import write


class RunFiles(QObject):
    """Signals: `failed(str)` and `told(str)`, sentences for people."""

    failed = Signal(str)
    told = Signal(str)

    def __init__(self, model: AppModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._model = model

    def save_comparison(self, runs: list[Run], along: Along) -> None:
        """Ask where to, and write the runs down as a web page, with their curves drawn along it."""
        caption, kind = self.tr("Save the comparison"), self.tr("Web pages")
        path = ask_where(self._window, caption, self.tr("Comparison") + ".html", kind)
        if path is None:
            return
        self.told.emit(self.tr("Reading the validation set with each network for the comparison…"))
        pending = self._model.questions.ask(confusions(tuple(run.start for run in runs)))
        pending.answered.connect(partial(self._on_counted, runs, along, path))
        pending.failed.connect(self._on_failed)

    def save_csv(self, runs: list[Run]) -> None:
        """Ask where to, and write the table."""
        caption, kind = self.tr("Save the table"), self.tr("Tables")
        path = ask_where(self._window, caption, self.tr("Runs") + ".csv", kind)
        if path:
            self._write(path, runs_csv(runs))

    def _on_counted(self, runs: list[Run], along: Along, path: Path, answer: object) -> None:
        assert isinstance(answer, tuple)
        self._write(path, comparison_html(runs, answer, along))

    def _write(self, path: Path, content: str) -> None:
        if problem := write(path, content.encode()):
            self._on_failed(problem)
        else:
            self.told.emit(fill(self.tr("Saved {0}"), path))

    @Slot(str)
    def _on_failed(self, problem: str) -> None:
        self.failed.emit(problem)
        self.told.emit(self.tr("Nothing was saved"))
