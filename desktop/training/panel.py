"""The card where a run is set up and steered. Its buttons do what the Train menu does."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.app_model import AppModel
from desktop.i18n.engine_words import in_words
from desktop.shell.actions import Actions
from desktop.training.augmented.dialog import AugmentedDialog
from desktop.training.gap_note import GapNote
from desktop.training.settings import SettingsForm
from desktop.widgets.controls import Card, IconButton, follow, title
from desktop.widgets.theme import GAP_PX
from desktop.worker.messages import Origin
from desktop.worker.run_state import State
from engine.presets import Preset


class TrainingPanel(Card):
    """Settings above, Train, Pause, Stop, One batch and One epoch below.

    Signals: `told(str)`, a sentence for people.
    """

    told = Signal(str)

    def __init__(self, model: AppModel, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._trainer, self._runs = model, model.trainer, model.runs
        self.settings = SettingsForm(model.settings, model.datasets)
        self.train_button = IconButton("train", self.tr("Train"), primary=True)
        self.train_button.setObjectName("trainButton")
        self.pause_button = IconButton("pause", self.tr("Pause"))
        self.pause_button.setObjectName("pauseButton")
        self.step_button = IconButton("step", self.tr("One batch"))
        self.step_button.setObjectName("stepButton")
        self.epoch_button = IconButton("epoch", self.tr("One epoch"))
        self.epoch_button.setObjectName("epochButton")
        self.stop_button = IconButton("stop", self.tr("Stop"))
        self.stop_button.setObjectName("stopButton")
        self.gap_note = GapNote()
        self._build()
        self._connect(model, actions)
        self._show_state()

    def _explain(self) -> None:
        self.train_button.setToolTip(
            self.tr("Start with new random weights and train for the number of epochs set (F5)")
        )
        self.pause_button.setToolTip(self.tr("Pause the run, and go on from there later (F6)"))
        self.step_button.setToolTip(
            self.tr(
                "Learn from a single batch, then wait: see what one step of gradient descent "
                "does (F10)"
            )
        )
        self.epoch_button.setToolTip(
            self.tr("Learn from the whole training set once, then wait (Ctrl+F10)")
        )
        self.stop_button.setToolTip(
            self.tr("End the run; the network keeps what it has learned so far (Shift+F5)")
        )

    def _build(self) -> None:
        self._explain()
        buttons = QGridLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.train_button, 0, 0, 1, 2)
        buttons.addWidget(self.pause_button, 1, 0)
        buttons.addWidget(self.stop_button, 1, 1)
        buttons.addWidget(self.step_button, 2, 0)
        buttons.addWidget(self.epoch_button, 2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, GAP_PX, GAP_PX + 2, GAP_PX + 2)
        layout.setSpacing(GAP_PX)
        layout.addWidget(title(self.tr("Training")))
        layout.addWidget(self.settings)
        layout.addLayout(buttons)
        layout.addWidget(self.gap_note)
        layout.addStretch(1)

    def _connect(self, model: AppModel, actions: Actions) -> None:
        follow(self.train_button, actions.train)
        follow(self.pause_button, actions.pause)
        follow(self.step_button, actions.step)
        follow(self.epoch_button, actions.epoch)
        follow(self.stop_button, actions.stop)
        form = self.settings
        follow(form.basic.find_lr, actions.find_lr)
        form.dataset.folder_requested.connect(actions.open_folder.trigger)
        form.dataset.file_requested.connect(actions.open_data_file.trigger)
        form.lr.settled.connect(model.change_lr)
        form.preset.chosen.connect(self._on_preset_chosen)
        form.rest.see_augmented.clicked.connect(self._on_see_augmented)
        model.trainer.state_changed.connect(self._show_state)
        model.runs_changed.connect(self._on_runs_changed)

    @Slot(object)
    def _on_preset_chosen(self, preset: Preset) -> None:
        """Say what it is good for, and what it costs."""
        self.told.emit(in_words(preset.about))

    @Slot()
    def _on_see_augmented(self) -> None:
        model = self._model
        if config := model.checked_settings():
            dialog = AugmentedDialog(model.questions, model.datasets.chosen, config, self)
            dialog.failed.connect(model.failed)
            dialog.open()

    @Slot()
    def _on_runs_changed(self) -> None:
        self.gap_note.tell_of(self._runs.newest)

    @Slot()
    def _show_state(self) -> None:
        """Say what goes on, where it is the reader's own run that does."""
        is_own = self._trainer.origin is Origin.READER
        state = self._trainer.state if is_own else State.IDLE
        loading = self._trainer.state is State.LOADING
        self.stop_button.setText(self.tr("Cancel") if loading else self.tr("Stop"))
        self.settings.lock(is_own)
        self.train_button.setText(self._train_text(state))
        if state is State.PAUSED:
            self.pause_button.change("train", self.tr("Resume"))
        else:
            self.pause_button.change("pause", self.tr("Pause"))

    def _train_text(self, state: State) -> str:
        return {
            State.IDLE: self.tr("Train"),
            State.LOADING: self.tr("Getting ready…"),
            State.RUNNING: self.tr("Training…"),
            State.PAUSED: self.tr("Paused"),
            State.STOPPING: self.tr("Stopping…"),
        }[state]
