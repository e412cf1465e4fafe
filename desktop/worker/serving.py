"""The worker's end of the channel: its event loop, wishes of the window in, its signals out."""

import logging
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from desktop.worker import process
from desktop.worker.channel import Channel
from desktop.worker.signals import WORKER_SIGNALS
from desktop.worker.worker import Worker

# Where the machine is busy, drawing goes before learning. On Linux this is the calling thread's
# alone, so that the line's, which reads the sketch, goes before learning too.
_NICENESS = 5


class Deliverer(QObject):
    """Calls what of the worker is named in a message: a wish must be one of its slots."""

    _heard = Signal(str, object)

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker = worker
        # These can't wait until a batch, a validation or a dataset is done.
        self._at_once: dict[str, Callable[..., None]] = {
            "answer": worker.answer,
            "stop_loading": worker.last_dataset.refuse,
        }
        self._heard.connect(self._on_heard)

    def deliver(self, name: str, values: tuple[Any, ...]) -> None:
        """Take a message, in the line's thread; most are left to the worker's."""
        if name == "cancel":  # at once too, for a dataset that is being read
            self._worker.last_dataset.refuse(*values)
        if name in self._at_once:
            self._at_once[name](*values)
        else:
            self._heard.emit(name, values)

    @Slot(str, object)
    def _on_heard(self, name: str, values: tuple[Any, ...]) -> None:
        getattr(self._worker, name)(*values)


class _ToWindow(logging.Handler):
    """Hands on what is to be logged: the log's file is the window's."""

    def __init__(self, channel: Channel) -> None:
        super().__init__()
        self._channel = channel

    def emit(self, record: logging.LogRecord) -> None:
        self._channel.send("logged", record.name, record.levelno, self.format(record))


def serve(connection: "Connection[Any, Any]", runs: int) -> None:
    """Let a worker work until it is told to leave."""
    application = QCoreApplication([])
    worker, channel = Worker(runs), Channel(connection)
    deliverer = Deliverer(worker)
    for name in WORKER_SIGNALS:  # direct: what the line's thread has read is sent by it too
        direct = Qt.ConnectionType.DirectConnection
        getattr(worker, name).connect(_sender(channel, name), direct)
    logging.getLogger().addHandler(_ToWindow(channel))
    worker.warm_up()
    channel.listen(deliverer.deliver, process.end)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    application.exec()
    channel.flush()


def _sender(channel: Channel, name: str) -> Callable[..., None]:
    def send(*values: object) -> None:
        channel.send(name, *values)

    return send
