"""Playback: which run is looked back on, at which of its moments, and playing it through."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from desktop.playback.questions import list_moments
from desktop.runs.run_list import Run, RunLog
from desktop.widgets.throttle import Throttle
from desktop.worker.link import WorkerLink
from desktop.worker.messages import Moment, Source
from desktop.worker.questions import Newest, Questions
from desktop.worker.trainer import Trainer

PLAYING_S = (5, 10, 30)  # how long it can take
_FRAME_MS = 16
_NEWER_MS = 2000  # between two looks at what is kept of the run under way


class Playback(QObject):
    """Lets a moment of a run answer for the sketch; all that shows who answers then follows.

    `run` is the one whose moments they are, after as many batches as `steps` say. `place` is the
    moment's among them; at the end of them, len(steps), nothing is played back and whoever answered
    before does. Signals: `moments_changed()` others are there; `moved()`; `playing_changed(bool)`.
    """

    moments_changed = Signal()
    moved = Signal()
    playing_changed = Signal(bool)

    def __init__(
        self, runs: RunLog, link: WorkerLink, questions: Questions, trainer: Trainer
    ) -> None:
        super().__init__(link)
        self._runs, self._link = runs, link
        self.run: Run | None = None
        self.steps: tuple[int, ...] = ()
        self.place = 0
        self._sent: Moment | None = None
        self._on_way = 0  # wishes that the worker has yet to obey
        self._listing = Newest(questions, self)
        self._listing.answered.connect(self._on_listed)
        self._looking = Throttle(self._look, _NEWER_MS, self)
        self._frames = QTimer(self, interval=_FRAME_MS)
        self._frames.timeout.connect(self._on_frame)
        self._since = QElapsedTimer()
        self._began_at, self._seconds = 0, PLAYING_S[0]
        link.moment_shown.connect(self._on_moment_shown)
        link.source_changed.connect(self._on_source_changed)
        link.lost.connect(self._on_lost)
        link.gave_up.connect(self._on_lost)
        trainer.run_asked_for.connect(self.leave)
        trainer.reported.connect(self._on_reported)
        trainer.run_ended.connect(self._on_run_ended)

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._frames.isActive()

    @property
    def moment(self) -> Moment | None:
        """The moment that is to answer; None where nothing is played back."""
        if self.run is None or self.place >= len(self.steps):
            return None
        start = self.run.start
        in_all = max(start.batches * start.config.epochs, self.steps[-1])
        return Moment(start.id, self.steps[self.place], start.batches, in_all)

    @property
    def accuracy(self) -> float | None:
        """The validation accuracy in percent of the last epoch before the moment, if known."""
        if self.run is None or self.moment is None:
            return None
        series, done = self.run.history.accuracy, self.moment.epochs_done
        known = series.x.searchsorted(done, side="right")
        return float(series.y[known - 1]) if known and series.x[known - 1] == done else None

    def choose(self, run: Run | None) -> None:
        """Have the moments of a run at hand; another's playback is left."""
        if run is not self.run:
            self.leave()
            self._listing.cancel()  # or another's moments would be taken for this one's
            self.run, self.steps, self.place = run, (), 0
            self.moments_changed.emit()
            self._look()

    @Slot(int)
    def show(self, place: int) -> None:
        """Look back on a moment; at the end of them, leave."""
        if place != self.place and 0 <= place <= len(self.steps):
            self.place = place
            self._send()
            self.moved.emit()

    @Slot()
    def leave(self) -> None:
        """Let whoever answered before do so again."""
        self.pause()
        self.show(len(self.steps))

    def play(self, seconds: int) -> None:
        """Go through the moments that follow, as fast as all of them take so many seconds."""
        if not self.steps:
            return
        if self.moment is None:
            self.show(0)
        self._began_at, self._seconds = self.place, seconds
        self._since.start()
        self._frames.start()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stand still at the moment of the moment."""
        if self.is_playing:
            self._frames.stop()
            self.playing_changed.emit(False)

    @Slot(object)
    def _on_source_changed(self, source: Source) -> None:
        """Another answers: where it is no moment, one was chosen or has begun to learn."""
        if source.moment is None and not self._on_way:
            self._sent = None
            self.leave()

    @Slot()
    def _on_lost(self) -> None:
        """The worker is gone, and what it was to show."""
        self._on_way, self._sent = 0, None
        self.leave()

    def _send(self) -> None:
        """Wish for the moment, one at a time: of those that come meanwhile, the last counts."""
        if self.moment == self._sent or (self._on_way and self.moment):
            return
        self._sent = self.moment
        self._on_way += 1
        self._link.show_moment(self.moment)

    @Slot(object)
    def _on_moment_shown(self, shown: Moment | None) -> None:
        self._on_way = max(0, self._on_way - 1)
        if self._on_way:
            return
        if self.moment != self._sent:
            self._send()
        elif shown is None and self._sent:  # it can't be read
            self._sent = None
            self.leave()

    @Slot()
    def _on_frame(self) -> None:
        gone = self._since.elapsed() / 1000 / self._seconds
        place = min(self._began_at + int(gone * len(self.steps)), len(self.steps))
        self.show(place)
        if place == len(self.steps):
            self.pause()

    def _look(self) -> None:
        if self.run and self.run.start.id:
            has_ended = self.run is not self._runs.under_way
            self._listing.ask(list_moments(self.run.start.id, has_ended=has_ended))

    @Slot(object)
    def _on_listed(self, steps: tuple[int, ...]) -> None:
        if steps == self.steps:
            return
        moment, self.steps = self.moment, steps
        self.place = len(steps)
        if moment:  # the same one, or the nearest that is left
            self.place = min(range(len(steps)), key=lambda i: abs(steps[i] - moment.step))
            self._send()
        self.moments_changed.emit()

    @Slot()
    def _on_reported(self) -> None:
        if self.run and self.run is self._runs.under_way and not self.is_playing:
            self._looking.wish()

    @Slot()
    def _on_run_ended(self) -> None:
        if self.run and self.run is self._runs.ended:
            self._look()
