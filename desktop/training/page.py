"""The training page: panel, curves and the run between them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.messages import Outcome, RunRequest, RunStart, Stretch
from desktop.theme import GAP_PX
from desktop.training.controller import TrainingController
from desktop.training.curves import Curves
from desktop.training.panel import TrainingPanel
from desktop.training.run_state import Event, State
from engine.errors import ConfigError


class TrainingPage(QWidget):
    """Turns the panel's wishes into the controller's calls and the worker's reports into curves.

    Signals: `failed(str)`, `status_changed(str)` sentences for people; `started()` at every start.
    """

    failed = Signal(str)
    status_changed = Signal(str)
    started = Signal()

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.panel = TrainingPanel()
        self.panel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.curves = Curves()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.panel)
        layout.addWidget(self.curves, 1)
        self._connect()

    def _connect(self) -> None:
        panel, controller, worker = self.panel, self.controller, self.controller.worker
        panel.train_requested.connect(self.train)
        panel.pause_requested.connect(self.pause)
        panel.step_requested.connect(self.step)
        panel.stop_requested.connect(self.stop)
        panel.settings.lr.valueChanged.connect(controller.set_lr)
        controller.state_changed.connect(panel.show_state)
        controller.state_changed.connect(self._on_state_changed)
        controller.run_ended.connect(self._on_run_ended)
        worker.run_started.connect(self.curves.begin)
        worker.reported.connect(self.curves.add)

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
        if self.controller.state is State.IDLE:
            self._start(Stretch.BATCH)
        elif self.controller.allows(Event.STEP):
            self.controller.go_on(Stretch.BATCH)

    @Slot()
    def stop(self) -> None:
        if self.controller.allows(Event.STOP):
            self.controller.stop()

    def _start(self, stretch: Stretch) -> None:
        settings = self.panel.settings
        try:
            config = settings.config()
        except ConfigError as error:
            self.failed.emit(str(error))
            return
        self.started.emit()
        self.controller.start(RunRequest(settings.dataset.dataset(), config, stretch))

    @Slot(object)
    def _on_state_changed(self, state: State) -> None:
        if state is not State.IDLE:
            self.status_changed.emit(self._sentence(state, self.controller.run))

    @Slot(object)
    def _on_run_ended(self, outcome: Outcome) -> None:
        self.curves.draw()
        epoch = self.curves.history.last_epoch
        if outcome is Outcome.FAILED:
            self.status_changed.emit(self.tr("The run ended with an error"))
        elif epoch is None:
            self.status_changed.emit(self.tr("Stopped"))
        else:
            words = self.tr("Finished") if outcome is Outcome.FINISHED else self.tr("Stopped")
            self.status_changed.emit(
                self.tr("{0} after epoch {1}: {2:.2f} % of the validation set read right").format(
                    words, epoch.epoch, epoch.valid_accuracy * 100
                )
            )

    def _sentence(self, state: State, run: RunStart | None) -> str:
        if state is State.LOADING:
            return self.tr("Getting the data and the model ready…")
        if state is State.STOPPING or run is None:
            return self.tr("Stopping…")
        words = self.tr("Training") if state is State.RUNNING else self.tr("Paused:")
        return self.tr("{0} {1} on {2:,} images of {3}").format(
            words, run.config.model, run.train_images, run.dataset
        )
