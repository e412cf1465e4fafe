"""The line between two processes: order, size, and what happens when an end is lost."""

import multiprocessing
import pickle
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop.worker.channel import Channel
from desktop.worker.to_worker import SetLr
from tests.patience import PATIENCE_MS


class Heard:
    """What came in at an end."""

    def __init__(self, channel: Channel[Any, Any]) -> None:
        self.messages: list[Any] = []
        self.lost = threading.Event()
        channel.listen(self.messages.append, self.lost.set)


def test_messages_arrive_whole_and_in_order() -> None:
    ends = multiprocessing.Pipe()
    first: Channel[Any, Any] = Channel(ends[0])
    second: Channel[Any, Any] = Channel(ends[1])
    image = np.arange(3_000_000, dtype=np.uint8)
    first.send(image)
    for number in range(200):
        first.send(SetLr(number))
    heard = Heard(second)  # nobody listened until now, and nobody had to wait
    first.flush()
    ends[0].close()
    assert heard.lost.wait(30)
    second.close()
    assert np.array_equal(heard.messages[0], image)
    assert heard.messages[1:] == [SetLr(number) for number in range(200)]


def test_a_lost_end_is_told_and_sending_to_it_harms_nobody() -> None:
    ours, theirs = multiprocessing.Pipe()
    channel: Channel[Any, Any] = Channel(ours)
    heard = Heard(channel)
    theirs.close()
    assert heard.lost.wait(30)
    channel.send(bytes(1_000_000))
    channel.close()
    assert heard.messages == []


def test_what_cant_be_pickled_is_refused_at_once() -> None:
    ours, theirs = multiprocessing.Pipe()
    channel: Channel[Any, Any] = Channel(ours)
    with pytest.raises((pickle.PicklingError, AttributeError)):
        channel.send(lambda: None)
    theirs.close()
    channel.close()


def test_a_path_crosses_to_a_python_that_keeps_its_type_elsewhere() -> None:
    """As 3.13 does, in pathlib._local: nothing of pathlib is named on the way."""
    ours, theirs = multiprocessing.Pipe()
    channel: Channel[object, object] = Channel(ours)
    channel.send({"folder": Path("/ä/\udce4")})
    written = theirs.recv_bytes()
    theirs.close()
    channel.close()
    assert b"pathlib" not in written
    assert pickle.loads(written) == {"folder": Path("/ä/\udce4")}


def test_closing_waits_for_no_process_that_cannot_be_ended_and_nobody_hears_of_it() -> None:
    """Who listened, a widget of Qt's, is deleted then."""
    ours, theirs = multiprocessing.Pipe()
    channel: Channel[Any, Any] = Channel(ours)
    before = set(threading.enumerate())
    heard = Heard(channel)
    (reader,) = set(threading.enumerate()) - before
    channel.close()  # while the other end is open still
    theirs.send_bytes(pickle.dumps("late"))
    theirs.close()
    reader.join(PATIENCE_MS / 1000)
    assert not reader.is_alive()
    assert not heard.messages
    assert not heard.lost.is_set()
