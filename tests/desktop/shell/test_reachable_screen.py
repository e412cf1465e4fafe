"""What `inkgrad doctor` finds out: whether a window would reach a screen here."""

import sys

import pytest

from desktop.shell import reachable_screen
from desktop.shell.reachable_screen import look_for_screen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="others always have a screen")


def test_the_doctor_knows_whether_a_screen_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    assert look_for_screen() == "offscreen"
    monkeypatch.setenv("QT_QPA_PLATFORM", "nonsense")
    found = look_for_screen()  # Qt itself would have ended this process
    assert found.startswith("The window can't open")
    assert "nonsense" in found


def test_a_screen_that_never_answers_is_not_waited_for_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reachable_screen, "_PATIENCE_S", 0)
    found = look_for_screen()
    assert "no screen can be reached" in found
    assert "timed out" in found


def test_a_process_that_cannot_be_started_is_told() -> None:
    import resource

    most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, most[1]))
    try:
        found = look_for_screen()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, most)
    assert "no screen can be reached: too many files are open" in found
