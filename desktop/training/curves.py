"""The curves and figures of the run: loss of each batch, losses and accuracy of each epoch."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.messages import RunStart
from desktop.theme import COOL, FRESH, GAP_PX, WARM
from desktop.training.figures import FiguresCard
from desktop.training.history import RunHistory
from desktop.training.plots import DASHED, CurveStyle, PlotCard
from engine.reports import Report

FRAME_MS = 33  # 30 frames a second, however many reports come


class Curves(QWidget):
    """Gathers reports and draws them at most 30 times a second, and only when there are new ones.

    Signals: `drawn()` after each frame.
    """

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history = RunHistory()
        self.figures = FiguresCard()
        self.loss = PlotCard(
            self.tr("Loss of each batch"),
            self.tr("batch"),
            [
                CurveStyle(self.tr("each batch"), COOL, opacity=0.4),
                CurveStyle(self.tr("smoothed"), WARM),
            ],
            self.tr("Press Train, and the loss of every batch appears here."),
        )
        self.loss.plot.setObjectName("lossPlot")
        self.epoch_loss = PlotCard(
            self.tr("Loss of each epoch"),
            self.tr("epoch"),
            [
                CurveStyle(self.tr("training"), COOL, dots=True),
                CurveStyle(self.tr("validation"), WARM, DASHED, dots=True),
            ],
            self.tr("One point an epoch: training beside validation."),
        )
        self.accuracy = PlotCard(
            self.tr("Accuracy"),
            self.tr("epoch"),
            [CurveStyle(self.tr("validation, %"), FRESH, dots=True)],
            self.tr("How many validation images are read right."),
        )
        self._frames = QTimer(self, interval=FRAME_MS, singleShot=True)
        self._frames.timeout.connect(self.draw)
        self._build()

    def _build(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.figures, 0, 0, 1, 2)
        layout.addWidget(self.loss, 1, 0, 1, 2)
        layout.addWidget(self.epoch_loss, 2, 0)
        layout.addWidget(self.accuracy, 2, 1)
        layout.setRowStretch(1, 5)
        layout.setRowStretch(2, 4)

    @Slot(object)
    def begin(self, run: RunStart) -> None:
        """Forget the last run's points."""
        self.history.clear()
        self.figures.begin(run)
        self._wake()

    @Slot(object)
    def add(self, reports: tuple[Report, ...]) -> None:
        """Take new reports; they are drawn with the next frame."""
        self.history.add(reports)
        self._wake()

    @Slot()
    def draw(self) -> None:
        """Draw what is new, now."""
        self._frames.stop()
        if not self.history.is_new:
            return
        history = self.history
        self.loss.draw(history.batch_loss, history.smooth_loss)
        self.epoch_loss.draw(history.train_loss, history.valid_loss)
        self.accuracy.draw(history.accuracy)
        self.figures.show_history(history)
        self._describe(history)
        history.is_new = False
        self.drawn.emit()

    def _wake(self) -> None:
        if not self._frames.isActive():
            self._frames.start()

    def _describe(self, history: RunHistory) -> None:
        if history.last_step:
            self.loss.describe(
                self.tr("Batch {0}, loss {1:.4f}, smoothed {2:.4f}").format(
                    history.last_step.step, history.last_step.loss, history.smooth_loss.y[-1]
                )
            )
        if history.last_epoch:
            epoch = history.last_epoch
            self.epoch_loss.describe(
                self.tr("Epoch {0}: training loss {1:.4f}, validation loss {2:.4f}").format(
                    epoch.epoch, epoch.train_loss, epoch.valid_loss
                )
            )
            self.accuracy.describe(
                self.tr("Epoch {0}: {1:.2f} % right, {2:.2f} % at best").format(
                    epoch.epoch, history.accuracy.y[-1], history.accuracy.y.max()
                )
            )
