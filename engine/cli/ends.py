"""Signals that end a training: Ctrl-C, a terminal that closes, the end of a session."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

_ENDS = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows lacks the last
_ONE_END_S = 1.0  # signals that come sooner after the first are of the same end
_USUAL = (signal.SIG_DFL, signal.default_int_handler)


class Ends:
    """Notes that the run is to end, and lets it end between two batches.

    An exception out of a handler comes wherever the process just is; amid a callback of torch's
    C++ it gets lost, or the process is aborted. A terminal that closes sends SIGHUP twice. A
    signal that comes a second after the first ends at once what takes so long.
    """

    def __init__(self) -> None:
        self._first_s: float | None = None
        self._is_over = False

    def note(self, *_: object) -> None:
        """Hear a signal; raise KeyboardInterrupt where the run has not ended since the first."""
        if self._first_s is None:
            self._first_s = time.monotonic()
        elif not self._is_over and time.monotonic() - self._first_s >= _ONE_END_S:
            raise KeyboardInterrupt

    @property
    def came(self) -> bool:
        """Whether the run is to end: what asks for a report, as nothing is lost after one."""
        return self._first_s is not None

    def meet(self) -> None:
        """Raise KeyboardInterrupt where one came; call it where the run can be left."""
        if self.came:
            raise KeyboardInterrupt

    def pass_over(self) -> None:
        """Raise nothing any more: what was learned is being saved."""
        self._is_over = True


@contextmanager
def ends_heeded(alone: bool) -> Iterator[Ends]:
    """Note these signals, unless `nohup` has one ignored; a team's are torchrun's to end."""
    ends = Ends()
    numbers = [getattr(signal, name) for name in _ENDS if alone and hasattr(signal, name)]
    usual = {number: how for number in numbers if (how := signal.getsignal(number)) in _USUAL}
    for number in usual:
        signal.signal(number, ends.note)
    try:
        yield ends
    finally:
        for number, how in usual.items():
            signal.signal(number, how)
