"""What of several runs goes into files, and what comes in: comparison, table, whole runs."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.app_model import AppModel
from desktop.i18n.numbers import fill
from desktop.plots.along import Along
from desktop.plots.saving import ask_where
from desktop.runs.comparison import comparison_html, runs_csv
from desktop.runs.kept_runs import KeptRun, export_runs, import_runs
from desktop.runs.run_list import Run
from desktop.training.model_questions import confusions, training_notebook
from desktop.widgets.save_file import saved, write


class RunFiles(QObject):
    """Signals: `failed(str)` and `told(str)`, sentences for people; `imported(set[str])` the ids of
    runs that have come in; `import_began()`.
    """

    import_began = Signal()
    imported = Signal(object)
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
        pending = self._model.questions.ask(
            confusions(tuple(run.start for run in runs)), saves=True
        )
        pending.answered.connect(partial(self._on_counted, runs, along, path))
        pending.failed.connect(self._on_failed)

    def save_csv(self, runs: list[Run]) -> None:
        """Ask where to, and write the table."""
        caption, kind = self.tr("Save the table"), self.tr("Tables")
        path = ask_where(self._window, caption, self.tr("Runs") + ".csv", kind)
        if path:
            self._write(path, runs_csv(runs))

    def save_notebook(self, runs: list[Run]) -> None:
        """Ask where to, and write the first one's training down in plain torch."""
        name, kind = f"{runs[0].name}.ipynb", self.tr("Notebooks")
        path = ask_where(self._window, self.tr("Save the notebook"), name, kind, ".py")
        if path:
            question = partial(training_notebook, runs[0].start, path.suffix.lower() == ".py")
            pending = self._model.questions.ask(question, saves=True)
            pending.answered.connect(partial(self._write, path))
            pending.failed.connect(self._on_failed)

    def export(self, runs: list[Run]) -> None:
        """Ask where to, and copy whole runs there."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Export runs to a folder"))
        if folder:
            ids = [run.start.id for run in runs]
            pending = self._model.questions.ask(export_runs(ids, Path(folder)), saves=True)
            words = fill(self.tr("%Ln run(s) exported to {0}", "", len(runs)), folder)
            pending.answered.connect(lambda _: self.told.emit(words))
            pending.failed.connect(self.failed)

    @Slot()
    def import_runs(self) -> None:
        """Ask where from, and keep what another computer exported."""
        caption = self.tr("Import runs from a folder")
        folder = QFileDialog.getExistingDirectory(self._window, caption)
        if folder:
            self.import_began.emit()
            number = min([0, *(run.number for run in self._model.runs.runs)]) - 1
            pending = self._model.questions.ask(import_runs(Path(folder), number), saves=True)
            pending.answered.connect(self._on_imported)
            pending.failed.connect(self.failed)

    @Slot(object)
    def _on_imported(self, answer: tuple[tuple[KeptRun, ...], int]) -> None:
        kept, known = answer
        if kept:
            self._model.runs.add_kept(kept)
            self._model.runs_changed.emit()
            self.imported.emit({run.start.id for run in kept})
        sentences = [fill(self.tr("%Ln run(s) imported", "", len(kept)))]
        if known:
            sentences.append(fill(self.tr("%Ln of them (was|were) here already", "", known)))
        self.told.emit("; ".join(sentences))

    def _on_counted(self, runs: list[Run], along: Along, path: Path, answer: object) -> None:
        assert isinstance(answer, tuple)
        self._write(path, comparison_html(runs, answer, along))

    def _write(self, path: Path, content: str | bytes) -> None:
        data = content.encode() if isinstance(content, str) else content
        if problem := write(path, data):
            self._on_failed(problem)
        else:
            self.told.emit(saved(path))

    @Slot(str)
    def _on_failed(self, problem: str) -> None:
        self.failed.emit(problem)
        self.told.emit(self.tr("Nothing was saved"))
