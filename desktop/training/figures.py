"""The few large numbers above the curves: accuracy, loss, epoch, time, as far as there is room."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.i18n.numbers import decimal, rate, whole
from desktop.runs.run_list import Run
from desktop.widgets.controls import Card, caption, title
from desktop.widgets.plain_text import as_tip
from desktop.widgets.progress_bar import ProgressBar
from desktop.widgets.theme import GAP_PX, scaled_font

NOTHING = "–"
_MARGIN_PX = GAP_PX + 2
_TELLING_S = 0.5  # the first batches are slow: before that they don't tell how long a run takes
_NARROWEST_PX = 300  # whatever the numbers are: the page must not grow with the batches


class FiguresCard(Card):
    """Shows where the run stands; the thin line below is how much of it is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._captions: dict[QLabel, QLabel] = {}
        self._has_ended = False
        self._row = QHBoxLayout()
        self._row.setSpacing(2 * GAP_PX)
        self._add_numbers()
        self._row.addStretch()
        self.progress = ProgressBar()
        self._build()

    def _add_numbers(self) -> None:
        self.accuracy = self._add(
            self.tr("Accuracy"),
            self.tr(
                "How many images of the validation set the network reads correctly; it "
                "never learns from them"
            ),
        )
        self.accuracy.setObjectName("accuracyLabel")
        self.drawn = self._add(
            self.tr("Drawn digits"),
            self.tr(
                "How many digits of five people whom nothing in Inkgrad was trained on the "
                "network reads correctly: strokes, as you draw them on the pad. The validation "
                "set comes from the same source as the training set; this doesn't"
            ),
        )
        self.drawn.setObjectName("drawnLabel")
        self.loss = self._add(
            self.tr("Validation loss"),
            self.tr(
                "How wrong its answers on the validation set are. Where this rises while "
                "the training loss still falls, the network is learning its images by "
                "heart"
            ),
        )
        self.epoch = self._add(
            self.tr("Epoch"), self.tr("How many times it has seen every image in the training set")
        )
        self.batch = self._add(
            self.tr("Batch"), self.tr("How many steps it has taken: one per batch")
        )
        self.rate = self._add(
            self.tr("Learning rate"), self.tr("How far the last step went down the slope")
        )
        self.time = self._add(
            self.tr("Time left"),
            self.tr(
                "How long the run still takes or has taken, not counting pauses; it doesn't affect "
                "the learning"
            ),
        )

    def _build(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("How much of the run is done"))
        self.progress.setRange(0, 1000)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN_PX, GAP_PX - 2, _MARGIN_PX, GAP_PX)
        layout.setSpacing(8)
        layout.addLayout(self._row)
        layout.addWidget(self.progress)
        self.setMinimumWidth(_NARROWEST_PX)

    @Slot(int, int)
    def show_loading(self, done: int, images: int) -> None:
        """Show how much of the data is read."""
        self._show_share(done / max(1, images))

    def show_run(self, run: Run | None) -> None:
        """Show where a run stands; None where there is none."""
        if run is None:
            self._show_nothing()
            return
        self._has_ended = run.outcome is not None
        step, last = run.history.last_step, run.history.last_epoch
        epochs = run.start.config.epochs
        done = min(1.0, (step.step if step else 0) / (epochs * run.start.batches))
        self._show_share(done)
        self.epoch.setText(run.epochs_told)
        self.batch.setText(whole(step.step if step else 0))
        self.rate.setText(rate(step.lr) if step else NOTHING)
        self.accuracy.setText(f"{decimal(last.valid_accuracy * 100, 2)} %" if last else NOTHING)
        drawn = run.drawn_accuracy
        self.drawn.setText(NOTHING if drawn is None else f"{decimal(drawn * 100, 2)} %")
        self.loss.setText(decimal(last.valid_loss, 4) if last else NOTHING)
        self._captions[self.time].setText(
            self.tr("Time taken") if run.outcome else self.tr("Time left")
        )
        self.time.setText(_time(run, done))
        self._fit()

    def _show_share(self, done: float) -> None:
        self.progress.setValue(round(1000 * done))

    def _show_nothing(self) -> None:
        self._has_ended = False
        self._show_share(0)
        self._captions[self.time].setText(self.tr("Time left"))
        for number in self._captions:
            number.setText(NOTHING)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what stands elsewhere too, where there isn't room for everything."""
        shown = [n for n in self._captions if n is not self.drawn or n.text() != NOTHING]
        room = self.contentsRect().width() - 2 * _MARGIN_PX
        spares = [self.batch, self.rate, self.epoch, self.loss, self.time]
        if self._has_ended and self.loss.text() == NOTHING:  # it is the batches that tell
            spares = [self.loss, self.rate, self.batch, self.epoch, self.time]
        for spare in spares:
            widths = [
                max(n.sizeHint().width(), self._captions[n].sizeHint().width()) for n in shown
            ]
            if sum(widths) + self._row.spacing() * (len(shown) - 1) <= room:
                break
            shown.remove(spare)
        for number, name in self._captions.items():
            number.setVisible(number in shown)
            name.setVisible(number in shown)

    def _add(self, name: str, tip: str) -> QLabel:
        value = title(NOTHING)
        value.setFont(scaled_font(value, 1.65, bold=True))
        value.setAccessibleName(name)
        box = QVBoxLayout()
        box.setSpacing(0)
        self._captions[value] = caption(name)
        for label in (value, self._captions[value]):
            label.setToolTip(as_tip(tip))
        box.addWidget(self._captions[value])
        box.addWidget(value, 1, Qt.AlignmentFlag.AlignBottom)
        self._row.addLayout(box)
        return value


def _time(run: Run, done: float) -> str:
    """Say how long a run took, or will still take: `done` is its share that is done."""
    history = run.history
    if run.outcome:
        return clock(history.seconds) if history.last_step else NOTHING
    if history.seconds < _TELLING_S:
        return NOTHING
    epoch, epochs = history.last_epoch, run.start.config.epochs
    in_all = epoch.seconds / epoch.epoch * epochs if epoch else history.seconds / done
    return clock(max(0.0, in_all - history.seconds))


def clock(seconds: float) -> str:
    """Return 75.2 as "1:15"; less than a minute with its unit, and few seconds with tenths."""
    if seconds < 9.95:
        return f"{decimal(seconds, 1)} s"
    rounded = round(seconds)
    if rounded < 60:
        return f"{rounded} s"
    if rounded < 3600:
        return f"{rounded // 60}:{rounded % 60:02}"
    return f"{rounded // 3600}:{rounded % 3600 // 60:02}:{rounded % 60:02}"
