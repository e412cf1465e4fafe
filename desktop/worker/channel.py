"""A line between two processes: each end sends small pickled messages, and hears the other's.

Unpickling runs whatever code the bytes name. It is safe here, and only here: the line is an
anonymous pipe that we lay between ourselves and our own child process, it has no name in any file
system or network, and nothing that comes from a file or from another program is ever put into it
undecoded. No Qt: whoever holds an end says what is to be done with what it hears.
"""

import copyreg
import io
import pickle  # noqa: TID251 - see above
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

Sent = TypeVar("Sent")
Heard = TypeVar("Heard")


def to_path(text: str) -> Path:
    """Return a path of this Python's own type."""
    return Path(text)


LOST_S = 0.5  # the longest that a thread should need to see that the other end is lost


class _Pickler(pickle.Pickler):
    """Writes paths as texts: where their type stands is another place in Python 3.13."""

    dispatch_table = copyreg.dispatch_table | {type(Path()): lambda path: (to_path, (str(path),))}


class Channel(Generic[Sent, Heard]):
    """One end. Any thread may send, and none ever waits: a thread of the line's own writes."""

    def __init__(self, connection: "Connection[Any, Any]") -> None:
        self._connection = connection
        self._unwritten: SimpleQueue[bytes | None] = SimpleQueue()
        self._reader: threading.Thread | None = None
        self._telling = threading.Lock()
        self._is_closed = False
        self._writer = threading.Thread(target=self._write, name="line writer", daemon=True)
        self._writer.start()

    def send(self, message: Sent) -> None:
        """Send a message; raise at once where it can't be pickled."""
        written = io.BytesIO()
        _Pickler(written, protocol=5).dump(message)
        self._unwritten.put(written.getvalue())

    def listen(self, on_heard: Callable[[Heard], None], on_lost: Callable[[], None]) -> None:
        """Call `on_heard` for each message, in the order of sending, in another thread.

        At last, once, `on_lost` is called there: the other end is closed, or its process has died.
        """
        self._reader = threading.Thread(
            target=self._read, args=(on_heard, on_lost), name="line reader", daemon=True
        )
        self._reader.start()

    def flush(self) -> None:
        """Wait until all is written, or the other end is lost; nothing can be sent afterwards."""
        self._unwritten.put(None)
        self._writer.join()

    def close(self) -> None:
        """Let go of the channel, whose other end is lost. Nobody is told anything afterwards.

        A process that the system can't end, as on a disk that doesn't answer, still holds that end:
        the threads then wait by themselves, until this process ends.
        """
        self._unwritten.put(None)
        threads = [thread for thread in (self._writer, self._reader) if thread]
        for thread in threads:
            thread.join(LOST_S)
        if not any(thread.is_alive() for thread in threads):
            self._connection.close()
        with self._telling:  # who listened may be gone in a moment
            self._is_closed = True

    def _read(self, on_heard: Callable[[Heard], None], on_lost: Callable[[], None]) -> None:
        try:
            while True:
                message = pickle.loads(self._connection.recv_bytes())
                self._tell(on_heard, message)
        except (EOFError, OSError):
            pass
        finally:
            self._tell(on_lost)

    def _tell(self, listener: Callable[..., None], *message: Heard) -> None:
        with self._telling:
            if not self._is_closed:
                listener(*message)

    def _write(self) -> None:
        try:
            while (message := self._unwritten.get()) is not None:
                self._connection.send_bytes(message)
        except OSError:
            pass  # the reader finds out too
