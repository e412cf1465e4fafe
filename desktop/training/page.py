"""The training page: panel, curves, runs, and the run between them."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QWidget

from desktop.runs.card import RunsCard
from desktop.runs.run_commands import RunCommands
from desktop.training.curves import Curves
from desktop.training.lr_card import LrCard
from desktop.training.model_questions import list_devices
from desktop.training.panel import TrainingPanel
from desktop.training.status import ended, moved, remedy, under_way
from desktop.widgets.theme import GAP_PX
from desktop.worker.controller import TrainingController
from desktop.worker.messages import Outcome, RunRequest, RunStart, Source, Stretch
from desktop.worker.run_state import Event, State
from engine.errors import ConfigError
from engine.reports import Advice, EpochReport, Report

LONG_S = 20.0  # a run that took longer is announced to people who went to do something else


class TrainingPage(QWidget):
    """Turns the panel's wishes into the controller's calls and the worker's reports into curves.

    Signals: `failed(str)`, `status_changed(str)` sentences for people; `advised(str, str)` what is
    wrong with a run, and what its remedy would do; `started()` at every start;
    `device_known(str)` why the arithmetic runs where it does.
    """

    failed = Signal(str)
    status_changed = Signal(str)
    advised = Signal(str, str)
    started = Signal()
    device_known = Signal(str)

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.panel = TrainingPanel()
        self.panel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.curves = Curves()
        self.runs = RunsCard(self.curves.log)
        self.lr_card = LrCard(controller.inquiries)
        self.desk = RunCommands(controller, self.curves, self)
        self.is_taught = False  # a lesson trains, which tells itself what goes wrong
        self._remedy: Advice | None = None
        self._devices_asked = False
        self._epochs_shown = 0
        self._build()
        self._connect_run()
        self._connect_runs()

    def _build(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.panel, 0, 0, 2, 1)
        layout.addWidget(self.curves, 0, 1)
        layout.addWidget(self.runs, 1, 1)
        layout.setRowStretch(0, 1)
        layout.setColumnStretch(1, 1)
        self.curves.lay_over_loss(self.lr_card)

    def _connect_run(self) -> None:
        panel, controller, worker = self.panel, self.controller, self.controller.worker
        panel.train_requested.connect(self.train)
        panel.pause_requested.connect(self.pause)
        panel.step_requested.connect(self.step)
        panel.epoch_requested.connect(self.step_epoch)
        panel.stop_requested.connect(self.stop)
        panel.settings.lr.valueChanged.connect(controller.set_lr)
        controller.state_changed.connect(panel.show_state)
        controller.state_changed.connect(self._on_state_changed)
        controller.run_ended.connect(self._on_run_ended)
        controller.lr_changed.connect(self._on_lr_changed)
        worker.run_started.connect(self._on_run_started)
        worker.reported.connect(self._on_reported)
        worker.loading.connect(self._on_loading)
        worker.loading.connect(self.lr_card.show_loading)
        worker.dataset_refused.connect(self._on_dataset_refused)
        worker.advised.connect(self.curves.note_divergence)
        worker.advised.connect(self._on_advised)
        worker.source_changed.connect(self._on_source_changed)

    def _connect_runs(self) -> None:
        self.runs.shown_changed.connect(self.curves.wake)
        self.curves.drawn.connect(self._on_drawn)
        self.runs.restore_requested.connect(self.desk.restore)
        self.runs.report_requested.connect(self.desk.save_report)
        self.runs.delete_requested.connect(self.desk.delete)
        self.desk.runs_changed.connect(self.runs.refresh)
        self.desk.failed.connect(self.failed)
        self.desk.told.connect(self.status_changed)
        for card in (*self.curves.plots, self.lr_card):
            self.desk.connect_plot(card)
        self.panel.settings.basic.find_lr.clicked.connect(self.find_lr)
        self.lr_card.taken.connect(self.panel.settings.lr.setValue)
        self.lr_card.closed.connect(self.curves.uncover_loss)
        self.lr_card.failed.connect(self.failed)

    @Slot()
    def train(self) -> None:
        """Start a run with the panel's settings, unless one is under way."""
        if self.controller.allows(Event.START):
            self._start(Stretch.RUN)

    @Slot()
    def pause(self) -> None:
        """Pause the run, or go on with it."""
        if self.controller.allows(Event.PAUSE):
            self.controller.pause()
        elif self.controller.allows(Event.RESUME):
            self.controller.go_on(Stretch.RUN)

    @Slot()
    def step(self) -> None:
        """Do one batch: the first of a new run, or the next of a paused one."""
        self._go(Event.STEP, Stretch.BATCH)

    @Slot()
    def step_epoch(self) -> None:
        """Train to the end of the epoch: the first of a new run, or that of a paused one."""
        self._go(Event.EPOCH, Stretch.EPOCH)

    @Slot()
    def stop(self) -> None:
        """End the run, or the reading of its data."""
        if self.controller.allows(Event.STOP):
            self.controller.stop()

    @Slot()
    def find_lr(self) -> None:
        """Look for a learning rate that suits the panel's settings."""
        settings = self.panel.settings
        try:
            config = settings.config()
        except ConfigError as error:
            self.failed.emit(str(error))
            return
        self.curves.cover_loss()
        self.lr_card.search(settings.dataset.dataset(), config)

    @Slot()
    def apply_remedy(self) -> None:
        """Take the settings that would mend the last run, and train again."""
        if self._remedy is None:
            return
        if self.controller.state is State.IDLE:
            self._train_mended()
        else:
            self.controller.run_ended.connect(self._on_ended_for_remedy)
            self.stop()

    def _go(self, wish: Event, stretch: Stretch) -> None:
        if self.controller.state is State.IDLE:
            self._start(stretch)
        elif self.controller.allows(wish):
            self.controller.go_on(stretch)

    def _start(self, stretch: Stretch) -> None:
        settings = self.panel.settings
        try:
            config = settings.config()
        except ConfigError as error:
            self.failed.emit(str(error))
            return
        self._remedy = None
        self.lr_card.close_finder()
        self.started.emit()
        self.controller.start(RunRequest(settings.dataset.dataset(), config, stretch))

    def _train_mended(self) -> None:
        assert self._remedy is not None
        self.panel.settings.change(self._remedy.fix)
        self.train()

    @Slot(object)
    def _on_ended_for_remedy(self, _: Outcome) -> None:
        self.controller.run_ended.disconnect(self._on_ended_for_remedy)
        self._train_mended()

    @Slot(object)
    def _on_run_started(self, run: RunStart) -> None:
        self.curves.begin(run)
        self.runs.refresh()
        self.device_known.emit(run.device_reason)

    @Slot(float)
    def _on_lr_changed(self, lr: float) -> None:
        self.curves.log.change_lr(lr)
        self.runs.refresh()

    @Slot(object)
    def _on_reported(self, reports: tuple[Report, ...]) -> None:
        self.curves.add(reports)
        for report in reports:
            if isinstance(report, EpochReport):
                self._heed(report)

    def _heed(self, report: EpochReport) -> None:
        """Pass on what a report says besides its numbers; the first advice is the best."""
        if report.moved:
            self.device_known.emit(report.moved)
            if not self.is_taught:
                self.advised.emit(moved(report.moved), "")
        if report.advice and self._remedy is None:
            self._on_advised(report.advice)

    @Slot()
    def _on_drawn(self) -> None:
        if len(self.curves.history.accuracy) != self._epochs_shown:
            self._epochs_shown = len(self.curves.history.accuracy)
            self.runs.refresh()

    @Slot(object)
    def _on_advised(self, advice: Advice) -> None:
        self._remedy = advice
        if self.is_taught:
            return
        self.advised.emit(advice.message, remedy(advice.fix))

    @Slot(int, int)
    def _on_loading(self, done: int, images: int) -> None:
        if self.controller.state is State.LOADING:
            sentence = self.tr("Reading image {0:,} of {1:,}").format(done, images)
            self.status_changed.emit(sentence)
            self.curves.show_loading(done, images, sentence)

    @Slot(object)
    def _on_dataset_refused(self, dataset: str | Path) -> None:
        self.panel.settings.dataset.forget(dataset)

    @Slot(object)
    def _on_source_changed(self, _: Source) -> None:
        if not self._devices_asked:
            self._devices_asked = True
            self.controller.inquiries.ask(list_devices).answered.connect(self._on_devices_listed)

    @Slot(object)
    def _on_devices_listed(self, answer: tuple[tuple[str, ...], str]) -> None:
        names, reason = answer
        self.panel.settings.show_devices(names)
        self.device_known.emit(reason)

    @Slot(object)
    def _on_state_changed(self, state: State) -> None:
        self.runs.allow(state is State.IDLE)
        if state is not State.IDLE:
            self.status_changed.emit(under_way(state, self.controller.run))

    @Slot(object)
    def _on_run_ended(self, outcome: Outcome) -> None:
        run = self.curves.end(outcome)
        self.runs.refresh()
        self.status_changed.emit(ended(outcome, run))
        if run and run.history.seconds >= LONG_S and not self.window().isActiveWindow():
            QApplication.alert(self.window())
