"""The curves and figures of the runs: loss of each batch, losses and accuracy of each epoch."""

from PySide6.QtCore import QElapsedTimer, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.plots.along import Along, place_in
from desktop.plots.along_menu import AlongMenu
from desktop.plots.plot_card import PlotCard
from desktop.plots.smoothing import SmoothingSlider
from desktop.runs.history import RunHistory
from desktop.runs.run_list import Run, RunLog
from desktop.runs.units import units_of
from desktop.training.drawn_curves import Drawn, compared_curves, lone_curves, x_names
from desktop.training.figures import FiguresCard
from desktop.training.plot_words import twins
from desktop.widgets.theme import GAP_PX
from desktop.worker.messages import Moment

TURN_MS = 50  # one part a turn: the window never waits for all of them at once
WAY_MS = 4  # what a move of the pen takes: reading and painting what has changed
_NUMBERS = 3
_NARROWEST_PX = 160  # two curves have their names in it
_ROUND = (0, _NUMBERS, 0, 1, 0, _NUMBERS, 0, 2)  # a plot's place, or the numbers


class Curves(QWidget):
    """Draws the runs' numbers part by part, only where there are new ones.

    Every second turn draws the loss of the batches, 10 times a second at most; those between are
    for the other parts, one after the other. On a page that was left nothing is drawn until it is
    seen again. Signals: `drawn()` after all parts had their turn.
    """

    drawn = Signal()

    def __init__(self, log: RunLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.log = log
        self.figures = FiguresCard()
        self._invitation = self.tr("Press “Train”, and the loss of each batch appears here.")
        self.loss = PlotCard(
            self.tr("Loss per batch"), self.tr("batch"), self._invitation, clips=True
        )
        self.loss.plot.setObjectName("lossPlot")
        self.smoothing = SmoothingSlider()
        self.loss.tools.insertWidget(2, self.smoothing)
        self.epoch_loss = PlotCard(
            self.tr("Loss"),
            self.tr("epoch"),
            self.tr("Training and validation loss, one point per epoch."),
            clips=True,
        )
        self.accuracy = PlotCard(
            self.tr("Accuracy, %"),
            self.tr("epoch"),
            self.tr("Share of validation images that are read correctly."),
        )
        self.along_menu = AlongMenu(self)
        for plot in self.plots:
            plot.menu.insertMenu(plot.log, self.along_menu)
        self.along_menu.chosen.connect(self._on_along_chosen)
        self._marked: tuple[Run | None, Moment | None] = (None, None)
        self._turns = QTimer(self, interval=TURN_MS)
        self._turns.timeout.connect(self._on_time)
        self._turn = 0
        self._since_pen = QElapsedTimer()
        self._gave_way = False
        self._was_left = False
        self.smoothing.changed.connect(self._on_smoothing_changed)
        self._top = QVBoxLayout()  # the batches' loss, or what covers it
        self._build()

    @property
    def history(self) -> RunHistory:
        """The numbers of the reader's newest run: one and the same object for all runs."""
        return self.log.live

    @property
    def is_at_rest(self) -> bool:
        """Whether everything is drawn, and no turn is to come."""
        return not self._turns.isActive()

    @property
    def plots(self) -> tuple[PlotCard, PlotCard, PlotCard]:
        return self.loss, self.epoch_loss, self.accuracy

    def _build(self) -> None:
        self._rows = layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.figures, 0, 0, 1, 2)
        self._top.addWidget(self.loss)
        for plot in (self.epoch_loss, self.accuracy):
            plot.setMinimumWidth(_NARROWEST_PX)
        layout.addLayout(self._top, 1, 0, 1, 2)
        layout.addWidget(self.epoch_loss, 2, 0)
        layout.addWidget(self.accuracy, 2, 1)
        layout.setRowStretch(1, 5)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        self._share_height()

    def _share_height(self) -> None:
        """Leave more to the batches' loss where a run ended without an epoch."""
        run = self._lone_run
        has_ended = run is not None and run.outcome is not None
        stretch = 1 if has_ended and self.epoch_loss.is_empty else 4
        if stretch != self._rows.rowStretch(2):  # or all would be laid out anew
            self._rows.setRowStretch(2, stretch)

    def lay_over_loss(self, card: PlotCard) -> None:
        """Keep a card that may take the place of the batches' loss."""
        self._cover = card
        card.hide()
        self._top.addWidget(card)

    @Slot()
    def cover_loss(self) -> None:
        """Show the other card."""
        self.loss.hide()
        self._cover.show()

    @Slot()
    def uncover_loss(self) -> None:
        """Show the batches' loss again."""
        self._cover.hide()
        self.loss.show()

    def mark(self, run: Run | None, moment: Moment | None) -> None:
        """Show in all plots at which moment a run is looked back on, where its curves are drawn."""
        self._marked = run, moment
        is_lone = run is not None and not self.log.shown and run.history is self.history
        is_drawn = run is not None and (run.shown or is_lone)
        steps, epochs = units_of(run, self.along_menu.along)
        step = place_in(moment.step, steps) if moment and is_drawn else None
        epoch = place_in(moment.step / moment.batches, epochs) if moment and is_drawn else None
        for plot, place in zip(self.plots, (step, epoch, epoch), strict=True):
            plot.mark.put(place)

    def show_loading(self, done: int, images: int, sentence: str) -> None:
        """Show how much of the data is read."""
        self.figures.show_loading(done, images)
        self.loss.show_empty(sentence)

    @Slot()
    def begin(self) -> None:
        """Begin the curves of a new run of the reader's."""
        self.figures.show_run(self.log.newest)
        self.loss.show_empty(self._invitation)
        for plot in self.plots:
            plot.show_everything()
        self.wake()

    @Slot()
    def end(self) -> None:
        """Draw the last of the reader's run, or that it never began."""
        self.loss.show_empty(self._invitation)
        self.history.is_new = True
        self.draw()

    @Slot()
    def draw(self) -> None:
        """Draw what is new, now, or when the page is seen again."""
        self._turns.stop()
        if self.history.is_new and not self._was_left:
            self._turn = 0
            for _ in _ROUND:
                self._on_turn()

    def wake(self) -> None:
        """Draw with the next turns, whatever changed."""
        self.history.is_new = True
        if self.is_at_rest and not self._was_left:
            self._turns.start(TURN_MS)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._was_left:
            self._was_left = False
            self.draw()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._was_left = True
        self.history.is_new |= not self.is_at_rest  # some of its parts
        self._turns.stop()

    @Slot()
    def give_way(self) -> None:
        """The pen has moved: what follows from that goes before the next part."""
        self._since_pen.start()

    @Slot()
    def _on_time(self) -> None:
        at_work = self._since_pen.isValid() and self._since_pen.elapsed() < WAY_MS
        self._gave_way = at_work and not self._gave_way  # once, or a fast pen would stop the curves
        self._turns.setInterval(WAY_MS if self._gave_way else TURN_MS)
        if not self._gave_way:
            self._on_turn()

    def _on_turn(self) -> None:
        if self._turn == 0:
            self.history.is_new = False
        self._draw_part(_ROUND[self._turn])
        self._turn = (self._turn + 1) % len(_ROUND)
        if self._turn == 0:
            self.drawn.emit()
            if not self.history.is_new:
                self._turns.stop()

    def _draw_part(self, part: int) -> None:
        if part == _NUMBERS:
            self.figures.show_run(self.log.newest)
            for plot, words in zip(self.plots, twins(self.log.shown, self._lone_run), strict=True):
                plot.describe(words)
        else:
            several = len(self.log.shown) > 1
            if part == 1:
                loss = self.tr("Validation loss") if several else self.tr("Loss")
                self.epoch_loss.show_heading(loss, self.tr("Valid. loss") if several else "")
            self.plots[part].draw(self._drawn()[part])
            self._share_height()

    def _drawn(self) -> Drawn:
        along = self.along_menu.along
        if len(self.log.shown) > 1:
            return compared_curves(self.log.shown, along)
        run = self._lone_run
        return lone_curves(run.history if run else self.history, units_of(run, along), run)

    @property
    def _lone_run(self) -> Run | None:
        """The only run that is shown."""
        shown = self.log.shown
        return shown[0] if shown else self.log.current

    @Slot(object)
    def _on_along_chosen(self, along: Along) -> None:
        for plot, x_name in zip(self.plots, x_names(along), strict=True):
            plot.run_along(x_name, counted=along is not Along.SECONDS)
        self.mark(*self._marked)
        self.history.is_new = True
        self.draw()

    @Slot(float)
    def _on_smoothing_changed(self, weight: float) -> None:
        self.log.smooth(weight)
        self.wake()
