import os

import pytest


def test_programs_started_from_here_find_their_own_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from launch import leave_others_their_libraries

    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/inkgrad/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/theirs")
    leave_others_their_libraries()
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/theirs"
    leave_others_their_libraries()
    assert "LD_LIBRARY_PATH" not in os.environ
