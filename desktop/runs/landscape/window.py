"""The window of a run's landscape: the map, what it shows of whose path, and saving it."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.app_model import AppModel
from desktop.i18n.numbers import fill
from desktop.plots.curve_styles import CurveStyle, run_style
from desktop.runs.differences import told_apart
from desktop.runs.landscape import words
from desktop.runs.landscape.choices import Choices
from desktop.runs.landscape.facts import Facts, FactsArea
from desktop.runs.landscape.ground import BandLegend
from desktop.runs.landscape.map import At, LossMap
from desktop.runs.landscape.messages import Found, Measured, Reading, Wish
from desktop.runs.landscape.questions import survey
from desktop.runs.landscape.saving import save_numbers, save_picture
from desktop.runs.run_list import Run
from desktop.widgets.controls import close_row
from desktop.widgets.dialog import Dialog
from desktop.widgets.one_line import heading_line, small_line
from desktop.widgets.plain_text import as_tip
from desktop.widgets.progress_bar import ProgressBar
from desktop.widgets.theme import GAP_PX
from desktop.worker.questions import Newest

_SIZE, _FACTS_PX = QSize(880, 640), 296


class LandscapeWindow(Dialog):
    """Shows one run's, with the paths of the ticked runs that began at the same weights."""

    def __init__(self, parent: QWidget, model: AppModel) -> None:
        super().__init__(parent)
        self.setObjectName("landscapeWindow")
        self.setWindowTitle(self.tr("Loss landscape"))
        self._model = model
        self.run: Run | None = None
        self.found: Found | None = None
        self.measured: Measured | None = None
        self._looks: dict[int, CurveStyle] = {}
        self._apart: dict[int, str] = {}
        self.choices = Choices()
        self.map, self.legend = LossMap(), BandLegend()
        self.heading, self.readout, self.facts = heading_line(""), small_line(), Facts()
        self.bar, self.again = ProgressBar(), QPushButton()
        self.picture = QPushButton(self.tr("Save picture…"))
        self.numbers = QPushButton(self.tr("Save numbers (CSV)…"))
        self.body = QWidget()
        self._asking = Newest(model.questions, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._dress()
        self.readout.setObjectName("lossReadout")
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How much of the loss is computed"))
        row, body = QHBoxLayout(), QVBoxLayout(self.body)
        row.addWidget(self.map, 1)
        row.addWidget(self.legend)
        row.addSpacing(GAP_PX)
        facts = FactsArea(self.facts)
        facts.setMinimumWidth(_FACTS_PX)
        row.addWidget(facts)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.heading)
        body.addLayout(row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(GAP_PX - 4)
        layout.addWidget(self.choices)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.readout)
        layout.addLayout(self._foot())
        self.resize(_SIZE)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self.again)
        foot.addWidget(self.bar, 1)
        for button in (self.picture, self.numbers):
            foot.addWidget(button)
        foot.addWidget(close_row(self))
        return foot

    def _dress(self) -> None:
        """Say what each button does."""
        self.picture.setToolTip(as_tip(self.tr("Save the map as a PNG image")))
        self.numbers.setToolTip(as_tip(self.tr("Save paths and losses for a spreadsheet")))

    def _connect(self) -> None:
        self.choices.changed.connect(self._ask)
        self.again.clicked.connect(self._on_again)
        self.picture.clicked.connect(self._on_picture)
        self.numbers.clicked.connect(self._on_numbers)
        self.map.pointed.connect(self._on_pointed)
        self._asking.answered.connect(self._on_answered)
        self._asking.ended.connect(self._offer)
        self._asking.failed.connect(self._on_failed)
        self._model.playback.moved.connect(self._on_played_back)

    def show_run(self, run: Run) -> None:
        """Show the landscape of a run."""
        self.run = run
        self.setWindowTitle(fill(self.tr("Loss landscape of {0}"), run.name))
        self.come_forward()
        self._ask()

    @Slot()
    def look_again(self) -> None:
        """Show the paths of other runs, where others are ticked now."""
        if self.run and {run.number for run in self._runs()} != self._looks.keys():
            self._ask()

    def done(self, result: int) -> None:
        self._asking.cancel()
        super().done(result)

    @Slot()
    def _ask(self) -> None:
        if self.run is None or not self.isVisible():
            return
        runs = self._runs()
        self._looks = {run.number: run_style(run.look, run.name) for run in runs}
        self._apart = dict(zip(self._looks, told_apart(runs), strict=True))
        self.found = self.measured = None
        self.map.clear()
        self.legend.show_bands(None)
        self.facts.say("")
        self.heading.setText(self.tr("Reading what is kept of the run…"))
        self.bar.setRange(0, 0)
        ended = tuple(run.outcome is not None for run in runs)
        kind, images = self.choices.kind, self.choices.count
        started = tuple(run.start for run in runs[1:])
        self._asking.ask(survey(Wish(self.run.start, started, ended, kind, images)))
        self._offer()

    def _runs(self) -> list[Run]:
        """Return the run that is shown, which is another object once it goes on, and the other
        ticked ones.
        """
        assert self.run
        own, runs = self.run, self._model.runs
        own = next((run for run in runs.runs if own.start.id and run.start.id == own.start.id), own)
        self.run = own
        return [own, *(run for run in runs.shown if run.number != own.number)]

    @Slot()
    def _on_again(self) -> None:
        if self._asking.is_awaited:
            self._asking.cancel()
            if self.measured is None:
                self.heading.setText(self.tr("Cancelled"))
            self._offer()
        else:
            self._ask()

    @Slot()
    def _offer(self) -> None:
        """Offer to cancel, or to compute anew; and to save what there is."""
        is_awaited = self._asking.is_awaited
        self.again.setText(self.tr("Cancel") if is_awaited else self.tr("Compute again"))
        tip = self.tr("Stop computing; what has been drawn stays")
        other = self.tr("Read the run again, with the runs that are ticked now")
        self.again.setToolTip(as_tip(tip if is_awaited else other))
        self.bar.setVisible(is_awaited)
        for button in (self.picture, self.numbers):
            button.setEnabled(self.measured is not None)

    @Slot(object)
    def _on_answered(self, told: Found | Reading | Measured) -> None:
        if isinstance(told, Found):
            self._show_paths(told)
        elif isinstance(told, Reading):
            self.bar.setRange(0, 100)
            self.bar.setValue(round(told.share * 100))
        else:
            self.measured = told
            self.map.show_losses(told)
            self.legend.show_bands(self.map.bands)
            if told.is_finest and self.map.bands is None:
                self.facts.say(self.tr("Nowhere on this plane is the loss a number."))
            self._offer()

    def _show_paths(self, found: Found) -> None:
        assert self.run
        self.found = found
        names = tuple(map(words.spot_names, found.marks))
        self.map.show_paths(found, self._looks, words.axis_names(found), names)
        self.heading.setText(words.measured_words(found, self.run.name))
        self.facts.show_found(found, self._looks, self._apart)
        self.map.setAccessibleDescription(". ".join(self.facts.texts))
        self._on_played_back()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.heading.setText(self.tr("There is no landscape of this run"))
        self.facts.say(sentence)
        self._offer()

    @Slot(float, object)
    def _on_pointed(self, loss: float, at: At | None) -> None:
        told = []
        if self.map.is_pointed and self.measured:
            told.append(fill(self.tr("loss {0}"), words.loss_words(loss)))
        if at and self.found:
            path = self.found.paths[at[0]]
            step, distance = path.steps[at[1]], float(path.distances[at[1]])
            own, name = self.found.loss_at(at[0], step), self._looks[at[0]].name
            told.append(words.moment_words(name, step, distance, own))
        self.readout.setText("; ".join(told))

    @Slot()
    def _on_played_back(self) -> None:
        """Ring the moment that answers for the sketch, if it is one of a path's."""
        playback, at = self._model.playback, None
        if playback.run and playback.moment and self.found:
            path = self.found.paths.get(playback.run.number)
            if path and playback.moment.step in path.steps:
                at = playback.run.number, path.steps.index(playback.moment.step)
        self.map.show_cursor(at)

    @Slot()
    def _on_picture(self) -> None:
        self.readout.setText(save_picture(self, self.body))

    @Slot()
    def _on_numbers(self) -> None:
        assert self.found
        assert self.measured
        names = {number: look.name for number, look in self._looks.items()}
        self.readout.setText(save_numbers(self, self.found, self.measured, names))
