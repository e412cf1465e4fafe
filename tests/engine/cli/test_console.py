"""What becomes of a command whose words nobody takes."""

import errno

import pytest

from engine.cli import console
from engine.cli.console import Console


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
