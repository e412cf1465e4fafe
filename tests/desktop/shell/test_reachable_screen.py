"""What `inkgrad doctor` finds out: whether a window would reach a screen here."""

import sys

import pytest

from desktop.shell.reachable_screen import look_for_screen


@pytest.mark.skipif(sys.platform != "linux", reason="others always have a screen")
def test_the_doctor_knows_whether_a_screen_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    assert look_for_screen() == "offscreen"
    monkeypatch.setenv("QT_QPA_PLATFORM", "nonsense")
    found = look_for_screen()  # Qt itself would have ended this process
    assert found.startswith("The window can't open")
    assert "nonsense" in found
