"""Brings back the runs of earlier windows, and keeps what the reader says of runs."""

import contextlib
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot

from desktop.app_model import AppModel
from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill
from desktop.runs.kept_runs import KeptRun, Limits, clear_away, label, list_kept, read_reports
from desktop.runs.run_list import Run
from desktop.worker.messages import Kind, Origin, RunRequest, Source
from engine.errors import RunStoreError
from engine.reports import Report
from engine.runs import labelling
from engine.runs.place import runs_folder
from engine.runs.record import RunLabels
from engine.words.message import Message

_PATIENCE_MS = 700  # of a window that is about to go


class RunKeeper(QObject):
    """Asks for the kept runs as soon as somebody answers for the sketch, and for the curves of
    those that are shown or played back.

    `answering` is the id of the run whose network answers, or the path of the model file, empty
    where another does; before the runs are back, it is the one that did in the last window.
    `limits` say how many runs are kept: the oldest beyond them are cleared away as a run ends.
    Signals: `failed(str)` and `told(str)` sentences for people; `answerer_found(Run)` the run whose
    network is to answer again, `model_file_found(Path)` the file; `answering_changed()`,
    `limits_changed()`.
    """

    failed = Signal(str)
    told = Signal(str)
    limits_changed = Signal()
    answerer_found = Signal(object)
    model_file_found = Signal(object)
    answering_changed = Signal()
    _all_written = Signal()

    def __init__(self, model: AppModel, parent: QObject) -> None:
        super().__init__(parent)
        self.answering = ""
        self.limits = Limits()
        self._unwritten: list[tuple[Run, RunLabels, RunLabels]] = []  # on their way to the disk
        self._model = model
        self._is_back = False  # whether the kept runs are
        self._known: dict[str, RunLabels] = {}
        model.source_changed.connect(self._on_source_changed)
        model.runs_changed.connect(self.look)
        model.trainer.run_ended.connect(self._on_run_ended)

    @property
    def is_back(self) -> bool:
        """Whether the runs of earlier windows are listed."""
        return self._is_back

    @Slot()
    def look(self) -> None:
        """Keep labels that have changed, and ask for curves that are to be shown."""
        runs = [run for run in self._model.runs.runs if run.start.id]
        ids = {run.start.id for run in runs}
        self._known = {id_: labels for id_, labels in self._known.items() if id_ in ids}
        for run in runs:
            known = self._known.get(run.start.id, RunLabels())
            if known != run.labels:
                self._known[run.start.id] = run.labels
                said = run, run.labels, known
                pending = self._model.questions.ask(label(run.start.id, run.labels, known))
                pending.failed.connect(partial(self._on_not_labelled, *said))
                pending.failed.connect(partial(self._on_written, said))
                pending.ended.connect(partial(self._on_written, said))
                self._unwritten.append(said)
            is_looked_at = run.shown or run is self._model.playback.run
            if is_looked_at and run.awaits_curves:
                run.awaits_curves = False
                pending = self._model.questions.ask(read_reports(run.start.id))
                pending.answered.connect(partial(self._on_reports, run))
                pending.failed.connect(self.failed)

    def finish(self) -> None:
        """See to it, as the window goes, that what was said of runs is written.

        Where the worker doesn't come to it within a moment, it is written here.
        """
        if not self._unwritten:
            return
        loop = QEventLoop()
        self._all_written.connect(loop.quit)
        patience = QTimer(loop, singleShot=True, interval=_PATIENCE_MS)
        patience.timeout.connect(loop.quit)
        patience.start()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        for run, labels, known in self._unwritten:
            with contextlib.suppress(RunStoreError):  # nobody can be told any more
                labelling.label(runs_folder(), run.start.id, labels, known)

    def _on_written(self, said: tuple[Run, RunLabels, RunLabels], *_: str) -> None:
        self._unwritten.remove(said)
        if not self._unwritten:
            self._all_written.emit()

    def limit(self, limits: Limits) -> None:
        """Keep so many runs as soon as the next one ends."""
        self.limits = limits
        self.limits_changed.emit()

    @Slot(object)
    def _on_run_ended(self, request: RunRequest) -> None:
        """Forget the oldest runs beyond the limits; a lesson's aren't kept."""
        if request.origin is Origin.LESSON:
            return
        numbers = {run.start.id: run.number for run in self._model.runs.runs if run.start.id}
        pending = self._model.questions.ask(clear_away(self.limits, numbers))
        pending.answered.connect(self._on_cleared_away)
        pending.failed.connect(self.failed)

    @Slot(object)
    def _on_cleared_away(self, numbers: tuple[int, ...]) -> None:
        if numbers:
            self._model.delete_runs(list(numbers))
            words = self.tr("%Ln old run(s) cleared away to make room", "", len(numbers))
            self.told.emit(fill(words))

    @Slot(object)
    def _on_source_changed(self, source: Source) -> None:
        if not self._is_back:
            self._model.source_changed.disconnect(self._on_source_changed)
            pending = self._model.questions.ask(list_kept(self.limits))
            pending.answered.connect(self._on_listed)
            pending.failed.connect(self.failed)
            return
        if source.origin is not Origin.READER or source.moment:
            return
        runs = self._model.runs.runs if source.kind is Kind.RUN else ()
        ids = [run.start.id for run in runs if source.run in run.numbers]
        self.answering = ids[0] if ids else str(source.path or "")
        self.answering_changed.emit()

    @Slot(object)
    def _on_listed(self, listed: tuple[tuple[KeptRun, ...], tuple[Message, ...]]) -> None:
        kept, said = listed
        self._is_back = True
        self._known |= {run.start.id: run.labels for run in kept}
        for message in said:
            self.failed.emit(in_words(message))
        if kept:
            self._model.runs.add_kept(kept)
            self._model.runs_changed.emit()
        self._model.source_changed.connect(self._on_source_changed)
        source = self._model.source
        if source and source.kind is not Kind.STARTER:
            self._on_source_changed(source)  # a run has begun meanwhile
            return
        if Path(self.answering).is_absolute():
            self.model_file_found.emit(Path(self.answering))
        for run in self._model.runs.runs:
            if run.start.id == self.answering:
                self.answerer_found.emit(run)

    def _on_not_labelled(self, run: Run, labels: RunLabels, known: RunLabels, why: str) -> None:
        """Take back what can't be kept. Which runs are shown is this window's own affair."""
        if labels == replace(known, shown=labels.shown):
            return
        run.take_back(labels, known)
        self._known[run.start.id] = run.labels
        self._model.runs_changed.emit()
        self.failed.emit(why)

    def _on_reports(self, run: Run, reports: tuple[Report, ...]) -> None:
        run.history.replace(reports)
        self._model.runs_changed.emit()
