"""What becomes of a command whose words nobody takes, how often its bar is drawn, and epochs."""

import errno
import json
from types import SimpleNamespace

import pytest

from engine.cli import console
from engine.cli.console import Console
from engine.cli.epochs import epoch_line
from engine.reports import EpochReport
from engine.words.message import Message


def test_a_reader_who_left_is_no_error_but_a_full_disk_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(console, "forget_reader", lambda: None)
    for error, code, lines in (
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 0, 0),
        (OSError(errno.ENOSPC, "No space left on device"), 1, 1),
    ):
        assert Console(as_json=False).give_up(error) == code
        assert len(capsys.readouterr().err.splitlines()) == lines


def test_the_bar_is_drawn_anew_up_to_twenty_times_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    now_s, drawn = [100.0], 0
    monkeypatch.setattr(console, "time", SimpleNamespace(monotonic=lambda: now_s[0]))
    talker = Console(as_json=False)
    for _ in range(1000):  # a second, a batch each millisecond
        now_s[0] += 0.001
        if talker.is_bar_due():
            talker.progress(0.5, "")
            drawn += 1
    assert 15 <= drawn <= 20


def test_an_epoch_after_which_the_run_goes_on_elsewhere_says_so() -> None:
    moved = EpochReport(1, 2, 0.4, 0.3, 0.9, 1.0, moved=Message("gpu_unusable", gpu="A card"))
    assert epoch_line(moved).splitlines()[1:] == [f"{moved.moved}. The run goes on."]


def test_what_is_no_finite_number_is_null_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    facts = {"losses": [0.5, float("nan")], "worst": {"loss": float("inf")}, "n": (float("-inf"),)}
    Console(as_json=True).tell("epoch", facts, "")
    told = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    assert told == {"event": "epoch", "losses": [0.5, None], "worst": {"loss": None}, "n": [None]}
