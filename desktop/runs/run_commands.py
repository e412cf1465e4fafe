"""What people do with runs and models: restore, delete, open, save, write down what happened."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.app_model import AppModel
from desktop.data.dataset_list import place_of
from desktop.i18n.numbers import fill
from desktop.plots.plot_files import PlotFiles
from desktop.plots.saving import ask_where
from desktop.runs.kept_runs import find_data
from desktop.runs.report import report_html
from desktop.runs.run_list import Run
from desktop.shell.actions import Actions
from desktop.training import model_questions as questions
from desktop.widgets.save_file import saved, write
from desktop.worker.messages import AsIs, DataSource, RunRequest
from desktop.worker.questions import PendingQuestion, Question
from engine.data.loading import BUNDLED


def _question_of(run: Run) -> Question:
    return questions.restore(run.start, run.epochs_done, run.batches_done)


class RunCommands(QObject):
    """Signals: `failed(str)` and `told(str)`, sentences for people; `model_opened(Path)`, a file
    that was read.
    """

    failed = Signal(str)
    told = Signal(str)
    model_opened = Signal(object)

    def __init__(self, model: AppModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._model = model
        self.plots = PlotFiles(parent)
        self.plots.failed.connect(self.failed)
        self.plots.told.connect(self.told)

    def listen_to(self, actions: Actions) -> None:
        """Answer the menu."""
        actions.open_model.triggered.connect(self.open_model)
        actions.use_starter.triggered.connect(self.use_starter)
        actions.save_model.triggered.connect(self.save_model)

    @Slot(object)
    def restore(self, run: Run) -> None:
        """Let an ended run's model answer for the sketch again."""
        self._model.give_back()
        words = fill(self.tr("The network from {0} reads your sketch again"), run.name)
        self._ask(_question_of(run), lambda _: self.told.emit(words))

    @Slot(object)
    def bring_back(self, run: Run) -> None:
        """Let the run's model answer that did when the last window was closed."""
        self._ask(_question_of(run), lambda _: None)

    @Slot(object)
    def bring_back_file(self, path: Path) -> None:
        """Let the model file answer that did when the last window was closed."""
        self._ask(questions.open_model(path), lambda _: None)

    @Slot(object)
    def go_on(self, run: Run) -> None:
        """Continue a run that was stopped or cut off, with its own settings and data.

        Where they aren't where they were, the same are looked for among all that is known.
        """
        source, datasets = run.start.source, self._model.datasets
        if not self._model.trainer.is_free:
            return
        if not isinstance(place := place_of(source), Path) or os.path.exists(place):
            self._go_on_from(run, source)
            return
        known = (datasets.chosen, *datasets.recent, *datasets.ready, *BUNDLED)
        as_is = isinstance(source, AsIs)
        also = tuple(AsIs(path) for path in known if as_is and isinstance(path, Path))
        self.told.emit(fill(self.tr("Looking for the data of {0}…"), run.name))
        before = self._model.trainer.request
        asked = self._ask(
            find_data(run.start.id, (*also, *known)), partial(self._on_data_sought, run, before)
        )
        asked.failed.connect(lambda _: self._end_search(before))

    def _go_on_from(self, run: Run, source: DataSource) -> None:
        model = self._model
        model.settings.take(replace(run.start.config, lr=run.rates[-1][1]))
        model.datasets.choose(source)
        request = RunRequest(source, run.start.config, continues=run.start.id)
        model.begin(request, run.rates[-1][1])

    def _end_search(self, before: RunRequest | None) -> None:
        """Take back what was announced, where no training has told of itself since."""
        if self._model.trainer.request is before:
            self.told.emit("")

    def _on_data_sought(self, run: Run, before: RunRequest | None, found: object) -> None:
        assert isinstance(found, tuple)
        self._end_search(before)
        if run not in self._model.runs.runs:
            return  # it was deleted meanwhile
        if not found:
            words = self.tr(
                "{0} can't go on: its data isn't at hand. It was in {1}. Open the same images with "
                "Data > Open folder, then continue."
            )
            self.failed.emit(fill(words, run.name, place_of(run.start.source)))
        elif self._model.trainer.is_free:
            self._go_on_from(run, found[0])
        else:
            words = self.tr(
                "{0} wasn't continued: another training began meanwhile. Continue it once that has "
                "ended."
            )
            self.failed.emit(fill(words, run.name))

    @Slot(object)
    def delete(self, runs: list[Run]) -> None:
        """Forget runs, their curves and their models; one that can't be deleted stays listed."""
        gone: list[Any] = []  # numbers
        pending = self._ask(questions.forget([run.start for run in runs]), gone.append)
        for over in (pending.ended, pending.failed):  # all at once, or each is a new table
            over.connect(lambda *_: self._model.delete_runs(gone))

    @Slot()
    def open_model(self) -> None:
        """Ask for a model file and let it read the sketch."""
        kinds = fill(self.tr("Models ({0})"), "*.safetensors")
        file, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a model"), "", kinds)
        if file:
            self.open_model_file(Path(file))

    def open_model_file(self, path: Path) -> None:
        """Let a model file read the sketch from now on; not while a run's own weights do."""
        if not self._model.trainer.is_free:
            self.failed.emit(self.tr("Stop the run first, then open the model again."))
            return
        self._model.give_back()
        words = fill(self.tr("{0} reads your sketch now"), path.name)
        pending = self._ask(questions.open_model(path), lambda _: self.told.emit(words))
        pending.answered.connect(lambda _: self.model_opened.emit(path))

    @Slot()
    def use_starter(self) -> None:
        """Let the network that comes with the program read the sketch again."""
        self._model.give_back()
        words = self.tr("The starter network reads your sketch again")
        self._ask(questions.use_starter, lambda _: self.told.emit(words))

    @Slot()
    def save_model(self) -> None:
        """Ask where to, and keep the model that answers as a file."""
        caption, kind = self.tr("Save the model"), self.tr("Models")
        path = ask_where(self._window, caption, "model.safetensors", kind)
        if path:
            words = fill(self.tr("Saved the model as {0}"), path)
            self._ask(questions.save_model(path), lambda _: self.told.emit(words), saves=True)

    @Slot(object)
    def save_report(self, run: Run) -> None:
        """Ask where to, and write the run down as a web page."""
        caption, kind = self.tr("Save the report"), self.tr("Web pages")
        path = ask_where(self._window, caption, f"{run.name}.html", kind)
        if path:
            self.told.emit(self.tr("Reading the validation set once more for the report…"))
            counted = partial(self._on_counted, run, path)
            asked = self._ask(questions.confusion(run.start), counted, saves=True)
            asked.failed.connect(self._on_not_saved)

    def _write(self, path: Path, content: bytes) -> None:
        problem = write(path, content)
        if problem:
            self.failed.emit(problem)
            self._on_not_saved()
        else:
            self.told.emit(saved(path))

    @Slot()
    def _on_not_saved(self) -> None:
        """Take back what was announced; the failure itself is told elsewhere."""
        self.told.emit(self.tr("Nothing was saved"))

    def _on_counted(self, run: Run, path: Path, answer: object) -> None:
        assert isinstance(answer, tuple)
        classes, counts = answer
        if counts is not None:
            self._write(path, report_html(run, classes, counts).encode())

    def _ask(
        self, question: Question, then: Callable[[object], None], *, saves: bool = False
    ) -> PendingQuestion:
        pending = self._model.questions.ask(question, saves=saves)
        pending.answered.connect(then)
        pending.failed.connect(self.failed)
        return pending
