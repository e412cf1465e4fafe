"""The window's link to the worker, which works in a process of its own.

The window so never shares the interpreter's lock with torch, and outlives what may happen there.
"""

import logging
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desktop.pythons.process import Process
from desktop.worker import to_window as news
from desktop.worker import to_worker as wishes
from desktop.worker.child import Child
from desktop.worker.messages import (
    KeptModel,
    Kind,
    Loss,
    Moment,
    Outcome,
    Reading,
    RunRequest,
    Stretch,
)
from desktop.worker.questions import Question
from desktop.worker.signals import WorkerSignals

STOP_MS = 1000  # a run that hasn't stopped by then is in the middle of a long batch
LEAVE_S = 1.0  # a process that hasn't left by then is ended by force
STEADY_S = 5.0  # a process that has worked so long was no bad start
_MOST_BAD_STARTS = 3  # in a row
Pixels = NDArray[np.uint8]


class WorkerLink(WorkerSignals):
    """Has the worker's signals, the window's wishes as functions, and two signals more.

    `lost(Loss)`: the process is gone, and with it all that was under way; another one is being
    started. `gave_up()`: the same, but this was the third in a row that did not live long; none is
    started until `try_again`, and until then all wishes fail at once. Whatever is wished before
    `open` is done after it. `python` is another environment's, in which the next process is to
    work; None: in this program's own. Where one there doesn't begin, another one here does.
    """

    lost = Signal(object)
    gave_up = Signal()
    _refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.python: Path | None = None
        self._child: Child | None = None
        self._leaving: Child | None = None  # another one waits until it has
        self._early: list[wishes.Wish] | None = []  # before `open`
        self._is_closed = self._trains = False
        self._ready_at: float | None = None
        self._bad_starts = self._runs = 0
        self._unread: int | None = None  # the sketch that is being read
        self._models: dict[int, KeptModel] = {}  # of ended runs, by their numbers
        self._own: KeptModel | None = None
        self._impatience = QTimer(self, singleShot=True)
        self._impatience.timeout.connect(self._on_stop_ignored)
        self._refused.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)

    @property
    def process(self) -> Process | None:
        """The worker's process of the moment."""
        return self._child.process if self._child else None

    @property
    def has_given_up(self) -> bool:
        """Whether nobody hears a wish until `try_again`."""
        return self._child is None and self._early is None

    @property
    def has_ended(self) -> bool:
        """Whether there is no process."""
        return all(child is None or child.has_ended for child in (self._child, self._leaving))

    def open(self) -> None:
        """Start the process; not after `close`, as where a window is closed at once."""
        if self._is_closed:
            return
        self._ready_at = None
        child = self._child = Child(self._runs, self, self.python)
        child.heard.connect(self._on_heard)
        child.died.connect(self._on_died)
        child.start()
        if self._models or self._own:
            child.send(wishes.TakeOver(tuple(self._models.values()), self._own))
        early, self._early = self._early, None
        for wish in early or ():
            child.send(wish)

    def close(self) -> bool:
        """End the worker's process, whatever it is at; return whether it left by itself."""
        self._is_closed = True
        self._impatience.stop()
        child, self._child, self._leaving = self._child or self._leaving, None, None
        if child is None:
            return True
        child.send(wishes.Leave())
        return child.end(LEAVE_S)

    def replace(self) -> None:
        """Let another process take over, where `python` says, as soon as this one has left."""
        self._forget_under_way()
        self._bad_starts = 0
        child, self._child, self._early = self._child, None, []
        self._leaving = child
        if child:
            child.left.connect(self._on_left)
            child.leave(LEAVE_S if self._ready_at else 0.0)  # it has nothing to save before
        else:
            self.open()
        self.lost.emit(Loss.WAS_REPLACED)

    @Slot()
    def _on_left(self) -> None:
        self._leaving = None
        self.open()

    @Slot()
    def try_again(self) -> None:
        """Start a process after all."""
        if self.has_given_up:
            self._bad_starts = 0
            self.open()

    @Slot(int, object, object)
    def answer(self, number: int, image: Pixels, digits: tuple[Pixels, ...] = ()) -> None:
        self._unread = number
        self._send(wishes.Read(number, image, digits))

    def send_through(self, image: Pixels) -> None:
        self._send(wishes.SendThrough(image))

    def start(self, request: RunRequest) -> None:
        self._trains = True
        self._send(wishes.Start(request))

    def pause(self) -> None:
        self._send(wishes.Pause())

    def go_on(self, stretch: Stretch) -> None:
        self._send(wishes.GoOn(stretch))

    def stop(self) -> None:
        """End the run; where its batch takes too long, end the process with it."""
        self._send(wishes.Stop())
        self._impatience.start(STOP_MS)

    def set_lr(self, lr: float) -> None:
        self._send(wishes.SetLr(lr))

    def give_back(self) -> None:
        """Let the reader's own model answer again, whatever run has borrowed the sketch."""
        self._send(wishes.GiveBack())

    def show_moment(self, moment: Moment | None) -> None:
        """Let a kept run answer as it was; None: whoever answered before. `moment_shown` follows"""
        self._send(wishes.ShowMoment(moment))

    @Slot(int, object)
    def ask(self, number: int, question: Question) -> None:
        self._send(wishes.Ask(number, question))

    @Slot(int)
    def cancel(self, number: int) -> None:
        self._send(wishes.Cancel(number))

    def _send(self, wish: wishes.Wish) -> None:
        if self._child:
            self._child.send(wish)
        elif self._early is not None:
            self._early.append(wish)
        else:
            for told in news.in_vain(wish):
                self._refused.emit(told)  # in a moment

    @Slot(object)
    def _on_heard(self, told: news.Told) -> None:
        match told:
            case news.Logged(logger, level, text):
                logging.getLogger(logger).log(level, "%s", text)
            case news.Ready():
                self._ready_at = time.monotonic()
            case news.ModelKept() | news.ModelsForgotten():
                self._remember(told)
            case news.RunStarted(run):
                self._runs = run.number
            case news.RunEnded():
                self._trains = False
                self._impatience.stop()
            case news.WasRead():
                self._unread = None
        self.pass_on(told)

    def _remember(self, told: news.ModelKept | news.ModelsForgotten) -> None:
        if isinstance(told, news.ModelsForgotten):
            for number in told.numbers:
                self._models.pop(number, None)
            return
        source = told.model.source
        if source.kind is Kind.RUN and source.run is not None:
            self._models[source.run] = told.model
        if told.is_own:
            self._own = told.model

    @Slot()
    def _on_stop_ignored(self) -> None:
        if not self._trains or self._child is None:
            return
        if self._ready_at is None:  # it hasn't heard of the run yet
            self._impatience.start(STOP_MS)
            return
        self._child.end()
        self._forget_under_way()
        self.open()
        self.run_ended.emit(Outcome.STOPPED)
        self.lost.emit(Loss.WAS_ENDED)

    @Slot()
    def _on_died(self) -> None:
        child, self._child = self._child, None
        self._forget_under_way()
        if child and child.is_elsewhere and not child.has_begun:
            self.python = None
            self.open()
            self.lost.emit(Loss.NOT_ELSEWHERE)
            return
        lived_s = time.monotonic() - self._ready_at if self._ready_at else 0.0
        self._bad_starts = self._bad_starts + 1 if lived_s < STEADY_S else 1
        if self._bad_starts < _MOST_BAD_STARTS:
            self.open()
            self.lost.emit(Loss.BROKE_DOWN)
        else:
            self.gave_up.emit()

    def _forget_under_way(self) -> None:
        self._trains = False
        self._impatience.stop()
        if self._unread is not None:
            number, self._unread = self._unread, None
            self._refused.emit(news.WasRead(Reading(number, None, None)))
