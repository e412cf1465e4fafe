"""The card where a run is set up and steered. What the buttons may do lives in `run_state`."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.training.settings import SettingsForm
from desktop.widgets.controls import Card, IconButton, title
from desktop.widgets.theme import GAP_PX
from desktop.worker.run_state import Event, State, allows


class TrainingPanel(Card):
    """Settings above, Train, Pause, Stop, One batch and One epoch below.

    Signals: `train_requested`, `pause_requested` (pause or resume), `step_requested`,
    `epoch_requested`, `stop_requested`.
    """

    train_requested = Signal()
    pause_requested = Signal()
    step_requested = Signal()
    epoch_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = SettingsForm()
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
        self._build()
        self._connect()
        self.show_state(State.IDLE)

    def _explain(self) -> None:
        self.train_button.setToolTip(
            self.tr("Start from new random weights and learn for as many epochs as set (F5)")
        )
        self.pause_button.setToolTip(
            self.tr("Hold the learning where it stands, and go on from there (F6)")
        )
        self.step_button.setToolTip(
            self.tr("Learn from a single batch, then wait: see what one step of descent does (F10)")
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
        layout.addStretch(1)

    def _connect(self) -> None:
        self.train_button.clicked.connect(self.train_requested)
        self.pause_button.clicked.connect(self.pause_requested)
        self.step_button.clicked.connect(self.step_requested)
        self.epoch_button.clicked.connect(self.epoch_requested)
        self.stop_button.clicked.connect(self.stop_requested)

    @Slot(object)
    def show_state(self, state: State) -> None:
        """Offer what makes sense in `state`."""
        self.train_button.setEnabled(allows(state, Event.START))
        self.pause_button.setEnabled(allows(state, Event.PAUSE) or allows(state, Event.RESUME))
        self.step_button.setEnabled(allows(state, Event.STEP))
        self.epoch_button.setEnabled(allows(state, Event.EPOCH))
        self.stop_button.setText(self.tr("Cancel") if state is State.LOADING else self.tr("Stop"))
        self.stop_button.setEnabled(allows(state, Event.STOP))
        self.settings.lock(state is not State.IDLE)
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
