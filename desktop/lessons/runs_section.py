"""The part of a lesson that trains: its button, its curves as they grow, and what came out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.app_model import AppModel
from desktop.i18n.numbers import fill, percent
from desktop.lessons import questions
from desktop.lessons.driver import Gathered, RunDriver
from desktop.lessons.figures.board import FigureBoard
from desktop.lessons.figures.curve_looks import keys_of, leaps, percent_ends
from desktop.lessons.figures.plot import PlotView
from desktop.lessons.questions import Bench
from desktop.plots.legend import Legend
from desktop.widgets.controls import IconButton, caption
from desktop.widgets.theme import GAP_PX
from desktop.worker.questions import Questions
from engine.lessons.controls import Values
from engine.lessons.figures import Plot
from engine.lessons.lab import Run

_DRAW_MS = 150
_MOST_ROWS = 6  # of names, one for each of a lesson's trainings


class RunsSection(QWidget):
    """Signals: `ended()`, after the last training or when it broke off."""

    ended = Signal()

    def __init__(
        self,
        model: AppModel,
        bench: Callable[[], Bench],
        values: Callable[[], Values],
        code: tuple[str, ...] = (),
    ) -> None:
        """`code` is what is code in the sentences of what came out."""
        super().__init__()
        self._bench, self._values = bench, values
        self._questions: Questions = model.questions
        self._model, self._trainer = model, model.trainer
        self.driver = RunDriver(model, bench().words, self)
        self.run_button = IconButton("train", self.tr("Run"), primary=True)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.stop_button = QPushButton(self.tr("Stop it and run"))
        self.told = caption("")
        self.loss, self.accuracy = PlotView(), PlotView()
        self.legend = Legend(most_rows=_MOST_ROWS)
        self.board = FigureBoard(code)
        self._is_judged = True
        self._draw_soon = QTimer(self, interval=_DRAW_MS, singleShot=True)
        self._build()
        self._connect()
        self._offer()

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way: the trainings are done and judged, or never began."""
        return not self.driver.is_running and self._is_judged

    def _build(self) -> None:
        self.run_button.setObjectName("lessonRun")
        self.run_button.setToolTip(
            self.tr(
                "Train the networks that the lesson compares; your own settings and network "
                "stay as they are"
            )
        )
        self.cancel_button.setObjectName("lessonCancel")
        self.stop_button.setObjectName("lessonStopOther")
        self.told.setWordWrap(True)
        row = QHBoxLayout()
        for button in (self.run_button, self.cancel_button, self.stop_button):
            row.addWidget(button)
        row.addWidget(self.told, 1)
        plots = QHBoxLayout()
        plots.setSpacing(GAP_PX)
        plots.addWidget(self.loss, 3)
        plots.addWidget(self.accuracy, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addLayout(row)
        curves = QVBoxLayout()
        curves.setSpacing(0)  # the legend is closer to the plots than to what follows
        curves.addLayout(plots)
        curves.addWidget(self.legend)
        layout.addLayout(curves)
        layout.addWidget(self.board)
        for widget in (self.stop_button, self.legend, self.loss, self.accuracy, self.board):
            widget.hide()  # what is empty would take the space between two rows

    def _connect(self) -> None:
        self.run_button.clicked.connect(self.run)
        self.cancel_button.clicked.connect(self.driver.stop)
        self.stop_button.clicked.connect(self._on_stop_other)
        self.driver.progressed.connect(self._on_progressed)
        self.driver.finished.connect(self._on_finished)
        self.driver.broke_off.connect(self._on_broke_off)
        self._draw_soon.timeout.connect(self._draw)
        self.loss.head.resized.connect(self._place_legend)

    @Slot()
    def run(self) -> None:
        """Ask what is to be trained, and do it; a training that is under way must end first."""
        if not self._trainer.is_free:
            self._tell_of_another()
            return
        self._is_judged = False
        self._tell("")
        self._offer()
        lesson = self._bench().lesson
        pending = self._questions.ask(partial(questions.plan, lesson, self._values()))
        pending.answered.connect(self._on_planned)
        pending.failed.connect(self._on_broke_off)

    def _tell_of_another(self) -> None:
        self._tell(self.tr("Another run is in progress. Stop it first, or wait until it ends."))
        self.stop_button.show()

    @Slot()
    def _on_stop_other(self) -> None:
        self.stop_button.hide()
        if self._trainer.is_free:
            self.run()
        else:
            self._trainer.run_ended.connect(self._on_other_ended)
            self._trainer.stop()

    @Slot()
    def _on_other_ended(self) -> None:
        self._trainer.run_ended.disconnect(self._on_other_ended)
        QTimer.singleShot(0, self, self.run)  # when everybody has heard that it ended

    @Slot(object)
    def _on_planned(self, runs: tuple[Run, ...]) -> None:
        self.board.show()
        self.board.show_figures(())
        self.board.settle()
        if self._trainer.is_free:
            if self.isVisible():  # or the page was left since
                self._model.lend()
            self.driver.start(runs)
            self._offer()
        else:  # somebody was quicker
            self._on_judged()
            self._tell_of_another()

    @Slot()
    def _on_progressed(self) -> None:
        if not self._draw_soon.isActive():
            self._draw_soon.start()

    @Slot()
    def _draw(self) -> None:
        gathered = self.driver.gathered
        if not gathered:
            return
        if self.driver.is_running:
            place, count = len(gathered), len(gathered) + self.driver.left
            words = self.tr("Training {0} of {1}: {2}, {3}")
            self._tell(fill(words, place, count, gathered[-1].name, percent(gathered[-1].share, 0)))
        self._draw_plots(gathered)

    def _draw_plots(self, gathered: list[Gathered]) -> None:
        told = [each for each in gathered if len(each.losses)]
        losses = tuple(each.loss_curve() for each in told)
        shares = tuple(each.accuracy_curve() for each in gathered if len(each.epochs) > 1)
        across, words = self.tr("epoch"), self.tr("loss")
        title = self._title({each.together for each in told})
        self.loss.show_figure(Plot(losses, across, words, title, log_y=leaps(losses)))
        ends = percent_ends(shares)
        self.accuracy.show_figure(Plot(shares, across, "%", self.tr("Accuracy"), y_range=ends))
        for legend in (self.legend, self.loss.legend):
            legend.show_styles(keys_of(losses))
        for plot, curves in ((self.loss, losses), (self.accuracy, shares)):
            plot.setVisible(bool(curves))
        self.accuracy.legend.hide()
        self._place_legend()

    @Slot()
    def _place_legend(self) -> None:
        """Have one legend: below both plots, or at the heading of the losses alone."""
        beside = self.accuracy.isHidden() and self.loss.head.has_room()
        self.loss.legend.setVisible(beside)
        self.legend.setVisible(not beside and not self.loss.isHidden())

    def _title(self, together: set[int]) -> str:
        """Say what a point of a loss is: of how many batches it is a mean."""
        most = max(together, default=1)
        if most == 1:
            return self.tr("Loss per batch")
        some = self.tr("Mean loss over up to {0} batches")
        return fill(self.tr("Mean loss of every {0} batches") if len(together) == 1 else some, most)

    @Slot(object)
    def _on_finished(self, records: object) -> None:
        assert isinstance(records, dict)
        self._draw()
        self._tell("")
        assert self.driver.number is not None  # or nothing would have been trained
        question = partial(questions.judge, self._bench(), records, self.driver.number)
        pending = self._questions.ask(question)
        pending.answered.connect(self.board.show_figures)
        pending.failed.connect(self._tell)
        pending.failed.connect(self._on_judged)
        pending.ended.connect(self._on_judged)

    @Slot(str)
    def _on_broke_off(self, sentence: str) -> None:
        self._draw()
        self._tell(sentence)
        self._on_judged()

    @Slot()
    def _on_judged(self) -> None:
        self._is_judged = True
        self._draw_soon.stop()
        self.board.settle()
        self._offer()
        self.ended.emit()

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setAccessibleName(sentence)
        self.stop_button.hide()

    def _offer(self) -> None:
        busy = not self.is_settled
        if busy and self.run_button.hasFocus():
            self.cancel_button.show()
            self.cancel_button.setFocus()
        elif not busy and self.cancel_button.hasFocus():
            self.run_button.setEnabled(True)
            self.run_button.setFocus()
        self.run_button.setEnabled(not busy)
        self.run_button.setText(self.tr("Run again") if self.driver.gathered else self.tr("Run"))
        self.cancel_button.setVisible(busy)
