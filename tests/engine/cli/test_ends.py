"""Signals that end a run: when they are heeded, and when no more."""

import signal
import sys
import time

import pytest

from engine.cli import ends
from engine.cli.ends import ends_heeded


def test_a_signal_amid_a_batch_waits_for_its_end() -> None:
    """Out of a callback of torch's an exception would abort the process, or get lost."""
    with ends_heeded(alone=True) as heeded:
        heeded.meet()  # none came
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)  # of the same end
        with pytest.raises(KeyboardInterrupt):
            heeded.meet()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGHUP")
def test_a_later_signal_ends_what_takes_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ends, "_ONE_END_S", 0.05)
    with ends_heeded(alone=True) as heeded:
        signal.raise_signal(signal.SIGHUP)
        time.sleep(0.06)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
        heeded.pass_over()  # what was learned is saved
        signal.raise_signal(signal.SIGINT)


def test_a_team_is_ended_by_who_started_it() -> None:
    with ends_heeded(alone=False) as heeded:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        heeded.meet()
