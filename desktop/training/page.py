"""The training page: panel, curves and the table of runs, as the reader's runs go on."""

from functools import cached_property

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QWidget

from desktop.app_model import AppModel
from desktop.i18n.numbers import fill
from desktop.playback.bar import PlaybackBar
from desktop.runs.card import RunsCard
from desktop.runs.keeper import RunKeeper
from desktop.runs.kept_runs import Limits
from desktop.runs.landscape.opening import Landscapes
from desktop.runs.room_dialog import RoomDialog
from desktop.runs.run_commands import RunCommands
from desktop.runs.run_files import RunFiles
from desktop.runs.sketch_answers import SketchAnswers
from desktop.shell.actions import Actions
from desktop.shell.preferences import Preferences
from desktop.sketch.reader import SketchReader
from desktop.training.advising import Advising
from desktop.training.curves import Curves
from desktop.training.devices import Devices
from desktop.training.lr_card import LrCard
from desktop.training.panel import TrainingPanel
from desktop.widgets.theme import GAP_PX
from desktop.widgets.throttle import Throttle
from desktop.worker.messages import Origin, Outcome, RunRequest, RunStart
from desktop.worker.run_state import State
from engine.reports import Report

TABLE_MS = 500  # between two looks at how far a run is whose curves are not drawn
LONG_S = 20.0  # a run that took longer is announced to people who went to do something else


class TrainingPage(QWidget):
    """Shows the model's runs. Signals: `failed(str)` and `told(str)`, sentences for people."""

    failed = Signal(str)
    told = Signal(str)

    def __init__(self, model: AppModel, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.panel = TrainingPanel(model, actions)
        self.panel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.curves = Curves(model.runs)
        self.playback = PlaybackBar(model.playback)
        self.runs = RunsCard(model.runs)
        self.landscapes = Landscapes(model, actions, self.runs)
        self.desk = RunCommands(model, self)
        self.files = RunFiles(model, self)
        self.keeper = RunKeeper(model, self)
        self.advising = Advising(model, self)
        self.devices = Devices(model, self)
        self._epochs_shown = 0
        self._refreshing = Throttle(self.runs.refresh, TABLE_MS, self)
        self._build()
        self._connect_run(actions)
        self._connect_runs()
        actions.find_lr.triggered.connect(self.find_lr)
        self._connect_playback()

    def _build(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.panel, 0, 0, 2, 1)
        layout.addWidget(self.curves, 0, 1)
        layout.addWidget(self.runs, 1, 1)
        layout.setColumnStretch(1, 1)
        self.curves.loss.add_foot(self.playback)

    def _connect_run(self, actions: Actions) -> None:
        trainer = self._model.trainer
        trainer.state_changed.connect(self._on_state_changed)
        trainer.run_asked_for.connect(self._on_run_asked_for)
        trainer.loading.connect(self._on_loading)
        trainer.run_started.connect(self._on_run_started)
        trainer.reported.connect(self._on_reported)
        trainer.run_ended.connect(self._on_run_ended)
        self.devices.listed.connect(self.panel.settings.show_devices)
        self.desk.listen_to(actions)
        actions.import_runs.triggered.connect(self.files.import_runs)
        for part in (self.desk, self.keeper, self.files):
            part.failed.connect(self.failed)
        for teller in (self.desk, self.files, self.keeper, self.panel):
            teller.told.connect(self.told)

    def _connect_runs(self) -> None:
        self._model.runs_changed.connect(self.runs.refresh)
        self._model.runs_changed.connect(self.curves.wake)
        self.runs.shown_changed.connect(self.curves.wake)
        self.curves.drawn.connect(self._on_drawn)
        self.runs.shown_changed.connect(self.keeper.look)
        self.keeper.answerer_found.connect(self.desk.bring_back)
        self.keeper.model_file_found.connect(self.desk.bring_back_file)
        self.runs.continue_requested.connect(self.desk.go_on)
        self.runs.restore_requested.connect(self.desk.restore)
        self.runs.report_requested.connect(self.desk.save_report)
        self.runs.delete_requested.connect(self.desk.delete)
        self.runs.menu.comparison.triggered.connect(self._on_comparison_wished)
        self.runs.menu.csv.triggered.connect(self._on_csv_wished)
        self.runs.menu.export.triggered.connect(self._on_export_wished)
        self.runs.menu.notebook.triggered.connect(
            lambda: self.files.save_notebook(self.runs.selected())
        )
        self.runs.menu.room.triggered.connect(self._on_room_wished)
        self.files.imported.connect(self.runs.choose)
        for card in self.curves.plots:
            self.desk.plots.connect_plot(card)

    @cached_property
    def lr_card(self) -> LrCard:
        """The learning-rate finder, made once it is wished: it would hold up each start."""
        card = LrCard(self._model.questions)
        self.curves.lay_over_loss(card)
        self.desk.plots.connect_plot(card)
        self._model.link.loading.connect(card.show_loading)
        card.taken.connect(lambda lr: self._model.settings.change({"lr": lr}))
        card.closed.connect(self.curves.uncover_loss)
        card.failed.connect(self.failed)
        card.told.connect(self.told)
        return card

    def read_with(self, reader: SketchReader) -> None:
        """Let the ticked runs' networks read the sketch, too."""
        self.answers = SketchAnswers(self._model, reader, self.runs)
        self.runs.shown_changed.connect(self.answers.look)
        self.answers.changed.connect(lambda: self.runs.show_answers(self.answers))

    def _connect_playback(self) -> None:
        self.runs.chosen.connect(self._model.playback.choose)
        self.runs.chosen.connect(self.keeper.look)
        self.runs.shown_changed.connect(self._on_looked_back)
        self._model.runs_changed.connect(self._on_looked_back)
        self._model.runs_changed.connect(self.playback.refresh)
        self._model.playback.moved.connect(self._on_looked_back)
        self._model.playback.moments_changed.connect(self._on_looked_back)

    def restore(self, saved: Preferences) -> None:
        """Look as the last window's page did."""
        self.panel.settings.more.setChecked(saved.more_shown)
        self.curves.smoothing.slider.setValue(saved.smoothing)
        for plot, is_log in zip(self.curves.plots, saved.log_scales, strict=False):
            plot.log.setChecked(is_log)
        self.curves.along_menu.choose(saved.along)
        self.runs.disclosure.setChecked(saved.runs_shown)
        self.keeper.answering = saved.answering
        self.keeper.limits = Limits(saved.most_runs, saved.most_megabytes).sensible()

    def save(self, saved: Preferences) -> None:
        """Leave how the page looks to the next window."""
        saved.more_shown = self.panel.settings.more.isChecked()
        saved.smoothing = self.curves.smoothing.slider.value()
        saved.log_scales = [plot.log.isChecked() for plot in self.curves.plots]
        saved.along = self.curves.along_menu.along.value
        saved.runs_shown = self.runs.disclosure.isChecked()
        saved.most_runs, saved.most_megabytes = self.keeper.limits
        saved.answering = self.keeper.answering

    @property
    def changes(self) -> tuple[SignalInstance, ...]:
        """What tells that `save` has something new to leave."""
        settings, curves = self.panel.settings, self.curves
        logs = (plot.log.toggled for plot in curves.plots)
        more, smoothing = settings.more.toggled, curves.smoothing.slider.valueChanged
        table, answering = self.runs.disclosure.toggled, self.keeper.answering_changed
        along, limits = curves.along_menu.chosen, self.keeper.limits_changed
        return (more, smoothing, table, answering, along, limits, *logs)

    @Slot()
    def _on_looked_back(self) -> None:
        self.curves.mark(self._model.playback.run, self._model.playback.moment)

    @Slot()
    def find_lr(self) -> None:
        """Look for a learning rate that suits the reader's settings."""
        config = self._model.checked_settings()
        if config:
            self.lr_card.search(self._model.datasets.chosen, config)
            self.curves.cover_loss()

    @Slot(object)
    def _on_run_asked_for(self, request: RunRequest) -> None:
        if request.origin is Origin.READER and "lr_card" in vars(self):
            self.lr_card.close_finder()

    @Slot(int, int)
    def _on_loading(self, done: int, images: int) -> None:
        trainer = self._model.trainer
        if trainer.state is State.LOADING:
            sentence = fill(self.tr("Reading image {0:,} of {1:,}"), done, images)
            self.told.emit(sentence)
            if trainer.origin is Origin.READER:
                self.curves.show_loading(done, images, sentence)

    @Slot(object)
    def _on_run_started(self, run: RunStart) -> None:
        if run.origin is Origin.READER:
            self.curves.begin()

    @Slot(object)
    def _on_reported(self, _: tuple[Report, ...]) -> None:
        run = self._model.runs.under_way
        if run and (run.is_own or run.shown):
            self.curves.wake()
        if run and not run.is_own:
            self._refreshing.wish()

    @Slot()
    def _on_comparison_wished(self) -> None:
        self.files.save_comparison(self.runs.ticked, self.curves.along_menu.along)

    @Slot()
    def _on_csv_wished(self) -> None:
        self.files.save_csv(self.runs.table.runs)

    @Slot()
    def _on_export_wished(self) -> None:
        self.files.export(self.runs.selected())

    @Slot()
    def _on_room_wished(self) -> None:
        dialog = RoomDialog(self.keeper.limits, self)
        dialog.chosen.connect(self.keeper.limit)
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def _on_drawn(self) -> None:
        if len(self.curves.history.accuracy) != self._epochs_shown:
            self._epochs_shown = len(self.curves.history.accuracy)
            self.runs.refresh()

    @Slot(object)
    def _on_state_changed(self, state: State) -> None:
        self.runs.allow(state is State.IDLE)

    @Slot(object, object)
    def _on_run_ended(self, request: RunRequest, _: Outcome) -> None:
        if request.origin is Origin.READER:
            self.curves.end()
            run = self._model.runs.ended
            if run and run.history.seconds >= LONG_S and not self.window().isActiveWindow():
                QApplication.alert(self.window())
